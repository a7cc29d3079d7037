using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Agents;
using Vicidial.Client.Records.Screens;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Agents;

/// <summary>
/// Listens to an agent. The dialer wants the conference and the server of the session, which the roster does not tell: the
/// state of the agent's recording does.
/// </summary>
public abstract class AgentMonitorCommandBase : RecordCommand<MonitorLaunch>
{
    private const string Session = "session_id";
    private const string Server = "server_ip";
    private const string Phone = "phone_login";
    private const string Stage = "stage";

    /// <summary>The agent, by user account.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("agent_user")]
    public string? User { get; set; }

    private protected override bool Takes(Binding.ParameterField field) => false;

    // What is missing is looked up before the call goes out.
    private protected override void Finish(ApiCall call)
    {
        if (User is null && (call.Find(Session) is null || call.Find(Server) is null))
        {
            throw new DialerException("RequiredFieldMissing", DialerErrorKind.InvalidArgument, "No User was given, nor the session and its server.");
        }

        call.Subject = User;
    }

    private protected override (string Target, string Action) Describe(ApiCall call, VicidialConnection connection)
        => ($"{(User is null ? "session " + call.Find(Session) : "agent " + User)} on {connection.Name}", $"Let phone {call.Find(Phone)} in ({call.Find(Stage)})");

    private protected override async Task<object?> RunAsync(ApiCall call, VicidialConnection connection, CancellationToken cancellationToken)
    {
        if (call.Find(Session) is null || call.Find(Server) is null)
        {
            ApiCall question = new ApiCall(ApiCatalog.Get(DialerApi.Agent, "recording")).Add("agent_user", call.Subject!).Add("value", "STATUS");
            using RecordReader<AgentRecording> reader = await connection.Client.QueryAsync<AgentRecording>(question, Log, cancellationToken).ConfigureAwait(false);
            if (await reader.ReadAsync(cancellationToken).ConfigureAwait(false) is { Records: { Count: > 0 } found })
            {
                call.Remove(Session);
                call.Remove(Server);
                call.Add(Session, found[0].SessionId).Add(Server, found[0].ServerIp);
            }
        }

        return await base.RunAsync(call, connection, cancellationToken).ConfigureAwait(false);
    }
}
