using Vicidial.Client.Values;

namespace VicidialPS.Binding;

/// <summary>Reads a text or number as a whole number or a decimal. PowerShell itself rounds 5.5, and reads "1,5" as 15.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NumberFromTextAttribute : ValueFromTextAttribute
{
    /// <summary>Whether decimals are allowed.</summary>
    public bool HasFraction { get; set; }

    /// <inheritdoc/>
    protected override object Read(object value)
    {
        if (value is bool)
        {
            throw new ArgumentTransformationMetadataException("The value is $true or $false, but a number is expected.");
        }

        if (value is not (string or double or float or decimal))
        {
            return value;
        }

        string text = Convert.ToString(value, CultureInfo.InvariantCulture)!;
        if (HasFraction)
        {
            return NumberText.TryReadDecimal(text, out decimal number)
                ? number
                : throw new ArgumentTransformationMetadataException($"'{text}' is not a number.");
        }

        return NumberText.TryReadWhole(text, out string whole)
            ? long.Parse(whole, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
            : throw new ArgumentTransformationMetadataException($"'{text}' is not a whole number.");
    }
}
