using Vicidial.Simulator.Tests.Support;
using Xunit;

namespace Vicidial.Simulator.Tests.Hosting;

/// <summary>A web page in a browser cannot reach the simulator through a host name of its own.</summary>
public sealed class HostHeaderTests : IDisposable
{
    private readonly DialerSimulator _simulator = DialerSimulator.Start();

    public void Dispose() => _simulator.Dispose();

    [Theory]
    [InlineData("Host: 127.0.0.1:18820\r\n", 200)]
    [InlineData("Host: 127.0.0.1\r\n", 200)]
    [InlineData("Host: LocalHost:80\r\n", 200)]
    [InlineData("Host: [::1]:80\r\n", 200)]
    [InlineData("Host: evil.example\r\n", 403)]
    [InlineData("Host: evil.example:18820\r\n", 403)]
    [InlineData("Host: localhost.evil.example\r\n", 403)]
    [InlineData("Host: 127.0.0.1.evil.example\r\n", 403)]
    [InlineData("Host: evil-localhost\r\n", 403)]
    [InlineData("Host: localhost:80.evil.example\r\n", 403)]
    public async Task Only_requests_that_name_this_computer_are_served(string header, int status)
    {
        using var client = new RawClient(_simulator.Port);
        await client.SendAsync($"GET /agc/api.php?function=version HTTP/1.1\r\n{header}\r\n");
        Assert.Equal(status, (await client.ReadResponseAsync()).Status);
    }
}
