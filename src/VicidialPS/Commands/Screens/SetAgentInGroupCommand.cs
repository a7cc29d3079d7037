using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Screens;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Screens;

/// <summary>Sets the in-groups that an agent takes calls from (API function <c>change_ingroups</c>).</summary>
[Cmdlet(VerbsCommon.Set, "VicidialAgentInGroup", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[ApiFunction(DialerApi.Agent, "change_ingroups")]
[FixedField("value", "CHANGE")]
[OutputType(typeof(AgentInGroupChange))]
public sealed partial class SetAgentInGroupCommand : AgentInGroupCommand, IScreenAgent
{
    /// <summary>The in-groups. An empty list, @(), takes all of them from the agent. It is required; $null is an error.</summary>
    [Parameter(Position = 1)]
    [Field, Alias("ingroup_choices")]
    [ArgumentCompleter(typeof(InGroupCompleter))]
    public string[]? InGroupId { get; set; }

    private protected override string Action => "Set the agent's in-groups";

    private protected override IReadOnlyList<string>? InGroups => InGroupId;

    // A forgotten -InGroupId would remove all in-groups, so that must be explicit.
    private protected override void Complete(ApiRequest request)
    {
        if (InGroups is null)
        {
            throw new DialerException(
                "RequiredFieldMissing",
                DialerErrorKind.InvalidArgument,
                "-InGroupId is missing. To remove all in-groups from the agent, give an empty list: @()."
            );
        }

        base.Complete(request);
    }
}
