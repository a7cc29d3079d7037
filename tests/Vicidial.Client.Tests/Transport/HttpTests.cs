using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using Vicidial.Client.Tests.Support;
using Vicidial.Client.Transport;
using Xunit;

namespace Vicidial.Client.Tests.Transport;

public class HttpTests
{
    [Fact]
    public async Task A_request_is_a_form_with_the_login_first_and_the_function_last()
    {
        await using var server = new TestServer(Dial.LeadAdded);
        using DialerClient client = Dial.Client(server.Uri, password: "Canary7x");

        await client.RunAsync(Dial.AddLead().Add("comments", "50% & more + ü 😀 x=1|2"));

        TestRequest request = Assert.Single(server.Requests);
        Assert.Equal("POST", request.Method);
        Assert.Equal("/vicidial/non_agent_api.php", request.Target);
        Assert.Equal(["source", "user", "pass", "phone_number", "comments", "function"], request.Fields.Select(field => field.Key));
        Assert.Equal("50% & more + ü 😀 x=1|2", request.Field("comments"));
        Assert.Equal("Canary7x", request.Field("pass"));
        Assert.Equal("application/x-www-form-urlencoded", request.Header("Content-Type"));
        Assert.Equal(request.Body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), request.Header("Content-Length"));
        Assert.Null(request.Header("Expect"));
        Assert.Null(request.Header("Cookie"));
        Assert.Null(request.Header("Authorization"));
        Assert.StartsWith("VicidialPS/", request.Header("User-Agent"), StringComparison.Ordinal);
        Assert.DoesNotContain("Canary7x", request.Head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_API_has_its_own_address()
    {
        await using var server = new TestServer(
            (request, connection) =>
                connection.ResponseAsync(request.Target.StartsWith("/agent", StringComparison.Ordinal) ? Dial.Sent : Dial.LeadAdded)
        );
        using DialerClient client = Dial.Client(new Uri("http://127.0.0.1:1"), set: options =>
        {
            options.AgentUri = server.Uri;
            options.AgentPath = "/agent/elsewhere.php";
            options.Source = "crm";
        });

        await client.RunAsync(Dial.CallAgent());

        TestRequest request = Assert.Single(server.Requests);
        Assert.Equal("/agent/elsewhere.php", request.Target);
        Assert.Equal("crm", request.Field("source"));
    }

    [Fact]
    public async Task A_query_for_rows_requests_tabs_and_column_names()
    {
        await using var server = new TestServer(Dial.Roster);
        using DialerClient client = Dial.Client(server.Uri);
        using var reader = await client.AgentsAsync();

        Assert.Equal("tab", server.Requests[0].Field("stage"));
        Assert.Equal("YES", server.Requests[0].Field("header"));
    }

    [Fact]
    public async Task Connections_are_renewed_in_a_long_run_and_current_requests_continue()
    {
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new TestServer(async (request, connection) =>
        {
            if (request.Field("phone_number") == "7275550000")
            {
                await waiting.Task;
            }

            await connection.ResponseAsync(Dial.LeadAdded);
        });
        var time = new FakeTime();
        using DialerClient client = Dial.Client(server.Uri, time: time);
        await client.RunAsync(Dial.AddLead());
        await client.RunAsync(Dial.AddLead());
        Assert.Equal(1, server.ConnectionCount);

        Task<DialerResponse> slow = client.RunAsync(Dial.AddLead("7275550000"));
        for (int renewal = 1; renewal <= 3; renewal++)
        {
            int before = server.ConnectionCount;
            await time.WaitAsync(RenewedConnections.Lifetime, TestContext.Current.CancellationToken);
            await client.RunAsync(Dial.AddLead());
            await client.RunAsync(Dial.AddLead());
            Assert.Equal(before + 1, server.ConnectionCount);
        }

        waiting.SetResult();
        Assert.Null((await slow).Error);
    }

    [Fact]
    public async Task Connections_are_reused()
    {
        await using var server = new TestServer(Dial.LeadAdded);
        using DialerClient client = Dial.Client(server.Uri);
        for (int i = 0; i < 5; i++)
        {
            await client.RunAsync(Dial.AddLead());
        }

        Assert.Equal(5, server.Requests.Count);
        Assert.Equal(1, server.ConnectionCount);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_named_and_not_followed(int status)
    {
        await using var target = new TestServer(Dial.LeadAdded);
        await using var server = new TestServer((_, connection) => connection.ResponseAsync(
            string.Empty, status, $"Location: http://someone:secret@127.0.0.1:{target.Port}/elsewhere.php?user=6666&pass=Canary7x#part\r\n"));
        using DialerClient client = Dial.Client(server.Uri, password: "Canary7x");

        DialerException failure = await client.FailAsync(Dial.AddLead());

        Assert.Equal("Vicidial.Redirected", failure.ErrorId);
        Assert.Contains($"http://127.0.0.1:{target.Port}/elsewhere.php", failure.Cause, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Canary7x", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("?", failure.Cause, StringComparison.Ordinal);
        Assert.Empty(target.Requests);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("Location: /other/api.php?pass=x\r\n", "/other/api.php")]
    [InlineData("", "another address")]
    public async Task A_redirect_without_a_full_address_is_named_without_inventing_one(string header, string named)
    {
        await using var server = new TestServer((_, connection) => connection.ResponseAsync(string.Empty, 302, header));
        using DialerClient client = Dial.Client(server.Uri);

        Assert.Contains(named, (await client.FailAsync(Dial.Agents())).Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "Vicidial.AccessRefused")]
    [InlineData(403, "Vicidial.AccessRefused")]
    [InlineData(404, "Vicidial.ApiNotFound")]
    [InlineData(407, "Vicidial.ProxyRefused")]
    [InlineData(410, "Vicidial.ApiNotFound")]
    [InlineData(413, "Vicidial.RequestTooLarge")]
    [InlineData(414, "Vicidial.RequestTooLarge")]
    [InlineData(405, "Vicidial.AccessRefused")]
    public async Task A_status_of_the_web_server_is_reported_and_the_request_is_not_retried(int status, string errorId)
    {
        const string Page = "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">\n<html><body><h1>Sorry</h1></body></html>\n";
        await using var server = new TestServer((_, connection) => connection.ResponseAsync(Page, status));
        using DialerClient reader = Dial.Client(server.Uri);
        using DialerClient writer = Dial.Client(server.Uri);

        Assert.Equal(errorId, (await reader.FailAsync(Dial.Agents())).ErrorId);
        Assert.Equal(errorId, (await writer.FailAsync(Dial.AddLead())).ErrorId);
        Assert.Equal(errorId, (await Assert.ThrowsAsync<DialerException>(() => writer.AgentsAsync())).ErrorId);
        Assert.Equal(3, server.Requests.Count);
        Assert.False(reader.IsLoginGood(DialerApi.NonAgent));
    }

    [Theory]
    [InlineData(400, "<center>The plain HTTP request was sent to HTTPS port</center>", "Vicidial.HttpsRequired")]
    [InlineData(497, "<center>The plain HTTP request was sent to HTTPS port</center>", "Vicidial.HttpsRequired")]
    [InlineData(400, "<p>Reason: You're speaking plain HTTP to an SSL-enabled server port.<br /></p>", "Vicidial.HttpsRequired")]
    [InlineData(400, "Client sent an HTTP request to an HTTPS server.\n", "Vicidial.HttpsRequired")]
    [InlineData(400, "<p>Your browser sent a request that this server could not understand.<br /></p>", "Vicidial.AccessRefused")]
    public async Task An_http_request_to_an_https_port_is_a_clear_error(int status, string page, string errorId)
    {
        await using var server = new TestServer((_, connection) => connection.ResponseAsync($"<html><body>{page}</body></html>", status));
        using DialerClient client = Dial.Client(server.Uri);

        DialerException failure = await client.FailAsync(Dial.Agents());
        Assert.Equal(errorId, failure.ErrorId);
        Assert.Contains("https", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_is_reported_rather_than_the_cut_of_its_page()
    {
        await using var server = new TestServer(async (_, connection) =>
        {
            await connection.HeadAsync(10_000, 413);
            connection.Close();
        });
        using DialerClient client = Dial.Client(server.Uri);

        Assert.Equal("Vicidial.RequestTooLarge", (await client.FailAsync(Dial.AddLead())).ErrorId);
    }

    [Theory]
    [InlineData("<!DOCTYPE html>\n<html><body>It works!</body></html>")]
    [InlineData("<html>\n<head><title>Sign in</title></head></html>\n")]
    public async Task A_page_of_another_server_is_not_a_dialer_and_not_an_unknown_outcome(string page)
    {
        using var handler = new StubHandler(StubHandler.Response(page));
        using DialerClient client = Dial.Client(handler);

        DialerException failure = await client.FailAsync(Dial.AddLead());

        Assert.Equal("Vicidial.NotADialer", failure.ErrorId);
        Assert.Equal(1, handler.Count);
    }

    [Theory]
    [InlineData("TULOS: tehty - 1\n")]
    [InlineData("hello\n")]
    public async Task An_unknown_response_to_a_change_is_an_unknown_outcome(string body)
    {
        using var handler = new StubHandler(StubHandler.Response(body));
        using DialerClient client = Dial.Client(handler);

        DialerException failure = await client.FailAsync(Dial.AddLead());

        Assert.Equal("Vicidial.OutcomeUnknown", failure.ErrorId);
        Assert.Contains(body.Trim(), failure.ResponseText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_untrusted_certificate_is_reported_and_nothing_is_sent()
    {
        using X509Certificate2 certificate = MakeCertificate();
        var time = new FakeTime();
        await using var server = new TestServer((_, connection) => connection.ResponseAsync(Dial.LeadAdded), certificate);
        using DialerClient client = Dial.Client(server.Uri, time);

        DialerException failure = await client.FailAsync(Dial.AddLead());

        Assert.Equal("Vicidial.CertificateNotTrusted", failure.ErrorId);
        Assert.Equal(DialerErrorKind.Transport, failure.Kind);
        Assert.Empty(server.Requests);
        Assert.Empty(time.Waits);
    }

    [Fact]
    public async Task An_untrusted_certificate_is_accepted_if_requested()
    {
        using X509Certificate2 certificate = MakeCertificate();
        await using var server = new TestServer((_, connection) => connection.ResponseAsync(Dial.LeadAdded), certificate);
        using DialerClient client = Dial.Client(server.Uri, set: options => options.SkipCertificateCheck = true);

        Assert.Equal(ResponseKind.Success, (await client.RunAsync(Dial.AddLead())).Kind);
    }

    [Fact]
    public async Task A_server_without_HTTPS_is_reported_and_nothing_is_sent()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        CancellationToken end = TestContext.Current.CancellationToken;
        Task serving = Task.Run(
            async () =>
            {
                using Socket socket = await listener.AcceptSocketAsync(end);
                await socket.ReceiveAsync(new byte[16], end);
                await socket.SendAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), end);
            },
            end);
        using DialerClient client = Dial.Client(new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"));

        DialerException failure = await client.FailAsync(Dial.AddLead());

        Assert.Equal("Vicidial.TlsFailed", failure.ErrorId);
        Assert.Equal(0, failure.Attempts);
        await serving;
    }

    [Fact]
    public async Task The_time_to_the_headers_is_limited()
    {
        var time = new FakeTime();
        await using var server = new TestServer(async (_, connection) =>
        {
            time.Expire();
            await connection.WaitForEndAsync();
        });
        using DialerClient client = Dial.Client(server.Uri, time, set: options => options.MaximumRetryCount = 0);

        DialerException failure = await client.FailAsync(Dial.Agents());

        Assert.Equal("Vicidial.Timeout", failure.ErrorId);
        Assert.Equal(DialerErrorKind.Timeout, failure.Kind);
        Assert.Contains("30 seconds", failure.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_time_limit_for_the_body_starts_again_with_each_part()
    {
        var time = new FakeTime();
        await using var server = new TestServer(async (_, connection) =>
        {
            // The first limit is for the headers. Each part is sent when the client waits for it with a separate limit.
            await connection.HeadAsync(10_000);
            for (int limits = 2; limits < 7; limits++)
            {
                Assert.True(SpinWait.SpinUntil(() => time.LimitsSet == limits, TimeSpan.FromSeconds(30)));
                await connection.SendAsync("1|2|3\n");
            }

            Assert.True(SpinWait.SpinUntil(() => time.LimitsSet == 7, TimeSpan.FromSeconds(30)));
            time.Expire();
            await connection.WaitForEndAsync();
        });
        using DialerClient client = Dial.Client(server.Uri, time, set: options => options.MaximumRetryCount = 0);

        DialerException failure = await client.FailAsync(Dial.Agents());

        Assert.Equal("Vicidial.Timeout", failure.ErrorId);
        Assert.Contains("no data arrived for", failure.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancellation_ends_a_request_in_flight(bool headers)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new TestServer(async (_, connection) =>
        {
            if (headers)
            {
                await connection.HeadAsync(1000);
            }

            arrived.SetResult();
            await connection.WaitForEndAsync();
            ended.SetResult();
        });
        using DialerClient client = Dial.Client(server.Uri);
        using var source = new CancellationTokenSource();
        Task<DialerResponse> request = client.InvokeAsync(Dial.AddLead(), null, source.Token);
        await arrived.Task;

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_request_that_is_canceled_before_it_begins_sends_nothing()
    {
        using var handler = new StubHandler(StubHandler.Response(Dial.LeadAdded));
        using DialerClient client = Dial.Client(handler);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            client.InvokeAsync(Dial.AddLead(), null, new CancellationToken(canceled: true))
        );
        Assert.Equal(0, handler.Count);
    }

    [Fact]
    public async Task A_long_body_in_many_parts_is_read_completely()
    {
        string body = string.Concat(
            Enumerable.Range(0, 2000).Select(i => $"NOTICE: hopper_bulk_insert LEAD ADDED TO HOPPER - 727555{i:0000}|{i}|101|6666 é\n")
        );
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        await using var server = new TestServer(async (_, connection) =>
        {
            await connection.HeadAsync(bytes.Length);
            for (int at = 0; at < bytes.Length; at += 1021)
            {
                await connection.SendAsync(bytes[at..Math.Min(at + 1021, bytes.Length)]);
            }
        });
        using DialerClient client = Dial.Client(server.Uri);

        DialerResponse response = await client.RunAsync(
            new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, "hopper_bulk_insert")).Add("lead_ids", "1")
        );

        Assert.Equal(2000, response.Notices.Count());
        Assert.Equal(body, response.Raw);
    }

    [Fact]
    public async Task The_handler_of_a_caller_is_not_disposed()
    {
        using var handler = new StubHandler(StubHandler.Response(Dial.LeadAdded));
        Dial.Client(handler).Dispose();
        using DialerClient client = Dial.Client(handler);

        Assert.Equal(ResponseKind.Success, (await client.RunAsync(Dial.AddLead())).Kind);
    }

    [Fact]
    public async Task An_address_with_a_login_in_it_does_not_show_it()
    {
        using var handler = new StubHandler(StubHandler.Response("nonsense\n"));
        using DialerClient client = Dial.Client(handler, set: _ => { });
        using var odd = new DialerClient(
            new Client.Transport.DialerOptions(new Uri("http://someone:Canary7x@dialer.test/")) { Name = "odd" },
            Dial.Credential(),
            new FakeTime(),
            handler
        );

        DialerException failure = await Assert.ThrowsAsync<DialerException>(() =>
            odd.Versions.ReadAsync(DialerApi.NonAgent, null, TestContext.Current.CancellationToken)
        );

        Assert.DoesNotContain("Canary7x", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Canary7x", odd.ToString(), StringComparison.Ordinal);
        Assert.Equal("test (http://dialer.test/ as 6666)", client.ToString());
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
