using System.Management.Automation;
using Vicidial.Client.Records.Agents;
using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Agents;

/// <summary>Calls a supervisor's phone and lets it listen to an agent's session (API function <c>blind_monitor</c>).</summary>
[Cmdlet(VerbsLifecycle.Start, "VicidialAgentMonitor", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[ApiFunction("blind_monitor")]
[FixedField("stage", "MONITOR", UnlessGiven = [nameof(Mode)])]
[OutputType(typeof(MonitorLaunch))]
public sealed class StartAgentMonitorCommand : AgentMonitorCommandBase
{
    /// <summary>The supervisor's phone, by its login.</summary>
    [Parameter(Position = 1)]
    [Field, Alias("phone_login")]
    [ArgumentCompleter(typeof(PhoneCompleter))]
    public string? PhoneLogin { get; set; }

    /// <summary>The conference of the agent's session; looked up where it is left out.</summary>
    [Parameter]
    [Field(Identity = true), Alias("session_id")]
    [NoFileNames]
    public string? SessionId { get; set; }

    /// <summary>The server of the agent's session; looked up where it is left out.</summary>
    [Parameter]
    [Field(Identity = true), Alias("server_ip")]
    [NoFileNames]
    public string? ServerIp { get; set; }

    /// <summary>MONITOR listens, WHISPER speaks to the agent alone, BARGE takes part in the call.</summary>
    [Parameter]
    [Field, Alias("stage")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? Mode { get; set; }

    private protected override string PlainParameter => nameof(User);
}
