namespace Vicidial.Simulator.Events;

/// <summary>A request and its destination.</summary>
/// <param name="Host">The host.</param>
/// <param name="Port">The port.</param>
/// <param name="IsTls">Whether the connection is encrypted.</param>
/// <param name="Request">The bytes of the request.</param>
internal sealed record EventHop(string Host, int Port, bool IsTls, byte[] Request)
{
    private const string HostName = "Host: ";

    /// <summary>The request that a sender makes after a redirect, or null if it does not understand the address.</summary>
    /// <param name="location">The address, which can be relative.</param>
    /// <param name="status">The status of the redirect.</param>
    public EventHop? Follow(string location, int status)
    {
        string scheme = IsTls ? "https" : "http";
        string[] lines = Lines(out string body);
        string[] first = lines[0].Split(' ');
        string target = lines[0].Substring(first[0].Length + 1, lines[0].LastIndexOf(' ') - first[0].Length - 1);
        if (!Uri.TryCreate(new Uri($"{scheme}://{Host}:{Port}/"), location, out Uri? next) || next.Scheme is not ("http" or "https"))
        {
            return null;
        }

        // A relative address with a query can start at the page that redirects.
        string wanted = location.StartsWith("?", StringComparison.Ordinal) ? target.Split('?')[0] + location : next.PathAndQuery;
        bool isGet = first[0] == "GET" || status == 303;
        lines[0] = $"{(isGet ? "GET" : first[0])} {wanted} {first[first.Length - 1]}";
        lines = Array.FindAll(lines, line => !isGet || !line.StartsWith("Content-", StringComparison.Ordinal));
        int host = Array.FindIndex(lines, static line => line.StartsWith(HostName, StringComparison.Ordinal));
        lines[host] = HostName + (next.IsDefaultPort ? next.Host : $"{next.Host}:{next.Port}");
        return new EventHop(next.Host, next.Port, next.Scheme == "https", ToBytes(lines, isGet ? string.Empty : body));
    }

    /// <summary>The request with another header after the header Host, or at the end.</summary>
    public EventHop With(string header, bool isLast)
    {
        string[] lines = Lines(out string body);
        int host = Array.FindIndex(lines, static line => line.StartsWith(HostName, StringComparison.Ordinal));
        var all = new string[lines.Length + 1];
        int at = isLast ? lines.Length : host + 1;
        Array.Copy(lines, all, at);
        all[at] = header;
        Array.Copy(lines, at, all, at + 1, lines.Length - at);
        return this with { Request = ToBytes(all, body) };
    }

    private static byte[] ToBytes(string[] lines, string body) => EventText.Bytes.GetBytes(string.Join("\r\n", lines) + "\r\n\r\n" + body);

    private string[] Lines(out string body)
    {
        string text = EventText.Bytes.GetString(Request);
        int end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        body = text.Substring(end + 4);
        return text.Substring(0, end).Split(["\r\n"], StringSplitOptions.None);
    }
}
