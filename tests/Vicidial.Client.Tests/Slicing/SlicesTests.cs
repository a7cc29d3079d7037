using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Binding;
using Vicidial.Client.Records.Calls;
using Vicidial.Client.Records.Leads;
using Vicidial.Client.Records.Recordings;
using Vicidial.Client.Requests;
using Vicidial.Client.Slicing;
using Xunit;

namespace Vicidial.Client.Tests.Slicing;

/// <summary>The requests for the rest of responses that the dialer silently cuts.</summary>
public class SlicesTests
{
    private static readonly DateTime Today = new(2026, 11, 20);

    [Fact]
    public void A_response_at_the_limit_is_reported_if_the_rest_cannot_be_requested()
    {
        var slices = new Slices<DidCall>([Call("did_log_export").Add("phone_number", "1"), Call("did_log_export").Add("phone_number", "2")]);

        Assert.NotNull(slices.Next());
        slices.Take(new DidCall[99_999]);
        slices.End();
        Assert.Empty(slices.TakeProblems());

        Assert.NotNull(slices.Next());
        slices.Take(new DidCall[99_999]);
        slices.Take(new DidCall[1]);
        slices.End();
        DialerException problem = Assert.Single(slices.TakeProblems());
        Assert.Equal(("Vicidial.ResultTruncated", DialerErrorKind.Limit), (problem.ErrorId, problem.Kind));
        Assert.Empty(slices.TakeProblems());
        Assert.Null(slices.Next());
    }

    [Fact]
    public void Recordings_continue_day_by_day_from_the_last_one_without_repeats()
    {
        var slices = new RecordingSlices([Call("recording_lookup").Add("lead_id", "7"), Call("recording_lookup").Add("lead_id", "8")], Today);
        Assert.Equal("7", slices.Next()!.Find("lead_id"));
        Recording[] all =
        [
            .. Enumerable.Range(1, 99_998).Select(id => Recorded(id, "2026-11-01 08:00:00")),
            Recorded(100_001, "2026-11-18 09:00:00"),
            Recorded(100_002, "2026-11-18 09:30:00"),
        ];
        Assert.Equal(all.Length, slices.Take(all).Count);
        slices.End();
        Assert.Empty(slices.TakeProblems());

        ApiRequest? rest = slices.Next();
        Assert.Equal(("7", "2026-11-18"), (rest!.Find("lead_id"), rest.Find("date")));
        Assert.Equal(
            [100_003],
            slices
                .Take([Recorded(100_001, "2026-11-18 09:00:00"), Recorded(100_002, "2026-11-18 09:30:00"), Recorded(100_003, "2026-11-18 09:31:00")])
                .Select(recording => recording.RecordingId!.Value)
        );
        slices.End();
        Assert.Equal("2026-11-19", slices.Next()!.Find("date"));
        slices.End();
        Assert.Equal("2026-11-20", slices.Next()!.Find("date"));
        slices.End();

        // The next lead starts again.
        ApiRequest? next = slices.Next();
        Assert.Equal(("8", null), (next!.Find("lead_id"), next.Find("date")));
        Assert.Single(slices.Take([Recorded(5, "2026-10-01 08:00:00")]));
        slices.End();
        Assert.Null(slices.Next());
        Assert.Empty(slices.TakeProblems());
    }

    [Theory]
    [InlineData("2026-11-18", "2026-11-18 09:00:00")]
    [InlineData(null, "2026-10-01 08:00:00")]
    public void A_day_with_too_many_recordings_or_without_an_order_is_reported(string? day, string last)
    {
        ApiRequest request = Call("recording_lookup").Add("agent_user", "1001");
        var slices = new RecordingSlices([day is null ? request : request.Add("date", day)], Today);
        slices.Next();
        slices.Take([.. Enumerable.Range(1, 99_999).Select(id => Recorded(id, "2026-11-18 08:00:00")), Recorded(100_000, last)]);
        slices.End();

        Assert.Equal("Vicidial.ResultTruncated", Assert.Single(slices.TakeProblems()).ErrorId);
        Assert.Null(slices.Next());
    }

    [Fact]
    public void Keys_with_too_many_leads_are_requested_in_halves_and_a_single_key_with_its_own_limit()
    {
        var slices = new LeadMatchSlices([Call("lead_search").Add("phone_number", "111111,222222,333333")], LeadKey.PhoneNumber, isLimited: false);
        slices.Next();
        Assert.Empty(slices.Take(new LeadMatch[1000]));
        slices.End();

        Assert.Equal("111111", slices.Next()!.Find("phone_number"));
        Assert.Empty(slices.Take(new LeadMatch[1000]));
        slices.End();
        Assert.Equal("222222,333333", slices.Next()!.Find("phone_number"));
        Assert.Equal(999, slices.Take(new LeadMatch[999]).Count);
        slices.End();
        ApiRequest? alone = slices.Next();
        Assert.Equal(("111111", "1000000"), (alone!.Find("phone_number"), alone.Find("records")));
        Assert.Equal(1500, slices.Take(new LeadMatch[1500]).Count);
        slices.End();

        Assert.Null(slices.Next());
        Assert.Empty(slices.TakeProblems());
    }

    [Fact]
    public void A_limit_of_the_user_ends_the_search()
    {
        var slices = new LeadMatchSlices(
            [Call("lead_search").Add("phone_number", "111111,222222").Add("records", "1000")],
            LeadKey.PhoneNumber,
            isLimited: true
        );
        slices.Next();
        Assert.Equal(1000, slices.Take(new LeadMatch[1000]).Count);
        slices.End();

        Assert.Null(slices.Next());
        Assert.Empty(slices.TakeProblems());
    }

    private static ApiRequest Call(string function) => new(ApiCatalog.Get(DialerApi.NonAgent, function));

    private static Recording Recorded(int id, string start)
        => RecordBinder<Recording>.Plan(["recording_id", "start_time"], "test").Read([$"{id}", start], out _)!;
}
