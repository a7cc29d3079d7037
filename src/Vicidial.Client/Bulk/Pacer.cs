using Vicidial.Client.Timing;

namespace Vicidial.Client.Bulk;

/// <summary>
/// Adapts a load to the dialer: it sends fewer requests at a time if the dialer becomes slow or fails, and more again when it recovers. The number of
/// requests per second is limited separately, because a row may need several.
/// </summary>
/// <remarks>
/// Uses additive increase and multiplicative decrease, as networks do. Slowness is measured against the dialer's own best time, so a distant dialer
/// does not count as slow.
/// </remarks>
public sealed class Pacer
{
    private const int SmallestRound = 16;
    private const double SlowFactor = 3;
    private const double FineFactor = 1.5;
    private const double BaselineDrift = 1.02;
    private static readonly TimeSpan LeastSlowness = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);
    private readonly object _gate = new();
    private readonly Queue<TaskCompletionSource<bool>> _waiting = new();
    private readonly int _maximum;
    private readonly RateLimit? _rate;
    private readonly ITimeSource _time;
    private readonly Action<string> _tell;
    private int _limit;
    private int _running;
    private int _calls;
    private int _troubles;
    private double _milliseconds;
    private double _best = double.MaxValue;
    private DateTimeOffset _restUntil;

    /// <summary>Makes a pacer.</summary>
    /// <param name="maximum">How many requests are sent at a time if the dialer is not slow.</param>
    /// <param name="maximumPerSecond">How many requests begin in a second; null for no limit.</param>
    /// <param name="time">The clock.</param>
    /// <param name="tell">Receives a message when the pace changes; on any thread.</param>
    public Pacer(int maximum, double? maximumPerSecond, ITimeSource time, Action<string> tell)
    {
        _maximum = _limit = maximum;
        _rate = maximumPerSecond is { } rate ? new RateLimit(rate, time) : null;
        _time = time;
        _tell = tell;
    }

    /// <summary>How many requests are sent at a time now.</summary>
    public int Limit => Volatile.Read(ref _limit);

    /// <summary>Waits until a request may begin. Each is ended with <see cref="Leave"/>.</summary>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource<bool>? turn = null;
        lock (_gate)
        {
            if (_running < _limit)
            {
                _running++;
            }
            else
            {
                _waiting.Enqueue(turn = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously));
            }
        }

        if (turn is not null)
        {
            using (cancellationToken.Register(static state => ((TaskCompletionSource<bool>)state!).TrySetCanceled(), turn))
            {
                await turn.Task.ConfigureAwait(false);
            }
        }
    }

    /// <summary>The rate limit for the requests of one row; null if there is none.</summary>
    public RequestPace? MakePace() => _rate is null ? null : new RequestPace(_rate);

    /// <summary>Ends a request.</summary>
    /// <param name="duration">How long the request took.</param>
    /// <param name="isOverloaded">Whether it failed in a way that suggests an overloaded server.</param>
    public void Leave(TimeSpan duration, bool isOverloaded)
    {
        string? told = null;
        lock (_gate)
        {
            _calls++;
            _troubles += isOverloaded ? 1 : 0;
            _milliseconds += duration.TotalMilliseconds;
            if (isOverloaded && _time.UtcNow >= _restUntil)
            {
                told = Change(Math.Max(1, _limit / 2), "because a request failed in a way that suggests an overloaded server");
                _restUntil = _time.UtcNow + Rest;
                Begin();
            }
            else if (_calls >= Math.Max(SmallestRound, _limit * 2))
            {
                told = Judge();
                Begin();
            }
        }

        Free();
        if (told is not null)
        {
            _tell(told);
        }
    }

    /// <summary>Decides after a round of requests whether the pace changes.</summary>
    private string? Judge()
    {
        if (_troubles > 0)
        {
            // An overloaded server often fails quickly, so a round with failures does not count as its best.
            return null;
        }

        double average = _milliseconds / _calls;
        double best = _best;
        _best = Math.Min(average, best == double.MaxValue ? average : best * BaselineDrift);

        if (best < double.MaxValue && average > best * SlowFactor && average - best > LeastSlowness.TotalMilliseconds)
        {
            return Change(
                Math.Max(1, _limit * 3 / 4),
                string.Format(CultureInfo.InvariantCulture, "because a request takes {0:N0} ms instead of {1:N0} ms", average, best)
            );
        }

        return _limit < _maximum && (average <= _best * FineFactor || average - _best < LeastSlowness.TotalMilliseconds)
            ? Change(_limit + 1, "because the dialer responds quickly again")
            : null;
    }

    private static string Count(int limit) => limit == 1 ? "1 request" : limit.ToString(CultureInfo.InvariantCulture) + " requests";

    private string? Change(int limit, string why)
    {
        if (limit == _limit)
        {
            return null;
        }

        string told = string.Format(CultureInfo.InvariantCulture, "Now sending {0} at a time instead of {1}, {2}.", Count(limit), _limit, why);
        Volatile.Write(ref _limit, limit);
        return told;
    }

    private void Begin()
    {
        _calls = 0;
        _troubles = 0;
        _milliseconds = 0;
    }

    private void Free()
    {
        lock (_gate)
        {
            _running--;
            while (_running < _limit && _waiting.Count > 0)
            {
                // A canceled request does not take a slot.
                if (_waiting.Dequeue().TrySetResult(true))
                {
                    _running++;
                }
            }
        }
    }
}
