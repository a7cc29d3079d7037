using Vicidial.Client.Errors;

namespace VicidialPS.Commands.Queries;

/// <summary>The records and errors of one read from one connection.</summary>
internal sealed class QueryPart<TRecord>
{
    public QueryPart(IReadOnlyList<TRecord> records, IReadOnlyList<DialerException> problems, string? subject)
    {
        Subject = subject;
        Records = records;
        Problems = problems;
    }

    /// <summary>The value that the request was about, or null.</summary>
    public string? Subject { get; }

    public IReadOnlyList<TRecord> Records { get; }

    public IReadOnlyList<DialerException> Problems { get; }
}
