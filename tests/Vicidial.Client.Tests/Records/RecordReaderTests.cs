using System.Net;
using System.Text;
using Vicidial.Client.Errors;
using Vicidial.Client.Records.Agents;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Tests.Support;
using Vicidial.Testing;
using Xunit;

namespace Vicidial.Client.Tests.Records;

[Collection(Alone.Name)]
public class RecordReaderTests
{
    private const string Header = "user\tstatus\tlead_id\tfull_name\n";
    private const string Warning =
        "<br />\n<b>Warning</b>:  Undefined variable $DB in <b>/srv/www/htdocs/vicidial/non_agent_api.php</b> on line <b>763</b><br />\n";
    private const string Fatal =
        "<br />\n<b>Fatal error</b>:  Uncaught TypeError: strlen() in /srv/x.php:2988\nStack trace:\n#0 {main}\n  thrown in <b>/srv/x.php</b> on "
            + "line <b>2988</b><br />\n";

    public static TheoryData<string, string> Rosters
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (Capture capture in Testing.Captures.All())
            {
                if (capture.Function == "logged_in_agents")
                {
                    data.Add(capture.Generation, capture.Id);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Rosters))]
    public async Task Recorded_rows_become_the_records_that_a_naive_reader_finds(string generation, string id)
    {
        Capture capture = Testing.Captures.Find(generation, id);
        string[] lines = capture.Body.Split('\n').Where(line => line.Length > 0 && line[0] != '<').ToArray();
        using var handler = new StubHandler(StubHandler.Response(capture.Body, capture.Status));
        using DialerClient client = Dial.Client(handler, set: options => options.MaximumRetryCount = 0);

        if (lines.Length == 0 || !lines[0].StartsWith("user", StringComparison.Ordinal))
        {
            await CheckOtherAsync(client, capture, lines);
            return;
        }

        (List<LoggedInAgent> records, List<DialerException> problems) = await ReadAllAsync(client);

        char delimiter = lines[0]["user".Length];
        string[] names = lines[0].Split(delimiter);
        string[][] whole = lines.Skip(1).Select(line => line.Split(delimiter)).Where(cells => cells.Length == names.Length).ToArray();
        Assert.Equal(whole.Select(cells => cells[0]), records.Select(agent => agent.User));
        foreach ((string[] cells, LoggedInAgent agent) in whole.Zip(records))
        {
            string? Cell(string name) => Array.IndexOf(names, name) is >= 0 and var at ? cells[at] : null;
            Assert.Equal(Cell("campaign_id"), agent.CampaignId);
            Assert.Equal(Cell("session_id"), agent.SessionId);
            Assert.Equal(Cell("status"), agent.Status);
            Assert.Equal(Cell("lead_id"), agent.LeadId?.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(Cell("callerid"), agent.CallerId);
            Assert.Equal(Cell("calls_today"), agent.CallsToday?.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(Cell("full_name"), agent.FullName);
            Assert.Equal(Cell("user_group"), agent.UserGroup);
            Assert.Equal(Cell("user_level"), agent.UserLevel?.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(Cell("pause_code"), agent.PauseCode);
            Assert.Equal(Cell("sub_status"), agent.SubStatus);
            Assert.Equal("test", agent.ConnectionName);
        }

        // A name with the delimiter makes a row that is reported, never a wrong record.
        string[] broken = lines.Skip(1).Where(line => line.Split(delimiter).Length != names.Length).ToArray();
        Assert.Equal(broken, problems.Select(problem => problem.Row?.Text));
        Assert.All(problems, problem => Assert.Equal("Vicidial.UnreadableRow", problem.ErrorId));
    }

    [Fact]
    public async Task Columns_are_bound_by_name_in_any_order()
    {
        (List<LoggedInAgent> records, _) = await ReadAsync("user_level\tfull_name\tuser\n9\tAdmin\t6666\n");

        LoggedInAgent agent = Assert.Single(records);
        Assert.Equal(("6666", "Admin", 9), (agent.User, agent.FullName, agent.UserLevel));
        Assert.Null(agent.PauseCode);
        Assert.Null(agent.LeadId);
        Assert.Equal(string.Empty, agent.Status);
    }

    [Theory]
    [InlineData("user\tmood\tstatus\n1001\tgood\tREADY\n")]
    [InlineData("mood\tuser\tstatus\ngood\t1001\tREADY\n")]
    public async Task Unknown_columns_are_kept(string body)
    {
        (List<LoggedInAgent> records, _) = await ReadAsync(body);

        LoggedInAgent agent = Assert.Single(records);
        Assert.Equal("1001", agent.User);
        Assert.Equal("READY", agent.Status);
        Assert.Equal("good", Assert.Single(agent.GetUnknownColumns(), column => column.Key == "mood").Value);
    }

    [Theory]
    [InlineData('\t')]
    [InlineData('|')]
    [InlineData(',')]
    public async Task Rows_are_read_with_any_delimiter_of_the_dialer(char delimiter)
    {
        (List<LoggedInAgent> records, List<DialerException> problems) = await ReadAsync(
            (Header + "1001\tREADY\t0\tBob\n1002\tINCALL\t17\tZoë\n").Replace('\t', delimiter)
        );

        Assert.Equal(
            ["1001 READY 0 Bob", "1002 INCALL 17 Zoë"],
            records.Select(agent => $"{agent.User} {agent.Status} {agent.LeadId} {agent.FullName}")
        );
        Assert.Empty(problems);
    }

    [Fact]
    public async Task A_delimiter_at_the_end_of_each_line_is_not_a_column()
    {
        (List<LoggedInAgent> records, List<DialerException> problems) = await ReadAsync("user|status|\n1001|READY|\n1002|PAUSED\n");

        Assert.Equal(["1001", "1002"], records.Select(agent => agent.User));
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("1001\tREADY\t0\tBob\tStone")]
    [InlineData("1001\tREADY\t0")]
    [InlineData("1001")]
    [InlineData("1001\tREADY\tnone\tBob")]
    [InlineData("1001\tREADY\t99999999999999999999\tBob")]
    public async Task A_row_that_cannot_be_read_is_reported_and_the_others_are_read(string row)
    {
        (List<LoggedInAgent> records, List<DialerException> problems) = await ReadAsync(Header + "1\tREADY\t0\tA\n" + row + "\n2\tREADY\t0\tB\n");

        Assert.Equal(["1", "2"], records.Select(agent => agent.User));
        DialerException problem = Assert.Single(problems);
        Assert.Equal("Vicidial.UnreadableRow", problem.ErrorId);
        Assert.Equal(row, problem.Row?.Text);
        Assert.Equal("logged_in_agents", problem.Row?.Function);
        Assert.Equal("test", problem.Row?.ConnectionName);
        Assert.NotEqual(string.Empty, problem.Row?.Problem);
    }

    [Fact]
    public async Task Blank_cells_are_null_or_empty_text()
    {
        (List<LoggedInAgent> records, _) = await ReadAsync(Header + "1001\t\t\t\n");

        LoggedInAgent agent = Assert.Single(records);
        Assert.Null(agent.LeadId);
        Assert.Equal(string.Empty, agent.FullName);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("ERROR: logged_in_agents NO LOGGED IN AGENTS: 6666|\n")]
    [InlineData(Header)]
    [InlineData("user\tstatus")]
    public async Task A_search_that_finds_nothing_has_no_rows(string body)
    {
        (List<LoggedInAgent> records, List<DialerException> problems) = await ReadAsync(body);

        Assert.Empty(records);
        Assert.Empty(problems);
    }

    [Fact]
    public async Task An_error_after_rows_is_reported_after_them()
    {
        (List<LoggedInAgent> records, List<DialerException> problems) = await ReadAsync(
            Header + "1001\tREADY\t0\tBob\nERROR: logged_in_agents USER DOES NOT HAVE PERMISSION TO GET AGENT INFO: |6666|0|\n");

        Assert.Single(records);
        Assert.Equal("Vicidial.PermissionDenied", Assert.Single(problems).ErrorId);
    }

    [Fact]
    public async Task Data_can_begin_with_the_word_of_an_error()
    {
        (List<LoggedInAgent> records, List<DialerException> problems) = await ReadAsync(
            "full_name\tuser\nERROR: a name\t1001\nNOTICE: of mine\t1002\nSUCCESS\t1003\n<b>Mia</b>\t1004\n");

        Assert.Equal(["ERROR: a name", "NOTICE: of mine", "SUCCESS", "<b>Mia</b>"], records.Select(agent => agent.FullName));
        Assert.Empty(problems);
    }

    [Fact]
    public async Task Noise_between_rows_is_left_out()
    {
        (List<LoggedInAgent> records, List<DialerException> problems) = await ReadAsync(
            Warning + Header + Warning + "1001\tREADY\t0\tBob\n" + Warning + Warning + "1002\tREADY\t0\tZoë\n" + Warning);

        Assert.Equal(["1001", "1002"], records.Select(agent => agent.User));
        Assert.Empty(problems);
    }

    [Fact]
    public async Task A_row_that_directly_follows_a_warning_is_read()
    {
        (List<LoggedInAgent> records, List<DialerException> problems) = await ReadAsync(Header + Warning.TrimEnd('\n') + "1001\tREADY\t0\tBob\n");

        Assert.Equal("1001", Assert.Single(records).User);
        Assert.Empty(problems);
    }

    [Fact]
    public async Task A_fatal_error_after_rows_keeps_them_and_reports_that_some_may_be_missing()
    {
        (List<LoggedInAgent> records, List<DialerException> problems) = await ReadAsync(Header + "1001\tREADY\t0\tBob\n" + Fatal);

        Assert.Equal("1001", Assert.Single(records).User);
        Assert.Equal("Vicidial.ReplyCut", Assert.Single(problems).ErrorId);
    }

    [Fact]
    public async Task Rows_of_a_response_with_500_are_kept_and_reported_as_incomplete()
    {
        (List<LoggedInAgent> records, List<DialerException> problems) = await ReadAsync(Header + "1001\tREADY\t0\tBob\n", 500);

        Assert.Equal("1001", Assert.Single(records).User);
        Assert.Equal("Vicidial.ReplyCut", Assert.Single(problems).ErrorId);
    }

    [Theory]
    [InlineData("1001|TESTCAMP|8600051|INCALL\n")]
    [InlineData("hello\n")]
    public async Task Rows_without_names_are_not_understood(string body)
        => Assert.Equal("Vicidial.ReplyNotUnderstood", (await Assert.ThrowsAsync<DialerException>(() => ReadAsync(body))).ErrorId);

    [Fact]
    public async Task A_page_of_another_server_is_not_a_dialer() =>
        Assert.Equal(
            "Vicidial.NotADialer",
            (await Assert.ThrowsAsync<DialerException>(() => ReadAsync("<!DOCTYPE html>\n<html><body>user\tstatus</body></html>\n"))).ErrorId
        );

    [Fact]
    public async Task A_line_that_never_ends_is_not_from_a_dialer()
    {
        using var content = new StreamContent(new EndlessStream(_ => Encoding.ASCII.GetBytes(new string('x', 8192)), int.MaxValue));

        Assert.Equal("Vicidial.NotADialer", (await Assert.ThrowsAsync<DialerException>(() => ReadAsync(content))).ErrorId);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task Parts_may_end_within_a_line_and_within_a_character(int size)
    {
        string body = Header + "1001\tREADY\t1\tZoë Núñez\r\n" + Warning + "1002\tINCALL\t2\t李 😀\nbroken\n1003\tPAUSED\t3\tÉmile";
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        using var content = new StreamContent(
            new EndlessStream(
                part => bytes[Math.Min(part * size, bytes.Length)..Math.Min((part + 1) * size, bytes.Length)],
                (bytes.Length / size) + 1
            )
        );

        (List<LoggedInAgent> records, List<DialerException> problems) = await ReadAsync(content);

        Assert.Equal(["1001 Zoë Núñez", "1002 李 😀", "1003 Émile"], records.Select(agent => $"{agent.User} {agent.FullName}"));
        Assert.Equal("broken", Assert.Single(problems).Row?.Text);
    }

    [Fact]
    public async Task The_first_record_is_available_before_the_last_byte()
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new TestServer(async (_, connection) =>
        {
            byte[] last = Encoding.UTF8.GetBytes("1002\tREADY\t0\tBob\n");
            byte[] first = Encoding.UTF8.GetBytes(Header + "1001\tREADY\t0\tAlice\n");
            await connection.HeadAsync(first.Length + last.Length);
            await connection.SendAsync(first);
            await seen.Task;
            await connection.SendAsync(last);
        });
        using DialerClient client = Dial.Client(server.Uri);
        using RecordReader<LoggedInAgent> reader = await client.AgentsAsync();

        RecordBatch<LoggedInAgent>? batch = await reader.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Equal("1001", Assert.Single(batch!.Records).User);
        seen.SetResult();
        batch = await reader.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Equal("1002", Assert.Single(batch!.Records).User);
        Assert.Null(await reader.ReadAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_response_that_is_cut_after_rows_keeps_them(bool resets)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new TestServer(async (_, connection) =>
        {
            await connection.HeadAsync(10_000);
            await connection.SendAsync(Header + "1001\tREADY\t0\tAlice\n1002\tREA");
            await seen.Task;
            if (resets)
            {
                connection.Reset();
            }
            else
            {
                connection.Close();
            }
        });
        using DialerClient client = Dial.Client(server.Uri);
        using RecordReader<LoggedInAgent> reader = await client.AgentsAsync();

        RecordBatch<LoggedInAgent>? batch = await reader.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Equal("1001", Assert.Single(batch!.Records).User);
        seen.SetResult();
        batch = await reader.ReadAsync(TestContext.Current.CancellationToken);

        // Half a row must not be mistaken for a complete one.
        Assert.Empty(batch!.Records);
        DialerException problem = Assert.Single(batch.Problems);
        Assert.Equal("Vicidial.ReplyCut", problem.ErrorId);
        Assert.Equal("test", problem.ConnectionName);
        Assert.Null(await reader.ReadAsync(TestContext.Current.CancellationToken));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_stall_after_rows_keeps_them_and_ends_in_a_timeout()
    {
        var time = new FakeTime();
        await using var server = new TestServer(async (_, connection) =>
        {
            await connection.HeadAsync(10_000);
            await connection.SendAsync(Header + "1001\tREADY\t0\tAlice\n");
            await connection.WaitForEndAsync();
        });
        using DialerClient client = Dial.Client(server.Uri, time);
        using RecordReader<LoggedInAgent> reader = await client.AgentsAsync();
        Assert.Single((await reader.ReadAsync(TestContext.Current.CancellationToken))!.Records);

        Task<RecordBatch<LoggedInAgent>?> next = reader.ReadAsync(TestContext.Current.CancellationToken);
        Assert.False(next.IsCompleted);
        time.Expire();

        Assert.Equal("Vicidial.Timeout", Assert.Single((await next)!.Problems).ErrorId);
    }

    [Fact]
    public async Task A_slow_reader_does_not_cause_a_timeout()
    {
        var time = new FakeTime();
        var more = new StringBuilder();
        for (int i = 0; i < 20_000; i++)
        {
            more.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i}\tREADY\t0\tAgent number {i}\n");
        }

        await using var server = new TestServer(Header + more);
        using DialerClient client = Dial.Client(server.Uri, time);
        using RecordReader<LoggedInAgent> reader = await client.AgentsAsync();
        int count = 0;
        while (await reader.ReadAsync(TestContext.Current.CancellationToken) is { } batch)
        {
            count += batch.Records.Count;
            Assert.Empty(batch.Problems);

            // The reader takes longer than any limit, but the server is in time, because its next part is already here.
            Assert.True(SpinWait.SpinUntil(() => time.RunningLimits == 0, TimeSpan.FromSeconds(30)));
            time.Expire();
        }

        Assert.Equal(20_000, count);
    }

    [Fact]
    public async Task Canceling_the_token_of_a_read_ends_the_read()
    {
        await using var server = new TestServer(async (_, connection) =>
        {
            await connection.HeadAsync(10_000);
            await connection.SendAsync(Header + "1001\tREADY\t0\tAlice\n");
            await connection.WaitForEndAsync();
        });
        using DialerClient client = Dial.Client(server.Uri);
        using RecordReader<LoggedInAgent> reader = await client.AgentsAsync();
        await reader.ReadAsync(TestContext.Current.CancellationToken);
        using var source = new CancellationTokenSource();

        Task<RecordBatch<LoggedInAgent>?> next = reader.ReadAsync(source.Token);
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            next.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task Closing_a_reader_early_ends_the_transfer()
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new TestServer(async (_, connection) =>
        {
            await connection.HeadAsync(long.MaxValue);
            await connection.SendAsync(Header + "1001\tREADY\t0\tAlice\n");
            await connection.WaitForEndAsync();
            ended.SetResult();
        });
        using DialerClient client = Dial.Client(server.Uri);
        using (RecordReader<LoggedInAgent> reader = await client.AgentsAsync())
        {
            await reader.ReadAsync(TestContext.Current.CancellationToken);
        }

        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_million_rows_use_no_more_memory_than_a_few()
    {
        const int RowsInPart = 1000;
        byte[] header = Encoding.UTF8.GetBytes(
            "user\tcampaign_id\tsession_id\tstatus\tlead_id\tcallerid\tcalls_today\tfull_name\tuser_group\tuser_level\n"
        );
        byte[] part = Encoding.UTF8.GetBytes(
            string.Concat(
                Enumerable.Repeat("1001\tTESTCAMP\t8600051\tINCALL\t1021\tV1201200000000001021\t3\tAlice Martín\tAGENTS2\t1\n", RowsInPart))
        );
        using var content = new StreamContent(new EndlessStream(number => number == 0 ? header : part, 1001));
        using var handler = new StubHandler((request, _) => new HttpResponseMessage { RequestMessage = request, Content = content });
        using DialerClient client = Dial.Client(handler);
        using RecordReader<LoggedInAgent> reader = await client.AgentsAsync();
        long count = 0;
        long before = 0;
        long most = 0;
        while (await reader.ReadAsync(TestContext.Current.CancellationToken) is { } batch)
        {
            bool early = count < 50_000;
            count += batch.Records.Count;
            if (early && count >= 50_000)
            {
                before = GC.GetTotalMemory(forceFullCollection: true);
            }
            else if (!early && count / 200_000 != (count - batch.Records.Count) / 200_000)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
            }
        }

        Assert.Equal(1_000_000, count);
        Assert.InRange(most - before, long.MinValue, 16 * 1024 * 1024);
    }

    private static async Task CheckOtherAsync(DialerClient client, Capture capture, string[] lines)
    {
        if (lines.Length > 0 && lines[0].Contains("NO LOGGED IN AGENTS", StringComparison.Ordinal))
        {
            (List<LoggedInAgent> records, List<DialerException> problems) = await ReadAllAsync(client);
            Assert.Empty(records);
            Assert.Empty(problems);
            return;
        }

        DialerException failure = await Assert.ThrowsAsync<DialerException>(() => ReadAllAsync(client));
        string expected = capture.Status == 500 ? "Vicidial.ServerFailure"
            : lines[0].StartsWith("ERROR: Login incorrect", StringComparison.Ordinal) ? "Vicidial.LoginIncorrect"
            : lines[0].StartsWith("ERROR: Invalid Source", StringComparison.Ordinal) ? "Vicidial.InvalidSource"
            : lines[0].StartsWith("ERROR: NO FUNCTION", StringComparison.Ordinal) ? "Vicidial.DialerTooOld"
            : lines[0].Contains("PERMISSION TO USE THIS FUNCTION", StringComparison.Ordinal) ? "Vicidial.FunctionNotAllowed"
            : lines[0].Contains("DOES NOT HAVE PERMISSION", StringComparison.Ordinal) ? "Vicidial.PermissionDenied"
            : "Vicidial.ReplyNotUnderstood";
        Assert.Equal(expected, failure.ErrorId);
    }

    private static Task<(List<LoggedInAgent> Records, List<DialerException> Problems)> ReadAsync(string body, int status = 200)
        => ReadAsync(new ByteArrayContent(Encoding.UTF8.GetBytes(body)), status);

    private static async Task<(List<LoggedInAgent> Records, List<DialerException> Problems)> ReadAsync(HttpContent content, int status = 200)
    {
        using var handler = new StubHandler(
            (request, _) => new HttpResponseMessage((HttpStatusCode)status) { RequestMessage = request, Content = content }
        );
        using DialerClient client = Dial.Client(handler, set: options => options.MaximumRetryCount = 0);
        return await ReadAllAsync(client);
    }

    private static async Task<(List<LoggedInAgent> Records, List<DialerException> Problems)> ReadAllAsync(DialerClient client)
    {
        var records = new List<LoggedInAgent>();
        var problems = new List<DialerException>();
        using RecordReader<LoggedInAgent> reader = await client.AgentsAsync();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken) is { } batch)
        {
            Assert.NotEqual(0, batch.Records.Count + batch.Problems.Count);
            records.AddRange(batch.Records);
            problems.AddRange(batch.Problems);
        }

        return (records, problems);
    }

    /// <summary>A body that is generated part by part while it is read.</summary>
    private sealed class EndlessStream : Stream
    {
        private readonly Func<int, byte[]> _part;
        private readonly int _parts;
        private int _number;
        private byte[] _current = [];
        private int _at;

        public EndlessStream(Func<int, byte[]> part, int parts)
        {
            _part = part;
            _parts = parts;
        }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            while (_at == _current.Length && _number < _parts)
            {
                _current = _part(_number++);
                _at = 0;
            }

            int read = Math.Min(count, _current.Length - _at);
            Array.Copy(_current, _at, buffer, offset, read);
            _at += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
