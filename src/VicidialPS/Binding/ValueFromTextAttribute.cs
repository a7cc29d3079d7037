using System.Collections;

namespace VicidialPS.Binding;

/// <summary>
/// Reads a parameter's value the way a cell of a column is read, so that a value means the same in both places. It runs before
/// PowerShell's own conversions, which round numbers and guess centuries.
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
                "The value is blank. Omit the parameter, or clear the field with -Clear."
            ),
            { } value => Read(value),
        };

    /// <summary>Reads one value. A value that needs no conversion is returned unchanged.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">The value does not fit.</exception>
    protected abstract object Read(object value);
}
