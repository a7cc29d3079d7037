using Vicidial.Client.Responses;
using Vicidial.Client.Wire;

namespace Vicidial.Client.Leads;

/// <summary>A custom field of a lead that the dialer stored differently from what was sent.</summary>
public sealed class ChangedField
{
    private const int LongestText = 40;
    private readonly string _value;
    private readonly string _stored;

    /// <summary>Describes a change.</summary>
    /// <param name="label">The label of the field.</param>
    /// <param name="value">The value that was sent.</param>
    /// <param name="stored">What is stored.</param>
    internal ChangedField(string label, string value, string stored)
    {
        Label = label;
        _value = value;
        _stored = stored;
    }

    /// <summary>The label of the field.</summary>
    public string Label { get; }

    /// <summary>The values that were sent and stored, shortened and without possible passwords.</summary>
    public override string ToString() => $"{Label} {Show(Label, _value)} is stored as {Show(Label, _stored)}";

    /// <summary>A value as messages show it: shortened and without possible passwords.</summary>
    internal static string Show(string label, string text) =>
        SecretNames.IsSecret(label)
            ? $"{Redactor.Mask} ({text.Length} characters)"
            : $"'{ShownText.ForMessage(Redactor.ShowValue(label, text), LongestText)}'";
}
