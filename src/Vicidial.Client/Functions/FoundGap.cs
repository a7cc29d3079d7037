namespace Vicidial.Client.Functions;

/// <summary>A field of a request that a dialer does not know, or whose value it does not know.</summary>
public sealed class FoundGap
{
    private readonly FieldLabels _labels;

    internal FoundGap(string field, string value, FieldGap gap, FieldLabels labels)
    {
        Field = field;
        Value = value;
        Gap = gap;
        _labels = labels;
    }

    /// <summary>The name of the field.</summary>
    public string Field { get; }

    /// <summary>The value in the request.</summary>
    public string Value { get; }

    /// <summary>Whether the dialer supports the field, but not this value.</summary>
    public bool IsOfValue => Gap.IsOfValue;

    /// <summary>The gap, as the catalog describes it.</summary>
    public FieldGap Gap { get; }

    /// <summary>
    /// The field or the value, as text for messages. For a value that the caller adds itself, the name of the caller. A user sets a flag, and does
    /// not type its value.
    /// </summary>
    public string Name =>
        _labels.FindCaller(Field, Value)
        ?? (IsOfValue && Value != "Y" ? $"the value {Value} of {_labels.Find(Field)}" : _labels.Find(Field));
}
