using System.Collections.Generic;

namespace Vicidial.Simulator.World;

/// <summary>What the API left for an agent's screen and the screen did not do yet.</summary>
public sealed class AgentScreen
{
    private readonly List<ScreenCommand> _waiting = [];
    private bool _isDue;

    internal AgentScreen()
    {
    }

    /// <summary>What a function left for the screen.</summary>
    /// <param name="function">The function's wire name.</param>
    /// <returns>The stored text, or null where nothing waits.</returns>
    public string? Waiting(string function) => _waiting.Find(command => command.Function == function)?.Value;

    /// <summary>Stores a command in place of an earlier one of the same function.</summary>
    /// <returns>True where the screen has to be told that something waits.</returns>
    internal bool Store(ScreenCommand command)
    {
        _waiting.RemoveAll(earlier => earlier.Function == command.Function);
        _waiting.Add(command);
        bool isNews = !_isDue;
        _isDue = true;
        return isNews;
    }

    /// <summary>Does what can be done, oldest first. What one command does may let an earlier one go on.</summary>
    /// <returns>True where nothing waits any more.</returns>
    internal bool Fetch(CallCentre world, LiveAgent agent)
    {
        int next = 0;
        while (next < _waiting.Count)
        {
            if (_waiting[next].Act(world, agent))
            {
                _waiting.RemoveAt(next);
                next = 0;
            }
            else
            {
                next++;
            }
        }

        _isDue = _waiting.Count > 0;
        return !_isDue;
    }
}
