namespace VicidialPS.Connections;

/// <summary>A name that a parameter may take, and what to say of it.</summary>
internal sealed class CompletionName
{
    public CompletionName(string value, string? detail)
    {
        Value = value;
        Detail = detail ?? string.Empty;
    }

    /// <summary>The name, as the dialer writes it.</summary>
    public string Value { get; }

    /// <summary>The full name of the thing, or what else is known of it; empty where nothing is.</summary>
    public string Detail { get; }
}
