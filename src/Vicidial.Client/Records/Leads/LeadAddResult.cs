using Vicidial.Client.Records.Reading;
using Vicidial.Client.Requests;

namespace Vicidial.Client.Records.Leads;

/// <summary>A lead that was added, with the outcome of the additional actions (API function <c>add_lead</c>).</summary>
public sealed class LeadAddResult : ChangeRecord
{
    private const long DefaultList = 999;

    /// <summary>The ID of the new lead.</summary>
    [Column("lead_id")]
    public long? LeadId { get; internal set; }

    /// <summary>The list that it was added to.</summary>
    [Column("list_id"), RequestField("list_id")]
    public long? ListId { get; internal set; } = DefaultList;

    /// <summary>The phone number as the dialer stored it.</summary>
    [Column("phone_number"), RequestField("phone_number")]
    public string PhoneNumber { get; internal set; } = string.Empty;

    /// <summary>Hours from UTC that the dialer looked up for the number.</summary>
    [Column("gmt_offset")]
    public decimal? GmtOffset { get; internal set; }

    /// <summary>Whether the lead is in the hopper; null if that was not requested.</summary>
    public bool? InHopper { get; private set; }

    /// <summary>The ID of the hopper entry, or null.</summary>
    [Column("hopper_id")]
    public long? HopperId { get; internal set; }

    /// <summary>Whether a callback is scheduled; null if that was not requested.</summary>
    public bool? CallbackScheduled { get; private set; }

    /// <summary>When it is to be called back, in the dialer's local time, or null.</summary>
    [Column("callback_datetime")]
    public DateTime? CallbackTime { get; internal set; }

    /// <summary>The vendor lead code that was given, so that a result can be matched with its row; or null.</summary>
    [RequestField("vendor_lead_code")]
    public string? VendorLeadCode { get; internal set; }

    /// <summary>
    /// Whether custom fields were stored as they were sent; null if that was not requested, or if they could not be read back.
    /// </summary>
    public bool? CustomFieldsStored { get; private set; }

    /// <summary>How many further numbers were stored, or null.</summary>
    [Column("inserted_alt_phones")]
    public int? AlternatePhoneCount { get; internal set; }

    /// <summary>A lead that was found on the dialer, because an earlier run of a load had added it. Its additional actions are unknown.</summary>
    /// <param name="connectionName">The name of the connection.</param>
    /// <param name="request">The request that has added it.</param>
    /// <param name="leadId">The lead ID, if the dialer reports it.</param>
    public static LeadAddResult Found(string connectionName, ApiRequest request, long? leadId)
    {
        LeadAddResult found = ChangeReader.Found<LeadAddResult>(connectionName, request);
        found.LeadId = leadId;
        return found;
    }

    /// <summary>Records whether the custom fields were stored as they were sent; null if that is unknown.</summary>
    public void NoteCustomFields(bool? areStored) => CustomFieldsStored = areStored;

    /// <inheritdoc/>
    public override string ToString() => LeadId?.ToString(CultureInfo.InvariantCulture) ?? PhoneNumber;

    internal override void NotePart(string part, bool isDone)
    {
        switch (part)
        {
            case "hopper":
                InHopper = isDone;
                break;
            case "callback":
                CallbackScheduled = isDone;
                break;
            case "custom-fields":
                CustomFieldsStored = isDone;
                break;
            default:
                throw new ArgumentException($"No property is for the part '{part}'.", nameof(part));
        }
    }
}
