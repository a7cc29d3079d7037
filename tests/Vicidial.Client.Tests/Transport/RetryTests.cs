using Vicidial.Client.Bulk;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Agents;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using Vicidial.Client.Tests.Support;
using Xunit;

namespace Vicidial.Client.Tests.Transport;

public class RetryTests
{
    private const string DidAdded = "SUCCESS: add_did DID HAS BEEN ADDED - 6666|7275550000\n";
    private const string DidExists = "ERROR: add_did DID ALREADY EXISTS: |6666|7275550000\n";

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task A_query_is_tried_once_and_then_retried_up_to_the_maximum(int retries)
    {
        using var handler = new StubHandler(StubHandler.Response(string.Empty, 503));
        using DialerClient client = Dial.Client(handler, set: options => options.MaximumRetryCount = retries);

        DialerException failure = await client.FailAsync(Dial.Agents());

        Assert.Equal(1 + retries, handler.Count);
        Assert.Equal(1 + retries, failure.Attempts);
        Assert.Equal("Vicidial.ServerFailure", failure.ErrorId);
        Assert.Equal("logged_in_agents", failure.Function);
        Assert.Equal("test", failure.ConnectionName);
    }

    [Theory]
    [InlineData(0, 1.5, 3, 6)]
    [InlineData(0.5, 1.75, 3.5, 7)]
    [InlineData(1, 2, 4, 8)]
    public async Task Waits_double_and_are_spread_over_their_last_quarter(double jitter, double first, double second, double third)
    {
        var time = new FakeTime { Jitter = jitter };
        using var handler = new StubHandler(StubHandler.Response(string.Empty, 503));
        using DialerClient client = Dial.Client(handler, time, set: options => options.MaximumRetryCount = 3);

        await client.FailAsync(Dial.Agents());

        Assert.Equal([first, second, third], time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task Each_attempt_and_each_related_request_waits_for_the_rate_of_its_load()
    {
        var time = new FakeTime { Jitter = 0 };
        using var handler = new StubHandler(
            StubHandler.Response(string.Empty, 503),
            StubHandler.Response(Dial.Nobody),
            StubHandler.Response(Dial.Nobody)
        );
        using DialerClient client = Dial.Client(handler, time, set: options => options.MaximumRetryCount = 1);
        ApiRequest request = Dial.Agents();
        request.Pace = new Pacer(4, 0.1, client.Time, _ => { }).MakePace();

        await client.RunAsync(request);
        await client.RunAsync(request.Beside(request.Function).Copy());

        // Ten seconds between requests, including the pause before the second attempt.
        Assert.Equal([1.5, 8.5, 10], time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task No_wait_is_longer_than_a_minute()
    {
        var time = new FakeTime();
        using var handler = new StubHandler(StubHandler.Response(string.Empty, 503));
        using DialerClient client = Dial.Client(handler, time, set: options => options.MaximumRetryCount = 8);

        await client.FailAsync(Dial.Agents());

        Assert.Equal([2, 4, 8, 16, 32, 60, 60, 60], time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Theory]
    [InlineData(429, "7")]
    [InlineData(503, "7")]
    [InlineData(429, "0")]
    [InlineData(429, "60")]
    public async Task A_wait_that_the_server_requests_in_seconds_is_kept(int status, string asked)
    {
        var time = new FakeTime();
        using var handler = new StubHandler(StubHandler.Response(string.Empty, status, asked), StubHandler.Response(Dial.Nobody));
        using DialerClient client = Dial.Client(handler, time);

        DialerResponse response = await client.RunAsync(Dial.Agents());

        Assert.Equal(2, response.Attempts);
        Assert.Equal(int.Parse(asked, CultureInfo.InvariantCulture), Assert.Single(time.Waits).TotalSeconds);
    }

    [Theory]
    [InlineData("Fri, 20 Nov 2026 12:00:17 GMT", "Fri, 20 Nov 2026 12:00:00 GMT", 17)]
    [InlineData("Fri, 20 Nov 2026 11:00:00 GMT", "Fri, 20 Nov 2026 12:00:00 GMT", 0)]
    [InlineData("Fri, 20 Nov 2026 12:00:17 GMT", null, 17)]
    public async Task A_wait_that_the_server_requests_until_a_time_is_kept(string until, string? now, int seconds)
    {
        var time = new FakeTime();
        using var handler = new StubHandler(StubHandler.Response(string.Empty, 429, until, now), StubHandler.Response(Dial.Nobody));
        using DialerClient client = Dial.Client(handler, time);

        await client.RunAsync(Dial.Agents());

        Assert.Equal(seconds, Assert.Single(time.Waits).TotalSeconds);
    }

    [Fact]
    public async Task A_requested_wait_of_more_than_a_minute_is_not_kept_and_the_request_fails()
    {
        var time = new FakeTime();
        using var handler = new StubHandler(StubHandler.Response(string.Empty, 429, "61"));
        using DialerClient client = Dial.Client(handler, time);

        Assert.Equal("Vicidial.TooManyRequests", (await client.FailAsync(Dial.Agents())).ErrorId);
        Assert.Empty(time.Waits);
        Assert.Equal(1, handler.Count);
    }

    [Theory]
    [InlineData(408, "Vicidial.Timeout")]
    [InlineData(429, "Vicidial.TooManyRequests")]
    [InlineData(500, "Vicidial.ServerFailure")]
    [InlineData(502, "Vicidial.ServerFailure")]
    [InlineData(503, "Vicidial.ServerFailure")]
    [InlineData(504, "Vicidial.ServerFailure")]
    public async Task A_query_is_retried_after_a_temporary_status(int status, string errorId)
    {
        using var passing = new StubHandler(StubHandler.Response("<html>busy</html>", status), StubHandler.Response(Dial.Nobody));
        using var lasting = new StubHandler(StubHandler.Response("<html>busy</html>", status));
        using DialerClient first = Dial.Client(passing);
        using DialerClient second = Dial.Client(lasting);

        Assert.Equal(2, (await first.RunAsync(Dial.Agents())).Attempts);
        Assert.Equal(errorId, (await second.FailAsync(Dial.Agents())).ErrorId);
        Assert.Equal(3, lasting.Count);
    }

    [Theory]
    [InlineData("MySQL connect ERROR: Connection refused", "Vicidial.DatabaseDown")]
    [InlineData(
        "<br />\n<b>Fatal error</b>:  Maximum execution time of 30 seconds exceeded in <b>/srv/x.php</b> on line <b>1</b><br />\n",
        "Vicidial.ServerFailure"
    )]
    public async Task A_query_is_retried_after_a_failure_behind_the_web_server(string body, string errorId)
    {
        using var handler = new StubHandler(StubHandler.Response(body));
        using DialerClient client = Dial.Client(handler);

        Assert.Equal(errorId, (await client.FailAsync(Dial.Agents())).ErrorId);
        Assert.Equal(3, handler.Count);
    }

    [Fact]
    public async Task A_query_is_retried_if_nothing_listens()
    {
        Uri gone;
        await using (var server = new TestServer(Dial.Nobody))
        {
            gone = server.Uri;
        }

        var time = new FakeTime();
        using DialerClient client = Dial.Client(gone, time);

        DialerException failure = await client.FailAsync(Dial.Agents());

        Assert.Equal("Vicidial.ServerNotReachable", failure.ErrorId);
        Assert.Equal(3, failure.Attempts);
        Assert.Equal(2, time.Waits.Count);
        Assert.Contains("nothing listens there", failure.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("close")]
    [InlineData("cut")]
    [InlineData("cut reset")]
    public async Task A_query_is_retried_after_a_connection_was_lost(string way)
    {
        await using var server = new TestServer(
            (request, connection) => request.Number == 1 ? LoseAsync(connection, way, Dial.Nobody) : connection.ResponseAsync(Dial.Nobody)
        );
        using DialerClient client = Dial.Client(server.Uri);

        DialerResponse response = await client.RunAsync(Dial.Agents());

        Assert.Equal(2, response.Attempts);
        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(ResponseKind.Error, response.Kind);
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("close")]
    [InlineData("cut")]
    [InlineData("cut reset")]
    public async Task A_query_for_rows_is_retried_if_the_connection_is_lost_before_them(string way)
    {
        await using var server = new TestServer(
            (request, connection) => request.Number == 1 ? LoseAsync(connection, way, "user\tsta") : connection.ResponseAsync(Dial.Roster)
        );
        using DialerClient client = Dial.Client(server.Uri);
        using RecordReader<LoggedInAgent> reader = await client.AgentsAsync();

        Assert.Single((await reader.ReadAsync(TestContext.Current.CancellationToken))!.Records);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_query_is_retried_after_a_timeout()
    {
        var time = new FakeTime();
        await using var server = new TestServer(async (request, connection) =>
        {
            if (request.Number == 1)
            {
                time.Expire();
                await connection.WaitForEndAsync();
                return;
            }

            await connection.ResponseAsync(Dial.Nobody);
        });
        using DialerClient client = Dial.Client(server.Uri, time);

        Assert.Equal(2, (await client.RunAsync(Dial.Agents())).Attempts);
    }

    [Theory]
    [InlineData("add_lead")]
    [InlineData("call_agent")]
    [InlineData("no_such_function")]
    public async Task A_change_is_retried_if_it_was_certainly_not_sent(string function)
    {
        using var handler = new StubHandler(
            StubHandler.Refuse,
            StubHandler.Refuse,
            StubHandler.Response(function == "call_agent" ? Dial.Sent : Dial.LeadAdded)
        );
        using DialerClient client = Dial.Client(handler);

        DialerResponse response = await client.RunAsync(CallTo(function));

        Assert.Equal(3, response.Attempts);
        Assert.Equal(ResponseKind.Success, response.Kind);
        Assert.False(response.WasDoneBefore);
    }

    [Theory]
    [InlineData("add_lead")]
    [InlineData("call_agent")]
    public async Task A_change_that_was_not_sent_is_not_an_unknown_outcome(string function)
    {
        using var handler = new StubHandler(StubHandler.Refuse);
        using DialerClient client = Dial.Client(handler);

        DialerException failure = await client.FailAsync(CallTo(function));

        Assert.Equal("Vicidial.ServerNotReachable", failure.ErrorId);
        Assert.Equal(3, failure.Attempts);
    }

    [Fact]
    public async Task A_change_whose_connection_timed_out_is_retried()
    {
        // The limit ends before the socket is connected, so nothing can have been sent.
        var time = new FakeTime { ExpireLimit = 1 };
        await using var server = new TestServer(Dial.LeadAdded);
        using DialerClient client = Dial.Client(server.Uri, time);

        Assert.Equal(2, (await client.RunAsync(Dial.AddLead())).Attempts);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("add_lead", "reset")]
    [InlineData("add_lead", "close")]
    [InlineData("add_lead", "cut")]
    [InlineData("add_lead", "status")]
    [InlineData("add_lead", "empty")]
    [InlineData("call_agent", "reset")]
    [InlineData("call_agent", "close")]
    [InlineData("call_agent", "cut")]
    [InlineData("call_agent", "status")]
    [InlineData("no_such_function", "reset")]
    public async Task A_change_that_may_have_arrived_is_sent_once_and_its_outcome_is_unknown(string function, string way)
    {
        var time = new FakeTime();
        await using var server = new TestServer((_, connection) => LoseAsync(connection, way, "SUCC"));
        using DialerClient client = Dial.Client(server.Uri, time);

        DialerException failure = await client.FailAsync(CallTo(function));

        Assert.Equal("Vicidial.OutcomeUnknown", failure.ErrorId);
        Assert.Equal(DialerErrorKind.OutcomeUnknown, failure.Kind);
        Assert.Equal(1, failure.Attempts);
        Assert.Single(server.Requests);
        Assert.Empty(time.Waits);
        Assert.IsType<DialerException>(failure.InnerException);
        Assert.Contains("Check on the dialer", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("add_lead")]
    [InlineData("call_agent")]
    public async Task A_change_that_times_out_is_sent_once_and_its_outcome_is_unknown(string function)
    {
        var time = new FakeTime();
        await using var server = new TestServer(async (_, connection) =>
        {
            time.Expire();
            await connection.WaitForEndAsync();
        });
        using DialerClient client = Dial.Client(server.Uri, time);

        DialerException failure = await client.FailAsync(CallTo(function));

        Assert.Equal("Vicidial.OutcomeUnknown", failure.ErrorId);
        Assert.Equal("Vicidial.Timeout", Assert.IsType<DialerException>(failure.InnerException).ErrorId);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_connection_that_is_closed_ends_its_requests_and_hides_no_unknown_outcome()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new TestServer(async (_, connection) =>
        {
            arrived.SetResult();
            await connection.WaitForEndAsync();
        });
        DialerClient client = Dial.Client(server.Uri);

        // The second one waits for its turn, because the login is not known to be valid.
        Task<DialerException> change = client.FailAsync(Dial.AddLead());
        await arrived.Task.WaitAsync(TestContext.Current.CancellationToken);
        Task<DialerException> waiting = client.FailAsync(Dial.AddDid());
        client.Dispose();

        Assert.Equal("Vicidial.OutcomeUnknown", (await change).ErrorId);
        Assert.Equal("Vicidial.ConnectionClosed", (await waiting).ErrorId);
        DialerException later = await client.FailAsync(Dial.Agents());
        Assert.Equal(("Vicidial.ConnectionClosed", true, 0), (later.ErrorId, later.EndsConnection, later.Attempts));
        Assert.Null(client.LoginRefusal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_change_that_is_lost_after_an_attempt_that_was_not_sent_has_an_unknown_outcome()
    {
        using var handler = new StubHandler(StubHandler.Refuse, StubHandler.Reset);
        using DialerClient client = Dial.Client(handler);

        DialerException failure = await client.FailAsync(Dial.AddLead());

        Assert.Equal("Vicidial.OutcomeUnknown", failure.ErrorId);
        Assert.Equal(2, failure.Attempts);
        Assert.Equal(2, handler.Count);
    }

    [Fact]
    public async Task A_harmless_change_is_retried()
    {
        using var handler = new StubHandler(StubHandler.Reset, StubHandler.Response(string.Empty, 502), StubHandler.Response(DidAdded));
        using DialerClient client = Dial.Client(handler);

        DialerResponse response = await client.RunAsync(Dial.AddDid());

        Assert.Equal(3, response.Attempts);
        Assert.False(response.WasDoneBefore);
    }

    [Fact]
    public async Task A_retried_change_that_was_already_made_is_a_success()
    {
        using var handler = new StubHandler(StubHandler.Reset, StubHandler.Response(DidExists));
        using DialerClient client = Dial.Client(handler);

        DialerResponse response = await client.RunAsync(Dial.AddDid());

        Assert.True(response.WasDoneBefore);
        Assert.Equal(2, response.Attempts);
    }

    [Fact]
    public async Task A_change_that_was_made_before_its_first_attempt_is_rejected()
    {
        using var handler = new StubHandler(StubHandler.Response(DidExists));
        using DialerClient client = Dial.Client(handler);

        Assert.Equal("Vicidial.DidExists", (await client.FailAsync(Dial.AddDid())).ErrorId);
    }

    [Fact]
    public async Task An_attempt_that_was_not_sent_cannot_have_done_the_work()
    {
        using var handler = new StubHandler(StubHandler.Refuse, StubHandler.Response(DidExists));
        using DialerClient client = Dial.Client(handler);

        Assert.Equal("Vicidial.DidExists", (await client.FailAsync(Dial.AddDid())).ErrorId);
    }

    [Fact]
    public async Task A_dialer_without_the_function_has_not_done_the_work_before()
    {
        using var handler = new StubHandler(StubHandler.Reset, StubHandler.Response(Dial.NoFunction), StubHandler.Response(Dial.NonAgentVersion));
        using DialerClient client = Dial.Client(handler);

        Assert.Equal("Vicidial.DialerTooOld", (await client.FailAsync(Dial.AddDid())).ErrorId);
    }

    [Fact]
    public async Task A_server_without_the_API_has_not_done_the_work_before()
    {
        using var handler = new StubHandler(StubHandler.Reset, StubHandler.Response("<!DOCTYPE html><html>404</html>", 404));
        using DialerClient client = Dial.Client(handler);

        // The first attempt may have reached the dialer, the second did not, so the outcome is unknown.
        Assert.Equal("Vicidial.OutcomeUnknown", (await client.FailAsync(Dial.AddDid())).ErrorId);
    }

    [Fact]
    public async Task A_repeatable_change_without_a_response_has_an_unknown_outcome()
    {
        using var handler = new StubHandler(StubHandler.Reset);
        using DialerClient client = Dial.Client(handler);

        DialerException failure = await client.FailAsync(Dial.AddDid());

        Assert.Equal("Vicidial.OutcomeUnknown", failure.ErrorId);
        Assert.Equal(3, failure.Attempts);
    }

    [Fact]
    public async Task A_500_with_a_success_is_a_success()
    {
        using var handler = new StubHandler(StubHandler.Response(Dial.LeadAdded, 500));
        using DialerClient client = Dial.Client(handler);

        DialerResponse response = await client.RunAsync(Dial.AddLead());

        Assert.Equal("10001", response.Success?["lead_id"]);
        Assert.Equal(1, handler.Count);
    }

    [Fact]
    public async Task A_500_with_an_error_of_the_dialer_is_that_error()
    {
        using var handler = new StubHandler(StubHandler.Response("ERROR: add_lead PHONE NUMBER IN DNC - 7275550199|6666\n", 500));
        using DialerClient client = Dial.Client(handler);

        DialerException failure = await client.FailAsync(Dial.AddLead());

        Assert.Equal("Vicidial.NumberOnDncList", failure.ErrorId);
        Assert.Equal("7275550199", failure.Values["phone_number"]);
        Assert.Equal(1, handler.Count);
    }

    [Fact]
    public async Task A_complete_success_before_a_cut_is_a_success()
    {
        await using var server = new TestServer((_, connection) => LoseAsync(connection, "cut", Dial.LeadAdded));
        using DialerClient client = Dial.Client(server.Uri);

        Assert.Equal("10001", (await client.RunAsync(Dial.AddLead())).Success?["lead_id"]);
    }

    [Fact]
    public async Task A_success_that_is_cut_within_its_line_is_unknown()
    {
        await using var server = new TestServer((_, connection) => LoseAsync(connection, "cut", Dial.LeadAdded.TrimEnd('\n')));
        using DialerClient client = Dial.Client(server.Uri);

        Assert.Equal("Vicidial.OutcomeUnknown", (await client.FailAsync(Dial.AddLead())).ErrorId);
    }

    [Fact]
    public async Task A_complete_error_before_a_cut_is_that_error()
    {
        await using var server = new TestServer(
            (_, connection) => LoseAsync(connection, "cut", "ERROR: add_lead PHONE NUMBER IN DNC - 7275550199|6666\n")
        );
        using DialerClient client = Dial.Client(server.Uri);

        Assert.Equal("Vicidial.NumberOnDncList", (await client.FailAsync(Dial.AddLead())).ErrorId);
    }

    [Theory]
    [InlineData("ERROR: logged_in_agents USER DOES NOT HAVE PERMISSION TO GET AGENT INFO: |6666|0|\n", "Vicidial.PermissionDenied")]
    [InlineData("ERROR: Invalid Source - \nERROR: Invalid Source: ||\n", "Vicidial.InvalidSource")]
    [InlineData("ERROR: something new\n", "Vicidial.DialerError")]
    public async Task A_request_that_the_dialer_rejects_is_not_retried(string body, string errorId)
    {
        using var handler = new StubHandler(StubHandler.Response(body));
        using DialerClient client = Dial.Client(handler);

        DialerException failure = await client.FailAsync(Dial.Agents());

        Assert.Equal(errorId, failure.ErrorId);
        Assert.Equal(1, failure.Attempts);
        Assert.Equal(1, handler.Count);
    }

    [Fact]
    public async Task Every_attempt_and_every_wait_is_logged()
    {
        var log = new CollectingLog();
        using var handler = new StubHandler(StubHandler.Response(string.Empty, 503), StubHandler.Reset, StubHandler.Response(Dial.Nobody));
        using DialerClient client = Dial.Client(handler);

        await client.RunAsync(Dial.Agents().Add("campaigns", "A|B"), log);

        Assert.Equal([1, 1, 2, 2, 3], log.Entries.Select(static entry => entry.Attempt.Attempt));
        Assert.Equal([503, 0, 200], log.Entries.Where(static entry => entry.NextWait is null).Select(static entry => entry.Attempt.Status));
        Assert.Equal([null, 2d, null, 4d, null], log.Entries.Select(entry => entry.NextWait?.TotalSeconds));
        Assert.All(log.Entries.Where(entry => entry.NextWait is null), entry =>
            Assert.Contains("campaigns=A|B", entry.Attempt.Fields, StringComparison.Ordinal)
        );
        Assert.Equal(Dial.Nobody, log.Entries[^1].Attempt.Response);
        Assert.Equal(Dial.Nobody.Length, log.Entries[^1].Attempt.Size);
        Assert.All(log.Entries, entry => Assert.Equal("logged_in_agents", entry.Attempt.Function));
    }

    [Fact]
    public async Task Canceling_ends_a_wait_between_attempts()
    {
        using var source = new CancellationTokenSource();
        var time = new FakeTime { WaitsLast = true, OnWait = source.Cancel };
        using var handler = new StubHandler(StubHandler.Response(string.Empty, 503));
        using DialerClient client = Dial.Client(handler, time);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.InvokeAsync(Dial.Agents(), null, source.Token));
        Assert.Equal(1, handler.Count);
    }

    private static ApiRequest CallTo(string function) => function switch
    {
        "add_lead" => Dial.AddLead(),
        "call_agent" => Dial.CallAgent(),
        _ => new ApiRequest(ApiCatalog.FindOrUnlisted(DialerApi.NonAgent, function)),
    };

    private static async Task LoseAsync(TestConnection connection, string way, string begun)
    {
        switch (way)
        {
            case "reset":
                connection.Reset();
                break;
            case "close":
                connection.Close();
                break;
            case "status":
                await connection.ResponseAsync(string.Empty, 502);
                break;
            case "empty":
                await connection.ResponseAsync(string.Empty);
                break;
            default:
                await connection.HeadAsync(1000);
                await connection.SendAsync(begun);
                if (way == "cut")
                {
                    connection.Close();
                }
                else
                {
                    connection.Reset();
                }

                break;
        }
    }
}
