namespace Vicidial.Simulator.Events;

/// <summary>What goes wrong with the events of one step.</summary>
public enum EventFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Each request is sent twice, byte for byte.</summary>
    Duplicate,

    /// <summary>Requests are sent a second late.</summary>
    Late,

    /// <summary>Nothing is sent, as if agents had closed their browsers at the wrong moment.</summary>
    Lost,

    /// <summary>The last request is sent first.</summary>
    OutOfOrder,
}
