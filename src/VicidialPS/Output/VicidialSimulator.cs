using System;
using System.Management.Automation;
using System.Security;
using Vicidial.Simulator;

namespace VicidialPS.Output;

/// <summary>
/// A simulated dialer of this session. Its account is invented and public by design, so its credential may be shown: there
/// is nothing behind it to protect.
/// </summary>
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

    /// <summary>The account of an administrator, who may do everything.</summary>
    public PSCredential Credential { get; }

    /// <summary>The name of the scenario that it plays.</summary>
    public string ScenarioName => Dialer.ScenarioName;

    /// <summary>The release of the dialer that it is, by the version of its Non-Agent API.</summary>
    public string Release => Dialer.World.Generation.NonAgentVersion;

    /// <summary>
    /// The dialer's own log of its APIs, oldest first, as managers see it in a report: nothing in it is masked, so it shows what a script
    /// gives away. The newest 10,000 rows.
    /// </summary>
    public SimulatedApiLog ApiLog => new(Dialer.GetApiLog());

    /// <summary>The dialer's local time, which Step-VicidialSimulator moves on.</summary>
    public DateTime Now => Dialer.Clock.Now;

    /// <summary>Whether it answers.</summary>
    public bool IsRunning => Dialer.IsRunning;

    internal DialerSimulator Dialer { get; }

    /// <summary>Logs an agent in, as no function of the APIs can; the agent is paused then.</summary>
    /// <param name="user">The agent's account in the simulated dialer.</param>
    /// <param name="campaignId">The campaign.</param>
    public void LogIn(string user, string campaignId) => Dialer.World.Update(world => world.LogIn(user, campaignId));

    /// <summary>Takes the dialer down, as a restart does, and up again on the same port with all that it had stored.</summary>
    /// <param name="milliseconds">For how long nothing answers.</param>
    public void Restart(int milliseconds) => Dialer.Restart(TimeSpan.FromMilliseconds(milliseconds));

    /// <inheritdoc/>
    public void Dispose() => Dialer.Dispose();

    /// <inheritdoc/>
    public override string ToString() => Uri.ToString();
}
