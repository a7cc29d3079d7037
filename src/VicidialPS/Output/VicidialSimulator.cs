using System.Security;
using Vicidial.Simulator;

namespace VicidialPS.Output;

/// <summary>A simulated dialer of this session. Its account is invented and protects nothing, so its credential can be shown.</summary>
public sealed class VicidialSimulator : IDisposable
{
    internal VicidialSimulator(DialerSimulator dialer, SecureString password)
    {
        Dialer = dialer;
        Credential = new PSCredential(dialer.User, password);
    }

    /// <summary>The address to connect to, on this computer.</summary>
    public Uri Uri => Dialer.Uri;

    /// <summary>The port.</summary>
    public int Port => Dialer.Port;

    /// <summary>The account of an administrator with all permissions.</summary>
    public PSCredential Credential { get; }

    /// <summary>The name of its scenario.</summary>
    public string ScenarioName => Dialer.ScenarioName;

    /// <summary>The simulated release, as the version of its Non-Agent API.</summary>
    public string Release => Dialer.World.Generation.NonAgentVersion;

    /// <summary>
    /// The simulated dialer's API log, oldest entry first, up to 10,000 entries. Nothing in it is masked, as in the report that managers see,
    /// so it shows what a script reveals.
    /// </summary>
    public SimulatedApiLog ApiLog => new(Dialer.GetApiLog());

    /// <summary>The dialer's local time, which Step-VicidialSimulator advances.</summary>
    public DateTime Now => Dialer.Clock.Now;

    /// <summary>Whether it responds to requests.</summary>
    public bool IsRunning => Dialer.IsRunning;

    internal DialerSimulator Dialer { get; }

    /// <summary>Logs an agent in, which no API function can do. The agent is paused.</summary>
    /// <param name="user">The agent's account in the simulated dialer.</param>
    /// <param name="campaignId">The campaign.</param>
    public void LogIn(string user, string campaignId) => Dialer.World.Update(world => world.LogIn(user, campaignId));

    /// <summary>Stops the dialer and starts it again on the same port, with all its data.</summary>
    /// <param name="milliseconds">How long it does not respond.</param>
    public void Restart(int milliseconds) => Dialer.Restart(TimeSpan.FromMilliseconds(milliseconds));

    /// <inheritdoc/>
    public void Dispose() => Dialer.Dispose();

    /// <inheritdoc/>
    public override string ToString() => Uri.ToString();
}
