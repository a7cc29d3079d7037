namespace VicidialPS.Output;

/// <summary>The results of Test-VicidialConnection.</summary>
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

    /// <summary>Whether no step failed.</summary>
    public bool Passed => Reachable.Passed != false && NonAgentApi.Passed != false && AgentApi.Passed != false
        && Login.Passed != false && AgentLogin.Passed != false && Rights.Passed != false && Clock.Passed != false;

    /// <summary>Whether a server responds.</summary>
    public ConnectionCheck Reachable { get; internal set; } = ConnectionCheck.Skipped;

    /// <summary>The version and build of the Non-Agent API.</summary>
    public ConnectionCheck NonAgentApi { get; internal set; } = ConnectionCheck.Skipped;

    /// <summary>The version and build of the Agent API.</summary>
    public ConnectionCheck AgentApi { get; internal set; } = ConnectionCheck.Skipped;

    /// <summary>Whether the Non-Agent API accepts the login.</summary>
    public ConnectionCheck Login { get; internal set; } = ConnectionCheck.Skipped;

    /// <summary>Whether the Agent API accepts the login.</summary>
    public ConnectionCheck AgentLogin { get; internal set; } = ConnectionCheck.Skipped;

    /// <summary>Which permissions for common work the account lacks.</summary>
    public ConnectionCheck Rights { get; internal set; } = ConnectionCheck.Skipped;

    /// <summary>The difference between the dialer's clock and this computer's, and the dialer's offset from UTC.</summary>
    public ConnectionCheck Clock { get; internal set; } = ConnectionCheck.Skipped;

    /// <summary>How far the dialer's clock is ahead of this computer's, or null.</summary>
    public TimeSpan? ClockDifference { get; internal set; }

    /// <summary>The offset of the dialer's local time from UTC, or null.</summary>
    public TimeSpan? UtcOffset { get; internal set; }
}
