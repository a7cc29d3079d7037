namespace VicidialPS.Binding;

/// <summary>
/// Describes for -WhatIf and -Confirm what a cmdlet does, and to what. Parameter names in braces are replaced by their values.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ChangeDescriptionAttribute : Attribute
{
    /// <summary>Says in one phrase what is done. The target is then the connection.</summary>
    public ChangeDescriptionAttribute(string action)
        : this(action, string.Empty)
    {
    }

    /// <summary>Names the action and its target.</summary>
    public ChangeDescriptionAttribute(string action, string target)
    {
        Action = action;
        Target = target;
    }

    /// <summary>What is done.</summary>
    public string Action { get; }

    /// <summary>The target of the action; empty if the action contains it.</summary>
    public string Target { get; }
}
