using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Operations;
using Vicidial.Client.Tests.Support;
using Vicidial.Client.Transport;
using Xunit;

namespace Vicidial.Client.Tests.Transport;

/// <summary>A server that responds one byte at a time, forever.</summary>
public sealed class DrippingTests
{
    [Theory]
    [InlineData(false, DialerApi.NonAgent)]
    [InlineData(true, DialerApi.NonAgent)]
    [InlineData(true, DialerApi.Agent)]
    public async Task A_response_that_arrives_too_slowly_is_abandoned_during_a_version_request_or_a_login(bool isLogin, DialerApi api)
    {
        int sent = 0;
        await using var server = new TestServer(async (request, connection) =>
        {
            await connection.HeadAsync(1_000_000);
            try
            {
                for (; ; sent++)
                {
                    await connection.SendAsync("V");
                    await Task.Delay(100, TestContext.Current.CancellationToken);
                }
            }
            catch (Exception gone) when (gone is IOException or ObjectDisposedException)
            {
                // The client has closed the connection.
            }
        });
        using DialerClient client = new(
            new DialerOptions(server.Uri) { NoProxy = true, MaximumRetryCount = 0, Timeout = TimeSpan.FromSeconds(1) }, Dial.Credential());

        DialerException failure = await Assert
            .ThrowsAsync<DialerException>(() =>
                isLogin
                    ? LoginCheck.RunAsync(client, api, null, TestContext.Current.CancellationToken)
                    : client.Versions.ReadAsync(api, null, TestContext.Current.CancellationToken)
            )
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal("Vicidial.Timeout", failure.ErrorId);
        Assert.Contains("was not complete within 1 seconds", failure.Message, StringComparison.Ordinal);
        Assert.InRange(sent, 2, 200);
    }

    [Fact]
    public async Task A_version_of_many_megabytes_is_rejected()
    {
        await using var server = new TestServer(async (request, connection) =>
        {
            await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n");
            try
            {
                while (true)
                {
                    await connection.SendAsync(new byte[64 * 1024]);
                }
            }
            catch (Exception gone) when (gone is IOException or ObjectDisposedException)
            {
                // The client has closed the connection.
            }
        });
        using DialerClient client = Dial.Client(server.Uri, set: options => options.MaximumRetryCount = 0);
        DialerException failure = await Assert.ThrowsAsync<DialerException>(() =>
            client.Versions.ReadAsync(DialerApi.NonAgent, null, TestContext.Current.CancellationToken)
        );
        Assert.Equal("Vicidial.ReplyTooLarge", failure.ErrorId);
    }
}
