using Vicidial.Client.Errors;

namespace Vicidial.Client.Records.Reading;

/// <summary>The records in one part of a response. The lists do not change afterward.</summary>
/// <typeparam name="T">The type of record.</typeparam>
public sealed class RecordBatch<T>
{
    internal RecordBatch(IReadOnlyList<T> records, IReadOnlyList<DialerException> problems)
    {
        Records = records;
        Problems = problems;
    }

    /// <summary>The records, in order.</summary>
    public IReadOnlyList<T> Records { get; }

    /// <summary>Rows that cannot be read, and errors at the end of the response.</summary>
    public IReadOnlyList<DialerException> Problems { get; }
}
