namespace Vicidial.Simulator.World;

/// <summary>The conferences of a telephony server in which agents meet their calls.</summary>
/// <param name="server">The server's address.</param>
/// <param name="first">The first number.</param>
/// <param name="last">The last number.</param>
public sealed class ConferenceRange(string server, int first, int last)
{
    /// <summary>The server's address.</summary>
    public string Server { get; } = server;

    internal bool Holds(string sessionId) =>
        int.TryParse(sessionId, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= first && number <= last;
}
