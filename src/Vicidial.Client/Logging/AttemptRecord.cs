using System;
using System.Threading;
using Vicidial.Client.Errors;
using Vicidial.Client.Requests;
using Vicidial.Client.Transport;

namespace Vicidial.Client.Logging;

/// <summary>One attempt of one request, while files listen to the connection. There is none of it otherwise.</summary>
internal sealed class AttemptRecord
{
    private readonly AttemptFile[] _files;
    private ResponseCopy? _copy;
    private int _open = 1;

    public AttemptRecord(ApiRequest request, string connectionName, int attempt, DateTimeOffset time, RequestMask mask, AttemptFile[] files)
    {
        Request = request;
        ConnectionName = connectionName;
        Attempt = attempt;
        Time = time;
        Mask = mask;
        _files = files;
    }

    public ApiRequest Request { get; }

    public string ConnectionName { get; }

    public int Attempt { get; }

    public DateTimeOffset Time { get; }

    /// <summary>Takes secrets out of all that a file is to hold.</summary>
    public RequestMask Mask { get; }

    /// <summary>The HTTP status; 0 where no response came.</summary>
    public int Status { get; private set; }

    public string? ContentType { get; private set; }

    public TimeSpan Duration { get; private set; }

    /// <summary>What came of it in one word; that of a caller who gave up, until something else is known.</summary>
    public string Outcome { get; set; } = "canceled";

    public DialerException? Failure { get; set; }

    /// <summary>What came of the response; null where there was none.</summary>
    public string? Response => _copy?.ToString();

    public bool IsResponseWhole => _copy is { IsWhole: true };

    /// <summary>A response has begun.</summary>
    public void Take(HttpResponse http)
    {
        Status = http.Status;
        ContentType = http.Message.Content.Headers.ContentType?.ToString();
        if (Array.Exists(_files, static file => file.WantsResponse))
        {
            _open++;
            http.Copy = _copy = new ResponseCopy(http.Message.Content.Headers.ContentLength, Close);
        }
    }

    /// <summary>The attempt has ended; rows may still come.</summary>
    public void End(TimeSpan duration)
    {
        Duration = duration;
        Tell(wantsResponse: false);
        Close();
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
        foreach (AttemptFile file in _files)
        {
            if (file.WantsResponse == wantsResponse)
            {
                file.Take(this);
            }
        }
    }
}
