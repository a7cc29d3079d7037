using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Events;

/// <summary>A URL from the dialer's settings: the destination of its requests, and their bytes.</summary>
internal sealed class EventAddress
{
    private const string Forward = "URLTOPOST=";
    private const string PostPrefix = "POST ";
    private const string HeaderLine = "; POST-HEADER=";
    private static readonly Regex Variable = new("--A--([A-Za-z0-9_]+)--B--", RegexOptions.CultureInvariant);
    private static readonly string[] SentByPage = ["dispo", "start", "dead", "pausemax", "apinewlead"];

    private readonly EventVariables _variables;
    private readonly string _target;
    private readonly string _userInfo;
    private readonly string[] _headers;
    private readonly bool _isRelayed;
    private readonly bool _isPost;

    private EventAddress(string kind, string url)
    {
        Kind = kind;
        _variables = EventVariables.Of(kind) ?? throw new FormatException(
            $"{kind} is not a kind of event. A dialer sends {string.Join(", ", EventVariables.KindNames)}.");
        _isPost = url.StartsWith(PostPrefix, StringComparison.Ordinal);

        // A settings container has lines, which are joined. The text after a semicolon is a comment or a header.
        string[] lines = (_isPost ? url.Substring(PostPrefix.Length) : url).Split('\n');
        _headers = [.. lines.Where(static line => line.StartsWith(HeaderLine, StringComparison.Ordinal))
            .Select(static line => line.Substring(HeaderLine.Length).Trim())];
        string rest = kind == "container" ? string.Concat(lines.Select(static line => line.Split(';')[0].Trim())) : url;
        rest = rest.StartsWith("VAR", StringComparison.Ordinal) ? rest.Substring(3) : rest;
        int forward = rest.IndexOf(Forward, StringComparison.Ordinal);
        int scheme = rest.IndexOf("//", StringComparison.Ordinal);
        string address = forward >= 0 ? rest.Substring(forward + Forward.Length) : scheme >= 0 ? rest.Substring(scheme + 2) : string.Empty;
        int slash = address.IndexOf('/');
        if (slash <= 0 || (forward < 0 && rest.StartsWith("https:", StringComparison.Ordinal)))
        {
            throw new FormatException("An event URL must be an http:// URL with a field kind, as New-VicidialEventUrl creates it.");
        }

        _isRelayed = forward >= 0;
        if (_isRelayed && Regex.Match(rest.Substring(0, forward), "[?&]headers=([^&]*)") is { Success: true } headers)
        {
            _headers = [.. Regex.Split(Uri.UnescapeDataString(headers.Groups[1].Value), "-----").Select(static one => one.Replace("---", ": "))];
        }

        string host = address.Substring(0, slash);
        int at = host.LastIndexOf('@');
        _userInfo = at < 0 ? string.Empty : host.Substring(0, at);
        host = host.Substring(at + 1);
        int colon = host.IndexOf(':');
        Port = colon < 0 ? 80 : int.Parse(host.Substring(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture);
        Host = colon < 0 ? host : host.Substring(0, colon);
        _target = address.Substring(slash);
    }

    /// <summary>The dialer's short name of the kind.</summary>
    public string Kind { get; }

    /// <summary>The host that requests go to.</summary>
    public string Host { get; }

    /// <summary>The port that requests go to.</summary>
    public int Port { get; }

    private string HostHeader => Port == 80 ? Host : $"{Host}:{Port}";

    /// <summary>Reads a URL that names its kind with a field <c>kind</c>.</summary>
    /// <exception cref="FormatException">It is not such a URL.</exception>
    public static EventAddress Parse(string url)
    {
        Match kind = Regex.Match(url, "[?&]kind=([A-Za-z_]+)");
        return kind.Success
            ? new EventAddress(kind.Groups[1].Value, url)
            : throw new FormatException("An event URL must be an http:// URL with a field kind, as New-VicidialEventUrl creates it.");
    }

    /// <summary>Reads a URL of the setting of a kind.</summary>
    /// <exception cref="FormatException">It is not a URL that the simulator can send to.</exception>
    public static EventAddress Parse(string kind, string url) => new(kind, url);

    /// <summary>
    /// The bytes of a request, as the sender of this kind writes them, or null if the sender loses it. Variables without a value are empty, and
    /// variables that the sender does not know are not replaced.
    /// </summary>
    public byte[]? Write(IReadOnlyDictionary<string, string> values, DialerGeneration release)
    {
        // A value that looks like a variable is replaced too.
        string target = Replace(Replace(_target, values, release), values, release);
        if (_isRelayed)
        {
            // get2post loses what comes after a second question mark.
            string[] parts = target.Split('?');
            return Relay(parts[0], parts.Length < 2 ? string.Empty : parts[1]);
        }

        if (SentByPage.Contains(Kind))
        {
            string login = _userInfo.Length == 0
                ? string.Empty
                : $"Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(_userInfo)))}\r\n";
            return Encoding.UTF8.GetBytes($"GET {target} HTTP/1.1\r\n{login}Host: {HostHeader}\r\nConnection: close\r\n\r\n");
        }

        return Kind == "agentEvent" ? Relay(target, string.Empty) : Wget(target);
    }

    private byte[] Relay(string path, string body) => Encoding.UTF8.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: {HostHeader}\r\nUser-Agent: VICIdial get2post\r\nAccept: */*\r\n{HeaderLines()}"
        + $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n{body}");

    private byte[]? Wget(string target)
    {
        int question = _isPost ? target.IndexOf('?') : -1;
        string body = question < 0 ? string.Empty : EventText.ShellBody(target.Substring(question + 1));
        if (EventText.ShellUrl(question < 0 ? target : target.Substring(0, question)) is not string url)
        {
            return null;
        }

        string length = _isPost
            ? $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n"
            : string.Empty;
        return Encoding.UTF8.GetBytes(
            $"{(_isPost ? "POST" : "GET")} {url} HTTP/1.1\r\nHost: {HostHeader}\r\nUser-Agent: Wget/1.21.3\r\nAccept: */*\r\n"
            + $"Accept-Encoding: identity\r\nConnection: Keep-Alive\r\n{length}{HeaderLines()}\r\n{body}");
    }

    private string HeaderLines() => string.Concat(_headers.Select(static line => line + "\r\n"));

    private string Replace(string text, IReadOnlyDictionary<string, string> values, DialerGeneration release) => Variable.Replace(text, match =>
    {
        string name = match.Groups[1].Value;
        if (_variables.Find(name, release) is not EventEncoding encoding)
        {
            // Custom fields have no place in the table: only a lead that has them gives them values.
            return values.TryGetValue(name, out string? custom) && IsCustom(name) ? EventText.Encode(custom, EventEncoding.Form) : match.Value;
        }

        return EventText.Encode(values.TryGetValue(name, out string? value) ? value : string.Empty, encoding);
    });

    private bool IsCustom(string name) =>
        Kind is "dispo" or "start" or "dead" or "apinewlead" && EventVariables.KindNames.All(kind => !EventVariables.Of(kind)!.Has(name));
}
