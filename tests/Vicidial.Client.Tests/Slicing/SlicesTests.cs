using System;
using System.Linq;
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

/// <summary>What is asked where the dialer ends an answer in silence.</summary>
public class SlicesTests
{
    private static readonly DateTime Today = new(2026, 11, 20);

    [Fact]
    public void An_answer_as_long_as_answers_get_and_no_way_to_ask_for_more_is_reported()
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
    public void Recordings_go_on_day_by_day_from_the_last_one_and_come_once()
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

        // The next lead begins anew.
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
    public void A_day_that_is_too_long_and_recordings_in_no_order_cannot_be_asked_for_again(string? day, string last)
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
    public void Keys_with_too_many_leads_are_asked_for_in_halves_and_one_key_with_a_limit_of_its_own()
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
    public void Who_wants_no_more_leads_gets_no_more()
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
