using System.Net;
using System.Net.Sockets;
using System.Text;
using VicidialPS.Wallboard;
using Xunit;

namespace VicidialPS.Tests.Wallboard;

/// <summary>Who may read the board: this computer under its own names, and anyone who knows the token.</summary>
public sealed class BoardServerTests
{
    private const string Token = "0123456789abcdef";

    [Theory]
    [InlineData("localhost:{port}", 200)]
    [InlineData("LOCALHOST:{port}", 200)]
    [InlineData("127.0.0.1:{port}", 200)]
    [InlineData("localhost", 403)]
    [InlineData("127.0.0.1", 403)]
    [InlineData("localhost:{port}0", 403)]
    [InlineData("localhost:1{port}", 403)]
    [InlineData("localhost.evil.example:{port}", 403)]
    [InlineData("localhost:{port}.evil.example", 403)]
    [InlineData("evil.localhost:{port}", 403)]
    [InlineData("evil-localhost:{port}", 403)]
    [InlineData("localhost.:{port}", 403)]
    [InlineData("127.0.0.1.evil.example:{port}", 403)]
    [InlineData("127.0.0.1:{port}@evil.example", 403)]
    [InlineData("1127.0.0.1:{port}", 403)]
    [InlineData("127.0.0.11:{port}", 403)]
    [InlineData("evil.example:{port}", 403)]
    public async Task The_board_of_this_computer_is_served_only_under_its_names(string host, int status)
    {
        using BoardServer server = BoardServer.Start(IPAddress.Loopback, 0, token: null);
        server.Show("board");
        string answer = await AskAsync(server, "/", host.Replace("{port}", $"{server.Uri.Port}", StringComparison.Ordinal));
        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Equal(status == 200, answer.EndsWith("board", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData($"/?token={Token}", 200)]
    [InlineData("/", 403)]
    [InlineData("/?token=", 403)]
    [InlineData($"/?token={Token}0", 403)]
    [InlineData($"/?token={Token}{Token}", 403)]
    [InlineData("/?token=0123456789abcde", 403)]
    [InlineData($"/?token=x{Token}", 403)]
    [InlineData($"/?Token={Token}", 403)]
    [InlineData($"/?a=1&token={Token}", 403)]
    public async Task The_board_for_others_needs_the_whole_token_and_nothing_more(string target, int status)
    {
        using BoardServer server = BoardServer.Start(IPAddress.Loopback, 0, Token);
        server.Show("board");
        string answer = await AskAsync(server, target, "tv.example");
        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Equal(status == 200, answer.EndsWith("board", StringComparison.Ordinal));
    }

    private static async Task<string> AskAsync(BoardServer server, string target, string host)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Uri.Port, TestContext.Current.CancellationToken);
        NetworkStream stream = client.GetStream();
        byte[] request = Encoding.ASCII.GetBytes($"GET {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        await stream.WriteAsync(request, TestContext.Current.CancellationToken);
        using var reader = new System.IO.StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
