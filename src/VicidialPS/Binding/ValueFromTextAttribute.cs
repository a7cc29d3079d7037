using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;

namespace VicidialPS.Binding;

/// <summary>
/// Reads what is typed to a parameter as a cell of a column is read, so that a value means the same wherever it comes from. The
/// module's own grammar comes before PowerShell's conversions, which round numbers and guess centuries.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class ValueFromTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
        => (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            null or DBNull => null,
            IList several => several.Cast<object?>().Select(one => Transform(engineIntrinsics, one)).ToArray(),
            string text when string.IsNullOrWhiteSpace(text) => throw new ArgumentTransformationMetadataException(
                "The value is blank. Leave out the parameter, or empty the field with -Clear."
            ),
            { } value => Read(value),
        };

    /// <summary>Reads one value; what needs no reading is given back.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">The value does not fit.</exception>
    protected abstract object Read(object value);
}
