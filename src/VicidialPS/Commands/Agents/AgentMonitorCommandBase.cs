using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Agents;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Records.Screens;
using Vicidial.Client.Requests;
using Vicidial.Client.Wire;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Agents;

/// <summary>
/// Listens to an agent. The dialer wants the conference and the server of the session, which the roster does not tell: the
/// state of the agent's recording does.
/// </summary>
public abstract class AgentMonitorCommandBase : ChangeCommand<MonitorLaunch>
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
    private protected override void TakePlain(ApiRequest request, PSObject value) => request.Subject = value.ToString();

    // What is missing is looked up before the request goes out.
    private protected override void Finish(ApiRequest request)
    {
        string? user = User ?? request.Subject;
        if (user is null && (request.Find(Session) is null || request.Find(Server) is null))
        {
            throw new DialerException("RequiredFieldMissing", DialerErrorKind.InvalidArgument, "No User was given, nor the session and its server.");
        }

        if (user is not null)
        {
            FieldCheck.Check(Recording.FindParameter(Agent)!, ref user);
        }

        request.Subject = user;
    }

    private protected override (string Target, string Action) Describe(ApiRequest request, VicidialConnection connection) =>
        (
            $"{(request.Subject is null ? "session " + request.Find(Session) : "agent " + request.Subject)} on {connection.Name}",
            $"Let phone {request.Find(Phone)} in ({request.Find(Stage)})"
        );

    // The phone and the way of listening stand in the words; agent, session and server are where.
    private protected override bool IsDescribed(Binding.ParameterField field) => true;

    private protected override async Task<object?> RunAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
    {
        if (request.Find(Session) is null || request.Find(Server) is null)
        {
            ApiRequest question = new ApiRequest(Recording).Add(Agent, request.Subject!).Add("value", "STATUS");
            using RecordReader<AgentRecording> reader = await connection
                .Client.QueryAsync<AgentRecording>(question, Log, cancellationToken)
                .ConfigureAwait(false);
            if (await reader.ReadAsync(cancellationToken).ConfigureAwait(false) is { Records: { Count: > 0 } found })
            {
                request.Remove(Session);
                request.Remove(Server);
                request.Add(Session, found[0].SessionId).Add(Server, found[0].ServerIp);
            }

            // While a recording waits for the agent's screen, the dialer does not tell the session in a form that can be read.
            if (string.IsNullOrEmpty(request.Find(Session)) || string.IsNullOrEmpty(request.Find(Server)))
            {
                throw new DialerException(
                    "SessionDataNotFound",
                    DialerErrorKind.State,
                    $"The dialer does not tell the session of agent {request.Subject}."
                );
            }
        }

        return await InvokeAsync(request, connection, cancellationToken).ConfigureAwait(false);
    }
}
