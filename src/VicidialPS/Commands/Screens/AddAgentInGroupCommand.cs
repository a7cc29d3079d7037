using System.Management.Automation;
using Vicidial.Client;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Records.Screens;
using Vicidial.Client.Wire;
using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Screens;

/// <summary>Adds in-groups to those that an agent takes calls from (API function <c>change_ingroups</c>).</summary>
[Cmdlet(VerbsCommon.Add, "VicidialAgentInGroup", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[ApiFunction(DialerApi.Agent, "change_ingroups")]
[FixedField("value", "ADD")]
[FixedField("blended", "NO", UnlessGiven = [nameof(Blended)])]
[OutputType(typeof(AgentInGroupChange))]
public sealed class AddAgentInGroupCommand : AgentUserCommand
{
    /// <summary>The in-groups.</summary>
    [Parameter(Mandatory = true, Position = 1)]
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

    private protected override string Action => "Add in-groups for the agent";

    private protected override object? ReadResult(ApiCall call, DialerReply reply, string connectionName) => ChangeReader.Read<AgentInGroupChange>(connectionName, call, reply);
}
