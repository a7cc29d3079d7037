using System;
using System.Globalization;
using System.Management.Automation;
using Vicidial.Client.Values;

namespace VicidialPS.Binding;

/// <summary>Takes Y, N, YES, NO, TRUE, FALSE, 1 and 0 for a flag.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FlagFromTextAttribute : ValueFromTextAttribute
{
    /// <inheritdoc/>
    protected override object Read(object value) => value switch
    {
        bool or SwitchParameter => value,
        string or int or long => FlagText.Parse(Convert.ToString(value, CultureInfo.InvariantCulture)!)
            ?? throw new ArgumentTransformationMetadataException($"'{value}' is neither yes nor no."),
        _ => value,
    };
}
