using Vicidial.Client.Errors;
using Vicidial.Client.Operations;
using Vicidial.Client.Records.Leads;
using Vicidial.Client.Requests;
using Vicidial.Client.Values;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Timeline;

/// <summary>Gets the history of a lead or phone number from dialers, in chronological order.</summary>
[Cmdlet(VerbsCommon.Get, "VicidialTimeline")]
[OutputType(typeof(TimelineEntry))]
public sealed partial class GetTimelineCommand : QueryCommand, IPipedInput
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);
    private readonly ValueNotes _notes = new();

    /// <summary>
    /// The phone number, in digits as the dialer stores it. A property PhoneNumber or phone_number of a piped object also sets it.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [NameOfInput(nameof(PhoneNumber), "phone_number", IsOptional = true)]
    [Alias("phone_number")]
    [NoFileNames]
    public string? PhoneNumber { get; set; }

    /// <summary>The lead, by number. A property LeadId or lead_id of a piped object also sets it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("lead_id")]
    [NumberFromText]
    [NoFileNames]
    public long? LeadId { get; set; }

    /// <summary>
    /// Returns only entries of these kinds: CallOut, CallIn, Recording, Callback. Nothing else is queried. Gaps are always returned.
    /// </summary>
    [Parameter]
    public TimelineKind[]? Kind { get; set; }

    private protected override object? CurrentInput => InputObject;

    private protected override PSObject? PipedObject => InputObject;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (FindInputProblem() is { } nothing)
        {
            WriteFailure(nothing, CurrentInput);
            return;
        }

        TimelineQuery query;
        try
        {
            string? number = string.IsNullOrWhiteSpace(PhoneNumber) ? null : PhoneFields.WriteAlone(PhoneNumber!, "-" + nameof(PhoneNumber), _notes);
            query = new TimelineQuery(LeadId, number, Kind);
        }
        catch (DialerException failure)
        {
            WriteFailure(failure, CurrentInput ?? PhoneNumber);
            return;
        }

        IReadOnlyList<VicidialConnection> named =
            Connection is null && LeadId is null ? [.. VicidialSession.Current.GetConnections().Select(Note)] : [];
        if (named.Count == 0)
        {
            named = Resolve();
        }

        foreach (TimelineItem item in Read(named, query).OrderBy(static item => item.Moment))
        {
            WriteObject(item.Entry);
            if (item.Failure is { } failure)
            {
                WriteFailure(failure, CurrentInput ?? item.Entry.ConnectionName);
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Tell(_notes);

    private List<TimelineItem> Read(IReadOnlyList<VicidialConnection> connections, TimelineQuery query)
    {
        // On another dialer, the same ID is another lead; the dialers share only phone numbers.
        VicidialConnection[] others =
            query.LeadId is null || Connection is not null ? [] : [.. VicidialSession.Current.GetConnections().Except(connections).Select(Note)];
        TimelineReader[] readers = connections.Select(MakeReader).ToArray();
        List<TimelineItem> items = WaitForAll(connections, readers.Select(reader => reader.ReadAsync(query, others.Length > 0)));
        string[] numbers = readers.SelectMany(static reader => reader.Numbers).Distinct(StringComparer.Ordinal).ToArray();
        items.AddRange(WaitForAll(others, others.Select(other => MakeReader(other).ReadAsync(numbers, query.Kinds))));
        return items;
    }

    /// <summary>Waits for all dialers, because the slowest one can have the oldest entry, and shows which ones are missing.</summary>
    private List<TimelineItem> WaitForAll(IReadOnlyList<VicidialConnection> connections, IEnumerable<Task<IReadOnlyList<TimelineItem>>> parts)
    {
        Task<IReadOnlyList<TimelineItem>>[] all = parts.ToArray();
        bool isShown = false;
        while (!all.All(static part => part.IsCompleted))
        {
            Task nextLook = Task.Delay(OneSecond, StopToken);
            WaitFor(Task.WhenAny(Task.WhenAll(all), nextLook));
            if (nextLook.IsCompleted)
            {
                WaitFor(nextLook);
                string[] awaited = connections.Where((_, i) => !all[i].IsCompleted).Select(static connection => connection.Name).ToArray();
                if (awaited.Length > 0)
                {
                    isShown = true;
                    WriteProgress(new ProgressRecord(0, MyInvocation.MyCommand.Name, $"Waiting for {string.Join(", ", awaited)}"));
                }
            }
        }

        if (isShown)
        {
            WriteProgress(new ProgressRecord(0, MyInvocation.MyCommand.Name, "Done") { RecordType = ProgressRecordType.Completed });
        }

        return WaitFor(Task.WhenAll(all)).SelectMany(static part => part).ToList();
    }

    private TimelineReader MakeReader(VicidialConnection connection) => new(connection.Client, Log, StopToken);
}
