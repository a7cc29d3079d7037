using Vicidial.Client.Functions;
using Vicidial.Client.Records.Screens;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Screens;

/// <summary>Gets the leads on the screens of agents, by their keys in another system (API function <c>st_get_agent_active_lead</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialAgentLead")]
[ApiFunction(DialerApi.Agent, "st_get_agent_active_lead")]
[FixedField("vendor_id", "1", UnlessGiven = [nameof(TeamId)])]
[OutputType(typeof(ScreenLead))]
public sealed class GetAgentLeadCommand : PipedQueryCommand<ScreenLead>
{
    /// <summary>
    /// The agents, by the keys of another system that stand in the users' field "custom three". A property AlternateUser of a piped object
    /// also sets it.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Field("value", Each = true)]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    [NameOfInput(nameof(AlternateUser), KeepsOthers = true)]
    public string[] AlternateUser { get; set; } = [];

    /// <summary>The key of the agents' team in the other system. The dialer requires a value but does not use it. The default is 1.</summary>
    [Parameter]
    [Field, Alias("vendor_id")]
    [NoFileNames]
    public string TeamId { get; set; } = string.Empty;
}
