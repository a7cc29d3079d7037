using System.Management.Automation;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Queries;

/// <summary>What comes down the pipeline to a question of which the records have no one type.</summary>
[ParameterGroup]
internal interface IPipedInput
{
    /// <summary>The object that was piped, for errors to name; what is asked about is taken from it by other parameters.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    PSObject? InputObject { get; set; }
}
