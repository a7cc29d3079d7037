namespace VicidialPS.Connections;

/// <summary>A name that a parameter accepts, with a description.</summary>
internal sealed class CompletionName
{
    public CompletionName(string value, string? detail)
    {
        Value = value;
        Detail = detail ?? string.Empty;
    }

    /// <summary>The name, as the dialer writes it.</summary>
    public string Value { get; }

    /// <summary>The full name of the thing or another description; empty if none is known.</summary>
    public string Detail { get; }
}
