namespace Vicidial.Simulator.World;

/// <summary>Commands of the API that an agent's screen has not yet carried out.</summary>
public sealed class AgentScreen
{
    private readonly List<ScreenCommand> _waiting = [];
    private bool _isDue;

    internal AgentScreen()
    {
    }

    /// <summary>The command that a function stored for the screen.</summary>
    /// <param name="function">The function's wire name.</param>
    /// <returns>The stored text, or null if there is no command.</returns>
    public string? Waiting(string function) => _waiting.Find(command => command.Function == function)?.Value;

    /// <summary>Stores a command, and replaces an earlier one of the same function.</summary>
    /// <returns>True if the screen must be notified of a new command.</returns>
    internal bool Store(ScreenCommand command)
    {
        _waiting.RemoveAll(earlier => earlier.Function == command.Function);
        _waiting.Add(command);
        bool isNews = !_isDue;
        _isDue = true;
        return isNews;
    }

    /// <summary>Carries out the commands that can be carried out, oldest first. One command may make an earlier one possible.</summary>
    /// <returns>True if no command is left.</returns>
    internal bool Fetch(CallCenter world, LiveAgent agent)
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
