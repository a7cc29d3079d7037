using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Recordings;
using Vicidial.Client.Requests;
using Vicidial.Client.Slicing;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Recordings;

/// <summary>Finds recordings by lead, agent, call, extension, and day (API function <c>recording_lookup</c>).</summary>
[Cmdlet(VerbsCommon.Find, "VicidialRecording")]
[ApiFunction("recording_lookup")]
[OutputType(typeof(Recording))]
public sealed class FindRecordingCommand : DayQueryCommand<Recording>
{
    /// <summary>Recordings of these leads. A property LeadId or lead_id of a piped object also sets it.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Field(Each = true), Alias("lead_id")]
    [NumberFromText]
    [NoFileNames]
    public long[]? LeadId { get; set; }

    /// <summary>Recordings of these agents, by user account, 3 characters or more. It cannot be piped.</summary>
    [Parameter]
    [Field(Each = true), Alias("agent_user")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public string[]? User { get; set; }

    /// <summary>Recordings of these calls, by Asterisk's unique id, 9 characters or more. The dialer compares the part before the dot.</summary>
    [Parameter]
    [Field("uniqueid", Each = true)]
    [NoFileNames]
    public string[]? UniqueId { get; set; }

    /// <summary>Recordings of these telephone extensions. Dialers before build 201002-1545 ignore it; a warning appears.</summary>
    [Parameter]
    [Field("extension", Each = true)]
    [ArgumentCompleter(typeof(PhoneCompleter))]
    public string[]? Extension { get; set; }

    /// <summary>Asks for Duration as well. Without it, Duration is null. Dialers before build 200610-1447 ignore it; a warning appears.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("duration")]
    public SwitchParameter IncludeDuration { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Ask<Recording>(Slice);

    private RecordingSlices Slice(VicidialConnection connection, IReadOnlyList<ApiRequest> requests)
    {
        // The dialer rejects a search by an agent, an extension, or a day alone, because it would find too much.
        int points = ((LeadId is null && UniqueId is null ? 0 : 2) + (User is null ? 0 : 1)) + (Extension is null ? 0 : 1) + (Date is null ? 0 : 1);
        if (points < 2)
        {
            throw new DialerException(
                "InvalidSearch",
                DialerErrorKind.InvalidArgument,
                "The search is too broad. Give -LeadId, -UniqueId, or two of -User, -Extension, and -Date."
            );
        }

        return new RecordingSlices(requests, DateTime.UtcNow.Add(connection.UtcOffset ?? TimeSpan.Zero).AddDays(1));
    }
}
