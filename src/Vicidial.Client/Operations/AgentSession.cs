using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Records.Screens;
using Vicidial.Client.Requests;
using Vicidial.Client.Wire;

namespace Vicidial.Client.Operations;

/// <summary>
/// The conference of an agent's session and its server, which a supervisor's phone needs to join. The roster does not contain them, but the state of
/// the agent's recording does.
/// </summary>
public static class AgentSession
{
    private const string Session = "session_id";
    private const string Server = "server_ip";

    /// <summary>Whether a request names the session and its server.</summary>
    public static bool IsNamed(ApiRequest request) => request.Find(Session) is not null && request.Find(Server) is not null;

    /// <summary>Checks the name of an agent. It is not a field of the request, because it is only used to look up the session.</summary>
    /// <exception cref="DialerException">The dialer would read another name.</exception>
    public static void CheckUser(ref string user) =>
        FieldCheck.Check(ApiCatalog.Get(DialerApi.Agent, "recording").FindParameter("agent_user")!, ref user);

    /// <summary>Puts the session and its server into a request that does not name them.</summary>
    /// <exception cref="DialerException">The dialer does not report the session.</exception>
    public static async Task FindAsync(DialerClient client, ApiRequest request, IAttemptListener? log, CancellationToken cancellationToken)
    {
        if (IsNamed(request))
        {
            return;
        }

        AgentRecording? found = await new AgentScreen(client, request.Subject!, log).AskRecordingAsync(cancellationToken).ConfigureAwait(false);
        if (found is not null)
        {
            request.Remove(Session);
            request.Remove(Server);
            request.Add(Session, found.SessionId).Add(Server, found.ServerIp);
        }

        // While a recording command waits for the agent's screen, the dialer does not report the session in a readable form.
        if (string.IsNullOrEmpty(request.Find(Session)) || string.IsNullOrEmpty(request.Find(Server)))
        {
            throw new DialerException(
                "SessionDataNotFound",
                DialerErrorKind.State,
                $"The dialer does not report the session of agent {request.Subject}."
            );
        }
    }
}
