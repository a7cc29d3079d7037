using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Vicidial.Testing;

/// <summary>A request that a real dialer sent on its own, one character for each byte.</summary>
/// <param name="Id">The ID.</param>
/// <param name="Kind">The dialer's short name of the kind.</param>
/// <param name="Generation">The release.</param>
/// <param name="Case">The case.</param>
/// <param name="Template">The URL in the dialer's settings.</param>
/// <param name="RequestLine">The request line.</param>
/// <param name="Headers">The header lines.</param>
/// <param name="Body">The body.</param>
/// <param name="Held">The content of the dialer's database.</param>
public sealed partial record EventCapture(
    string Id, string Kind, string Generation, string Case, string Template, string RequestLine, IReadOnlyList<string> Headers, string Body,
    string Held)
{
    /// <summary>The request target.</summary>
    public string Target => RequestLine[(RequestLine.IndexOf(' ', StringComparison.Ordinal) + 1)..RequestLine.LastIndexOf(' ')];

    /// <summary>
    /// The URL that the request was made from: the template, the one of several in it, or what the target shows of the URL for all variables.
    /// Empty if the template does not contain it.
    /// </summary>
    public string Url
    {
        get
        {
            if (Template.StartsWith("[[", StringComparison.Ordinal))
            {
                string host = Headers.First(static line => line.StartsWith("Host: ", StringComparison.Ordinal))[6..];
                IEnumerable<string> marked = MarkedPattern().Matches(Target).Select(static one => one.Groups[1].Value)
                    .Select(static name => $"[[{name}|--A--{name}--B--]]");
                return $"http://{host}{Target.Split('?')[0]}?{string.Join('&', marked)}";
            }

            // Each place in the settings sent the same URL with its own name.
            string source = SourcePattern().Match(Target) is { Success: true } found ? found.Value : "from=";
            string[] urls = Template.Replace("from=campaign/ingroup/agentdirect/list", source, StringComparison.Ordinal)
                .Split(["; campaign: ", " / ", "in-group: ", "list: "], StringSplitOptions.RemoveEmptyEntries);
            return urls.Length == 1 ? urls[0] : urls.FirstOrDefault(MayBeSource) ?? string.Empty;
        }
    }

    /// <summary>The whole request in bytes.</summary>
    public byte[] Bytes => Encoding.Latin1.GetBytes($"{RequestLine}\r\n{string.Concat(Headers.Select(static line => line + "\r\n"))}\r\n{Body}");

    /// <summary>All captures.</summary>
    public static IReadOnlyList<EventCapture> LoadAll()
    {
        string path = Path.Combine(Path.GetDirectoryName(typeof(EventCapture).Assembly.Location)!, "Events", "requests.jsonl");
        return File.ReadLines(path).Select(Parse).ToList();
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Id}: {Case}";

    private bool MayBeSource(string url)
    {
        int scheme = url.IndexOf("//", StringComparison.Ordinal);
        int path = scheme < 0 ? -1 : url.IndexOf('/', scheme + 2);
        return path >= 0 && Target.StartsWith(url[path..].Split("--A--")[0], StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\[\[([A-Za-z0-9_]+)\|(.*?)\]\](?=&|$)")]
    private static partial Regex MarkedPattern();

    [GeneratedRegex("from=[a-z]+")]
    private static partial Regex SourcePattern();

    private static EventCapture Parse(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement root = document.RootElement;
        return new EventCapture(
            Text(root, "id"),
            Text(root, "kind"),
            Text(root, "generation"),
            Text(root, "case"),
            Text(root, "template"),
            Text(root, "requestLine"),
            root.GetProperty("headers").EnumerateArray().Select(static header => $"{header[0].GetString()}: {header[1].GetString()}").ToList(),
            Text(root, "body"),
            Text(root, "held"));
    }

    private static string Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement value) ? value.GetString() ?? string.Empty : string.Empty;
}
