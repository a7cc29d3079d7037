using System;
using System.Collections.Generic;

namespace Vicidial.Simulator.Tests.Recordings;

/// <summary>What the state of a recording means in this call centre: a change before the request and, where it did not last, one after it.</summary>
internal static class RecordedState
{
    private static readonly Dictionary<string, Action<CallCentre>> Before = new(StringComparer.Ordinal)
    {
        ["non-agent/auth/012"] = world => world.Users["6666"].Password = "abcd",
        ["non-agent/auth/014"] = world => world.Users["6666"].Password = "a+b",
        ["non-agent/auth/023"] = world => world.Users["locked9"].LastLogin = world.Clock.UtcNow.AddMinutes(-16),
        ["non-agent/auth/038"] = world => RecentLogin(world, "api9"),
        ["non-agent/auth/052"] = world => world.Settings.IpBlacklist.Add("127.0.0.1"),
        ["non-agent/auth/054"] = world => world.Settings.TwoFactor = true,
        ["non-agent/auth/055"] = world => world.Settings.AgentApiActive = false,
        ["non-agent/auth/062"] = world => world.Users["noflags9"].Language = "es",
        ["non-agent/version/006"] = world => world.Settings.UseNonLatin = true,
        ["non-agent/add_lead/007"] = world => world.Settings.UseNonLatin = true,

        // The case before this one was left out: it added the lead with bytes that are no UTF-8.
        ["non-agent/add_lead/016"] = world => new SimulatedDialer(world).Handle(new SimulatorRequest(
            "GET",
            "/vicidial/non_agent_api.php",
            FormFields.Parse(
                "source=test&user=6666&pass=1234&function=add_lead&phone_number=7275552009&phone_code=1&list_id=101"
                + "&first_name=Zo%EB&comments=Tr%E8s"),
            FormFields.Empty)),

        // The case before this one was left out: it put one lead into the hopper.
        ["non-agent/add_lead/022"] = world => world.AddToHopper(world.Leads.Find(1001)!, 0),
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
        ["agent/calls_in_queue_count/003"] = world => world.WaitingCalls.Clear(),
        ["agent/st_get_agent_active_lead/007"] = world => PutSigns(world.Leads.Find(1021)!),
        ["agent/auth/015"] = world => world.Users["1002"].ApiAccess = true,
        ["agent/auth/018"] = world => world.Settings.AgentApiActive = false,
        ["agent/auth/022"] = world => world.Settings.TwoFactor = true,
        ["agent/auth/023"] = world => RecentLogin(world, "api9"),

        // Failure 4 of the row was left out.
        ["agent/auth/027"] = world => world.Users["api9"].FailedLogins++,
        ["agent/auth/043"] = world => world.Users["6666"].Language = "es",
    };

    private static readonly Dictionary<string, Action<CallCentre>> After = new(StringComparer.Ordinal)
    {
        ["non-agent/auth/012"] = world => world.Users["6666"].Password = "1234",
        ["non-agent/auth/014"] = world => world.Users["6666"].Password = "1234",
        ["non-agent/auth/052"] = world => world.Settings.IpBlacklist.Clear(),
        ["non-agent/auth/054"] = world => world.Settings.TwoFactor = false,
        ["non-agent/auth/055"] = world => world.Settings.AgentApiActive = true,
        ["non-agent/add_lead/008"] = world => world.Settings.UseNonLatin = false,
        ["non-agent/list_custom_fields/026"] = world => world.Settings.CustomFieldsEnabled = true,
        ["non-agent/sounds_list/017"] = world => world.Settings.CentralSoundsActive = true,
        ["non-agent/moh_list/004"] = world => world.Settings.CentralSoundsActive = true,
        ["agent/auth/018"] = world => world.Settings.AgentApiActive = true,
        ["agent/auth/022"] = world => world.Settings.TwoFactor = false,
    };

    /// <summary>Takes the one campaign away that the built-in call centre has on top of the recorded ones, with its agents.</summary>
    public static void LeaveOutWhatIsOurs(CallCentre world)
    {
        world.Campaigns.Remove(world.FindCampaign("INBOUND")!);
        world.Floor.Remove("7001");
        world.Floor.Remove("7002");
        world.Floor.Remove("7003");
    }

    public static void Prepare(CallCentre world, string id) => Apply(Before, world, id);

    public static void Restore(CallCentre world, string id) => Apply(After, world, id);

    private static void Apply(Dictionary<string, Action<CallCentre>> changes, CallCentre world, string id)
    {
        if (changes.TryGetValue(id, out Action<CallCentre>? change))
        {
            world.Update(change);
        }
    }

    private static void RecentLogin(CallCentre world, string user)
    {
        world.Users[user].FailedLogins = 0;
        world.Users[user].LastLogin = world.Clock.UtcNow;
    }

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

    private static void LoadNanpa(CallCentre world, string areaCode, int first, int last)
    {
        for (int exchange = first; exchange <= last; exchange++)
        {
            world.NanpaPrefixes.Add(FormattableString.Invariant($"{areaCode}{exchange}"));
        }
    }
}
