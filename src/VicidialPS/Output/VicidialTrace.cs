using Vicidial.Client.Logging;

namespace VicidialPS.Output;

/// <summary>A trace that has ended.</summary>
public sealed class VicidialTrace
{
    internal VicidialTrace(CallTrace trace)
    {
        Path = trace.Path;
        Calls = trace.Lines;
        LostCalls = trace.Lost;
        IsPseudonymized = trace.IsPseudonymized;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>How many calls are in it.</summary>
    public long Calls { get; }

    /// <summary>How many calls could not be written.</summary>
    public long LostCalls { get; }

    /// <summary>Whether it has stand-ins for numbers, names and addresses.</summary>
    public bool IsPseudonymized { get; }

    /// <inheritdoc/>
    public override string ToString() => Path;
}
