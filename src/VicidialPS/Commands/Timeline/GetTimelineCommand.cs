using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Requests;
using Vicidial.Client.Values;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;
using VicidialPS.Connections;
using VicidialPS.Output;

namespace VicidialPS.Commands.Timeline;

/// <summary>Puts together what dialers know of one lead or one number, in the order of time.</summary>
[Cmdlet(VerbsCommon.Get, "VicidialTimeline")]
[OutputType(typeof(TimelineEntry))]
public sealed partial class GetTimelineCommand : QueryCommand, IPipedInput
{
    internal const int ShortestNumber = 4;
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);
    private static readonly TimelineKind[] All = [TimelineKind.CallOut, TimelineKind.CallIn, TimelineKind.Recording, TimelineKind.Callback];

    private readonly ValueNotes _notes = new();

    /// <summary>The telephone number.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [NameOfInput(nameof(PhoneNumber), "phone_number", IsOptional = true)]
    [Alias("phone_number")]
    [NoFileNames]
    public string? PhoneNumber { get; set; }

    /// <summary>The lead, by number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("lead_id")]
    [NoFileNames]
    public long? LeadId { get; set; }

    /// <summary>Only entries of these kinds; nothing else is asked for. Gaps always come.</summary>
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

        string? number;
        try
        {
            number = string.IsNullOrWhiteSpace(PhoneNumber) ? null : PhoneFields.WriteAlone(PhoneNumber!, nameof(PhoneNumber), _notes);
        }
        catch (DialerException failure)
        {
            WriteFailure(failure, CurrentInput ?? PhoneNumber);
            return;
        }

        if (number is null && LeadId is null)
        {
            WriteFailure(
                new DialerException(
                    "InvalidSearch",
                    DialerErrorKind.InvalidArgument,
                    "A timeline is of a number or of a lead: give -PhoneNumber or -LeadId."
                ),
                CurrentInput
            );
            return;
        }

        if (number?.Length < ShortestNumber)
        {
            WriteFailure(
                new DialerException(
                    "InvalidPhoneNumber",
                    DialerErrorKind.InvalidArgument,
                    $"'{PhoneNumber}' has {number.Length} digits, and the dialer looks for {ShortestNumber} or more."
                ),
                CurrentInput ?? PhoneNumber
            );
            return;
        }

        var question = new TimelineQuestion(LeadId, number, new HashSet<TimelineKind>(Kind is { Length: > 0 } ? Kind : All));
        IReadOnlyList<VicidialConnection> named =
            Connection is null && LeadId is null ? [.. VicidialSession.Current.GetConnections().Select(Note)] : [];
        if (named.Count == 0)
        {
            named = Resolve();
        }

        foreach (TimelineEntry entry in Read(named, question).OrderBy(static entry => entry.Moment))
        {
            WriteObject(entry);
            if (entry.Failure is { } failure)
            {
                WriteFailure(failure, CurrentInput ?? entry.ConnectionName);
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Tell(_notes);

    private List<TimelineEntry> Read(IReadOnlyList<VicidialConnection> connections, TimelineQuestion question)
    {
        // Another dialer has another lead by this number; what they share are telephone numbers.
        VicidialConnection[] others =
            question.LeadId is null || Connection is not null ? [] : [.. VicidialSession.Current.GetConnections().Except(connections).Select(Note)];
        TimelineReader[] readers = connections.Select(connection => new TimelineReader(connection, Log, StopToken)).ToArray();
        List<TimelineEntry> entries = WaitForAll(connections, readers.Select(reader => reader.ReadAsync(question, others.Length > 0)));
        string[] numbers = readers.SelectMany(static reader => reader.Numbers).Distinct(StringComparer.Ordinal).ToArray();
        entries.AddRange(WaitForAll(others, others.Select(other => ReadNumbersAsync(other, numbers, question))));
        return entries;
    }

    /// <summary>Waits for all dialers, for the slowest may have the oldest entry, and shows which ones it waits for.</summary>
    private List<TimelineEntry> WaitForAll(IReadOnlyList<VicidialConnection> connections, IEnumerable<Task<IReadOnlyList<TimelineEntry>>> parts)
    {
        Task<IReadOnlyList<TimelineEntry>>[] all = parts.ToArray();
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

    private async Task<IReadOnlyList<TimelineEntry>> ReadNumbersAsync(VicidialConnection connection, string[] numbers, TimelineQuestion question)
    {
        var reader = new TimelineReader(connection, Log, StopToken);
        IReadOnlyList<TimelineEntry> entries = [];
        foreach (string number in numbers)
        {
            entries = await reader.ReadAsync(new TimelineQuestion(null, number, question.Kinds)).ConfigureAwait(false);
        }

        return entries;
    }
}
