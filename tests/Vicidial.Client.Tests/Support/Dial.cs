using System.Security;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Operations;
using Vicidial.Client.Records.Agents;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using Vicidial.Client.Transport;
using Xunit;

namespace Vicidial.Client.Tests.Support;

/// <summary>What most tests of the client need: a client, the usual requests, and the failure of a request.</summary>
internal static class Dial
{
    public const string LeadAdded = "SUCCESS: add_lead LEAD HAS BEEN ADDED - 7275551111|999|10001|-5|6666\n";
    public const string NoFunction = "ERROR: NO FUNCTION SPECIFIED\n";
    public const string Nobody = "ERROR: logged_in_agents NO LOGGED IN AGENTS: 6666|\n";
    public const string Sent = "SUCCESS: call_agent function sent - 1001\n";
    public const string Roster =
        "user\tcampaign_id\tsession_id\tstatus\tlead_id\tcallerid\tcalls_today\tfull_name\tuser_group\tuser_level\n"
            + "1234\tTESTCAMP\t8600051\tINCALL\t1021\tV120\t3\tAlice Martín\tAGENTS2\t1\n";
    public const string NonAgentVersion =
        "VERSION: 2.10-69|BUILD: 150217-1404|DATE: 2026-11-20 22:25:17|EPOCH: 1795231517|DST: 0|TZ: -5.00|TZNOW: -5.00|\n";
    public const string AgentVersion = "VERSION: 2.10-45|BUILD: 150108-1039|DATE: 2026-11-20 22:26:00|EPOCH: 1795231560\n";

    public static DialerCredential Credential(string password = "1234", string user = "6666")
    {
        using var secret = new SecureString();
        foreach (char c in password)
        {
            secret.AppendChar(c);
        }

        return new DialerCredential(user, secret);
    }

    public static DialerClient Client(HttpMessageHandler handler, FakeTime? time = null, string password = "1234", Action<DialerOptions>? set = null)
        => Make(new Uri("http://dialer.test"), time, password, set, handler);

    public static DialerClient Client(Uri uri, FakeTime? time = null, string password = "1234", Action<DialerOptions>? set = null)
        => Make(uri, time, password, set, null);

    public static ApiRequest AddLead(string phone = "7275551111") =>
        new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, "add_lead")).Add("phone_number", phone);

    public static ApiRequest CallAgent() =>
        new ApiRequest(ApiCatalog.Get(DialerApi.Agent, "call_agent")).Add("agent_user", "1001").Add("value", "CALL");

    public static ApiRequest Agents() => new(ApiCatalog.Get(DialerApi.NonAgent, "logged_in_agents"));

    public static ApiRequest AddDid() => new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, "add_did")).Add("did_pattern", "7275550000");

    public static Task<DialerResponse> RunAsync(this DialerClient client, ApiRequest request, IAttemptListener? log = null)
        => client.InvokeAsync(request, log, TestContext.Current.CancellationToken);

    public static Task<RecordReader<LoggedInAgent>> AgentsAsync(this DialerClient client, IAttemptListener? log = null)
        => client.QueryAsync<LoggedInAgent>(Agents(), log, TestContext.Current.CancellationToken);

    public static Task CheckAsync(this DialerClient client, DialerApi api = DialerApi.NonAgent)
        => LoginCheck.RunAsync(client, api, null, TestContext.Current.CancellationToken);

    public static Task<DialerException> FailAsync(this DialerClient client, ApiRequest request, IAttemptListener? log = null)
        => Assert.ThrowsAsync<DialerException>(() => client.RunAsync(request, log));

    private static DialerClient Make(Uri uri, FakeTime? time, string password, Action<DialerOptions>? set, HttpMessageHandler? handler)
    {
        var options = new DialerOptions(uri) { Name = "test", NoProxy = true };
        set?.Invoke(options);
        return new DialerClient(options, Credential(password), time ?? new FakeTime(), handler);
    }
}
