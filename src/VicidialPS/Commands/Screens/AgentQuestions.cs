using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Records;
using Vicidial.Client.Records.Agents;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Records.Screens;
using Vicidial.Client.Requests;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Screens;

/// <summary>What commands to an agent's screen have to ask before and behind what they do.</summary>
internal static class AgentQuestions
{
    private const string Agent = "agent_user";

    /// <summary>Asks for the in-groups of an agent.</summary>
    public static Task<AgentInGroupSelection?> AskInGroupsAsync(
        string user,
        VicidialConnection connection,
        IAttemptListener? log,
        CancellationToken cancellationToken
    ) =>
        AskAsync<AgentInGroupSelection>(Ask(DialerApi.NonAgent, "agent_ingroup_info", user).Add("stage", "text"), connection, log, cancellationToken);

    /// <summary>Asks for the state of an agent; null where the agent is not logged in.</summary>
    public static async Task<AgentStatus?> AskStatusAsync(
        string user,
        VicidialConnection connection,
        IAttemptListener? log,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await AskAsync<AgentStatus>(Ask(DialerApi.NonAgent, "agent_status", user), connection, log, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (DialerException absent) when (absent.ErrorId == "Vicidial.AgentNotLoggedIn")
        {
            return null;
        }
    }

    /// <summary>Asks whether the session of an agent is recorded.</summary>
    public static Task<AgentRecording?> AskRecordingAsync(
        string user,
        VicidialConnection connection,
        IAttemptListener? log,
        CancellationToken cancellationToken
    ) => AskAsync<AgentRecording>(Ask(DialerApi.Agent, "recording", user).Add("value", "STATUS"), connection, log, cancellationToken);

    private static ApiRequest Ask(DialerApi api, string function, string user) => new ApiRequest(ApiCatalog.Get(api, function)).Add(Agent, user);

    private static async Task<TRecord?> AskAsync<TRecord>(
        ApiRequest question,
        VicidialConnection connection,
        IAttemptListener? log,
        CancellationToken cancellationToken
    )
        where TRecord : DialerRecord, new()
    {
        using RecordReader<TRecord> reader = await connection.Client.QueryAsync<TRecord>(question, log, cancellationToken).ConfigureAwait(false);
        return await reader.ReadAsync(cancellationToken).ConfigureAwait(false) is { Records: { Count: > 0 } found } ? found[0] : null;
    }
}
