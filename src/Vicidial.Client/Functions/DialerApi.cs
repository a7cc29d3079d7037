namespace Vicidial.Client.Functions;

/// <summary>The two web APIs of a dialer.</summary>
public enum DialerApi
{
    /// <summary>The Non-Agent API: data of the dialer as a whole (<c>/vicidial/non_agent_api.php</c>).</summary>
    NonAgent,

    /// <summary>The Agent API: the screen of one logged-in agent (<c>/agc/api.php</c>).</summary>
    Agent,
}
