namespace Vicidial.Client.Records;

/// <summary>The result of a change, as far as the dialer reports it.</summary>
public abstract class ChangeRecord : DialerRecord
{
    private Dictionary<string, string>? _refusedParts;
    private string? _failed;

    /// <summary>The dialer's message about the change.</summary>
    public string Message { get; internal set; } = string.Empty;

    /// <summary>Other messages of the dialer, one text for each.</summary>
    public TextList Notices { get; internal set; } = TextList.Empty;

    /// <summary>The parts of the change that the dialer rejected, one text for each.</summary>
    public TextList Refusals { get; internal set; } = TextList.Empty;

    /// <summary>Whether an earlier attempt with an unknown outcome had already made the change.</summary>
    public bool WasDoneBefore { get; internal set; }

    /// <summary>The texts of <see cref="Refusals"/> without the one that has its own error.</summary>
    public IEnumerable<string> FindWarnings() => Refusals.Where(refusal => refusal != _failed);

    /// <summary>The text with which the dialer rejected a part of the change; null if it did not.</summary>
    /// <param name="part">The part, as the catalog names it.</param>
    public string? FindRefusal(string part) => _refusedParts is not null && _refusedParts.TryGetValue(part, out string? text) ? text : null;

    /// <summary>Records why a part of the change failed, which has its own error.</summary>
    /// <param name="refusal">The reason.</param>
    public void NoteFailure(string refusal)
    {
        _failed = refusal;
        Refusals = Refusals.Contains(refusal) ? Refusals : new TextList([.. Refusals, refusal]);
    }

    /// <summary>Records the text with which the dialer rejected a part of the change.</summary>
    internal void NoteRefusedPart(string part, string text) => (_refusedParts ??= new(StringComparer.Ordinal))[part] = text;

    /// <summary>Records the outcome of a part of the change.</summary>
    /// <param name="part">The part, as the catalog names it.</param>
    /// <param name="isDone">Whether it was done.</param>
    internal virtual void NotePart(string part, bool isDone)
    {
    }
}
