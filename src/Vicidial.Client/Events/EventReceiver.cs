using System.Net;
using System.Text;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Http;

namespace Vicidial.Client.Events;

/// <summary>
/// Listens for the events of dialers and stores them in a spool before it responds. It always responds immediately: a sender without a response
/// repeats its request, and some senders make an agent wait.
/// </summary>
public sealed class EventReceiver : IHttpHandler, IDisposable
{
    private const int MostConnections = 512;

    /// <summary>A URL with all variables of a kind has about a hundred fields, and a list has at most a few hundred custom fields.</summary>
    private const int MostFields = 1000;

    private static readonly TimeSpan CorrectionWindow = TimeSpan.FromDays(1);
    private static readonly Encoding Latin1 = Encoding.GetEncoding(28591);
    private static readonly HttpResponse Ok = HttpResponse.PlainText(200, "OK");

    private readonly object _gate = new();
    private readonly EventReceiverOptions _options;
    private readonly EventSpool _spool;
    private readonly EventParser _parser;
    private readonly EventWindow _window;
    private readonly EventCorrections _corrections;
    private readonly byte[] _secret;
    private readonly Func<DateTimeOffset> _now;
    private readonly EventCounts _counts = new();
    private readonly HttpServer _server;
    private volatile DialerException? _failure;

    private EventReceiver(EventReceiverOptions options, EventSpool spool, Func<DateTimeOffset> now)
    {
        _options = options;
        _spool = spool;
        _now = now;
        _parser = new EventParser(options.Templates.Select(template => template.Without(options.Secret)));
        _window = new EventWindow(options.DuplicateWindow);
        _corrections = new EventCorrections(CorrectionWindow);
        _secret = Encoding.ASCII.GetBytes(options.Secret);
        _server = HttpServer.Start(this, new HttpServerOptions
        {
            Address = options.Address,
            Port = options.Port,
            Certificate = options.Certificate,
            MaximumRequestLine = 64 * 1024,
            MaximumHeader = 80 * 1024,
            MaximumBody = 256 * 1024,
            MaximumConnections = MostConnections,
            AllowsSpacesInTarget = true,
            RequestTimeout = options.RequestTimeout,
            IdleTimeout = options.RequestTimeout,
            AllowsHost = options.AllowedHosts.Count == 0
                ? null
                : host => options.AllowedHosts.Contains(host ?? string.Empty, StringComparer.OrdinalIgnoreCase),
        });
    }

    /// <summary>The address and port in use.</summary>
    public IPEndPoint EndPoint => _server.EndPoint;

    /// <summary>Why events cannot be stored at present; null if they can.</summary>
    public DialerException? Failure => _failure;

    /// <summary>Starts to listen.</summary>
    /// <param name="options">Where to listen and which events to accept.</param>
    /// <param name="spool">Where events wait for their consumer. The receiver does not close it.</param>
    /// <param name="now">The clock; null for the computer's.</param>
    /// <returns>The receiver.</returns>
    /// <exception cref="DialerException">The port cannot be used, or the secret or certificate is invalid.</exception>
    public static EventReceiver Start(EventReceiverOptions options, EventSpool spool, Func<DateTimeOffset>? now = null)
    {
        if (options is null)
        {
            throw new ArgumentNullException(nameof(options));
        }

        if (options.Secret.Length > 0)
        {
            EventUrlBuilder.CheckSecret(options.Secret);
        }

        Func<DateTimeOffset> clock = now ?? (static () => DateTimeOffset.UtcNow);
        CheckCertificate(options, clock());
        try
        {
            return new EventReceiver(options, spool ?? throw new ArgumentNullException(nameof(spool)), clock);
        }
        catch (IOException problem)
        {
            throw new DialerException("PortInUse", DialerErrorKind.Conflict, problem.Message, problem);
        }
    }

    /// <summary>What the receiver has done so far.</summary>
    /// <returns>A copy.</returns>
    public EventCounts GetCounts()
    {
        lock (_gate)
        {
            return new EventCounts
            {
                Stored = _counts.Stored,
                Duplicates = _counts.Duplicates,
                Noise = _counts.Noise,
                Ignored = _counts.Ignored,
                WrongSecret = _counts.WrongSecret,
                Rejected = _counts.Rejected,
                TurnedAway = _counts.TurnedAway,
            };
        }
    }

    /// <summary>Stops listening, after the current requests are stored and have a response.</summary>
    /// <param name="grace">How long that may take.</param>
    /// <returns>A task that ends when the port is free.</returns>
    public Task StopAsync(TimeSpan grace) => _server.StopAsync(grace);

    /// <inheritdoc/>
    public void Dispose() => _server.Dispose();

    /// <inheritdoc/>
    public async Task<HttpResponse> HandleAsync(HttpRequest request, CancellationToken stopping)
    {
        if (request is null)
        {
            throw new ArgumentNullException(nameof(request));
        }

        IPAddress? source = SourceOf(request);
        if (_options.AllowedAddresses.Count > 0 && (source is null || !_options.AllowedAddresses.Any(range => range.Contains(source))))
        {
            Count(static counts => counts.Rejected++);
            return HttpResponse.ForRejection(HttpRejection.AddressNotAllowed);
        }

        if (request.Method is not ("GET" or "POST"))
        {
            Count(static counts => counts.Rejected++);
            return HttpResponse.PlainText(405, "Use GET or POST\n");
        }

        if (TakeSecret(request) is not { } target)
        {
            Count(static counts => counts.WrongSecret++);
            return NotFound();
        }

        string body = Latin1.GetString(request.Body.Array!, request.Body.Offset, request.Body.Count);
        if (EventNoise.Is(target, body))
        {
            Count(static counts => counts.Noise++);
            return Ok;
        }

        if (target.Count(static letter => letter == '&') + body.Count(static letter => letter == '&') > MostFields)
        {
            Count(static counts => counts.Rejected++);
            return HttpResponse.PlainText(400, "Too many fields\n");
        }

        return await TakeAsync(new EventRequest(target, body, (source ?? request.RemoteAddress).ToString(), _now())).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public HttpResponse Reject(HttpRejection rejection)
    {
        Count(static counts => counts.Rejected++);
        return HttpResponse.ForRejection(rejection);
    }

    /// <summary>Reads the next event, and waits for it.</summary>
    /// <param name="token">Cancels the wait.</param>
    /// <returns>The event; null if the spool is closed.</returns>
    public async Task<ReceivedEvent?> ReadAsync(CancellationToken token)
    {
        SpooledEvent? next = await _spool.ReadAsync(token).ConfigureAwait(false);
        if (next is null)
        {
            return null;
        }

        DialerEvent? result = next.Request is null ? null : _parser.Parse(next.Request);
        if (result is not null)
        {
            result.IsDuplicate = next.IsDuplicate;
        }

        return new ReceivedEvent(result, next.End);
    }

    /// <summary>Marks an event as consumed. It will not be returned again.</summary>
    /// <param name="received">The event.</param>
    /// <exception cref="DialerException">The spool cannot be written.</exception>
    public void Take(ReceivedEvent received) => _spool.Take((received ?? throw new ArgumentNullException(nameof(received))).End);

    private static HttpResponse NotFound() => HttpResponse.PlainText(404, "Not found\n");

    private static void CheckCertificate(EventReceiverOptions options, DateTimeOffset now)
    {
        if (options.Certificate is not { } certificate)
        {
            return;
        }

        string? problem = !certificate.HasPrivateKey ? "it has no private key"
            : now > certificate.NotAfter ? $"it expired on {certificate.NotAfter:yyyy-MM-dd}"
            : now < certificate.NotBefore ? $"it is not valid before {certificate.NotBefore:yyyy-MM-dd}"
            : null;
        if (problem is not null)
        {
            throw new DialerException(
                "CertificateInvalid", DialerErrorKind.InvalidArgument, $"Cannot use the certificate {certificate.Subject}: {problem}.");
        }
    }

    private async Task<HttpResponse> TakeAsync(EventRequest request)
    {
        DialerEvent parsed = _parser.Parse(request);
        bool isEmpty = parsed.Kind == EventKind.Unknown && parsed.Fields.Count == 0;
        if (isEmpty)
        {
            Count(static counts => counts.Rejected++);
            return NotFound();
        }

        if (_options.Kinds.Count > 0 && !_options.Kinds.Contains(parsed.Kind))
        {
            Count(static counts => counts.Ignored++);
            return Ok;
        }

        (request, parsed) = Number(request, parsed);
        try
        {
            Task Store() => _spool.AppendAsync(request, isDuplicate: false);
            (Task stored, bool isDuplicate) = _window.Remember(parsed.EventId, request.ReceivedAt, Store);
            if (isDuplicate && _options.IncludesDuplicates)
            {
                await _spool.AppendAsync(request, isDuplicate: true).ConfigureAwait(false);
            }

            await stored.ConfigureAwait(false);
            _failure = null;
            Count(counts => _ = isDuplicate ? counts.Duplicates++ : counts.Stored++);
            return Ok;
        }
        catch (DialerException failure)
        {
            // Senders do not retry a request after status 503, but they retry one without a response 20 times.
            _failure = failure;
            Count(static counts => counts.TurnedAway++);
            return HttpResponse.ForRejection(HttpRejection.TooManyConnections);
        }
    }

    /// <summary>Gives a correction back to an earlier value its own event.</summary>
    private (EventRequest Request, DialerEvent Parsed) Number(EventRequest request, DialerEvent parsed)
    {
        if (parsed.Correction is not { } key)
        {
            return (request, parsed);
        }

        int number;
        lock (_corrections)
        {
            bool hasTime = parsed.Time is not null || parsed.OccurredAt is not null;
            number = _corrections.Number(key, EventIdentity.OfBytes(request), hasTime, request.ReceivedAt);
        }

        if (number == 0)
        {
            return (request, parsed);
        }

        var numbered = new EventRequest(request.Target, request.Body, request.SourceAddress, request.ReceivedAt, number);
        return (numbered, _parser.Parse(numbered));
    }

    private void Count(Action<EventCounts> change)
    {
        lock (_gate)
        {
            change(_counts);
        }
    }

    /// <summary>The origin of a request; null if a proxy does not report it.</summary>
    private IPAddress? SourceOf(HttpRequest request)
    {
        if (!_options.Proxies.Any(range => range.Contains(request.RemoteAddress)))
        {
            return request.RemoteAddress;
        }

        // The last entry is from the proxy; the entries before it can be forged.
        string? last = request.Header("X-Forwarded-For")?.Split(',').LastOrDefault()?.Trim();
        return last is not null && IPAddress.TryParse(last, out IPAddress? address) ? address : null;
    }

    /// <summary>The target without the secret, or null if no segment of its path is the secret. Takes the same time for every text.</summary>
    private string? TakeSecret(HttpRequest request)
    {
        string target = Latin1.GetString(request.Target.Array!, request.Target.Offset, request.Target.Count);
        if (_secret.Length == 0)
        {
            return target;
        }

        int question = target.IndexOf('?');
        string path = question < 0 ? target : target.Substring(0, question);
        var kept = new List<string>();
        bool isFound = false;
        foreach (string segment in path.Split('/'))
        {
            if (IsSecret(segment))
            {
                isFound = true;
            }
            else
            {
                kept.Add(segment);
            }
        }

        string rest = string.Join("/", kept);
        return isFound ? (rest.Length == 0 ? "/" : rest) + target.Substring(path.Length) : null;
    }

    private bool IsSecret(string segment)
    {
        int difference = segment.Length ^ _secret.Length;
        for (int i = 0; i < _secret.Length; i++)
        {
            difference |= _secret[i] ^ (i < segment.Length ? segment[i] : '\0');
        }

        return difference == 0;
    }
}
