using System.Management.Automation;
using Vicidial.Client;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Records.Screens;
using Vicidial.Client.Wire;
using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Screens;

/// <summary>Sets the in-groups that an agent takes calls from (API function <c>change_ingroups</c>).</summary>
[Cmdlet(VerbsCommon.Set, "VicidialAgentInGroup", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[ApiFunction(DialerApi.Agent, "change_ingroups")]
[FixedField("value", "CHANGE")]
[FixedField("blended", "NO", UnlessGiven = [nameof(Blended)])]
[OutputType(typeof(AgentInGroupChange))]
public sealed class SetAgentInGroupCommand : AgentUserCommand
{
    /// <summary>The in-groups; none where it is left out.</summary>
    [Parameter(Position = 1)]
    [Field, Alias("ingroup_choices")]
    [InGroupList]
    [ArgumentCompleter(typeof(InGroupCompleter))]
    public string[]? InGroupId { get; set; }

    /// <summary>Whether the agent also takes calls that the dialer places.</summary>
    [Parameter]
    [Field("blended")]
    public bool? Blended { get; set; }

    /// <summary>Keeps the choice for later logins.</summary>
    [Parameter]
    [Field, Alias("set_as_default")]
    public SwitchParameter SetAsDefault { get; set; }

    private protected override string Action => "Set the agent's in-groups";

    private protected override object? ReadResult(ApiCall call, DialerReply reply, string connectionName) => ChangeReader.Read<AgentInGroupChange>(connectionName, call, reply);
}
