namespace Vicidial.Client.Records;

/// <summary>The result of a change, as far as the dialer reports it.</summary>
public abstract class ChangeRecord : DialerRecord
{
    /// <summary>The dialer's message about the change.</summary>
    public string Message { get; internal set; } = string.Empty;

    /// <summary>Other messages of the dialer, one text for each.</summary>
    public TextList Notices { get; internal set; } = TextList.Empty;

    /// <summary>The parts of the change that the dialer rejected, one text for each.</summary>
    public TextList Refusals { get; internal set; } = TextList.Empty;

    /// <summary>Whether an earlier attempt with an unknown outcome had already made the change.</summary>
    public bool WasDoneBefore { get; internal set; }

    /// <summary>Records the outcome of a part of the change.</summary>
    /// <param name="part">The part, as the catalog names it.</param>
    /// <param name="isDone">Whether it was done.</param>
    internal virtual void NotePart(string part, bool isDone)
    {
    }
}
