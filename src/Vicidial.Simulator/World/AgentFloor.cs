namespace Vicidial.Simulator.World;

/// <summary>The agents who are logged in, in the order in which the dialer lists them.</summary>
public sealed class AgentFloor
{
    private const int FirstSession = 8600051;

    private readonly List<LiveAgent> _agents = [];
    private readonly Dictionary<string, LiveAgent> _byUser = new(StringComparer.OrdinalIgnoreCase);

    internal AgentFloor()
    {
    }

    /// <summary>The agents.</summary>
    public IReadOnlyList<LiveAgent> Agents => _agents;

    /// <summary>Finds an agent.</summary>
    /// <param name="user">The user name.</param>
    /// <returns>The agent, or null if the user is not logged in.</returns>
    public LiveAgent? Find(string user) => _byUser.TryGetValue(user, out LiveAgent? agent) ? agent : null;

    internal bool IsInSession(string sessionId) => _agents.Exists(agent => agent.SessionId == sessionId);

    /// <summary>Logs an agent in.</summary>
    /// <param name="agent">The agent; a session of the same user ends.</param>
    public void Add(LiveAgent agent)
    {
        if (agent is null)
        {
            throw new ArgumentNullException(nameof(agent));
        }

        Remove(agent.User.Name);
        _agents.Add(agent);
        _byUser.Add(agent.User.Name, agent);
    }

    /// <summary>Logs an agent out.</summary>
    /// <param name="user">The user name.</param>
    /// <returns>False if the user was not logged in.</returns>
    public bool Remove(string user)
    {
        if (!_byUser.TryGetValue(user, out LiveAgent? agent))
        {
            return false;
        }

        _byUser.Remove(user);
        return _agents.Remove(agent);
    }

    /// <summary>Logs everybody out.</summary>
    public void Clear()
    {
        _agents.Clear();
        _byUser.Clear();
    }

    /// <summary>A conference that no agent uses.</summary>
    internal string FreeSessionId()
    {
        var used = new HashSet<string>(_agents.Select(agent => agent.SessionId), StringComparer.Ordinal);
        int number = FirstSession;
        while (used.Contains(number.ToString(CultureInfo.InvariantCulture)))
        {
            number++;
        }

        return number.ToString(CultureInfo.InvariantCulture);
    }
}
