using System.Collections.Generic;
using VicidialPS.Output;

namespace VicidialPS.Commands.Timeline;

/// <summary>Of whom a timeline is wanted, and what of them.</summary>
internal sealed class TimelineQuestion
{
    public TimelineQuestion(long? leadId, string? phoneNumber, ISet<TimelineKind> kinds)
    {
        LeadId = leadId;
        PhoneNumber = phoneNumber;
        Kinds = kinds;
    }

    /// <summary>The lead, on the dialer that knows it by this number.</summary>
    public long? LeadId { get; }

    /// <summary>The telephone number.</summary>
    public string? PhoneNumber { get; }

    public ISet<TimelineKind> Kinds { get; }

    public bool WantsCalls => Kinds.Contains(TimelineKind.CallIn) || Kinds.Contains(TimelineKind.CallOut);

    public bool WantsOfLead => Kinds.Contains(TimelineKind.Recording) || Kinds.Contains(TimelineKind.Callback);
}
