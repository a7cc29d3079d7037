namespace Vicidial.Simulator.World;

/// <summary>Makes each agent's screen fetch the API's commands when the dialer's clock reaches the time.</summary>
/// <param name="world">The call center.</param>
internal sealed class ScreenPoll(CallCenter world)
{
    private readonly Queue<(DateTimeOffset At, LiveAgent Agent)> _due = new();

    /// <summary>Leaves a command for an agent's screen.</summary>
    public void Leave(LiveAgent agent, ScreenCommand command)
    {
        if (agent.Screen.Store(command))
        {
            Enqueue(agent);
        }
    }

    /// <summary>Runs the screens whose next poll is due.</summary>
    public void Run()
    {
        // A command that must wait is checked again after another interval, so no agent occurs twice here.
        for (int left = _due.Count; left > 0 && _due.Peek().At <= world.Clock.UtcNow; left--)
        {
            LiveAgent agent = _due.Dequeue().Agent;

            // An agent who is not on the floor any more has no screen.
            if (world.Floor.Find(agent.User.Name) == agent && !agent.Screen.Fetch(world, agent))
            {
                Enqueue(agent);
            }
        }
    }

    private void Enqueue(LiveAgent agent) => _due.Enqueue((world.Clock.UtcNow + world.Settings.ScreenInterval, agent));
}
