using Vicidial.Client.Errors;

namespace Vicidial.Client.Text;

/// <summary>How one value of a field is sent, and how the dialer's database stores it.</summary>
public sealed class TextVerdict
{
    internal TextVerdict(string value, string sent, string stored, string? storedInUnicodeMode = null)
    {
        Value = value;
        Sent = sent;
        Stored = stored;
        StoredInUnicodeMode = storedInUnicodeMode ?? stored;
    }

    /// <summary>The value to store.</summary>
    public string Value { get; }

    /// <summary>What is sent for it.</summary>
    public string Sent { get; }

    /// <summary>What a dialer in ASCII mode stores.</summary>
    public string Stored { get; }

    /// <summary>What a dialer in Unicode mode stores.</summary>
    public string StoredInUnicodeMode { get; }

    /// <summary>The characters that the dialer drops or replaces, each once.</summary>
    public string Lost { get; internal set; } = string.Empty;

    /// <summary>The characters that only a dialer in ASCII mode drops, each once.</summary>
    public string LostInAsciiMode { get; internal set; } = string.Empty;

    /// <summary>Whether the dialer stores a different text, in at least one of its modes.</summary>
    public bool IsChanged => Lost.Length + LostInAsciiMode.Length > 0;

    /// <summary>The characters that the dialer drops or replaces, as people can read them.</summary>
    /// <param name="inAsciiMode">Whether to include those that only a dialer in ASCII mode drops.</param>
    public string NameLost(bool inAsciiMode = true) => TextRules.NameAll(Lost + (inAsciiMode ? LostInAsciiMode : string.Empty));

    /// <summary>Whether the value is sent in an escaped form.</summary>
    public bool IsEscaped => EscapedAt >= 0;

    /// <summary>Why the value cannot be sent; null if it can.</summary>
    public DialerException? Problem { get; internal set; }

    /// <summary>The position of the first character that would break the dialer's SQL; -1 if there is none.</summary>
    internal int BreaksAt { get; set; } = -1;

    /// <summary>The position of the first character that is sent in an escaped form; -1 if there is none.</summary>
    internal int EscapedAt { get; set; } = -1;

    internal bool IsKey { get; set; }

    internal int? MaximumLength { get; set; }

    /// <inheritdoc/>
    public override string ToString() => Sent;
}
