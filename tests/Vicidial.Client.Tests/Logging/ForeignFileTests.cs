using System.Diagnostics;
using Vicidial.Client.Logging;
using Vicidial.Client.Tests.Support;
using Xunit;

namespace Vicidial.Client.Tests.Logging;

/// <summary>A log and a trace write only to files of their own kind, and only the owner can read those.</summary>
public sealed class ForeignFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("foreign");

    private string Target => Path.Combine(_folder.FullName, "requests.jsonl");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("phone_number,first_name\n7275551111,Ann\n")]
    [InlineData("{\"vicidialJournal\":1}\n")]
    [InlineData("{\"time\":\"2026-11-20T07:00:00Z\",\"level\":\"INFO\",\"msg\":\"x\"}\n")]
    [InlineData("\n\n\n")]
    [InlineData("precious")]
    [InlineData("{\"vicidialTrace\":1,\"time\":\"2026-11-20T07:00:00Z\"}\n")]
    public async Task A_file_with_other_content_is_neither_appended_to_nor_deleted(string content)
    {
        string told = string.Empty;
        await File.WriteAllTextAsync(Target, content, TestContext.Current.CancellationToken);
        using var log = new ApiLog(Target, 20, 1, message => told = message);
        Assert.Contains("has other content", log.FindForeign(), StringComparison.Ordinal);

        await SendAsync(log);

        Assert.Equal(content, await File.ReadAllTextAsync(Target, TestContext.Current.CancellationToken));
        Assert.Contains("has other content", told, StringComparison.Ordinal);
        Assert.Equal((0, 1), (log.Lines, log.Lost));
    }

    [Fact]
    public async Task A_log_of_an_earlier_session_is_continued_even_if_a_full_disk_cut_it()
    {
        foreach (string left in new[] { string.Empty, "{\"time\":\"2026-11-20T07:0", "{\"tim", "{\"time\":\"2026-11-20T07:0\n" })
        {
            await File.WriteAllTextAsync(Target, left, TestContext.Current.CancellationToken);
            using var log = new ApiLog(Target, 1_000_000, 1, static message => Assert.Fail(message));
            Assert.Null(log.FindForeign());
            await SendAsync(log);
            Assert.Equal(1, log.Lines);
        }

        using var last = new ApiLog(Target, 1_000_000, 1, static message => Assert.Fail(message));
        await SendAsync(last);
    }

    [Fact]
    public async Task Rotation_deletes_logs_only()
    {
        string told = string.Empty;
        await File.WriteAllTextAsync(Target + ".1", "precious", TestContext.Current.CancellationToken);
        using var log = new ApiLog(Target, 20, 2, message => told = message);
        await SendAsync(log);
        await SendAsync(log);
        await SendAsync(log);
        Assert.Equal("precious", await File.ReadAllTextAsync(Target + ".1", TestContext.Current.CancellationToken));
        Assert.Contains("has other content", told, StringComparison.Ordinal);
        Assert.True(log.Lost > 0);
    }

    [Fact]
    public async Task Rotation_replaces_only_logs_of_the_module()
    {
        using var log = new ApiLog(Target, 20, 3, static message => Assert.Fail(message));
        for (int i = 0; i < 6; i++)
        {
            await SendAsync(log);
        }

        Assert.Equal((6, 0), (log.Lines, log.Lost));
        Assert.Equal(3, _folder.GetFiles().Length - (File.Exists(Path.Combine(_folder.FullName, ".requests.jsonl.lock")) ? 1 : 0));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_link_in_place_of_the_lock_of_a_log_is_an_error_and_its_target_does_not_change(bool isThere)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows needs no lock.");
        string victim = Path.Combine(_folder.FullName, "victim.txt");
        if (isThere)
        {
            File.WriteAllText(victim, "precious");
        }

        File.CreateSymbolicLink(Path.Combine(_folder.FullName, ".requests.jsonl.lock"), victim);
        using var log = new ApiLog(Target, 1_000_000, 1, static _ => { });

        Assert.Contains("is a link", log.Open(), StringComparison.Ordinal);
        Assert.Equal(isThere ? "precious" : null, File.Exists(victim) ? File.ReadAllText(victim) : null);
    }

    [Fact]
    public async Task A_pipe_is_not_a_log_and_does_not_block()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such pipes.");
        using (Process made = Process.Start("mkfifo", [Target]))
        {
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        using var log = new ApiLog(Target, 1_000_000, 1, static _ => { });
        Assert.NotNull(log.Open());
    }

    [Fact]
    public async Task Only_the_owner_can_read_a_new_log_and_a_new_trace()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        using var log = new ApiLog(Target, 20, 3, static message => Assert.Fail(message));
        await SendAsync(log);
        await SendAsync(log);
        using var trace = new RequestTrace(Target + ".trace", pseudonymize: false, static message => Assert.Fail(message));
        Assert.Null(trace.Open());
        foreach (string path in new[] { Target, Target + ".1", Target + ".trace" })
        {
            Assert.Equal(FileModes.OwnerOnly, FileModes.Of(path));
        }
    }

    private static async Task SendAsync(ApiLog log)
    {
        Assert.True(log.Join());
        using var handler = new StubHandler(StubHandler.Response(Dial.Nobody));
        using DialerClient client = Dial.Client(handler);
        client.Add(log);
        await client.AgentsAsync();
    }
}
