namespace Vicidial.Client.Events;

/// <summary>How a sender writes the value of a variable into a URL.</summary>
public enum EventEncoding
{
    /// <summary>An identifier, number or date that needs no encoding.</summary>
    Plain,

    /// <summary>URL-encoded once.</summary>
    Form,

    /// <summary>URL-encoded twice.</summary>
    Twice,

    /// <summary>As stored: an ampersand, a number sign, or a space in it damages the request.</summary>
    Raw,

    /// <summary>Not encoded, and passed through a shell on the dialer: text from outside would run there.</summary>
    Shell,

    /// <summary>As the agent screen writes it: not encoded, with <c>+</c> for a space.</summary>
    Browser,
}
