using System.Text;

namespace Vicidial.Http;

/// <summary>The request line, and the headers that decide how the rest is read.</summary>
internal sealed class RequestHead
{
    private bool _hasLength;

    private RequestHead(string method, ArraySegment<byte> target, int version, ArraySegment<byte> headers)
    {
        Method = method;
        Target = target;
        Version = version;
        Headers = headers;
        KeepsAlive = version == 1;
    }

    public string Method { get; }

    public ArraySegment<byte> Target { get; }

    public int Version { get; }

    /// <summary>All header lines, without the request line and the blank line at the end.</summary>
    public ArraySegment<byte> Headers { get; }

    public bool KeepsAlive { get; private set; }

    public long ContentLength { get; private set; }

    public bool IsChunked { get; private set; }

    public bool ExpectsContinue { get; private set; }

    /// <summary>Reads a header section that ends with a blank line.</summary>
    /// <exception cref="RejectedRequestException">It is not HTTP.</exception>
    public static RequestHead Parse(byte[] buffer, int offset, int length, HttpServerOptions options)
    {
        int end = offset + length - 2;
        int lineEnd = LineEnd(buffer, offset, end);
        if (lineEnd - offset > options.MaximumRequestLine)
        {
            throw new RejectedRequestException(HttpRejection.TargetTooLong);
        }

        int position = Math.Min(lineEnd + 2, end);
        RequestHead head = ParseRequestLine(buffer, offset, lineEnd, options, new ArraySegment<byte>(buffer, position, end - position));
        while (position < end)
        {
            lineEnd = LineEnd(buffer, position, end);
            head.ParseHeader(buffer, position, lineEnd);
            position = lineEnd + 2;
        }

        return head;
    }

    private static RequestHead ParseRequestLine(byte[] buffer, int offset, int lineEnd, HttpServerOptions options, ArraySegment<byte> headers)
    {
        int methodEnd = Array.IndexOf(buffer, (byte)' ', offset, lineEnd - offset);
        if (methodEnd <= offset)
        {
            throw new RejectedRequestException(HttpRejection.Malformed);
        }

        int target = methodEnd + 1;
        int targetEnd = options.AllowsSpacesInTarget
            ? Array.LastIndexOf(buffer, (byte)' ', lineEnd - 1, lineEnd - target)
            : Array.IndexOf(buffer, (byte)' ', target, lineEnd - target);
        if (targetEnd <= target || buffer[target] != (byte)'/' || !IsVersion(buffer, targetEnd + 1, lineEnd))
        {
            throw new RejectedRequestException(HttpRejection.Malformed);
        }

        return new RequestHead(
            MethodName(buffer, offset, methodEnd), new ArraySegment<byte>(buffer, target, targetEnd - target), buffer[lineEnd - 1] - '0', headers);
    }

    private static string MethodName(byte[] buffer, int offset, int end)
    {
        if (Ascii.EqualsIgnoreCase(buffer, offset, end, "POST"))
        {
            return "POST";
        }

        return Ascii.EqualsIgnoreCase(buffer, offset, end, "GET") ? "GET" : Encoding.ASCII.GetString(buffer, offset, end - offset);
    }

    private static bool IsVersion(byte[] buffer, int offset, int end) =>
        Ascii.EqualsIgnoreCase(buffer, offset, end, "HTTP/1.1") || Ascii.EqualsIgnoreCase(buffer, offset, end, "HTTP/1.0");

    private static int LineEnd(byte[] buffer, int offset, int end)
    {
        int found = Array.IndexOf(buffer, (byte)'\r', offset, end - offset);
        while (found >= 0 && found < end - 1)
        {
            if (buffer[found + 1] == (byte)'\n')
            {
                return found;
            }

            found = Array.IndexOf(buffer, (byte)'\r', found + 1, end - found - 1);
        }

        throw new RejectedRequestException(HttpRejection.Malformed);
    }

    private void ParseHeader(byte[] buffer, int offset, int lineEnd)
    {
        int colon = Array.IndexOf(buffer, (byte)':', offset, lineEnd - offset);
        if (colon <= offset || buffer[offset] is (byte)' ' or (byte)'\t')
        {
            throw new RejectedRequestException(HttpRejection.Malformed);
        }

        switch (colon - offset)
        {
            case 6 when Ascii.EqualsIgnoreCase(buffer, offset, colon, "expect"):
                ExpectsContinue = Value(buffer, colon, lineEnd).Equals("100-continue", StringComparison.OrdinalIgnoreCase);
                break;
            case 10 when Ascii.EqualsIgnoreCase(buffer, offset, colon, "connection"):
                string wish = Value(buffer, colon, lineEnd);
                KeepsAlive = wish.IndexOf("close", StringComparison.OrdinalIgnoreCase) < 0
                    && (KeepsAlive || wish.IndexOf("keep-alive", StringComparison.OrdinalIgnoreCase) >= 0);
                break;
            case 14 when Ascii.EqualsIgnoreCase(buffer, offset, colon, "content-length"):
                TakeLength(Value(buffer, colon, lineEnd));
                break;
            case 17 when Ascii.EqualsIgnoreCase(buffer, offset, colon, "transfer-encoding"):
                IsChunked = Value(buffer, colon, lineEnd).EndsWith("chunked", StringComparison.OrdinalIgnoreCase)
                    ? true
                    : throw new RejectedRequestException(HttpRejection.Malformed);
                break;
            default:
                break;
        }
    }

    /// <summary>A request with two different lengths can be smuggled past a proxy.</summary>
    private void TakeLength(string text)
    {
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long length) || (_hasLength && length != ContentLength))
        {
            throw new RejectedRequestException(HttpRejection.Malformed);
        }

        _hasLength = true;
        ContentLength = length;
    }

    private static string Value(byte[] buffer, int colon, int lineEnd) => Ascii.Latin1.GetString(buffer, colon + 1, lineEnd - colon - 1).Trim();
}
