namespace Vicidial.Simulator.Hosting;

/// <summary>The web API that a request is for.</summary>
public enum DialerApi
{
    /// <summary>The path belongs to no API.</summary>
    None,

    /// <summary>The Non-Agent API, <c>/vicidial/non_agent_api.php</c>.</summary>
    NonAgent,

    /// <summary>The Agent API, <c>/agc/api.php</c>.</summary>
    Agent,
}
