using System;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Timing;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Screens;

/// <summary>Waits for an agent's screen, which fetches what is stored for it when it asks next.</summary>
internal static class ScreenWait
{
    /// <summary>For how many seconds to wait where the user does not say.</summary>
    public const int UsualSeconds = 15;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <summary>Asks until it is done.</summary>
    /// <exception cref="DialerException">It is not done in time.</exception>
    public static async Task WaitAsync(
        string user,
        int seconds,
        VicidialConnection connection,
        Func<CancellationToken, Task<bool>> isDone,
        CancellationToken cancellationToken
    )
    {
        if (!await connection.Client.Time.WaitUntilAsync(isDone, Interval, TimeSpan.FromSeconds(seconds), cancellationToken).ConfigureAwait(false))
        {
            throw new DialerException(
                "NotConfirmed",
                DialerErrorKind.Timeout,
                $"The dialer has taken the command, and the screen of agent {user} did not show within {seconds} seconds that it was done."
            );
        }
    }
}
