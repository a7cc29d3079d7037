namespace VicidialPS.Binding;

/// <summary>Replaces the tones # and *, which the dialer drops, and the comma by the letters that it accepts instead.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DtmfTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        => $"{inputData}".Replace('#', 'P').Replace('*', 'S').Replace(',', 'Q');
}
