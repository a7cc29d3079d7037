namespace VicidialPS.Binding;

/// <summary>
/// Declares which wire field a parameter fills: the named one, or the parameter's first alias. The catalog knows how to write the
/// value. DBNull counts as "not given", like null.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldAttribute : ArgumentTransformationAttribute
{
    /// <summary>The wire field is the parameter's first alias.</summary>
    public FieldAttribute()
    {
    }

    /// <summary>Names the wire field. Needed if it is the parameter's own name, which cannot be an alias.</summary>
    public FieldAttribute(string name) => Name = name;

    /// <summary>The name on the wire, or null for the first alias.</summary>
    public string? Name { get; }

    /// <summary>The separator of several values, for a field that the catalog knows as plain text.</summary>
    public char Separator { get; set; }

    /// <summary>Whether each of several values becomes a separate request, because the function takes one value.</summary>
    public bool Each { get; set; }

    /// <summary>The switch that puts several values into one request; otherwise each becomes a separate request.</summary>
    public string? EachUnless { get; set; }

    /// <summary>Whether it identifies the thing to change. Other fields of an input object are used only if the user asks for it.</summary>
    public bool Identity { get; set; }

    /// <summary>Whether a request without it is rejected here, because the dialer would look for something else, or for nothing.</summary>
    public bool Required { get; set; }

    /// <summary>Whether it only says how or where to change something, so that it alone changes nothing.</summary>
    public bool Option { get; set; }

    /// <summary>Whether several values are joined without a separator.</summary>
    public bool Joined { get; set; }

    /// <summary>What a switch sends, if the field is not a plain yes or no.</summary>
    public string? On { get; set; }

    /// <summary>Why a column of this name is used only if -Map names it: it usually means something else. Null if it is always used.</summary>
    public string? OnlyIfMapped { get; set; }

    /// <summary>
    /// Whether the parameter is a flag. Other parameters accept no Boolean: PowerShell itself would convert it to the text "True" or the number 1.
    /// </summary>
    public bool IsFlag { get; set; }

    /// <summary>Whether the parameter accepts dates. In text, a date has the form that it has in a column, not the form of PowerShell.</summary>
    public bool IsDate { get; set; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (!IsFlag && (value is bool or SwitchParameter || (value is object?[] several && Array.Exists(several, IsBoolean))))
        {
            throw new ArgumentTransformationMetadataException("The value is $true or $false, but the parameter is not a flag.");
        }

        return value is DBNull ? null
            : value is DateTime date && !IsDate ? date.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
            : inputData;
    }

    private static bool IsBoolean(object? value) => value is bool or PSObject { BaseObject: bool };
}
