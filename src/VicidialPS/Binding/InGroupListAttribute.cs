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
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        => LanguagePrimitives.TryConvertTo(inputData, out string[] names)
            ? names.Append(EndMark).Select((name, index) => index == 0 ? Blank + name : name).ToArray()
            : inputData;
}
