namespace Vicidial.Client.Records;

/// <summary>An object that a dialer reports, with typed properties.</summary>
public abstract class DialerRecord
{
    private static readonly Dictionary<string, string> None = [];
    private Dictionary<string, string>? _unknown;

    /// <summary>The name of the connection that the record came from, so that a piped record goes back to the same dialer.</summary>
    public string ConnectionName { get; internal set; } = string.Empty;

    /// <summary>Columns that this version of the library does not know, as the dialer wrote them.</summary>
    /// <remarks>A method and not a property, so that it does not become a column of a CSV.</remarks>
    public IReadOnlyDictionary<string, string> GetUnknownColumns() => _unknown ?? None;

    internal void AddUnknown(string name, string value) => (_unknown ??= [])[name] = value;
}
