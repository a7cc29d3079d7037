using System;
using System.Threading;
using Vicidial.Client.Transport;

namespace Vicidial.Client.Logging;

/// <summary>One attempt of one call, while files listen to the connection. There is none of it otherwise.</summary>
internal sealed class CallRecord
{
    private readonly CallFile[] _files;
    private ReplyCopy? _copy;
    private int _open = 1;

    public CallRecord(ApiCall call, string connectionName, int attempt, DateTimeOffset time, CallMask mask, CallFile[] files)
    {
        Call = call;
        ConnectionName = connectionName;
        Attempt = attempt;
        Time = time;
        Mask = mask;
        _files = files;
    }

    public ApiCall Call { get; }

    public string ConnectionName { get; }

    public int Attempt { get; }

    public DateTimeOffset Time { get; }

    /// <summary>Takes secrets out of all that a file is to hold.</summary>
    public CallMask Mask { get; }

    /// <summary>The HTTP status; 0 where no reply came.</summary>
    public int Status { get; private set; }

    public string? ContentType { get; private set; }

    public TimeSpan Duration { get; private set; }

    /// <summary>What came of it in one word; that of a caller who gave up, until something else is known.</summary>
    public string Outcome { get; set; } = "canceled";

    public DialerException? Failure { get; set; }

    /// <summary>What came of the reply; null where there was none.</summary>
    public string? Reply => _copy?.ToString();

    public bool IsReplyWhole => _copy is { IsWhole: true };

    /// <summary>A reply has begun.</summary>
    public void Take(HttpReply http)
    {
        Status = http.Status;
        ContentType = http.Message.Content.Headers.ContentType?.ToString();
        if (Array.Exists(_files, static file => file.WantsReply))
        {
            _open++;
            http.Copy = _copy = new ReplyCopy(http.Message.Content.Headers.ContentLength, Close);
        }
    }

    /// <summary>The attempt has ended; rows may still come.</summary>
    public void End(TimeSpan duration)
    {
        Duration = duration;
        Tell(wantsReply: false);
        Close();
    }

    private void Close()
    {
        if (Interlocked.Decrement(ref _open) == 0)
        {
            Tell(wantsReply: true);
        }
    }

    private void Tell(bool wantsReply)
    {
        foreach (CallFile file in _files)
        {
            if (file.WantsReply == wantsReply)
            {
                file.Take(this);
            }
        }
    }
}
