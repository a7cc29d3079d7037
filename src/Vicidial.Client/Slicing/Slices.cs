using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records;
using Vicidial.Client.Requests;

namespace Vicidial.Client.Slicing;

/// <summary>
/// One query and the requests that it takes. The dialer silently cuts long responses. Derived classes that know how to request the rest do so; others
/// report that the response is incomplete.
/// </summary>
/// <typeparam name="T">The type of the records.</typeparam>
public class Slices<T>
    where T : DialerRecord, new()
{
    private readonly Queue<ApiRequest> _requests;
    private readonly Queue<ApiRequest> _rest = new();
    private readonly List<DialerException> _problems = [];

    /// <summary>Creates the query from its requests, in order.</summary>
    public Slices(IEnumerable<ApiRequest> requests) => _requests = new Queue<ApiRequest>(requests);

    /// <summary>The current request, or null.</summary>
    public ApiRequest? Current { get; private set; }

    /// <summary>How many records the current request has returned so far.</summary>
    private protected int Records { get; private set; }

    /// <summary>The next request to make, or null at the end.</summary>
    public ApiRequest? Next()
    {
        Records = 0;
        if (_rest.Count > 0)
        {
            return Current = _rest.Dequeue();
        }

        Begin();
        return Current = _requests.Count == 0 ? null : _requests.Dequeue();
    }

    /// <summary>Processes records that arrived, and returns those to pass on.</summary>
    public virtual IReadOnlyList<T> Take(IReadOnlyList<T> records)
    {
        Records += records.Count;
        return records;
    }

    /// <summary>Whether another request gets the data of the current request, which failed.</summary>
    /// <param name="failure">How it failed.</param>
    public virtual bool AsksOtherwise(DialerException failure) => false;

    /// <summary>Ends the current request, whose response is complete.</summary>
    public void End()
    {
        if (Current?.Function.RowLimit is { } limit && Records >= limit)
        {
            Continue(Current, limit);
        }
    }

    /// <summary>Returns the problems of incomplete responses, each once.</summary>
    public IReadOnlyList<DialerException> TakeProblems()
    {
        DialerException[] problems = _problems.ToArray();
        _problems.Clear();
        return problems;
    }

    /// <summary>Forgets what belongs to the requests before.</summary>
    private protected virtual void Begin()
    {
    }

    /// <summary>Requests what a response has left out, or reports it.</summary>
    /// <param name="request">The request whose response reached the limit.</param>
    /// <param name="limit">The number of rows at this limit.</param>
    private protected virtual void Continue(ApiRequest request, int limit) => ReportCut(request, limit);

    /// <summary>Inserts a request before the next one.</summary>
    private protected void Ask(ApiRequest request) => _rest.Enqueue(request);

    /// <summary>Reports that a response is incomplete.</summary>
    private protected void Report(DialerException problem) => _problems.Add(problem);

    /// <summary>Reports an incomplete response whose rest cannot be requested.</summary>
    private protected void ReportCut(ApiRequest request, int limit) =>
        _problems.Add(
            new DialerException(
                "ResultTruncated",
                DialerErrorKind.Limit,
                $"The dialer returns at most {limit} rows for {request.Function.Name}. More may exist, but the dialer offers no way to request them."
            )
            {
                Function = request.Function.Name,
                Attempts = 1,
            }
        );
}
