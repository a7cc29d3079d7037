using System.Net;
using System.Net.Sockets;
using Vicidial.Simulator.Faults;
using Vicidial.Simulator.Tests.Support;
using Xunit;

namespace Vicidial.Simulator.Tests.Hosting;

public sealed class HttpHostTests : IDisposable
{
    private readonly DialerSimulator _simulator = DialerSimulator.Start();

    public void Dispose() => _simulator.Dispose();

    [Fact]
    public void Port_zero_takes_a_free_port()
    {
        using DialerSimulator other = DialerSimulator.Start();

        Assert.InRange(_simulator.Port, 1, 65535);
        Assert.NotEqual(_simulator.Port, other.Port);
        Assert.Equal(new Uri($"http://127.0.0.1:{_simulator.Port}/"), _simulator.Uri);
    }

    [Fact]
    public void A_port_in_use_is_named()
    {
        IOException failure = Assert.Throws<IOException>(() => DialerSimulator.Start(port: _simulator.Port));

        Assert.Contains($"Port {_simulator.Port} on 127.0.0.1 is in use", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_beyond_the_last_is_rejected() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DialerSimulator.Start(port: 65536));

    [Fact]
    public async Task A_connection_serves_one_request_after_the_other()
    {
        using var client = new RawClient(_simulator.Port);
        for (int i = 0; i < 3; i++)
        {
            await client.SendAsync(RawClient.Post(Caller.Login));
            RawResponse response = await client.ReadResponseAsync();

            Assert.Equal(200, response.Status);
            Assert.Equal("text/html; charset=utf-8", response.Headers["Content-Type"]);
            Assert.Equal("ERROR: NO FUNCTION SPECIFIED\n", response.Body);
        }
    }

    [Fact]
    public async Task Field_names_are_searched_in_the_URL_as_it_was_sent()
    {
        const string Address = "/agc/api.php?source=test&function=update_fields&agent_user=1001&comments=e%73tate";
        using var client = new RawClient(_simulator.Port);
        await client.SendAsync(RawClient.Post("user=6666&pass=1234", Address) + RawClient.Post("user=6666&pass=1234&title=Dr", Address));

        Assert.Contains("|comments|comments=\"estate\"|", (await client.ReadResponseAsync()).Body, StringComparison.Ordinal);
        Assert.Contains("|comments,title|", (await client.ReadResponseAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_requests_in_one_packet_get_two_responses_in_order()
    {
        using var client = new RawClient(_simulator.Port);
        await client.SendAsync(
            RawClient.Post(Caller.Login + "list_info&list_id=102") + "GET /agc/api.php?function=version HTTP/1.1\r\nHost: localhost\r\n\r\n");

        Assert.StartsWith("102|Custom fields", (await client.ReadResponseAsync()).Body, StringComparison.Ordinal);
        Assert.StartsWith("VERSION: 2.14-82|", (await client.ReadResponseAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_comes_byte_by_byte_is_understood()
    {
        using var client = new RawClient(_simulator.Port);
        foreach (char character in RawClient.Post("function=version"))
        {
            await client.SendAsync(character.ToString());
        }

        Assert.StartsWith("VERSION: 2.14-202|", (await client.ReadResponseAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chunked_body_is_assembled()
    {
        using var client = new RawClient(_simulator.Port);
        await client.SendAsync(
            "POST /vicidial/non_agent_api.php HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
                + "application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "1b\r\nsource=test&user=6666&pass=\r\n4;ext=1\r\n1234\r\n0\r\nTrailer: x\r\n\r\n"
            + "GET /agc/api.php?function=version HTTP/1.1\r\nHost: localhost\r\n\r\n");

        Assert.Equal("ERROR: NO FUNCTION SPECIFIED\n", (await client.ReadResponseAsync()).Body);
        Assert.StartsWith("VERSION: 2.14-82|", (await client.ReadResponseAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_waits_for_100_gets_it_before_it_sends_its_body()
    {
        const string Fields = Caller.Login;
        using var client = new RawClient(_simulator.Port);
        string request = RawClient.Post(Fields, moreHeaders: "Expect: 100-continue\r\n");
        await client.SendAsync(request[..^Fields.Length]);
        Assert.Equal("HTTP/1.1 100 Continue\r\n\r\n", await client.ReadAsync(25));

        await client.SendAsync(Fields);

        Assert.Equal("ERROR: NO FUNCTION SPECIFIED\n", (await client.ReadResponseAsync()).Body);
    }

    [Theory]
    [InlineData("NONSENSE\r\n\r\n", 400)]
    [InlineData("GET vicidial HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET / HTTP/9.9\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nno colon here\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: -5\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n", 413)]
    [InlineData("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", 400)]
    public async Task Data_that_is_not_HTTP_is_rejected_and_the_connection_ends(string request, int status)
    {
        using var client = new RawClient(_simulator.Port);
        await client.SendAsync(request);

        RawResponse response = await client.ReadResponseAsync();

        Assert.Equal(status, response.Status);
        Assert.Equal("close", response.Headers["Connection"]);
        Assert.Equal(string.Empty, await client.ReadToEndAsync());
    }

    [Fact]
    public async Task An_oversized_header_is_rejected()
    {
        using var client = new RawClient(_simulator.Port);
        await client.SendAsync("GET / HTTP/1.1\r\nX-Long: " + new string('x', 40_000) + "\r\n\r\n");

        Assert.Equal(400, (await client.ReadResponseAsync()).Status);
    }

    [Fact]
    public async Task An_address_of_more_than_8190_bytes_is_too_long()
    {
        using var client = new RawClient(_simulator.Port);
        await client.SendAsync("GET /agc/api.php?function=version&x=" + new string('x', 8200) + " HTTP/1.1\r\n\r\n");

        RawResponse response = await client.ReadResponseAsync();

        Assert.Equal(414, response.Status);
        Assert.Contains("<title>414 Request-URI Too Long</title>", response.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_body_is_accepted()
    {
        using var client = new RawClient(_simulator.Port);
        await client.SendAsync(RawClient.Post(Caller.Login + "list_info&list_id=101&filler=" + new string('x', 300_000)));
        Assert.StartsWith("101|Test list|", (await client.ReadResponseAsync()).Body, StringComparison.Ordinal);

        await client.SendAsync(RawClient.Post("function=version"));
        Assert.StartsWith("VERSION: ", (await client.ReadResponseAsync()).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET /nowhere.php HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("PUT /agc/api.php?function=version HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    public async Task Other_paths_and_methods_get_the_web_servers_own_page(string request)
    {
        using var client = new RawClient(_simulator.Port);
        await client.SendAsync(request);

        RawResponse response = await client.ReadResponseAsync();

        Assert.Equal(404, response.Status);
        Assert.Equal("text/html; charset=iso-8859-1", response.Headers["Content-Type"]);
        Assert.StartsWith("<!DOCTYPE HTML PUBLIC", response.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_HEAD_response_has_no_body()
    {
        using var client = new RawClient(_simulator.Port);
        await client.SendAsync("HEAD /agc/api.php HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.Equal(404, (await client.ReadHeadAsync()).Status);

        await client.SendAsync(RawClient.Post("function=version"));
        Assert.Equal(200, (await client.ReadResponseAsync()).Status);
    }

    [Theory]
    [InlineData("HTTP/1.0", "")]
    [InlineData("HTTP/1.1", "Connection: close\r\n")]
    public async Task The_connection_ends_when_the_client_requests_it(string version, string header)
    {
        using var client = new RawClient(_simulator.Port);
        await client.SendAsync($"GET /agc/api.php?function=version {version}\r\n{header}\r\n");

        Assert.Equal("close", (await client.ReadResponseAsync()).Headers["Connection"]);
        Assert.Equal(string.Empty, await client.ReadToEndAsync());
    }

    [Fact]
    public async Task A_client_that_disconnects_during_a_request_does_no_harm()
    {
        for (int i = 0; i < 20; i++)
        {
            using var rude = new RawClient(_simulator.Port);
            await rude.SendAsync(RawClient.Post(Caller.Login + "add_lead&phone_number=7275554000")[..^5]);
        }

        using var client = new RawClient(_simulator.Port);
        await client.SendAsync(RawClient.Post("function=version"));

        Assert.Equal(200, (await client.ReadResponseAsync()).Status);
    }

    [Fact]
    public async Task Disposing_closes_open_connections()
    {
        using var client = new RawClient(_simulator.Port);
        await client.SendAsync(RawClient.Post("function=version"));
        await client.ReadResponseAsync();

        _simulator.Dispose();
        _simulator.Dispose();

        Assert.False(_simulator.IsRunning);
        Exception? end = await Record.ExceptionAsync(client.ReadToEndAsync);
        Assert.True(end is null or IOException, end?.ToString());
        Assert.Throws<SocketException>(() => new RawClient(_simulator.Port));
    }

    [Fact]
    public async Task Disposing_ends_a_stall_that_would_last_forever()
    {
        _simulator.Faults.Add(new Fault { Kind = FaultKind.Stall });
        using var client = new RawClient(_simulator.Port);
        await client.SendAsync(RawClient.Post("function=version"));
        while (_simulator.GetRequests().Count == 0)
        {
            await Task.Yield();
        }

        _simulator.Dispose();

        Exception? end = await Record.ExceptionAsync(client.ReadToEndAsync);
        Assert.True(end is null or IOException, end?.ToString());
    }

    [Fact]
    public async Task HttpClient_is_served_on_many_connections_at_the_same_time()
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = 16 };
        using var client = new HttpClient(handler) { BaseAddress = _simulator.Uri };
        HttpStatusCode[] statuses = await Task.WhenAll(Enumerable.Range(0, 400).Select(async i =>
        {
            using var form = new FormUrlEncodedContent(
            [
                new("source", "test"), new("user", "6666"), new("pass", "1234"), new("function", "add_lead"),
                new("phone_number", (7275560000 + i).ToString(System.Globalization.CultureInfo.InvariantCulture)), new("list_id", "107"),
            ]);
            using HttpResponseMessage response = await client.PostAsync("/vicidial/non_agent_api.php", form, TestContext.Current.CancellationToken);
            return response.StatusCode;
        }));

        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(400, _simulator.World.Leads.InList(107).Count);
    }
}
