using System.Text.Json;

namespace Vicidial.Testing;

/// <summary>
/// The content of the dialer's database when it sent a request, by the field names in the URL, and what arrives instead if a sender loses or changes
/// it.
/// </summary>
/// <param name="Id">The ID of the request.</param>
/// <param name="Held">The content of the database.</param>
/// <param name="Arrives">What a receiver can know instead; only of fields that a sender damages.</param>
public sealed record EventHolding(string Id, IReadOnlyDictionary<string, string> Held, IReadOnlyDictionary<string, string> Arrives)
{
    /// <summary>All holdings by the ID of their request.</summary>
    public static IReadOnlyDictionary<string, EventHolding> LoadAll()
    {
        string path = Path.Combine(Path.GetDirectoryName(typeof(EventHolding).Assembly.Location)!, "Events", "held.jsonl");
        return File.ReadLines(path).Select(Parse).ToDictionary(static holding => holding.Id, StringComparer.Ordinal);
    }

    private static EventHolding Parse(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement root = document.RootElement;
        return new EventHolding(root.GetProperty("id").GetString()!, Values(root, "held"), Values(root, "arrives"));
    }

    private static Dictionary<string, string> Values(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement values)
            ? values.EnumerateObject().ToDictionary(static one => one.Name, static one => one.Value.GetString()!, StringComparer.Ordinal)
            : [];
}
