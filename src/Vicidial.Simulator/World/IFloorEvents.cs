namespace Vicidial.Simulator.World;

/// <summary>Is notified of events on the floor.</summary>
internal interface IFloorEvents
{
    /// <summary>An agent has logged in.</summary>
    void LoggedIn(LiveAgent agent);

    /// <summary>An agent has logged out.</summary>
    void LoggedOut(LiveAgent agent, string reason);

    /// <summary>An agent has become ready.</summary>
    void BecameReady(LiveAgent agent);

    /// <summary>An agent has paused.</summary>
    void BecamePaused(LiveAgent agent);

    /// <summary>An agent has a call.</summary>
    void Started(LiveAgent agent, Lead lead);

    /// <summary>An agent has set the disposition of a call.</summary>
    void Disposed(LiveAgent agent, Lead lead, string status);

    /// <summary>The function add_lead has stored a lead.</summary>
    void LeadAdded(Lead lead, string user);
}
