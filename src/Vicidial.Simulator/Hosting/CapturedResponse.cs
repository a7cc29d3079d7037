namespace Vicidial.Simulator.Hosting;

/// <summary>A response of another dialer, and the request that it belongs to.</summary>
public sealed class CapturedResponse
{
    private const string Mask = "***";
    private static readonly string[] NotCompared = ["function", "user", "pass", "source", "session_id"];
    private readonly Dictionary<string, string> _fields;

    /// <summary>Makes a recorded response.</summary>
    /// <param name="api">The API.</param>
    /// <param name="function">The function.</param>
    /// <param name="fields">The fields. Three asterisks in a value match anything.</param>
    /// <param name="response">The recorded response.</param>
    public CapturedResponse(DialerApi api, string function, IEnumerable<KeyValuePair<string, string>> fields, SimulatorResponse response)
    {
        Api = api;
        Function = function;
        Response = response;
        _fields = Compared(fields);
    }

    /// <summary>The API.</summary>
    public DialerApi Api { get; }

    /// <summary>The function.</summary>
    public string Function { get; }

    /// <summary>The recorded response.</summary>
    public SimulatorResponse Response { get; }

    /// <summary>Whether a request has the same function and fields, whatever its login and session.</summary>
    /// <param name="request">The request.</param>
    public bool Answers(SimulatorRequest request)
    {
        if (request is null)
        {
            throw new ArgumentNullException(nameof(request));
        }

        if (request.Api != Api || request.Function != Function)
        {
            return false;
        }

        Dictionary<string, string> asked = Compared(request.Fields);
        return asked.Count == _fields.Count
            && asked.All(field => _fields.TryGetValue(field.Key, out string? recorded) && IsLike(field.Value, recorded));
    }

    private static Dictionary<string, string> Compared(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var compared = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, string> field in fields.Where(static field => !NotCompared.Contains(field.Key)))
        {
            compared[field.Key] = field.Value;
        }

        return compared;
    }

    private static bool IsLike(string value, string recorded)
    {
        string[] parts = recorded.Split([Mask], StringSplitOptions.None);
        if (parts.Length == 1)
        {
            return value == recorded;
        }

        int at = parts[0].Length;
        if (!value.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        for (int i = 1; i < parts.Length - 1; i++)
        {
            int found = value.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + parts[i].Length;
        }

        string last = parts[parts.Length - 1];
        return value.Length - last.Length >= at && value.EndsWith(last, StringComparison.Ordinal);
    }
}
