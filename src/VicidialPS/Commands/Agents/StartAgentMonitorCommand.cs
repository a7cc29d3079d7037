using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Operations;
using Vicidial.Client.Records.Agents;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Agents;

/// <summary>
/// Calls a supervisor's phone and connects it to an agent's session (API function <c>blind_monitor</c>). If session and server are not
/// given, they are looked up.
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "VicidialAgentMonitor", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[ApiFunction("blind_monitor")]
[FixedField("stage", "MONITOR", UnlessGiven = [nameof(Mode)])]
[OutputType(typeof(MonitorLaunch))]
public sealed class StartAgentMonitorCommand : ChangeCommand<MonitorLaunch>
{
    /// <summary>The agent, by user account. A property User or agent_user of a piped object also sets it.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("agent_user")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public string? User { get; set; }

    /// <summary>The login of the supervisor's phone.</summary>
    [Parameter(Position = 1)]
    [Field, Alias("phone_login")]
    [ArgumentCompleter(typeof(PhoneCompleter))]
    public string? PhoneLogin { get; set; }

    /// <summary>The conference of the session, seven digits. By default, it is looked up.</summary>
    [Parameter]
    [Field(Identity = true), Alias("session_id")]
    [NoFileNames]
    public string? SessionId { get; set; }

    /// <summary>The telephony server of the session. By default, it is looked up.</summary>
    [Parameter]
    [Field(Identity = true), Alias("server_ip")]
    [NoFileNames]
    public string? ServerIp { get; set; }

    /// <summary>
    /// MONITOR listens, WHISPER speaks to the agent alone, BARGE takes part in the call, BARGESWAP replaces the agent in the call.
    /// The default is MONITOR.
    /// </summary>
    [Parameter]
    [Field, Alias("stage")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? Mode { get; set; }

    private protected override string PlainParameter => nameof(User);

    private protected override bool Takes(ParameterField field) => false;

    // The function has no field for the agent; it is used to look up the session.
    private protected override void TakePlain(ApiRequest request, PSObject value) => request.Subject = value.ToString();

    // The missing session is looked up before the request is sent.
    private protected override void Finish(ApiRequest request)
    {
        string? user = User ?? request.Subject;
        if (user is not null)
        {
            AgentSession.CheckUser(ref user);
        }
        else if (!AgentSession.IsNamed(request))
        {
            throw new DialerException("RequiredFieldMissing", DialerErrorKind.InvalidArgument, "-User is missing, or both -SessionId and -ServerIp.");
        }

        request.Subject = user;
    }

    private protected override (string Target, string Action) Describe(ApiRequest request, VicidialConnection connection) =>
        (
            $"{(request.Subject is null ? "session " + Value(request, nameof(SessionId)) : "agent " + request.Subject)} on {connection.Name}",
            $"Connect phone {Value(request, nameof(PhoneLogin))} in mode {Value(request, nameof(Mode))}"
        );

    // The description contains the phone and the mode, and the target contains the agent, the session, and the server.
    private protected override bool IsDescribed(ParameterField field) => true;

    private protected override async Task<object?> RunAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
    {
        await AgentSession.FindAsync(connection.Client, request, Log, cancellationToken).ConfigureAwait(false);
        return await InvokeAsync(request, connection, cancellationToken).ConfigureAwait(false);
    }

    private string? Value(ApiRequest request, string parameter) => request.Find(Plan.FindWireName(parameter)!);
}
