using System;
using System.Collections;
using System.Management.Automation;

namespace VicidialPS.Binding;

/// <summary>
/// Takes what names a thing from a property of a piped object, whatever the property's type. By itself PowerShell takes a
/// property of another type for nothing, and writes the whole object as a text in its place.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NameOfInputAttribute : ArgumentTransformationAttribute
{
    private readonly string[] _names;

    /// <summary>Names the properties, of which the first that is there counts.</summary>
    public NameOfInputAttribute(params string[] names) => _names = names;

    /// <summary>Whether an object may have none of the properties, because another parameter can name the thing as well.</summary>
    public bool IsOptional { get; set; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is null or string or ValueType or (IList and not IDictionary))
        {
            return inputData;
        }

        foreach (string name in _names)
        {
            if (InputProperty.TryFind(inputData!, name, out object? found) && found is not null)
            {
                return found;
            }
        }

        return IsOptional ? null : throw new ArgumentTransformationMetadataException($"The input has no {_names[0]}.");
    }
}
