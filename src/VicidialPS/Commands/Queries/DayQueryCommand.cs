using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Queries;

/// <summary>A query that the dialer supports for one day per request.</summary>
/// <typeparam name="TRecord">The type of record.</typeparam>
public abstract class DayQueryCommand<TRecord> : PipedQueryCommand<TRecord>
    where TRecord : DialerRecord, new()
{
    /// <summary>The days, or the first day of a period up to -EndDate, in the dialer's local time.</summary>
    [Parameter]
    [Field("date", Each = true, IsDate = true)]
    [DateFromText]
    [ArgumentCompleter(typeof(DayCompleter))]
    public DateTime[]? Date { get; set; }

    /// <summary>
    /// The last day of a period; -Date is the first. Each day is queried separately. If -Date is missing, has several days, or is later
    /// than this day, the error is Vicidial.InvalidPeriod. Today and Yesterday are allowed.
    /// </summary>
    [Parameter]
    [DateFromText]
    [ArgumentCompleter(typeof(DayCompleter))]
    public DateTime? EndDate { get; set; }

    /// <summary>Whether the dialer requires a day. Without -Date, it is the dialer's today.</summary>
    private protected virtual bool NeedsDay => false;

    private protected override IReadOnlyCollection<string> GivenParameters =>
        NeedsDay ? [.. base.GivenParameters.Where(static name => name != nameof(Date)), nameof(Date)] : base.GivenParameters;

    private protected override IReadOnlyList<ApiRequest> MakeRequests(VicidialConnection connection)
    {
        DateTime[]? typed = Date;
        try
        {
            if (NeedsDay)
            {
                Date ??= [Today(connection)];
            }

            if (EndDate is { } last)
            {
                DateTime first = Date is { Length: 1 }
                    ? Date[0].Date
                    : throw new DialerException(
                        "InvalidPeriod",
                        DialerErrorKind.InvalidArgument,
                        "-EndDate needs a -Date with one day, where the period starts."
                    );
                Date =
                    first <= last.Date
                        ? Enumerable.Range(0, (last.Date - first).Days + 1).Select(day => first.AddDays(day)).ToArray()
                        : throw new DialerException(
                            "InvalidPeriod",
                            DialerErrorKind.InvalidArgument,
                            $"-EndDate {last:yyyy-MM-dd} is before -Date {first:yyyy-MM-dd}."
                        );
            }

            return base.MakeRequests(connection);
        }
        finally
        {
            Date = typed;
        }
    }
}
