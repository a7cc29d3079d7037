using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records;
using Vicidial.Client.Records.Campaigns;
using Vicidial.Client.Records.InGroups;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Queries;

/// <summary>A report for a period. The dialer returns one total; -ByDay requests each day separately.</summary>
/// <typeparam name="TRecord">The type of record.</typeparam>
[DerivedField(nameof(Date), "query_date")]
public abstract class PeriodQueryCommand<TRecord> : PipedQueryCommand<TRecord>
    where TRecord : DialerRecord, new()
{
    private protected const string DaySet = "Day";
    private protected const string PeriodSet = "Period";
    private protected static readonly string[] WordsForAll = ["ALLCAMPAIGNS", "ALLINGROUPS", "---ALL---"];
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The day, in the local time of the dialer. Without it and -StartTime, the day is today. The time of day is ignored. Today and Yesterday
    /// are allowed.
    /// </summary>
    [Parameter(ParameterSetName = DaySet)]
    [DateFromText]
    [ArgumentCompleter(typeof(DayCompleter))]
    public DateTime? Date { get; set; }

    /// <summary>
    /// The start of a period, in the dialer's local time. Without -EndTime the period ends with today. Today and Yesterday are allowed.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = PeriodSet)]
    [Field("datetime_start", IsDate = true), MomentFields("query_date", "query_time")]
    [DateFromText]
    [ArgumentCompleter(typeof(DayCompleter))]
    public DateTime? StartTime { get; set; }

    /// <summary>
    /// The end of a period, in the dialer's local time. -EndTime without a time of day means the end of that day. The default is the end of
    /// today. Today and Yesterday are allowed.
    /// </summary>
    [Parameter(ParameterSetName = PeriodSet)]
    [Field("datetime_end", IsDate = true), MomentFields("end_date", "end_time")]
    [DateFromText]
    [ArgumentCompleter(typeof(DayCompleter))]
    public DateTime? EndTime { get; set; }

    /// <summary>Queries each day of the period separately. By default, the dialer returns one total for the whole period.</summary>
    [Parameter(ParameterSetName = PeriodSet)]
    public SwitchParameter ByDay { get; set; }

    /// <summary>Whether the dialer requires start and end, each with a time of day.</summary>
    private protected virtual bool NeedsBothTimes => false;

    private protected override IReadOnlyCollection<string> GivenParameters
        => [.. base.GivenParameters.Where(static name => name is not (nameof(StartTime) or nameof(EndTime))), nameof(StartTime), nameof(EndTime)];

    private protected override IReadOnlyList<ApiRequest> MakeRequests(VicidialConnection connection)
    {
        (DateTime? Start, DateTime? End) typed = (StartTime, EndTime);
        try
        {
            var requests = new List<ApiRequest>();
            foreach ((DateTime? Start, DateTime? End) period in FindPeriods(connection))
            {
                (StartTime, EndTime) = period;
                requests.AddRange(base.MakeRequests(connection));
            }

            return requests;
        }
        finally
        {
            (StartTime, EndTime) = typed;
        }
    }

    /// <summary>Asks for figures of groups, and writes an error for each group that the dialer does not have.</summary>
    /// <param name="campaigns">The campaigns that were given.</param>
    /// <param name="inGroups">The in-groups that were given.</param>
    /// <param name="groupOf">The group of a record.</param>
    /// <param name="isWanted">Which records are emitted.</param>
    private protected void AskOfGroups(string[]? campaigns, string[]? inGroups, Func<TRecord, string> groupOf, Func<TRecord, bool> isWanted)
    {
        var counted = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        Ask<TRecord>(isWanted: record =>
        {
            counted.Add(groupOf(record));
            return isWanted(record);
        });

        // A group without calls is a valid result; a group that does not exist is an error.
        WriteMissing(nameof(Campaign), FindLiterals("CampaignId", campaigns).Where(name => !counted.Contains(name)), NameList.Campaigns);
        WriteMissing(nameof(InGroup), FindLiterals("InGroupId", inGroups).Where(name => !counted.Contains(name)), NameList.InGroups);
    }

    private IEnumerable<string> FindLiterals(string parameter, string[]? names) =>
        MakeFilter(parameter, names).Missing.Where(static name => !WordsForAll.Contains(name, StringComparer.OrdinalIgnoreCase));

    private IEnumerable<(DateTime? Start, DateTime? End)> FindPeriods(VicidialConnection connection)
    {
        if (StartTime is not { } start)
        {
            DateTime? day = (Date ?? (NeedsBothTimes ? Today(connection) : null))?.Date;
            return [(day, NeedsBothTimes ? EndOf(day!.Value) : null)];
        }

        DateTime end = EndTime ?? Today(connection);
        end = EndTime is null || end.TimeOfDay == TimeSpan.Zero ? EndOf(end.Date) : end;
        if (end < start)
        {
            throw new DialerException(
                "InvalidPeriod",
                DialerErrorKind.InvalidArgument,
                $"-EndTime {end:s} is before -StartTime {start:s}."
            );
        }

        return !ByDay
            ? [(start, end)]
            : Enumerable.Range(0, (end.Date - start.Date).Days + 1).Select(number => start.Date.AddDays(number))
                .Select(day => ((DateTime?)(day > start ? day : start), (DateTime?)(day == end.Date ? end : EndOf(day))));
    }

    /// <summary>The last second of a day, or the day if the dialer needs no time of day.</summary>
    private DateTime EndOf(DateTime day) => NeedsBothTimes ? day.AddDays(1) - OneSecond : day;
}
