using Vicidial.Client.Functions;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Records.Screens;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Screens;

/// <summary>Hangs up a call of a remote agent (API function <c>ra_call_control</c>).</summary>
[Cmdlet(VerbsLifecycle.Stop, "VicidialRemoteAgentCall", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[ApiFunction(DialerApi.Agent, "ra_call_control")]
[FixedField("stage", "HANGUP")]
[OutputType(typeof(RemoteCallResult))]
public sealed partial class StopRemoteAgentCallCommand : AgentScreenCommand, IScreenAgent
{
    /// <summary>The call: the CallerId that Get-VicidialLoggedInAgent returns.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Field("value")]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public string? CallId { get; set; }

    /// <summary>The status for the call. It is not checked against the statuses of the campaign.</summary>
    [Parameter]
    [Field("status")]
    [ArgumentCompleter(typeof(StatusCompleter))]
    public string? Status { get; set; }

    private protected override string Action => "Hang up the remote agent's call";

    private protected override object? ReadResult(ApiRequest request, DialerResponse response, string connectionName) =>
        ChangeReader.Read<RemoteCallResult>(connectionName, request, response);
}
