using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;

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
public sealed record EventCapture(
    string Id, string Kind, string Generation, string Case, string Template, string RequestLine, IReadOnlyList<string> Headers, string Body,
    string Held)
{
    /// <summary>The request target.</summary>
    public string Target => RequestLine[(RequestLine.IndexOf(' ', StringComparison.Ordinal) + 1)..RequestLine.LastIndexOf(' ')];

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
