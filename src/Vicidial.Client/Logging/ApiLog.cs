using Vicidial.Client.Wire;

namespace Vicidial.Client.Logging;

/// <summary>A log of requests: who sent what, the outcome, and the duration. It does not contain responses.</summary>
public sealed class ApiLog : AttemptFile
{
    /// <summary>Makes a log; it is opened by the first request.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maximumBytes">The size at which a new file is started.</param>
    /// <param name="fileCount">How many files are kept, including the current one.</param>
    /// <param name="tell">Receives a message, once, if the file cannot be written; on any thread.</param>
    public ApiLog(string path, long maximumBytes, int fileCount, Action<string> tell)
        : base(path, maximumBytes, fileCount, tell)
    {
    }

    /// <inheritdoc/>
    public override bool WantsResponse => false;

    private protected override string Kind => "log";

    private protected override bool IsOwn(string line) => JsonLine.TryRead(line, "fields", out _) is { } values
        ? values.ContainsKey("time") && values.ContainsKey("connection") && values.ContainsKey("function")
        : IsCutBegin(line, "{\"time\":\"2");

    private protected override void Write(JsonLine line, AttemptRecord record)
    {
        line.Add("time", record.Time)
            .Add("connection", record.ConnectionName)
            .Add("user", record.Mask.User)
            .Add("api", record.Request.Function.Api.ToString())
            .Add("function", record.Request.Function.Name)
            .AddTexts("fields", record.Mask.Fields(record.Request))
            .Add("outcome", record.Outcome)
            .Add("errorId", record.Failure?.ErrorId)
            .Add("message", record.Failure is { } failure ? record.Mask.Text(failure.Cause) : null);
        if (record.Status > 0)
        {
            line.Add("status", record.Status);
        }

        line.Add("attempt", record.Attempt).Add("milliseconds", (long)record.Duration.TotalMilliseconds).End();
    }
}
