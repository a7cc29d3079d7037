namespace Vicidial.Simulator.Events;

/// <summary>How a sender writes the value of a variable.</summary>
internal enum EventEncoding
{
    /// <summary>As a web form.</summary>
    Form,

    /// <summary>As a web form, twice.</summary>
    Double,

    /// <summary>As stored.</summary>
    Raw,

    /// <summary>As a part of a shell command, and then as wget writes it.</summary>
    Shell,

    /// <summary>As stored, without the characters that the agent's screen removes.</summary>
    Relay,
}
