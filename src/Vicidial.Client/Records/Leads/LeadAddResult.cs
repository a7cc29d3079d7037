using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;

namespace Vicidial.Client.Records.Leads;

/// <summary>A lead that was added, and what became of its extras (API function <c>add_lead</c>).</summary>
public sealed class LeadAddResult : DialerRecord
{
    private const string VendorField = "vendor_lead_code";

    private const long DefaultList = 999;

    private LeadAddResult(string connectionName, DialerResponse response)
    {
        ConnectionName = connectionName;
        ResponseLine success = response.Success ?? throw new ArgumentException("The reply reports no success.", nameof(response));
        PhoneNumber = success["phone_number"] ?? string.Empty;
        ListId = ReadNumber(success["list_id"]);
        LeadId = ReadNumber(success["lead_id"]);
        GmtOffset = decimal.TryParse(success["gmt_offset"], NumberStyles.Float, CultureInfo.InvariantCulture, out decimal offset) ? offset : null;
        Notices = Refusals = TextList.Empty;
        if (response.Lines.Count == 1)
        {
            // Most leads are added without another word.
            return;
        }

        (InHopper, ResponseLine? hopper) = Outcome(response, "ADDED TO HOPPER", "NOT ADDED TO HOPPER");
        HopperId = ReadNumber(hopper?["hopper_id"]);
        (CallbackScheduled, ResponseLine? callback) = Outcome(response, "SCHEDULED CALLBACK ADDED", "SCHEDULED CALLBACK NOT ADDED");
        CallbackTime = DateTime.TryParseExact(
            callback?["callback_datetime"],
            "yyyy-MM-dd HH:mm:ss",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out DateTime time
        )
            ? time
            : null;
        (CustomFieldsStored, _) = Outcome(response, "CUSTOM FIELDS VALUES ADDED", "CUSTOM FIELDS NOT ADDED");
        AlternatePhoneCount = (int?)ReadNumber(response.FindNotice("MULTI-ALT-PHONE NUMBERS LOADED")?["inserted_alt_phones"]);
        Notices = Texts(response.Notices);
        Refusals = Texts(response.Notices.Where(IsRefusal));
    }

    private LeadAddResult(string connectionName, ApiRequest request, long? leadId)
    {
        ConnectionName = connectionName;
        PhoneNumber = request.Find("phone_number") ?? string.Empty;
        ListId = ReadNumber(request.Find("list_id")) ?? DefaultList;
        LeadId = leadId;
        WasDoneBefore = true;
        Notices = Refusals = TextList.Empty;
    }

    /// <summary>The number of the new lead.</summary>
    public long? LeadId { get; }

    /// <summary>The list that it went into.</summary>
    public long? ListId { get; }

    /// <summary>The number as the dialer stored it.</summary>
    public string PhoneNumber { get; }

    /// <summary>Hours from UTC that the dialer looked up for the number.</summary>
    public decimal? GmtOffset { get; }

    /// <summary>Whether it is in the hopper; null where that was not asked for.</summary>
    public bool? InHopper { get; }

    /// <summary>The number of the hopper entry, or null.</summary>
    public long? HopperId { get; }

    /// <summary>Whether a callback is scheduled; null where that was not asked for.</summary>
    public bool? CallbackScheduled { get; }

    /// <summary>When it is to be called back, in the dialer's local time, or null.</summary>
    public DateTime? CallbackTime { get; }

    /// <summary>The vendor's key that was given, so that a result can be matched with its row; or null.</summary>
    public string? VendorLeadCode { get; private set; }

    /// <summary>Whether custom fields were stored; null where that was not asked for.</summary>
    public bool? CustomFieldsStored { get; private set; }

    /// <summary>How many further numbers were stored, or null.</summary>
    public int? AlternatePhoneCount { get; }

    /// <summary>Whether an earlier run of a load had added it, of which nobody knew: it was looked up, so that its extras are not known.</summary>
    public bool WasDoneBefore { get; }

    /// <summary>What else the dialer said.</summary>
    public TextList Notices { get; }

    /// <summary>Those notices that tell of something asked for and not done.</summary>
    public TextList Refusals { get; private set; }

    /// <summary>Reads the response to <c>add_lead</c>.</summary>
    /// <param name="connectionName">The name of the connection it came from.</param>
    /// <param name="response">A response that reports success.</param>
    /// <param name="request">The request that has added it; null if only the response is known.</param>
    public static LeadAddResult Read(string connectionName, DialerResponse response, ApiRequest? request = null) =>
        new(connectionName, response) { VendorLeadCode = request?.Find(VendorField) };

    /// <summary>Stands for a lead that was found on the dialer.</summary>
    /// <param name="connectionName">The name of the connection.</param>
    /// <param name="request">The request that has added it.</param>
    /// <param name="leadId">Its number, where the dialer tells.</param>
    public static LeadAddResult Found(string connectionName, ApiRequest request, long? leadId) =>
        new(connectionName, request, leadId) { VendorLeadCode = request.Find(VendorField) };

    /// <summary>Takes note of custom fields that were stored, or not, by a request of their own.</summary>
    /// <param name="refusal">Why they were not stored; null if they were.</param>
    public void NoteCustomFields(string? refusal)
    {
        CustomFieldsStored = refusal is null;
        Refusals = refusal is null ? Refusals : new TextList([.. Refusals, refusal]);
    }

    /// <inheritdoc/>
    public override string ToString() => LeadId?.ToString(CultureInfo.InvariantCulture) ?? PhoneNumber;

    private static TextList Texts(IEnumerable<ResponseLine> notices) => new(notices.Select(static notice => notice.Message).ToArray());

    private static bool IsRefusal(ResponseLine notice) => notice.Says(" NOT ADDED") || notice.Says("disabled");

    private static (bool? Done, ResponseLine? Line) Outcome(DialerResponse response, string done, string refused)
    {
        if (response.FindNotice(refused) is { } refusal)
        {
            return (false, refusal);
        }

        ResponseLine? line = response.FindNotice(done);
        return (line is null ? null : true, line);
    }

    private static long? ReadNumber(string? text)
        => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;
}
