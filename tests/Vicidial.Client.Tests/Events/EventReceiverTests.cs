using System.Text;
using Vicidial.Client.Errors;
using Vicidial.Client.Events;
using Vicidial.Testing;
using Xunit;

namespace Vicidial.Client.Tests.Events;

public sealed class EventReceiverTests : IDisposable
{
    private const string Secret = "s3cr3t-A_b.0123456789";
    private readonly string _folder = Directory.CreateTempSubdirectory("spool").FullName;
    private readonly List<IDisposable> _open = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Enumerable.Reverse(_open).ToList().ForEach(static one => one.Dispose());
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Every_recorded_request_gets_a_response_and_becomes_its_event()
    {
        EventReceiver receiver = Start(new EventReceiverOptions { IncludesDuplicates = true });
        foreach (EventCapture capture in EventCapture.LoadAll())
        {
            string answer = await EventClient.SendAsync(receiver.EndPoint, capture.Bytes);

            Assert.StartsWith("HTTP/1.1 200 OK\r\n", answer, StringComparison.Ordinal);
            Assert.EndsWith("\r\n\r\nOK", answer, StringComparison.Ordinal);
            if (EventNoise.Is(capture.Target, capture.Body))
            {
                continue;
            }

            DialerEvent received = await NextAsync(receiver);
            DialerEvent expected = EventParserTests.Parse(capture.Target, capture.Body);
            Assert.Equal(expected.GetType(), received.GetType());
            Assert.Equal(expected.EventId, received.EventId);
            Assert.Equal(expected.Fields, received.Fields);
            Assert.Equal("127.0.0.1", received.SourceAddress);
        }

        Assert.True(receiver.GetCounts().Noise > 0);
    }

    [Fact]
    public async Task A_copy_of_an_event_gets_a_response_and_is_dropped()
    {
        EventReceiver receiver = Start(new EventReceiverOptions());
        await EventClient.GetAsync(receiver.EndPoint, "/dispo?agent_log_id=1&dispo=SALE&epoch=1");
        await EventClient.GetAsync(receiver.EndPoint, "/dispo?agent_log_id=1&dispo=SALE&epoch=2");
        await EventClient.GetAsync(receiver.EndPoint, "/dispo?agent_log_id=2&dispo=SALE");

        Assert.Equal(1, ((DispositionEvent)await NextAsync(receiver)).AgentLogId);
        Assert.Equal(2, ((DispositionEvent)await NextAsync(receiver)).AgentLogId);
        Assert.Equal((2, 1), (receiver.GetCounts().Stored, receiver.GetCounts().Duplicates));
    }

    [Theory]
    [InlineData("SALE,NI,SALE", "SALE,NI,SALE", "")]
    [InlineData("SALE 1,NI 2,SALE 3", "SALE 1,NI 2,SALE 3", "")]
    [InlineData("SALE 1,NI 2,SALE 3,SALE 3,SALE 4,NI 5,SALE 6", "SALE 1,NI 2,SALE 3,NI 5,SALE 6", "SALE 3,SALE 4")]
    [InlineData("SALE 1,NI 2,SALE 1,NI 2", "SALE 1,NI 2", "SALE 1,NI 2")]
    public async Task A_correction_back_is_a_separate_event_and_a_copy_is_not(string sent, string taken, string copies)
    {
        EventReceiver receiver = Start(new EventReceiverOptions { IncludesDuplicates = true });
        string[] all = sent.Split(',');
        var received = new List<DispositionEvent>();
        foreach (string[] one in all.Select(static text => text.Split(' ')))
        {
            string time = one.Length > 1 ? $"&epoch={one[1]}" : string.Empty;
            await EventClient.GetAsync(receiver.EndPoint, $"/dispo?agent_log_id=1&call_id=V1&dispo={one[0]}{time}");
            received.Add((DispositionEvent)await NextAsync(receiver));
        }

        Assert.Equal(taken, Describe(received.Where(static one => !one.IsDuplicate)));
        Assert.Equal(copies, Describe(received.Where(static one => one.IsDuplicate)));
        string[] ids = received.Where(static one => !one.IsDuplicate).Select(static one => one.EventId).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(received.Where(static one => one.IsDuplicate), copy => Assert.Contains(copy.EventId, ids));

        static string Describe(IEnumerable<DispositionEvent> events) => string.Join(
            ',',
            events.Select(static one => one.OccurredAt is { } time ? $"{one.Status} {time.ToUnixTimeSeconds()}" : one.Status));
    }

    [Fact]
    public async Task A_correction_keeps_its_EventId_through_a_restart()
    {
        EventReceiver first = Start(new EventReceiverOptions());
        foreach (string status in new[] { "SALE", "NI", "SALE" })
        {
            await EventClient.GetAsync(first.EndPoint, $"/dispo?agent_log_id=1&call_id=V1&dispo={status}");
        }

        string[] before = await ReadIdsAsync(first);
        Restart();
        Assert.Equal(before, await ReadIdsAsync(Start(new EventReceiverOptions())));
        Assert.Equal(3, before.Distinct().Count());

        static async Task<string[]> ReadIdsAsync(EventReceiver receiver)
        {
            var ids = new List<string>();
            for (int i = 0; i < 3; i++)
            {
                ids.Add((await receiver.ReadAsync(Token))!.Content!.EventId);
            }

            return ids.ToArray();
        }
    }

    [Fact]
    public async Task With_IncludesDuplicates_a_copy_is_returned_with_the_same_EventId()
    {
        EventReceiver receiver = Start(new EventReceiverOptions { IncludesDuplicates = true });
        await EventClient.GetAsync(receiver.EndPoint, "/dispo?agent_log_id=1&dispo=SALE");
        await EventClient.GetAsync(receiver.EndPoint, "/dispo?agent_log_id=1&dispo=SALE");

        DialerEvent first = await NextAsync(receiver);
        DialerEvent second = await NextAsync(receiver);

        Assert.Equal(first.EventId, second.EventId);
        Assert.Equal((false, true), (first.IsDuplicate, second.IsDuplicate));
    }

    [Fact]
    public async Task An_event_is_forgotten_after_the_window()
    {
        DateTimeOffset now = DateTimeOffset.UnixEpoch;
        EventReceiver receiver = Start(new EventReceiverOptions { DuplicateWindow = TimeSpan.FromMinutes(1) }, () => now);
        await EventClient.GetAsync(receiver.EndPoint, "/dispo?agent_log_id=1&dispo=SALE");
        now += TimeSpan.FromMinutes(2);
        await EventClient.GetAsync(receiver.EndPoint, "/dispo?agent_log_id=1&dispo=SALE");

        Assert.Equal(2, receiver.GetCounts().Stored);
    }

    [Theory]
    [InlineData($"/hook/{Secret}/dispo?lead_id=1", true)]
    [InlineData($"/{Secret}?kind=dispo&lead_id=1", true)]
    [InlineData("/hook/dispo?lead_id=1", false)]
    [InlineData($"/hook/{Secret}x/dispo?lead_id=1", false)]
    [InlineData("/hook/s3cr3t-A_b.012345678/dispo?lead_id=1", false)]
    [InlineData($"/hook/dispo?secret={Secret}&lead_id=1", false)]
    [InlineData($"/hook//dispo?lead_id=/{Secret}/", false)]
    public async Task Only_a_request_with_the_secret_in_its_path_is_accepted(string target, bool isTaken)
    {
        EventReceiver receiver = Start(new EventReceiverOptions { Secret = Secret });

        string answer = await EventClient.GetAsync(receiver.EndPoint, target);

        Assert.StartsWith(isTaken ? "HTTP/1.1 200 " : "HTTP/1.1 404 ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret[..10], answer, StringComparison.Ordinal);
        Assert.Equal(isTaken ? 0 : 1, receiver.GetCounts().WrongSecret);
        if (isTaken)
        {
            DialerEvent result = await NextAsync(receiver);
            Assert.Equal(EventKind.Disposition, result.Kind);
            Assert.DoesNotContain(result.Fields, static field => field.Value.Contains(Secret, StringComparison.Ordinal));
        }

        Assert.All(Directory.GetFiles(_folder, "*.jsonl"), path => Assert.DoesNotContain(Secret, ReadShared(path), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GET /dispo?lead_id=1 HTTP/1.0\r\n\r\n", 200)]
    [InlineData("GET /dispo?lead_id=1 HTTP/1.1\r\nHost: x\r\nRange: bytes=3-\r\n\r\n", 200)]
    [InlineData("POST /dispo HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nlead_id=1", 200)]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\n\r\n", 404)]
    [InlineData("GET /dispo?lead_id=1 HTTP/1.1\r\nHost: evil\r\n\r\n", 403)]
    [InlineData("PUT /dispo?lead_id=1 HTTP/1.1\r\nHost: x\r\n\r\n", 405)]
    [InlineData("POST /dispo HTTP/1.1\r\nHost: x\r\nContent-Length: 999999\r\n\r\n", 413)]
    [InlineData("hello\r\n\r\n", 400)]
    public async Task The_body_of_a_response_is_short_and_has_no_character_that_breaks_a_dialers_SQL_or_pages(string request, int status)
    {
        EventReceiver receiver = Start(new EventReceiverOptions { AllowedHosts = ["x", string.Empty] });

        string answer = await EventClient.SendAsync(receiver.EndPoint, Encoding.ASCII.GetBytes(request));

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        string body = answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        Assert.InRange(body.Length, 1, 100);
        Assert.DoesNotContain(body, static character => "'\";<>".Contains(character, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GET", 900, "HTTP/1.1 200 ")]
    [InlineData("GET", 1100, "HTTP/1.1 400 ")]
    [InlineData("POST", 1100, "HTTP/1.1 400 ")]
    public async Task A_request_with_more_fields_than_a_dialer_has_is_rejected(string method, int count, string start)
    {
        EventReceiver receiver = Start(new EventReceiverOptions());
        string fields = string.Join('&', Enumerable.Range(0, count).Select(static i => $"f{i}={i}"));

        string answer = method == "GET"
            ? await EventClient.GetAsync(receiver.EndPoint, $"/dispo?{fields}")
            : await EventClient.PostAsync(receiver.EndPoint, "/dispo", fields);

        Assert.StartsWith(start, answer, StringComparison.Ordinal);
        Assert.Equal(count < 1000 ? 0 : 1, receiver.GetCounts().Rejected);
    }

    [Fact]
    public async Task The_template_of_a_URL_with_a_secret_reads_its_requests()
    {
        EventUrl url = EventUrlBuilder.Build(
            new EventUrlOptions { Kind = EventKind.Disposition, BaseUri = new Uri("http://x:81/vici"), Secret = Secret });
        EventReceiver receiver = Start(new EventReceiverOptions { Secret = Secret, Templates = [EventTemplate.TryParse(url.Url)!] });
        string target = url.Url["http://x:81/vici".Length..].Replace("--A--lead_id--B--", "77", StringComparison.Ordinal);

        await EventClient.GetAsync(receiver.EndPoint, target);

        Assert.Equal(77, ((DispositionEvent)await NextAsync(receiver)).LeadId);
    }

    [Theory]
    [InlineData("10.0.0.0/8", "", "HTTP/1.1 403 ")]
    [InlineData("127.0.0.0/8", "", "HTTP/1.1 200 ")]
    [InlineData("10.1.2.3", "X-Forwarded-For: 8.8.8.8, 10.1.2.3\r\n", "HTTP/1.1 200 ")]
    [InlineData("8.8.8.8", "X-Forwarded-For: 8.8.8.8, 10.1.2.3\r\n", "HTTP/1.1 403 ")]
    public async Task Only_allowed_addresses_are_served_even_through_a_proxy(string allowed, string header, string start)
    {
        EventReceiver receiver = Start(new EventReceiverOptions
        {
            AllowedAddresses = [AddressRange.TryParse(allowed)!],
            Proxies = header.Length == 0 ? [] : [AddressRange.TryParse("127.0.0.1")!],
        });

        byte[] request = Encoding.ASCII.GetBytes($"GET /dispo?lead_id=1 HTTP/1.1\r\nHost: x\r\n{header}\r\n");
        string answer = await EventClient.SendAsync(receiver.EndPoint, request);

        Assert.StartsWith(start, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_of_other_kinds_get_a_response_and_are_dropped()
    {
        EventReceiver receiver = Start(new EventReceiverOptions { Kinds = [EventKind.NoAgent] });

        Assert.Contains(" 200 ", await EventClient.GetAsync(receiver.EndPoint, "/dispo?lead_id=1"), StringComparison.Ordinal);
        Assert.Contains(" 200 ", await EventClient.GetAsync(receiver.EndPoint, "/noagent?lead_id=2"), StringComparison.Ordinal);

        Assert.Equal(2, ((NoAgentEvent)await NextAsync(receiver)).LeadId);
        Assert.Equal(1, receiver.GetCounts().Ignored);
    }

    [Fact]
    public async Task A_full_spool_returns_503_with_an_error_and_accepts_events_again_when_it_has_space()
    {
        EventReceiver receiver = Start(new EventReceiverOptions(), limit: 600);
        var answers = new List<string>();
        for (int i = 0; i < 10; i++)
        {
            answers.Add(await EventClient.GetAsync(receiver.EndPoint, $"/dispo?lead_id={i}"));
        }

        int stored = answers.Count(static answer => answer.StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal));
        Assert.InRange(stored, 1, 9);
        Assert.All(answers.Skip(stored), static answer => Assert.StartsWith("HTTP/1.1 503 ", answer, StringComparison.Ordinal));
        Assert.Equal("Vicidial.SpoolFull", receiver.Failure?.ErrorId);

        for (int i = 0; i < stored; i++)
        {
            Assert.Equal(i, ((DispositionEvent)await NextAsync(receiver)).LeadId);
        }

        // An event that was rejected is not a duplicate when it arrives again.
        Assert.StartsWith("HTTP/1.1 200 ", await EventClient.GetAsync(receiver.EndPoint, "/dispo?lead_id=9"), StringComparison.Ordinal);
        Assert.Equal(9, ((DispositionEvent)await NextAsync(receiver)).LeadId);
        Assert.Null(receiver.Failure);
    }

    [Fact]
    public async Task A_full_disk_returns_503_with_an_error_and_loses_no_confirmed_event()
    {
        using SmallDisk? disk = SmallDisk.TryMount(_folder, kilobytes: 256);
        Assert.SkipWhen(disk is null, "Only root can mount a small disk, and only on Linux.");
        string folder = Path.Combine(_folder, "spool");
        string filler = Path.Combine(_folder, "filler");
        EventReceiver receiver = Start(new EventReceiverOptions(), folder: folder);
        File.WriteAllBytes(filler, new byte[128 * 1024]);
        var answered = new List<long>();
        int rejected = 0;
        string full = new('x', 3000);
        for (long i = 1; rejected < 5; i++)
        {
            string answer = await EventClient.GetAsync(receiver.EndPoint, $"/dispo?lead_id={i}&comments={full}");
            if (answer.StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal))
            {
                answered.Add(i);
            }
            else
            {
                Assert.StartsWith("HTTP/1.1 503 ", answer, StringComparison.Ordinal);
                rejected++;
            }
        }

        Assert.InRange(answered.Count, 10, 60);
        Assert.Equal("Vicidial.SpoolNotWritable", receiver.Failure?.ErrorId);
        Assert.Contains(folder, receiver.Failure!.Message, StringComparison.Ordinal);
        Assert.Equal(rejected, receiver.GetCounts().TurnedAway);

        // A rejected event leaves nothing on the disk, events can be read while it is full, and a restart finds the rest.
        Assert.Equal(answered[0], ((DispositionEvent)await NextAsync(receiver)).LeadId);
        Restart();
        receiver = Start(new EventReceiverOptions(), folder: folder);
        foreach (long lead in answered.Skip(1))
        {
            Assert.Equal(lead, ((DispositionEvent)await NextAsync(receiver)).LeadId);
        }

        // Consumed events make room for new ones.
        Assert.StartsWith("HTTP/1.1 200 ", await EventClient.GetAsync(receiver.EndPoint, $"/dispo?lead_id=998&comments={full}"));
        Assert.Equal(998, ((DispositionEvent)await NextAsync(receiver)).LeadId);
        Restart();
        receiver = Start(new EventReceiverOptions(), folder: folder);
        Assert.StartsWith("HTTP/1.1 200 ", await EventClient.GetAsync(receiver.EndPoint, "/dispo?lead_id=999"), StringComparison.Ordinal);
        Assert.Equal(999, ((DispositionEvent)await NextAsync(receiver)).LeadId);
        Assert.Null(receiver.Failure);
        Restart();
    }

    [Fact]
    public async Task After_a_restart_only_events_that_were_not_consumed_are_returned_again()
    {
        EventReceiver first = Start(new EventReceiverOptions());
        for (int i = 0; i < 5; i++)
        {
            await EventClient.GetAsync(first.EndPoint, $"/dispo?lead_id={i}");
        }

        await NextAsync(first);
        DialerEvent second = await NextAsync(first);
        DialerEvent third = (await first.ReadAsync(Token))!.Content!;
        Restart();

        EventReceiver again = Start(new EventReceiverOptions());
        DialerEvent repeated = await NextAsync(again);

        Assert.Equal(third.EventId, repeated.EventId);
        Assert.NotEqual(second.EventId, repeated.EventId);
        Assert.Equal(3, ((DispositionEvent)await NextAsync(again)).LeadId);
        Assert.Equal(4, ((DispositionEvent)await NextAsync(again)).LeadId);
    }

    [Fact]
    public async Task A_torn_line_at_the_end_of_a_spool_is_cut_off()
    {
        EventReceiver first = Start(new EventReceiverOptions());
        await EventClient.GetAsync(first.EndPoint, "/dispo?lead_id=1");
        Restart();
        string file = Directory.GetFiles(_folder, "events-*").Single();
        File.AppendAllText(file, "{\"at\":\"2026-");

        EventReceiver again = Start(new EventReceiverOptions());
        await EventClient.GetAsync(again.EndPoint, "/dispo?lead_id=2");

        Assert.Equal(1, ((DispositionEvent)await NextAsync(again)).LeadId);
        Assert.Equal(2, ((DispositionEvent)await NextAsync(again)).LeadId);
    }

    [Fact]
    public void Two_receivers_cannot_share_a_spool()
    {
        Start(new EventReceiverOptions());

        DialerException failure = Assert.Throws<DialerException>(() => EventSpool.Open(_folder, 1000));

        Assert.Equal("Vicidial.SpoolInUse", failure.ErrorId);
    }

    [Fact]
    public void Two_receivers_cannot_share_a_port()
    {
        EventReceiver receiver = Start(new EventReceiverOptions());
        using EventSpool other = EventSpool.Open(Path.Combine(_folder, "other"), 1000);

        DialerException failure = Assert.Throws<DialerException>(
            () => EventReceiver.Start(new EventReceiverOptions { Port = receiver.EndPoint.Port }, other));

        Assert.Equal("Vicidial.PortInUse", failure.ErrorId);
        Assert.Contains($"{receiver.EndPoint.Port}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_owner_can_read_a_spool()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        string folder = Path.Combine(_folder, "own");
        using EventSpool spool = EventSpool.Open(folder, 1000);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        foreach (string path in Directory.GetFiles(folder))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    [Theory]
    [InlineData("s3cr3t~1")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("p\u00e9")]
    [InlineData("..")]
    [InlineData("event")]
    [InlineData("xcallcardx")]
    public void A_secret_that_a_sender_would_damage_is_rejected_and_not_shown(string secret)
    {
        using EventSpool spool = EventSpool.Open(_folder, 1000);

        DialerException failure = Assert.Throws<DialerException>(() => EventReceiver.Start(new EventReceiverOptions { Secret = secret }, spool));

        Assert.Equal("Vicidial.EventSecretInvalid", failure.ErrorId);
        Assert.DoesNotContain($"'{secret}'", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stopped_receiver_has_stored_every_event_that_got_a_response()
    {
        EventReceiver receiver = Start(new EventReceiverOptions());
        Task<string>[] sent = Enumerable.Range(0, 50).Select(i => EventClient.GetAsync(receiver.EndPoint, $"/dispo?lead_id={i}")).ToArray();
        await Task.WhenAny(sent);
        await receiver.StopAsync(TimeSpan.FromSeconds(10));
        int answered = 0;
        foreach (Task<string> one in sent)
        {
            try
            {
                answered += (await one).StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal) ? 1 : 0;
            }
            catch (Exception refused) when (refused is IOException or System.Net.Sockets.SocketException)
            {
                // The request arrived after the receiver had stopped.
            }
        }

        Restart();
        EventReceiver again = Start(new EventReceiverOptions());
        var found = new HashSet<string>();
        for (int i = 0; i < answered; i++)
        {
            found.Add((await NextAsync(again)).EventId);
        }

        Assert.Equal(answered, found.Count);
    }

    [Fact]
    public async Task Mutated_requests_always_get_a_response_and_never_become_events_of_another_kind()
    {
        EventReceiver receiver = Start(
            new EventReceiverOptions { RequestTimeout = TimeSpan.FromMilliseconds(500), IncludesDuplicates = true }, limit: int.MaxValue);
        EventCapture[] captures = EventCapture.LoadAll().ToArray();
        var random = new Random(20261129);
        var work = new List<(byte[] Bytes, EventKind[] Allowed)>();
        for (int i = 0; i < 10_000; i++)
        {
            EventCapture capture = captures[random.Next(captures.Length)];
            byte[] bytes = Mutation.Of(capture.Bytes, captures[random.Next(captures.Length)].Bytes, random);
            EventKind[] kinds = Mutation.KindsIn(bytes);
            work.Add((bytes, kinds));
            Assert.Contains(EventParserTests.Parse(Encoding.Latin1.GetString(bytes)).Kind, kinds.Append(EventKind.Unknown));
        }

        using var slots = new SemaphoreSlim(64);
        int answered = 0;
        await Task.WhenAll(work.Select(async one =>
        {
            await slots.WaitAsync(Token);
            try
            {
                if (await Mutation.SendAsync(receiver.EndPoint, one.Bytes))
                {
                    Interlocked.Increment(ref answered);
                }
            }
            finally
            {
                slots.Release();
            }
        }));

        Assert.Equal(work.Count, answered);
        EventCounts counts = receiver.GetCounts();
        EventKind[] possible = work.SelectMany(static one => one.Allowed).Append(EventKind.Unknown).Distinct().ToArray();
        for (long i = 0; i < counts.Stored + counts.Duplicates; i++)
        {
            DialerEvent result = await NextAsync(receiver);
            Assert.Contains(result.Kind, possible);
        }

        Assert.StartsWith("HTTP/1.1 200 ", await EventClient.GetAsync(receiver.EndPoint, "/dispo?lead_id=1"), StringComparison.Ordinal);
        Assert.True(counts.Stored > 1000, $"{counts}");
    }

    private static string ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }

    private static async Task<DialerEvent> NextAsync(EventReceiver receiver)
    {
        ReceivedEvent? received = await receiver.ReadAsync(Token);
        receiver.Take(received!);
        return Assert.IsAssignableFrom<DialerEvent>(received!.Content);
    }

    private void Restart()
    {
        Enumerable.Reverse(_open).ToList().ForEach(static one => one.Dispose());
        _open.Clear();
    }

    private EventReceiver Start(EventReceiverOptions options, Func<DateTimeOffset>? now = null, long limit = 100_000_000, string? folder = null)
    {
        EventSpool spool = EventSpool.Open(folder ?? _folder, limit);
        EventReceiver receiver = EventReceiver.Start(options, spool, now);
        _open.Add(spool);
        _open.Add(receiver);
        return receiver;
    }
}
