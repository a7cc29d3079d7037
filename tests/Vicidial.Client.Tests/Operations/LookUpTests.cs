using Vicidial.Client.Errors;
using Vicidial.Client.Operations;
using Vicidial.Client.Tests.Support;
using Xunit;

namespace Vicidial.Client.Tests.Operations;

/// <summary>The lookups before a change: what it would destroy, and whether its object exists.</summary>
public sealed class LookUpTests
{
    private const string List = "list_id\tlist_name\tcampaign_id\tactive\tlist_changedate\tlist_lastcalldate\n101\tAny\tTESTCAMP\tY\t\t\n";
    private const string Users = "user\tfull_name\tuser_group\tuser_level\tactive\n";
    private const string NoPermission = "ERROR: list_info USER DOES NOT HAVE PERMISSION TO GET LIST INFO: |6666|0|\n";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Archived_leads_are_counted_only_if_the_change_affects_them(bool archived)
    {
        using var handler = new StubHandler(StubHandler.Response(List));
        using DialerClient client = Dial.Client(handler);

        await new LossEstimate(client, null).FindListAsync("101", archived, TestContext.Current.CancellationToken);

        Assert.Equal(archived, Assert.Single(handler.Bodies).Contains("archived_lead=Y", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_right_to_read_lists_the_size_of_a_list_stays_unknown()
    {
        using var handler = new StubHandler(StubHandler.Response(NoPermission));
        using DialerClient client = Dial.Client(handler);

        Assert.Null(await new LossEstimate(client, null).FindListAsync("101", archived: false, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_closed_connection_ends_the_change()
    {
        using var handler = new StubHandler(StubHandler.Response(List));
        DialerClient client = Dial.Client(handler);
        client.Dispose();

        DialerException failure = await Assert.ThrowsAsync<DialerException>(() =>
            new LossEstimate(client, null).FindListAsync("101", archived: false, TestContext.Current.CancellationToken)
        );

        Assert.True(failure.EndsConnection);
    }

    [Fact]
    public async Task A_user_of_a_callback_is_looked_up_once()
    {
        using var handler = new StubHandler(StubHandler.Response(Users + "1001\tAny\tAGENTS\t1\tY\n"));
        using DialerClient client = Dial.Client(handler);
        var targets = new CallbackTargets(client, null);

        await targets.CheckAsync(null, "1001", TestContext.Current.CancellationToken);
        await targets.CheckAsync(string.Empty, "1001", TestContext.Current.CancellationToken);

        Assert.Equal(1, handler.Count);
    }

    [Fact]
    public async Task A_user_without_a_row_does_not_exist()
    {
        using var handler = new StubHandler(StubHandler.Response(Users));
        using DialerClient client = Dial.Client(handler);

        DialerException failure = await Assert.ThrowsAsync<DialerException>(() =>
            new CallbackTargets(client, null).CheckAsync(null, "1001", TestContext.Current.CancellationToken)
        );

        Assert.Equal("Vicidial.CallbackUserNotFound", failure.ErrorId);
    }

    [Fact]
    public async Task A_failed_lookup_is_repeated_for_the_next_row()
    {
        using var handler = new StubHandler(
            StubHandler.Response(string.Empty, 500),
            StubHandler.Response(Users + "1001\tAny\tAGENTS\t1\tY\n")
        );
        using DialerClient client = Dial.Client(handler, set: static options => options.MaximumRetryCount = 0);
        var targets = new CallbackTargets(client, null);

        await Assert.ThrowsAsync<DialerException>(() => targets.CheckAsync(null, "1001", TestContext.Current.CancellationToken));
        await targets.CheckAsync(null, "1001", TestContext.Current.CancellationToken);

        Assert.Equal(2, handler.Count);
    }
}
