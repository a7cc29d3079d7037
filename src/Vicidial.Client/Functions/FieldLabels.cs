namespace Vicidial.Client.Functions;

/// <summary>
/// What messages call the fields of a request. A program that takes the values under names of its own, such as the parameters of a cmdlet, gives
/// these names, so that a message names what its user typed.
/// </summary>
public sealed class FieldLabels
{
    private readonly IReadOnlyDictionary<string, string> _labels;

    /// <summary>Sets the labels of fields.</summary>
    /// <param name="labels">The label of each field, by its name on the wire. Other fields are called by that name.</param>
    public FieldLabels(IReadOnlyDictionary<string, string> labels) => _labels = labels;

    /// <summary>Calls each field by its name on the wire.</summary>
    public static FieldLabels Wire { get; } = new(new Dictionary<string, string>());

    /// <summary>The label of a field, for the middle of a sentence.</summary>
    /// <param name="field">The name of the field on the wire.</param>
    public string Find(string field) => _labels.TryGetValue(field, out string? label) ? label : OfWire(field);

    /// <summary>A label, for the start of a sentence.</summary>
    internal static string AtStart(string label) => char.ToUpperInvariant(label[0]) + label.Substring(1);

    /// <summary>The label of a field that the caller has no name for.</summary>
    internal static string OfWire(string field) => $"the field {field}";
}
