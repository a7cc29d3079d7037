using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Leads;

namespace Vicidial.Client.Operations;

/// <summary>Whose timeline is read, and which kinds of entries.</summary>
public sealed class TimelineQuery
{
    private const int ShortestNumber = 4;
    private static readonly TimelineKind[] All = [TimelineKind.CallOut, TimelineKind.CallIn, TimelineKind.Recording, TimelineKind.Callback];

    /// <summary>Describes a timeline.</summary>
    /// <param name="leadId">The ID of the lead on the dialer, or null.</param>
    /// <param name="phoneNumber">The phone number in digits, or null.</param>
    /// <param name="kinds">The kinds of entries; null or empty for all.</param>
    /// <exception cref="DialerException">There is neither a lead nor a number, or the number is too short.</exception>
    public TimelineQuery(long? leadId, string? phoneNumber, IReadOnlyCollection<TimelineKind>? kinds)
    {
        if (phoneNumber is null && leadId is null)
        {
            throw new DialerException(
                "InvalidSearch",
                DialerErrorKind.InvalidArgument,
                "A timeline is of a number or of a lead: give -PhoneNumber or -LeadId."
            );
        }

        if (phoneNumber?.Length < ShortestNumber)
        {
            throw new DialerException(
                "InvalidPhoneNumber",
                DialerErrorKind.InvalidArgument,
                $"'{phoneNumber}' has {phoneNumber.Length} digits, and the dialer looks for {ShortestNumber} or more."
            );
        }

        LeadId = leadId;
        PhoneNumber = phoneNumber;
        Kinds = kinds is { Count: > 0 } ? kinds : All;
    }

    /// <summary>The lead.</summary>
    public long? LeadId { get; }

    /// <summary>The phone number.</summary>
    public string? PhoneNumber { get; }

    /// <summary>The kinds of entries.</summary>
    public IReadOnlyCollection<TimelineKind> Kinds { get; }

    internal bool WantsCalls => Kinds.Contains(TimelineKind.CallIn) || Kinds.Contains(TimelineKind.CallOut);

    internal bool WantsLeads => Kinds.Contains(TimelineKind.Recording) || Kinds.Contains(TimelineKind.Callback);

    /// <summary>Whether the dialer can search for a phone number.</summary>
    internal static bool IsSearchable(string number) => number.Length >= ShortestNumber && number.All(static c => char.IsAsciiDigit(c));
}
