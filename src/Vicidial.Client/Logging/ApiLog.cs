using System;
using Vicidial.Client.Wire;

namespace Vicidial.Client.Logging;

/// <summary>A log of calls: who asked what, what came of it and how long it took. Replies are not in it.</summary>
public sealed class ApiLog : CallFile
{
    /// <summary>Makes a log; it is opened by the first call.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maximumBytes">The size at which a new file is begun.</param>
    /// <param name="fileCount">How many files are kept, the newest among them.</param>
    /// <param name="tell">Is told in words, once, that it cannot be written; on any thread.</param>
    public ApiLog(string path, long maximumBytes, int fileCount, Action<string> tell)
        : base(path, maximumBytes, fileCount, tell)
    {
    }

    internal override bool WantsReply => false;

    private protected override string Kind => "log";

    private protected override void Write(JsonLine line, CallRecord record)
    {
        line.Add("time", record.Time)
            .Add("connection", record.ConnectionName)
            .Add("user", record.Mask.User)
            .Add("api", record.Call.Function.Api.ToString())
            .Add("function", record.Call.Function.Name)
            .AddTexts("fields", record.Mask.Fields(record.Call))
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
