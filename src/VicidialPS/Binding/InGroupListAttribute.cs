using System;
using System.Linq;
using System.Management.Automation;

namespace VicidialPS.Binding;

/// <summary>
/// Puts names of in-groups as the dialer wants them for an agent: a blank in front, and a lone hyphen at the end. Without
/// them the first and the last name are mangled.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InGroupListAttribute : ArgumentTransformationAttribute
{
    private const string Blank = " ";
    private const string EndMark = "-";

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if (inputData is null)
        {
            return Array.Empty<string>();
        }

        // No in-groups are an empty list: marks around nothing would be read for a name.
        return LanguagePrimitives.TryConvertTo(inputData, out string[] names) && names.Length > 0
            ? names.Append(EndMark).Select((name, index) => index == 0 ? Blank + name : name).ToArray()
            : inputData;
    }
}
