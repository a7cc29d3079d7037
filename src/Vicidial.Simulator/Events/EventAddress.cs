using System.Text;
using System.Text.RegularExpressions;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Events;

/// <summary>A URL from the dialer's settings: the destination of its requests, and their bytes.</summary>
internal sealed class EventAddress
{
    private const string Forward = "URLTOPOST=";
    private const string SecureForward = "HTTPSURLTOPOST=";
    private const string NotUrl = "An event URL must be an http:// or https:// URL with a field kind, as New-VicidialEventUrl creates it.";
    private const string PostPrefix = "POST ";
    private const string HeaderLine = "; POST-HEADER=";
    private static readonly Regex Variable = new("--A--([A-Za-z0-9_]+)--B--", RegexOptions.CultureInvariant);
    private static readonly Regex Filter = new("[?&]dispo_filter_container=([^&]+)", RegexOptions.CultureInvariant);
    private static readonly string[] SentByPage = ["dispo", "start", "dead", "pausemax", "apinewlead"];

    private static readonly string[] BrowserHeaders =
    [
        "sec-ch-ua-platform: \"Linux\"",
        "User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0 Safari/537.36",
        "sec-ch-ua: \"Not:A-Brand\";v=\"8\", \"Chromium\";v=\"156\"",
        "Content-Type: application/x-www-form-urlencoded; charset=UTF-8",
        "sec-ch-ua-mobile: ?0",
        "Accept: */*",
        "Origin: {0}",
        "Sec-Fetch-Site: same-site",
        "Sec-Fetch-Mode: cors",
        "Sec-Fetch-Dest: empty",
        "Referer: {0}/",
        "Accept-Encoding: gzip, deflate, br, zstd",
        "Accept-Language: en-US,en;q=0.9",
    ];

    private readonly EventVariables _variables;
    private readonly string _target;
    private readonly string[] _headers;
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
        if (slash <= 0)
        {
            throw new FormatException(NotUrl);
        }

        Transport = forward >= 0 ? EventTransport.Relay
            : kind == "agentEvent" ? EventTransport.Browser
            : SentByPage.Contains(kind) ? EventTransport.Page : EventTransport.Wget;
        IsTls = forward >= 0
            ? rest.IndexOf(SecureForward, StringComparison.Ordinal) >= 0
            : rest.StartsWith("https:", StringComparison.Ordinal);
        if (forward >= 0 && Regex.Match(rest.Substring(0, forward), "[?&]headers=([^&]*)") is { Success: true } headers)
        {
            _headers = [.. Regex.Split(Uri.UnescapeDataString(headers.Groups[1].Value), "-----").Select(static one => one.Replace("---", ": "))];
        }

        string host = address.Substring(0, slash);
        int at = host.LastIndexOf('@');
        Login = at < 0 ? string.Empty : BasicLogin(host.Substring(0, at));
        host = host.Substring(at + 1);
        int colon = host.IndexOf(':');
        Port = colon < 0 ? DefaultPort : int.Parse(host.Substring(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture);
        Host = colon < 0 ? host : host.Substring(0, colon);
        _target = address.Substring(slash);
        FilterContainer = kind == "dispo" && Filter.Match(_target) is { Success: true } filter ? filter.Groups[1].Value : string.Empty;
    }

    /// <summary>The dialer's short name of the kind.</summary>
    public string Kind { get; }

    /// <summary>The host that requests go to.</summary>
    public string Host { get; }

    /// <summary>The port that requests go to.</summary>
    public int Port { get; }

    /// <summary>Whether the requests go to this computer.</summary>
    public bool IsLocal => Host is "127.0.0.1" or "localhost";

    /// <summary>Whether the connection is encrypted.</summary>
    public bool IsTls { get; }

    /// <summary>The settings container that replaces values, or empty.</summary>
    public string FilterContainer { get; }

    /// <summary>The program that sends the requests.</summary>
    public EventTransport Transport { get; }

    /// <summary>The origin of the agent screen's page, which browsers send.</summary>
    public string Origin { get; init; } = "http://127.0.0.1";

    /// <summary>The value of the header Authorization, or empty if the URL has no login.</summary>
    public string Login { get; }

    private int DefaultPort => IsTls ? 443 : 80;

    private string HostHeader => Port == DefaultPort ? Host : $"{Host}:{Port}";

    private string LoginLine => Login.Length == 0 ? string.Empty : $"Authorization: {Login}\r\n";

    /// <summary>Reads a URL that names its kind with a field <c>kind</c>.</summary>
    /// <exception cref="FormatException">It is not such a URL.</exception>
    public static EventAddress Parse(string url)
    {
        Match kind = Regex.Match(url, "[?&]kind=([A-Za-z_]+)");
        return kind.Success
            ? new EventAddress(kind.Groups[1].Value, url)
            : throw new FormatException(NotUrl);
    }

    /// <summary>Reads a URL of the setting of a kind.</summary>
    /// <exception cref="FormatException">It is not a URL that the simulator can send to.</exception>
    public static EventAddress Parse(string kind, string url, string? origin = null) =>
        origin is null ? new(kind, url) : new(kind, url) { Origin = origin };

    /// <summary>
    /// The bytes of a request, as the sender of this kind writes them, or null if the sender loses it or the release has no such sender. Variables
    /// without a value are empty, and variables that the sender does not know are not replaced.
    /// </summary>
    /// <param name="values">The values by the names of the variables.</param>
    /// <param name="release">The release.</param>
    /// <param name="filters">What is sent instead of some values.</param>
    public byte[]? Write(
        IReadOnlyDictionary<string, string> values, DialerGeneration release, IEnumerable<DispositionFilter>? filters = null)
    {
        if (!_variables.IsSentBy(release))
        {
            return null;
        }

        // The release after 2.14-107 added filters.
        ILookup<string, DispositionFilter>? replaced = FilterContainer.Length == 0 || !release.Has("2.14-194") ? null
            : filters?.Where(one => string.Equals(one.ContainerId, FilterContainer, StringComparison.OrdinalIgnoreCase))
                .ToLookup(static one => one.Field, StringComparer.OrdinalIgnoreCase);

        // The dialer also replaces variables in values, so everything is replaced twice.
        string target = Replace(Replace(_target, values, release, replaced), values, release, replaced);
        switch (Transport)
        {
            case EventTransport.Relay:
                // get2post.php drops everything after a second question mark.
                string[] parts = target.Split('?');
                return Relay(parts[0], parts.Length < 2 ? string.Empty : parts[1]);
            case EventTransport.Browser:
                int question = target.IndexOf('?');
                return Browser(question < 0 ? target : target.Substring(0, question), question < 0 ? string.Empty : target.Substring(question + 1));
            case EventTransport.Page:
                return Encoding.UTF8.GetBytes($"GET {target} HTTP/1.1\r\n{LoginLine}Host: {HostHeader}\r\nConnection: close\r\n\r\n");
            default:
                return Wget(target);
        }
    }

    /// <summary>Whether the sender rejects a receiver whose certificate is not trusted.</summary>
    public bool ChecksCertificate(DialerGeneration release) => Transport != EventTransport.Wget || !release.Has("2.14-107");

    private static string BasicLogin(string userInfo)
    {
        string login = Uri.UnescapeDataString(userInfo);
        return $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(login.Contains(':') ? login : login + ":"))}";
    }

    private byte[] Browser(string path, string body) => Encoding.UTF8.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: {HostHeader}\r\nConnection: keep-alive\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n"
        + $"{string.Concat(BrowserHeaders.Select(line => line.Replace("{0}", Origin) + "\r\n"))}\r\n{body}");

    private byte[] Relay(string path, string body) => Encoding.UTF8.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: {HostHeader}\r\n{LoginLine}User-Agent: VICIdial get2post\r\nAccept: */*\r\n{HeaderLines()}"
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

    private string Replace(
        string text, IReadOnlyDictionary<string, string> values, DialerGeneration release, ILookup<string, DispositionFilter>? filters) =>
        Variable.Replace(text, match => Replace(match, values, release, filters));

    private string Replace(
        Match match, IReadOnlyDictionary<string, string> values, DialerGeneration release, ILookup<string, DispositionFilter>? filters)
    {
        string name = match.Groups[1].Value;
        if (_variables.Find(name, release) is not EventEncoding encoding)
        {
            // Custom fields are not in the table. They have values only if the lead has them.
            return values.TryGetValue(name, out string? custom) && IsCustom(name) ? EventText.Encode(custom, EventEncoding.Form) : match.Value;
        }

        string text = values.TryGetValue(name, out string? value) ? value : string.Empty;
        return filters?[name].FirstOrDefault(one => one.Value == text)?.Replacement ?? EventText.Encode(text, encoding);
    }

    private bool IsCustom(string name) =>
        Kind is "dispo" or "start" or "dead" or "apinewlead" && EventVariables.KindNames.All(kind => !EventVariables.Of(kind)!.Has(name));
}
