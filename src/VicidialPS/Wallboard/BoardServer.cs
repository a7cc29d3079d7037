using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Http;

namespace VicidialPS.Wallboard;

/// <summary>Serves one page to browsers on this computer, under its own names only, so that no other page can read the board.</summary>
internal sealed class BoardServer : IHttpHandler, IDisposable
{
    private static readonly KeyValuePair<string, string>[] Headers =
    [
        new("Cache-Control", "no-store"),
        new("X-Content-Type-Options", "nosniff"),
        new("Referrer-Policy", "no-referrer"),
        new(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; img-src data:; frame-ancestors 'none'"),
    ];

    private readonly HttpServer _server;
    private volatile string _page = string.Empty;

    private BoardServer(int port)
    {
        _server = HttpServer.Start(this, new HttpServerOptions
        {
            Port = port,
            MaximumRequestLine = 4 * 1024,
            MaximumHeader = 16 * 1024,
            MaximumBody = 0,
            MaximumConnections = 32,
            RequestTimeout = TimeSpan.FromSeconds(5),
            IdleTimeout = TimeSpan.FromSeconds(5),
            AllowsHost = IsOwnName,
        });
        Uri = new Uri($"http://127.0.0.1:{_server.EndPoint.Port}/");
    }

    /// <summary>The address of the page.</summary>
    public Uri Uri { get; }

    /// <summary>Starts at a port; 0 for a free one.</summary>
    /// <exception cref="IOException">The port is in use.</exception>
    public static BoardServer Start(int port) => new(port);

    /// <summary>Puts a page in the place of the one before.</summary>
    public void Show(string page) => _page = page;

    /// <inheritdoc/>
    public void Dispose() => _server.Dispose();

    /// <inheritdoc/>
    public Task<HttpResponse> HandleAsync(HttpRequest request, CancellationToken stopping) => Task.FromResult((request.Method, request.PathText()) switch
    {
        (not "GET" and not "HEAD", _) => Text(405, "The board is read-only."),
        (_, "/") => new HttpResponse(200, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(_page), Headers),
        _ => Text(404, "Only the board is here."),
    });

    /// <inheritdoc/>
    public HttpResponse Reject(HttpRejection rejection) =>
        rejection == HttpRejection.HostNotAllowed ? Text(403, "Not this computer's board.") : HttpResponse.ForRejection(rejection);

    private static HttpResponse Text(int status, string text) => new(status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text), Headers);

    private bool IsOwnName(string? host)
    {
        int port = _server.EndPoint.Port;
        return host == $"127.0.0.1:{port}" || string.Equals(host, $"localhost:{port}", StringComparison.OrdinalIgnoreCase);
    }
}
