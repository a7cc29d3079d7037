using System;
using System.Globalization;
using System.Management.Automation;
using Vicidial.Client.Values;

namespace VicidialPS.Binding;

/// <summary>Takes a text or number for a whole number, or for one with a fraction. PowerShell rounds 5.5, and reads "1,5" as 15.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NumberFromTextAttribute : ValueFromTextAttribute
{
    /// <summary>Whether the number may have a fraction.</summary>
    public bool HasFraction { get; set; }

    /// <inheritdoc/>
    protected override object Read(object value)
    {
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
