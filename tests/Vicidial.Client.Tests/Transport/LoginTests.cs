using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using Vicidial.Client.Tests.Support;
using Xunit;

namespace Vicidial.Client.Tests.Transport;

public class LoginTests
{
    private const string Refused = "ERROR: Login incorrect, please try again: |6666|wrong|BAD|\n";
    private const string AgentRefused =
        "ERROR: Invalid Username/Password: |6666|wrong|0|1|BAD|0|api|SELECT count(*) from vicidial_users where user='6666' and pass='wrong' and "
            + "user_level > 0;|\n";
    private const string NoAgentAccess = "ERROR: Invalid Username/Password: |6666|1234|1|0|GOOD|\n";

    [Fact]
    public async Task Many_parallel_calls_with_a_wrong_password_send_one_request()
    {
        await using var server = new TestServer(Refused);
        using DialerClient client = Dial.Client(server.Uri, password: "wrong");

        DialerException[] failures = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(i => Task.Run(() => client.FailAsync(Dial.AddLead("72755510" + (10 + i)))))
        );

        Assert.Single(server.Requests);
        Assert.Single(failures, failure => failure.ErrorId == "Vicidial.LoginIncorrect");
        Assert.Equal(15, failures.Count(failure => failure.ErrorId == "Vicidial.LoginRefusedBefore"));
        Assert.Equal("Vicidial.LoginIncorrect", client.LoginRefusal?.ErrorId);
    }

    [Fact]
    public async Task Many_parallel_calls_with_a_correct_password_are_all_sent_after_the_first()
    {
        int inFlight = 0;
        int early = 0;
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new TestServer(async (request, connection) =>
        {
            if (request.Number == 1)
            {
                // A request that arrives while the login is being tried must wait.
                await first.Task;
            }
            else if (!first.Task.IsCompleted)
            {
                Interlocked.Increment(ref early);
            }

            Interlocked.Increment(ref inFlight);
            await connection.ResponseAsync(Dial.LeadAdded);
        });
        using DialerClient client = Dial.Client(server.Uri);
        Task<DialerResponse>[] requests = Enumerable.Range(0, 16).Select(_ => client.RunAsync(Dial.AddLead())).ToArray();
        Assert.True(SpinWait.SpinUntil(() => server.Requests.Count > 0, TimeSpan.FromSeconds(30)));
        first.SetResult();

        await Task.WhenAll(requests);

        Assert.Equal(0, early);
        Assert.Equal(16, inFlight);
        Assert.True(client.IsLoginGood(DialerApi.NonAgent));
        Assert.False(client.IsLoginGood(DialerApi.Agent));
    }

    [Theory]
    [InlineData("ERROR: Login incorrect, please try again: |6666|wrong|BAD|\n", "Vicidial.LoginIncorrect", DialerErrorKind.Authentication)]
    [InlineData("ERROR: Login incorrect, please try again: |6666|wrong|2FA|\n", "Vicidial.SecondFactorRequired", DialerErrorKind.Authentication)]
    [InlineData("ERROR: Too many login attempts, try again in 15 minutes: |6666|LOCK|\n", "Vicidial.AccountLocked", DialerErrorKind.AccountLocked)]
    [InlineData("ERROR: Your IP Address is not allowed: 127.0.0.1: ||IPBLOCK|\n", "Vicidial.AddressBlocked", DialerErrorKind.AddressBlocked)]
    public async Task A_refusal_of_the_non_agent_api_ends_the_connection(string body, string errorId, DialerErrorKind kind)
    {
        using var handler = new StubHandler(StubHandler.Response(body));
        using DialerClient client = Dial.Client(handler);

        DialerException failure = await client.FailAsync(Dial.Agents());

        Assert.Equal(errorId, failure.ErrorId);
        Assert.Equal(kind, failure.Kind);
        Assert.True(failure.EndsConnection);
        Assert.Equal(1, failure.Attempts);
        await AssertNothingIsSentAsync(client, handler);
    }

    [Theory]
    [InlineData("0|1|BAD|0|api|SELECT pass='wrong';|", "Vicidial.LoginIncorrect", DialerErrorKind.Authentication)]
    [InlineData("0|1|LOCK|", "Vicidial.AccountLocked", DialerErrorKind.AccountLocked)]
    [InlineData("0|1|IPBLOCK|", "Vicidial.AddressBlocked", DialerErrorKind.AddressBlocked)]
    [InlineData("0|1|2FA|", "Vicidial.SecondFactorRequired", DialerErrorKind.Authentication)]
    public async Task A_refusal_of_the_agent_api_ends_the_connection(string code, string errorId, DialerErrorKind kind)
    {
        using var handler = new StubHandler(StubHandler.Response($"ERROR: Invalid Username/Password: |6666|wrong|{code}\n"));
        using DialerClient client = Dial.Client(handler);

        DialerException failure = await client.FailAsync(Dial.CallAgent());

        Assert.Equal(errorId, failure.ErrorId);
        Assert.Equal(kind, failure.Kind);
        await AssertNothingIsSentAsync(client, handler);
    }

    [Fact]
    public async Task A_correct_password_without_API_access_does_not_end_the_connection()
    {
        using var handler = new StubHandler(StubHandler.Response(NoAgentAccess), StubHandler.Response(Dial.LeadAdded));
        using DialerClient client = Dial.Client(handler);

        DialerException failure = await client.FailAsync(Dial.CallAgent());

        Assert.Equal("Vicidial.ApiAccessOff", failure.ErrorId);
        Assert.Equal(DialerErrorKind.Permission, failure.Kind);
        Assert.False(failure.EndsConnection);
        Assert.Null(client.LoginRefusal);
        Assert.Equal(ResponseKind.Success, (await client.RunAsync(Dial.AddLead())).Kind);
    }

    [Fact]
    public async Task A_password_that_changes_during_a_load_fails_only_requests_in_flight()
    {
        var arrived = new CountdownEvent(4);
        using var all = new ManualResetEventSlim();
        await using var server = new TestServer(async (request, connection) =>
        {
            if (request.Number == 1)
            {
                await connection.ResponseAsync(Dial.LeadAdded);
                return;
            }

            arrived.Signal();
            await Task.Run(() => all.Wait(TimeSpan.FromSeconds(30)));
            await connection.ResponseAsync(Refused);
        });
        using DialerClient client = Dial.Client(server.Uri);
        await client.RunAsync(Dial.AddLead());
        Task<DialerException>[] inFlight = Enumerable.Range(0, 4).Select(_ => client.FailAsync(Dial.AddLead())).ToArray();
        Assert.True(arrived.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        all.Set();
        Assert.All(await Task.WhenAll(inFlight), failure => Assert.Equal("Vicidial.LoginIncorrect", failure.ErrorId));

        Assert.Equal("Vicidial.LoginRefusedBefore", (await client.FailAsync(Dial.AddLead())).ErrorId);
        Assert.Equal(5, server.Requests.Count);
        arrived.Dispose();
    }

    [Theory]
    [InlineData(Refused)]
    [InlineData(AgentRefused)]
    public async Task A_refusal_is_never_retried_even_if_the_response_is_cut(string body)
    {
        await using var server = new TestServer(async (_, connection) =>
        {
            await connection.HeadAsync(10_000);
            await connection.SendAsync(body);
            connection.Close();
        });
        using DialerClient client = Dial.Client(server.Uri, password: "wrong");
        ApiRequest request = body == Refused ? Dial.Agents() : new ApiRequest(ApiCatalog.Get(DialerApi.Agent, "webserver"));

        Assert.Equal("Vicidial.LoginIncorrect", (await client.FailAsync(request)).ErrorId);
        Assert.Single(server.Requests);
        Assert.NotNull(client.LoginRefusal);
    }

    [Fact]
    public async Task A_refusal_in_place_of_rows_is_never_retried_even_if_the_response_is_cut()
    {
        await using var server = new TestServer(async (_, connection) =>
        {
            await connection.HeadAsync(10_000);
            await connection.SendAsync(Refused);
            connection.Close();
        });
        using DialerClient client = Dial.Client(server.Uri, password: "wrong");

        Assert.Equal("Vicidial.LoginIncorrect", (await Assert.ThrowsAsync<DialerException>(() => client.AgentsAsync())).ErrorId);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_refused_login_is_never_retried_whatever_the_status(int status)
    {
        using var handler = new StubHandler(StubHandler.Response(Refused, status));
        using DialerClient client = Dial.Client(handler, password: "wrong");

        Assert.Equal("Vicidial.LoginIncorrect", (await client.FailAsync(Dial.Agents())).ErrorId);
        Assert.Equal(1, handler.Count);
    }

    [Fact]
    public async Task After_a_refusal_the_version_can_still_be_read_because_it_needs_no_login()
    {
        using var handler = new StubHandler(StubHandler.Response(Refused), StubHandler.Response(Dial.NonAgentVersion));
        using DialerClient client = Dial.Client(handler, password: "wrong");
        await client.FailAsync(Dial.Agents());

        await client.Versions.ReadAsync(DialerApi.NonAgent, null, TestContext.Current.CancellationToken);

        Assert.DoesNotContain("pass=", handler.Bodies[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_was_not_sent_does_not_count_as_an_attempt()
    {
        using var handler = new StubHandler(StubHandler.Response(Refused));
        using DialerClient client = Dial.Client(handler, password: "wrong");

        Assert.Equal(1, (await client.FailAsync(Dial.Agents())).Attempts);
        Assert.Equal(0, (await client.FailAsync(Dial.Agents())).Attempts);
    }

    public static TheoryData<string, DialerApi, bool> Answers => new()
    {
        { Dial.NoFunction, DialerApi.NonAgent, true },
        { "<PRE>Webserver Data:\nset.timezone: America/New_York\nhost name: x\n</PRE>\n", DialerApi.Agent, true },
        { "ERROR: auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION - 6666|webserver|ADMIN\n", DialerApi.Agent, true },
        { "ERROR: Invalid Source - t\nERROR: Invalid Source: |t|\n", DialerApi.NonAgent, false },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_login_is_checked_in_a_way_that_needs_no_permission(string body, DialerApi api, bool good)
    {
        using var handler = new StubHandler(StubHandler.Response(body));
        using DialerClient client = Dial.Client(handler);

        DialerException? failure = (DialerException?)await Record.ExceptionAsync(() => client.CheckAsync(api));

        Assert.Equal(good, failure is null);
        Assert.Equal(1, handler.Count);
        Assert.True(!good || client.IsLoginGood(api));
    }

    [Theory]
    [InlineData(DialerApi.NonAgent, Refused, "Vicidial.LoginIncorrect")]
    [InlineData(DialerApi.Agent, AgentRefused, "Vicidial.LoginIncorrect")]
    [InlineData(DialerApi.Agent, NoAgentAccess, "Vicidial.ApiAccessOff")]
    [InlineData(DialerApi.Agent, "ERROR: System API NOT ACTIVE\n", "Vicidial.AgentApiOff")]
    [InlineData(DialerApi.NonAgent, "<html><body>It works!</body></html>", "Vicidial.NotADialer")]
    public async Task A_check_of_a_bad_login_reports_the_problem(DialerApi api, string body, string errorId)
    {
        using var handler = new StubHandler(StubHandler.Response(body));
        using DialerClient client = Dial.Client(handler, password: "wrong");

        Assert.Equal(errorId, (await Assert.ThrowsAsync<DialerException>(() => client.CheckAsync(api))).ErrorId);
        Assert.Equal(1, handler.Count);
    }

    [Fact]
    public async Task A_missing_permission_proves_the_login_and_a_page_of_another_server_does_not()
    {
        using var handler = new StubHandler(
            StubHandler.Response("<html><body>It works!</body></html>"),
            StubHandler.Response("ERROR: logged_in_agents USER DOES NOT HAVE PERMISSION TO GET AGENT INFO: |6666|0|\n")
        );
        using DialerClient client = Dial.Client(handler);

        await client.FailAsync(Dial.Agents());
        Assert.False(client.IsLoginGood(DialerApi.NonAgent));
        await client.FailAsync(Dial.Agents());
        Assert.True(client.IsLoginGood(DialerApi.NonAgent));
    }

    [Theory]
    [InlineData(DialerApi.NonAgent, "a+b", "Vicidial.PasswordNotAccepted")]
    [InlineData(DialerApi.NonAgent, "a b", "Vicidial.PasswordNotAccepted")]
    [InlineData(DialerApi.NonAgent, "pässwort", "Vicidial.PasswordNotAccepted")]
    [InlineData(DialerApi.NonAgent, "", "Vicidial.PasswordNotAccepted")]
    [InlineData(DialerApi.Agent, "a&b", "Vicidial.PasswordNotAccepted")]
    [InlineData(DialerApi.Agent, "a+b./=", null)]
    [InlineData(DialerApi.NonAgent, "Aa1-_", null)]
    public async Task A_password_that_cannot_be_correct_is_rejected_before_anything_is_sent(DialerApi api, string password, string? errorId)
    {
        using var handler = new StubHandler(StubHandler.Response(api == DialerApi.Agent ? Dial.Sent : Dial.LeadAdded));
        using DialerClient client = Dial.Client(handler, password: password);
        ApiRequest request = api == DialerApi.Agent ? Dial.CallAgent() : Dial.AddLead();

        var failure = (DialerException?)await Record.ExceptionAsync(() => client.RunAsync(request));

        Assert.Equal(errorId, failure?.ErrorId);
        Assert.Equal(errorId is null ? 1 : 0, handler.Count);
        Assert.Equal(0, failure?.Attempts ?? 0);
        if (failure is not null && password.Length > 2)
        {
            Assert.DoesNotContain(VisibleText.Of(failure), text => text.Contains(password, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_password_that_only_the_Agent_API_accepts_works_there()
    {
        using var handler = new StubHandler(StubHandler.Response(Dial.Sent));
        using DialerClient client = Dial.Client(handler, password: "a+b");
        Assert.Equal("Vicidial.PasswordNotAccepted", (await client.FailAsync(Dial.AddLead())).ErrorId);

        Assert.Equal(ResponseKind.Success, (await client.RunAsync(Dial.CallAgent())).Kind);
        Assert.Contains("&pass=a%2Bb&", Assert.Single(handler.Bodies), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("üser")]
    [InlineData("a&b")]
    public void A_user_name_that_the_dialer_would_change_is_rejected(string user)
    {
        using var credential = Dial.Credential(user: user);

        Assert.Equal("Vicidial.UserNameNotAccepted", Assert.Throws<DialerException>(() => credential.Check(DialerApi.NonAgent)).ErrorId);
    }

    [Fact]
    public async Task A_waiting_request_can_be_canceled_while_another_tries_the_login()
    {
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new TestServer(async (_, connection) =>
        {
            await first.Task;
            await connection.ResponseAsync(Dial.LeadAdded);
        });
        using DialerClient client = Dial.Client(server.Uri);
        Task<DialerResponse> trying = client.RunAsync(Dial.AddLead());
        using var source = new CancellationTokenSource();
        Task<DialerResponse> waiting = client.InvokeAsync(Dial.AddLead(), null, source.Token);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        first.SetResult();
        await trying;
        Assert.Single(server.Requests);
        Assert.Equal(ResponseKind.Success, (await client.RunAsync(Dial.AddLead())).Kind);
    }

    private static async Task AssertNothingIsSentAsync(DialerClient client, StubHandler handler)
    {
        int before = handler.Count;
        var failures = new List<DialerException>
        {
            await client.FailAsync(Dial.AddLead()),
            await client.FailAsync(Dial.CallAgent()),
            await client.FailAsync(Dial.Agents()),
        };

        Assert.Equal(before, handler.Count);
        Assert.All(failures, failure => Assert.Equal("Vicidial.LoginRefusedBefore", failure.ErrorId));
        Assert.All(failures, failure => Assert.Equal(DialerErrorKind.Authentication, failure.Kind));
    }
}
