namespace Vicidial.Client.Events;

/// <summary>An agent set a disposition. A correction is a second event with the same <see cref="CallEvent.AgentLogId"/> and another status.</summary>
public sealed class DispositionEvent : CallEvent
{
    private string _callNotes = string.Empty;

    /// <summary>The name of the status; for a scheduled callback, the name of CBHOLD.</summary>
    [EventVariable("dispo_name")]
    public string StatusName { get; internal set; } = string.Empty;

    /// <summary>Who ended the call: CALLER, AGENT, NONE and others.</summary>
    [EventVariable("term_reason")]
    public string TermReason { get; internal set; } = string.Empty;

    /// <summary>When to call back, in the dialer's local time; null without a scheduled callback.</summary>
    [EventVariable("callback_datetime")]
    public DateTime? CallbackTime { get; internal set; }

    /// <summary>The status of the scheduled callback.</summary>
    [EventVariable("callback_lead_status")]
    public string CallbackStatus { get; internal set; } = string.Empty;

    /// <summary>The notes of the agent.</summary>
    [EventVariable("call_notes")]
    public string CallNotes
    {
        get => _callNotes;

        // The dialer sends one space if there are none.
        internal set => _callNotes = value == " " ? string.Empty : value;
    }

    /// <summary>The file name of the recording.</summary>
    [EventVariable("recording_filename")]
    public string RecordingFileName { get; internal set; } = string.Empty;

    /// <summary>The number of the recording.</summary>
    [EventVariable("recording_id")]
    public long? RecordingId { get; internal set; }
}
