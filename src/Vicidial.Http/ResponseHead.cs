using System.Text;

namespace Vicidial.Http;

/// <summary>Writes the status line and the headers as bytes.</summary>
internal sealed class ResponseHead(string? serverName)
{
    private static readonly byte[] Close = Encoding.ASCII.GetBytes("\r\nConnection: close\r\n\r\n");
    private static readonly byte[] Stay = Encoding.ASCII.GetBytes("\r\n\r\n");

    private byte[]? _usual;
    private string? _usualType;

    /// <summary>Writes the head into the buffer, which grows if it is too small.</summary>
    /// <returns>The number of bytes written.</returns>
    public int Write(HttpResponse response, bool keepAlive, ref byte[] buffer)
    {
        byte[] first = response.Status == 200 && response.Headers.Count == 0 ? Usual(response) : Encoding.ASCII.GetBytes(Compose(response));
        byte[] last = keepAlive ? Stay : Close;
        int room = first.Length + 10 + last.Length;
        if (buffer.Length < room)
        {
            buffer = new byte[room];
        }

        Buffer.BlockCopy(first, 0, buffer, 0, first.Length);
        int position = WriteNumber(response.Body.Length, buffer, first.Length);
        Buffer.BlockCopy(last, 0, buffer, position, last.Length);
        return position + last.Length;
    }

    /// <summary>Most responses of a connection have the same head.</summary>
    private byte[] Usual(HttpResponse response)
    {
        if (_usual is null || _usualType != response.ContentType)
        {
            _usual = Encoding.ASCII.GetBytes(Compose(response));
            _usualType = response.ContentType;
        }

        return _usual;
    }

    private string Compose(HttpResponse response)
    {
        var head = new StringBuilder();
        head.Append("HTTP/1.1 ").Append(response.Status.ToString(CultureInfo.InvariantCulture)).Append(' ').Append(Reason(response.Status));
        if (serverName is not null)
        {
            head.Append("\r\nServer: ").Append(serverName);
        }

        head.Append("\r\nContent-Type: ").Append(response.ContentType);
        foreach (KeyValuePair<string, string> header in response.Headers)
        {
            head.Append("\r\n").Append(header.Key).Append(": ").Append(header.Value);
        }

        return head.Append("\r\nContent-Length: ").ToString();
    }

    private static int WriteNumber(int number, byte[] buffer, int position)
    {
        int digits = 1;
        for (int rest = number; rest >= 10; rest /= 10)
        {
            digits++;
        }

        for (int i = position + digits - 1; i >= position; i--)
        {
            buffer[i] = (byte)('0' + (number % 10));
            number /= 10;
        }

        return position + digits;
    }

    private static string Reason(int status) => status switch
    {
        200 => "OK",
        206 => "Partial Content",
        301 => "Moved Permanently",
        302 => "Found",
        307 => "Temporary Redirect",
        308 => "Permanent Redirect",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        413 => "Request Entity Too Large",
        414 => "Request-URI Too Long",
        416 => "Range Not Satisfiable",
        418 => "I'm a teapot",
        429 => "Too Many Requests",
        431 => "Request Header Fields Too Large",
        500 => "Internal Server Error",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        _ => "Status",
    };
}
