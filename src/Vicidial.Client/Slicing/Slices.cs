using System.Collections.Generic;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records;
using Vicidial.Client.Requests;

namespace Vicidial.Client.Slicing;

/// <summary>
/// One question as the requests that it takes. The dialer ends long answers in silence; what knows how to ask for the rest
/// does so, and what does not says that the answer is not whole.
/// </summary>
/// <typeparam name="T">The type of record that answers it.</typeparam>
public class Slices<T>
    where T : DialerRecord, new()
{
    private readonly Queue<ApiRequest> _requests;
    private readonly Queue<ApiRequest> _rest = new();
    private readonly List<DialerException> _problems = [];

    /// <summary>Asks these requests, one after the other.</summary>
    public Slices(IEnumerable<ApiRequest> requests) => _requests = new Queue<ApiRequest>(requests);

    /// <summary>The request under way, or null.</summary>
    public ApiRequest? Current { get; private set; }

    /// <summary>How many records the request under way has answered so far.</summary>
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

    /// <summary>Takes note of records that came, and says which of them go on.</summary>
    public virtual IReadOnlyList<T> Take(IReadOnlyList<T> records)
    {
        Records += records.Count;
        return records;
    }

    /// <summary>Whether what the request under way asks for is asked in another way, because it failed.</summary>
    /// <param name="failure">How it failed.</param>
    public virtual bool AsksOtherwise(DialerException failure) => false;

    /// <summary>Ends the request under way, which was answered to its end.</summary>
    public void End()
    {
        if (Current?.Function.RowLimit is { } limit && Records >= limit)
        {
            Continue(Current, limit);
        }
    }

    /// <summary>What has to be said of answers that are not whole; each is given once.</summary>
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

    /// <summary>Asks for what an answer has left out, or reports that it did.</summary>
    /// <param name="request">The request whose answer is as long as answers get.</param>
    /// <param name="limit">How long that is.</param>
    private protected virtual void Continue(ApiRequest request, int limit) => ReportCut(request, limit);

    /// <summary>Asks for a rest, before the next question.</summary>
    private protected void Ask(ApiRequest request) => _rest.Enqueue(request);

    /// <summary>Reports what an answer lacks.</summary>
    private protected void Report(DialerException problem) => _problems.Add(problem);

    /// <summary>Reports an answer whose rest cannot be had.</summary>
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
