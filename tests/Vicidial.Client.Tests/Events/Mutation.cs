using System.Net;
using System.Net.Sockets;
using System.Text;
using Vicidial.Client.Events;
using Xunit;

namespace Vicidial.Client.Tests.Events;

/// <summary>Damages recorded requests in ways that networks, attackers and odd data do.</summary>
internal static class Mutation
{
    private static readonly string[] Bits =
    [
        "&", "=", "%", "%0", "%zz", "+", " ", "\r\n", "\n", "\0", "\u00ff", "?", "/", "--A--", "--B--", "kind=", "HTTP/1.1", ":",
        "&&&&", "%C3%28", "\\&",
    ];

    public static byte[] Of(byte[] request, byte[] other, Random random)
    {
        var bytes = request.ToList();
        for (int changes = random.Next(1, 6); changes > 0; changes--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, Encoding.Latin1.GetBytes(Bits[random.Next(Bits.Length)]));
                    break;
                case 3:
                    int from = random.Next(other.Length);
                    bytes.InsertRange(at, other.Skip(from).Take(random.Next(60)));
                    break;
                case 4:
                    bytes.InsertRange(at, Enumerable.Repeat((byte)'x', random.Next(5000)));
                    break;
                default:
                    int count = Math.Min(random.Next(1, 40), bytes.Count - at);
                    bytes.InsertRange(at, bytes.GetRange(at, count));
                    break;
            }

            if (bytes.Count == 0)
            {
                bytes.Add((byte)'G');
            }
        }

        return [.. bytes];
    }

    /// <summary>The kinds that the damaged text contains anywhere. No other kind may result.</summary>
    public static EventKind[] KindsIn(byte[] request)
    {
        string text = Encoding.Latin1.GetString(request);
        return EventCatalog.Kinds.Where(kind => text.Contains(kind.Name, StringComparison.OrdinalIgnoreCase)).Select(static kind => kind.Kind)
            .Concat(text.Contains("event", StringComparison.OrdinalIgnoreCase) ? [EventKind.AgentEvent] : [])
            .Concat(text.Contains("REMOTE_AGENT_START_CALL_URL", StringComparison.OrdinalIgnoreCase) ? [EventKind.RemoteAgentCallStart] : [])
            .Concat(text.Contains("INGROUP_ADD_LEAD_URL", StringComparison.OrdinalIgnoreCase) ? [EventKind.LeadAdded] : [])
            .Concat(text.Contains("NA_CALL_URL", StringComparison.OrdinalIgnoreCase) ? [EventKind.NoAgent] : [])
            .ToArray();
    }

    /// <summary>A redirect would make a sender send another request.</summary>
    private static bool IsResponse(string text) =>
        text.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) && !text.StartsWith("HTTP/1.1 3", StringComparison.Ordinal);

    /// <summary>Sends the request, and returns whether there was a response, or no response was expected.</summary>
    public static async Task<bool> SendAsync(IPEndPoint server, byte[] request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server, TestContext.Current.CancellationToken);
        NetworkStream stream = client.GetStream();
        try
        {
            await stream.WriteAsync(request, TestContext.Current.CancellationToken);
            client.Client.Shutdown(SocketShutdown.Send);
            var answer = new byte[16];
            int count = await stream.ReadAsync(answer, TestContext.Current.CancellationToken);

            // The sender of a request that is cut off in the middle does not wait for a response.
            return count == 0 || IsResponse(Encoding.ASCII.GetString(answer, 0, count));
        }
        catch (IOException)
        {
            return true;
        }
    }
}
