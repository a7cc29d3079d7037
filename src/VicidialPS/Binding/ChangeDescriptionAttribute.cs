using System;

namespace VicidialPS.Binding;

/// <summary>
/// Says in words what a cmdlet does and to what, for -WhatIf and -Confirm. Names of parameters in braces stand for what they
/// are given.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ChangeDescriptionAttribute : Attribute
{
    /// <summary>Names the action and its target.</summary>
    public ChangeDescriptionAttribute(string action, string target)
    {
        Action = action;
        Target = target;
    }

    /// <summary>What is done.</summary>
    public string Action { get; }

    /// <summary>What it is done to.</summary>
    public string Target { get; }
}
