using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Records;
using Vicidial.Client.Records.Agents;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Records.Screens;
using Vicidial.Client.Requests;
using Vicidial.Client.Timing;

namespace Vicidial.Client.Operations;

/// <summary>
/// The screen of one agent. It fetches commands from the dialer with its next request, so only the agent's state shows whether a command was carried
/// out.
/// </summary>
public sealed class AgentScreen
{
    /// <summary>The default number of seconds to wait.</summary>
    public const int UsualSeconds = 15;

    private const string Agent = "agent_user";
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private readonly DialerClient _client;
    private readonly IAttemptListener? _log;

    /// <summary>Sets the agent. Nothing is sent yet.</summary>
    /// <param name="client">The dialer.</param>
    /// <param name="user">The agent, as the dialer names it.</param>
    /// <param name="log">Is notified of every attempt, or null.</param>
    public AgentScreen(DialerClient client, string user, IAttemptListener? log)
    {
        _client = client;
        User = user;
        _log = log;
    }

    /// <summary>The agent.</summary>
    public string User { get; }

    /// <summary>Requests the in-groups of the agent.</summary>
    public Task<AgentInGroupSelection?> AskInGroupsAsync(CancellationToken cancellationToken)
        => AskAsync<AgentInGroupSelection>(Ask(DialerApi.NonAgent, "agent_ingroup_info").Add("stage", "text"), cancellationToken);

    /// <summary>Requests the state of the agent; null if the agent is not logged in.</summary>
    public async Task<AgentStatus?> AskStatusAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync<AgentStatus>(Ask(DialerApi.NonAgent, "agent_status"), cancellationToken).ConfigureAwait(false);
        }
        catch (DialerException absent) when (absent.ErrorId == "Vicidial.AgentNotLoggedIn")
        {
            return null;
        }
    }

    /// <summary>Requests whether the session of the agent is recorded, and where the session is.</summary>
    public Task<AgentRecording?> AskRecordingAsync(CancellationToken cancellationToken)
        => AskAsync<AgentRecording>(Ask(DialerApi.Agent, "recording").Add("value", "STATUS"), cancellationToken);

    /// <summary>Whether the state of the agent is one that is waited for.</summary>
    /// <param name="isMeant">Checks the state, which is null if the agent is not logged in.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task<bool> ShowsAsync(Func<AgentStatus?, bool> isMeant, CancellationToken cancellationToken)
        => isMeant(await AskStatusAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>Whether the recording of the agent's session is in the expected state.</summary>
    public async Task<bool> IsRecordedAsync(bool wanted, CancellationToken cancellationToken)
        => await AskRecordingAsync(cancellationToken).ConfigureAwait(false) is { } recording && recording.IsRecording == wanted;

    /// <summary>Polls until the screen has carried out the command.</summary>
    /// <param name="seconds">How long to poll.</param>
    /// <param name="isDone">Checks once.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <exception cref="DialerException">It is not done in time.</exception>
    public async Task WaitAsync(int seconds, Func<CancellationToken, Task<bool>> isDone, CancellationToken cancellationToken)
    {
        if (!await _client.Time.WaitUntilAsync(isDone, Interval, TimeSpan.FromSeconds(seconds), cancellationToken).ConfigureAwait(false))
        {
            throw new DialerException(
                "NotConfirmed",
                DialerErrorKind.Timeout,
                $"The dialer queued the command, but the screen of agent {User} did not confirm it within {seconds} seconds."
            );
        }
    }

    private ApiRequest Ask(DialerApi api, string function) => new ApiRequest(ApiCatalog.Get(api, function)).Add(Agent, User);

    private async Task<TRecord?> AskAsync<TRecord>(ApiRequest question, CancellationToken cancellationToken)
        where TRecord : DialerRecord, new()
    {
        using RecordReader<TRecord> reader = await _client.QueryAsync<TRecord>(question, _log, cancellationToken).ConfigureAwait(false);
        return await reader.ReadAsync(cancellationToken).ConfigureAwait(false) is { Records: { Count: > 0 } found } ? found[0] : null;
    }
}
