namespace VicidialPS.Loads;

/// <summary>The parameters of a load whose cmdlet has no other -Force.</summary>
public sealed class ForcedLoadParameters : LoadParameters
{
    /// <summary>Sends text that was probably read in the wrong encoding.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }
}
