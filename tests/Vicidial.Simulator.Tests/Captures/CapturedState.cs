using Vicidial.Simulator.World;
using Vicidial.Testing;

namespace Vicidial.Simulator.Tests.Captures;

/// <summary>How to create the state of a capture in this call center: a change before the request and, if it did not last, one after it.</summary>
internal static class CapturedState
{
    private const string FewFunctions = "api_allowed_functions=' version no_function ' WHERE user='restrfn'";

    private static readonly Dictionary<string, Action<CallCenter>> Before = new(StringComparer.Ordinal)
    {
        ["non-agent/auth/012"] = world => world.Users["6666"].Password = "abcd",
        ["non-agent/auth/014"] = world => world.Users["6666"].Password = "a+b",
        ["non-agent/auth/023"] = world => world.Users["locked9"].LastLogin = world.Clock.UtcNow.AddMinutes(-16),
        ["non-agent/auth/038"] = world => RecentLogin(world, "api9"),
        ["non-agent/auth/052"] = world => world.Settings.IpBlacklist.Add("127.0.0.1"),
        ["non-agent/auth/054"] = world => world.Settings.TwoFactor = true,
        ["non-agent/auth/055"] = world => world.Settings.AgentApiActive = false,
        ["non-agent/auth/062"] = world => world.Users["noflags9"].Language = "es",
        ["non-agent/agent_status/041"] = world => world.Users["1006"].FullName = "Faith O'Neil",
        ["non-agent/add_lead/053"] = world => LoadNanpa(world, "312", 540, 559),
        ["non-agent/auth/051"] = world => world.Settings.IpBlacklist.Add("127.0.0.1"),
        ["non-agent/ccc_lead_info/021"] = world => world.CallLog.Find("V1181005000000001001")!.StartedAt = new DateTime(2026, 11, 18, 10, 5, 0),
        ["non-agent/sounds_list/015"] = world => world.Settings.SoundsFolderExists = false,
        ["non-agent/update_lead/053"] = world => world.Lists[101].LocalCallTime = "never",
        ["non-agent/update_lead/055"] = world => world.Settings.CustomFieldsEnabled = false,
        ["non-agent/version/006"] = world => world.Settings.UseNonLatin = true,
        ["non-agent/add_lead/007"] = world => world.Settings.UseNonLatin = true,

        ["non-agent/add_lead/023"] = world => world.Lists[101].LocalCallTime = "never",
        ["non-agent/add_lead/035"] = world => world.Lists[108].CustomFields = [],
        ["non-agent/agent_status/042"] = world => world.Floor.Find("1002")!.Status = "MQUEUE",
        ["non-agent/agent_status/043"] = world => world.Floor.Find("1007")!.IsInChat = true,
        ["non-agent/agent_ingroup_info/006"] = world => Override(world.Floor.Find("1001")!),
        ["non-agent/user_details/021"] = world => world.Users["1003"].FullName = "Chloé D'Arcy",
        ["non-agent/list_custom_fields/026"] = world => world.Settings.CustomFieldsEnabled = false,
        ["non-agent/sounds_list/017"] = world => world.Settings.CentralSoundsActive = false,
        ["non-agent/moh_list/004"] = world => world.Settings.CentralSoundsActive = false,
        ["non-agent/check_phone_number/009"] = world => LoadNanpa(world, "312", 540, 559),
        ["non-agent/logged_in_agents/031"] = world => world.Floor.Clear(),
        ["non-agent/ccc_lead_info/001"] = world => CallsOfNow(world),

        ["non-agent/lead_callback_info/031"] = world => CallbackOf(world, 1030).ListId = 103,
        ["agent/calls_in_queue_count/003"] = world => world.WaitingCalls.Clear(),
        ["agent/st_get_agent_active_lead/007"] = world => PutSigns(world.Leads.Find(1021)!),

        // Cases before these were left out: they reset the lead, deleted the custom fields of one, and emptied or filled the hopper.
        ["non-agent/update_lead/019"] = world => world.Leads.Find(1001)!.IsCalledSinceReset = false,
        ["non-agent/update_lead/041"] = DeleteCustomFields,
        ["non-agent/update_lead/057"] = world => world.RemoveFromHopper(entry => entry.Lead.Id == 1024),
        ["non-agent/hopper_bulk_insert/005"] = world => world.Lists[101].LocalCallTime = "never",
        ["non-agent/add_list/015"] = RemoveNewList,
        ["non-agent/add_list/016"] = RemoveNewList,
        ["non-agent/add_list/017"] = RemoveNewList,
        ["non-agent/add_list/018"] = RemoveNewList,
        ["non-agent/add_list/023"] = RemoveNewList,
        ["non-agent/add_list/019"] = RemoveNewList,
        ["non-agent/add_list/020"] = RemoveNewList,
        ["non-agent/add_list/021"] = RemoveNewList,
        ["non-agent/add_list/022"] = RemoveNewList,
        ["non-agent/add_list/024"] = RemoveNewList,
        ["non-agent/add_list/025"] = RemoveNewList,
        ["non-agent/add_list/026"] = RemoveNewList,
        ["non-agent/update_list/007"] = ResetFirstList,

        // Cases before these were left out: they added what the following cases find.
        ["non-agent/update_remote_agent/015"] = world => RemoteAgentOf(world, "2010").CampaignId = "OUTBND2",
        ["non-agent/update_remote_agent/016"] = world => world.Users["2010"].Level = 9,
        ["non-agent/copy_did/003"] = world => AddDids(world, "7275557002", "7275557003"),
        ["non-agent/hopper_bulk_insert/003"] = world => FillHopper(world, 1014, 1015, 1017, 1018),
        ["non-agent/blind_monitor/003"] = MonitorBefore,
        ["non-agent/blind_monitor/004"] = Later,
        ["non-agent/blind_monitor/005"] = Later,
        ["non-agent/blind_monitor/006"] = Later,
        ["non-agent/blind_monitor/007"] = Later,
        ["non-agent/blind_monitor/012"] = world =>
        {
            Later(world);
            world.Settings.WhisperEnabled = false;
        },
        ["non-agent/blind_monitor/013"] = Later,
        ["non-agent/blind_monitor/017"] = Later,
        ["non-agent/add_user/007"] = world => world.Settings.UseNonLatin = true,
        ["agent/auth/015"] = world => world.Users["1002"].ApiAccess = true,
        ["agent/auth/018"] = world => world.Settings.AgentApiActive = false,
        ["agent/auth/022"] = world => world.Settings.TwoFactor = true,
        ["agent/auth/023"] = world => RecentLogin(world, "api9"),
        // The fourth failed login in a row was left out everywhere.
        ["agent/auth/027"] = world => world.Users["api9"].FailedLogins++,
        ["agent/auth/043"] = world => world.Users["6666"].Language = "es",
        ["agent/external_dial/019"] = world => world.Settings.OutboundCidAny = "API_ONLY",
        ["agent/capture/009"] = world => world.Floor.Find("1001")!.RecordingId = 50001,
        ["agent/capture/010"] = world => world.Floor.Find("1001")!.RecordingId = 12345678,
        ["agent/transfer_conference/018"] = world => world.Floor.Find("1001")!.PressOneCalls = 1,
        ["agent/transfer_conference/020"] = world => world.Floor.Find("1001")!.SubStatus = "3-WAY",
        ["agent/audio_playback/006"] = world => world.Floor.Find("1001")!.Audio = "ss-noservice",
        ["agent/audio_playback/015"] = world => world.Floor.Find("1002")!.SessionId = string.Empty,
        ["agent/switch_lead/007"] = world => world.FindCampaign("INBND1")!.AllowsLeadSearch = false,
        ["agent/switch_lead/008"] = world => world.Floor.Find("1006")!.CampaignId = "GONE",
        ["agent/external_add_lead/010"] = world => world.Floor.Find("1001")!.CampaignId = "GONE",

        // A case before this one, which was left out everywhere, queued one notification.
        ["agent/send_notification/018"] = world => world.Notifications.Add(new AgentNotification(8, "1001", "USER", "left out", string.Empty)),
        ["agent/send_notification/019"] = world => world.Settings.AgentNotifications = false,
        ["agent/force_fronter_leave_3way/010"] = world => world.CrossClusterCalls.Add(new CrossClusterCall(1023, "test_ccc")),
        ["agent/force_fronter_audio_stop/011"] = world => world.Floor.Find("1009")!.Audio = "ss-noservice",
        ["agent/force_fronter_audio_stop/012"] = world => world.RecentSessions.Add(new RecentSession("1003", "8600053", 1021, world.Clock.UtcNow)),
        ["agent/force_fronter_audio_stop/013"] = world => world.Floor.Find("1003")!.Audio = "ss-noservice",
        ["agent/force_fronter_audio_stop/014"] = world => world.Floor.Find("1009")!.SessionId = string.Empty,
    };

    private static readonly Dictionary<string, Action<CallCenter>> After = new(StringComparer.Ordinal)
    {
        ["non-agent/auth/012"] = world => world.Users["6666"].Password = "1234",
        ["non-agent/auth/014"] = world => world.Users["6666"].Password = "1234",
        ["non-agent/auth/052"] = world => world.Settings.IpBlacklist.Clear(),
        ["non-agent/auth/054"] = world => world.Settings.TwoFactor = false,
        ["non-agent/auth/055"] = world => world.Settings.AgentApiActive = true,
        ["non-agent/update_lead/041"] = world => world.Settings.CustomFieldsEnabled = true,
        ["non-agent/add_lead/008"] = world => world.Settings.UseNonLatin = false,
        ["non-agent/list_custom_fields/026"] = world => world.Settings.CustomFieldsEnabled = true,
        ["non-agent/auth/051"] = world => world.Settings.IpBlacklist.Clear(),
        ["non-agent/agent_status/041"] = world => world.Users["1006"].FullName = "Faith Oneil",
        ["non-agent/ccc_lead_info/021"] = CallsOfNow,
        ["non-agent/sounds_list/015"] = world => world.Settings.SoundsFolderExists = true,
        ["non-agent/sounds_list/017"] = world => world.Settings.CentralSoundsActive = true,
        ["non-agent/moh_list/004"] = world => world.Settings.CentralSoundsActive = true,
        ["non-agent/add_user/007"] = world => world.Settings.UseNonLatin = false,
        ["agent/auth/018"] = world => world.Settings.AgentApiActive = true,
        ["agent/auth/022"] = world => world.Settings.TwoFactor = false,
        ["agent/switch_lead/007"] = world => world.FindCampaign("INBND1")!.AllowsLeadSearch = true,
        ["agent/switch_lead/008"] = world => world.Floor.Find("1006")!.CampaignId = "INBND1",
        ["agent/external_add_lead/010"] = world => world.Floor.Find("1001")!.CampaignId = "TESTCAMP",
        ["agent/send_notification/019"] = world => world.Settings.AgentNotifications = true,
    };

    /// <summary>Removes the one campaign that the built-in call center has in addition to the recorded ones, with its agents.</summary>
    public static void LeaveOutWhatIsOurs(CallCenter world)
    {
        world.Campaigns.Remove(world.FindCampaign("INBOUND")!);
        world.Floor.Remove("7001");
        world.Floor.Remove("7002");
        world.Floor.Remove("7003");
        RemoveActivities(world, "INBOUND");
    }

    public static void Prepare(CallCenter world, Capture capture)
    {
        if (capture.State.Contains(FewFunctions, StringComparison.Ordinal))
        {
            world.Users["restrfn"].AllowedFunctions = " version no_function ";
        }

        Apply(Before, world, capture.Id);
    }

    public static void Restore(CallCenter world, string id) => Apply(After, world, id);

    private static void Apply(Dictionary<string, Action<CallCenter>> changes, CallCenter world, string id)
    {
        if (changes.TryGetValue(id, out Action<CallCenter>? change))
        {
            world.Update(change);
        }
    }

    private static void DeleteCustomFields(CallCenter world)
    {
        world.Settings.CustomFieldsEnabled = false;
        if (world.Generation.Has("2.14-194"))
        {
            world.Leads.Find(1011)!.CustomValues = null;
            world.Leads.Find(1011)!.EntryListId = 0;
        }
    }

    /// <summary>The recorder removed the list that an earlier case had added.</summary>
    private static void RemoveNewList(CallCenter world) => world.Lists.Remove(1106);

    private static void ResetFirstList(CallCenter world)
    {
        foreach (Lead lead in world.Leads.InList(101))
        {
            lead.IsCalledSinceReset = false;
        }
    }

    private static void AddDids(CallCenter world, params string[] patterns) => Array.ForEach(patterns, pattern => world.AddDid(pattern));

    private static void FillHopper(CallCenter world, params long[] leads) =>
        Array.ForEach(leads, lead => world.AddToHopper(world.Leads.Find(lead)!, 0));

    private static void MonitorBefore(CallCenter world)
    {
        world.MonitorCalls.Add(new MonitorCall("6666", world.Phones[0], "8600051", string.Empty, world.Clock.Now));
        Later(world);
    }

    private static RemoteAgent RemoteAgentOf(CallCenter world, string user) => world.RemoteAgents.Single(agent => agent.User == user);

    /// <summary>The calls were a second or more apart.</summary>
    private static void Later(CallCenter world) => world.Clock.Advance(TimeSpan.FromSeconds(1));

    private static void RecentLogin(CallCenter world, string user)
    {
        world.Users[user].FailedLogins = 0;
        world.Users[user].LastLogin = world.Clock.UtcNow;
    }

    private static void CallsOfNow(CallCenter world)
    {
        foreach (CallRecord call in world.CallLog.Calls)
        {
            call.StartedAt = world.Clock.Now;
        }
    }

    private static void RemoveActivities(CallCenter world, string campaignId)
    {
        foreach (AgentActivity activity in world.Activities.Where(activity => activity.CampaignId == campaignId).ToList())
        {
            world.Activities.Remove(activity);
        }
    }

    private static ScheduledCallback CallbackOf(CallCenter world, long leadId) => world.Callbacks.Single(callback => callback.LeadId == leadId);

    private static void Override(LiveAgent agent)
    {
        agent.ManagerOverride = "SET";
        agent.Manager = "6666";
    }

    private static void PutSigns(Lead lead)
    {
        lead.Province = "A|B";
        lead.SecurityPhrase = "é & ü";
    }

    private static void LoadNanpa(CallCenter world, string areaCode, int first, int last)
    {
        for (int exchange = first; exchange <= last; exchange++)
        {
            world.NanpaPrefixes.Add(FormattableString.Invariant($"{areaCode}{exchange}"));
        }
    }
}
