namespace Vicidial.Simulator.Scenarios;

/// <summary>A scenario cannot be read: it has an unknown key or a value of the wrong kind.</summary>
public sealed class ScenarioException : Exception
{
    /// <summary>Makes the exception.</summary>
    public ScenarioException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong, and where.</param>
    public ScenarioException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong, and where.</param>
    /// <param name="innerException">Its cause.</param>
    public ScenarioException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
