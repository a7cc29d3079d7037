using System.Net;
using System.Text;
using Vicidial.Client.Errors;
using Vicidial.Client.Recordings;
using Vicidial.Client.Tests.Support;
using Xunit;

namespace Vicidial.Client.Tests.Files;

/// <summary>The requests for a file, their hosts, and how a partial file of an earlier run is used.</summary>
public sealed class RecordingClientTests : IDisposable
{
    private const string Audio = "Content-Type: audio/mpeg\r\n";
    private static readonly byte[] Whole = Enumerable.Range(0, 5000).Select(i => (byte)(i * 7 % 251)).ToArray();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recordings");

    private string Target => Path.Combine(_folder.FullName, "one.mp3");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_partial_file_is_completed_if_the_server_supports_ranges()
    {
        await using var server = new TestServer((request, connection) => ServeAsync(request, connection, "\"a\""));
        await LeavePartAsync(server, "\"a\"");

        RecordingFile file = await SaveAsync(server);

        Assert.True(file.WasResumed);
        Assert.Equal("bytes=2000-", server.Requests[^1].Header("Range"));
        Assert.Equal("\"a\"", server.Requests[^1].Header("If-Range"));
        AssertWhole();
    }

    [Fact]
    public async Task A_server_without_ranges_sends_the_whole_file_again()
    {
        await using var server = new TestServer(
            (request, connection) =>
                connection
                    .SendAsync(Head(200, Whole.Length, string.Empty))
                    .ContinueWith(_ => connection.SendAsync(Whole), TaskScheduler.Default)
                    .Unwrap()
        );
        await LeavePartAsync(server, "\"a\"");

        RecordingFile file = await SaveAsync(server);

        Assert.False(file.WasResumed);
        AssertWhole();
    }

    [Theory]
    [InlineData("bytes 1000-4999/5000")]
    [InlineData("bytes 2000-3999/4000")]
    [InlineData("bytes 2000-2999/5000")]
    [InlineData("bytes 2000-4999/*")]
    public async Task A_range_of_another_file_is_never_appended(string range)
    {
        await using var server = new TestServer(async (request, connection) =>
        {
            if (request.Header("Range") is null)
            {
                await connection.SendAsync(Head(200, Whole.Length, string.Empty));
                await connection.SendAsync(Whole);
                return;
            }

            await connection.SendAsync(Head(206, 3, $"Content-Range: {range}\r\n"));
            await connection.SendAsync("bad");
        });
        await LeavePartAsync(server, "\"a\"");

        Assert.False((await SaveAsync(server)).WasResumed);
        AssertWhole();
    }

    [Fact]
    public async Task A_partial_file_of_another_location_is_not_resumed()
    {
        await using var server = new TestServer((request, connection) => ServeAsync(request, connection, "\"a\""));
        await LeavePartAsync(server, "\"a\"", "/other.mp3");

        Assert.False((await SaveAsync(server)).WasResumed);
        Assert.Null(server.Requests[^1].Header("Range"));
        AssertWhole();
    }

    [Fact]
    public async Task A_file_that_has_changed_is_fetched_from_the_start()
    {
        await using var server = new TestServer((request, connection) => ServeAsync(request, connection, "\"b\""));
        await LeavePartAsync(server, "\"a\"");

        Assert.False((await SaveAsync(server)).WasResumed);
        AssertWhole();
    }

    [Fact]
    public async Task A_partial_file_that_is_longer_than_the_file_is_discarded()
    {
        await using var server = new TestServer((request, connection) => request.Header("Range") is null
            ? ServeAsync(request, connection, "\"a\"")
            : connection.SendAsync(Head(416, 0, "Content-Range: bytes */5000\r\n")));
        await LeavePartAsync(server, "\"a\"");

        Assert.False((await SaveAsync(server)).WasResumed);
        AssertWhole();
    }

    [Fact]
    public async Task A_file_of_unknown_length_is_not_reported_as_checked()
    {
        await using var server = new TestServer(async (_, connection) =>
        {
            await connection.SendAsync($"HTTP/1.1 200 Any\r\n{Audio}Connection: close\r\n\r\n");
            await connection.SendAsync(Whole);
            connection.Close();
        });

        Assert.False((await SaveAsync(server)).IsSizeChecked);
        AssertWhole();
    }

    [Fact]
    public async Task An_account_in_a_location_is_never_sent()
    {
        await using var server = new TestServer((request, connection) => ServeAsync(request, connection, "\"a\""));
        using RecordingClient client = Client(new RecordingOptions());

        RecordingFile file = await client.SaveAsync(
            new RecordingOrder(new Uri($"http://canary:Canary7x@127.0.0.1:{server.Port}/one.mp3"), Target) { IsNamedByDialer = true },
            cancellationToken: TestContext.Current.CancellationToken
        );

        Assert.Null(server.Requests[0].Header("Authorization"));
        Assert.DoesNotContain("Canary7x", server.Requests[0].Head + file.Address, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_login_is_sent_only_to_hosts_that_the_user_names_and_only_if_they_require_one(bool isNamed)
    {
        string login = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("rec:Canary7x"));
        await using var server = new TestServer((request, connection) => request.Header("Authorization") == login
            ? ServeAsync(request, connection, "\"a\"")
            : connection.SendAsync(Head(401, 0, "WWW-Authenticate: Basic realm=\"r\"\r\n")));
        using RecordingClient client = Client(new RecordingOptions
        {
            Hosts = new RecordingHosts(null, isNamed ? [new("dialer.invalid", $"127.0.0.1:{server.Port}")] : null),
            Credential = new NetworkCredential("rec", "Canary7x"),
        });
        string address = isNamed ? "http://dialer.invalid/one.mp3" : new Uri(server.Uri, "/one.mp3").AbsoluteUri;
        var order = new RecordingOrder(new Uri(address), Target) { IsNamedByDialer = true };

        if (isNamed)
        {
            Assert.Equal(Whole.Length, (await client.SaveAsync(order, cancellationToken: TestContext.Current.CancellationToken)).Length);
            Assert.Null(server.Requests[0].Header("Authorization"));
            return;
        }

        DialerException failure = await Assert.ThrowsAsync<DialerException>(() =>
            client.SaveAsync(order, cancellationToken: TestContext.Current.CancellationToken)
        );
        Assert.Equal("Vicidial.RecordingLoginNeeded", failure.ErrorId);
        Assert.All(server.Requests, request => Assert.Null(request.Header("Authorization")));
        Assert.DoesNotContain("Canary7x", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_login_is_sent_only_once()
    {
        await using var server = new TestServer((_, connection) => connection.SendAsync(Head(401, 0, "WWW-Authenticate: Basic realm=\"r\"\r\n")));
        using RecordingClient client = Client(
            new RecordingOptions { Hosts = new RecordingHosts(["127.0.0.1"]), Credential = new NetworkCredential("rec", "Canary7x") }
        );
        for (int i = 0; i < 3; i++)
        {
            DialerException failure = await Assert.ThrowsAsync<DialerException>(() =>
                client.SaveAsync(
                    new RecordingOrder(new Uri(new Uri(server.Uri, "/one.mp3").AbsoluteUri), Target),
                    cancellationToken: TestContext.Current.CancellationToken
                )
            );
            Assert.Equal("Vicidial.RecordingLoginRefused", failure.ErrorId);
        }

        Assert.Single(server.Requests, request => request.Header("Authorization") is not null);
        Assert.Empty(_folder.GetFiles());
    }

    [Theory]
    [InlineData("http://rec.example.com/a.mp3", false, false)]
    [InlineData("https://rec.example.com/a.mp3", false, true)]
    [InlineData("http://rec.example.com/a.mp3", true, true)]
    [InlineData("https://other.example.net/a.mp3", true, false)]
    public void A_login_is_sent_unencrypted_only_if_that_is_allowed(string address, bool allowUnencrypted, bool shown)
    {
        var login = new RecordingLogin(new NetworkCredential("rec", "x"), new RecordingHosts(["*.example.com"]), allowUnencrypted);
        Assert.Equal(shown, login.GetCredential(new Uri(address), "Basic") is not null);
        Assert.Null(login.GetCredential(new Uri(address), "Negotiate"));
    }

    [Theory]
    [InlineData("http://a.example/x", "https://a.example/y", true)]
    [InlineData("http://a.example/x", "http://a.example/y", true)]
    [InlineData("https://a.example/x", "http://a.example/x", false)]
    [InlineData("http://a.example/x", "http://a.example:8080/x", false)]
    [InlineData("http://a.example/x", "http://b.example/x", false)]
    [InlineData("http://a.example/x", "ftp://a.example/x", false)]
    public void A_redirect_is_followed_only_to_the_same_host_unless_another_one_is_named(string from, string to, bool follows)
        => Assert.Equal(follows ? new Uri(to) : null, new RecordingHosts().Follow(new Uri(from), new Uri(to)));

    [Theory]
    [InlineData("http://a.example/x", "http://b.example/y", "http://b.example/y")]
    [InlineData("http://a.example/x", "https://b.example:8443/y", "https://b.example:8443/y")]
    [InlineData("http://a.example/x", "http://me:secret@b.example/y", "http://b.example/y")]
    [InlineData("https://a.example/x", "http://b.example/y", null)]
    [InlineData("http://a.example/x", "http://c.example/y", null)]
    [InlineData("http://a.example/x", "ftp://b.example/y", null)]
    [InlineData("http://a.example/x", "http://10.0.0.1/y", "https://rec.example/y")]
    [InlineData("https://a.example/x", "http://10.0.0.1/y", "https://rec.example/y")]
    public void A_redirect_is_followed_to_a_host_that_the_user_names_but_not_from_https_to_http(string from, string to, string? next)
    {
        var hosts = new RecordingHosts(["a.example", "b.example"], [new("10.0.0.1", "https://rec.example")]);
        Assert.Equal(next is null ? null : new Uri(next), hosts.Follow(new Uri(from), new Uri(to)));
    }

    [Fact]
    public async Task A_redirect_to_a_named_host_is_followed_without_the_login_for_another_host()
    {
        await using var files = new TestServer((request, connection) => ServeAsync(request, connection, "\"a\""));
        await using var server = new TestServer(
            (request, connection) => connection.SendAsync(Head(302, 0, $"Location: http://localhost:{files.Port}/two.mp3\r\n"))
        );
        using RecordingClient client = Client(new RecordingOptions { Hosts = new RecordingHosts(["127.0.0.1", "localhost"]) });

        await client.SaveAsync(new RecordingOrder(new Uri(server.Uri, "/one.mp3"), Target), cancellationToken: TestContext.Current.CancellationToken);

        AssertWhole();
        Assert.Null(files.Requests[0].Header("Authorization"));
    }

    [Fact]
    public async Task A_partial_file_without_a_validator_is_downloaded_from_the_start()
    {
        // By now, the file may be a different one with the same size.
        await using var server = new TestServer((request, connection) => ServeAsync(request, connection, "\"a\""));
        await LeavePartAsync(server, string.Empty);

        Assert.False((await SaveAsync(server)).WasResumed);
        Assert.Null(server.Requests[^1].Header("Range"));
        AssertWhole();
    }

    [Fact]
    public async Task A_range_of_another_version_of_the_file_is_not_appended()
    {
        // Some servers support ranges but not If-Range.
        await using var server = new TestServer(
            async (request, connection) =>
            {
                bool isPart = request.Header("Range") is not null;
                await connection.SendAsync(
                    Head(
                        isPart ? 206 : 200,
                        isPart ? 3000 : 5000,
                        "ETag: \"b\"\r\n" + (isPart ? "Content-Range: bytes 2000-4999/5000\r\n" : string.Empty)
                    )
                );
                await connection.SendAsync(isPart ? new byte[3000] : Whole);
            }
        );
        await LeavePartAsync(server, "\"a\"");

        Assert.False((await SaveAsync(server)).WasResumed);
        AssertWhole();
    }

    [Fact]
    public async Task A_compressed_transfer_is_rejected()
    {
        await using var server = new TestServer(async (request, connection) =>
        {
            await connection.SendAsync(Head(200, Whole.Length, "Content-Encoding: gzip\r\n"));
            await connection.SendAsync(Whole);
        });

        DialerException failure = await Assert.ThrowsAsync<DialerException>(() => SaveAsync(server));

        Assert.Equal("Vicidial.RecordingEncoded", failure.ErrorId);
        Assert.Equal("identity", server.Requests[0].Header("Accept-Encoding"));
        Assert.Empty(_folder.GetFiles());
    }

    [Theory]
    [InlineData(405)]
    [InlineData(501)]
    public async Task An_existing_file_is_recognized_with_a_server_that_does_not_describe_files(int status)
    {
        await using var server = new TestServer((request, connection) => request.Method == "HEAD"
            ? connection.SendAsync(Head(status, 0, string.Empty))
            : ServeAsync(request, connection, "\"a\""));
        await File.WriteAllBytesAsync(Target, Whole, TestContext.Current.CancellationToken);
        Assert.True((await SaveAsync(server)).WasThere);

        await File.WriteAllBytesAsync(Target, Whole[..9], TestContext.Current.CancellationToken);
        DialerException failure = await Assert.ThrowsAsync<DialerException>(() => SaveAsync(server));
        Assert.Equal("Vicidial.RecordingExists", failure.ErrorId);
    }

    [Fact]
    public async Task A_redirect_on_the_same_host_is_followed()
    {
        await using var server = new TestServer((request, connection) => request.Target == "/one.mp3"
            ? connection.SendAsync(Head(302, 0, "Location: /two.mp3\r\n"))
            : ServeAsync(request, connection, "\"a\""));

        await SaveAsync(server);

        AssertWhole();
        Assert.Equal("/two.mp3", server.Requests[1].Target);
    }

    private static string Head(int status, int length, string headers) =>
        $"HTTP/1.1 {status} Any\r\n{Audio}Content-Length: {length}\r\n{headers}\r\n";

    private static async Task ServeAsync(TestRequest request, TestConnection connection, string tag)
    {
        bool isPart = request.Header("Range") is not null && request.Header("If-Range") is null or "\"a\"" && tag == "\"a\"";
        int from =
            isPart && request.Header("Range") is { } range
                ? int.Parse(range["bytes=".Length..^1], System.Globalization.CultureInfo.InvariantCulture)
                : 0;
        string headers = $"ETag: {tag}\r\n" + (from > 0 ? $"Content-Range: bytes {from}-{Whole.Length - 1}/{Whole.Length}\r\n" : string.Empty);
        await connection.SendAsync(Head(from > 0 ? 206 : 200, Whole.Length - from, headers));
        await connection.SendAsync(Whole[from..]);
    }

    private static RecordingClient Client(RecordingOptions options)
    {
        options.NoProxy = true;
        options.MaximumRetryCount = 0;
        return new RecordingClient(options);
    }

    /// <summary>Leaves the partial file of a run that ended after 2,000 bytes.</summary>
    private async Task LeavePartAsync(TestServer server, string tag, string path = "/one.mp3")
    {
        await File.WriteAllBytesAsync(Target + ".part", Whole[..2000], TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(
            Target + ".part-of",
            [new Uri(server.Uri, path).AbsoluteUri, tag, "5000"],
            TestContext.Current.CancellationToken
        );
    }

    private async Task<RecordingFile> SaveAsync(TestServer server)
    {
        using RecordingClient client = Client(new RecordingOptions());
        return await client.SaveAsync(
            new RecordingOrder(new Uri(server.Uri, "/one.mp3"), Target) { IsNamedByDialer = true },
            cancellationToken: TestContext.Current.CancellationToken
        );
    }

    private void AssertWhole()
    {
        Assert.Equal(Whole, File.ReadAllBytes(Target));
        Assert.Single(_folder.GetFiles());
    }
}
