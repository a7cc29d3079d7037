namespace VicidialPS.Binding;

/// <summary>
/// Marks an interface that declares parameters for several cmdlets. The compiler adds the properties, with their attributes and doc comments, to each
/// partial cmdlet class that implements it.
/// </summary>
[AttributeUsage(AttributeTargets.Interface, Inherited = false)]
internal sealed class ParameterGroupAttribute : Attribute;
