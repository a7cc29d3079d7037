using Vicidial.Client.Functions;
using Vicidial.Client.Operations;
using Vicidial.Client.Records.Screens;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Screens;

/// <summary>Sets the status (disposition) of an agent's call, and ends the call (API function <c>external_status</c>).</summary>
[Cmdlet(
    VerbsCommon.Set,
    "VicidialAgentDisposition",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = nameof(User)
)]
[ApiFunction(DialerApi.Agent, "external_status")]
[OutputType(typeof(AgentCommandResult))]
public sealed partial class SetAgentDispositionCommand : AgentWaitCommand, IScreenAgentOrKey
{
    private const int Column = 255;
    private const int Separators = 4;

    /// <summary>The status. It is not checked against the statuses of the campaign.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Field("value")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(StatusCompleter))]
    public string? Status { get; set; }

    /// <summary>
    /// When to call back, in the dialer's local time, for statuses that set a callback. A text or a date without an offset from UTC. A time
    /// with an offset, or a UTC time, is rejected.
    /// </summary>
    [Parameter]
    [Field(IsDate = true), Alias("callback_datetime")]
    public object? CallbackTime { get; set; }

    /// <summary>Who may take the callback: USERONLY for this agent, or ANYONE.</summary>
    [Parameter]
    [Field, Alias("callback_type")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? CallbackType { get; set; }

    /// <summary>A note for the callback. An exclamation mark or a pipe cannot be used.</summary>
    [Parameter]
    [Field, Alias("callback_comments")]
    [NoFileNames]
    public string? CallbackComments { get; set; }

    /// <summary>The code of the call for QueueMetrics.</summary>
    [Parameter]
    [Field, Alias("qm_dispo_code")]
    [NoFileNames]
    public string? QueueMetricsCode { get; set; }

    private protected override string Action => "Set the status of the agent's call";

    private protected override IReadOnlyList<ApiRequest> MakeRequests(VicidialConnection connection) =>
        base.MakeRequests(connection).Select(static request => ScreenColumn.Check(request, Column, Separators)).ToArray();

    private protected override Task<bool> IsDoneAsync(AgentScreen screen, object result, CancellationToken cancellationToken)
        => screen.ShowsAsync(AgentStates.HasDisposed, cancellationToken);
}
