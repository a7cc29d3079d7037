namespace Vicidial.Simulator.Events;

/// <summary>The program that sends a request. It decides what happens when a receiver does not respond with 200.</summary>
internal enum EventTransport
{
    /// <summary>A web page of the dialer.</summary>
    Page,

    /// <summary>The script get2post.php, which an agent's screen or a page of the dialer calls.</summary>
    Relay,

    /// <summary>The browser of an agent.</summary>
    Browser,

    /// <summary>The program wget, which a script of the dialer starts.</summary>
    Wget,
}
