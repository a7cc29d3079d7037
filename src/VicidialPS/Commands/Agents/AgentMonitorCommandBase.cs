using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Agents;
using Vicidial.Client.Records.Screens;
using Vicidial.Client.Wire;
using VicidialPS.Completion;
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
    private const string Agent = "agent_user";

    private static ApiFunction Recording => ApiCatalog.Get(DialerApi.Agent, "recording");

    /// <summary>The agent, by user account.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("agent_user")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public string? User { get; set; }

    private protected override bool Takes(Binding.ParameterField field) => false;

    // The agent is no field of the function: it is what the session is looked up by.
    private protected override void TakePlain(ApiCall call, PSObject value) => call.Subject = value.ToString();

    // What is missing is looked up before the call goes out.
    private protected override void Finish(ApiCall call)
    {
        string? user = User ?? call.Subject;
        if (user is null && (call.Find(Session) is null || call.Find(Server) is null))
        {
            throw new DialerException("RequiredFieldMissing", DialerErrorKind.InvalidArgument, "No User was given, nor the session and its server.");
        }

        if (user is not null)
        {
            FieldCheck.Check(Recording.FindParameter(Agent)!, ref user);
        }

        call.Subject = user;
    }

    private protected override (string Target, string Action) Describe(ApiCall call, VicidialConnection connection)
        => ($"{(call.Subject is null ? "session " + call.Find(Session) : "agent " + call.Subject)} on {connection.Name}", $"Let phone {call.Find(Phone)} in ({call.Find(Stage)})");

    // The phone and the way of listening stand in the words; agent, session and server are where.
    private protected override bool IsDescribed(Binding.ParameterField field) => true;

    private protected override async Task<object?> RunAsync(ApiCall call, VicidialConnection connection, CancellationToken cancellationToken)
    {
        if (call.Find(Session) is null || call.Find(Server) is null)
        {
            ApiCall question = new ApiCall(Recording).Add(Agent, call.Subject!).Add("value", "STATUS");
            using RecordReader<AgentRecording> reader = await connection.Client.QueryAsync<AgentRecording>(question, Log, cancellationToken).ConfigureAwait(false);
            if (await reader.ReadAsync(cancellationToken).ConfigureAwait(false) is { Records: { Count: > 0 } found })
            {
                call.Remove(Session);
                call.Remove(Server);
                call.Add(Session, found[0].SessionId).Add(Server, found[0].ServerIp);
            }
        }

        return await InvokeAsync(call, connection, cancellationToken).ConfigureAwait(false);
    }
}
