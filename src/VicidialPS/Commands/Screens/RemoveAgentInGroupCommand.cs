using Vicidial.Client.Functions;
using Vicidial.Client.Records.Screens;
using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Screens;

/// <summary>Removes in-groups from those that an agent takes calls from (API function <c>change_ingroups</c>).</summary>
[Cmdlet(VerbsCommon.Remove, "VicidialAgentInGroup", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[ApiFunction(DialerApi.Agent, "change_ingroups")]
[FixedField("value", "REMOVE")]
[OutputType(typeof(AgentInGroupChange))]
public sealed partial class RemoveAgentInGroupCommand : AgentInGroupCommand, IScreenAgent
{
    /// <summary>The in-groups that the agent no longer takes calls from.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Field, Alias("ingroup_choices")]
    [ArgumentCompleter(typeof(InGroupCompleter))]
    public string[]? InGroupId { get; set; }

    private protected override string Action => "Remove in-groups from the agent's selection";

    private protected override IReadOnlyList<string>? InGroups => InGroupId;
}
