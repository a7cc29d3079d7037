using System;

namespace VicidialPS.Binding;

/// <summary>
/// Parameters that several cmdlets share, declared once in an interface. A partial cmdlet class that implements it is given the properties,
/// with their attributes and doc comments, while it is compiled.
/// </summary>
[AttributeUsage(AttributeTargets.Interface, Inherited = false)]
internal sealed class ParameterGroupAttribute : Attribute;
