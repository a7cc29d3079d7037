using Vicidial.Client.Errors;
using Vicidial.Client.Events;
using Vicidial.Client.Functions;
using Xunit;

namespace Vicidial.Client.Tests.Events;

/// <summary>A spool keeps each event until it is consumed, and nothing else.</summary>
public sealed class EventSpoolTests : IDisposable
{
    private const long Unlimited = long.MaxValue;
    private const int MoreThanAFile = 9 * 1024 * 1024;
    private readonly string _folder = Directory.CreateTempSubdirectory("spool").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_file_whose_events_are_consumed_is_deleted_and_its_bytes_no_longer_count_as_waiting()
    {
        using EventSpool spool = EventSpool.Open(_folder, Unlimited);
        await Append(spool, 1, new string('x', MoreThanAFile));
        await Append(spool, 2);
        Assert.Equal(["events-0000000001.jsonl", "events-0000000002.jsonl"], Files());

        SpooledEvent first = (await spool.ReadAsync(Token))!;
        SpooledEvent second = (await spool.ReadAsync(Token))!;
        spool.Take(first.End);
        Assert.Equal(SizeOf("events-0000000002.jsonl"), spool.WaitingBytes);
        spool.Take(second.End);

        Assert.Equal("/dispo?lead_id=2", second.Request!.Target);
        Assert.Equal(0, spool.WaitingBytes);
        Assert.Equal(["events-0000000002.jsonl"], Files());
    }

    [Fact]
    public async Task Events_that_arrive_together_count_before_they_are_written_to_the_disk()
    {
        const long Limit = 100_000;
        using EventSpool spool = EventSpool.Open(_folder, Limit);
        var stored = new List<Task>();
        int turnedAway = 0;
        for (int i = 0; i < 20_000; i++)
        {
            try
            {
                stored.Add(Append(spool, i, new string('x', 300)));
            }
            catch (DialerException full) when (full.ErrorId == "Vicidial.SpoolFull")
            {
                turnedAway++;
            }
        }

        await Task.WhenAll(stored);

        // One group of events may be on its way to the disk while the next one is collected.
        Assert.InRange(spool.WaitingBytes, 1, 3 * Limit);
        Assert.InRange(turnedAway, 15_000, 20_000);
    }

    [Theory]
    [InlineData("999999", "")]
    [InlineData("END", "{\"at\":\"2026-")]
    public async Task A_position_after_the_last_complete_event_is_the_end(string offset, string torn)
    {
        using (EventSpool spool = EventSpool.Open(_folder, Unlimited))
        {
            await Append(spool, 1);
        }

        string file = Path.Combine(_folder, "events-0000000001.jsonl");
        await File.AppendAllTextAsync(file, torn, Token);
        long place = offset == "END" ? new FileInfo(file).Length : long.Parse(offset, CultureInfo.InvariantCulture);
        await File.WriteAllTextAsync(Path.Combine(_folder, "taken.txt"), $"{1:D19} {place:D19}\n", Token);

        using EventSpool again = EventSpool.Open(_folder, Unlimited);
        Assert.Equal(0, again.WaitingBytes);
        await Append(again, 2);
        Assert.Equal("/dispo?lead_id=2", (await again.ReadAsync(Token))!.Request!.Target);
    }

    [Fact]
    public void A_spool_continues_after_its_files_were_deleted()
    {
        File.WriteAllText(Path.Combine(_folder, "taken.txt"), $"{5:D19} {700:D19}\n");

        using EventSpool spool = EventSpool.Open(_folder, Unlimited);

        Assert.Equal(["events-0000000006.jsonl"], Files());
        Assert.Equal(0, spool.WaitingBytes);
    }

    [Fact]
    public async Task An_event_that_did_not_fit_leaves_nothing_before_the_next_one()
    {
        using SmallDisk? disk = SmallDisk.TryMount(_folder, kilobytes: 128);
        Assert.SkipWhen(disk is null, "Only root can mount a small disk, and only on Linux.");
        string filler = Path.Combine(_folder, "filler");
        using EventSpool spool = EventSpool.Open(Path.Combine(_folder, "spool"), Unlimited);
        await File.WriteAllBytesAsync(filler, new byte[64 * 1024], Token);
        int stored = 0;
        DialerException? failure = null;
        while (failure is null)
        {
            failure = await Record.ExceptionAsync(() => Append(spool, stored + 1, new string('x', 6000))) as DialerException;
            stored += failure is null ? 1 : 0;
        }

        Assert.Equal("Vicidial.SpoolNotWritable", failure.ErrorId);
        File.Delete(filler);
        await Append(spool, stored + 1);

        for (int i = 1; i <= stored + 1; i++)
        {
            Assert.Equal($"/dispo?lead_id={i}", (await spool.ReadAsync(Token))!.Request?.Target);
        }
    }

    [Fact]
    public async Task An_event_that_was_not_stored_is_not_a_duplicate_when_it_arrives_again()
    {
        var window = new EventWindow(TimeSpan.FromHours(1));
        var storing = new TaskCompletionSource();
        (Task stored, bool isDuplicate) = window.Remember(Id(1), DateTimeOffset.UnixEpoch, () => storing.Task);
        Assert.False(isDuplicate);
        storing.SetException(new DialerException("SpoolNotWritable", DialerErrorKind.Storage, "The disk is full."));
        await Assert.ThrowsAsync<DialerException>(() => stored);

        Assert.False(window.Remember(Id(1), DateTimeOffset.UnixEpoch, static () => Task.CompletedTask).IsDuplicate);
        Assert.True(window.Remember(Id(1), DateTimeOffset.UnixEpoch, static () => Task.CompletedTask).IsDuplicate);
    }

    [Fact]
    public void The_oldest_of_too_many_events_are_forgotten()
    {
        var window = new EventWindow(TimeSpan.FromHours(1));
        for (int i = 0; i <= 200_000; i++)
        {
            window.Remember(Id(i), DateTimeOffset.UnixEpoch, static () => Task.CompletedTask);
        }

        Assert.True(window.Remember(Id(100), DateTimeOffset.UnixEpoch, static () => Task.CompletedTask).IsDuplicate);
        Assert.False(window.Remember(Id(0), DateTimeOffset.UnixEpoch, static () => Task.CompletedTask).IsDuplicate);
    }

    private static string Id(int number) => $"{number:x32}";

    private static Task Append(EventSpool spool, int lead, string body = "") =>
        spool.AppendAsync(new EventRequest($"/dispo?lead_id={lead}", body, "127.0.0.1", DateTimeOffset.UnixEpoch), isDuplicate: false);

    private string[] Files() =>
        Directory.GetFiles(_folder, "events-*").Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal).ToArray();

    private long SizeOf(string name) => new FileInfo(Path.Combine(_folder, name)).Length;
}
