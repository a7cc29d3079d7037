namespace VicidialPS.Output;

/// <summary>The result of one step of Test-VicidialConnection.</summary>
public sealed class ConnectionCheck
{
    internal ConnectionCheck(bool? passed, string value, string hint)
    {
        Passed = passed;
        Value = value;
        Hint = hint;
    }

    /// <summary>Whether the step passed; null if it was skipped because an earlier one failed.</summary>
    public bool? Passed { get; }

    /// <summary>What was found.</summary>
    public string Value { get; }

    /// <summary>What to do about it; empty if nothing is needed.</summary>
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
