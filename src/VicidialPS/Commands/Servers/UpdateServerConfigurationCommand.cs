using Vicidial.Client.Records.Servers;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;

namespace VicidialPS.Commands.Servers;

/// <summary>Makes all servers of a dialer rebuild their configuration (API function <c>server_refresh</c>).</summary>
[Cmdlet(VerbsData.Update, "VicidialServerConfiguration", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[ApiFunction("server_refresh")]
[ChangeDescription("Rebuild the configuration of all servers")]
[FixedField("stage", "REFRESH")]
[OutputType(typeof(ServerRefreshResult))]
[TurnKey]
public sealed class UpdateServerConfigurationCommand : ChangeCommand<ServerRefreshResult>
{
    private protected override string PlainParameter => nameof(Connection);
}
