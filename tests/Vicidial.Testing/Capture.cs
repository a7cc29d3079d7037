using System.Text;
using System.Text.Json;
using Vicidial.Simulator.Hosting;

namespace Vicidial.Testing;

/// <summary>One request to a real dialer and its response.</summary>
public sealed class Capture
{
    public required string Generation { get; init; }

    public required string Id { get; init; }

    public required string ServerVersion { get; init; }

    public required string ServerBuild { get; init; }

    public required DialerApi Api { get; init; }

    public required string Function { get; init; }

    public required string Case { get; init; }

    public required string State { get; init; }

    public required string Method { get; init; }

    /// <summary>The parameters in the order sent; a list may hold a name twice.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Params { get; init; }

    /// <summary>The whole query string, or body of a POST, if the parameters alone do not show what was sent; or null.</summary>
    public string? RawQuery { get; init; }

    /// <summary>The part of the URL of a POST besides the parameters in its body, or null.</summary>
    public string? UrlQuery { get; init; }

    public required int Status { get; init; }

    public required string ContentType { get; init; }

    public required byte[] BodyBytes { get; init; }

    public string Body => Encoding.UTF8.GetString(BodyBytes);

    /// <summary>The number after the last slash of the ID.</summary>
    public string Number => Id[(Id.LastIndexOf('/') + 1)..];

    /// <summary>The request that was sent.</summary>
    public SimulatorRequest ToRequest()
    {
        FormFields parameters = RawQuery is not null ? FormFields.Parse(RawQuery) : FormFields.From(Params);
        bool isGet = Method == "GET";
        FormFields query = UrlQuery is not null ? FormFields.Parse(UrlQuery) : isGet ? parameters : FormFields.Empty;

        // One file of the Agent API checks its changes through the other API.
        bool isLook = Function == "lead_all_info";
        string path = Api == DialerApi.Agent && !isLook ? "/agc/api.php" : "/vicidial/non_agent_api.php";
        return new SimulatorRequest(Method, path, query, isGet ? FormFields.Empty : parameters);
    }

    public SimulatorResponse ToResponse() => new(Status, ContentType, BodyBytes);

    public override string ToString() => $"{Generation}/{Id} {Case}";

    internal static Capture Parse(string line, string generation)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement json = document.RootElement;
        return new Capture
        {
            Generation = generation,
            Id = Text(json, "id"),
            ServerVersion = Text(json, "serverVersion"),
            ServerBuild = Text(json, "serverBuild"),
            Api = Text(json, "api") == "agent" ? DialerApi.Agent : DialerApi.NonAgent,
            Function = Text(json, "function"),
            Case = Text(json, "case"),
            State = Text(json, "state"),
            Method = Text(json, "method"),
            Params = ReadParams(json),
            RawQuery = OptionalText(json, "rawQuery"),
            UrlQuery = OptionalText(json, "urlQuery"),
            Status = json.GetProperty("status").GetInt32(),
            ContentType = Text(json, "contentType"),
            BodyBytes = OptionalText(json, "bodyBase64") is string encoded
                ? Convert.FromBase64String(encoded)
                : Encoding.UTF8.GetBytes(Text(json, "body")),
        };
    }

    private static List<KeyValuePair<string, string>> ReadParams(JsonElement json)
    {
        if (!json.TryGetProperty("params", out JsonElement parameters))
        {
            return [];
        }

        return parameters.ValueKind == JsonValueKind.Object
            ? parameters.EnumerateObject().Select(pair => KeyValuePair.Create(pair.Name, pair.Value.ToString())).ToList()
            : parameters.EnumerateArray().Select(pair => KeyValuePair.Create(pair[0].ToString(), pair[1].ToString())).ToList();
    }

    private static string Text(JsonElement json, string name) => OptionalText(json, name) ?? string.Empty;

    private static string? OptionalText(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;
}
