using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Agents;

/// <summary>The totals of an agent's turns.</summary>
internal sealed class AgentTotals(DialerUser user, string campaignId)
{
    private int _logins;
    private int _wait;
    private int _talk;
    private int _disposition;
    private int _dead;

    public DialerUser User { get; } = user;

    public string CampaignId { get; } = campaignId;

    /// <summary>Turns with a lead.</summary>
    public int Calls { get; private set; }

    public int LoginTime { get; private set; }

    public int Pause { get; private set; }

    public int Pauses { get; private set; }

    public int Sessions => Math.Max(1, _logins);

    /// <summary>For an agent without calls, this time and the next three are zero.</summary>
    public int Wait => Calls == 0 ? 0 : _wait;

    public int Talk => Calls == 0 ? 0 : _talk;

    public int Disposition => Calls == 0 ? 0 : _disposition;

    public int Dead => Calls == 0 ? 0 : _dead;

    public void Add(AgentActivity activity)
    {
        Calls += activity.LeadId > 0 ? 1 : 0;
        LoginTime += activity.Pause + activity.Wait + activity.Talk + activity.Disposition;
        Pause += activity.Pause;
        Pauses += activity.Pause > 0 ? 1 : 0;
        _logins += activity.PauseCode == AgentActivity.LoginCode ? 1 : 0;
        _wait += activity.Wait;
        _talk += activity.Talk;
        _disposition += activity.Disposition;
        _dead += activity.Dead;
    }
}
