namespace Vicidial.Client.Functions;

/// <summary>
/// The names of a request's fields in messages. A program that has its own names for the values, such as the parameters of a cmdlet, supplies these
/// names, so that a message names what the user typed.
/// </summary>
public sealed class FieldLabels
{
    private readonly IReadOnlyDictionary<string, string> _labels;
    private readonly string? _caller;
    private readonly IReadOnlyDictionary<string, string> _own;

    /// <summary>Sets the labels of fields.</summary>
    /// <param name="labels">The label of each field, by its name on the wire. Other fields keep that name.</param>
    /// <param name="caller">What sends the requests, such as the name of a cmdlet; or null.</param>
    /// <param name="own">The values that the caller adds itself, by the names of their fields on the wire.</param>
    public FieldLabels(IReadOnlyDictionary<string, string> labels, string? caller = null, IReadOnlyDictionary<string, string>? own = null)
    {
        _labels = labels;
        _caller = caller;
        _own = own ?? new Dictionary<string, string>();
    }

    /// <summary>Uses the name of each field on the wire.</summary>
    public static FieldLabels Wire { get; } = new(new Dictionary<string, string>());

    /// <summary>The label of a field, for the middle of a sentence.</summary>
    /// <param name="field">The name of the field on the wire.</param>
    public string Find(string field) => _labels.TryGetValue(field, out string? label) ? label : OfWire(field);

    /// <summary>The name of the caller if it sends a value without being asked; or null. Its user typed nothing that could be named.</summary>
    internal string? FindCaller(string field, string value) => _own.TryGetValue(field, out string? own) && own == value ? _caller : null;

    /// <summary>Makes labels for a request that the library sends instead of the requested one.</summary>
    /// <param name="field">The field that has the same effect.</param>
    /// <param name="value">Its value.</param>
    internal FieldLabels Owning(string field, string value) => new(_labels, _caller, new Dictionary<string, string> { [field] = value });

    /// <summary>A label, for the start of a sentence.</summary>
    internal static string AtStart(string label) => char.ToUpperInvariant(label[0]) + label.Substring(1);

    /// <summary>The label of a field that the caller has no name for.</summary>
    internal static string OfWire(string field) => $"the field {field}";
}
