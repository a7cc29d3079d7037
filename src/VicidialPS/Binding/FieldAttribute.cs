using System;
using System.Management.Automation;

namespace VicidialPS.Binding;

/// <summary>
/// Says which wire field a parameter fills. Without a name it is the parameter's first alias, so that the name is written
/// once. How the value is written is the catalog's business. A value that a database does not have is "not given", as null is.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldAttribute : ArgumentTransformationAttribute
{
    /// <summary>The wire field is the parameter's first alias.</summary>
    public FieldAttribute()
    {
    }

    /// <summary>Names the wire field, where it is no alias because it is the parameter's own name.</summary>
    public FieldAttribute(string name) => Name = name;

    /// <summary>The name on the wire, or null for the first alias.</summary>
    public string? Name { get; }

    /// <summary>What joins several values of a field that the catalog takes for plain text.</summary>
    public char Separator { get; set; }

    /// <summary>Whether each of several values is a request of its own, because the function takes one.</summary>
    public bool Each { get; set; }

    /// <summary>A switch that puts several values into one request all the same.</summary>
    public string? EachUnless { get; set; }

    /// <summary>Whether it names the thing to change: of an input object, only such fields are taken unasked.</summary>
    public bool Identity { get; set; }

    /// <summary>Whether a request without it is refused here, because the dialer would look for something else, or for nothing.</summary>
    public bool Required { get; set; }

    /// <summary>Whether it only says how or where to change, so that by itself it changes nothing.</summary>
    public bool Option { get; set; }

    /// <summary>Whether several values are written one behind the other, with nothing in between.</summary>
    public bool Joined { get; set; }

    /// <summary>What a switch sends where the field is no plain yes or no.</summary>
    public string? On { get; set; }

    /// <summary>Why a column of this name is not taken unless -Map says so, because it usually means another thing; null if it is taken.</summary>
    public string? OnlyIfMapped { get; set; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
        => inputData is DBNull or PSObject { BaseObject: DBNull } ? null : inputData;
}
