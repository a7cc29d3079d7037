using System;
using System.Linq;
using Vicidial.Client;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using VicidialPS.Output;

namespace VicidialPS.Connections;

/// <summary>
/// A connection to one dialer with one API account. It shows no secret and holds none in a property, so that it can be
/// formatted, exported and logged.
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

    /// <summary>The name of the connection; records carry it as ConnectionName.</summary>
    public string Name => Client.Name;

    /// <summary>The base address of the dialer.</summary>
    public Uri Uri { get; }

    /// <summary>The base address of the Agent API.</summary>
    public Uri AgentUri { get; }

    /// <summary>The API account.</summary>
    public string User => Client.User;

    /// <summary>The label under which the dialer logs the requests.</summary>
    public string Source { get; }

    /// <summary>Whether cmdlets without -Connection use this one.</summary>
    public bool IsDefault { get; internal set; }

    /// <summary>What is known of the login of the Non-Agent API.</summary>
    public LoginState Login => StateOf(DialerApi.NonAgent);

    /// <summary>What is known of the login of the Agent API, which is checked at its first use or with -CheckAgentApi.</summary>
    public LoginState AgentLogin => StateOf(DialerApi.Agent);

    /// <summary>The version of the Non-Agent API.</summary>
    public string? Version => Client.Versions.Known(DialerApi.NonAgent)?.Version;

    /// <summary>The build of the Non-Agent API.</summary>
    public string? Build => Client.Versions.Known(DialerApi.NonAgent)?.Build;

    /// <summary>The version of the Agent API, or null where it did not answer.</summary>
    public string? AgentVersion => Client.Versions.Known(DialerApi.Agent)?.Version;

    /// <summary>The build of the Agent API, or null where it did not answer.</summary>
    public string? AgentBuild => Client.Versions.Known(DialerApi.Agent)?.Build;

    /// <summary>How far the dialer's local time was from UTC when connecting, or null.</summary>
    public TimeSpan? UtcOffset => Client.Versions.UtcOffset;

    /// <summary>Seconds to the headers of a response, and then the longest silence in it.</summary>
    public int TimeoutSec { get; }

    /// <summary>How often a request that may be repeated is repeated.</summary>
    public int MaximumRetryCount { get; }

    /// <summary>The file that is told of every request, or null.</summary>
    public string? LogPath => Client.Files.OfType<ApiLog>().FirstOrDefault()?.Path;

    internal DialerClient Client { get; }

    /// <summary>The plain parameters that it was made with, for a profile.</summary>
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
