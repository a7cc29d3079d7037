using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Operations;
using Vicidial.Client.Records.Screens;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Screens;

/// <summary>Adds a third party to the call of an agent (API function <c>transfer_conference</c>).</summary>
[Cmdlet(
    VerbsCommon.Add,
    "VicidialAgentCallParty",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = nameof(User)
)]
[ApiFunction(DialerApi.Agent, "transfer_conference")]
[FixedField("value", "DIAL_WITH_CUSTOMER", UnlessGiven = [nameof(ParkCustomer)])]
[OutputType(typeof(AgentCommandResult))]
public sealed partial class AddAgentCallPartyCommand : AgentScreenCommand, IScreenAgentOrKey, ITransferOptions
{
    /// <summary>The number to call. You can leave it out if you give -InGroupId or -MultiDialPhone.</summary>
    [Parameter(Position = 1)]
    [Field, Alias("phone_number")]
    [NoFileNames]
    public string? PhoneNumber { get; set; }

    /// <summary>The in-group whose agent is called. It needs -Consultative.</summary>
    [Parameter]
    [Field, Alias("ingroup_choices")]
    [ArgumentCompleter(typeof(InGroupCompleter))]
    public string? InGroupId { get; set; }

    /// <summary>Parks the customer until the agent resumes the call. Without it, the customer hears both.</summary>
    [Parameter]
    [Field("value", On = "PARK_CUSTOMER_DIAL", IsFlag = true)]
    public SwitchParameter ParkCustomer { get; set; }

    private protected override string Action => "Add a third party to the agent's call";

    // Without a target, the dialer reports SUCCESS and calls no one. It calls an in-group only if the agent speaks to it first.
    private protected override IReadOnlyList<ApiRequest> MakeRequests(VicidialConnection connection)
    {
        if (string.IsNullOrEmpty(PhoneNumber) && string.IsNullOrEmpty(InGroupId) && MultiDialPhone is not { Length: > 0 })
        {
            throw new DialerException(
                "RequiredFieldMissing",
                DialerErrorKind.InvalidArgument,
                "-PhoneNumber, -MultiDialPhone, or -InGroupId is required. Without it, the dialer would call no one."
            );
        }

        return !string.IsNullOrEmpty(InGroupId) && !Consultative
            ? throw new DialerException(
                "RequiredFieldMissing",
                DialerErrorKind.InvalidArgument,
                "-InGroupId needs -Consultative. Without it, the dialer does not call the in-group."
            )
            : base.MakeRequests(connection).Select(TransferColumn.Check).ToArray();
    }
}
