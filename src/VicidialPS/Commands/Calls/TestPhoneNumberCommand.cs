using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Calls;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Commands.Leads;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;
using VicidialPS.Connections;
using VicidialPS.Requests;

namespace VicidialPS.Commands.Calls;

/// <summary>Tests whether numbers are valid, not on a do-not-call list, and may be called now (API function <c>check_phone_number</c>).</summary>
[Cmdlet(VerbsDiagnostic.Test, "VicidialPhoneNumber")]
[ApiFunction("check_phone_number")]
[OutputType(typeof(PhoneNumberCheck))]
public sealed partial class TestPhoneNumberCommand : PipedQueryCommand<PhoneNumberCheck>, INorthAmericanChecks
{
    private readonly KnownCampaigns _campaigns = new(StringComparison.OrdinalIgnoreCase, KnownCampaigns.FindsNoNumber);

    /// <summary>
    /// The numbers: 6 to 16 digits without the code of the country. Spaces, brackets, dots, dashes, and slashes are removed. Each number is
    /// a separate request. A property PhoneNumber or phone_number of a piped object also sets it.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Field(Each = true), Alias("phone_number")]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    [NameOfInput(nameof(PhoneNumber), "phone_number", KeepsOthers = true)]
    public string[] PhoneNumber { get; set; } = [];

    /// <summary>The call time that says when numbers may be called, such as 24hours or 9am-9pm. It must be one that the dialer has.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Field, Alias("local_call_time")]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public string LocalCallTime { get; set; } = string.Empty;

    /// <summary>The country calling code, in digits. The default is 1.</summary>
    [Parameter]
    [Field, Alias("phone_code")]
    [NoFileNames]
    public string PhoneCode { get; set; } = string.Empty;

    /// <summary>The postal code, for the method POSTAL of -TimeZoneMethod.</summary>
    [Parameter]
    [Field, Alias("postal_code")]
    [NoFileNames]
    public string PostalCode { get; set; } = string.Empty;

    /// <summary>The code of the state, for call times that have exceptions by state.</summary>
    [Parameter]
    [Field("state")]
    [NoFileNames]
    public string State { get; set; } = string.Empty;

    /// <summary>The code of the time zone, for the method TZCODE of -TimeZoneMethod.</summary>
    [Parameter]
    [Field("owner")]
    [NoFileNames]
    public string Owner { get; set; } = string.Empty;

    /// <summary>Y rejects numbers on the system DNC list, AREACODE also checks entries for whole area codes, and N checks nothing.</summary>
    [Parameter]
    [Field, Alias("dnc_check")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string DncCheck { get; set; } = string.Empty;

    /// <summary>
    /// Y rejects numbers on the DNC list of -CampaignId, AREACODE also checks entries for whole area codes, and N checks nothing.
    /// </summary>
    [Parameter]
    [Field, Alias("campaign_dnc_check")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string CampaignDncCheck { get; set; } = string.Empty;

    /// <summary>The campaign whose DNC list -CampaignDncCheck checks. Without that check, it is not needed.</summary>
    [Parameter]
    [Field, Alias("campaign_id")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public string CampaignId { get; set; } = string.Empty;

    /// <summary>
    /// How the time zone is looked up: AREACODE by country and area code, POSTAL by -PostalCode, TZCODE by -Owner, or NANPA. You can give
    /// several; each has a separate record. The default is AREACODE.
    /// </summary>
    [Parameter]
    [Field(Joined = true), Alias("tz_method")]
    [ValidateSet("AREACODE", "POSTAL", "TZCODE", "NANPA")]
    public string[]? TimeZoneMethod { get; set; }

    // Without a campaign that exists, the dialer checks no list, and reports that the number may be dialed.
    private protected override IReadOnlyList<ApiRequest> MakeRequests(VicidialConnection connection)
    {
        if (CampaignDncCheck is "Y" or "AREACODE")
        {
            if (CampaignId.Length == 0)
            {
                throw new DialerException(
                    "RequiredFieldMissing",
                    DialerErrorKind.InvalidArgument,
                    "-CampaignDncCheck needs -CampaignId. Without it, the dialer checks no list."
                );
            }

            WaitFor(_campaigns.RequireAsync(connection, CampaignId, Log, StopToken));
            foreach (string doubt in _campaigns.TakeDoubts())
            {
                WriteWarning(doubt);
            }
        }

        return base.MakeRequests(connection);
    }
}
