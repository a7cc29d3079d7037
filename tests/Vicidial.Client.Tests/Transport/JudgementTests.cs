using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Servers;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using Vicidial.Client.Tests.Support;
using Vicidial.Client.Wire;
using Xunit;

namespace Vicidial.Client.Tests.Transport;

/// <summary>Responses that are easily mistaken for something else.</summary>
public class JudgementTests
{
    [Fact]
    public async Task A_change_that_the_server_rejected_is_not_an_unknown_outcome()
    {
        using var handler = new StubHandler(StubHandler.Response(string.Empty, 429));
        using DialerClient client = Dial.Client(handler);

        DialerException failure = await client.FailAsync(Dial.AddLead());

        Assert.Equal("Vicidial.TooManyRequests", failure.ErrorId);
        Assert.Equal(1, handler.Count);
    }

    [Fact]
    public async Task A_change_without_a_database_was_certainly_not_made()
    {
        using var handler = new StubHandler(StubHandler.Response("MySQL connect ERROR:  Connection refused"));
        using DialerClient client = Dial.Client(handler);

        DialerException failure = await client.FailAsync(Dial.AddLead());

        Assert.Equal("Vicidial.DatabaseDown", failure.ErrorId);
        Assert.Equal(1, handler.Count);
    }

    [Theory]
    [InlineData("delete_did", true)]
    [InlineData("active", false)]
    public async Task Not_found_on_a_retry_means_done_only_for_a_removal(string field, bool isDone)
    {
        using var handler = new StubHandler(
            StubHandler.Response(string.Empty, 503),
            StubHandler.Response("ERROR: update_did DID DOES NOT EXIST: |6666|7275550000\n")
        );
        using DialerClient client = Dial.Client(handler);
        ApiRequest request = new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, "update_did")).Add("did_pattern", "7275550000").Add(field, "Y");

        if (isDone)
        {
            DialerResponse response = await client.RunAsync(request);
            Assert.True(response.WasDoneBefore);
        }
        else
        {
            DialerException failure = await client.FailAsync(request);
            Assert.Contains("DID DOES NOT EXIST", failure.ResponseText, System.StringComparison.Ordinal);
        }

        Assert.Equal(2, handler.Count);
    }

    [Fact]
    public async Task A_server_that_accepts_any_login_is_not_a_dialer()
    {
        using var handler = new StubHandler(StubHandler.Response("hello\n"));
        using DialerClient client = Dial.Client(handler);

        DialerException failure = await Assert.ThrowsAsync<DialerException>(() => client.CheckAsync());

        Assert.Equal("Vicidial.NotADialer", failure.ErrorId);
    }

    [Fact]
    public async Task A_version_is_read_although_a_part_of_it_is_written_in_another_form()
    {
        using var handler = new StubHandler(
            StubHandler.Response("VERSION: 2.4-27|BUILD: 110127-2245|DATE: 2026-11-20 22:22:44|EPOCH: 1795231364|DST: maybe|TZ: five|\n")
        );
        using DialerClient client = Dial.Client(handler);

        ServerVersion version = await client.Versions.ReadAsync(DialerApi.NonAgent, null, TestContext.Current.CancellationToken);

        Assert.Equal("110127-2245", version.Build);
        Assert.Equal(1795231364, version.Epoch);
        Assert.Null(version.IsDaylightSaving);
    }

    [Fact]
    public async Task A_teapot_is_an_error()
    {
        using var handler = new StubHandler(StubHandler.Response("Coffee: coffee|Error 418 I'm a teapot\n", 418));
        using DialerClient client = Dial.Client(handler);

        DialerException failure = await client.FailAsync(new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, "coffee")));

        Assert.Equal("Vicidial.Teapot", failure.ErrorId);
    }

    [Theory]
    [InlineData("Canary 7x")]
    [InlineData("Canary7x#")]
    [InlineData("Canary7xCanary7xCanary7xCanary7xCanary7xCanary7xCanary7xCanary7xCanary7xCanary7xCanary7xCanary7xCanary7x")]
    public void A_rejected_password_is_not_in_the_error(string password)
    {
        ApiParameter field = ApiCatalog.Get(DialerApi.NonAgent, "add_user").FindParameter("agent_pass")!;

        DialerException failure = Assert.Throws<DialerException>(() => FieldCheck.Check(field, ref password));

        Assert.DoesNotContain("Canary", failure.ToString(), System.StringComparison.Ordinal);
        Assert.DoesNotContain("'", failure.Cause, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-12-24T10:00:00Z")]
    [InlineData("2026-12-24T10:00:00+01:00")]
    [InlineData("2026-12-24 10:00:00 -0500")]
    public void A_time_with_an_offset_is_rejected(string cell)
    {
        ApiParameter time = ApiCatalog.Get(DialerApi.NonAgent, "add_lead").FindParameter("callback_datetime")!;

        Assert.Equal("Vicidial.InvalidDate", Assert.Throws<DialerException>(() => FieldFormat.ReadCell(time, cell)).ErrorId);
    }
}
