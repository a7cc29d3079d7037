using Vicidial.Client;
using Vicidial.Client.Functions;
using Vicidial.Client.Records;
using Vicidial.Client.Records.Agents;
using Vicidial.Client.Records.Audio;
using Vicidial.Client.Records.Campaigns;
using Vicidial.Client.Records.InGroups;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Records.Servers;
using Vicidial.Client.Requests;

namespace VicidialPS.Connections;

/// <summary>A list of names that a dialer can return, and the request for it.</summary>
internal sealed class NameList
{
    private readonly Func<DialerClient, string, CancellationToken, Task<IReadOnlyList<CompletionName>>> _ask;

    private NameList(string? argument, Func<DialerClient, string, CancellationToken, Task<IReadOnlyList<CompletionName>>> ask)
    {
        Argument = argument;
        _ask = ask;
    }

    public static NameList Campaigns { get; } = Of<Campaign>("campaigns_list", record => record.CampaignId, record => record.CampaignName);

    public static NameList DialStatuses { get; } =
        Of<Campaign>("campaigns_list", record =>
            record.DialStatuses.Select(status => new CompletionName(status, $"{status} is dialed by {record.CampaignId}"))
        );

    public static NameList CampaignUserGroups { get; } =
        Of<Campaign>("campaigns_list", record => record.UserGroup, record => $"{record.UserGroup} of {record.CampaignId}");

    public static NameList InGroups { get; } = Of<InGroup>("ingroup_list", record => record.InGroupId, record => record.InGroupName);

    public static NameList Agents { get; } =
        Of<LoggedInAgent>("logged_in_agents", record => record.User, record => $"{record.FullName} ({record.Status} in {record.CampaignId})");

    public static NameList AgentUserGroups { get; } = Of<LoggedInAgent>("logged_in_agents", record => record.UserGroup, record => record.UserGroup);

    public static NameList CallMenus { get; } = Of<CallMenu>("callmenu_list", record => record.CallMenuId, record => record.CallMenuName);

    public static NameList AudioFiles { get; } =
        Of<AudioFile>(
            "sounds_list",
            record => record.FileName,
            record => $"{record.FileName}, {record.Size} bytes",
            null,
            ("format", "tab"),
            ("stage", "name")
        );

    public static NameList MusicOnHold { get; } = Of<MusicOnHold>("moh_list", record => record.MusicOnHoldId, record => record.MusicOnHoldName);

    public static NameList VoicemailBoxes { get; } = Of<VoicemailBox>("vm_list", record => record.VoicemailId, record => record.FullName);

    public static NameList Presets { get; } =
        Of<TransferPreset>(
            "update_presets",
            record => record.PresetName,
            record => $"{record.PresetName}: {record.PhoneNumber}",
            "campaign_id",
            ("action", "LIST")
        );

    public static NameList Containers { get; } =
        Of<SettingsContainer>("container_list", record => record.ContainerId, record => record.Notes, "type");

    /// <summary>The field that selects the list, such as the campaign of presets; null if there is only one list.</summary>
    public string? Argument { get; }

    /// <summary>Requests the list from a dialer.</summary>
    public Task<IReadOnlyList<CompletionName>> AskAsync(DialerClient client, string argument, CancellationToken cancellationToken) =>
        _ask(client, argument, cancellationToken);

    private static NameList Of<T>(
        string function,
        Func<T, string> value,
        Func<T, string> detail,
        string? argument = null,
        params (string Name, string Value)[] fields
    )
        where T : DialerRecord, new() => Of<T>(function, record => [new CompletionName(value(record), detail(record))], argument, fields);

    private static NameList Of<T>(
        string function,
        Func<T, IEnumerable<CompletionName>> names,
        string? argument = null,
        params (string Name, string Value)[] fields
    )
        where T : DialerRecord, new() => new(argument, async (client, asked, cancellationToken) =>
        {
            var request = new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, function));
            foreach ((string name, string text) in fields)
            {
                request.Add(name, text);
            }

            if (argument is not null)
            {
                request.Add(argument, asked);
            }

            var found = new List<CompletionName>();
            using RecordReader<T> reader = await client.QueryAsync<T>(request, null, cancellationToken).ConfigureAwait(false);
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false) is { } batch)
            {
                found.AddRange(batch.Records.SelectMany(names));
            }

            return found;
        });
}
