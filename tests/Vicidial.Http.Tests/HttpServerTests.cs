using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Xunit;

namespace Vicidial.Http.Tests;

public sealed class HttpServerTests
{
    private static readonly HttpServerOptions Lenient = new()
    {
        AllowsSpacesInTarget = true,
        MaximumRequestLine = 64 * 1024,
        MaximumHeader = 80 * 1024,
        MaximumBody = 64 * 1024,
    };

    [Theory]
    [InlineData("/hook?a=1 2&lead=5")]
    [InlineData("/hook?u=\u00c3\u00a9&cc=c 2 &x=%20")]
    [InlineData("/hook?&5&=&&a")]
    [InlineData("/hook/\u00ff/x?a=HTTP/1.1")]
    public async Task A_target_arrives_in_the_bytes_that_were_sent(string target)
    {
        (string answer, EchoHandler handler) = await AskAsync(Lenient, $"GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200 OK", answer, StringComparison.Ordinal);
        Assert.Equal([target], handler.Targets);
    }

    [Fact]
    public async Task A_space_in_the_target_is_rejected_unless_it_is_allowed()
    {
        (string answer, EchoHandler handler) = await AskAsync(new HttpServerOptions(), "GET /hook?a=1 2 HTTP/1.1\r\nHost: x\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Empty(handler.Targets);
    }

    [Fact]
    public async Task HTTP_1_0_without_headers_gets_a_response_and_the_connection_closes()
    {
        (string answer, _) = await AskAsync(Lenient, "GET /hook?a=1 HTTP/1.0\r\n\r\n");

        Assert.Contains("Connection: close", answer, StringComparison.Ordinal);
        Assert.EndsWith("GET /hook?a=1 [] ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_line_of_30_KB_is_accepted()
    {
        string target = "/hook?long=" + new string('x', 30_000);
        (string answer, EchoHandler handler) = await AskAsync(Lenient, $"GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200 OK", answer, StringComparison.Ordinal);
        Assert.Equal([target], handler.Targets);
    }

    [Theory]
    [InlineData("BREAK\r\n\r\n", 400)]
    [InlineData("\u0016\u0003\u0001\u0002\u0000", 400)]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", 400)]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: 70000\r\n\r\n", 413)]
    [InlineData("GET / HTTP/1.1\r\n folded: x\r\n\r\n", 400)]
    public async Task Data_that_is_not_HTTP_gets_a_response_and_the_connection_closes(string request, int status)
    {
        (string answer, EchoHandler handler) = await AskAsync(Lenient, request);

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Empty(handler.Targets);
    }

    [Fact]
    public async Task A_body_longer_than_the_first_packet_does_not_damage_the_target_and_headers()
    {
        var handler = new EchoHandler();
        using HttpServer server = HttpServer.Start(handler, Lenient);
        using var client = new RawClient(server.EndPoint);
        await client.SendAsync("POST /hook/one?x=1 HTTP/1.1\r\nHost: x\r\nX-Test: kept\r\nConnection: close\r\nContent-Length: 40000\r\n\r\nabc");
        await client.SendAsync(new string('z', 39_997));

        string answer = await client.ReadToEndAsync();

        Assert.Contains("POST /hook/one?x=1 [abczzz", answer, StringComparison.Ordinal);
        Assert.EndsWith("zz] kept", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_client_gets_the_status_408()
    {
        (string answer, EchoHandler handler) = await AskAsync(
            new HttpServerOptions { RequestTimeout = TimeSpan.FromMilliseconds(50) }, "GET /slow HTTP/1.1\r\nHos");

        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Empty(handler.Targets);
    }

    [Fact]
    public async Task A_connection_without_a_request_closes_after_the_idle_time()
    {
        (string answer, _) = await AskAsync(new HttpServerOptions { IdleTimeout = TimeSpan.FromMilliseconds(50) }, string.Empty);

        Assert.Equal(string.Empty, answer);
    }

    [Fact]
    public async Task The_slowest_clients_are_disconnected_at_the_connection_limit()
    {
        var handler = new EchoHandler();

        // A client whose connection ends before any of its bytes were read gets no response. If that happens to all, the time limit ends the test.
        var options = new HttpServerOptions { MaximumConnections = 8, RequestTimeout = TimeSpan.FromSeconds(20) };
        using HttpServer server = HttpServer.Start(handler, options);
        List<RawClient> clients = [];
        List<Task<string>> slow = [];
        for (int i = 0; i < 20; i++)
        {
            var client = new RawClient(server.EndPoint);
            clients.Add(client);
            await client.SendAsync("GET /slow HTTP/1.1\r\n");
            slow.Add(client.ReadToEndAsync());
        }

        // These stay connected, so each takes the place of the client that has kept the server waiting longest.
        for (int i = 0; i < 20; i++)
        {
            var client = new RawClient(server.EndPoint);
            clients.Add(client);
            await client.SendAsync("GET /fast HTTP/1.1\r\n\r\n");
            Assert.StartsWith("HTTP/1.1 200 OK", await client.ReadUntilAsync("GET /fast [] "), StringComparison.Ordinal);
        }

        string[] answers = await Task.WhenAll(slow);

        Assert.Contains(answers, static answer => answer.StartsWith("HTTP/1.1 408 ", StringComparison.Ordinal));
        Assert.All(answers, static answer => Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 408 ", StringComparison.Ordinal)));
        Assert.Equal(20, handler.Targets.Count);
        clients.ForEach(static client => client.Dispose());
    }

    [Fact]
    public async Task If_every_connection_is_busy_the_next_one_gets_503()
    {
        var release = new TaskCompletionSource();
        var handler = new EchoHandler { Before = (_, _) => release.Task };
        using HttpServer server = HttpServer.Start(handler, new HttpServerOptions { MaximumConnections = 1 });
        using var first = new RawClient(server.EndPoint);
        await first.SendAsync("GET /first HTTP/1.1\r\nConnection: close\r\n\r\n");
        while (handler.Targets.IsEmpty)
        {
            await Task.Yield();
        }

        using var second = new RawClient(server.EndPoint);
        await second.SendAsync("GET /second HTTP/1.1\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 503 ", await second.ReadToEndAsync(), StringComparison.Ordinal);

        release.SetResult();
        Assert.StartsWith("HTTP/1.1 200 ", await first.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("board:80", "HTTP/1.1 200 ")]
    [InlineData("evil.example", "HTTP/1.1 403 ")]
    public async Task Only_the_hosts_that_are_allowed_are_served(string host, string start)
    {
        (string answer, _) = await AskAsync(
            new HttpServerOptions { AllowsHost = static host => host == "board:80" }, $"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");

        Assert.StartsWith(start, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_not_allowed_gets_403()
    {
        (string answer, EchoHandler handler) = await AskAsync(
            new HttpServerOptions { AllowsAddress = static address => !IPAddress.IsLoopback(address) }, "GET / HTTP/1.1\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 403 ", answer, StringComparison.Ordinal);
        Assert.Empty(handler.Targets);
    }

    [Fact]
    public async Task A_stop_completes_the_current_request()
    {
        var release = new TaskCompletionSource();
        var handler = new EchoHandler { Before = (_, _) => release.Task };
        using HttpServer server = HttpServer.Start(handler, new HttpServerOptions());
        using var client = new RawClient(server.EndPoint);
        await client.SendAsync("GET /last HTTP/1.1\r\n\r\n");
        while (handler.Targets.IsEmpty)
        {
            await Task.Yield();
        }

        Task stopped = server.StopAsync(TimeSpan.FromSeconds(20));
        release.SetResult();
        Assert.StartsWith("HTTP/1.1 200 ", await client.ReadUntilAsync("GET /last [] "), StringComparison.Ordinal);
        await stopped;
        Assert.Throws<SocketException>(() => new RawClient(server.EndPoint));
    }

    [Fact]
    public async Task A_failed_handler_returns_500_without_the_reason()
    {
        (string answer, _) = await AskAsync(
            new HttpServerOptions(),
            "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
            new EchoHandler { Before = static (_, _) => throw new InvalidOperationException("secret") });

        Assert.StartsWith("HTTP/1.1 500 ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_response_can_be_cut()
    {
        (string answer, _) = await AskAsync(
            new HttpServerOptions(),
            "GET / HTTP/1.1\r\n\r\n",
            new EchoHandler
            {
                Delivery = new HttpDelivery { Kind = HttpDeliveryKind.Cut, BodyBytes = 3 },
            }
        );

        Assert.Contains("Content-Length: 9\r\n", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\nGET", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_can_be_reset_without_a_response()
    {
        IOException failure = await Assert.ThrowsAsync<IOException>(() => AskAsync(
            new HttpServerOptions(), "GET / HTTP/1.1\r\n\r\n", new EchoHandler { Delivery = new HttpDelivery { Kind = HttpDeliveryKind.Reset } }));

        Assert.Equal(SocketError.ConnectionReset, Assert.IsType<SocketException>(failure.InnerException).SocketErrorCode);
    }

    [Fact]
    public async Task With_a_certificate_the_server_speaks_TLS()
    {
        using X509Certificate2 certificate = MakeCertificate();
        var handler = new EchoHandler();
        using HttpServer server = HttpServer.Start(handler, new HttpServerOptions { Certificate = certificate, AllowsSpacesInTarget = true });
        using var client = new RawClient(server.EndPoint);
        await client.SpeakTlsAsync(certificate);
        await client.SendAsync("GET /a b HTTP/1.1\r\nConnection: close\r\n\r\n");

        Assert.EndsWith("GET /a b [] ", await client.ReadUntilAsync("[] "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_HTTP_on_a_TLS_port_does_not_stop_the_server()
    {
        using X509Certificate2 certificate = MakeCertificate();
        var handler = new EchoHandler();
        using HttpServer server = HttpServer.Start(handler, new HttpServerOptions { Certificate = certificate });
        using (var plain = new RawClient(server.EndPoint))
        {
            await plain.SendAsync("GET / HTTP/1.1\r\n\r\n");
            await Record.ExceptionAsync(plain.ReadToEndAsync);
        }

        using var client = new RawClient(server.EndPoint);
        await client.SpeakTlsAsync(certificate);
        await client.SendAsync("GET /a HTTP/1.1\r\nConnection: close\r\n\r\n");
        await client.ReadUntilAsync("[] ");

        Assert.Equal(["/a"], handler.Targets);
    }

    [Fact]
    public async Task A_TLS_client_that_never_starts_the_handshake_is_disconnected()
    {
        using X509Certificate2 certificate = MakeCertificate();
        (string answer, _) = await AskAsync(
            new HttpServerOptions { Certificate = certificate, RequestTimeout = TimeSpan.FromMilliseconds(50) },
            string.Empty
        );

        Assert.Equal(string.Empty, answer);
    }

    [Fact]
    public async Task Many_clients_are_served_at_the_same_time()
    {
        var handler = new EchoHandler();
        using HttpServer server = HttpServer.Start(handler, new HttpServerOptions());
        string[] answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(async i =>
        {
            using var client = new RawClient(server.EndPoint);
            await client.SendAsync($"GET /{i} HTTP/1.1\r\nConnection: close\r\n\r\n");
            return await client.ReadToEndAsync();
        }));

        Assert.Equal(
            Enumerable.Range(0, 200).Select(static i => $"GET /{i} [] "),
            answers.Select(static answer => answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]));
    }

    private static async Task<(string Answer, EchoHandler Handler)> AskAsync(HttpServerOptions options, string request, EchoHandler? handler = null)
    {
        handler ??= new EchoHandler();
        using HttpServer server = HttpServer.Start(handler, options);
        using var client = new RawClient(server.EndPoint);
        await client.SendAsync(request);
        return (await client.ReadToEndAsync(), handler);
    }

    private static X509Certificate2 MakeCertificate()
    {
        using RSA key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
