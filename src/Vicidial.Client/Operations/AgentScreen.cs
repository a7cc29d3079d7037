using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Records;
using Vicidial.Client.Records.Agents;
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
        DialerException? lost = null;
        try
        {
            if (await _client.Time.WaitUntilAsync(LookAsync, Interval, TimeSpan.FromSeconds(seconds), cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }
        catch (DialerException failure)
        {
            // The command was queued. Its error must not look like that of a command that was not sent.
            throw NotConfirmed($"but it cannot be seen whether the screen of agent {User} carried it out: {failure.Cause}", failure);
        }

        throw NotConfirmed(
            $"but the screen of agent {User} did not confirm it within {seconds} seconds.{(lost is null ? string.Empty : $" {lost.Cause}")}",
            lost
        );

        async Task<bool> LookAsync(CancellationToken token)
        {
            try
            {
                return await isDone(token).ConfigureAwait(false);
            }
            catch (DialerException failure) when (failure.IsPassing)
            {
                lost = failure;
                return false;
            }
        }
    }

    private static DialerException NotConfirmed(string doubt, DialerException? failure) =>
        new("NotConfirmed", DialerErrorKind.Timeout, $"The dialer queued the command, {doubt}", failure);

    private ApiRequest Ask(DialerApi api, string function) => new ApiRequest(ApiCatalog.Get(api, function)).Add(Agent, User);

    private async Task<TRecord?> AskAsync<TRecord>(ApiRequest question, CancellationToken cancellationToken)
        where TRecord : DialerRecord, new()
    {
        // Without a record, the agent seems to be logged out. Half a response must not look like that.
        IReadOnlyList<TRecord> found = await AllRecords.ReadAsync<TRecord>(_client, question, _log, cancellationToken).ConfigureAwait(false);
        return found.Count > 0 ? found[0] : null;
    }
}
