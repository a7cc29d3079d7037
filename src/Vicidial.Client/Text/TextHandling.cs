namespace Vicidial.Client.Text;

/// <summary>What is done with text that a dialer reads in its own way.</summary>
public enum TextHandling
{
    /// <summary>It is escaped if the escaped form is known to be stored as wanted, and rejected otherwise.</summary>
    Escape,

    /// <summary>It is rejected, also if it could be escaped: whoever writes wire fields may have escaped them already.</summary>
    Reject,

    /// <summary>It is sent as it is.</summary>
    AsIs,
}
