using System.Net;
using System.Text;
using Vicidial.Http;

namespace VicidialPS.Wallboard;

/// <summary>
/// Serves one page. On the loopback address it responds only to the names of this computer, so that no page from another site can read the
/// board. On another address it responds only to requests with the token.
/// </summary>
internal sealed class BoardServer : IHttpHandler, IDisposable
{
    /// <summary>The start of the query in an address with a token.</summary>
    public const string TokenField = "token=";

    private static readonly KeyValuePair<string, string>[] Headers =
    [
        new("Cache-Control", "no-store"),
        new("X-Content-Type-Options", "nosniff"),
        new("Referrer-Policy", "no-referrer"),
        new("Content-Security-Policy", BoardPageStyle.ServedPolicy + "; frame-ancestors 'none'"),
    ];

    private readonly HttpServer _server;
    private volatile string _page = string.Empty;

    private readonly byte[]? _token;

    private BoardServer(IPAddress address, int port, string? token)
    {
        _token = token is null ? null : Encoding.UTF8.GetBytes(token);
        _server = HttpServer.Start(this, new HttpServerOptions
        {
            Address = address,
            Port = port,
            MaximumRequestLine = 4 * 1024,
            MaximumHeader = 16 * 1024,
            MaximumBody = 0,
            MaximumConnections = 32,
            RequestTimeout = TimeSpan.FromSeconds(5),
            IdleTimeout = TimeSpan.FromSeconds(5),
            AllowsHost = token is null ? IsOwnName : null,
        });
        Uri = new UriBuilder(System.Uri.UriSchemeHttp, NameOf(address), _server.EndPoint.Port).Uri;
    }

    /// <summary>The address of the page.</summary>
    public Uri Uri { get; }

    /// <summary>Starts the server.</summary>
    /// <param name="address">The address to listen on.</param>
    /// <param name="port">The port; 0 for a free one.</param>
    /// <param name="token">The token that a request must contain; null on the loopback address.</param>
    /// <exception cref="IOException">The port is in use, or this computer does not have the address.</exception>
    public static BoardServer Start(IPAddress address, int port, string? token) => new(address, port, token);

    /// <summary>Replaces the page.</summary>
    public void Show(string page) => _page = page;

    /// <inheritdoc/>
    public void Dispose() => _server.Dispose();

    /// <inheritdoc/>
    public Task<HttpResponse> HandleAsync(HttpRequest request, CancellationToken stopping) =>
        Task.FromResult(
            (request.Method, request.PathText()) switch
            {
                _ when !HasToken(request) => Text(403, "This address needs the token that Export-VicidialWallboard shows."),
                (not "GET" and not "HEAD", _) => Text(405, "The wallboard is read-only."),
                (_, "/") => new HttpResponse(200, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(_page), Headers),
                _ => Text(404, "This server has only the wallboard."),
            }
        );

    /// <inheritdoc/>
    public HttpResponse Reject(HttpRejection rejection) =>
        rejection == HttpRejection.HostNotAllowed ? Text(403, "This is not a name of this computer.") : HttpResponse.ForRejection(rejection);

    private static HttpResponse Text(int status, string text) => new(status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text), Headers);

    // Other devices need a name that they can reach.
    private static string NameOf(IPAddress address) =>
        address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any) ? Dns.GetHostName() : address.ToString();

    // Takes the same time wherever a wrong token differs.
    private bool HasToken(HttpRequest request)
    {
        if (_token is null)
        {
            return true;
        }

        string query = Encoding.UTF8.GetString(request.Query.Array!, request.Query.Offset, request.Query.Count);
        byte[] given = Encoding.UTF8.GetBytes(
            query.StartsWith(TokenField, StringComparison.Ordinal) ? System.Uri.UnescapeDataString(query.Substring(TokenField.Length)) : string.Empty
        );
        int difference = given.Length ^ _token.Length;
        for (int i = 0; i < given.Length; i++)
        {
            difference |= given[i] ^ _token[i % _token.Length];
        }

        return difference == 0;
    }

    private bool IsOwnName(string? host)
    {
        int port = _server.EndPoint.Port;
        return host == $"127.0.0.1:{port}" || string.Equals(host, $"localhost:{port}", StringComparison.OrdinalIgnoreCase);
    }
}
