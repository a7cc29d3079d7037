using System.Collections;
using VicidialPS.Connections;

namespace VicidialPS.Binding;

/// <summary>
/// Reads a name from a property of a piped object, whatever the type of the property. PowerShell itself ignores a property of another
/// type, and converts the whole object to text.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NameOfInputAttribute : ArgumentTransformationAttribute
{
    private readonly string[] _names;

    /// <summary>Names the properties. The first one that exists is used.</summary>
    public NameOfInputAttribute(params string[] names) => _names = names;

    /// <summary>Whether an object may have none of the properties, because another parameter can identify the thing as well.</summary>
    public bool IsOptional { get; set; }

    /// <summary>Whether an object with none of the properties stays as it is: the cmdlet then says what it expects instead.</summary>
    public bool KeepsOthers { get; set; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is null or string or ValueType or VicidialConnection or (IList and not IDictionary))
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

        return KeepsOthers ? inputData
            : IsOptional ? null
            : throw new ArgumentTransformationMetadataException($"The input object has no property {_names[0]}.");
    }
}
