namespace VicidialPS.Binding;

/// <summary>
/// Marks an interface that declares parameters for several cmdlets. While a partial cmdlet class that implements it is compiled, it gets
/// the properties with their attributes and doc comments.
/// </summary>
[AttributeUsage(AttributeTargets.Interface, Inherited = false)]
internal sealed class ParameterGroupAttribute : Attribute;
