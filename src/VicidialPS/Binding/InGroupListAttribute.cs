namespace VicidialPS.Binding;

/// <summary>
/// Writes in-group names in the form that the dialer needs for an agent: a blank before the first one, and a single hyphen after the
/// last one. Without them the dialer damages the first and the last name.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InGroupListAttribute : ArgumentTransformationAttribute
{
    private const string Blank = " ";
    private const string EndMark = "-";

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        // A variable that was never set must not take all in-groups from an agent.
        if (inputData is null or DBNull)
        {
            return null;
        }

        // An empty list stays empty, because the dialer would read the blank and the hyphen without names as a name.
        return LanguagePrimitives.TryConvertTo(inputData, out string[] names) && names.Length > 0
            ? names.Append(EndMark).Select((name, index) => index == 0 ? Blank + name : name).ToArray()
            : inputData;
    }
}
