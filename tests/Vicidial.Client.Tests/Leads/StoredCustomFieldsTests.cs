using Vicidial.Client.Errors;
using Vicidial.Client.Leads;
using Vicidial.Client.Requests;
using Vicidial.Client.Tests.Support;
using Xunit;

namespace Vicidial.Client.Tests.Leads;

/// <summary>Tests which custom fields of a lead are read back, and whether their values count as stored.</summary>
public sealed class StoredCustomFieldsTests
{
    private const string List = "102";
    private const string NoRow = "ERROR: lead_field_info LIST FIELD NOT FOUND: 6666|10001\n";
    private const string NotAllowed = "ERROR: lead_field_info USER DOES NOT HAVE PERMISSION TO GET LEAD INFO: |6666|0|\n";
    private string _sent = string.Empty;

    [Theory]
    [InlineData("gold", "gold", null)]
    [InlineData("gold ", "gold", null)]
    [InlineData("a;b \"c\"", "ab c", null)]
    [InlineData("2027-1-5", "2027-01-05", null)]
    [InlineData(ApiRequest.BlankToken, "", null)]
    [InlineData("gold", "", "plan 'gold' is stored as ''")]
    [InlineData("gold", "gol", "plan 'gold' is stored as 'gol'")]
    [InlineData("gold", NoRow, "plan 'gold' is stored as ''")]
    [InlineData("gold", "GOLD", "plan 'gold' is stored as 'GOLD'")]
    [InlineData(ApiRequest.BlankToken, "gold", "plan '' is stored as 'gold'")]
    public async Task A_value_is_compared_with_what_is_stored(string sent, string stored, string? expected)
    {
        (string? changed, bool isReadable, string? doubt) = await ReadAsync(sent, stored);

        Assert.Equal(expected, changed);
        Assert.True(isReadable);
        Assert.Null(doubt);
    }

    [Theory]
    [InlineData("gold", "XXXX")]
    [InlineData("1234567", "XXX4567")]
    [InlineData("gold", NotAllowed)]
    public async Task A_value_that_the_account_may_not_see_is_in_doubt(string sent, string stored)
    {
        (string? changed, bool isReadable, string? doubt) = await ReadAsync(sent, stored);

        Assert.Null(changed);
        Assert.False(isReadable);
        Assert.NotNull(doubt);
    }

    [Theory]
    [InlineData("gold", 1)]
    [InlineData("v20", 1)]
    [InlineData("v21", 0)]
    [InlineData("v1", 0)]
    [InlineData("v1234567890", 1)]
    [InlineData("31-12-2027", 1)]
    public async Task After_many_values_only_those_that_may_not_fit_are_read(string value, int requests)
    {
        // The dialer stores everything as it was sent.
        using var handler = new StubHandler((request, body) => StubHandler.Response(_sent)(request, body));
        using DialerClient client = Dial.Client(handler);
        var fields = new StoredCustomFields(client, null);
        int known = value == "v20" ? 19 : 20;
        for (int i = 0; i < known; i++)
        {
            await FindAsync(fields, $"v{i}");
        }

        int before = handler.Count;
        await FindAsync(fields, value);

        Assert.Equal(requests, handler.Count - before);
    }

    [Fact]
    public async Task A_request_whose_values_will_be_read_waits_for_the_one_before_it()
    {
        using var handler = new StubHandler(StubHandler.Response("gold"));
        using DialerClient client = Dial.Client(handler);
        var fields = new StoredCustomFields(client, null);

        IDisposable? first = await fields.EnterAsync(Lead("gold"), List, TestContext.Current.CancellationToken);
        Task<IDisposable?> second = fields.EnterAsync(Lead("silver"), List, TestContext.Current.CancellationToken);
        using IDisposable? other = await fields.EnterAsync(Lead("silver"), "103", TestContext.Current.CancellationToken);
        Assert.False(second.IsCompleted);
        await FindAsync(fields, "gold");
        first!.Dispose();

        using IDisposable? turn = await second;
        Assert.NotNull(turn);
        Assert.Null(await fields.EnterAsync(Lead("gold"), List, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_a_value_shows_is_known_to_the_next_command_of_the_connection()
    {
        using var handler = new StubHandler(StubHandler.Response("gol"));
        using DialerClient client = Dial.Client(handler);
        await FindAsync(new StoredCustomFields(client, null), "gold");
        using DialerClient other = Dial.Client(handler);

        Assert.Equal(
            "Vicidial.ValueTooLong",
            Assert.Throws<DialerException>(() => new StoredCustomFields(client, null).Check(Lead("iron"), List)).ErrorId
        );
        new StoredCustomFields(other, null).Check(Lead("iron"), List);
    }

    private static ApiRequest Lead(string value) => Dial.AddLead().Add("custom_fields", "Y").Add("plan", value);

    private static async Task<(string? Changed, bool IsReadable, string? Doubt)> ReadAsync(string sent, string stored)
    {
        using var handler = new StubHandler(StubHandler.Response(stored));
        using DialerClient client = Dial.Client(handler);
        var fields = new StoredCustomFields(client, null);
        ApiRequest lead = Lead(sent);
        IReadOnlyList<ChangedField> changed = await fields.FindChangedAsync(lead, 10001, List, TestContext.Current.CancellationToken);
        return (changed.SingleOrDefault()?.ToString(), fields.AreReadable(lead, List), fields.TakeDoubt());
    }

    private async Task FindAsync(StoredCustomFields fields, string value)
    {
        _sent = value;
        await fields.FindChangedAsync(Lead(value), 10001, List, TestContext.Current.CancellationToken);
    }
}
