using System.Text.Json;
using System.Text.RegularExpressions;
using Vicidial.Client.Events;
using Vicidial.Testing;
using Xunit;

namespace Vicidial.Client.Tests.Events;

public sealed partial class EventParserTests
{
    private static readonly EventParser Parser = new();

    public static TheoryData<string> Recorded => [.. EventCapture.LoadAll().Select(static recording => recording.Id)];

    [Theory]
    [MemberData(nameof(Recorded))]
    public void A_recorded_request_becomes_the_event_of_its_kind_with_the_dialers_values(string id)
    {
        foreach (EventCapture recording in EventCapture.LoadAll().Where(recording => recording.Id == id))
        {
            DialerEvent result = Parse(recording.Target, recording.Body);
            EventKindInfo expected = EventCatalog.FindWord(recording.Kind)!;
            bool saysKind = recording.Target.Split('?')[0].Split('/').Any(static segment => EventCatalog.FindWord(segment) is not null);
            if (recording.Kind == "waitingon" && recording.Target.Contains("waitingoff", StringComparison.Ordinal))
            {
                expected = EventCatalog.FindWord("waitingoff")!;
            }

            Assert.Equal(saysKind ? expected.Kind : EventKind.Unknown, result.Kind);
            if (saysKind)
            {
                CompareWithHeld(recording, result);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Recorded))]
    public void With_its_template_a_recorded_request_has_every_variable(string id)
    {
        foreach (EventCapture recording in EventCapture.LoadAll().Where(recording => recording.Id == id))
        {
            EventKind kind = EventCatalog.FindWord(recording.Kind)!.Kind;
            bool isWhole = !recording.Case.StartsWith("the real agent screen", StringComparison.Ordinal);
            if (!isWhole || EventTemplate.TryParse(recording.Template, kind) is not { } template)
            {
                continue;
            }

            DialerEvent result = new EventParser([template]).Parse(Request(recording.Target, recording.Body));
            if (recording.Case.Contains("every text column holds", StringComparison.Ordinal))
            {
                Assert.Equal(kind, result.Kind);
                Assert.All(
                    result.Fields.Where(static field => field.Value.Contains('&', StringComparison.Ordinal)),
                    static field => Assert.Equal("a b&c", field.Value));
                Assert.Contains(result.Fields, static field => field.Value == "a b&c");
            }
        }
    }

    [Fact]
    public void Every_value_of_the_database_arrives_unless_a_sender_damages_it()
    {
        IReadOnlyDictionary<string, EventHolding> holdings = EventHolding.LoadAll();
        var differences = new List<string>();
        int compared = 0;
        int empty = 0;
        foreach (EventCapture recording in EventCapture.LoadAll())
        {
            // A few requests, such as the target of a redirect, contain no value of the database.
            EventHolding holding = holdings[recording.Id];
            bool isUrl = recording.Url.Contains("--A--", StringComparison.Ordinal);
            EventTemplate? template = isUrl ? EventTemplate.TryParse(recording.Url, EventCatalog.FindWord(recording.Kind)!.Kind) : null;
            Assert.Equal(isUrl, template is not null);
            EventTemplate[] templates = template is null ? [] : [template];
            DialerEvent result = new EventParser(templates).Parse(Request(recording.Target, recording.Body));
            empty += holding.Held.Count == 0 ? 1 : 0;
            foreach ((string field, string held) in holding.Held)
            {
                string expected = holding.Arrives.TryGetValue(field, out string? damaged) ? damaged : held;
                string actual = result.Fields.TryGetValue(field, out string? value) ? value : string.Empty;
                compared++;
                if (actual != expected)
                {
                    differences.Add($"{recording.Id}\t{field}\t{expected}\t{actual}");
                }
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
        Assert.True(compared > 900, $"{compared}");
        Assert.Equal(26, empty);
    }

    [Fact]
    public void Every_URL_of_the_recordings_is_read_as_a_template()
    {
        // Texts that describe several URLs, or the content of a request, are not URLs.
        string[] whole = EventCapture.LoadAll().Select(static recording => recording.Template)
            .Where(static text => text.Contains("--A--", StringComparison.Ordinal) && !text.StartsWith('['))
            .Where(static text => !text.Contains(": ", StringComparison.Ordinal) && !text.Contains(" / ", StringComparison.Ordinal))
            .ToArray();
        Assert.All(whole, static text =>
        {
            EventTemplate? template = EventTemplate.TryParse(text);
            Assert.NotNull(template);
            int inTarget = VariablePattern().Count(text[(text.IndexOf("URLTOPOST=", StringComparison.Ordinal) + 1)..]);
            Assert.InRange(template.Variables.Count, inTarget == 0 ? 0 : 1, inTarget);
        });
        Assert.True(whole.Length > 200, $"{whole.Length}");
    }

    [Fact]
    public void A_template_shows_where_an_unencoded_value_ends()
    {
        EventTemplate template = EventTemplate.TryParse(
            "http://x/hook/noagent?lead=--A--lead_id--B--&first=--A--first_name--B--&city=--A--city--B--&end=1")!;

        var result = (NoAgentEvent)new EventParser([template]).Parse(
            Request("/hook/noagent?lead=1035&first=Smith+&+Sons&city=Town&end=1", string.Empty));

        Assert.Equal("Smith & Sons", result.FirstName);
        Assert.Equal("Town", result.City);
        Assert.Equal(1035, result.LeadId);
        Assert.Equal("1", result.Fields["end"]);
    }

    [Fact]
    public void A_variable_that_a_URL_names_twice_has_both_names()
    {
        EventTemplate template = EventTemplate.TryParse("http://x/dispo?a=--A--lead_id--B--&b=--A--LEAD_ID--B--&c=no--A--user--B--&d=1")!;

        var result = (DispositionEvent)new EventParser([template]).Parse(Request("/dispo?a=7&b=7&c=no1001&d=1", string.Empty));

        Assert.Equal((7, "1001"), (result.LeadId, result.User));
        Assert.Equal(["a=7", "b=7", "user=1001", "d=1"], result.Fields.Select(static field => $"{field.Key}={field.Value}"));
    }

    [Theory]
    [InlineData("Smith+&+Sons", "Smith & Sons", "")]
    [InlineData("A+&+B+&+C", "A & B & C", "")]
    [InlineData("A+&+B=C", "A & B=C", "")]
    [InlineData("AT&T", "AT", "T")]
    [InlineData("a&b=c", "a", "b")]
    public void Without_a_template_an_unencoded_ampersand_with_a_space_stays_in_its_value_and_another_one_creates_an_unknown_field(
        string sent, string name, string unknown)
    {
        var result = (NoAgentEvent)Parse($"/hook/noagent?lead_id=1035&first_name={sent}&city=Town");

        Assert.Equal((name, "Town"), (result.FirstName, result.City));
        Assert.Equal(unknown, string.Join(' ', result.GetUnknownColumns().Keys));
    }

    [Theory]
    [InlineData("dispo", "dispo_name", "Sale%2BMade", "Sale Made")]
    [InlineData("dispo", "did_description", "a%2Bb%2526c", "a b&c")]
    [InlineData("dispo", "user_custom_one", "u1+x%26", "u1 x&")]
    [InlineData("start", "user_custom_one", "u1%2Bx%2526", "u1 x&")]
    [InlineData("dispo", "camp_custom_one", "100%25+x", "100%25+x")]
    [InlineData("dispo", "first_name", "Zo%C3%AB+%26+Co", "Zo\u00eb & Co")]
    [InlineData("dispo", "first_name", "Mr X 100%25", "Mr X 100%25")]
    [InlineData("dispo", "first_name", "%C3%28%zz%", "\ufffd(%zz%")]
    [InlineData("pausemax", "agent_email", "a3%2540example.com", "a3@example.com")]
    public void A_value_is_decoded_as_its_sender_wrote_it(string kind, string field, string sent, string expected) =>
        Assert.Equal(expected, Parse($"/hook/{kind}?{field}={sent}").Fields[field]);

    [Fact]
    public void Usual_short_names_of_fields_are_read_if_their_values_fit()
    {
        var result = (DispositionEvent)Parse(
            "/dispo?lead=1021&at=2026-11-29+02%3A28%3A15&close=8002&did=7275551113&cbdt=2026-12-24+15%3A30%3A00&cbst=CALLBK&dl=MAIN&dn=1&grp=G");
        var other = (DispositionEvent)Parse("/dispo?lead=x&at=noon&close=yes");

        Assert.Equal((1021, new DateTime(2026, 11, 29, 2, 28, 15), 8002), (result.LeadId, result.Time, result.CloserLogId));
        Assert.Equal(("7275551113", "MAIN", "1", "G"), (result.DidPattern, result.DialedLabel, result.DialedNumber, result.GroupId));
        Assert.Equal((new DateTime(2026, 12, 24, 15, 30, 0), "CALLBK"), (result.CallbackTime, result.CallbackStatus));
        Assert.Equal((null, null, null), (other.LeadId, other.Time, other.CloserLogId));
        Assert.Equal(["at", "close", "lead"], other.GetUnknownColumns().Keys.Order());
    }

    [Fact]
    public void A_variable_without_a_property_is_an_additional_column()
    {
        DialerEvent result = Parse("/dispo?lead_id=5&vendor_id=V&user_custom_one=u+1&talk_time_min=2&shop=7&kind=dispo&connection=x");

        Assert.Equal(
            ["shop=7", "talk_time_min=2", "user_custom_one=u 1"],
            result.GetUnknownColumns().Select(static column => $"{column.Key}={column.Value}").Order());
    }

    [Theory]
    [InlineData("SQLdate=2026-11-29+02:12:34", "2026-11-29T02:12:34-05:00")]
    [InlineData("epoch=1795936354", "2026-11-29T02:12:34-05:00")]
    [InlineData("SQLdate=2026-11-29+01:12:34&epoch=1795936354", "2026-11-29T01:12:34-06:00")]
    [InlineData("SQLdate=0001-01-01+00:00:00", null)]
    [InlineData("SQLdate=9999-12-31+23:59:59", null)]
    [InlineData("epoch=253402300799", "9999-12-31T23:59:59+00:00")]
    [InlineData("lead_id=5", null)]
    public void The_clock_of_a_known_connection_completes_the_time_of_an_event(string fields, string? expected)
    {
        DialerEvent result = Parse($"/dispo?{fields}");
        new ReceivedEvent(result, default).Assign("east", TimeSpan.FromHours(-5));

        Assert.Equal(expected is null ? null : DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), result.OccurredAt);
        Assert.Equal(expected?[19..], result.OccurredAt?.ToString("zzz", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Notes_are_empty_if_the_agent_wrote_none_although_the_dialer_sends_a_space()
    {
        var none = (DispositionEvent)Parse("/dispo?call_notes=+");
        var some = (DispositionEvent)Parse("/dispo?call_notes=+a+");

        Assert.Equal((string.Empty, " "), (none.CallNotes, none.Fields["call_notes"]));
        Assert.Equal(" a ", some.CallNotes);
    }

    [Fact]
    public void A_variable_that_the_dialer_did_not_replace_is_absent()
    {
        var result = (DispositionEvent)Parse("/dispo?lead_id=--A--lead_id--B--&fav_color=--A--fav_color--B--&user=1001");

        Assert.Null(result.LeadId);
        Assert.Equal(["user"], result.Fields.Keys);
    }

    [Fact]
    public void Numbers_dates_and_durations_are_typed_and_invalid_values_are_empty()
    {
        var result = (DispositionEvent)Parse(
            "/dispo?lead_id=1021&talk_time=63&SQLdate=2026-11-29+02%3A06%3A39&epoch=1795935999&date_of_birth=0000-00-00"
            + "&callback_datetime=2026-12-24+15%3A30%3A00&rank=x&agent_log_id=5001");

        Assert.Equal(1021, result.LeadId);
        Assert.Equal(TimeSpan.FromSeconds(63), result.TalkTime);
        Assert.Equal(new DateTime(2026, 11, 29, 2, 6, 39), result.Time);
        Assert.Equal(new DateTimeOffset(2026, 11, 29, 2, 6, 39, TimeSpan.FromHours(-5)), result.OccurredAt);
        Assert.Equal(TimeSpan.FromHours(-5), result.OccurredAt!.Value.Offset);
        Assert.Null(result.DateOfBirth);
        Assert.Equal(new DateTime(2026, 12, 24, 15, 30, 0), result.CallbackTime);
        Assert.Null(result.Rank);
        Assert.Equal("x", result.Fields["rank"]);
        Assert.Equal(5001, result.AgentLogId);
    }

    [Theory]
    [InlineData("/dispo?agent_log_id=5001&call_id=V1&dispo=SALE&epoch=1", "/dispo?agent_log_id=5001&call_id=V1&dispo=SALE&epoch=2", true)]
    [InlineData("/dispo?agent_log_id=5001&call_id=V1&dispo=SALE", "/dispo?agent_log_id=5001&call_id=V1&dispo=NI", false)]
    [InlineData("/dispo?agent_log_id=5001&call_id=V1&dispo=SALE&n=1", "/dispo?agent_log_id=5001&call_id=V1&dispo=SALE&n=2", false)]
    [InlineData("/dispo?lead_id=1&dispo=SALE", "/dispo?lead_id=1&dispo=SALE", true)]
    [InlineData("/dispo?lead_id=1&dispo=SALE&epoch=1", "/dispo?lead_id=1&dispo=SALE&epoch=2", false)]
    [InlineData("/start?call_id=M1&user=1001&uniqueid=", "/start?call_id=M1&user=1001&uniqueid=5", true)]
    [InlineData("/start?call_id=M1&user=1001", "/start?call_id=M1&user=1002", false)]
    [InlineData("/noagent?uniqueid=1.1&call_id=V1&status=NA&SQLdate=a", "/noagent?uniqueid=1.1&call_id=V1&status=NA&SQLdate=b", true)]
    [InlineData("/noagent?uniqueid=1.1&call_id=V1&status=NA", "/noagent?uniqueid=1.1&call_id=V1&status=DROP", false)]
    [InlineData("/addlead?lead_id=1&SQLdate=a", "/addlead?lead_id=1&SQLdate=b", true)]
    [InlineData("/addlead?lead_id=1", "/addlead?lead_id=2", false)]
    [InlineData("/apinewlead?lead_id=1&rank=1", "/apinewlead?lead_id=1&rank=2", true)]
    [InlineData("/noagent?uniqueid=&call_id=V1&status=NA", "/noagent?uniqueid=&call_id=V1&status=NA&SQLdate=b", true)]
    [InlineData("/noagent?uniqueid=1.1&call_id=V1&status=NA", "/noagent?uniqueid=1.1&call_id=V2&status=NA", false)]
    [InlineData("/start?uniqueid=1.1&call_id=V1&user=1", "/start?uniqueid=1.1&call_id=V2&user=1", false)]
    [InlineData("/dead?agent_log_id=7&dead_time=10", "/dead?agent_log_id=7&dead_time=20", false)]
    [InlineData("/event?user=1&counter=3&event=time_sync&epoch=4", "/event?user=1&counter=3&event=time_sync&epoch=5", false)]
    public void Copies_of_an_event_have_the_same_EventId(string one, string other, bool isSame) =>
        Assert.Equal(isSame, Parse(one).EventId == Parse(other).EventId);

    [Theory]
    [InlineData("/hook?kind=noagent&status=NA", EventKind.NoAgent)]
    [InlineData("/hook/noagent?x=1&kind=dispo", EventKind.Disposition)]
    [InlineData("/dispo/1021/START", EventKind.Disposition)]
    [InlineData("/x?kind=noagent&first=a&kind=dispo", EventKind.NoAgent)]
    [InlineData("/x?function=INGROUP_ADD_LEAD_URL&lead_id=4", EventKind.LeadAdded)]
    [InlineData("/x?user=1&event=state_ready&counter=4", EventKind.AgentEvent)]
    [InlineData("/x?lead_id=1", EventKind.Unknown)]
    [InlineData("/", EventKind.Unknown)]
    public void The_kind_is_the_first_one_in_the_request(string target, EventKind kind) => Assert.Equal(kind, Parse(target).Kind);

    [Fact]
    public void A_container_that_is_sent_as_a_form_loses_its_backslashes()
    {
        var result = (CallMenuEvent)Parse("/hook/container", "lead_id=1033\\&first_name=Zo\u00c3\u00ab \\&last_name=O\\'Neil\\&talk_time=0");

        Assert.Equal(1033, result.LeadId);
        Assert.Equal("Zo\u00eb ", result.FirstName);
        Assert.Equal("O'Neil", result.LastName);
        Assert.Equal(TimeSpan.Zero, result.TalkTime);
    }

    [Fact]
    public void An_agent_event_contains_its_call_and_its_status()
    {
        var answered = (AgentEvent)Parse(
            "/event", "user=1099&lead_id=1050&event=call_answered&message=V1290200000000001050&counter=9&epoch=1795936692&agent_log_id=10012");
        var set = (AgentEvent)Parse(
            "/event", "user=1099&lead_id=&event=dispo_set&message=SALE&counter=23&epoch=1795936728&agent_log_id=10012");

        Assert.Equal(("V1290200000000001050", 9, 1050L), (answered.CallId, answered.Counter, answered.LeadId));
        Assert.Equal(("SALE", null), (set.Status, set.LeadId));
        Assert.Equal(answered.AgentLogId, set.AgentLogId);
    }

    [Theory]
    [InlineData("user=1&event=agent_alert&message=CHECK-FOR-CALL COMPLETE 10012&counter=5", true)]
    [InlineData("user=1&event=agent_alert&message=CHECK-FOR-CALL+COMPLETE+10012&lead_id=&counter=6", true)]
    [InlineData("message=CHECK-FOR-CALL%20COMPLETE%2010012&event=agent_alert", true)]
    [InlineData("e=agent_alert&m=CHECK-FOR-CALL COMPLETE 10012&c=5", true)]
    [InlineData("user=1&event=agent_alert_2&message=CHECK-FOR-CALL COMPLETE 10012", false)]
    [InlineData("user=1&event=call_answered&message=CHECK-FOR-CALL COMPLETE 10012", false)]
    [InlineData("user=1&event=agent_alert&message=No one is in your session&counter=5", false)]
    [InlineData("user=1&event=dispo_set&message=SALE&counter=5", false)]
    public void The_noise_of_waiting_agents_is_recognized(string body, bool isNoise) => Assert.Equal(isNoise, EventNoise.Is("/event", body));

    internal static DialerEvent Parse(string target, string body = "") => Parser.Parse(Request(target, body));

    private static EventRequest Request(string target, string body) => new(target, body, "127.0.0.1", DateTimeOffset.UnixEpoch);

    private static void CompareWithHeld(EventCapture recording, DialerEvent result)
    {
        if (Regex.Match(recording.Held, @"^\(?lead (\d+)") is { Success: true } lead && result is LeadEvent { LeadId: not null } aboutLead)
        {
            Assert.Equal(long.Parse(lead.Groups[1].Value, CultureInfo.InvariantCulture), aboutLead.LeadId);
        }

        if (Regex.Match(recording.Held, "^first_name, last_name, comments hold (\\[.*\\])$") is { Success: true } names)
        {
            string[] expected = JsonSerializer.Deserialize<string[]>(names.Groups[1].Value)!;
            var about = (LeadEvent)result;
            foreach ((string held, string sent) in expected.Zip([about.FirstName, about.LastName, about.Comments]))
            {
                // The dialer trims spaces from a name, and the description of the case is cut at 200 characters.
                string plain = held.Replace("\\t", "\t", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal);
                Assert.StartsWith(plain.Trim(), sent.Trim(), StringComparison.Ordinal);
            }
        }

        if (Regex.Match(recording.Held, @"^agent (\d+)") is { Success: true } agent && result.User.Length > 0)
        {
            Assert.Equal(agent.Groups[1].Value, result.User);
        }

        Assert.DoesNotContain(result.Fields, static field => EventText.IsUnreplaced(field.Value));
    }

    [GeneratedRegex("--A--[a-zA-Z_0-9]*--B--")]
    private static partial Regex VariablePattern();
}
