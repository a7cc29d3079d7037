using System.Text.RegularExpressions;
using Vicidial.Client.Errors;
using Vicidial.Client.Events;
using Vicidial.Testing;
using Xunit;

namespace Vicidial.Client.Tests.Events;

public sealed partial class EventUrlBuilderTests
{
    private static readonly Uri Base = new("https://hooks.example.com/vici/");

    public static TheoryData<EventKind> Kinds => [.. EventCatalog.Kinds.Select(static kind => kind.Kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_default_URL_of_a_kind_follows_the_rules_and_contains_its_kind(EventKind kind)
    {
        EventUrl url = Build(kind);

        CheckRules(url);
        Assert.Equal(kind, EventTemplate.TryParse(url.Url)!.Kind);
        Assert.NotEmpty(url.Setting);
        Assert.Equal(url.Url, url.ToString());
    }

    [Fact]
    public void For_the_fields_of_every_recorded_URL_the_builder_returns_a_valid_URL_or_names_the_rejected_field()
    {
        int made = 0;
        int rejected = 0;
        foreach (EventCapture capture in EventCapture.LoadAll())
        {
            EventKindInfo info = EventCatalog.FindWord(capture.Kind)!;
            IReadOnlyList<string> variables = EventTemplate.TryParse(capture.Template, info.Kind)?.Variables ?? [];
            string[] fields = variables.Where(name => info.FindVariable(name) is not null).ToArray();
            if (fields.Length == 0)
            {
                continue;
            }

            try
            {
                CheckRules(Build(info.Kind, fields));
                made++;
            }
            catch (DialerException failure)
            {
                rejected++;
                string named = Assert.Single(
                    fields.Distinct(), field => failure.Message.Contains($"field {field} ", StringComparison.OrdinalIgnoreCase));
                bool isShell = info.FindVariable(named)!.Encoding == EventEncoding.Shell;
                Assert.True(isShell || named is "pass" or "phone_pass" or "parked_by", $"{capture}: {named}");
            }
        }

        Assert.True(made > 150 && rejected > 10, $"{made} {rejected}");
    }

    [Theory]
    [InlineData(EventKind.Disposition, "pass", "EventFieldRejected")]
    [InlineData(EventKind.Disposition, "PHONE_PASS", "EventFieldRejected")]
    [InlineData(EventKind.CallStart, "parked_by", "EventFieldRejected")]
    [InlineData(EventKind.NoAgent, "first_name", "EventFieldRejected")]
    [InlineData(EventKind.NoAgent, "comments", "EventFieldRejected")]
    [InlineData(EventKind.LeadAdded, "vendor_lead_code", "EventFieldRejected")]
    [InlineData(EventKind.CallMenu, "list_name", "EventFieldRejected")]
    [InlineData(EventKind.NoAgent, "talk_time", "EventFieldUnknown")]
    [InlineData(EventKind.Disposition, "nosuch", "EventFieldUnknown")]
    [InlineData(EventKind.Unknown, "lead_id", "EventKindUnknown")]
    public void A_harmful_field_is_rejected(EventKind kind, string field, string errorId) =>
        Assert.Equal($"Vicidial.{errorId}", Assert.Throws<DialerException>(() => Build(kind, field)).ErrorId);

    [Theory]
    [InlineData("ftp://x/y")]
    [InlineData("http://x/a;b")]
    [InlineData("http://x/a~b")]
    [InlineData("http://x/a(b)")]
    [InlineData("http://x/a?b=1")]
    [InlineData("http://x/a#b")]
    [InlineData("http://bob:pw1@x/a")]
    [InlineData("http://[::1]/a")]
    [InlineData("http://x/callcard")]
    [InlineData("http://x/callxfer/a")]
    [InlineData("http://x/minuteswarning")]
    [InlineData("http://x/contactwsid")]
    [InlineData("http://x/dispo_filter_container")]
    public void An_address_that_a_sender_would_damage_is_rejected(string address) =>
        Assert.Throws<DialerException>(() => EventUrlBuilder.Build(new EventUrlOptions { Kind = EventKind.Disposition, BaseUri = new Uri(address) }));

    [Fact]
    public void An_agent_push_URL_has_neither_scheme_nor_port_and_its_message_is_last()
    {
        EventUrl relayed = Build(EventKind.AgentEvent);
        EventUrl direct = EventUrlBuilder.Build(new EventUrlOptions { Kind = EventKind.AgentEvent, BaseUri = Base, IsDirect = true });

        Assert.StartsWith(
            "get2post.php?uniqueid=--A--epoch--B--.--A--agent_log_id--B--&type=event&HTTPSURLTOPOST=hooks.example.com/vici?kind=agentEvent&",
            relayed.Url,
            StringComparison.Ordinal);
        Assert.StartsWith("//hooks.example.com/vici?", direct.Url, StringComparison.Ordinal);
        Assert.All(new[] { relayed, direct }, static url => Assert.EndsWith("&message=--A--message--B--", url.Url, StringComparison.Ordinal));
        DialerException failure = Assert.Throws<DialerException>(
            () => EventUrlBuilder.Build(new EventUrlOptions { Kind = EventKind.AgentEvent, BaseUri = new Uri("http://x:8085/") }));
        Assert.Equal("Vicidial.EventAddressInvalid", failure.ErrorId);
    }

    [Fact]
    public void Headers_are_written_as_get2post_reads_them()
    {
        EventUrl url = BuildWithHeaders(EventKind.AgentEvent, new("X-Token", "abc-123"), new("Authorization", "Bearer t0k.en_x="));

        Assert.StartsWith(
            "get2post.php?uniqueid=--A--epoch--B--.--A--agent_log_id--B--&type=event"
            + "&headers=X-Token---abc-123-----Authorization---Bearer%20t0k.en_x=&HTTPSURLTOPOST=hooks.example.com/vici?kind=agentEvent&",
            url.Url,
            StringComparison.Ordinal);
        Assert.Contains(url.Notes, static note => note.Contains("Every agent can read the headers"));
        Assert.Equal(EventKind.AgentEvent, EventTemplate.TryParse(url.Url)!.Kind);
    }

    [Theory]
    [InlineData(EventKind.AgentEvent, "X-Token", "a---b")]
    [InlineData(EventKind.AgentEvent, "X-Token", "ab-")]
    [InlineData(EventKind.AgentEvent, "X-Token", "-ab")]
    [InlineData(EventKind.AgentEvent, "X-Token-", "ab")]
    [InlineData(EventKind.AgentEvent, "X-Token", "a+b/c")]
    [InlineData(EventKind.AgentEvent, "X-Token", "a\r\nHost: b")]
    [InlineData(EventKind.AgentEvent, "X-Token", "a&HTTPURLTOPOST=evil")]
    [InlineData(EventKind.AgentEvent, "X-Token", "")]
    [InlineData(EventKind.AgentEvent, "X Token", "ab")]
    [InlineData(EventKind.AgentEvent, "", "ab")]
    [InlineData(EventKind.AgentEvent, "content-length", "5")]
    [InlineData(EventKind.Disposition, "X-Token", "ab")]
    [InlineData(EventKind.CallMenu, "X-Token", "ab")]
    public void A_header_that_would_not_arrive_is_rejected_without_its_value(EventKind kind, string name, string value)
    {
        DialerException failure = Assert.Throws<DialerException>(() => BuildWithHeaders(kind, new KeyValuePair<string, string>(name, value)));

        Assert.Equal("Vicidial.EventHeaderRejected", failure.ErrorId);
        Assert.True(value.Length < 3 || !failure.Message.Contains(value), failure.Message);
    }

    [Fact]
    public void The_browser_of_an_agent_sends_no_header() => Assert.Throws<DialerException>(() => EventUrlBuilder.Build(new EventUrlOptions
    {
        Kind = EventKind.AgentEvent, BaseUri = Base, IsDirect = true, Headers = [new("X-Token", "ab")],
    }));

    [Theory]
    [InlineData("headers")]
    [InlineData("uniqueid")]
    [InlineData("Type")]
    [InlineData("HTTPURLTOPOST")]
    [InlineData("httpsurltopost")]
    public void A_fixed_field_that_get2post_uses_itself_is_rejected(string name) => Assert.Equal(
        "Vicidial.EventLiteralRejected",
        Assert.Throws<DialerException>(() => EventUrlBuilder.Build(new EventUrlOptions
        {
            Kind = EventKind.AgentEvent, BaseUri = Base, Literals = [new(name, "x")],
        })).ErrorId);

    private static EventUrl BuildWithHeaders(EventKind kind, params KeyValuePair<string, string>[] headers) =>
        EventUrlBuilder.Build(new EventUrlOptions { Kind = kind, BaseUri = Base, Headers = headers });

    [Fact]
    public void Literal_text_is_encoded_and_custom_fields_are_accepted_if_the_dialer_sends_them()
    {
        EventUrl url = EventUrlBuilder.Build(new EventUrlOptions
        {
            Kind = EventKind.Disposition,
            BaseUri = Base,
            Fields = ["lead_id"],
            CustomFields = ["fav_color"],
            Literals = [new("shop", "Z\u00fcrich & (Co)")],
            ConnectionName = "east 1",
            Secret = "abcdefghijklmnop",
        });

        Assert.Equal(
            "https://hooks.example.com/vici/abcdefghijklmnop?kind=dispo&connection=east%201&shop=Z%C3%BCrich%20%26%20%28Co%29"
            + "&lead_id=--A--lead_id--B--&fav_color=--A--fav_color--B--",
            url.Url);
        Assert.Throws<DialerException>(
            () => EventUrlBuilder.Build(new EventUrlOptions { Kind = EventKind.NoAgent, BaseUri = Base, CustomFields = ["fav_color"] }));
    }

    [Theory]
    [InlineData("mode", "callend", false)]
    [InlineData("mode", "callstart", true)]
    [InlineData("x", "callcard", false)]
    [InlineData("lead_id", "5", false)]
    [InlineData("a b", "5", false)]
    public void Fixed_text_with_a_special_meaning_is_rejected(string name, string value, bool isValid)
    {
        var options = new EventUrlOptions { Kind = EventKind.Disposition, BaseUri = Base, Literals = [new(name, value)] };

        Assert.Equal(isValid, Record.Exception(() => EventUrlBuilder.Build(options)) is null);
    }

    [Theory]
    [InlineData(
        EventKind.Disposition,
        "lead_id vendor_lead_code list_id phone_number dispo user campaign group talk_time term_reason uniqueid call_id agent_log_id"
            + " callback_datetime SQLdate epoch")]
    [InlineData(EventKind.NoAgent, "lead_id list_id phone_number status campaign uniqueid call_id SQLdate")]
    [InlineData(EventKind.AgentEvent, "user event lead_id agent_log_id counter epoch message")]
    public void The_default_fields_are_those_that_identify_and_describe_an_event(EventKind kind, string fields) =>
        Assert.Equal(fields.Split(' '), Build(kind).Fields);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Copies_of_the_default_URL_are_recognized(EventKind kind)
    {
        string[] needed = [.. EventCatalog.Find(kind)!.Identity.Where(static part => part.Contains('!', StringComparison.Ordinal))
            .Select(static part => part.TrimEnd('~').TrimEnd('!'))];

        Assert.All(needed, part => Assert.Contains(part.Split('|'), name => Build(kind).Fields.Contains(name)));
    }

    [Fact]
    public void The_notes_name_harmful_settings_settings_for_administrators_and_values_that_are_too_long()
    {
        Assert.Contains(Build(EventKind.Disposition, "camp_custom_one").Notes, static note => note.Contains("camp_custom_one is not encoded"));
        Assert.DoesNotContain(Build(EventKind.Disposition).Notes, static note => note.Contains("The API"));
        Assert.Contains(Build(EventKind.CallStart).Notes, static note => note.Contains("alternate URL of a campaign, after an administrator"));
        Assert.Contains(Build(EventKind.DeadCall).Notes, static note => note.Contains("cannot set this URL"));
        EventUrl page = Long(EventKind.Disposition, 6000);
        Assert.Contains(page.Notes, static note => note.Contains("Admin pages accept 5000"));
        Assert.Equal("Vicidial.EventUrlTooLong", Assert.Throws<DialerException>(() => Long(EventKind.Disposition, 66_000)).ErrorId);
        Assert.Equal("Vicidial.EventUrlTooLong", Assert.Throws<DialerException>(() => Long(EventKind.AgentEvent, 1000)).ErrorId);

        static EventUrl Long(EventKind kind, int length) => EventUrlBuilder.Build(
            new EventUrlOptions { Kind = kind, BaseUri = Base, Literals = [new("x", new string('x', length))] });
    }

    [Fact]
    public void Every_event_of_an_agent_screen_is_known()
    {
        Assert.Equal(50, EventCatalog.AgentEvents.Count);
        Assert.Equal(46, EventCatalog.AgentEvents.Count(static one => one.Since == "2.14-107"));
    }

    [Fact]
    public void Events_of_waiting_calls_need_their_in_group()
    {
        Assert.Throws<DialerException>(() => EventUrlBuilder.Build(new EventUrlOptions { Kind = EventKind.CallsWaiting, BaseUri = Base }));
        EventUrl url = Build(EventKind.CallsWaiting);
        string sent = url.Url.Replace("--A--SQLdate--B--", "2026-11-29+02:28:15", StringComparison.Ordinal);
        string target = sent[sent.IndexOf("/vici", StringComparison.Ordinal)..];

        var result = (CallsWaitingEvent)EventParserTests.Parse(target);

        Assert.Equal(("SALESLINE", true, new DateTime(2026, 11, 29, 2, 28, 15)), (result.GroupId, result.IsWaiting, result.Time));
    }

    private static EventUrl Build(EventKind kind, params string[] fields) => EventUrlBuilder.Build(new EventUrlOptions
    {
        Kind = kind,
        BaseUri = Base,
        Fields = fields,
        InGroupId = kind is EventKind.CallsWaiting or EventKind.CallsWaitingEnd ? "SALESLINE" : string.Empty,
    });

    private static void CheckRules(EventUrl url)
    {
        string literals = VariablePattern().Replace(url.Url, string.Empty);
        Assert.Matches(@"^[A-Za-z0-9\-._/:=&?%]*$", literals);
        Assert.DoesNotContain("callcard", url.Url, StringComparison.Ordinal);
        EventKindInfo info = EventCatalog.Find(url.Kind)!;
        IEnumerable<EventVariable> variables = url.Fields.Select(field => info.FindVariable(field)!);
        if (info.Sender == EventSender.Shell)
        {
            Assert.DoesNotContain(variables, static variable => variable.Encoding != EventEncoding.Plain);
        }

        if (info.Sender == EventSender.AgentScreen)
        {
            Assert.DoesNotContain(url.Url, static character => ":;#\"{}^$`".Contains(character, StringComparison.Ordinal));
        }
    }

    [GeneratedRegex("--A--[a-zA-Z_0-9]+--B--")]
    private static partial Regex VariablePattern();
}
