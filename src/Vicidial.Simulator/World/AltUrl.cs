namespace Vicidial.Simulator.World;

/// <summary>A URL that is requested at an event of a call.</summary>
/// <param name="id">Its number.</param>
/// <param name="ownerId">The campaign, in-group or list.</param>
/// <param name="entryType">The kind of owner: campaign, ingroup, or list.</param>
/// <param name="urlType">The event: dispo, start, addlead or noagent.</param>
public sealed class AltUrl(long id, string ownerId, string entryType, string urlType) : SettingsRecord
{
    /// <summary>Its number.</summary>
    public long Id { get; } = id;

    /// <summary>The campaign, in-group or list.</summary>
    public string OwnerId { get; } = ownerId;

    /// <summary>The kind of owner: campaign, ingroup, or list.</summary>
    public string EntryType { get; } = entryType;

    /// <summary>The event: dispo, start, addlead or noagent.</summary>
    public string UrlType { get; } = urlType;

    /// <summary>Whether it is requested.</summary>
    public bool IsActive { get; set; }

    /// <summary>Its position among the URLs of the event.</summary>
    public string Rank { get; set; } = "1";

    /// <summary>The statuses of calls that it is for, with spaces between them, or <c>---ALL---</c>.</summary>
    public string Statuses { get; set; } = "---ALL---";

    /// <summary>The description.</summary>
    public string Description { get; set; } = string.Empty;

    /// <summary>The lists that it is for, with spaces between them; none means all.</summary>
    public string Lists { get; set; } = string.Empty;

    /// <summary>The minimum length of a call in seconds.</summary>
    public string CallLength { get; set; } = "0";

    /// <summary>The address.</summary>
    public string Address { get; set; } = string.Empty;
}
