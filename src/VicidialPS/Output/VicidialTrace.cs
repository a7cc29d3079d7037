using System.ComponentModel;
using Vicidial.Client.Logging;

namespace VicidialPS.Output;

/// <summary>A trace and the number of requests in its file.</summary>
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

    /// <summary>The number of requests in the file.</summary>
    public long Requests { get; }

    /// <summary>The number of requests that could not be written.</summary>
    public long LostRequests { get; }

    /// <summary>The earlier name of <see cref="Requests"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public long Calls => Requests;

    /// <summary>The earlier name of <see cref="LostRequests"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public long LostCalls => LostRequests;

    /// <summary>Whether numbers, names, and addresses are replaced by pseudonyms.</summary>
    public bool IsPseudonymized { get; }

    /// <inheritdoc/>
    public override string ToString() => Path;
}
