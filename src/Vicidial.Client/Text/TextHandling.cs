namespace Vicidial.Client.Text;

/// <summary>How to handle text that a dialer treats in a special way.</summary>
public enum TextHandling
{
    /// <summary>Escape it if the dialer is known to store the escaped form correctly; otherwise, reject it.</summary>
    Escape,

    /// <summary>Reject it, even if it could be escaped, because it may already be escaped.</summary>
    Reject,

    /// <summary>Send it unchanged.</summary>
    AsIs,
}
