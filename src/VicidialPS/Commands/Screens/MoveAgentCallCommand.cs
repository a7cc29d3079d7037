using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Operations;
using Vicidial.Client.Records.Screens;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Screens;

/// <summary>
/// Transfers the call of an agent to a number, an in-group, or voicemail, and frees the agent (API function <c>transfer_conference</c>).
/// </summary>
[Cmdlet(
    VerbsCommon.Move,
    "VicidialAgentCall",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = nameof(User)
)]
[ApiFunction(DialerApi.Agent, "transfer_conference")]
[FixedField("value", ToNumber, UnlessGiven = [nameof(Destination), nameof(InGroupId)])]
[OutputType(typeof(AgentCommandResult))]
public sealed partial class MoveAgentCallCommand : AgentScreenCommand, IScreenAgentOrKey, ITransferOptions
{
    private const string ToNumber = "BLIND_TRANSFER";
    private const string ToInGroup = "LOCAL_CLOSER";

    /// <summary>The number that the call is transferred to.</summary>
    [Parameter(Position = 1)]
    [Field, Alias("phone_number")]
    [NoFileNames]
    public string? PhoneNumber { get; set; }

    /// <summary>The in-group to transfer to, for LOCAL_CLOSER. DEFAULTINGROUP means the one that the campaign has for transfers.</summary>
    [Parameter]
    [Field, Alias("ingroup_choices")]
    [ArgumentCompleter(typeof(InGroupCompleter))]
    public string? InGroupId { get; set; }

    /// <summary>
    /// BLIND_TRANSFER to the number, LOCAL_CLOSER to the in-group, or LEAVE_VM, which leaves the message of the campaign. Left out, it
    /// follows from the number or the in-group.
    /// </summary>
    [Parameter]
    [Field("value")]
    [ValidateSet(ToNumber, ToInGroup, "LEAVE_VM")]
    public string? Destination { get; set; }

    private protected override string Action => "Transfer the agent's call";

    // Without a target, the dialer reports SUCCESS and transfers the customer nowhere.
    private protected override IReadOnlyList<ApiRequest> MakeRequests(VicidialConnection connection)
    {
        IReadOnlyList<ApiRequest> requests = base.MakeRequests(connection);
        foreach (ApiRequest request in requests)
        {
            string value = Plan.FindWireName(nameof(Destination))!;
            if (request.Find(value) is null)
            {
                request.Add(value, ToInGroup);
            }

            string wanted = request.Find(value)!;
            if (wanted == ToNumber && PhoneNumber is null && MultiDialPhone is null)
            {
                throw new DialerException(
                    "RequiredFieldMissing",
                    DialerErrorKind.InvalidArgument,
                    $"-Destination {ToNumber} needs -PhoneNumber or -MultiDialPhone."
                );
            }

            if (wanted == ToInGroup && InGroupId is null)
            {
                throw new DialerException("RequiredFieldMissing", DialerErrorKind.InvalidArgument, $"-Destination {ToInGroup} needs -InGroupId.");
            }

            TransferColumn.Check(request);
        }

        return requests;
    }
}
