namespace Vicidial.Client.Text;

/// <summary>What happens to one character of a value.</summary>
internal enum FateKind
{
    /// <summary>The character is sent and stored unchanged.</summary>
    Kept,

    /// <summary>The character is sent in an escaped form, and stored unchanged.</summary>
    Escaped,

    /// <summary>The dialer stores another text, or nothing, in its place.</summary>
    Changed,

    /// <summary>It would break the statement with which the dialer stores the value.</summary>
    Breaks,
}

/// <summary>How one character of a value is sent and stored.</summary>
internal readonly struct CharacterFate(FateKind kind, string sent, string stored)
{
    public FateKind Kind { get; } = kind;

    public string Sent { get; } = sent;

    public string Stored { get; } = stored;
}
