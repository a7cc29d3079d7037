using System.Text;
using Vicidial.Client.Functions;
using Vicidial.Client.Wire;

namespace Vicidial.Client.Logging;

/// <summary>A trace for an error report: each request with its fields and its complete response, without passwords.</summary>
public sealed class RequestTrace : AttemptFile
{
    private const string Mark = "vicidialTrace";
    private const int Version = 1;
    private readonly PersonalData? _people;
    private readonly List<string> _connections = [];

    /// <summary>Creates a trace. Nothing is written yet.</summary>
    /// <param name="path">The file.</param>
    /// <param name="pseudonymize">Whether numbers, names, and addresses are replaced with pseudonyms.</param>
    /// <param name="tell">Receives a message, once, if the file cannot be written; on any thread.</param>
    public RequestTrace(string path, bool pseudonymize, Action<string> tell)
        : base(path, null, 1, tell) => _people = pseudonymize ? new PersonalData() : null;

    /// <summary>Whether numbers, names, and addresses are replaced with pseudonyms.</summary>
    public bool IsPseudonymized => _people is not null;

    /// <inheritdoc/>
    public override bool WantsResponse => true;

    private protected override string Kind => "trace";

    /// <summary>Reads the requests of a trace that have a response.</summary>
    /// <exception cref="InvalidDataException">The file is not a trace, or one of its lines cannot be read.</exception>
    public static IReadOnlyList<TracedRequest> Read(string path)
    {
        var requests = new List<TracedRequest>();
        int number = 0;
        foreach (string line in File.ReadLines(path, Encoding.UTF8))
        {
            number++;
            Dictionary<string, string>? values = JsonLine.TryRead(line, "fields", out Dictionary<string, string> fields);
            if (
                number == 1
                && (values is null || !values.TryGetValue(Mark, out string? version) || version != Version.ToString(CultureInfo.InvariantCulture))
            )
            {
                throw new InvalidDataException($"{path} is not a trace that this version can read.");
            }

            if (number == 1 || line.Length == 0)
            {
                continue;
            }

            if (
                values is null
                || !values.TryGetValue("function", out string? function)
                || !values.TryGetValue("api", out string? word)
                || !Enum.TryParse(word, out DialerApi api)
            )
            {
                throw new InvalidDataException($"Line {number} of {path} is not a request of a trace.");
            }

            if (
                values.TryGetValue("reply", out string? response)
                && values.TryGetValue("status", out string? status)
                && int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out int code)
            )
            {
                requests.Add(
                    new TracedRequest(
                        api,
                        function,
                        fields,
                        code,
                        values.TryGetValue("contentType", out string? type) ? type : string.Empty,
                        response
                    )
                );
            }
        }

        return number == 0 ? throw new InvalidDataException($"{path} is empty.") : requests;
    }

    private protected override JsonLine? Head(JsonLine line) =>
        line.Add(Mark, Version).Add("time", DateTimeOffset.UtcNow).Add("pseudonymized", IsPseudonymized);

    private protected override bool IsOwn(string line) => JsonLine.TryRead(line)?.ContainsKey(Mark) ?? IsCutBegin(line, "{\"" + Mark + "\":");

    private protected override void End() => _people?.Dispose();

    private protected override void Write(JsonLine line, AttemptRecord record)
    {
        IReadOnlyList<KeyValuePair<string, string>> fields = record.Mask.Fields(record.Request);
        line.Add("time", record.Time)
            .Add("connection", NameOf(record.ConnectionName))
            .Add("api", record.Request.Function.Api.ToString())
            .Add("function", record.Request.Function.Name)
            .AddTexts("fields", _people?.Fields(record.Request.Function, fields) ?? fields)
            .Add("attempt", record.Attempt)
            .Add("milliseconds", (long)record.Duration.TotalMilliseconds);
        if (record.Status > 0)
        {
            line.Add("status", record.Status).Add("contentType", record.ContentType);
        }

        line.Add("errorId", record.Failure?.ErrorId);
        if (record.Copy is { } came)
        {
            string response = record.Mask.Response(record.Request.Function, record.Status, came);
            line.Add("reply", _people?.Response(record.Request, response) ?? response);
            if (!record.IsCopyWhole)
            {
                line.Add("isCut", true);
            }
        }

        line.End();
    }

    /// <summary>The name of a connection without personal data. Connections are often named after their host.</summary>
    private string NameOf(string connection)
    {
        if (_people is null)
        {
            return connection;
        }

        if (!_connections.Contains(connection))
        {
            _connections.Add(connection);
        }

        return "dialer" + (_connections.IndexOf(connection) + 1).ToString(CultureInfo.InvariantCulture);
    }
}
