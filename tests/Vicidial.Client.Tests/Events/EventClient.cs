using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Vicidial.Client.Tests.Events;

/// <summary>Sends one request as bytes over a separate connection, as every sender of a dialer does.</summary>
internal static class EventClient
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static Task<string> GetAsync(IPEndPoint server, string target) =>
        SendAsync(server, Encoding.Latin1.GetBytes($"GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));

    public static Task<string> PostAsync(IPEndPoint server, string target, string body) => SendAsync(
        server,
        Encoding.Latin1.GetBytes(
            $"POST {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            + $"Content-Length: {body.Length}\r\n\r\n{body}"));

    /// <summary>Sends a request and returns the response, up to the end of its body.</summary>
    public static async Task<string> SendAsync(IPEndPoint server, byte[] request)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(server, Token);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(request, Token);
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!IsWhole(text.ToString()))
        {
            int count = await stream.ReadAsync(buffer, Token);
            if (count == 0)
            {
                throw new EndOfStreamException($"The connection ended after: {text}");
            }

            text.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }

        return text.ToString();
    }

    private static bool IsWhole(string text)
    {
        int head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        int length = text.IndexOf("Content-Length: ", StringComparison.Ordinal);
        return head >= 0 && length >= 0 && text.Length >= head + 4 + int.Parse(text.AsSpan(length + 16, text.IndexOf('\r', length) - length - 16));
    }
}
