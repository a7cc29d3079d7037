using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Timing;

namespace Vicidial.Client.Transport;

/// <summary>Sends one attempt with a pooled HTTP client, and describes a failure.</summary>
internal sealed class HttpSender : IDisposable
{
    private const string CertificateErrors = "Vicidial.CertificateErrors";
    private static readonly string Agent = "VicidialPS/" + typeof(HttpSender).Assembly.GetName().Version!.ToString(3);

    private readonly RenewedConnections? _connections;
    private readonly HttpMessageInvoker? _given;
    private readonly DialerOptions _options;
    private readonly TimeLimit.Pool _limits;
    private readonly Uri[] _endpoints;

    public HttpSender(DialerOptions options, ITimeSource time, HttpMessageHandler? handler)
    {
        _options = options;
        _limits = new TimeLimit.Pool(options.Timeout, time);
        _given = handler is null ? null : new HttpMessageInvoker(handler, disposeHandler: false);
        _connections = handler is null ? new RenewedConnections(() => CreateHandler(options), time) : null;
        _endpoints = [new Uri(options.Uri, options.NonAgentPath), new Uri(options.AgentUri ?? options.Uri, options.AgentPath)];
    }

    /// <summary>The address of an API.</summary>
    public Uri this[DialerApi api] => _endpoints[(int)api];

    public void Dispose()
    {
        // The invoker does not end requests in progress.
        _limits.Dispose();
        _connections?.Dispose();
        _given?.Dispose();
    }

    /// <summary>Sends a request and waits for the headers of the response.</summary>
    /// <param name="api">The interface.</param>
    /// <param name="address">Its address with fields, or null for the bare one.</param>
    /// <param name="body">The fields of the body.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <exception cref="DialerException">No response came.</exception>
    public async Task<HttpResponse> SendAsync(DialerApi api, Uri? address, FormBody body, CancellationToken cancellationToken)
    {
        TimeLimit limit = _limits.Take(cancellationToken);
        limit.Start();
        using var request = new HttpRequestMessage(HttpMethod.Post, address ?? this[api]) { Content = body };
        if (HttpResponse.IsNetFramework)
        {
            // Otherwise, a request on this platform asks the server for permission to send its body and waits.
            request.Headers.ExpectContinue = false;
        }

        request.Headers.TryAddWithoutValidation("User-Agent", Agent);
        try
        {
            HttpResponseMessage response = await (_given ?? _connections!.Current).SendAsync(request, limit.Token).ConfigureAwait(false);
            limit.Stop();
            return new HttpResponse(response, await response.Content.ReadAsStreamAsync().ConfigureAwait(false), limit, _options.Timeout);
        }
        catch (Exception failure)
        {
            bool timedOut = limit.IsOver;
            limit.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            request.Properties.TryGetValue(CertificateErrors, out object? certificate);
            throw Describe(
                this[api],
                _options.Timeout,
                failure,
                timedOut,
                !body.WasBegun,
                certificate as SslPolicyErrors?,
                FindProxy(this[api], _options)
            );
        }
    }

    /// <summary>Creates the handler that sends requests. It follows no redirects and keeps no cookies.</summary>
    internal static HttpClientHandler CreateHandler(DialerOptions options)
    {
        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            MaxConnectionsPerServer = options.MaximumConnections,
        };
        if (options.NoProxy)
        {
            handler.UseProxy = false;
        }
        else if (options.Proxy is not null)
        {
            handler.Proxy = options.Proxy;
        }

        bool takeAny = options.SkipCertificateCheck;
        handler.ServerCertificateCustomValidationCallback = (request, _, _, errors) =>
        {
            if (errors == SslPolicyErrors.None || takeAny)
            {
                return true;
            }

            // The exception that follows does not distinguish a rejected certificate from a failed handshake.
            request.Properties[CertificateErrors] = errors;
            return false;
        };

        if (options.Certificate is not null)
        {
            handler.ClientCertificateOptions = ClientCertificateOption.Manual;
            handler.ClientCertificates.Add(options.Certificate);
        }

        return handler;
    }

    /// <summary>The proxy between here and an address, or null.</summary>
    internal static Uri? FindProxy(Uri address, DialerOptions options)
    {
        IWebProxy? proxy = options.NoProxy ? null : options.Proxy ?? WebRequest.DefaultWebProxy;
        return proxy is null || proxy.IsBypassed(address) || proxy.GetProxy(address) is not { } found || found == address ? null : found;
    }

    /// <summary>Describes why there is no response.</summary>
    internal static DialerException Describe(
        Uri address,
        TimeSpan timeout,
        Exception failure,
        bool timedOut,
        bool neverSent,
        SslPolicyErrors? certificate,
        Uri? proxy
    )
    {
        string server = address.IsDefaultPort ? address.Host : string.Format(CultureInfo.InvariantCulture, "{0}:{1}", address.Host, address.Port);
        if (timedOut)
        {
            return new DialerException("Timeout", DialerErrorKind.Timeout, $"{server} did not respond within {timeout.TotalSeconds:0.#} seconds.")
            {
                IsPassing = true,
                NeverSent = neverSent,
            };
        }

        if (certificate is { } errors)
        {
            string why =
                (errors & SslPolicyErrors.RemoteCertificateNameMismatch) != 0
                    ? "it is for another name"
                    : "this computer does not trust its authority, or it has expired";
            return new DialerException("CertificateNotTrusted", DialerErrorKind.Transport, $"The certificate of {server} was rejected: {why}.")
            {
                NeverSent = true,
            };
        }

        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is AuthenticationException || cause is WebException { Status: WebExceptionStatus.SecureChannelFailure })
            {
                return new DialerException("TlsFailed", DialerErrorKind.Transport, $"Cannot connect to {server} with TLS: {cause.Message}")
                {
                    NeverSent = true,
                };
            }
        }

        // On this platform, only the text of the exception shows that a proxy rejected a tunnel.
        if (address.Scheme == Uri.UriSchemeHttps && failure is HttpRequestException && failure.Message.IndexOf("407", StringComparison.Ordinal) >= 0)
        {
            return new DialerException("ProxyRefused", DialerErrorKind.Permission, "The proxy requires a login (HTTP 407).") { NeverSent = true };
        }

        SocketError? socket = null;
        for (Exception? cause = failure; cause is not null && socket is null; cause = cause.InnerException)
        {
            socket = (cause as SocketException)?.SocketErrorCode;
        }

        string reason = socket switch
        {
            SocketError.ConnectionRefused => "nothing listens there",
            SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => "the host name was not found",
            SocketError.HostUnreachable or SocketError.NetworkUnreachable => "there is no network route to it",
            SocketError.ConnectionReset => "the connection was reset",
            _ => failure.GetBaseException().Message,
        };
        if (proxy is not null && socket is not null && neverSent)
        {
            // If a connection fails before the request is sent, the proxy could not be reached. The proxy itself reports failures behind it.
            return new DialerException(
                "ProxyNotReachable",
                DialerErrorKind.Transport,
                $"Cannot connect to the proxy {proxy.Host}:{proxy.Port.ToString(CultureInfo.InvariantCulture)} for {server}: {reason}."
            )
            {
                IsPassing = true,
                NeverSent = true,
            };
        }

        return neverSent
            ? new DialerException("ServerNotReachable", DialerErrorKind.Transport, $"Cannot connect to {server}: {reason}.")
            {
                IsPassing = true,
                NeverSent = true,
            }
            : new DialerException(
                "ConnectionLost",
                DialerErrorKind.Transport,
                $"The connection to {server} was lost before a response arrived: {reason}."
            )
            {
                IsPassing = true,
            };
    }
}
