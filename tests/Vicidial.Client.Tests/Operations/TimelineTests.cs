using Vicidial.Client.Errors;
using Vicidial.Client.Operations;
using Vicidial.Client.Records.Leads;
using Vicidial.Client.Tests.Support;
using Xunit;

namespace Vicidial.Client.Tests.Operations;

/// <summary>A timeline has what a dialer knows about a lead or a number, and a gap for what it cannot report.</summary>
public class TimelineTests
{
    private const string Calls =
        "phone_number\tcall_date\tlist_id\tlength_in_sec\tlead_status\thangup_reason\tcall_status\tsource_id\tuser\n"
            + "7275551001\t2026-11-20 10:00:00\t101\t63\tSALE\tAGENT\tSALE\t\t1001\n";

    private const string Lead =
        "lead_id\tphone_number\talt_phone\n1017\t7275551001\t9\n";

    private const string NoPermission = "ERROR: lead_callback_info USER DOES NOT HAVE PERMISSION TO GET LEAD INFO: |6666|0|\n";
    private const string Recordings =
        "start_time\tuser\trecording_id\tlead_id\tduration\tlocation\n"
            + "2026-11-20 10:01:00\t1001\t77\t1017\t63\thttp://dialer.test/RECORDINGS/77.mp3\n";

    [Theory]
    [InlineData(null, null, "Vicidial.InvalidSearch")]
    [InlineData(null, "123", "Vicidial.InvalidPhoneNumber")]
    public void A_timeline_needs_a_lead_or_a_number_that_the_dialer_can_search_for(long? lead, string? number, string errorId)
        => Assert.Equal(errorId, Assert.Throws<DialerException>(() => new TimelineQuery(lead, number, null)).ErrorId);

    [Fact]
    public async Task The_numbers_of_a_lead_are_looked_up_and_those_that_are_too_short_are_skipped()
    {
        using var handler = new StubHandler(Answer);
        using DialerClient client = Dial.Client(handler);
        TimelineReader reader = Reader(client);

        IReadOnlyList<TimelineItem> items = await reader.ReadAsync(new TimelineQuery(1017, null, [TimelineKind.CallOut]));

        Assert.Equal(["7275551001"], reader.Numbers);
        TimelineEntry call = Assert.Single(items).Entry;
        Assert.Equal(("1001", "SALE", TimeSpan.FromSeconds(63), "test"), (call.Who, call.Status, call.Length, call.ConnectionName));
        Assert.Equal(2, handler.Count);
    }

    [Fact]
    public async Task What_the_dialer_cannot_report_is_a_gap_after_all_entries()
    {
        using var handler = new StubHandler(Answer);
        using DialerClient client = Dial.Client(handler);

        IReadOnlyList<TimelineItem> items = await Reader(client)
            .ReadAsync(new TimelineQuery(1017, null, [TimelineKind.Recording, TimelineKind.Callback]));

        Assert.Equal([TimelineKind.Recording, TimelineKind.Gap], items.OrderBy(static item => item.Moment).Select(static item => item.Entry.Kind));
        TimelineItem gap = items[^1];
        Assert.StartsWith("Callbacks: ", gap.Entry.Detail, StringComparison.Ordinal);
        Assert.Equal(1017, gap.Entry.LeadId);
        Assert.Null(gap.Failure);
    }

    [Fact]
    public async Task A_dialer_that_does_not_respond_is_one_gap_and_gets_no_more_requests()
    {
        using var handler = new StubHandler(StubHandler.Refuse);
        using DialerClient client = Dial.Client(handler, set: static options => options.MaximumRetryCount = 0);

        IReadOnlyList<TimelineItem> items = await Reader(client).ReadAsync(new TimelineQuery(1017, "7275551001", null));

        TimelineItem gap = Assert.Single(items);
        Assert.Equal(TimelineKind.Gap, gap.Entry.Kind);
        Assert.Equal(gap.Entry.Status, gap.Failure!.ErrorId);
        Assert.Equal(1, handler.Count);
    }

    [Fact]
    public async Task Numbers_from_another_dialer_are_read_one_after_the_other()
    {
        using var handler = new StubHandler(Answer);
        using DialerClient client = Dial.Client(handler);

        IReadOnlyList<TimelineItem> items = await Reader(client).ReadAsync(["7275551001", "7275551002"], [TimelineKind.CallIn]);

        Assert.Equal(2, items.Count);
        Assert.Contains("phone_number=7275551002", handler.Bodies[1], StringComparison.Ordinal);
    }

    private static TimelineReader Reader(DialerClient client) => new(client, null, TestContext.Current.CancellationToken);

    private static HttpResponseMessage Answer(HttpRequestMessage request, string body)
    {
        string response = body.Contains("function=lead_all_info", StringComparison.Ordinal) ? Lead
            : body.Contains("function=phone_number_log", StringComparison.Ordinal) ? Calls
            : body.Contains("function=recording_lookup", StringComparison.Ordinal) ? Recordings
            : NoPermission;
        return StubHandler.Response(response)(request, body);
    }
}
