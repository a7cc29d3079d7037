using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Operations;
using Vicidial.Client.Records.Leads;
using Vicidial.Client.Requests;
using Vicidial.Client.Tests.Support;
using Xunit;

namespace Vicidial.Client.Tests.Operations;

/// <summary>Changes of leads, lists, and users that take several requests.</summary>
public class LeadOperationTests
{
    private const string Callbacks =
        "lead_id\tcallback_type\trecipient\tcallback_status\tlead_status\tcallback_date\tentry_date\tuser\n";

    private const string Closed = "1017\tCURRENT\tUSERONLY\tINACTIVE\tCBTEST\t2026-11-14 15:00:00\t2026-11-10 11:00:00\t1001\n";
    private const string Open = "1017\tCURRENT\tUSERONLY\tACTIVE\tCALLBK\t2026-12-17 10:00:00\t2026-11-18 16:50:56\t1001\n";
    private const string User = "user\tfull_name\n1001\tAda Byron\n";
    private const string NoPermission = "ERROR: lead_callback_info USER DOES NOT HAVE PERMISSION TO GET LEAD INFO: |6666|0|\n";
    private const string Matches = "7275551001|2|18-17\n";

    [Fact]
    public async Task The_expiration_date_of_a_list_is_sent_separately_if_reset_times_change_too()
    {
        var sent = new List<string>();

        object result = await ListExpiration.RunAsync<object>(ListChange("expiration_date", "reset_time"), request =>
        {
            sent.Add(string.Join(",", request.Fields.Select(static field => field.Key)));
            return Task.FromResult<object>(sent.Count);
        });

        Assert.Equal(["list_id,reset_time", "list_id,expiration_date"], sent);
        Assert.Equal(1, result);
    }

    [Theory]
    [InlineData("expiration_date")]
    [InlineData("reset_time")]
    public async Task A_change_of_a_list_with_only_one_of_them_is_one_request(string field)
    {
        int sent = 0;
        await ListExpiration.RunAsync(ListChange(field), _ => Task.FromResult(++sent));
        Assert.Equal(1, sent);
    }

    [Fact]
    public async Task A_failure_of_the_second_request_reports_what_the_first_one_changed()
    {
        int sent = 0;
        DialerException failure = await Assert.ThrowsAsync<DialerException>(() =>
            ListExpiration.RunAsync(
                ListChange("expiration_date", "reset_time"),
                _ => sent++ == 0 ? Task.FromResult(0) : throw new DialerException("Refused", DialerErrorKind.Permission, "No.")
            )
        );
        Assert.Contains("Everything but the expiration date of list 101 was changed", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_outcome_of_the_first_request_reports_that_the_expiration_date_was_not_sent()
    {
        int sent = 0;
        DialerException failure = await Assert.ThrowsAsync<DialerException>(() =>
            ListExpiration.RunAsync<int>(
                ListChange("expiration_date", "reset_time"),
                _ => throw new DialerException("OutcomeUnknown", DialerErrorKind.OutcomeUnknown, $"Attempt {++sent}.")
            )
        );
        Assert.Equal("Attempt 1. The expiration date of list 101 was not sent.", failure.Cause);
        Assert.Equal(1, sent);
    }

    [Theory]
    [InlineData(Closed + Open, "Vicidial.CallbackNotReachable")]
    [InlineData(Open + Closed, "Vicidial.CallbackNotReachable")]
    [InlineData(Open, null)]
    [InlineData(Closed, null)]
    public async Task An_open_callback_that_is_not_the_first_of_its_lead_is_not_changed(string rows, string? errorId)
    {
        IReadOnlyList<Callback>? found = await ReadCallbacksAsync(Callbacks + rows);

        Exception? failure = Record.Exception(() => LeadCallbacks.RequireOpen(CallbackChange(), found!));

        Assert.Equal(errorId, (failure as DialerException)?.ErrorId);
    }

    [Fact]
    public async Task Callbacks_that_the_account_cannot_read_are_a_failure_and_not_an_empty_result()
    {
        DialerException failure = await Assert.ThrowsAsync<DialerException>(() => ReadCallbacksAsync(NoPermission));

        Assert.Equal(DialerErrorKind.Permission, failure.Kind);
        Assert.Equal(failure.ErrorId, failure.WithCause("The dialer does not say which callback it would change.").ErrorId);
    }

    [Theory]
    [InlineData("Ada Byron", true)]
    [InlineData("Ada Lovelace", false)]
    public async Task A_user_with_another_name_was_not_created_by_the_request(string name, bool isFound)
    {
        using var handler = new StubHandler(StubHandler.Response(User));
        using DialerClient client = Dial.Client(handler);
        ApiRequest creation = Request("add_user").Add("agent_user", "1001").Add("agent_full_name", name);

        Assert.Equal(isFound, await CreatedUser.FindAsync(client, creation, null, TestContext.Current.CancellationToken) is not null);
    }

    [Fact]
    public async Task Leads_are_found_by_many_numbers_in_one_request_without_those_that_the_dialer_cannot_search_for()
    {
        using var handler = new StubHandler(StubHandler.Response(Matches));
        using DialerClient client = Dial.Client(handler);

        ILookup<string, long> found = await LeadNumbers.FindAsync(
            client,
            ["7275551001", "7275551001", "12345", "7275551002"],
            null,
            TestContext.Current.CancellationToken
        );

        Assert.Equal([18, 17], found["7275551001"]);
        Assert.Contains("phone_number=7275551001%2C7275551002&", Assert.Single(handler.Bodies) + "&", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_requested_for_numbers_that_the_dialer_cannot_search_for()
    {
        using var handler = new StubHandler(StubHandler.Response(Matches));
        using DialerClient client = Dial.Client(handler);

        Assert.Empty(await LeadNumbers.FindAsync(client, ["12345", string.Empty], null, TestContext.Current.CancellationToken));
        Assert.Equal(0, handler.Count);
    }

    [Fact]
    public void A_lead_whose_custom_fields_follow_is_added_without_them()
    {
        ApiRequest addition = Dial.AddLead().Add(LeadCustomFields.Flag, "Y").Add("color", "red");

        ApiRequest bare = LeadCustomFields.WithoutFields(addition);

        Assert.Equal(["phone_number"], bare.Fields.Select(static field => field.Key));
        Assert.Equal("red", addition.Find("color"));
    }

    [Theory]
    [InlineData(90, null)]
    [InlineData(91, "Vicidial.ValueTooLong")]
    public void The_parts_of_a_command_fit_in_the_column_of_the_dialer_without_the_name_of_the_agent(int length, string? errorId)
    {
        ApiRequest request = Dial.CallAgent().Add("status", new string('x', length - "CALL".Length));

        Exception? failure = Record.Exception(() => ScreenColumn.Check(request, 100, 10));

        Assert.Equal(errorId, (failure as DialerException)?.ErrorId);
    }

    [Theory]
    [InlineData(5, null)]
    [InlineData(4, "Vicidial.ValueTooLong")]
    public void The_names_of_changed_fields_fit_in_the_column_of_the_dialer_without_the_name_of_the_agent(int size, string? errorId)
    {
        Exception? failure = Record.Exception(() => ScreenColumn.CheckNames(Dial.CallAgent(), size));
        Assert.Equal(errorId, (failure as DialerException)?.ErrorId);
    }

    private static async Task<IReadOnlyList<Callback>?> ReadCallbacksAsync(string response)
    {
        using var handler = new StubHandler(StubHandler.Response(response));
        using DialerClient client = Dial.Client(handler);
        return await LeadCallbacks.ReadAsync(client, CallbackChange(), null, TestContext.Current.CancellationToken);
    }

    private static ApiRequest CallbackChange() => Request("update_lead").Add("lead_id", "1017").Add("callback", "Y");

    private static ApiRequest ListChange(params string[] fields)
    {
        ApiRequest change = Request("update_list").Add("list_id", "101");
        Array.ForEach(fields, field => change.Add(field, "2026-12-31"));
        return change;
    }

    private static ApiRequest Request(string function) => new(ApiCatalog.Get(DialerApi.NonAgent, function));
}
