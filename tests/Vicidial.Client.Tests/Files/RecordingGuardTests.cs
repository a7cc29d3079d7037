using Vicidial.Client.Errors;
using Vicidial.Client.Recordings;
using Vicidial.Client.Tests.Support;
using Xunit;

namespace Vicidial.Client.Tests.Files;

/// <summary>Protection of a folder of recordings from a malicious server, other local users, and a full disk.</summary>
public sealed class RecordingGuardTests : IDisposable
{
    private const string Precious = "precious";
    private static readonly byte[] Whole = Enumerable.Range(0, 5000).Select(i => (byte)(i * 7 % 251)).ToArray();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recordings");

    private string Target => Path.Combine(_folder.FullName, "one.wav");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("/a.wav", "x.wav")]
    [InlineData("/a.MP3", "x.MP3")]
    [InlineData("/a.gsm", "x.gsm")]
    [InlineData("/a.ogg?x=.exe", "x.ogg")]
    [InlineData("/a.exe", "x.bin")]
    [InlineData("/a.ps1", "x.bin")]
    [InlineData("/a.lnk", "x.bin")]
    [InlineData("/a.%65xe", "x.bin")]
    [InlineData("/a.wav;.sh", "x.bin")]
    [InlineData("/a.wav%00", "x.bin")]
    [InlineData("/a.wav.", "x.bin")]
    [InlineData("/a.desktop", "x.bin")]
    [InlineData("/a.html", "x.bin")]
    [InlineData("/a", "x.bin")]
    [InlineData("/", "x.bin")]
    public void Only_file_extensions_of_sounds_and_videos_are_kept(string location, string name) =>
        Assert.Equal(
            name,
            Path.GetFileName(new RecordingName("x").MakePath(_folder.FullName, static _ => null, new Uri("http://files.test" + location)))
        );

    [Fact]
    public void A_value_of_the_dialer_cannot_be_the_file_extension() =>
        Assert.Equal(
            "run.exe.bin",
            Path.GetFileName(new RecordingName("{User}").MakePath(_folder.FullName, static _ => "run.exe", new Uri("http://files.test/a")))
        );

    [Theory]
    [InlineData("192.168.*", "192.168.1.9", true)]
    [InlineData("192.168.*", "192.168.evil.test", false)]
    [InlineData("192.168.*", "192.168.1.9.evil.test", false)]
    [InlineData("192.168.*", "192.1680.test", false)]
    [InlineData("192.168.1.9", "192.168.1.9", true)]
    [InlineData("192.168.1.9", "192.168.1.90", false)]
    [InlineData("10.*.*.1", "10.2.3.1", true)]
    [InlineData("10.*.*.1", "10.2.3.1.test", false)]
    [InlineData("dialer.example.com", "dialer.example.com", true)]
    [InlineData("dialer.example.com", "DIALER.Example.com", true)]
    [InlineData("dialer.example.com", "evil-dialer.example.com", false)]
    [InlineData("dialer.example.com", "a.dialer.example.com", false)]
    [InlineData("dialer.example.com", "dialer.example.com.evil.test", false)]
    [InlineData("dialer.example.com", "dialer.example.co", false)]
    [InlineData("dialer.example.com", "ialer.example.com", false)]
    [InlineData("dialer.example.com", "dialerxexample.com", false)]
    [InlineData("dialer.example.com", "dialer.example.com.", false)]
    [InlineData("*.example.com", "a.example.com", true)]
    [InlineData("*.example.com", "a.b.example.com", true)]
    [InlineData("*.example.com", "example.com", false)]
    [InlineData("*.example.com", "evilexample.com", false)]
    [InlineData("*.example.com", "a.example.com.evil.test", false)]
    [InlineData("dialer*.example.com", "dialer7.example.com", true)]
    [InlineData("*", "anything.test", true)]
    [InlineData("*", "10.1.1.1", true)]
    [InlineData("files.test:8080", "files.test:8080", true)]
    [InlineData("files.test:8080", "files.test", false)]
    [InlineData("files.test:8080", "files.test:80", false)]
    [InlineData("files.test", "files.test:8080", true)]
    [InlineData("[::1]", "[::1]", true)]
    [InlineData("[::1]:81", "[::1]:81", true)]
    [InlineData("[fd00:*]", "[fd00::7]", true)]
    public void A_pattern_matches_the_hosts_that_it_names(string pattern, string host, bool matches)
    {
        var hosts = new RecordingHosts([pattern]);
        Assert.Equal(matches, hosts.IsNamedByUser(new Uri($"https://{host}/a.wav")));
    }

    [Fact]
    public void A_pattern_with_many_asterisks_is_fast()
    {
        var hosts = new RecordingHosts([string.Concat(Enumerable.Repeat("a*", 5000)) + "b"]);
        string host = string.Join('.', Enumerable.Repeat(new string('a', 60), 4));
        Linear.Run(() => Assert.False(hosts.IsNamedByUser(new Uri($"https://{host}/"))));
    }

    [Fact]
    public async Task A_recording_that_is_larger_than_permitted_is_not_started()
    {
        await using var server = new TestServer((request, connection) => ServeAsync(connection, withLength: true));
        DialerException failure = await FailAsync(server, new RecordingOptions { MaximumSize = Whole.Length - 1 });

        Assert.Equal("Vicidial.RecordingTooLarge", failure.ErrorId);
        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public async Task A_recording_of_exactly_the_permitted_size_is_saved()
    {
        await using var server = new TestServer((request, connection) => ServeAsync(connection, withLength: true));
        await SaveAsync(server, new RecordingOptions { MaximumSize = Whole.Length });
        Assert.Equal(Whole, File.ReadAllBytes(Target));
    }

    [Fact]
    public async Task A_recording_without_an_end_fails_at_the_limit_and_leaves_no_file()
    {
        await using var server = new TestServer(async (request, connection) =>
        {
            await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: audio/x-wav\r\nConnection: close\r\n\r\n");
            try
            {
                while (true)
                {
                    await connection.SendAsync(new byte[64 * 1024]);
                }
            }
            catch (IOException)
            {
                // The client has closed the connection.
            }
        });
        DialerException failure = await FailAsync(server, new RecordingOptions { MaximumSize = 1_000_000 });

        Assert.Equal("Vicidial.RecordingTooLarge", failure.ErrorId);
        Assert.Empty(_folder.GetFiles());
    }

    [Theory]
    [InlineData(true, 4999, true)]
    [InlineData(true, 5000, false)]
    [InlineData(false, 1_000_000, true)]
    [InlineData(false, 1_000_000_000, false)]
    public async Task A_recording_that_does_not_fit_on_the_disk_is_not_started(bool withLength, long free, bool fails)
    {
        await using var server = new TestServer((request, connection) => ServeAsync(connection, withLength));
        var options = new RecordingOptions { FreeSpaceOf = folder => folder == _folder.FullName ? free : throw new ArgumentException(folder) };
        if (!fails)
        {
            await SaveAsync(server, options);
            Assert.Equal(Whole, File.ReadAllBytes(Target));
            return;
        }

        DialerException failure = await FailAsync(server, options);
        Assert.Equal("Vicidial.RecordingNotWritable", failure.ErrorId);
        Assert.Contains($"{free} ", failure.Message, StringComparison.Ordinal);
        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public async Task Free_disk_space_is_checked_again_during_a_download()
    {
        int asked = 0;
        await using var server = new TestServer(async (request, connection) =>
        {
            await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: audio/x-wav\r\nConnection: close\r\n\r\n");
            try
            {
                while (true)
                {
                    await connection.SendAsync(new byte[1024 * 1024]);
                }
            }
            catch (IOException)
            {
                // The client has closed the connection.
            }
        });
        DialerException failure = await FailAsync(server, new RecordingOptions { FreeSpaceOf = _ => asked++ < 1 ? long.MaxValue : 1 });
        Assert.Equal("Vicidial.RecordingNotWritable", failure.ErrorId);
    }

    [Theory]
    [InlineData(".part")]
    [InlineData(".part-of")]
    public async Task A_link_in_place_of_a_partial_file_is_replaced_and_its_target_does_not_change(string ending)
    {
        string victim = Path.Combine(_folder.FullName, "victim.txt");
        await File.WriteAllTextAsync(victim, Precious, TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(Target + ending, victim);
        await using var server = new TestServer((request, connection) => ServeAsync(connection, withLength: true));

        await SaveAsync(server, new RecordingOptions());

        Assert.Equal(Precious, File.ReadAllText(victim));
        Assert.Null(new FileInfo(Target).LinkTarget);
        Assert.Equal(Whole, File.ReadAllBytes(Target));
    }

    [Fact]
    public async Task A_link_in_place_of_a_partial_file_that_could_be_resumed_is_replaced_too()
    {
        string victim = Path.Combine(_folder.FullName, "victim.txt");
        await File.WriteAllTextAsync(victim, Precious, TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(Target + ".part", victim);
        await using var server = new TestServer((request, connection) => ServeAsync(connection, withLength: true));
        await File.WriteAllLinesAsync(
            Target + ".part-of",
            [new Uri(server.Uri, "/one.wav").AbsoluteUri, "\"a\"", "5000"],
            TestContext.Current.CancellationToken
        );

        Assert.False((await SaveAsync(server, new RecordingOptions())).WasResumed);

        Assert.Null(server.Requests[0].Header("Range"));
        Assert.Equal(Precious, File.ReadAllText(victim));
    }

    [Fact]
    public async Task Only_the_owner_can_read_a_recording_and_its_partial_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        int[] parts = [];
        await using var server = new TestServer((request, connection) => ServeAsync(connection, withLength: true));
        using var client = new RecordingClient(new RecordingOptions { NoProxy = true, MaximumRetryCount = 0 });
        await client.SaveAsync(
            Order(server),
            _ => parts = [FileModes.Of(Target + ".part"), FileModes.Of(Target + ".part-of")],
            TestContext.Current.CancellationToken
        );

        Assert.Equal([FileModes.OwnerOnly, FileModes.OwnerOnly], parts);
        Assert.Equal(FileModes.OwnerOnly, FileModes.Of(Target));
    }

    private static async Task ServeAsync(TestConnection connection, bool withLength)
    {
        await connection.SendAsync(
            $"HTTP/1.1 200 OK\r\nContent-Type: audio/x-wav\r\nConnection: close\r\n"
                + $"{(withLength ? $"Content-Length: {Whole.Length}\r\n" : string.Empty)}\r\n"
        );
        await connection.SendAsync(Whole);
        connection.Close();
    }

    private RecordingOrder Order(TestServer server) => new(new Uri(server.Uri, "/one.wav"), Target) { IsNamedByDialer = true };

    private async Task<RecordingFile> SaveAsync(TestServer server, RecordingOptions options)
    {
        options.NoProxy = true;
        options.MaximumRetryCount = 0;
        using var client = new RecordingClient(options);
        return await client.SaveAsync(Order(server), cancellationToken: TestContext.Current.CancellationToken);
    }

    private Task<DialerException> FailAsync(TestServer server, RecordingOptions options) =>
        Assert.ThrowsAsync<DialerException>(() => SaveAsync(server, options));
}
