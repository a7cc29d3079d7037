using System.Net;
using System.Text;
using Vicidial.Client.Bulk.Journal;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Recovery;
using Vicidial.Client.Requests;
using Vicidial.Client.Tests.Support;
using Xunit;

namespace Vicidial.Client.Tests.Recovery;

public class LeadFinderTests
{
    private const string Phone = "7275551111";
    private const string NoFunction = "ERROR: NO FUNCTION SPECIFIED\n";
    private const string NoPermission = "ERROR: auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION: |6666|lead_search|\n";
    private const string NoMatch = "ERROR: lead_search NO MATCHES FOUND IN THE SYSTEM: |6666|||7275551111\n";
    private const string Noise =
        "<br />\n<b>Warning</b>:  Undefined variable $x in <b>/srv/www/htdocs/vicidial/non_agent_api.php</b> on line <b>12</b><br />\n";
    private const string During = "2026-11-20 07:00:03";
    private const string Before = "2026-11-20 06:59:59";

    [Theory]
    [InlineData("101", "")]
    [InlineData("101", "VLC 1")]
    [InlineData("0101", "")]
    [InlineData("99", "")]
    [InlineData(null, "")]
    public async Task A_lead_with_the_same_number_list_and_key_that_was_added_after_the_start_belongs_to_the_row(string? list, string code)
    {
        using var dialer = new Dialer { Leads = { new(5001, list is null or "99" ? 999 : 101, code, During) } };

        FoundLead found = await dialer.FindAsync(AddLead(list, code));

        Assert.Equal((true, 5001), (found.IsThere, found.LeadId));
        Assert.Equal("lead_search phone_number=7275551111 records=1000", dialer.Asked[0]);
    }

    [Theory]
    [InlineData(102, "VLC1", During)]
    [InlineData(101, "VLC2", During)]
    [InlineData(101, "", During)]
    [InlineData(101, "VLC1", Before)]
    public async Task A_lead_with_another_list_or_key_or_from_before_the_start_does_not_belong_to_the_row(int list, string code, string entered)
    {
        using var dialer = new Dialer { Leads = { new(5001, list, code, entered) } };

        Assert.False((await dialer.FindAsync(AddLead("101", "VLC1"))).IsThere);
    }

    [Fact]
    public async Task The_first_matching_lead_counts_and_each_lead_counts_once()
    {
        using var dialer = new Dialer
        {
            Leads = { new(5003, 101, string.Empty, During), new(5001, 102, string.Empty, During), new(5002, 101, string.Empty, During) },
        };

        // Two equal rows of a file are two leads; a third one is still to be sent.
        Assert.Equal(5002, (await dialer.FindAsync(AddLead("101"))).LeadId);
        Assert.Equal(5003, (await dialer.FindAsync(AddLead("101"))).LeadId);
        Assert.False((await dialer.FindAsync(AddLead("101"))).IsThere);
    }

    [Theory]
    [InlineData("first_name", "Bob", "Bob", true)]
    [InlineData("first_name", "Bob", "BOB", true)]
    [InlineData("first_name", "O'Neil", "ONeil", true)]
    [InlineData("first_name", "Zo\u00eb", "Zo\u00eb", true)]
    [InlineData("first_name", "Zo\u00eb", "Zo", true)]
    [InlineData("first_name", "Zo\u00eb", "Zo?", true)]
    [InlineData("first_name", "\u0418\u0432\u0430\u043d", "\u0418\u0432\u0430\u043d", true)]
    [InlineData("date_of_birth", "1980-02-01", "1980-02-01", true)]
    [InlineData("phone_code", "44", "44", true)]
    [InlineData("first_name", "Bob", "Alice", false)]
    [InlineData("first_name", "Bobby", "Bob", false)]
    [InlineData("first_name", "Bob", "", false)]
    [InlineData("first_name", "Zo\u00eb", "Bob", false)]
    [InlineData("first_name", "\u0418\u0432\u0430\u043d", "\u041f\u0451\u0442\u0440", false)]
    [InlineData("email", "bob@example.com", "alice@example.com", false)]
    [InlineData("comments", "second floor", "first floor", false)]
    [InlineData("date_of_birth", "1980-02-01", "1980-02-02", false)]
    [InlineData("phone_code", "44", "1", false)]
    [InlineData("first_name", "\u0418\u0432\u0430\u043d", "", null)]
    [InlineData("first_name", "Andr\u00e9 Luis", "Andr", null)]
    [InlineData("first_name", "Bob", "XXXXX", null)]
    [InlineData("title", "Professor", "Prof", null)]
    public async Task One_number_can_belong_to_several_people(string field, string sent, string found, bool? isThere)
    {
        using var dialer = new Dialer { Leads = { new(5001, 101, string.Empty, During) { Values = { [field] = found } } } };
        ApiRequest request = AddLead("101").Add(field, sent);

        if (isThere is { } known)
        {
            Assert.Equal(known, (await dialer.FindAsync(request)).IsThere);
        }
        else
        {
            DialerException error = await dialer.FailAsync(request);
            Assert.Equal("Vicidial.OutcomeUnknown", error.ErrorId);
            Assert.Contains($"lead 5001 has the number but a different {field}", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_lead_with_a_name_that_was_not_sent_is_doubtful()
    {
        using var dialer = new Dialer { Leads = { new(5001, 101, string.Empty, During) { Values = { ["first_name"] = "Bob" } } } };

        Assert.Equal("Vicidial.OutcomeUnknown", (await dialer.FailAsync(AddLead("101"))).ErrorId);
    }

    [Theory]
    [InlineData("called_count", "1", "Bob")]
    [InlineData("status", "A", "Bob")]
    public async Task Once_a_lead_was_called_another_name_proves_nothing(string field, string value, string name)
    {
        using var dialer = new Dialer { Leads = { new(5001, 101, string.Empty, During) { Values = { [field] = value, ["first_name"] = name } } } };

        Assert.Equal("Vicidial.OutcomeUnknown", (await dialer.FailAsync(AddLead("101").Add("first_name", "Alice"))).ErrorId);
        Assert.True((await dialer.FindAsync(AddLead("101"))).IsThere);
    }

    [Fact]
    public async Task A_doubtful_lead_does_not_matter_if_another_lead_is_certain_or_it_is_older_than_the_load()
    {
        using var dialer = new Dialer
        {
            Leads =
            {
                new(5001, 101, string.Empty, During) { Values = { ["first_name"] = "XXX" } },
                new(5002, 101, string.Empty, During) { Values = { ["first_name"] = "Alice" } },
            },
        };
        using var other = new Dialer { Leads = { new(5001, 101, string.Empty, Before) { Values = { ["first_name"] = "XXX" } } } };

        Assert.Equal(5002, (await dialer.FindAsync(AddLead("101").Add("first_name", "Alice"))).LeadId);
        Assert.False((await other.FindAsync(AddLead("101").Add("first_name", "Alice"))).IsThere);
    }

    [Fact]
    public async Task A_lead_that_belongs_to_another_row_in_the_journal_does_not_count()
    {
        using var dialer = new Dialer("5001") { Leads = { new(5001, 101, string.Empty, During) } };

        Assert.False((await dialer.FindAsync(AddLead("101"))).IsThere);
        Assert.Single(dialer.Asked);
    }

    [Fact]
    public async Task The_time_of_a_lead_with_a_higher_ID_than_one_of_this_load_is_not_read()
    {
        using var dialer = new Dialer("5001") { Leads = { new(5002, 101, string.Empty, "0000-00-00 00:00:00") } };

        Assert.Equal(5002, (await dialer.FindAsync(AddLead("101"))).LeadId);
        Assert.DoesNotContain(dialer.Asked, request => request.StartsWith("lead_field_info", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_search_without_a_result_means_that_the_lead_does_not_exist()
    {
        using var dialer = new Dialer();

        FoundLead found = await dialer.FindAsync(AddLead("101"));

        Assert.Equal((false, null), (found.IsThere, found.LeadId));
    }

    [Fact]
    public async Task A_row_that_counts_no_leads_means_that_the_lead_does_not_exist()
    {
        using var dialer = new Dialer { Responses = { ["lead_search"] = "7275551111|0|\n" } };

        Assert.False((await dialer.FindAsync(AddLead("101"))).IsThere);
    }

    [Fact]
    public async Task A_marker_is_proof_whatever_the_other_fields_are()
    {
        using var dialer = new Dialer("5002", marker: "source_id")
        {
            Leads =
            {
                new(5001, 102, "X", Before) { Marker = "L0a1b2c3dR1" },
                new(5002, 777, "Y", Before) { Marker = "L0a1b2c3dR2" },
            },
        };

        Assert.Equal(5002, (await dialer.FindAsync(AddLead("101").Add("source_id", "L0a1b2c3dR2"))).LeadId);
        Assert.False((await dialer.FindAsync(AddLead("101").Add("source_id", "L0a1b2c3dR3"))).IsThere);
    }

    [Fact]
    public async Task A_marker_in_the_vendor_lead_code_is_the_search_key()
    {
        using var dialer = new Dialer(marker: "vendor_lead_code") { Leads = { new(5001, 101, "L0a1b2c3dR2", During) { Marker = "L0a1b2c3dR2" } } };

        Assert.Equal(5001, (await dialer.FindAsync(AddLead("101", "L0a1b2c3dR2"))).LeadId);
        Assert.Equal("lead_search search_method=VENDOR_LEAD_CODE vendor_lead_code=L0a1b2c3dR2 records=1000", dialer.Asked[0]);
    }

    [Theory]
    [InlineData("{0}L0a1b2c3dR2")]
    [InlineData("L0a1b2c3dR2{0}")]
    [InlineData("{0}{0}L0a1b2c3dR2{0}{0}")]
    public async Task A_marker_is_found_between_the_noise_of_the_server(string response)
    {
        using var dialer = new Dialer(marker: "source_id") { Leads = { new(5001, 101, string.Empty, During) } };
        dialer.Responses["lead_field_info"] = response.Replace("{0}", Noise, StringComparison.Ordinal);

        Assert.Equal(5001, (await dialer.FindAsync(AddLead("101").Add("source_id", "L0a1b2c3dR2"))).LeadId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("L0a1b2c3dR3")]
    [InlineData("Lffffffff" + "R2")]
    [InlineData("web site")]
    [InlineData("web site" + Noise)]
    public async Task Unrelated_text_in_the_marker_field_is_not_the_marker_of_this_row(string response)
    {
        using var dialer = new Dialer(marker: "source_id")
        {
            Leads = { new(5001, 101, string.Empty, During) },
            Responses = { ["lead_field_info"] = response },
        };

        Assert.False((await dialer.FindAsync(AddLead("101").Add("source_id", "L0a1b2c3dR2"))).IsThere);
    }

    [Theory]
    [InlineData("L0a1b2c3dR2<br />")]
    [InlineData("L0a1b2c3dR2 and more")]
    [InlineData("L0a1b2")]
    [InlineData("one\ntwo")]
    [InlineData("<b>Notice</b>")]
    public async Task Unclear_text_in_the_marker_field_proves_nothing(string response)
    {
        using var dialer = new Dialer(marker: "source_id")
        {
            Leads = { new(5001, 101, string.Empty, During) },
            Responses = { ["lead_field_info"] = response },
        };

        DialerException error = await dialer.FailAsync(AddLead("101").Add("source_id", "L0a1b2c3dR2"));

        Assert.Equal("Vicidial.OutcomeUnknown", error.ErrorId);
        Assert.Contains("source_id of lead 5001", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("source_id")]
    [InlineData(null)]
    public async Task A_field_that_the_account_may_not_see_proves_nothing(string? marker)
    {
        using var dialer = new Dialer(marker: marker) { Leads = { new(5001, 101, "XXXXXXXX", During) { Marker = "XXXXXXXXXXX" } } };

        Assert.Equal(
            "Vicidial.OutcomeUnknown",
            (await dialer.FailAsync(marker is null ? AddLead("101", "VLC1") : AddLead("101").Add(marker, "L0a1b2c3dR2"))).ErrorId
        );
    }

    [Theory]
    [InlineData("lead_search", NoPermission, DialerErrorKind.Permission)]
    [InlineData("lead_search", "ERROR: lead_search USER DOES NOT HAVE PERMISSION TO SEARCH FOR LEADS: |6666|0|\n", DialerErrorKind.Permission)]
    [InlineData("lead_search", "ERROR: lead_search NO VALID SEARCH METHOD - 6666|PHONE_NUMBER|(0)|(0)|123(0)\n", DialerErrorKind.InvalidArgument)]
    [InlineData("lead_all_info", "ERROR: lead_all_info LIST NOT FOUND: 6666|5001|\n", DialerErrorKind.NotFound)]
    [InlineData("lead_all_info", "ERROR: lead_all_info LEAD NOT FOUND: 6666|5001|\n", DialerErrorKind.NotFound)]
    [InlineData("lead_all_info", "ERROR: lead_all_info USER DOES NOT HAVE PERMISSION TO GET LEAD INFO: |6666|0|\n", DialerErrorKind.Permission)]
    [InlineData("lead_field_info", "ERROR: lead_field_info LIST NOT FOUND: 6666|5001|101\n", DialerErrorKind.NotFound)]
    [InlineData("lead_field_info", "ERROR: lead_field_info USER DOES NOT HAVE PERMISSION TO GET LEAD INFO: |6666|0|\n", DialerErrorKind.Permission)]
    [InlineData("lead_field_info", "", DialerErrorKind.OutcomeUnknown)]
    [InlineData("lead_field_info", "0000-00-00 00:00:00", DialerErrorKind.OutcomeUnknown)]
    public async Task The_outcome_is_unknown_if_the_account_may_not_read_leads(string function, string response, DialerErrorKind kind)
    {
        using var dialer = new Dialer { Leads = { new(5001, 101, string.Empty, During) }, Responses = { [function] = response } };

        Assert.Equal(kind, (await dialer.FailAsync(AddLead("101"))).Kind);
    }

    [Theory]
    [InlineData("lead_search")]
    [InlineData("lead_all_info")]
    [InlineData("lead_field_info")]
    public async Task A_server_failure_leaves_the_outcome_unknown(string function)
    {
        using var dialer = new Dialer { Leads = { new(5001, 101, string.Empty, During) }, Status = { [function] = 500 } };

        Assert.Equal(DialerErrorKind.Server, (await dialer.FailAsync(AddLead("101"))).Kind);
    }

    [Theory]
    [InlineData("lead_search", "7275551111|1")]
    [InlineData("lead_search", "7275551111|1|50")]
    [InlineData("lead_search", "")]
    [InlineData("lead_all_info", "status|user|vendor_lead_code|source_id|list_id\nNEW||")]
    [InlineData("lead_all_info", "")]
    public async Task A_cut_response_leaves_the_outcome_unknown(string function, string response)
    {
        using var dialer = new Dialer { Leads = { new(5001, 101, string.Empty, During) }, Responses = { [function] = response }, Cut = function };

        await dialer.FailAsync(AddLead("101"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("7275551111|1|50")]
    [InlineData("7275551111|2|4001\n")]
    [InlineData("7275551111|2|4001-")]
    [InlineData("7275551111|\n")]
    [InlineData("7275551111|1|4001x\n")]
    [InlineData("<html><body>It works!</body></html>")]
    public async Task An_incomplete_search_response_leaves_the_outcome_unknown(string response)
    {
        using var dialer = new Dialer
        {
            Leads = { new(5001, 101, string.Empty, During), new(4001, 102, string.Empty, During) },
            Responses = { ["lead_search"] = response },
        };

        await dialer.FailAsync(AddLead("101"));
        Assert.Single(dialer.Asked);
    }

    [Fact]
    public async Task The_outcome_for_a_number_with_a_thousand_leads_stays_unknown()
    {
        using var dialer = new Dialer();
        dialer.Leads.AddRange(Enumerable.Range(1, 1000).Select(id => new Lead(id, 102, string.Empty, During)));

        DialerException error = await dialer.FailAsync(AddLead("101"));

        Assert.Equal("Vicidial.OutcomeUnknown", error.ErrorId);
        Assert.Contains("7275551111 has 1000 leads or more", error.Message, StringComparison.Ordinal);
        Assert.Single(dialer.Asked);
    }

    [Fact]
    public async Task Without_the_dialers_clock_the_outcome_stays_unknown()
    {
        using var dialer = new Dialer(began: false) { Leads = { new(5001, 101, string.Empty, During) } };

        Assert.Equal("Vicidial.OutcomeUnknown", (await dialer.FailAsync(AddLead("101"))).ErrorId);
    }

    [Theory]
    [InlineData("NOTICE: update_lead NO MATCHES FOUND IN THE SYSTEM: |6666|||7275551111\n")]
    [InlineData("ERROR: update_lead NO MATCHES FOUND IN THE SYSTEM: |6666|||7275551111\n")]
    public async Task An_old_dialer_can_report_that_a_number_does_not_exist(string response)
    {
        using var dialer = new Dialer { Responses = { ["lead_search"] = NoFunction, ["update_lead"] = response } };

        Assert.False((await dialer.FindAsync(AddLead("101"))).IsThere);
        Assert.Equal("update_lead no_update=Y search_method=PHONE_NUMBER phone_number=7275551111", dialer.Asked[1]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("source_id")]
    public async Task An_old_dialer_with_the_number_does_not_show_which_lead_has_it(string? marker)
    {
        using var dialer = new Dialer(marker: marker)
        {
            Responses =
            {
                ["lead_search"] = NoFunction,
                ["update_lead"] = "NOTICE: update_lead LEADS FOUND IN THE SYSTEM: |6666|||7275551111|101|0\n",
            },
        };

        Assert.Equal("Vicidial.OutcomeUnknown", (await dialer.FailAsync(AddLead("101"))).ErrorId);
    }

    [Theory]
    [InlineData("NOTICE: update_lead LEADS FOUND IN THE SYSTEM: |6666||L0a1b2c3dR2||101|0\n", true)]
    [InlineData("NOTICE: update_lead NO MATCHES FOUND IN THE SYSTEM: |6666||L0a1b2c3dR2|\n", false)]
    public async Task An_old_dialer_finds_a_marker_in_the_vendor_lead_code(string response, bool isThere)
    {
        using var dialer = new Dialer(marker: "vendor_lead_code") { Responses = { ["lead_search"] = NoFunction, ["update_lead"] = response } };

        FoundLead found = await dialer.FindAsync(AddLead("101", "L0a1b2c3dR2"));

        Assert.Equal((isThere, null), (found.IsThere, found.LeadId));
        Assert.Equal("update_lead no_update=Y search_method=VENDOR_LEAD_CODE vendor_lead_code=L0a1b2c3dR2", dialer.Asked[1]);
    }

    [Theory]
    [InlineData("ERROR: update_lead USER DOES NOT HAVE PERMISSION TO UPDATE LEADS IN THE SYSTEM: |6666|0|\n", 200)]
    [InlineData("ERROR: update_lead NOT AN ALLOWED LIST ID, RESULTS - 103\n", 200)]
    [InlineData("ERROR: update_lead NOT A DEFINED LIST ID, LIST EXISTS CHECK ENABLED - 7275551111|101\n", 200)]
    [InlineData("", 200)]
    [InlineData("", 500)]
    [InlineData("<html><body>Not Found</body></html>", 404)]
    [InlineData("NOTICE: update_lead SOMETHING ELSE - 1\n", 200)]
    public async Task Any_other_response_of_an_old_dialer_leaves_the_outcome_unknown(string response, int status)
    {
        using var dialer = new Dialer
        {
            Responses = { ["lead_search"] = NoFunction, ["update_lead"] = response },
            Status = { ["update_lead"] = status },
        };

        await dialer.FailAsync(AddLead("101"));
    }

    private static ApiRequest AddLead(string? list, string code = "")
    {
        ApiRequest request = Dial.AddLead(Phone);
        if (list is not null)
        {
            request.Add("list_id", list);
        }

        return code.Length > 0 ? request.Add("vendor_lead_code", code) : request;
    }

    private sealed record Lead(long Id, int List, string Code, string Entered)
    {
        public string Marker { get; init; } = string.Empty;

        /// <summary>The values of its other fields.</summary>
        public Dictionary<string, string> Values { get; } = [];
    }

    /// <summary>A body that ends early.</summary>
    private sealed class CutStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => await base.ReadAsync(buffer, cancellationToken) is > 0 and int read ? read : throw new IOException("The response ended prematurely.");

        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
            => await ReadAsync(buffer.AsMemory(offset, count), cancellationToken);

        public override int Read(byte[] buffer, int offset, int count)
            => base.Read(buffer, offset, count) is > 0 and int read ? read : throw new IOException("The response ended prematurely.");
    }

    /// <summary>Responds to lookups from a few leads as the dialer does, with the journal of a killed load.</summary>
    private sealed class Dialer : IDisposable
    {
        private const string Names =
            "status|user|vendor_lead_code|source_id|list_id|gmt_offset_now|phone_code|phone_number|title|first_name"
                + "|middle_initial|last_name|address1|address2|address3|city|state|province|postal_code"
                + "|country_code|gender|date_of_birth|alt_phone|email|security_phrase|comments"
                + "|called_count|last_local_call_time|rank|owner|entry_list_id|lead_id";
        private readonly JournalFile _file = new();
        private readonly LoadJournal _journal;
        private readonly StubHandler _handler;
        private readonly DialerClient _client;

        public Dialer(string? known = null, string? marker = null, bool began = true)
        {
            LoadStart start = JournalFile.Start(marker: marker);
            start.DialerTime = began ? start.DialerTime : null;
            using (LoadJournal first = _file.Open(start))
            {
                JournalFile.Send(first, 2);
                first.Append(JournalFile.Done(1, known));
            }

            _journal = _file.Open(JournalFile.Start(marker: marker));
            _handler = new StubHandler(Answer);
            _client = Dial.Client(_handler);
        }

        public List<Lead> Leads { get; } = [];

        /// <summary>The response to each function, in place of the usual one.</summary>
        public Dictionary<string, string> Responses { get; } = [];

        public Dictionary<string, int> Status { get; } = [];

        /// <summary>The function whose responses end before they are complete.</summary>
        public string? Cut { get; init; }

        public IReadOnlyList<string> Asked =>
            _handler
                .Bodies.Select(Read)
                .Where(fields => fields["function"].Length > 0 && fields["function"] != "version")
                .Select(fields =>
                    fields["function"]
                    + string.Concat(
                        fields
                            .Where(pair => pair.Key is not ("function" or "user" or "pass" or "source" or "header" or "stage"))
                            .Select(pair => $" {pair.Key}={pair.Value}")
                    )
                )
                .Distinct()
                .ToArray();

        public Task<FoundLead> FindAsync(ApiRequest request) =>
            new LeadFinder(_client, _journal).FindAsync(request, null, TestContext.Current.CancellationToken);

        public Task<DialerException> FailAsync(ApiRequest request) => Assert.ThrowsAsync<DialerException>(() => FindAsync(request));

        public void Dispose()
        {
            _client.Dispose();
            _journal.Dispose();
            _file.Dispose();
        }

        private static Dictionary<string, string> Read(string body) =>
            body.Split('&')
                .Select(pair => pair.Split('=', 2))
                .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1].Replace('+', ' ')));

        private HttpResponseMessage Answer(HttpRequestMessage request, string body)
        {
            Dictionary<string, string> fields = Read(body);
            string function = fields["function"];
            byte[] response = Encoding.UTF8.GetBytes(
                Responses.TryGetValue(function, out string? own)
                    ? own
                    : function switch
                    {
                        "lead_search" => Leads.Count == 0 ? NoMatch : $"{Phone}|{Leads.Count}|{string.Join("-", Leads.Select(lead => lead.Id))}\n",
                        "lead_all_info" => LeadInfo(
                            Leads.Single(lead => lead.Id.ToString() == fields["lead_id"]),
                            fields.TryGetValue("stage", out string? stage) && stage == "tab" ? '\t' : '|'
                        ),
                        "lead_field_info" => Leads
                            .Where(lead => lead.Id.ToString() == fields["lead_id"])
                            .Select(lead => fields["field_name"] == "entry_date" ? lead.Entered : lead.Marker)
                            .Single(),
                        "version" => Dial.NonAgentVersion,
                        _ => Dial.NoFunction,
                    }
            );
            HttpContent content = function == Cut ? new StreamContent(new CutStream(response)) : new ByteArrayContent(response);

            return new HttpResponseMessage((HttpStatusCode)Status.GetValueOrDefault(function, 200)) { RequestMessage = request, Content = content };
        }

        private static string LeadInfo(Lead lead, char delimiter)
        {
            string[] names = Names.Split('|');
            string[] values =
                $"NEW||{lead.Code}||{lead.List}|-5.00|1|{Phone}||||||||||||USA|U|0000-00-00|||||0|2008-01-01 00:00:00|0||0|{lead.Id}".Split('|');
            foreach (KeyValuePair<string, string> value in lead.Values)
            {
                values[Array.IndexOf(names, value.Key)] = value.Value;
            }

            return $"{string.Join(delimiter, names)}\n{string.Join(delimiter, values)}\n";
        }
    }
}
