using System.Net.Http.Headers;
using System.Net.Security;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Timing;
using Vicidial.Client.Transport;

namespace Vicidial.Client.Recordings;

/// <summary>
/// Downloads recordings. It shares nothing with the client of a dialer, so an API account is never sent. Thread-safe, for different files.
/// </summary>
public sealed class RecordingClient : IDisposable
{
    private const int MostRedirects = 5;
    private const int BufferSize = 80 * 1024;
    private const long BytesBetweenChecks = 16 * 1024 * 1024;
    private const long Reserve = 64 * 1024 * 1024;
    private const string CertificateErrors = "Vicidial.CertificateErrors";
    private readonly RecordingOptions _options;
    private readonly RecordingLogin _login;
    private readonly ITimeSource _time;
    private readonly TimeLimit.Pool _limits;
    private readonly HttpClient _client;

    /// <summary>Creates a client. Nothing is sent yet.</summary>
    /// <param name="options">How files are fetched.</param>
    /// <param name="time">The clock; null for this computer's.</param>
    public RecordingClient(RecordingOptions options, ITimeSource? time = null)
    {
        _options = options;
        _time = time ?? new SystemTime();
        _limits = new TimeLimit.Pool(options.Timeout, _time);
        _login = new RecordingLogin(options.Credential, options.Hosts, options.AllowUnencrypted);
        HttpClientHandler handler = HttpSender.CreateHandler(new DialerOptions(new Uri("http://localhost"))
        {
            NoProxy = options.NoProxy,
            SkipCertificateCheck = options.SkipCertificateCheck,
            MaximumConnections = options.MaximumConnections,
        });
        handler.Credentials = _login;
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.Add(
            new ProductInfoHeaderValue("VicidialPS", typeof(RecordingClient).Assembly.GetName().Version!.ToString(3))
        );
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _limits.Dispose();
        _client.Dispose();
    }

    /// <summary>Downloads a recording, and resumes a transfer that failed in this run or an earlier one.</summary>
    /// <param name="order">What to fetch, and the file that it becomes.</param>
    /// <param name="tell">Receives the number of bytes so far, on any thread; or null.</param>
    /// <param name="cancellationToken">Cancels the transfer. The partial file is kept for the next run.</param>
    /// <exception cref="DialerException">The recording could not be downloaded.</exception>
    public async Task<RecordingFile> SaveAsync(RecordingOrder order, Action<int>? tell = null, CancellationToken cancellationToken = default)
    {
        Uri address = _options.Hosts.Resolve(order.Location, order.IsNamedByDialer);
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return !order.Overwrite && File.Exists(order.Path)
                    ? await CompareAsync(order, address, cancellationToken).ConfigureAwait(false)
                    : await FetchAsync(order, address, tell, cancellationToken).ConfigureAwait(false);
            }
            catch (DialerException failure)
            {
                failure.Attempts = attempt;
                if (!failure.IsPassing || attempt > _options.MaximumRetryCount)
                {
                    throw;
                }
            }

            await _time
                .WaitAsync(TimeSpan.FromTicks(_options.RetryInterval.Ticks << Math.Min(attempt - 1, 6)), cancellationToken)
                .ConfigureAwait(false);
        }
    }

    /// <summary>A file with the right size was downloaded by an earlier run. Any other file is unrelated.</summary>
    private async Task<RecordingFile> CompareAsync(RecordingOrder order, Uri address, CancellationToken cancellationToken)
    {
        long here = new FileInfo(order.Path).Length;
        using HttpResponse response = await AskForSizeAsync(address, cancellationToken).ConfigureAwait(false);
        long? there = response.Status == 200 && EncodingOf(response) is null ? response.Message.Content.Headers.ContentLength : null;
        if (there == here)
        {
            return new RecordingFile(address, order.Path, here) { WasThere = true, IsSizeChecked = true };
        }

        Check(response, address);
        throw new DialerException("RecordingExists", DialerErrorKind.Conflict, there is null
            ? $"The file {order.Path} already exists, and the server does not report whether it is the complete recording."
            : $"The file {order.Path} already exists with {here} bytes, but the recording has {there} bytes.");
    }

    private async Task<HttpResponse> AskForSizeAsync(Uri address, CancellationToken cancellationToken)
    {
        HttpResponse response = await SendAsync(address, HttpMethod.Head, null, cancellationToken).ConfigureAwait(false);
        if (response.Status is not (405 or 501))
        {
            return response;
        }

        // The server does not describe files, so a request reads only the headers.
        response.Dispose();
        return await SendAsync(address, HttpMethod.Get, null, cancellationToken).ConfigureAwait(false);
    }

    private async Task<RecordingFile> FetchAsync(RecordingOrder order, Uri address, Action<int>? tell, CancellationToken cancellationToken)
    {
        using PartFile part = PartFile.Find(order.Path, address);
        HttpResponse response = await SendAsync(address, HttpMethod.Get, part, cancellationToken).ConfigureAwait(false);
        try
        {
            bool isRest =
                response.Status == 206
                && IsRestOf(part, response.Message.Content.Headers.ContentRange)
                && (ValidatorOf(response.Message) ?? part.Validator) == part.Validator;
            if (!isRest && response.Status is 206 or 416)
            {
                // The partial file is of another version of the recording, or of none, so it cannot be used.
                response.Dispose();
                response = await SendAsync(address, HttpMethod.Get, null, cancellationToken).ConfigureAwait(false);
            }

            Check(response, address);
            long? total;
            if (isRest)
            {
                total = response.Message.Content.Headers.ContentRange!.Length;
                part.Resume();
            }
            else
            {
                total = response.Message.Content.Headers.ContentLength;
                part.Begin(ValidatorOf(response.Message), total);
            }

            CheckRoom(part, total);
            await CopyAsync(response, part, total, tell, cancellationToken).ConfigureAwait(false);
            if (total is { } whole && part.Length != whole)
            {
                throw Cut(part, whole, address);
            }

            part.Finish(order.Overwrite);
            return new RecordingFile(address, order.Path, part.Length) { WasResumed = isRest, IsSizeChecked = total is not null };
        }
        catch (DialerException failure) when (failure.ErrorId == "Vicidial.RecordingTooLarge")
        {
            part.Discard();
            throw;
        }
        catch (DialerException failure) when (failure.ErrorId == "Vicidial.ReplyCut")
        {
            throw Cut(part, part.Total, address);
        }
        finally
        {
            response.Dispose();
        }
    }

    private static bool IsRestOf(PartFile part, ContentRangeHeaderValue? range) =>
        part.Length > 0
        && range is { HasRange: true, HasLength: true }
        && range.From == part.Length
        && range.To == range.Length - 1
        && (part.Total ?? range.Length) == range.Length;

    /// <summary>The encoding of the transfer, or null.</summary>
    private static string? EncodingOf(HttpResponse response) =>
        response.Message.Content.Headers.ContentEncoding.Count == 0
        || response.Message.Content.Headers.ContentEncoding.All(static name => string.Equals(name, "identity", StringComparison.OrdinalIgnoreCase))
            ? null
            : string.Join(", ", response.Message.Content.Headers.ContentEncoding);

    private static string? ValidatorOf(HttpResponseMessage message) =>
        message.Headers.ETag is { IsWeak: false } tag
            ? tag.Tag
            : message.Content.Headers.LastModified?.ToString("R", System.Globalization.CultureInfo.InvariantCulture);

    private async Task CopyAsync(HttpResponse response, PartFile part, long? total, Action<int>? tell, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferSize];
        long checkedAt = part.Length;
        int count;
        while ((count = await response.ReadAsync(buffer, 0, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (part.Length + count > _options.MaximumSize)
            {
                throw TooLarge(part, null);
            }

            part.Write(buffer, count);
            tell?.Invoke(count);
            if (part.Length - checkedAt >= BytesBetweenChecks)
            {
                checkedAt = part.Length;
                CheckRoom(part, total);
            }
        }
    }

    /// <summary>Fails if a recording is larger than permitted, or larger than the disk has room for.</summary>
    private void CheckRoom(PartFile part, long? total)
    {
        if (total > _options.MaximumSize)
        {
            throw TooLarge(part, total);
        }

        // A recording of unknown length must not fill the disk, because other programs need space on it.
        long needed = total - part.Length ?? Reserve;
        if (_options.FreeSpaceOf(Path.GetDirectoryName(part.Target)!) is { } free && free < needed)
        {
            throw new DialerException(
                "RecordingNotWritable",
                DialerErrorKind.Storage,
                $"Cannot write the file {part.Target}: "
                    + (
                        total is null
                            ? $"its length is unknown, and the disk has only {free} bytes free."
                            : $"it needs {needed} more bytes, but the disk has only {free} bytes free."
                    )
            );
        }
    }

    private DialerException TooLarge(PartFile part, long? total) =>
        new(
            "RecordingTooLarge",
            DialerErrorKind.Limit,
            total is null
                ? $"The recording for {part.Target} is larger than the {_options.MaximumSize} bytes that -MaximumSize allows. The partial file was "
                    + "deleted."
                : $"The recording for {part.Target} has {total} bytes, but -MaximumSize allows only {_options.MaximumSize}."
        );

    private static DialerException Cut(PartFile part, long? total, Uri address) =>
        new(
            "RecordingCut",
            DialerErrorKind.Transport,
            $"The download from {RecordingHosts.AuthorityOf(address)} ended early, after {part.Length} "
                + $"{(total is null ? string.Empty : $"of {total} ")}bytes."
        )
        {
            IsPassing = true,
        };

    private async Task<HttpResponse> SendAsync(Uri address, HttpMethod method, PartFile? part, CancellationToken cancellationToken)
    {
        for (int redirects = 0; ; redirects++)
        {
            HttpResponse response = await SendOnceAsync(address, method, part, cancellationToken).ConfigureAwait(false);
            if (response.Status is not (301 or 302 or 303 or 307 or 308) || response.Message.Headers.Location is not { } location)
            {
                return response;
            }

            response.Dispose();
            var next = new Uri(address, location);
            if (redirects == MostRedirects || _options.Hosts.Follow(address, next) is not { } followed)
            {
                string where = next.Scheme + "://" + RecordingHosts.AuthorityOf(next);
                throw new DialerException("RecordingHostNotAllowed", DialerErrorKind.Permission, redirects == MostRedirects
                    ? $"{RecordingHosts.AuthorityOf(address)} redirected the request more than {MostRedirects} times."
                    : $"{RecordingHosts.AuthorityOf(address)} redirects to {where}, which is not an allowed host. Nothing was sent there.");
            }

            address = followed;
        }
    }

    private async Task<HttpResponse> SendOnceAsync(Uri address, HttpMethod method, PartFile? part, CancellationToken cancellationToken)
    {
        TimeLimit limit = _limits.Take(cancellationToken);
        limit.Start();
        using var request = new HttpRequestMessage(method, address);

        // A compressed file would be stored compressed.
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
        if (part is { Length: > 0 })
        {
            request.Headers.Range = new RangeHeaderValue(part.Length, null);
            if (part.Validator is not null)
            {
                request.Headers.TryAddWithoutValidation("If-Range", part.Validator);
            }
        }

        try
        {
            HttpResponseMessage response = await _client
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token)
                .ConfigureAwait(false);
            limit.Stop();
            return new HttpResponse(response, await response.Content.ReadAsStreamAsync().ConfigureAwait(false), limit, _options.Timeout);
        }
        catch (Exception failure)
        {
            bool timedOut = limit.IsOver;
            limit.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            request.Properties.TryGetValue(CertificateErrors, out object? certificate);
            throw HttpSender.Describe(address, _options.Timeout, failure, timedOut, neverSent: false, certificate as SslPolicyErrors?, proxy: null);
        }
    }

    /// <summary>Throws if a response does not contain a recording.</summary>
    private void Check(HttpResponse response, Uri address)
    {
        string host = RecordingHosts.AuthorityOf(address);
        HttpContentHeaders headers = response.Message.Content.Headers;
        switch (response.Status)
        {
            case 200 or 206 when headers.ContentType?.MediaType is "text/html":
                throw new DialerException("NotARecording", DialerErrorKind.Server, $"{host} returned a web page instead of the recording.");
            case 200 or 206 when EncodingOf(response) is { } encoding:
                throw new DialerException(
                    "RecordingEncoded",
                    DialerErrorKind.Server,
                    $"{host} sends the recording compressed or encoded ({encoding}), although the request asked for no encoding."
                );
            case 200 when headers.ContentLength == 0:
                throw new DialerException(
                    "RecordingNotReady",
                    DialerErrorKind.NotFound,
                    $"The recording on {host} is empty. The dialer may not have moved it there yet."
                );
            case 200 or 206:
                return;
            case 401:
                throw DescribeLogin(address, host);
            case 403:
                throw new DialerException("AccessRefused", DialerErrorKind.Permission, $"{host} denied access to the recording (HTTP 403).");
            case 404 or 410:
                throw new DialerException(
                    "RecordingNotReady",
                    DialerErrorKind.NotFound,
                    $"The recording is not on {host} (HTTP {response.Status}). The dialer may not have moved it there yet, or it was deleted."
                );
            case 407:
                throw new DialerException("ProxyRefused", DialerErrorKind.Permission, "The proxy requires a login (HTTP 407).");
            default:
                throw new DialerException(
                    "ServerFailure",
                    DialerErrorKind.Server,
                    $"The web server {host} responded with HTTP {response.Status} instead of the recording."
                )
                {
                    IsPassing = response.Status is 408 or 429 or >= 500,
                };
        }
    }

    private DialerException DescribeLogin(Uri address, string host)
    {
        if (!_login.IsGiven)
        {
            return new DialerException(
                "RecordingLoginNeeded",
                DialerErrorKind.Authentication,
                $"{host} requires a login. The API account is never sent to it."
            );
        }

        if (!_options.Hosts.IsNamedByUser(address))
        {
            return new DialerException(
                "RecordingLoginNeeded",
                DialerErrorKind.Authentication,
                $"{host} requires a login, but logins are sent only to hosts in -AllowedHost or -HostMap."
            );
        }

        if (!_login.IsProtected(address))
        {
            return new DialerException(
                "UnencryptedConnection",
                DialerErrorKind.InvalidArgument,
                $"{host} requires a login, which would cross the network unencrypted."
            );
        }

        _login.NoteRefusal(address);
        return new DialerException(
            "RecordingLoginRefused",
            DialerErrorKind.Authentication,
            $"{host} rejected the login. It is not sent there again."
        );
    }
}
