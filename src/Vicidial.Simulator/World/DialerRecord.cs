namespace Vicidial.Simulator.World;

/// <summary>A named object in the dialer's settings that can belong to a user group.</summary>
public abstract class DialerRecord : SettingsRecord
{
    /// <summary>The group of records that everybody may see.</summary>
    public const string EveryGroup = "---ALL---";

    private protected DialerRecord(string id, string name)
    {
        Id = id ?? throw new ArgumentNullException(nameof(id));
        Name = name ?? throw new ArgumentNullException(nameof(name));
    }

    /// <summary>The record's ID.</summary>
    public string Id { get; }

    /// <summary>Its name or note.</summary>
    public string Name { get; set; }

    /// <summary>The user group that it belongs to, or <see cref="EveryGroup"/>.</summary>
    public string UserGroup { get; set; } = EveryGroup;

    internal bool IsSeenBy(UserGroup? group) => group is not null && (UserGroup == EveryGroup || group.SeesGroup(UserGroup));
}
