using System;

namespace VicidialPS.Output;

/// <summary>The findings of Test-VicidialConnection, each with a hint on what to do.</summary>
public sealed class ConnectionTest
{
    internal ConnectionTest(string connectionName, Uri uri)
    {
        ConnectionName = connectionName;
        Uri = uri;
    }

    /// <summary>The name of the connection.</summary>
    public string ConnectionName { get; }

    /// <summary>The address of the dialer.</summary>
    public Uri Uri { get; }

    /// <summary>Whether nothing failed.</summary>
    public bool Passed => Reachable.Passed != false && NonAgentApi.Passed != false && AgentApi.Passed != false
        && Login.Passed != false && AgentLogin.Passed != false && Rights.Passed != false && Clock.Passed != false;

    /// <summary>Whether a server answers.</summary>
    public ConnectionCheck Reachable { get; internal set; } = ConnectionCheck.Skipped;

    /// <summary>Version and build of the Non-Agent API.</summary>
    public ConnectionCheck NonAgentApi { get; internal set; } = ConnectionCheck.Skipped;

    /// <summary>Version and build of the Agent API.</summary>
    public ConnectionCheck AgentApi { get; internal set; } = ConnectionCheck.Skipped;

    /// <summary>Whether the Non-Agent API takes the login.</summary>
    public ConnectionCheck Login { get; internal set; } = ConnectionCheck.Skipped;

    /// <summary>Whether the Agent API takes the login.</summary>
    public ConnectionCheck AgentLogin { get; internal set; } = ConnectionCheck.Skipped;

    /// <summary>Which rights the account lacks for common work.</summary>
    public ConnectionCheck Rights { get; internal set; } = ConnectionCheck.Skipped;

    /// <summary>How far the dialer's clock is from this computer's, and its offset from UTC.</summary>
    public ConnectionCheck Clock { get; internal set; } = ConnectionCheck.Skipped;

    /// <summary>How far the dialer's clock is ahead of this computer's, or null.</summary>
    public TimeSpan? ClockDifference { get; internal set; }

    /// <summary>How far the dialer's local time is from UTC, or null.</summary>
    public TimeSpan? UtcOffset { get; internal set; }
}
