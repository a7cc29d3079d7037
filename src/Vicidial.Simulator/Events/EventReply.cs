namespace Vicidial.Simulator.Events;

/// <summary>The parts of a receiver's response that a sender checks.</summary>
/// <param name="Status">The status; 0 if there is no whole head.</param>
/// <param name="Location">The destination of a redirect, or empty.</param>
/// <param name="BodyLength">The number of bytes of the body that arrived.</param>
/// <param name="IsWhole">Whether the body has its announced length.</param>
internal sealed record EventReply(int Status, string Location, int BodyLength, bool IsWhole)
{
    private const int LongestHead = 64 * 1024;

    /// <summary>Reads a response.</summary>
    public static async Task<EventReply> ReadAsync(Stream stream)
    {
        var buffer = new byte[LongestHead];
        int count = 0;
        while (true)
        {
            string text = EventText.Bytes.GetString(buffer, 0, count);
            int end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0)
            {
                string[] lines = text.Substring(0, end).Split(["\r\n"], StringSplitOptions.None);
                return await ReadBodyAsync(stream, lines, count - end - 4, buffer).ConfigureAwait(false);
            }

            int more = count < buffer.Length ? await stream.ReadAsync(buffer, count, buffer.Length - count).ConfigureAwait(false) : 0;
            if (more == 0)
            {
                return new EventReply(0, string.Empty, 0, IsWhole: false);
            }

            count += more;
        }
    }

    private static async Task<EventReply> ReadBodyAsync(Stream stream, string[] lines, int body, byte[] buffer)
    {
        string[] first = lines[0].Split(' ');
        int status = first.Length > 1 && int.TryParse(first[1], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
        bool hasLength = int.TryParse(Header(lines, "Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out int length);
        bool hasBody = status is not (204 or 304) && status >= 200;
        try
        {
            // Without a length, the body ends with the connection.
            while (hasBody && (!hasLength || body < length))
            {
                int more = await stream.ReadAsync(buffer, 0, buffer.Length).ConfigureAwait(false);
                if (more == 0)
                {
                    break;
                }

                body += more;
            }
        }
        catch (IOException)
        {
            return new EventReply(status, Header(lines, "Location"), body, IsWhole: false);
        }

        return new EventReply(status, Header(lines, "Location"), body, !hasBody || !hasLength || body >= length);
    }

    private static string Header(string[] lines, string name) => lines
        .Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
        .Select(line => line.Substring(name.Length + 1).Trim()).FirstOrDefault() ?? string.Empty;
}
