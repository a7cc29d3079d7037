using System.Net;
using System.Text;

namespace Vicidial.Http;

/// <summary>An HTTP request as it was sent, without decoding. Its buffers are valid until the response is created.</summary>
public sealed class HttpRequest
{
    private readonly ArraySegment<byte> _headers;

    internal HttpRequest(RequestHead head, ArraySegment<byte> body, IPAddress remoteAddress)
    {
        Method = head.Method;
        Target = head.Target;
        Version = head.Version;
        KeepsAlive = head.KeepsAlive;
        _headers = head.Headers;
        Body = body;
        RemoteAddress = remoteAddress;
    }

    /// <summary>The method in capitals.</summary>
    public string Method { get; }

    /// <summary>The request target, such as <c>/agc/api.php?function=version</c>, as the bytes that were sent.</summary>
    public ArraySegment<byte> Target { get; }

    /// <summary>The minor version: 0 for HTTP/1.0 and 1 for HTTP/1.1.</summary>
    public int Version { get; }

    /// <summary>False if the client asks to close the connection after the response.</summary>
    public bool KeepsAlive { get; }

    /// <summary>The body; empty if there is none.</summary>
    public ArraySegment<byte> Body { get; }

    /// <summary>The address that the connection comes from.</summary>
    public IPAddress RemoteAddress { get; }

    /// <summary>The part of the target before the first question mark.</summary>
    public ArraySegment<byte> Path
    {
        get
        {
            int length = QueryStart();
            return new ArraySegment<byte>(Target.Array!, Target.Offset, length < 0 ? Target.Count : length);
        }
    }

    /// <summary>The part of the target after the first question mark; empty if there is none.</summary>
    public ArraySegment<byte> Query
    {
        get
        {
            int length = QueryStart();
            return length < 0
                ? new ArraySegment<byte>(Target.Array!, Target.Offset + Target.Count, 0)
                : new ArraySegment<byte>(Target.Array!, Target.Offset + length + 1, Target.Count - length - 1);
        }
    }

    /// <summary>The value of the first header with a name, read as Latin-1.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <returns>The value without spaces around it, or null if there is no such header.</returns>
    public string? Header(string name)
    {
        if (name is null)
        {
            throw new ArgumentNullException(nameof(name));
        }

        byte[] bytes = _headers.Array!;
        int at = _headers.Offset;
        int end = _headers.Offset + _headers.Count;
        while (at < end)
        {
            int lineEnd = Array.IndexOf(bytes, (byte)'\r', at, end - at);
            lineEnd = lineEnd < 0 ? end : lineEnd;
            if (lineEnd - at > name.Length && bytes[at + name.Length] == (byte)':' && Ascii.EqualsIgnoreCase(bytes, at, at + name.Length, name))
            {
                return Ascii.Latin1.GetString(bytes, at + name.Length + 1, lineEnd - at - name.Length - 1).Trim();
            }

            at = lineEnd + 2;
        }

        return null;
    }

    /// <summary>The path as text, undecoded.</summary>
    /// <returns>The path, read as UTF-8.</returns>
    public string PathText() => Encoding.UTF8.GetString(Path.Array!, Path.Offset, Path.Count);

    private int QueryStart()
    {
        int found = Array.IndexOf(Target.Array!, (byte)'?', Target.Offset, Target.Count);
        return found < 0 ? -1 : found - Target.Offset;
    }
}
