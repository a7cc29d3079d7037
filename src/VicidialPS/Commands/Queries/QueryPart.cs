using System.Collections.Generic;
using Vicidial.Client.Errors;

namespace VicidialPS.Commands.Queries;

/// <summary>What came of one connection's answers in one read.</summary>
internal sealed class QueryPart<TRecord>
{
    public QueryPart(IReadOnlyList<TRecord> records, IReadOnlyList<DialerException> problems, string? subject)
    {
        Subject = subject;
        Records = records;
        Problems = problems;
    }

    /// <summary>What the request was about, or null.</summary>
    public string? Subject { get; }

    public IReadOnlyList<TRecord> Records { get; }

    public IReadOnlyList<DialerException> Problems { get; }
}
