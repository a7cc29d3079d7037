using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Vicidial.Simulator.Events;

/// <summary>A URL from the dialer's settings: the destination of its requests, and their bytes.</summary>
internal sealed class EventAddress
{
    private const string Forward = "URLTOPOST=";
    private static readonly Regex Variable = new("--A--([A-Za-z0-9_]+)--B--", RegexOptions.CultureInvariant);

    private EventAddress(string kind, string host, int port, string target)
    {
        Kind = kind;
        Host = host;
        Port = port;
        Target = target;
    }

    /// <summary>The dialer's short name of the kind.</summary>
    public string Kind { get; }

    /// <summary>The host that requests go to.</summary>
    public string Host { get; }

    /// <summary>The port that requests go to.</summary>
    public int Port { get; }

    private string Target { get; }

    /// <summary>Reads a URL that names its kind with a field <c>kind</c>.</summary>
    /// <exception cref="FormatException">It is not such a URL.</exception>
    public static EventAddress Parse(string url)
    {
        string rest = url.StartsWith("VAR", StringComparison.Ordinal) ? url.Substring(3) : url;
        int forward = rest.IndexOf(Forward, StringComparison.Ordinal);
        int scheme = rest.IndexOf("//", StringComparison.Ordinal);
        string address = forward >= 0 ? rest.Substring(forward + Forward.Length) : scheme >= 0 ? rest.Substring(scheme + 2) : string.Empty;
        int slash = address.IndexOf('/');
        Match kind = Regex.Match(address, "[?&]kind=([A-Za-z_]+)");
        if (slash <= 0 || !kind.Success || rest.StartsWith("https:", StringComparison.Ordinal))
        {
            throw new FormatException("An event URL must be an http:// URL with a field kind, as New-VicidialEventUrl creates it.");
        }

        string host = address.Substring(0, slash);
        int colon = host.IndexOf(':');
        int port = colon < 0 ? 80 : int.Parse(host.Substring(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture);
        return new EventAddress(kind.Groups[1].Value, colon < 0 ? host : host.Substring(0, colon), port, address.Substring(slash));
    }

    /// <summary>The bytes of a request, as the sender of this kind writes them. Variables without a value are not replaced.</summary>
    public byte[] Write(IReadOnlyDictionary<string, string> values)
    {
        bool isRelayed = Kind == "agentEvent";
        string target = Variable.Replace(Target, match =>
            values.TryGetValue(match.Groups[1].Value, out string? value) ? Encode(match.Groups[1].Value, value, isRelayed) : match.Value);
        string host = Port == 80 ? Host : $"{Host}:{Port}";
        if (!isRelayed)
        {
            return Encoding.UTF8.GetBytes($"GET {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        }

        int question = target.IndexOf('?');
        string body = target.Substring(question + 1);
        return Encoding.UTF8.GetBytes(
            $"POST {target.Substring(0, question)} HTTP/1.1\r\nHost: {host}\r\nUser-Agent: VICIdial get2post\r\nAccept: */*\r\n"
            + $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n{body}");
    }

    /// <summary>The agent's page encodes once, and the name of a status twice; get2post sends values unchanged.</summary>
    private static string Encode(string name, string value, bool isRelayed)
    {
        if (isRelayed)
        {
            return value;
        }

        string once = Encode(value);
        return name == "dispo_name" ? Encode(once) : once;
    }

    private static string Encode(string value)
    {
        var text = new StringBuilder();
        foreach (byte character in Encoding.UTF8.GetBytes(value))
        {
            bool isPlain = character is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'0' and <= (byte)'9')
                or (byte)'-' or (byte)'_' or (byte)'.';
            text.Append(isPlain ? ((char)character).ToString() : character == ' ' ? "+" : $"%{character:X2}");
        }

        return text.ToString();
    }
}
