using Vicidial.Client.Errors;
using VicidialPS.Output;

namespace VicidialPS.Binding;

/// <summary>A rejected row with its own columns and the reason, ready to be corrected and loaded again.</summary>
internal static class RefusedRow
{
    private const string NumberColumn = "LoadRow";
    private const string OutcomeColumn = "LoadOutcome";
    private const string IdColumn = "LoadId";
    private const string ErrorColumn = "LoadErrorId";
    private const string ReasonColumn = "LoadReason";
    private const string FoundColumn = "LoadOnDialer";
    private const string CountColumn = "LoadDialerCount";
    private static readonly HashSet<string> Added = new(StringComparer.OrdinalIgnoreCase)
    {
        NumberColumn,
        OutcomeColumn,
        IdColumn,
        ErrorColumn,
        ReasonColumn,
        FoundColumn,
        CountColumn,
    };

    /// <summary>Whether a load added a column, so that it is not data of the row.</summary>
    public static bool IsAdded(string column) => Added.Contains(column);

    /// <summary>Adds why a row was rejected.</summary>
    public static PSObject Make(PSObject row, DialerException failure)
    {
        row.Properties.Add(new PSNoteProperty(ErrorColumn, failure.ErrorId));
        row.Properties.Add(new PSNoteProperty(ReasonColumn, failure.Cause));
        return row;
    }

    /// <summary>Adds what the journal contains about a row.</summary>
    public static void Describe(PSObject row, LoadRowReport report)
    {
        row.Properties.Add(new PSNoteProperty(NumberColumn, report.Row));
        row.Properties.Add(new PSNoteProperty(OutcomeColumn, report.Outcome));
        row.Properties.Add(new PSNoteProperty(IdColumn, report.Id));
        row.Properties.Add(new PSNoteProperty(ErrorColumn, report.ErrorId));
        row.Properties.Add(new PSNoteProperty(ReasonColumn, report.Reason));
    }

    /// <summary>Adds what was found on the dialer.</summary>
    /// <param name="row">The row.</param>
    /// <param name="count">How many leads have the row's phone number.</param>
    /// <param name="isThere">Whether the lead that the journal names exists, or null if the journal names none.</param>
    public static void DescribeDialer(PSObject row, int count, bool? isThere)
    {
        row.Properties.Add(new PSNoteProperty(CountColumn, count));
        row.Properties.Add(new PSNoteProperty(FoundColumn, isThere));
    }
}
