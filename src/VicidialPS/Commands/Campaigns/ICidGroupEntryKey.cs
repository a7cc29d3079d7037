using System.Management.Automation;
using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Campaigns;

/// <summary>The parameters that identify an entry of a CID group, and its description.</summary>
[ParameterGroup]
internal interface ICidGroupEntryKey
{
    /// <summary>The CID group, or the campaign with its own entries.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("cid_group_id")]
    [NoFileNames]
    string? CidGroupId { get; set; }

    /// <summary>The area code, or the state if the group goes by states: up to 5 characters.</summary>
    [Parameter(Position = 1)]
    [Field("areacode", Identity = true)]
    [NoFileNames]
    string? AreaCode { get; set; }

    /// <summary>The description: up to 50 characters.</summary>
    [Parameter]
    [Field, Alias("cid_description")]
    [NoFileNames]
    string? Description { get; set; }
}
