namespace Vicidial.Client.Tests.Support;

/// <summary>A request as it was received.</summary>
/// <param name="Number">Its number at this server, from 1.</param>
/// <param name="Head">The request line and headers.</param>
/// <param name="Body">The encoded body.</param>
internal sealed record TestRequest(int Number, string Head, string Body)
{
    public string Method => Head.Split(' ')[0];

    public string Target => Head.Split(' ')[1];

    public IReadOnlyList<KeyValuePair<string, string>> Fields =>
        Body.Length == 0
            ? []
            : Body.Split('&').Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create(Decode(pair[0]), Decode(pair[1]))).ToArray();

    public string? Field(string name) => Fields.Where(field => field.Key == name).Select(field => field.Value).FirstOrDefault();

    public string? Header(string name) =>
        Head.Split("\r\n")
            .Skip(1)
            .Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
            .Select(line => line[(name.Length + 1)..].Trim())
            .FirstOrDefault();

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
