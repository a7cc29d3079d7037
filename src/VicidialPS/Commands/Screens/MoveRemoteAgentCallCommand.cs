using Vicidial.Client.Functions;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Records.Screens;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Screens;

/// <summary>Transfers a call of a remote agent (API function <c>ra_call_control</c>).</summary>
[Cmdlet(VerbsCommon.Move, "VicidialRemoteAgentCall", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[ApiFunction(DialerApi.Agent, "ra_call_control")]
[FixedField("stage", "EXTENSIONTRANSFER", UnlessGiven = [nameof(InGroupId)])]
[FixedField("stage", "INGROUPTRANSFER", IfGiven = nameof(InGroupId))]
[OutputType(typeof(RemoteCallResult))]
public sealed partial class MoveRemoteAgentCallCommand : AgentScreenCommand, IScreenAgent
{
    /// <summary>The call: the CallerId that Get-VicidialLoggedInAgent returns.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Field("value")]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public string? CallId { get; set; }

    /// <summary>The number or extension to transfer to.</summary>
    [Parameter]
    [Field, Alias("phone_number")]
    [NoFileNames]
    public string? PhoneNumber { get; set; }

    /// <summary>The in-group to transfer to. DEFAULTINGROUP means the one that the campaign has for transfers.</summary>
    [Parameter]
    [Field, Alias("ingroup_choices")]
    [ArgumentCompleter(typeof(InGroupCompleter))]
    public string? InGroupId { get; set; }

    /// <summary>The status for the call. It is not checked against the statuses of the campaign.</summary>
    [Parameter]
    [Field("status")]
    [ArgumentCompleter(typeof(StatusCompleter))]
    public string? Status { get; set; }

    private protected override string Action => "Transfer the remote agent's call";

    private protected override object? ReadResult(ApiRequest request, DialerResponse response, string connectionName) =>
        ChangeReader.Read<RemoteCallResult>(connectionName, request, response);
}
