using System.Text.RegularExpressions;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Agents;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Records.Screens;
using Vicidial.Client.Requests;
using Vicidial.Client.Tests.Support;
using Xunit;

namespace Vicidial.Client.Tests.Transport;

/// <summary>The password is not in any output, log, or error stream, whatever the dialer responds.</summary>
public class CanaryTests
{
    private const string Noise = "<br />\n<b>Warning</b>:  Undefined variable $DB in <b>/srv/www/non_agent_api.php</b> on line <b>763</b><br />\n";

    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string password in new[] { "Canary7x", "a1", "SUCCESS", "1234", "wrong" })
            {
                foreach (
                    string way in new[]
                    {
                        "login",
                        "agent login",
                        "old agent login",
                        "translated",
                        "noise",
                        "fatal",
                        "page",
                        "text",
                        "new error",
                        "reset",
                        "cut",
                        "timeout",
                        "500",
                    }
                )
                {
                    data.Add(password, way);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Nothing_shows_the_password(string password, string way)
    {
        var time = new FakeTime();
        await using var server = new TestServer((request, connection) => AnswerAsync(request, connection, way, time));
        var log = new CollectingLog();
        using DialerClient client = Dial.Client(server.Uri, time, password);
        var seen = new List<object?> { client, log.Entries.Select(static entry => entry.Attempt) };
        bool agent = way.Contains("agent", StringComparison.Ordinal);
        ApiRequest[] requests = agent
            ? [Dial.CallAgent()]
            : [Dial.AddLead().Add("vendor_lead_code", "v1"), Dial.Agents(), new ApiRequest(ApiCatalog.FindOrUnlisted(DialerApi.NonAgent, "no_such"))];

        foreach (ApiRequest request in requests)
        {
            // A separate client for each request, because after a refused login the second request would not be sent.
            using DialerClient own = Dial.Client(server.Uri, time, password);
            seen.Add(await Record.ExceptionAsync(async () => seen.Add(await own.RunAsync(request, log))));
            seen.Add(own.LoginRefusal);
            seen.Add(await Record.ExceptionAsync(async () => seen.Add(await own.RunAsync(request, log))));
            seen.Add(own);
        }

        seen.Add(await Record.ExceptionAsync(async () =>
        {
            using RecordReader<LoggedInAgent> reader = await client.AgentsAsync(log);
            seen.Add(await reader.ReadAsync(TestContext.Current.CancellationToken));
        }));
        seen.Add(await Record.ExceptionAsync(() => client.CheckAsync(agent ? DialerApi.Agent : DialerApi.NonAgent)));
        seen.Add(client.LoginRefusal);
        seen.Add(log.Entries.Select(static entry => entry.Attempt));

        IReadOnlyList<string> texts = VisibleText.Of([.. seen]);
        Assert.NotEmpty(log.Entries);
        Assert.All(server.Requests.Where(request => request.Body.Contains("&user=", StringComparison.Ordinal)), request =>
            Assert.Matches($"&pass={password}&.*&?function=[a-z_]*$", request.Body)
        );
        Assert.All(server.Requests, request => Assert.DoesNotContain("pass=", request.Head, StringComparison.OrdinalIgnoreCase));
        AssertHidden(texts, password);
    }

    [Fact]
    public async Task With_the_password_SUCCESS_the_word_is_readable()
    {
        using var handler = new StubHandler(
            StubHandler.Response(Dial.LeadAdded),
            StubHandler.Response("SUCCESS: add_lead a text of a later version - 17\n"),
            StubHandler.Response("ERROR: a text of a later version: |6666|SUCCESS|\n")
        );
        using DialerClient client = Dial.Client(handler, password: "SUCCESS");
        var log = new CollectingLog();

        Assert.Equal(Dial.LeadAdded, (await client.RunAsync(Dial.AddLead(), log)).Raw);
        Assert.Equal("SUCCESS: add_lead a text of a later version - 17\n", (await client.RunAsync(Dial.AddLead(), log)).Raw);
        DialerException failure = await client.FailAsync(Dial.AddLead(), log);

        Assert.Contains("6666|***", failure.Cause, StringComparison.Ordinal);
        Assert.StartsWith("SUCCESS: add_lead", log.Entries[0].Attempt.Response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_password_1234_the_agent_1234_stays_readable()
    {
        const string NotLoggedIn = "ERROR: agent_user is not logged in - 1234\n";
        using var handler = new StubHandler(
            StubHandler.Response(Dial.Roster),
            StubHandler.Response("SUCCESS: call_agent function sent - 1234\n"),
            StubHandler.Response(NotLoggedIn),
            StubHandler.Response(Dial.Roster.Replace('\t', '|'))
        );
        using DialerClient client = Dial.Client(handler, password: "1234");
        var log = new CollectingLog();
        using RecordReader<LoggedInAgent> reader = await client.AgentsAsync(log);

        Assert.Equal("1234", Assert.Single((await reader.ReadAsync(TestContext.Current.CancellationToken))!.Records).User);
        ApiRequest request = new ApiRequest(ApiCatalog.Get(DialerApi.Agent, "call_agent")).Add("agent_user", "1234").Add("value", "CALL");
        Assert.Equal("1234", AgentCommandResult.Read("test", request, await client.RunAsync(request, log)).User);
        DialerException failure = await client.FailAsync(request, log);
        Assert.Contains("not logged in - 1234", failure.Message, StringComparison.Ordinal);
        Assert.Equal("1234", failure.Values["agent_user"]);
        Assert.StartsWith("user|", (await client.RunAsync(Dial.Agents(), log)).Raw, StringComparison.Ordinal);
        Assert.Contains("\n1234|TESTCAMP", log.Entries[^1].Attempt.Response, StringComparison.Ordinal);
        Assert.Contains("agent_user=1234", log.Entries[1].Attempt.Fields, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_passwords_of_others_in_the_fields_of_a_request_are_hidden_as_well()
    {
        using var handler = new StubHandler(StubHandler.Response("ERROR: add_user something new: |newuser|Canary8y|\n"));
        using DialerClient client = Dial.Client(handler);
        var log = new CollectingLog();

        DialerException failure = await client.FailAsync(
            new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, "add_user")).Add("agent_user", "newuser").Add("agent_pass", "Canary8y"),
            log
        );

        Assert.DoesNotContain(
            VisibleText.Of(failure, log.Entries.Select(static entry => entry.Attempt)),
            static text => text.Contains("Canary8y", StringComparison.Ordinal)
        );
        Assert.Contains("agent_pass=***", Assert.Single(log.Entries).Attempt.Fields, StringComparison.Ordinal);
        Assert.Contains("agent_pass=Canary8y", handler.Bodies[0], StringComparison.Ordinal);
    }

    private static void AssertHidden(IReadOnlyList<string> texts, string password)
    {
        // Words such as "wrong" and SUCCESS are part of messages, and 1234 may be an agent, so the position decides.
        string secret = Regex.Escape(password);
        string places =
            $@"pass(?:word)?\]?\s*(?:=>?|:)\s*['""]?{secret}(?![A-Za-z0-9])"
                + $@"|\|6666\|{secret}\||'{secret}'|near {secret}|password {secret}(?![A-Za-z0-9])";
        Assert.DoesNotContain(texts, text => Regex.IsMatch(text, places, RegexOptions.IgnoreCase));
        if (password == "Canary7x")
        {
            Assert.DoesNotContain(texts, text => text.Contains(password, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static async Task AnswerAsync(TestRequest request, TestConnection connection, string way, FakeTime time)
    {
        string password = request.Field("pass") ?? "none";
        string login = $"ERROR: Login incorrect, please try again: |6666|{password}|BAD|\n";
        string sql =
            $"SELECT count(*) from vicidial_users where user='6666' and pass='{password}' and user_level > 0 and active='Y' and ( "
                + "(failed_login_count < 10) );";
        switch (way)
        {
            case "login":
                await connection.ResponseAsync(login);
                break;
            case "agent login":
                await connection.ResponseAsync($"ERROR: Invalid Username/Password: |6666|{password}|0|1|BAD|0|api|{sql}|\n");
                break;
            case "old agent login":
                await connection.ResponseAsync($"ERROR: Invalid Username/Password: |6666|{password}|0|1|BAD|{sql}|\n");
                break;
            case "translated":
                await connection.ResponseAsync($"ERREUR: nom ou mot de passe incorrect: |6666|{password}|BAD|\n");
                break;
            case "noise":
                await connection.ResponseAsync(Noise + login + Noise);
                break;
            case "fatal":
                await connection.ResponseAsync(
                    $"{Noise}<br />\n"
                        + $"<b>Fatal error</b>:  Uncaught mysqli_sql_exception: You have an error "
                        + $"near '{password}' in pass='{password}' in /srv/x.php:1\n"
                        + $"Stack trace:\n#0 /srv/x.php(1): mysqli_query(Object(mysqli), '{sql}')\n#1 {{main}}\n"
                        + "  thrown in <b>/srv/x.php</b> on line <b>1</b><br />\n",
                    500);
                break;
            case "page":
                await connection.ResponseAsync(
                    $"<!DOCTYPE html>\n<html><body><h1>Bad gateway</h1><pre>{request.Body}</pre>\n<p>password {password}</p></body></html>\n",
                    502
                );
                break;
            case "text":
                await connection.ResponseAsync($"Bad request: {request.Body}\n[pass] => {password}\n", 400);
                break;
            case "new error":
                await connection.ResponseAsync(
                    $"ERROR: a new text for the password {password} of user: 6666|{password}|x\nNOTICE: pass={password} - 1|{password}\n"
                );
                break;
            case "reset":
                connection.Reset();
                break;
            case "cut":
                await connection.HeadAsync(10_000);
                await connection.SendAsync(login + $"ERROR: Login incorrect, please try again: |6666|{password}|B");
                connection.Close();
                break;
            case "timeout":
                time.Expire();
                await connection.WaitForEndAsync();
                break;
            default:
                await connection.ResponseAsync(login + Noise, 500);
                break;
        }
    }
}
