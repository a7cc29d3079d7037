using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Leads;

/// <summary>The fields of a lead that the dialer stores unchanged.</summary>
[ParameterGroup]
internal interface ILeadFields
{
    /// <summary>The country calling code in digits, such as 1 or 44.</summary>
    [Parameter]
    [Field, Alias("phone_code")]
    [NoFileNames]
    string? PhoneCode { get; set; }

    /// <summary>The title, such as Mr or Dr.</summary>
    [Parameter]
    [Field("title")]
    [NoFileNames]
    string? Title { get; set; }

    /// <summary>The first name, up to 30 characters.</summary>
    [Parameter]
    [Field, Alias("first_name")]
    [NoFileNames]
    string? FirstName { get; set; }

    /// <summary>The middle initial, one character.</summary>
    [Parameter]
    [Field, Alias("middle_initial")]
    [NoFileNames]
    string? MiddleInitial { get; set; }

    /// <summary>The last name, up to 30 characters.</summary>
    [Parameter]
    [Field, Alias("last_name")]
    [NoFileNames]
    string? LastName { get; set; }

    /// <summary>The first line of the address.</summary>
    [Parameter]
    [Field("address1")]
    [NoFileNames]
    string? Address1 { get; set; }

    /// <summary>The second line of the address.</summary>
    [Parameter]
    [Field("address2")]
    [NoFileNames]
    string? Address2 { get; set; }

    /// <summary>The third line of the address. Some call centers store a third phone number here.</summary>
    [Parameter]
    [Field("address3")]
    [NoFileNames]
    string? Address3 { get; set; }

    /// <summary>The city of the address, up to 50 characters.</summary>
    [Parameter]
    [Field("city")]
    [NoFileNames]
    string? City { get; set; }

    /// <summary>The state code, up to 2 characters, such as FL.</summary>
    [Parameter]
    [Field("state")]
    [NoFileNames]
    string? State { get; set; }

    /// <summary>The province or region, up to 50 characters.</summary>
    [Parameter]
    [Field("province")]
    [NoFileNames]
    string? Province { get; set; }

    /// <summary>The postal code, up to 10 characters, such as 33601.</summary>
    [Parameter]
    [Field, Alias("postal_code")]
    [NoFileNames]
    string? PostalCode { get; set; }

    /// <summary>The country: its 3-letter code, such as USA.</summary>
    [Parameter]
    [Field, Alias("country_code")]
    [NoFileNames]
    string? CountryCode { get; set; }

    /// <summary>The gender: M, F, or U (unknown).</summary>
    [Parameter]
    [Field("gender")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    string? Gender { get; set; }

    /// <summary>The date of birth.</summary>
    [Parameter]
    [Field(IsDate = true), Alias("date_of_birth")]
    [DateFromText]
    [NoFileNames]
    DateTime? DateOfBirth { get; set; }

    /// <summary>The alternate phone number.</summary>
    [Parameter]
    [Field, Alias("alt_phone")]
    [NoFileNames]
    string? AltPhone { get; set; }

    /// <summary>The email address, up to 70 characters, such as ada@example.com.</summary>
    [Parameter]
    [Field("email")]
    [NoFileNames]
    string? Email { get; set; }

    /// <summary>Free text, which agents see as the security phrase.</summary>
    [Parameter]
    [Field, Alias("security_phrase")]
    [NoFileNames]
    string? SecurityPhrase { get; set; }

    /// <summary>A comment.</summary>
    [Parameter]
    [Field("comments")]
    [NoFileNames]
    string? Comments { get; set; }

    /// <summary>The rank of the lead, 0 to 32767. Lead orders can use it.</summary>
    [Parameter]
    [Field("rank")]
    [NumberFromText]
    [NoFileNames]
    int? Rank { get; set; }

    /// <summary>The owner of the lead: a user, a territory, or a user group.</summary>
    [Parameter]
    [Field("owner")]
    [NoFileNames]
    string? Owner { get; set; }

    /// <summary>The key of the lead in your own system.</summary>
    [Parameter]
    [Field, Alias("vendor_lead_code")]
    [NoFileNames]
    string? VendorLeadCode { get; set; }

    /// <summary>Where the lead comes from, as your own system names it.</summary>
    [Parameter]
    [Field, Alias("source_id")]
    [NoFileNames]
    string? SourceId { get; set; }

    /// <summary>The lead's offset from UTC in hours, such as -5.</summary>
    [Parameter]
    [Field, Alias("gmt_offset_now")]
    [NumberFromText(HasFraction = true)]
    [NoFileNames]
    decimal? GmtOffsetNow { get; set; }
}
