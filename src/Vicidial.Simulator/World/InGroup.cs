namespace Vicidial.Simulator.World;

/// <summary>A queue of inbound calls.</summary>
/// <param name="id">The in-group's ID.</param>
/// <param name="name">Its name.</param>
public sealed class InGroup(string id, string name) : DialerRecord(id, name)
{
    /// <summary>Whether it is active.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Its color on screens.</summary>
    public string Color { get; set; } = "#99FFCC";

    /// <summary>The in-group that transfers of its calls go to if none is named, or empty.</summary>
    public string DefaultTransferGroup { get; set; } = string.Empty;
}
