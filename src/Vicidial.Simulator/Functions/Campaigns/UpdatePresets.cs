using Vicidial.Simulator.Functions.Settings;
using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Campaigns;

/// <summary>
/// update_presets: lists, adds, changes, and deletes the transfer numbers of a campaign. A wrong name changes the only existing preset.
/// </summary>
internal sealed class UpdatePresets() : DialerFunction(DialerApi.NonAgent, "update_presets", "2.14-194")
{
    private const int LongestName = 40;
    private const int MostRows = 1000;

    private static readonly SettingField<TransferPreset>[] Fields =
    [
        new("preset_hide_number", CharacterFilter.Alphanumeric, "PRESET HIDE NUMBER MUST BE Y OR N", (_, value) => value is "Y" or "N")
        {
            Set = (preset, value) => preset.IsHidden = value == "Y",
        },
        new("preset_number", CharacterFilter.VoicemailPattern, "PRESET NUMBER IS NOT VALID", (_, value) => value.Length <= 50)
        {
            Set = (preset, value) => preset.Number = value,
        },
        new("preset_dtmf", CharacterFilter.Tones, "PRESET DTMF IS NOT VALID", (_, value) => value.Length <= 50)
        {
            TakesBlank = true, Set = (preset, value) => preset.Tones = value,
        },
    ];

    public override void Run(FunctionContext context)
    {
        if (CampaignRights.Find(context) is not Campaign campaign)
        {
            return;
        }

        List<TransferPreset> presets = context.World.Presets
            .Where(preset => string.Equals(preset.CampaignId, campaign.Id, StringComparison.OrdinalIgnoreCase))
            .OrderBy(preset => preset.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();
        string name = context.Text("preset_name", CharacterFilter.State);
        switch (context.Text("action", CharacterFilter.Alphanumeric))
        {
            case "LIST":
                Show(context, campaign, presets);
                break;
            case "NEW":
                Add(context, campaign, name);
                break;
            case "DELETE":
                if (Find(context, campaign, presets, name) is TransferPreset gone)
                {
                    context.World.Presets.Remove(gone);
                    context.Response.Line("SUCCESS: update_presets PRESET HAS BEEN DELETED - ", context.CallerName, gone.Name, campaign.Id);
                }

                break;
            default:
                Update(context, campaign, presets, name);
                break;
        }
    }

    private static void Show(FunctionContext context, Campaign campaign, List<TransferPreset> presets)
    {
        if (presets.Count == 0)
        {
            context.Response.Line("NOTICE: update_presets LIST, No Records Found - ", context.CallerName, campaign.Id, "0");
            return;
        }

        context.WriteHeader("preset_name|campaign_id|preset_number|preset_hide_number|preset_dtmf");
        foreach (TransferPreset preset in presets.Take(MostRows))
        {
            context.Response.Row(
                context.Delimiter, preset.Name, preset.CampaignId, preset.Number, preset.IsHidden ? "Y" : "N", preset.Tones);
        }
    }

    private static void Add(FunctionContext context, Campaign campaign, string name)
    {
        if (SettingChanges.Read(context, Fields) is not List<Action<TransferPreset>> changes)
        {
            return;
        }

        if (context.Text("preset_number", CharacterFilter.VoicemailPattern).Length == 0)
        {
            context.Response.Line("NOTICE: update_presets NO UPDATES DEFINED: |", context.CallerName, string.Empty);
            return;
        }

        var preset = new TransferPreset(campaign.Id, name.Length <= LongestName ? name : name.Substring(0, LongestName), string.Empty);
        changes.Apply(preset);
        context.World.Presets.Add(preset);
        context.Response.Line("SUCCESS: update_presets PRESET HAS BEEN ADDED - ", context.CallerName, "NEW PRESET: " + name, campaign.Id);
    }

    private static void Update(FunctionContext context, Campaign campaign, List<TransferPreset> presets, string name)
    {
        if (Find(context, campaign, presets, name) is not TransferPreset preset
            || SettingChanges.Read(context, Fields) is not List<Action<TransferPreset>> changes)
        {
            return;
        }

        if (changes.Count == 0)
        {
            context.Response.Line("NOTICE: update_presets NO UPDATES DEFINED: |", context.CallerName, string.Empty);
            return;
        }

        changes.Apply(preset);
        context.Response.Line("SUCCESS: update_presets PRESET HAS BEEN UPDATED - ", context.CallerName, preset.Name, campaign.Id);
    }

    /// <summary>The preset with that name, or else the only one. If there is neither, writes an error to the response.</summary>
    private static TransferPreset? Find(FunctionContext context, Campaign campaign, List<TransferPreset> presets, string name)
    {
        TransferPreset? preset = presets.Find(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? (presets.Count == 1 ? presets[0] : null);
        if (preset is null)
        {
            // The dialer counts at most two.
            string count = FunctionContext.Number(Math.Min(2, presets.Count));
            context.Response.Line("ERROR: update_presets PRESET NAME DOES NOT EXIST: |", context.CallerName, name, campaign.Id, count);
        }

        return preset;
    }
}
