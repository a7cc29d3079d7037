using Vicidial.Client.Logging;

namespace VicidialPS.Output;

/// <summary>A trace: how much is in its file.</summary>
public sealed class VicidialTrace
{
    internal VicidialTrace(RequestTrace trace)
    {
        Path = trace.Path;
        Requests = trace.Lines;
        LostRequests = trace.Lost;
        IsPseudonymized = trace.IsPseudonymized;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>How many requests are in it.</summary>
    public long Requests { get; }

    /// <summary>How many requests could not be written.</summary>
    public long LostRequests { get; }

    /// <summary>Whether it has stand-ins for numbers, names and addresses.</summary>
    public bool IsPseudonymized { get; }

    /// <inheritdoc/>
    public override string ToString() => Path;
}
