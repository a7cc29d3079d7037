using System.Diagnostics;
using System.Text;
using Vicidial.Client.Errors;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using Vicidial.Client.Transport;
using Vicidial.Client.Wire;

namespace Vicidial.Client.Logging;

/// <summary>One attempt of one request, recorded only if there is a log or trace. Passwords are masked in every public property.</summary>
public sealed class AttemptRecord
{
    private readonly IAttemptListener[] _listeners;
    private readonly ApiRequest _asked;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private ResponseCopy? _copy;
    private int _open = 1;

    internal AttemptRecord(
        ApiRequest asked,
        ApiRequest sent,
        string connectionName,
        int attempt,
        DateTimeOffset time,
        RequestMask mask,
        IAttemptListener[] listeners
    )
    {
        _asked = asked;
        Request = sent;
        ConnectionName = connectionName;
        Attempt = attempt;
        Time = time;
        Mask = mask;
        _listeners = listeners;
    }

    /// <summary>The name of the connection.</summary>
    public string ConnectionName { get; }

    /// <summary>The API function.</summary>
    public string Function => _asked.Function.Name;

    /// <summary>The number of the attempt, from 1.</summary>
    public int Attempt { get; }

    /// <summary>When it began.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>The fields of the request.</summary>
    public string Fields => string.Join(" ", _asked.Fields.Select(static sent => $"{sent.Key}={Redactor.ShowValue(sent.Key, sent.Value)}"));

    /// <summary>The HTTP status; 0 if there was no response.</summary>
    public int Status { get; private set; }

    /// <summary>The time to the end of the attempt; for rows that stream, to their beginning.</summary>
    public TimeSpan Duration { get; private set; }

    /// <summary>The response; null if there was none, or if it is streamed.</summary>
    public string? Response { get; private set; }

    /// <summary>The number of bytes of the response; -1 if it is streamed.</summary>
    public long Size { get; private set; } = -1;

    /// <summary>What failed, or null.</summary>
    public DialerException? Failure { get; private set; }

    /// <summary>The outcome in one word. Until it is known, the word for a canceled request.</summary>
    internal string Outcome { get; private set; } = "canceled";

    /// <summary>The request as it was sent.</summary>
    internal ApiRequest Request { get; }

    /// <summary>Masks secrets in everything that is written to a file.</summary>
    internal RequestMask Mask { get; }

    internal string? ContentType { get; private set; }

    /// <summary>The text of the response as it was received; null if there was none.</summary>
    internal string? Copy => _copy?.ToString();

    internal bool IsCopyWhole => _copy is { IsWhole: true };

    /// <summary>Records that a response has begun.</summary>
    internal void Take(HttpResponse http)
    {
        Status = http.Status;
        ContentType = http.Message.Content.Headers.ContentType?.ToString();
        if (Array.Exists(_listeners, static listener => listener.WantsResponse))
        {
            _open++;
            http.Copy = _copy = new ResponseCopy(http.Message.Content.Headers.ContentLength, Close);
        }
    }

    /// <summary>Records that rows have begun to arrive, or that a whole response was read.</summary>
    internal void Succeed(DialerResponse? response)
    {
        Outcome = response is null ? "rows" : response.Error is null ? "ok" : "empty";
        Show(response);
    }

    /// <summary>The attempt has failed.</summary>
    internal void Fail(DialerException failure)
    {
        Outcome = "failed";
        Failure = failure;
        Show(failure.Response);
    }

    /// <summary>The attempt has ended; rows may still come.</summary>
    internal void End()
    {
        Duration = _watch.Elapsed;
        Tell(wantsResponse: false);
        Close();
    }

    /// <summary>Another attempt follows.</summary>
    internal void Repeat(TimeSpan wait)
    {
        foreach (IAttemptListener listener in _listeners)
        {
            listener.Repeat(this, wait);
        }
    }

    private void Show(DialerResponse? response)
    {
        if (response is not null)
        {
            Response = response.Raw;
            Size = Encoding.UTF8.GetByteCount(response.Raw);
        }
    }

    private void Close()
    {
        if (Interlocked.Decrement(ref _open) == 0)
        {
            Tell(wantsResponse: true);
        }
    }

    private void Tell(bool wantsResponse)
    {
        foreach (IAttemptListener listener in _listeners)
        {
            if (listener.WantsResponse == wantsResponse)
            {
                listener.Take(this);
            }
        }
    }
}
