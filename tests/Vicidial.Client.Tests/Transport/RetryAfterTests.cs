using Vicidial.Client.Tests.Support;
using Xunit;

namespace Vicidial.Client.Tests.Transport;

/// <summary>A server that asks for a later retry has not said that it did nothing.</summary>
public sealed class RetryAfterTests
{
    [Theory]
    [InlineData(503, "1")]
    [InlineData(500, "1")]
    [InlineData(502, "0")]
    [InlineData(503, "Fri, 20 Nov 2026 12:00:00 GMT")]
    [InlineData(503, null)]
    public async Task A_change_that_may_have_been_made_is_not_sent_again(int status, string? retryAfter)
    {
        using var handler = new StubHandler(
            StubHandler.Response(Dial.Nobody),
            StubHandler.Response(string.Empty, status, retryAfter, retryAfter is null ? null : "Fri, 20 Nov 2026 11:59:59 GMT"),
            StubHandler.Response(Dial.LeadAdded));
        using DialerClient client = Dial.Client(handler);
        await client.AgentsAsync();
        await client.FailAsync(Dial.AddLead());

        Assert.Equal(2, handler.Count);
    }
}
