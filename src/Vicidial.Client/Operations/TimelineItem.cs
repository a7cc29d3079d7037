using Vicidial.Client.Errors;
using Vicidial.Client.Records.Leads;

namespace Vicidial.Client.Operations;

/// <summary>An entry of a timeline with its place among the entries of other dialers.</summary>
public sealed class TimelineItem
{
    internal TimelineItem(TimelineEntry entry, DateTime moment, DialerException? failure)
    {
        Entry = entry;
        Moment = moment;
        Failure = failure;
    }

    /// <summary>The entry.</summary>
    public TimelineEntry Entry { get; }

    /// <summary>The time by which entries of several dialers are sorted, in UTC if the dialer's offset is known. Gaps come last.</summary>
    public DateTime Moment { get; }

    /// <summary>If the entry is a gap for the whole dialer, why the dialer did not respond; otherwise null.</summary>
    public DialerException? Failure { get; }
}
