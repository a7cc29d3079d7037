namespace Vicidial.Client.Functions;

/// <summary>A field of a request that a dialer does not know, or whose value it does not know.</summary>
public sealed class FoundGap
{
    private readonly string _label;

    internal FoundGap(string field, string label, string value, bool isOfValue, FieldGap gap)
    {
        Field = field;
        _label = label;
        Value = value;
        IsOfValue = isOfValue;
        Gap = gap;
    }

    /// <summary>The name of the field.</summary>
    public string Field { get; }

    /// <summary>The value in the request.</summary>
    public string Value { get; }

    /// <summary>Whether the dialer supports the field, but not this value.</summary>
    public bool IsOfValue { get; }

    /// <summary>The gap, as the catalog describes it.</summary>
    public FieldGap Gap { get; }

    /// <summary>The field or the value, as text for messages.</summary>
    public string Name => IsOfValue ? $"the value {Value} of {_label}" : _label;
}
