namespace Vicidial.Simulator.World;

/// <summary>A list of leads, as the dialer defines it.</summary>
public sealed class LeadList : SettingsRecord
{
    private static readonly string[] DateForms = ["yyyy-M-d", "yyyy-M-d H:m:s"];

    /// <summary>Makes an active list.</summary>
    /// <param name="id">The list's number.</param>
    /// <param name="campaignId">The campaign that it belongs to.</param>
    public LeadList(long id, string campaignId)
    {
        Id = id;
        CampaignId = campaignId ?? throw new ArgumentNullException(nameof(campaignId));
        Name = "List " + id.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The list's number.</summary>
    public long Id { get; }

    /// <summary>The list's name.</summary>
    public string Name { get; set; }

    /// <summary>The campaign that it belongs to.</summary>
    public string CampaignId { get; set; }

    /// <summary>Whether the list is active.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>When the list was last changed.</summary>
    public DateTime? ChangedAt { get; set; }

    /// <summary>When a lead of the list was last called.</summary>
    public DateTime? LastCallAt { get; set; }

    /// <summary>The day on which it ends.</summary>
    public DateTime ExpiresOn { get; set; } = new(2099, 12, 31);

    /// <summary>How often it was reset today.</summary>
    public int ResetsToday { get; set; }

    /// <summary>How often it may be reset per day, or -1 for no limit.</summary>
    public int DailyResetLimit { get; set; } = -1;

    /// <summary>When its leads may be called: the name of a call time, or <c>campaign</c> for that of the campaign.</summary>
    public string LocalCallTime { get; set; } = "campaign";

    /// <summary>The labels of its custom fields in order, or null if the list has no custom fields.</summary>
    public IReadOnlyList<string>? CustomFields { get; set; }

    /// <summary>How long the custom fields' values may be, by label; those that are not here have no limit.</summary>
    public IDictionary<string, int> CustomFieldLengths { get; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>The types of its custom fields by label; those that are not here are plain text.</summary>
    public IDictionary<string, string> CustomFieldTypes { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// The options of its SELECT, MULTI, RADIO, and CHECKBOX fields by label: a line each, with the value, a comma, and the text.
    /// </summary>
    public IDictionary<string, string> CustomFieldOptions { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The fields whose columns accept only their options, because the dialer's page created the columns again.</summary>
    internal HashSet<string> ClosedCustomFields { get; } = new(StringComparer.Ordinal);

    /// <summary>Removes what is known about a field that no longer exists.</summary>
    internal void DropCustomField(string label)
    {
        CustomFieldLengths.Remove(label);
        CustomFieldTypes.Remove(label);
        CustomFieldOptions.Remove(label);
        ClosedCustomFields.Remove(label);
    }

    /// <summary>
    /// What a custom field stores: the value cut to its length, the zero date for an invalid date, or nothing for a value that is not an option.
    /// </summary>
    internal string CustomValue(string label, string value)
    {
        if (ClosedCustomFields.Contains(label) && !CustomFieldOptions[label].Split('\n').Any(option => option.Split(',')[0] == value))
        {
            return string.Empty;
        }

        if (CustomFieldTypes.TryGetValue(label, out string? type) && type == "DATE" && value.Length > 0)
        {
            return DateTime.TryParseExact(value, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date)
                ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : "0000-00-00";
        }

        return CustomFieldLengths.TryGetValue(label, out int length) && value.Length > length ? value.Substring(0, length) : value;
    }
}
