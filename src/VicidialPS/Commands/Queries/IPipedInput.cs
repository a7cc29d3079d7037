using VicidialPS.Binding;

namespace VicidialPS.Commands.Queries;

/// <summary>The piped object of a query that has several record types.</summary>
[ParameterGroup]
internal interface IPipedInput
{
    /// <summary>The piped object, which error records contain. Other parameters read its properties.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    PSObject? InputObject { get; set; }
}
