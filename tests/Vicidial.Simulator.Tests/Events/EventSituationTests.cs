using System.Collections;
using System.Text;
using Vicidial.Simulator.Events;
using Vicidial.Simulator.Scenarios;
using Vicidial.Simulator.Screens;
using Vicidial.Simulator.World;
using Vicidial.Testing;
using Xunit;

namespace Vicidial.Simulator.Tests.Events;

/// <summary>
/// A scenario that recreates the situation of a recording sends the bytes of the recording. These are the recordings whose URL does not describe the
/// whole situation: alternate URLs, filters, redirects, and retries.
/// </summary>
public sealed class EventSituationTests : IDisposable
{
    private const string Moment = "2026-11-29 02:08:28";
    private static readonly Dictionary<string, EventCapture> Captures = EventCapture.LoadAll().ToDictionary(static one => one.Id);
    private static readonly string[] CallbackStatuses = ["CALLBK", "CBHOLD", "---ALL---"];
    private readonly EventSink _sink = new();
    private DialerSimulator? _dialer;

    /// <summary>The IDs of the recordings of all situations.</summary>
    public static IEnumerable<string> Ids => All.SelectMany(static row => row.Data.Item2.Split(' '));

    /// <summary>The situations: their recordings in order, and how many requests there were with those that are not in the repository.</summary>
    public static TheoryData<string, string, int> All => new()
    {
        { "SALE with alternate URLs", "dispo-0031 dispo-0032 dispo-0033 dispo-0035", 6 },
        { "NI with alternate URLs", "dispo-0036 dispo-0037 dispo-0039 dispo-0040", 5 },
        { "CALLBK with alternate URLs", "dispo-0041 dispo-0043 dispo-0044", 4 },
        { "SALE of another list with alternate URLs", "dispo-0045 dispo-0047", 3 },
        { "alternate URLs of 2.14-194", "dispo-0206 dispo-0207 dispo-0208", 3 },
        { "alternate URLs of 2.14-107", "dispo-0222 dispo-0223", 3 },
        { "a scheduled callback with alternate URLs", "dispo-0276 dispo-0277", 2 },
        { "alternate URLs with failing receivers", "dispo-0095 dispo-0096 dispo-0098", 4 },
        { "a filter container", "dispo-0056", 1 },
        { "a URL of 9 KB", "dispo-0260", 1 },
        { "the start of a call with alternate URLs", "start-0104 start-0105 start-0106", 3 },
        { "a previewed lead", "start-0112", 1 },
        { "a manual call of 2.14-194", "start-0213", 1 },
        { "a manual call of 2.14-107", "start-0228", 1 },
        { "a dropped call with alternate URLs", "noagent-0131 noagent-0133 noagent-0134 noagent-0135", 5 },
        { "a list with alternate URLs", "noagent-0275", 1 },
        { "spellings of the list filter", "noagent-0279 noagent-0281", 3 },
        { "a remote agent with alternate URLs", "start_ra-0136 start_ra-0137", 3 },
        { "the screen: a sale", "e2e-2.14-202-284", 1 },
        { "the screen: a manual call and its callback", "e2e-2.14-202-296 e2e-2.14-202-303", 2 },
        { "the screen: a call arrives", "e2e-2.14-194-382", 1 },
        { "a page is redirected", "dispo-0083", 2 },
        { "wget is redirected", "noagent-0172", 2 },
        { "wget must log in", "noagent-0184", 2 },
        { "wget gets a short response", "noagent-0201", 20 },
    };

    public void Dispose()
    {
        _dialer?.Dispose();
        _sink.Dispose();
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_situation_sends_the_bytes_of_its_recordings(string situation, string ids, int count)
    {
        switch (situation)
        {
            case "SALE with alternate URLs":
                Dispose(1021, "SALE", 63, AlternateDispositions());
                break;
            case "NI with alternate URLs":
                Dispose(1021, "NI", 63, AlternateDispositions());
                break;
            case "CALLBK with alternate URLs":
                Dispose(1021, "CALLBK", 63, AlternateDispositions());
                break;
            case "SALE of another list with alternate URLs":
                Dispose(1011, "SALE", 0, AlternateDispositions());
                break;
            case "alternate URLs of 2.14-194" or "alternate URLs of 2.14-107":
                Dispose(1021, "SALE", 0, ByRank("---ALL--- 9", "SALE 8", "NI 7", "---ALL--- 6 101", "---ALL--- 5 103"), situation[^8..]);
                break;
            case "a scheduled callback with alternate URLs":
                const string Filter = "dispo/alt?filter={0}&dispo=--A--dispo--B--&name=--A--dispo_name--B--&lead=--A--lead_id--B--";
                Start(Alternate("DispositionUrl", [.. CallbackStatuses.Select(status =>
                    Entry("dispo", Filter.Replace("{0}", status, StringComparison.Ordinal), statuses: status))]));
                Dispose(1021, "CALLBK", 63, "CBHOLD", "2026-12-24 15:30:00");
                break;
            case "alternate URLs with failing receivers":
                string[] paths = ["/m/500/", "/m/close/", "/m/ok/", "/m/ok/"];
                Dispose(1021, "NI", 63, Alternate(
                    "DispositionUrl", [.. paths.Select((path, at) => Entry("dispo", $"dispo/alt?n={at + 1}", at, path: path))]));
                break;
            case "a filter container":
                IDictionary filtered = Campaign("DispositionUrl", "dispo?lead=--A--lead_id--B--&state=--A--state--B--"
                    + "&first=--A--first_name--B--&dispo=--A--dispo--B--&dispo_filter_container=DFILTER");
                filtered["Lists"] = new Hashtable { ["ListId"] = 101, ["CampaignId"] = "TESTCAMP" };
                filtered["Leads"] = Lead(1021, firstName: "Live1021");
                filtered["Extend"] = false;
                filtered["DispositionFilters"] = new[]
                {
                    Replace("state", "", "NA"), Replace("first_name", "Live1021", "Mr X & Co"), Replace("dispo", "NI", "no interest"),
                };
                Dispose(1021, "NI", 63, filtered);
                break;
            case "a URL of 9 KB":
                string target = Captures["dispo-0260"].Target;
                Dispose(1021, "NI", 63, Campaign("DispositionUrl", target[target.IndexOf("dispo?", StringComparison.Ordinal)..]
                    .Replace("lead=1021", "lead=--A--lead_id--B--", StringComparison.Ordinal)));
                break;
            case "the start of a call with alternate URLs":
                Start(Alternate("CallStartUrl",
                    Entry("start", "start/alt?n=r3&lead=--A--lead_id--B--", 3),
                    Entry("start", "start/alt?n=r1-101-102&lead=--A--lead_id--B--", 1, lists: "101 102"),
                    Entry("start", "start/alt?n=r2-103&lead=--A--lead_id--B--", 2, lists: "103"),
                    Entry("start", "start/alt?n=r2-status-NOSUCH&lead=--A--lead_id--B--", 2, "NOSUCH"),
                    Entry("start", "start/alt?n=r4&lead=--A--lead_id--B--", 4, isActive: false)));
                AgentCall.Begin(_dialer!.World, FreeAgent(), _dialer.World.Leads.Find(1022)!);
                break;
            case "a previewed lead":
                const string Manual = "start?from=manual&lead=--A--lead_id--B--&dn=--A--dialed_number--B--&dl=--A--dialed_label--B--"
                    + "&call=--A--call_id--B--&uid=--A--uniqueid--B--&camp=--A--campaign--B--&grp=--A--group--B--&did=--A--did_id--B--"
                    + "&ig=--A--ig_custom_one--B--";
                IDictionary previewing = ManualCampaign(Manual, "2026-11-29 02:10:43");
                previewing["Leads"] = Lead(1001, phone: "7275501001");
                previewing["Extend"] = false;
                Start(previewing);
                Act(new DialCommand(string.Empty, new DialTarget(string.Empty) { LeadId = 1001, IsPreview = true }));
                Act(new PreviewCommand("DIALONLY"));
                break;
            case "a manual call of 2.14-194" or "a manual call of 2.14-107":
                bool isLater = situation.EndsWith("107", StringComparison.Ordinal);
                Start(
                    ManualCampaign(
                        "start?from=manual&lead=--A--lead_id--B--&dn=--A--dialed_number--B--&call=--A--call_id--B--&uid=--A--uniqueid--B--",
                        isLater ? "2026-11-29 02:26:38" : "2026-11-29 02:26:27"),
                    situation[^8..]);
                Act(new DialCommand(string.Empty, new DialTarget("7275559902")));
                break;
            case "a dropped call with alternate URLs":
                const string Dropped = "noagent/alt?n={0}&lead=--A--lead_id--B--&st=--A--status--B--&list=--A--list_id--B--";
                Miss("DROP", Alternate("NoAgentUrl", [.. new (string Name, int Rank, string Statuses, string Lists, int Seconds)[]
                {
                    ("r2-all", 2, "---ALL---", "", 0), ("r1-DROP-NA", 1, "DROP NA", "", 0), ("r3-B", 3, "B", "", 0),
                    ("r4-lists-101-102", 4, "---ALL---", "101 102", 0), ("r5-list-103", 5, "---ALL---", "103", 0),
                    ("r6-lists-100-101-102", 6, "---ALL---", "100 101 102", 0), ("r7-min-60s", 7, "---ALL---", "", 60),
                    ("r8-inactive", 8, "---ALL---", "", 0),
                }.Select(one => Entry(
                    "noagent", Dropped.Replace("{0}", one.Name, StringComparison.Ordinal), one.Rank, one.Statuses, one.Lists, one.Seconds,
                    isActive: one.Rank != 8))]));
                break;
            case "a list with alternate URLs":
                Hashtable own = Entry("noagent", "noagent?from=listalt&lead=--A--lead_id--B--");
                own["EntryType"] = "list";
                own["CampaignId"] = "101";
                IDictionary ofList = Campaign("NoAgentUrl", "noagent?from=campaign");
                ofList["AlternateUrls"] = own;
                Miss("NA", ofList, listUrl: "ALT");
                break;
            case "spellings of the list filter":
                string[] spellings = ["101", "100 101", "100 101 102", "101 102", " 101 ", ""];
                Miss("NA", Alternate("NoAgentUrl", [.. spellings.Select((text, at) => Entry(
                    "noagent", $"noagent/alt?lists={text.Replace(' ', '_')}&lead=--A--lead_id--B--", at, lists: text))]));
                break;
            case "a remote agent with alternate URLs":
                const string Remote = "start_ra/alt?n={0}&lead=--A--lead_id--B--&list=--A--list_id--B--";
                IDictionary remote = Alternate("CallStartUrl",
                    Entry("start", Remote.Replace("{0}", "r1-101-102", StringComparison.Ordinal), 1, lists: "101 102"),
                    Entry("start", Remote.Replace("{0}", "r2-103", StringComparison.Ordinal), 2, lists: "103"),
                    Entry("start", Remote.Replace("{0}", "r3", StringComparison.Ordinal), 3),
                    Entry("start", Remote.Replace("{0}", "r4", StringComparison.Ordinal), 4, isActive: false));
                remote["Extend"] = false;
                remote["Leads"] = Lead(1032);
                remote["Agents"] = Array.Empty<object>();
                Start(remote);
                _dialer!.Events.Step(EventFault.None);
                break;
            case "the screen: a sale":
                IDictionary sale = Campaign("DispositionUrl", Screen("dispo"));
                sale["Extend"] = false;
                sale["NextAgentLogId"] = 10012;
                sale["Leads"] = Lead(1050);
                sale["Agents"] = Agent("TESTCAMP", 1050, "V1290200000000001050", "1795999100.1");
                Start(sale);
                AgentCall.Close(_dialer!.World, _dialer.World.Floor.Find("1099")!, "SALE");
                break;
            case "the screen: a manual call and its callback":
                IDictionary callback = Campaign("DispositionUrl", Screen("dispo"), "2026-11-29 02:19:17");
                ((IDictionary)callback["Campaigns"]!)["CallStartUrl"] =
                    Address("start?e2e=1&lead=--A--lead_id--B--&call=--A--call_id--B--&uid=--A--uniqueid--B--");
                callback["NextAgentLogId"] = 10014;
                callback["NextLeadId"] = 10001;
                callback["Agents"] = Agent("TESTCAMP", 0, string.Empty, "1795999200.2");
                Start(callback);
                Act(new DialCommand(string.Empty, new DialTarget("7275559902")), "1099");
                LiveAgent caller = _dialer!.World.Floor.Find("1099")!;
                _dialer.World.AddCallback(new ScheduledCallback { LeadId = 10001, DueAt = "2026-12-24 13:00:00", LeadStatus = "CALLBK" });
                AgentCall.Close(_dialer.World, caller, "CALLBK", "CBHOLD");
                break;
            case "the screen: a call arrives":
                IDictionary arriving = Campaign("CallStartUrl", "start?e2e=1&lead=--A--lead_id--B--");
                arriving["Extend"] = false;
                arriving["Leads"] = Lead(1050);
                arriving["Agents"] = Agent("TESTCAMP", 0, string.Empty, string.Empty);
                Start(arriving, "2.14-194");
                AgentCall.Begin(_dialer!.World, _dialer.World.Floor.Find("1099")!, _dialer.World.Leads.Find(1050)!);
                break;
            default:
                await DeliverAsync(Captures[ids]);
                break;
        }

        IReadOnlyList<string> sent = await _sink.ReceiveAsync(count, TestContext.Current.CancellationToken);
        Assert.Equal(count, sent.Count);
        int next = 0;
        foreach (string id in ids.Split(' '))
        {
            string expected = Encoding.Latin1.GetString(Captures[id].Bytes);
            int at = sent.Skip(next).ToList().IndexOf(expected);
            Assert.True(at >= 0, $"{Captures[id]}\n{expected}\nis not in\n{string.Join('\n', sent)}");
            next += at + 1;
        }
    }

    private static Hashtable Replace(string field, string value, string replacement) => new()
    {
        ["ContainerId"] = "DFILTER", ["Field"] = field, ["Value"] = value, ["Replacement"] = replacement,
    };

    private static Hashtable Lead(long id, string firstName = "", string phone = "7275551000") => new()
    {
        ["LeadId"] = id, ["ListId"] = 101, ["PhoneNumber"] = phone, ["FirstName"] = firstName,
    };

    private static Hashtable Agent(string campaign, long lead, string callId, string uniqueId) => new()
    {
        ["User"] = "1099", ["CampaignId"] = campaign, ["Status"] = lead == 0 ? "PAUSED" : "INCALL", ["LeadId"] = lead, ["CallerId"] = callId,
        ["UniqueId"] = uniqueId,
    };

    private static string Screen(string kind) => $"{kind}?e2e=1&lead=--A--lead_id--B--&dispo=--A--dispo--B--&uid=--A--uniqueid--B--"
        + "&log=--A--agent_log_id--B--&cbdt=--A--callback_datetime--B--&call=--A--call_id--B--";

    private string Address(string rest, string path = "/m/ok/") => $"http://{_sink.Host}{path}hook/{rest}";

    private Hashtable Entry(
        string type, string rest, int rank = 0, string statuses = "---ALL---", string lists = "", int seconds = 0, bool isActive = true,
        string path = "/m/ok/") => new()
        {
            ["CampaignId"] = "TESTCAMP", ["UrlType"] = type, ["Address"] = Address(rest, path), ["Rank"] = rank, ["Statuses"] = statuses,
            ["Lists"] = lists, ["CallLengthSec"] = seconds, ["Active"] = isActive,
        };

    private Hashtable Campaign(string key, string rest, string clock = Moment) => new()
    {
        ["Extend"] = true,
        ["Clock"] = clock,
        ["Campaigns"] = new Hashtable { ["CampaignId"] = "TESTCAMP", ["ManualDialList"] = 998, [key] = rest == "ALT" ? rest : Address(rest) },
    };

    private Hashtable ManualCampaign(string rest, string clock) => new()
    {
        ["Extend"] = true,
        ["Clock"] = clock,
        ["NextLeadId"] = 10001,
        ["Campaigns"] = new Hashtable { ["CampaignId"] = "MANUALC", ["DialMethod"] = "MANUAL", ["CallStartUrl"] = Address(rest) },
        ["Agents"] = Agent("MANUALC", 0, string.Empty, string.Empty),
    };

    private Hashtable Alternate(string key, params Hashtable[] entries)
    {
        Hashtable scenario = Campaign(key, "ALT");
        scenario["AlternateUrls"] = entries;
        return scenario;
    }

    private Hashtable AlternateDispositions()
    {
        (string Name, int Rank, string Statuses, string Lists, int Seconds)[] entries =
        [
            ("rank5-all", 5, "---ALL---", "", 0), ("rank1-SALE-PSALE", 1, "SALE PSALE", "", 0),
            ("rank2-lists-101-102", 2, "---ALL---", "101 102", 0), ("rank3-list-103", 3, "---ALL---", "103", 0),
            ("rank4-min-60s", 4, "---ALL---", "", 60), ("rank4b-min-63s", 4, "---ALL---", "", 63), ("rank4c-min-64s", 4, "---ALL---", "", 64),
            ("rank6-inactive", 6, "---ALL---", "", 0), ("rank7-SALE-101-10s", 7, "SALE", "101", 10), ("rank7-no-statuses", 7, "", "", 0),
            ("rank0-NI", 0, "NI", "", 0),
        ];
        const string Fields = "&lead=--A--lead_id--B--&dispo=--A--dispo--B--&list=--A--list_id--B--&talk=--A--talk_time--B--";
        return Alternate("DispositionUrl", [.. entries.Select(one => Entry(
            "dispo", $"dispo/alt?n={one.Name}{Fields}", one.Rank, one.Statuses, one.Lists, one.Seconds, isActive: one.Rank != 6))]);
    }

    /// <summary>Alternate URLs, each from a text with its status, rank, and list. The status and list are also its name.</summary>
    private Hashtable ByRank(params string[] entries) => Alternate("DispositionUrl", [.. entries.Select(static one => one.Split(' '))
        .Select(one => Entry(
            "dispo", $"dispo/alt?n={one[0]}-{string.Join(' ', one[2..])}&lead=--A--lead_id--B--", int.Parse(one[1], CultureInfo.InvariantCulture),
            one[0], string.Join(' ', one[2..])))]);

    private void Start(IDictionary scenario, string release = "2.14-202")
    {
        scenario["Generation"] = release;
        _dialer = DialerSimulator.Start(Scenario.FromDictionary(scenario));
    }

    private LiveAgent FreeAgent() => _dialer!.World.Floor.Agents.First(static one => one.CampaignId == "TESTCAMP" && AgentCall.IsFree(one));

    private void Act(ScreenCommand command, string user = "1099") => command.Act(_dialer!.World, _dialer.World.Floor.Find(user)!);

    private void Dispose(long lead, string status, int talk, IDictionary scenario, string release = "2.14-202")
    {
        Start(scenario, release);
        Dispose(lead, status, talk);
    }

    private void Dispose(long lead, string status, int talk, string? leadStatus = null, string? dueAt = null)
    {
        LiveAgent agent = FreeAgent();
        AgentCall.Begin(_dialer!.World, agent, _dialer.World.Leads.Find(lead)!);
        _dialer.Clock.Advance(TimeSpan.FromSeconds(talk));
        if (dueAt is not null)
        {
            _dialer.World.AddCallback(new ScheduledCallback { LeadId = lead, DueAt = dueAt, LeadStatus = status });
        }

        AgentCall.Close(_dialer.World, agent, status, leadStatus);
    }

    /// <summary>The campaign calls lead 1035, and no agent gets the call. In each step, one call ends with the next status.</summary>
    private void Miss(string status, IDictionary scenario, string? listUrl = null)
    {
        int before = status == "DROP" ? 2 : 0;
        scenario["Extend"] = false;
        scenario["Lists"] = new Hashtable { ["ListId"] = 101, ["CampaignId"] = "TESTCAMP", ["NoAgentUrl"] = listUrl ?? string.Empty };
        scenario["Leads"] = Enumerable.Range(1035 - before, before + 1).Select(static id => Lead(id)).ToArray();
        scenario["Agents"] = Array.Empty<object>();
        Start(scenario);
        for (int step = 0; step <= before; step++)
        {
            // Only the call to the last lead counts here.
            _dialer!.Events.Step(step == before ? EventFault.None : EventFault.Lost);
        }
    }

    /// <summary>Sends a recorded request to a receiver that responds as the recorded one did.</summary>
    private async Task DeliverAsync(EventCapture capture)
    {
        var values = new Dictionary<string, string>
        {
            ["lead_id"] = capture.Kind == "dispo" ? "1021" : "1035", ["dispo"] = "NI", ["status"] = "NA",
        };
        EventAddress address = EventAddress.Parse(capture.Kind, capture.Template.Replace("127.0.0.1:9441", _sink.Host, StringComparison.Ordinal));
        DialerGeneration release = DialerGeneration.Find(capture.Generation)!;
        await new EventDelivery(
            address, address.ChecksCertificate(release), TestContext.Current.CancellationToken, static _ => Task.CompletedTask)
            .SendAsync(address.Write(values, release)!);
    }
}
