namespace VicidialPS.Wallboard;

/// <summary>The number of agents of one campaign in each state.</summary>
internal sealed class BoardCampaign
{
    public BoardCampaign(string name, IReadOnlyCollection<BoardAgent> agents, int? minimumReady = null)
    {
        Name = name;
        MinimumReady = minimumReady;
        Agents = agents.Count;
        Ready = agents.Count(static agent => agent.State == BoardState.Ready);
        Talking = agents.Count(static agent => agent.State is BoardState.Talking or BoardState.Queue);
        Wrapup = agents.Count(static agent => agent.State is BoardState.Wrapup or BoardState.Dead);
        Paused = agents.Count(static agent => agent.State is BoardState.Paused or BoardState.PausedLong);
    }

    public string Name { get; }

    public int Agents { get; }

    public int Ready { get; }

    public int Talking { get; }

    public int Wrapup { get; }

    public int Paused { get; }

    /// <summary>How many agents must be ready, or null.</summary>
    public int? MinimumReady { get; }

    /// <summary>Whether fewer agents are ready than required.</summary>
    public bool IsShort => Ready < MinimumReady;
}
