using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Campaigns;

/// <summary>The parameters that identify an entry of a CID group, and its description.</summary>
[ParameterGroup]
internal interface ICidGroupEntryKey
{
    /// <summary>The caller ID group, or a campaign that has its own caller IDs.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("cid_group_id")]
    [NoFileNames]
    string? CidGroupId { get; set; }

    /// <summary>The area code or the state that is called.</summary>
    [Parameter(Position = 1)]
    [Field("areacode", Identity = true)]
    [NoFileNames]
    string? AreaCode { get; set; }

    /// <summary>The description of the entry, for administrators.</summary>
    [Parameter]
    [Field, Alias("cid_description")]
    [NoFileNames]
    string? Description { get; set; }
}
