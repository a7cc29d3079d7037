namespace Vicidial.Client.Text;

/// <summary>What happens to one character of a value.</summary>
internal enum FateKind
{
    /// <summary>It is sent and stored as it is.</summary>
    Kept,

    /// <summary>It is sent in another form, and stored as it is.</summary>
    Escaped,

    /// <summary>The dialer stores another text, or nothing, in its place.</summary>
    Changed,

    /// <summary>It would break the statement with which the dialer stores the value.</summary>
    Breaks,
}

/// <summary>What happens to one character of a value: what is sent of it, and what is stored.</summary>
internal readonly struct CharacterFate(FateKind kind, string sent, string stored)
{
    public FateKind Kind { get; } = kind;

    public string Sent { get; } = sent;

    public string Stored { get; } = stored;
}
