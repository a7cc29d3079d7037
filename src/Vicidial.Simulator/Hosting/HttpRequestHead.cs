using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Vicidial.Simulator.Hosting;

/// <summary>The request line and those headers that matter here.</summary>
internal sealed class HttpRequestHead
{
    private const int LongestRequestLine = 8190;

    private static readonly byte[] NonAgentPath = Encoding.ASCII.GetBytes(SimulatorRequest.NonAgentPath);
    private static readonly byte[] AgentPath = Encoding.ASCII.GetBytes(SimulatorRequest.AgentPath);

    private HttpRequestHead(string method, string path, byte[] query, bool keepAlive)
    {
        Method = method;
        Path = path;
        Query = query;
        KeepAlive = keepAlive;
    }

    public string Method { get; }

    public string Path { get; }

    public byte[] Query { get; }

    public bool KeepAlive { get; private set; }

    public long ContentLength { get; private set; }

    public bool IsChunked { get; private set; }

    public bool ExpectsContinue { get; private set; }

    /// <summary>PHP reads fields from a form body only; one without a content type is taken for a form.</summary>
    public bool IsForm { get; private set; } = true;

    /// <summary>The headers that matter to files; null where there are none.</summary>
    public Dictionary<string, string>? FileHeaders { get; private set; }

    public static HttpRequestHead Parse(byte[] buffer, int offset, int length)
    {
        int end = offset + length - 2;
        int lineEnd = LineEnd(buffer, offset, end);
        if (lineEnd - offset > LongestRequestLine)
        {
            throw BadRequestException.AddressTooLong();
        }

        HttpRequestHead head = ParseRequestLine(buffer, offset, lineEnd);
        int position = lineEnd + 2;
        while (position < end)
        {
            lineEnd = LineEnd(buffer, position, end);
            head.ParseHeader(buffer, position, lineEnd);
            position = lineEnd + 2;
        }

        return head;
    }

    private static HttpRequestHead ParseRequestLine(byte[] buffer, int offset, int lineEnd)
    {
        int methodEnd = Array.IndexOf(buffer, (byte)' ', offset, lineEnd - offset);
        int targetEnd = methodEnd < 0 ? -1 : Array.IndexOf(buffer, (byte)' ', methodEnd + 1, lineEnd - methodEnd - 1);
        if (methodEnd <= offset || targetEnd < 0 || buffer[methodEnd + 1] != (byte)'/' || !IsVersion(buffer, targetEnd + 1, lineEnd))
        {
            throw BadRequestException.Malformed();
        }

        int target = methodEnd + 1;
        int question = Array.IndexOf(buffer, (byte)'?', target, targetEnd - target);
        int pathEnd = question < 0 ? targetEnd : question;
        var query = Array.Empty<byte>();
        if (question >= 0 && targetEnd > question + 1)
        {
            query = new byte[targetEnd - question - 1];
            Buffer.BlockCopy(buffer, question + 1, query, 0, query.Length);
        }

        return new HttpRequestHead(MethodName(buffer, offset, methodEnd), PathText(buffer, target, pathEnd), query, buffer[lineEnd - 1] == (byte)'1');
    }

    private static string MethodName(byte[] buffer, int offset, int end)
    {
        if (Equal(buffer, offset, end, "POST"))
        {
            return "POST";
        }

        return Equal(buffer, offset, end, "GET") ? "GET" : Encoding.ASCII.GetString(buffer, offset, end - offset);
    }

    private static string PathText(byte[] buffer, int offset, int end)
    {
        if (Same(buffer, offset, end, NonAgentPath))
        {
            return SimulatorRequest.NonAgentPath;
        }

        return Same(buffer, offset, end, AgentPath) ? SimulatorRequest.AgentPath : Encoding.UTF8.GetString(buffer, offset, end - offset);
    }

    private static bool IsVersion(byte[] buffer, int offset, int end) =>
        end - offset == 8 && (Equal(buffer, offset, end, "HTTP/1.1") || Equal(buffer, offset, end, "HTTP/1.0"));

    private static int LineEnd(byte[] buffer, int offset, int end)
    {
        for (int i = offset; i < end - 1; i++)
        {
            if (buffer[i] == (byte)'\r' && buffer[i + 1] == (byte)'\n')
            {
                return i;
            }
        }

        throw BadRequestException.Malformed();
    }

    private static bool Equal(byte[] buffer, int offset, int end, string text)
    {
        if (end - offset != text.Length)
        {
            return false;
        }

        for (int i = 0; i < text.Length; i++)
        {
            int one = buffer[offset + i];
            int other = text[i];
            if (one != other && (one is < 'A' or > 'Z' || one + 32 != other))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Same(byte[] buffer, int offset, int end, byte[] text)
    {
        if (end - offset != text.Length)
        {
            return false;
        }

        for (int i = 0; i < text.Length; i++)
        {
            if (buffer[offset + i] != text[i])
            {
                return false;
            }
        }

        return true;
    }

    private void ParseHeader(byte[] buffer, int offset, int lineEnd)
    {
        int colon = Array.IndexOf(buffer, (byte)':', offset, lineEnd - offset);
        if (colon <= offset)
        {
            throw BadRequestException.Malformed();
        }

        switch (colon - offset)
        {
            case 5 when Equal(buffer, offset, colon, "range"):
                KeepHeader("Range", Value(buffer, colon, lineEnd));
                break;
            case 8 when Equal(buffer, offset, colon, "if-range"):
                KeepHeader("If-Range", Value(buffer, colon, lineEnd));
                break;
            case 13 when Equal(buffer, offset, colon, "authorization"):
                // That there was one is all that anybody may know of it.
                KeepHeader("Authorization", "***");
                break;
            case 6 when Equal(buffer, offset, colon, "expect"):
                ExpectsContinue = Value(buffer, colon, lineEnd).Equals("100-continue", StringComparison.OrdinalIgnoreCase);
                break;
            case 10 when Equal(buffer, offset, colon, "connection"):
                string wish = Value(buffer, colon, lineEnd);
                KeepAlive = wish.IndexOf("close", StringComparison.OrdinalIgnoreCase) < 0
                    && (KeepAlive || wish.IndexOf("keep-alive", StringComparison.OrdinalIgnoreCase) >= 0);
                break;
            case 12 when Equal(buffer, offset, colon, "content-type"):
                IsForm = Value(buffer, colon, lineEnd).StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);
                break;
            case 14 when Equal(buffer, offset, colon, "content-length"):
                ContentLength = long.TryParse(Value(buffer, colon, lineEnd), NumberStyles.None, CultureInfo.InvariantCulture, out long count)
                    ? count
                    : throw BadRequestException.Malformed();
                break;
            case 17 when Equal(buffer, offset, colon, "transfer-encoding"):
                IsChunked = Value(buffer, colon, lineEnd).EndsWith("chunked", StringComparison.OrdinalIgnoreCase);
                break;
            default:
                break;
        }
    }

    private void KeepHeader(string name, string value) => (FileHeaders ??= new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase))[name] = value;

    private static string Value(byte[] buffer, int colon, int lineEnd) =>
        Encoding.ASCII.GetString(buffer, colon + 1, lineEnd - colon - 1).Trim();
}
