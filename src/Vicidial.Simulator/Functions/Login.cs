using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions;

/// <summary>Checks the user name and password, and counts failures, as both APIs do.</summary>
internal static class Login
{
    public const string Good = "GOOD";
    public const string Bad = "BAD";
    public const string Locked = "LOCK";
    public const string IpBlocked = "IPBLOCK";
    public const string SecondFactor = "2FA";

    private const int FailuresToLock = 10;

    /// <summary>How long a lock lasts, counted from the last successful login.</summary>
    public static readonly TimeSpan LockTime = TimeSpan.FromMinutes(15);

    public static string Check(FunctionContext context, string password, int minLevel, bool asksSecondFactor)
    {
        CallCenter world = context.World;
        DialerUser? user = world.FindUser(context.CallerName);
        if (user is null)
        {
            return Bad;
        }

        DateTimeOffset now = world.Clock.UtcNow;
        if (user.FailedLogins >= FailuresToLock && user.LastLogin >= now - LockTime)
        {
            return Locked;
        }

        // The comparison in the dialer's database ignores case, and does not include the characters that the filter removed.
        if (!user.IsActive || user.Level < minLevel || password.Length == 0
            || !string.Equals(user.Password, password, StringComparison.OrdinalIgnoreCase))
        {
            user.FailedLogins++;
            return Bad;
        }

        user.FailedLogins = 0;
        user.LastLogin = now;
        if (world.Generation.Has("2.14-107") && world.Settings.IpBlacklist.Contains(context.RemoteAddress))
        {
            return IpBlocked;
        }

        if (world.Generation.Has("2.14-194") && asksSecondFactor && world.Settings.TwoFactor)
        {
            return SecondFactor;
        }

        context.Caller = user;
        return Good;
    }
}
