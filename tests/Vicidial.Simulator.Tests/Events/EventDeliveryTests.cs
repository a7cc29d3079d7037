using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Vicidial.Simulator.Events;
using Vicidial.Simulator.World;
using Xunit;

namespace Vicidial.Simulator.Tests.Events;

/// <summary>What the senders of a dialer do when a receiver does not simply respond with 200.</summary>
public sealed class EventDeliveryTests : IDisposable
{
    private const string Relayed = "get2post.php?uniqueid=1&type=dispo&HTTPURLTOPOST=";
    private const string Response = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK";
    private static readonly X509Certificate2 SelfSigned = MakeCertificate();

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<string> _received = [];
    private readonly List<double> _gaps = [];
    private bool _isTls;

    public EventDeliveryTests() => _listener.Start();

    private string Host => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public void Dispose() => _listener.Dispose();

    [Theory]
    [InlineData("dispo", "http://", 302, 2)]
    [InlineData("dispo", "http://", 307, 2)]
    [InlineData("noagent", "http://", 302, 2)]
    [InlineData("noagent", "http://", 307, 2)]
    [InlineData("dispo", Relayed, 302, 1)]
    public async Task A_page_and_wget_follow_a_redirect_and_get2post_does_not(string kind, string prefix, int status, int requests)
    {
        await SendAsync(
            kind, $"{prefix}{Host}/a?lead=--A--lead_id--B--", $"HTTP/1.1 {status} Moved\r\nLocation: /b?came={status}\r\nContent-Length: 0\r\n\r\n");

        Assert.Equal(requests, _received.Count);
        if (requests == 2)
        {
            Assert.Equal(_received[0].Replace("/a?lead=7", $"/b?came={status}", StringComparison.Ordinal), _received[1]);
        }
    }

    [Theory]
    [InlineData("dispo", 20)]
    [InlineData("noagent", 21)]
    public async Task A_redirect_to_itself_ends(string kind, int requests)
    {
        string[] forever = [.. Enumerable.Repeat($"HTTP/1.1 302 Found\r\nLocation: http://{Host}/a?lead=7\r\nContent-Length: 0\r\n\r\n", 25)];
        await SendAsync(kind, $"http://{Host}/a?lead=--A--lead_id--B--", forever);

        Assert.Equal(requests, _received.Count);
        Assert.Single(_received.Distinct());
    }

    [Theory]
    [InlineData("dispo", "http://", 1)]
    [InlineData("dispo", Relayed, 1)]
    [InlineData("noagent", "http://", 20)]
    public async Task Only_wget_retries_a_request_whose_connection_is_closed(string kind, string prefix, int requests)
    {
        await SendAsync(kind, $"{prefix}{Host}/a?lead=--A--lead_id--B--", [.. Enumerable.Repeat(string.Empty, 22)]);

        Assert.Equal(requests, _received.Count);
        Assert.Single(_received.Distinct());
        Assert.Equal(requests == 1 ? [] : [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10], _gaps);
    }

    [Fact]
    public async Task Wget_requests_the_rest_of_an_incomplete_response()
    {
        await SendAsync("noagent", $"http://{Host}/a?lead=--A--lead_id--B--", "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nabc", Response);

        Assert.Equal(2, _received.Count);
        string host = $"Host: {Host}\r\n";
        Assert.Equal(_received[0].Replace(host, $"{host}Range: bytes=3-\r\n", StringComparison.Ordinal), _received[1]);
    }

    [Theory]
    [InlineData("dispo", "http://")]
    [InlineData("noagent", "http://")]
    [InlineData("dispo", Relayed)]
    public async Task No_sender_retries_a_request_after_an_error(string kind, string prefix)
    {
        await SendAsync(kind, $"{prefix}{Host}/a?lead=--A--lead_id--B--", "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n", Response);
        await SendAsync(kind, $"{prefix}{Host}/a?lead=--A--lead_id--B--", "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", Response);

        Assert.Equal(2, _received.Count);
    }

    [Fact]
    public async Task A_page_sends_the_login_immediately_and_wget_sends_it_when_asked()
    {
        const string Challenge = "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n";
        await SendAsync("dispo", $"http://bob:pw1@{Host}/a?lead=--A--lead_id--B--", Challenge, Response);
        await SendAsync("noagent", $"http://bob:pw1@{Host}/a?lead=--A--lead_id--B--", Challenge, Response);

        Assert.Equal(3, _received.Count);
        Assert.StartsWith("GET /a?lead=7 HTTP/1.1\r\nAuthorization: Basic Ym9iOnB3MQ==\r\nHost: ", _received[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Authorization", _received[1], StringComparison.Ordinal);
        Assert.EndsWith("Connection: Keep-Alive\r\nAuthorization: Basic Ym9iOnB3MQ==\r\n\r\n", _received[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dispo", "https://", "2.14-202", false)]
    [InlineData("dispo", "get2post.php?uniqueid=1&HTTPSURLTOPOST=", "2.14-202", false)]
    [InlineData("noagent", "https://", "2.14-202", true)]
    [InlineData("noagent", "https://", "2.10-69", false)]
    public async Task Only_wget_accepts_an_untrusted_certificate(string kind, string prefix, string release, bool arrives)
    {
        _isTls = true;
        EventAddress address = EventAddress.Parse(kind, $"{prefix}{Host}/a?lead=--A--lead_id--B--");
        Assert.True(address.IsTls);
        await SendAsync(address, DialerGeneration.Find(release)!, Response);

        Assert.Equal(arrives, _received.Count == 1);
        Assert.Empty(_gaps);
    }

    [Fact]
    public void The_default_port_of_a_scheme_is_not_in_the_header()
    {
        byte[]? request = EventAddress.Parse("dispo", "https://hooks.example.com/a").Write(Values(), DialerGeneration.Newest);

        Assert.Contains("Host: hooks.example.com\r\n", Encoding.ASCII.GetString(request!), StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Values() => new() { ["lead_id"] = "7" };

    private static X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    private Task SendAsync(string kind, string url, params string[] responses) =>
        SendAsync(EventAddress.Parse(kind, url), DialerGeneration.Newest, responses);

    /// <summary>Sends a request, and serves the responses in order. An empty one closes the connection.</summary>
    private async Task SendAsync(EventAddress address, DialerGeneration release, params string[] responses)
    {
        var rest = new Queue<string>(responses);
        Task delivery = new EventDelivery(address, address.ChecksCertificate(release), TestContext.Current.CancellationToken, Pause)
            .SendAsync(address.Write(Values(), release)!);
        while (true)
        {
            Task<TcpClient> next = _listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken).AsTask();
            if (await Task.WhenAny(next, delivery) == delivery)
            {
                // A pending accept would take the connection of the next test request.
                using var last = new TcpClient();
                await last.ConnectAsync((IPEndPoint)_listener.LocalEndpoint, TestContext.Current.CancellationToken);
                using TcpClient ignored = await next;
                await delivery;
                return;
            }

            using TcpClient client = await next;
            await ServeAsync(client, rest);
        }

        Task Pause(TimeSpan gap)
        {
            _gaps.Add(gap.TotalSeconds);
            return Task.CompletedTask;
        }
    }

    private async Task ServeAsync(TcpClient client, Queue<string> responses)
    {
        Stream stream = client.GetStream();
        if (_isTls)
        {
            var secure = new SslStream(stream);
            stream = secure;
            try
            {
                await secure.AuthenticateAsServerAsync(SelfSigned);
            }
            catch (Exception refused) when (refused is IOException or AuthenticationException)
            {
                return;
            }
        }

        var buffer = new byte[8192];
        try
        {
            int count = await stream.ReadAsync(buffer, TestContext.Current.CancellationToken);
            if (count == 0)
            {
                return;
            }

            _received.Add(Encoding.Latin1.GetString(buffer, 0, count));
            string response = responses.Count > 0 ? responses.Dequeue() : Response;
            await stream.WriteAsync(Encoding.Latin1.GetBytes(response), TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // The sender closed the connection.
        }
    }
}
