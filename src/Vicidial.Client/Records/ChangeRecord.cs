namespace Vicidial.Client.Records;

/// <summary>What a change did, as far as the dialer tells.</summary>
public abstract class ChangeRecord : DialerRecord
{
    /// <summary>What the dialer said of it.</summary>
    public string Message { get; internal set; } = string.Empty;

    /// <summary>What the dialer said besides, a text each.</summary>
    public TextList Notices { get; internal set; } = TextList.Empty;

    /// <summary>Which parts of the change the dialer refused, a text each.</summary>
    public TextList Refusals { get; internal set; } = TextList.Empty;

    /// <summary>Whether an attempt of which nobody heard had done it already.</summary>
    public bool WasDoneBefore { get; internal set; }

    /// <summary>Takes note of what became of a part of the change.</summary>
    /// <param name="part">The part, by the catalog's word.</param>
    /// <param name="isDone">Whether it was done.</param>
    internal virtual void NotePart(string part, bool isDone)
    {
    }
}
