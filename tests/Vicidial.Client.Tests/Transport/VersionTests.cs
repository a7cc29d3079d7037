using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Servers;
using Vicidial.Client.Requests;
using Vicidial.Client.Tests.Support;
using Xunit;

namespace Vicidial.Client.Tests.Transport;

public class VersionTests
{
    [Fact]
    public async Task The_non_agent_API_reports_its_build_and_its_time()
    {
        using var handler = new StubHandler(StubHandler.Response(Dial.NonAgentVersion));
        using DialerClient client = Dial.Client(handler);
        Assert.Null(client.Versions.Known(DialerApi.NonAgent));

        ServerVersion version = await ReadAsync(client, DialerApi.NonAgent);

        Assert.Equal(("2.10-69", "150217-1404"), (version.Version, version.Build));
        Assert.Equal(new DateTime(2026, 11, 20, 22, 25, 17), version.DialerTime);
        Assert.Equal(1795231517, version.Epoch);
        Assert.Equal(-5m, version.StandardOffset);
        Assert.Equal(-5m, version.CurrentOffset);
        Assert.False(version.IsDaylightSaving);
        Assert.Equal("test", version.ConnectionName);
        Assert.Same(version, client.Versions.Known(DialerApi.NonAgent));
        Assert.Equal("function=version", Assert.Single(handler.Bodies));
    }

    [Fact]
    public async Task The_agent_API_reports_less()
    {
        using var handler = new StubHandler(StubHandler.Response(Dial.AgentVersion));
        using DialerClient client = Dial.Client(handler);

        ServerVersion version = await ReadAsync(client, DialerApi.Agent);

        Assert.Equal(DialerApi.Agent, version.Api);
        Assert.Equal("150108-1039", version.Build);
        Assert.Null(version.StandardOffset);
        Assert.Null(version.IsDaylightSaving);
        Assert.Null(client.Versions.Known(DialerApi.NonAgent));
    }

    [Fact]
    public async Task Warnings_before_the_version_are_ignored()
    {
        using var handler = new StubHandler(
            StubHandler.Response(
                "<br />\n<b>Warning</b>:  Undefined variable $DB in <b>/srv/x.php</b> on line <b>7</b><br />\n" + Dial.NonAgentVersion
            )
        );
        using DialerClient client = Dial.Client(handler);

        Assert.Equal("2.10-69", (await ReadAsync(client, DialerApi.NonAgent)).Version);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello\n")]
    [InlineData("VERSION: 2.14\n")]
    [InlineData("<!DOCTYPE html><html><body>It works!</body></html>")]
    public async Task A_server_without_a_version_is_not_a_dialer(string body)
    {
        using var handler = new StubHandler(StubHandler.Response(body));
        using DialerClient client = Dial.Client(handler);

        Assert.Equal("Vicidial.NotADialer", (await Assert.ThrowsAsync<DialerException>(() => ReadAsync(client, DialerApi.NonAgent))).ErrorId);
    }

    [Theory]
    [InlineData(DialerApi.NonAgent, Dial.NoFunction)]
    [InlineData(DialerApi.NonAgent, "ERROR: Login incorrect, please try again: |||BAD|\n")]
    public async Task A_version_request_that_is_rejected_is_sent_once(DialerApi api, string body)
    {
        using var handler = new StubHandler(StubHandler.Response(body));
        using DialerClient client = Dial.Client(handler);

        await Assert.ThrowsAsync<DialerException>(() => ReadAsync(client, api));

        Assert.Equal(1, handler.Count);
    }

    [Fact]
    public async Task The_error_for_a_dialer_that_is_too_old_names_its_build_and_the_required_one()
    {
        using var handler = new StubHandler(StubHandler.Response(Dial.NoFunction), StubHandler.Response(Dial.NonAgentVersion));
        using DialerClient client = Dial.Client(handler);

        DialerException failure = await client.FailAsync(Dial.Agents());

        Assert.Equal("Vicidial.DialerTooOld", failure.ErrorId);
        Assert.Equal(DialerErrorKind.TooOld, failure.Kind);
        Assert.Contains("150217-1404", failure.Cause, StringComparison.Ordinal);
        Assert.Contains("151226-0954", failure.Cause, StringComparison.Ordinal);
        Assert.Contains("2.14-107", failure.Cause, StringComparison.Ordinal);
        Assert.Contains("logged_in_agents", failure.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_for_rows_of_a_dialer_that_is_too_old_reports_the_same()
    {
        using var handler = new StubHandler(StubHandler.Response(Dial.NoFunction), StubHandler.Response(Dial.NonAgentVersion));
        using DialerClient client = Dial.Client(handler);

        Assert.Equal("Vicidial.DialerTooOld", (await Assert.ThrowsAsync<DialerException>(() => client.AgentsAsync())).ErrorId);
    }

    [Fact]
    public async Task On_the_agent_api_an_empty_response_means_too_old()
    {
        using var handler = new StubHandler(StubHandler.Response(string.Empty), StubHandler.Response(Dial.AgentVersion));
        using DialerClient client = Dial.Client(handler);

        DialerException failure = await client.FailAsync(new ApiRequest(ApiCatalog.Get(DialerApi.Agent, "send_notification")));

        Assert.Equal("Vicidial.DialerTooOld", failure.ErrorId);
        Assert.Contains("150108-1039", failure.Cause, StringComparison.Ordinal);
        Assert.Contains("230412-0945", failure.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recent_dialer_that_lacks_the_function_is_not_called_too_old()
    {
        using var handler = new StubHandler(StubHandler.Response(string.Empty), StubHandler.Response(Dial.AgentVersion));
        using DialerClient client = Dial.Client(handler);

        DialerException failure = await client.FailAsync(Dial.CallAgent());

        Assert.Equal("Vicidial.FunctionMissing", failure.ErrorId);
        Assert.Equal(DialerErrorKind.TooOld, failure.Kind);
        Assert.Contains("150108-1039", failure.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_build_is_requested_once()
    {
        using var handler = new StubHandler(StubHandler.Response(Dial.NonAgentVersion), StubHandler.Response(Dial.NoFunction));
        using DialerClient client = Dial.Client(handler);
        await ReadAsync(client, DialerApi.NonAgent);

        Assert.Contains("150217-1404", (await client.FailAsync(Dial.Agents())).Cause, StringComparison.Ordinal);
        Assert.Equal(2, handler.Count);
    }

    [Fact]
    public async Task A_dialer_without_a_build_is_reported_as_too_old()
    {
        using var handler = new StubHandler(StubHandler.Response(Dial.NoFunction), StubHandler.Response("nonsense\n"));
        using DialerClient client = Dial.Client(handler);

        DialerException failure = await client.FailAsync(Dial.Agents());

        Assert.Equal("Vicidial.DialerTooOld", failure.ErrorId);
        Assert.Contains("unknown build", failure.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_that_the_catalog_lacks_is_unknown_and_the_dialer_is_not_called_too_old()
    {
        using var handler = new StubHandler(StubHandler.Response(Dial.NoFunction));
        using DialerClient client = Dial.Client(handler);

        Assert.Equal(
            "Vicidial.UnknownFunction",
            (await client.FailAsync(new ApiRequest(ApiCatalog.FindOrUnlisted(DialerApi.NonAgent, "no_such")))).ErrorId
        );
        Assert.Equal(1, handler.Count);
    }

    private static Task<ServerVersion> ReadAsync(DialerClient client, DialerApi api) =>
        client.Versions.ReadAsync(api, null, TestContext.Current.CancellationToken);
}
