using Vicidial.Client;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using VicidialPS.Output;

namespace VicidialPS.Connections;

/// <summary>
/// A connection to one dialer with one API account. Its properties contain no secrets, so it can be formatted, exported, and logged.
/// </summary>
public sealed class VicidialConnection : IDisposable
{
    internal VicidialConnection(DialerClient client, Uri uri, Uri? agentUri, string source, TimeSpan timeout, int maximumRetryCount)
    {
        Client = client;
        Uri = uri;
        AgentUri = agentUri ?? uri;
        Source = source;
        TimeoutSec = (int)timeout.TotalSeconds;
        MaximumRetryCount = maximumRetryCount;
    }

    /// <summary>The name of the connection; records contain it as ConnectionName.</summary>
    public string Name => Client.Name;

    /// <summary>The base address of the dialer.</summary>
    public Uri Uri { get; }

    /// <summary>The base address of the Agent API.</summary>
    public Uri AgentUri { get; }

    /// <summary>The API account.</summary>
    public string User => Client.User;

    /// <summary>The label with which the dialer logs the requests.</summary>
    public string Source { get; }

    /// <summary>Whether cmdlets without -Connection use this one.</summary>
    public bool IsDefault { get; internal set; }

    /// <summary>The state of the login to the Non-Agent API.</summary>
    public LoginState Login => StateOf(DialerApi.NonAgent);

    /// <summary>The state of the login to the Agent API, which is checked at its first use or with -CheckAgentApi.</summary>
    public LoginState AgentLogin => StateOf(DialerApi.Agent);

    /// <summary>The version of the Non-Agent API.</summary>
    public string? Version => Client.Versions.Known(DialerApi.NonAgent)?.Version;

    /// <summary>The build of the Non-Agent API.</summary>
    public string? Build => Client.Versions.Known(DialerApi.NonAgent)?.Build;

    /// <summary>The version of the Agent API, or null if it did not respond.</summary>
    public string? AgentVersion => Client.Versions.Known(DialerApi.Agent)?.Version;

    /// <summary>The build of the Agent API, or null if it did not respond.</summary>
    public string? AgentBuild => Client.Versions.Known(DialerApi.Agent)?.Build;

    /// <summary>The offset of the dialer's local time from UTC when the session connected, or null.</summary>
    public TimeSpan? UtcOffset => Client.Versions.UtcOffset;

    /// <summary>The number of seconds to wait for the headers of a response, and for each further part of it.</summary>
    public int TimeoutSec { get; }

    /// <summary>How many times a request that is safe to repeat is retried.</summary>
    public int MaximumRetryCount { get; }

    /// <summary>The log file of the connection, or null.</summary>
    public string? LogPath => Client.Files.OfType<ApiLog>().FirstOrDefault()?.Path;

    internal DialerClient Client { get; }

    /// <summary>The plain parameters with which it was created, for a profile.</summary>
    internal OutputTable Settings { get; set; } = new();

    /// <inheritdoc/>
    public void Dispose() => Client.Dispose();

    /// <inheritdoc/>
    public override string ToString() => Name;

    private LoginState StateOf(DialerApi api)
    {
        if (Client.LoginRefusal is not null)
        {
            return LoginState.Refused;
        }

        return Client.IsLoginGood(api) ? LoginState.Good : LoginState.Unchecked;
    }
}
