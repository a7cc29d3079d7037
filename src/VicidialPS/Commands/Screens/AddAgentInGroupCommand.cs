using Vicidial.Client.Functions;
using Vicidial.Client.Records.Screens;
using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Screens;

/// <summary>Adds in-groups to those that an agent takes calls from (API function <c>change_ingroups</c>).</summary>
[Cmdlet(VerbsCommon.Add, "VicidialAgentInGroup", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[ApiFunction(DialerApi.Agent, "change_ingroups")]
[FixedField("value", "ADD")]
[OutputType(typeof(AgentInGroupChange))]
public sealed partial class AddAgentInGroupCommand : AgentInGroupCommand, IScreenAgent
{
    /// <summary>The in-groups that the agent also takes calls from. They must be active.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Field, Alias("ingroup_choices")]
    [ArgumentCompleter(typeof(InGroupCompleter))]
    public string[]? InGroupId { get; set; }

    private protected override string Action => "Add in-groups to the agent's selection";

    private protected override IReadOnlyList<string>? InGroups => InGroupId;
}
