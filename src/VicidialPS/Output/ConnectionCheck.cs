namespace VicidialPS.Output;

/// <summary>What one part of Test-VicidialConnection found.</summary>
public sealed class ConnectionCheck
{
    internal ConnectionCheck(bool? passed, string value, string hint)
    {
        Passed = passed;
        Value = value;
        Hint = hint;
    }

    /// <summary>Whether it is as it should be; null where it could not be looked at, because something before it failed.</summary>
    public bool? Passed { get; }

    /// <summary>What was found.</summary>
    public string Value { get; }

    /// <summary>What to do about it; empty where nothing needs doing.</summary>
    public string Hint { get; }

    internal static ConnectionCheck Skipped { get; } = new(null, "not checked", string.Empty);

    /// <inheritdoc/>
    public override string ToString() =>
        (
            Passed switch
            {
                true => "OK: ",
                false => "Failed: ",
                null => string.Empty,
            }
        )
        + Value
        + (Hint.Length == 0 ? string.Empty : " - " + Hint);
}
