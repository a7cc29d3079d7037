namespace Vicidial.Simulator.World;

/// <summary>The hours in which leads may be called, by name, in the lead's local time.</summary>
public sealed class CallTimes
{
    /// <summary>The name of the call time that is always open.</summary>
    public const string Always = "24hours";

    private readonly Dictionary<string, (int Start, int Stop)> _times = new(StringComparer.OrdinalIgnoreCase)
    {
        [Always] = (0, 2400),
        ["9am-9pm"] = (900, 2100),
        ["9am-5pm"] = (900, 1700),
        ["never"] = (2400, 2400),
        ["night"] = (2200, 2400),
    };

    /// <summary>Adds or changes a call time.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="start">The first time of the day as HHMM, such as 900.</param>
    /// <param name="stop">The time of the day at which it ends, up to 2400.</param>
    public void Set(string name, int start, int stop) => _times[name] = (start, stop);

    /// <summary>Whether a call time with that name exists.</summary>
    /// <param name="name">The name.</param>
    /// <returns>True if it exists.</returns>
    public bool Contains(string name) => _times.ContainsKey(name);

    /// <summary>Whether a call is allowed.</summary>
    /// <param name="name">The call time; an unknown one is always open.</param>
    /// <param name="local">The lead's local time.</param>
    /// <returns>True inside of the hours.</returns>
    public bool IsOpen(string name, DateTime local)
    {
        if (!_times.TryGetValue(name, out (int Start, int Stop) hours))
        {
            return true;
        }

        int now = (local.Hour * 100) + local.Minute;
        return now >= hours.Start && now < hours.Stop;
    }
}
