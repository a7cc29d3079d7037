namespace Vicidial.Simulator.World;

/// <summary>A user account of the dialer.</summary>
public sealed class DialerUser : SettingsRecord
{
    private const string AllFunctions = "ALL_FUNCTIONS";

    /// <summary>Makes an account; one of level 7 or more may use the APIs for everything.</summary>
    /// <param name="name">The user name.</param>
    /// <param name="password">The password.</param>
    /// <param name="level">The level, from 1 to 9.</param>
    public DialerUser(string name, string password, int level)
    {
        Name = name ?? throw new ArgumentNullException(nameof(name));
        Password = password ?? throw new ArgumentNullException(nameof(password));
        Level = level;
        bool isManager = level >= 7;
        FullName = name;
        ApiAccess = isManager;
        ViewReports = isManager;
        ModifyLists = isManager;
        ModifyLeads = isManager ? 1 : 0;
        ModifyUsers = isManager;
        ChangeAgentCampaign = isManager;
        ModifyCampaigns = isManager;
        ModifyDids = isManager;
        ModifyPhones = isManager;
        ModifyRemoteAgents = isManager;
        ModifyCustomFields = isManager;
        MayDelete = isManager;
        ModifiesSameLevel = level >= 9;
    }

    /// <summary>The user name.</summary>
    public string Name { get; private set; }

    /// <summary>The password.</summary>
    public string Password { get; set; }

    /// <summary>The level, from 1 to 9.</summary>
    public int Level { get; set; }

    /// <summary>The display name.</summary>
    public string FullName { get; set; }

    /// <summary>The user group.</summary>
    public string Group { get; set; } = "ADMIN";

    /// <summary>Whether the account may be used at all.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Whether the account may use the APIs.</summary>
    public bool ApiAccess { get; set; }

    /// <summary>The functions that the account may use, with a space between them, or <c>ALL_FUNCTIONS</c>.</summary>
    public string AllowedFunctions { get; set; } = AllFunctions;

    /// <summary>Whether lists outside the group's campaigns are rejected.</summary>
    public bool IsListRestricted { get; set; }

    /// <summary>The right to change leads, from 0 to 5.</summary>
    public int ModifyLeads { get; set; }

    /// <summary>The right to change lists.</summary>
    public bool ModifyLists { get; set; }

    /// <summary>The right to change users.</summary>
    public bool ModifyUsers { get; set; }

    /// <summary>The right to change the campaign and the in-groups of a logged-in agent.</summary>
    public bool ChangeAgentCampaign { get; set; }

    /// <summary>The right to change campaigns.</summary>
    public bool ModifyCampaigns { get; set; }

    /// <summary>Whether the user may dial manually as an agent.</summary>
    public bool DialsByHand { get; set; } = true;

    /// <summary>The right to change DIDs.</summary>
    public bool ModifyDids { get; set; }

    /// <summary>The right to change phones and servers.</summary>
    public bool ModifyPhones { get; set; }

    /// <summary>The right to change remote agents.</summary>
    public bool ModifyRemoteAgents { get; set; }

    /// <summary>The right to change the custom fields of lists.</summary>
    public bool ModifyCustomFields { get; set; }

    /// <summary>The rights to delete users, lists, phones, DIDs, and entries of the do-not-call lists.</summary>
    public bool MayDelete { get; set; }

    /// <summary>The right to change users of the account's own level; it applies only at level 9.</summary>
    public bool ModifiesSameLevel { get; set; }

    /// <summary>The right to see reports.</summary>
    public bool ViewReports { get; set; }

    /// <summary>Whether the account sees custom fields of leads only as X characters.</summary>
    public bool HidesLeadData { get; set; }

    /// <summary>The field with the user's key in another system.</summary>
    public string CustomThree { get; set; } = string.Empty;

    /// <summary>The field with the key of the user's team in another system.</summary>
    public string CustomFour { get; set; } = string.Empty;

    /// <summary>The address of the last agent login that is more than two days old, or empty.</summary>
    public string EarlierAddress { get; set; } = string.Empty;

    /// <summary>The account's own language, or null for that of the system.</summary>
    public string? Language { get; set; }

    /// <summary>Failed logins since the last successful one.</summary>
    public int FailedLogins { get; set; }

    /// <summary>The last successful login.</summary>
    public DateTimeOffset? LastLogin { get; set; }

    internal bool HasSameLevelRight => Level >= 9 && ModifiesSameLevel;

    /// <summary>Creates an account without permissions, as the dialer does for a new user.</summary>
    internal static DialerUser WithoutRights(string name, string password, int level) => new(name, password, level)
    {
        ApiAccess = false,
        ViewReports = false,
        ModifyLists = false,
        ModifyLeads = 0,
        ModifyUsers = false,
        ModifyCampaigns = false,
        ModifyDids = false,
        ModifyPhones = false,
        ModifyRemoteAgents = false,
        ModifyCustomFields = false,
        ModifiesSameLevel = false,
        ChangeAgentCampaign = false,
        MayDelete = false,
    };

    internal DialerUser CopyAs(string name, string password, string fullName)
    {
        var copy = (DialerUser)MemberwiseClone();
        copy.Name = name;
        copy.Password = password;
        copy.FullName = fullName;
        copy.FailedLogins = 0;
        copy.LastLogin = null;
        copy.EarlierAddress = string.Empty;
        copy.Columns = new Dictionary<string, string>(Columns, StringComparer.Ordinal);
        return copy;
    }

    internal bool MayModifyLevel(int level) => level < Level || (level == Level && HasSameLevelRight);

    internal bool MayUse(string function) =>
        (" " + AllowedFunctions + " ").IndexOf(" " + AllFunctions + " ", StringComparison.Ordinal) >= 0
        || (" " + AllowedFunctions + " ").IndexOf(" " + function + " ", StringComparison.Ordinal) >= 0;
}
