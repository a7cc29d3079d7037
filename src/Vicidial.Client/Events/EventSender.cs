namespace Vicidial.Client.Events;

/// <summary>What sends the request of an event.</summary>
public enum EventSender
{
    /// <summary>A PHP page on the web server: at most once, waits up to 60 seconds for the response, checks certificates.</summary>
    WebPage,

    /// <summary>A Perl script on the dialer that runs wget through a shell: at least once, does not check certificates.</summary>
    Shell,

    /// <summary>The agent's browser, directly or through get2post.php on the web server.</summary>
    AgentScreen,
}
