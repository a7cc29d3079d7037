using Vicidial.Client.Functions;

namespace Vicidial.Client.Responses;

/// <summary>One parsed line of a response. Passwords are masked in every property.</summary>
public sealed class ResponseLine
{
    internal ResponseLine(ResponseKind kind, string raw, string message, IReadOnlyList<string> values, ResponseShape? shape)
    {
        Kind = kind;
        Raw = raw;
        Message = message;
        Values = values;
        Shape = shape;
    }

    /// <summary>The kind of the line.</summary>
    public ResponseKind Kind { get; }

    /// <summary>The whole line.</summary>
    public string Raw { get; }

    /// <summary>The text without the leading word and without the values.</summary>
    public string Message { get; }

    /// <summary>The values after the text, in order.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>The catalog's entry for this line, or null if there is none.</summary>
    public ResponseShape? Shape { get; }

    /// <summary>The value of this name in the catalog's entry, or null.</summary>
    public string? this[string name]
    {
        get
        {
            for (int i = 0; Shape is not null && i < Shape.ValueNames.Count && i < Values.Count; i++)
            {
                if (Shape.ValueNames[i] == name)
                {
                    return Values[i];
                }
            }

            return null;
        }
    }

    /// <summary>Whether the message, after the name of the function, begins with these words.</summary>
    internal bool Says(string words) => Message.IndexOf(words, StringComparison.Ordinal) >= 0;

    /// <inheritdoc/>
    public override string ToString() => Raw;
}
