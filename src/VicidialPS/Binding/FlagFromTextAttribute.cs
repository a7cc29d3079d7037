using Vicidial.Client.Values;

namespace VicidialPS.Binding;

/// <summary>Reads Y, N, YES, NO, TRUE, FALSE, 1, and 0 as a flag.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FlagFromTextAttribute : ValueFromTextAttribute
{
    /// <inheritdoc/>
    protected override object Read(object value) => value switch
    {
        bool or SwitchParameter => value,
        string or int or long => FlagText.Parse(Convert.ToString(value, CultureInfo.InvariantCulture)!)
            ?? throw new ArgumentTransformationMetadataException($"'{value}' is not a flag. Give Y or N."),
        _ => value,
    };
}
