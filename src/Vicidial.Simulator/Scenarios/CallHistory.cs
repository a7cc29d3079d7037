using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Scenarios;

/// <summary>
/// The calls of the last five days. All data about calls is created here, so that the log, the recordings, the agents' activities, and the leads
/// agree.
/// </summary>
internal static class CallHistory
{
    private const int FirstAgent = 1001;
    private const int TurnsOfShift = 6;
    private const int LeadsOfDay = 72;
    private const int FirstAgentOfSecondCampaign = 1009;
    private const int FirstInboundId = 7001;
    private const int SecondsOfLiveTurn = 15;

    /// <summary>The extension of the recorder, which all recordings share.</summary>
    private const string RecordingExtension = "8600051";

    /// <summary>The first lead of each day's round, from four days ago to today.</summary>
    private static readonly int[] FirstLeads = [2821, 2893, 1205, 2965, 3037];

    private static readonly string[] InboundGroups = ["SUPPORT", "ES_VENTAS", "SALESLINE"];

    /// <summary>The daily calls exclude these leads, because the list was loaded again later.</summary>
    private static readonly HashSet<long> LoadedAgain = [1210, 1214, 1222, 1225, 1228, 1248, 1255, 1257, 1269];

    private static readonly TimeSpan ShiftStart = TimeSpan.FromHours(8);
    private static readonly TimeSpan ShiftLength = TimeSpan.FromMinutes(25);

    /// <summary>The list of a lead in the daily calls, or null for a lead that was never called.</summary>
    public static long? ListOf(int leadId)
    {
        foreach (int first in FirstLeads)
        {
            int place = leadId - first;
            if (place is >= 0 and < LeadsOfDay && place % TurnsOfShift != 0)
            {
                return LoadedAgain.Contains(leadId) ? null : IsInbound(place) ? 104 : IsSecondCampaign(place) ? 103 : 101;
            }
        }

        return null;
    }

    public static void Add(CallCenter world)
    {
        DateTime now = world.Clock.Now;
        foreach (string line in ShiftRecords.Lines)
        {
            AddShift(world, line.Split('|'), now);
        }

        AddCallsOfFirstLead(world, now);
    }

    /// <summary>Adds the current turn of each logged-in agent.</summary>
    public static void AddLiveTurns(CallCenter world)
    {
        DateTime now = world.Clock.Now;
        DateTime noon = now.Date.AddHours(12);
        DateTime latest = now.AddSeconds(-SecondsOfLiveTurn);
        foreach (LiveAgent agent in world.Floor.Agents)
        {
            var activity = new AgentActivity(agent.User.Name, agent.CampaignId, latest < noon ? latest : noon)
            {
                LeadId = agent.LeadId,
                PauseCode = agent.PauseCode,
                Pause = 10,
                Wait = 5,
            };
            world.Activities.Add(activity);
            AgentTurn.Take(world, agent, activity);
        }
    }

    private static bool IsInbound(int place) => place % 4 == 3;

    private static bool IsSecondCampaign(int place) => FirstAgent + (place / TurnsOfShift) >= FirstAgentOfSecondCampaign;

    private static void AddShift(CallCenter world, string[] shift, DateTime now)
    {
        int day = Number(shift[0]);
        string user = shift[1];
        int agent = Number(user) - FirstAgent;
        DateTime time = now.Date.AddDays(day) + (day == 0 ? StartToday(now) : ShiftStart);
        time = time.AddSeconds(Number(shift[2]));
        for (int turn = 0; turn < TurnsOfShift; turn++)
        {
            string[] parts = shift[turn + 3].Split(' ');
            int place = (agent * TurnsOfShift) + turn;
            var activity = new AgentActivity(user, IsSecondCampaign(place) ? "OUTBND2" : "TESTCAMP", time)
            {
                PauseCode = turn == 0 ? AgentActivity.LoginCode : string.Empty,
                Pause = Number(parts[0]),
                Wait = Number(parts[1]),
                Talk = Number(parts[2]),
                Disposition = Number(parts[3]),
                Dead = Number(parts[4]),
            };
            time = time.AddSeconds(activity.Pause + activity.Wait + activity.Talk + activity.Disposition);
            if (time > now)
            {
                return;
            }

            world.Activities.Add(activity);
            if (turn > 0)
            {
                AddCall(world, activity, day, place, parts[5]);
            }
        }
    }

    /// <summary>When today's shift started. It has always ended already, so there are always calls of today.</summary>
    private static TimeSpan StartToday(DateTime now)
    {
        TimeSpan latest = now.TimeOfDay - ShiftLength;
        return latest < TimeSpan.Zero ? TimeSpan.Zero : latest < ShiftStart ? latest : ShiftStart;
    }

    private static void AddCall(CallCenter world, AgentActivity activity, int day, int place, string status)
    {
        int round = day + FirstLeads.Length - 1;
        Lead lead = world.Leads.Find(FirstLeads[round] + place)!;
        bool isInbound = IsInbound(place);
        bool isFirstDid = place % 8 == 3;
        DateTime start = activity.StartedAt.AddSeconds(activity.Pause + activity.Wait);
        CallRecord call = Log(world, activity, lead, start, isInbound ? 'Y' : 'V');
        call.CampaignId = isInbound ? InboundGroups[place / 4 % InboundGroups.Length] : activity.CampaignId;
        call.InboundId = isInbound ? FirstInboundId + world.CallLog.Calls.Count : 0;
        call.DidNumber = !isInbound ? string.Empty : isFirstDid ? DefaultDids.First : DefaultDids.Second;
        call.Status = status;
        call.HangupReason = activity.Dead > 0 ? "CALLER" : "AGENT";
        int recording = (round * LeadsOfDay) + place + 1;
        if (place % 2 == 0)
        {
            string stamp = start.ToString("yyyy-MM-dd-HHmmss", CultureInfo.InvariantCulture);
            Record(world, call, recording, recording % 10 == 5 ? null : stamp);
        }

        if (!LoadedAgain.Contains(lead.Id))
        {
            lead.Status = status;
            lead.User = activity.User;
            lead.CalledCount = 1;
            lead.IsCalledSinceReset = true;
            lead.LastLocalCallTime = start;
        }
    }

    /// <summary>The one lead with calls of every kind, including one whose other data is missing from the log.</summary>
    private static void AddCallsOfFirstLead(CallCenter world, DateTime now)
    {
        DateTime day = now.Date.AddDays(-2);
        Lead lead = world.Leads.Find(1001)!;
        CallRecord sale = Answer(1001, lead, day.AddHours(10).AddMinutes(5), 'V', 63, "AGENT", "SALE");
        sale.DialId = DialId(sale);
        world.CallLog.Add(sale);
        Record(world, sale, 90001, day.AddHours(10).AddMinutes(5).ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture));
        CallRecord enquiry = Answer(1006, lead, day.AddHours(11).AddMinutes(5), 'Y', 75, "CALLER", "NI");
        enquiry.CampaignId = "SALESLINE";
        enquiry.InboundId = 8001;
        enquiry.DidNumber = DefaultDids.Second;
        world.CallLog.Add(enquiry);
        Record(world, enquiry, 90002, null);

        // An agent dialed the first lead's number manually for three leads.
        DateTime time = day.AddHours(12).AddMinutes(5);
        foreach (long id in new long[] { 1005, 1008, 1011 })
        {
            CallRecord call = Answer(1001, world.Leads.Find(id)!, time, id == 1005 ? 'M' : 'V', 63, "AGENT", "XQZ");
            call.PhoneNumber = lead.PhoneNumber;
            call.ListId = lead.ListId;
            world.CallLog.Add(call);
            time = time.AddSeconds(100);
        }

        DateTime lost = now.Date.AddDays(-1).AddHours(9).AddMinutes(59).AddSeconds(59);
        world.CallLog.Add(new CallRecord(CallRecord.MakeId('V', lost, lead.Id), lead.Id, lost) { IsLogged = false });

        CallRecord Answer(int user, Lead called, DateTime start, char kind, int length, string hangup, string status)
        {
            var activity = new AgentActivity(user.ToString(CultureInfo.InvariantCulture), "TESTCAMP", start.AddSeconds(-10))
            {
                Pause = 5,
                Wait = 5,
                Talk = length,
                Disposition = 5,
                Dead = 3,
            };
            world.Activities.Add(activity);
            CallRecord call = Make(world, activity, called, start, kind);
            call.CampaignId = activity.CampaignId;
            call.HangupReason = hangup;
            call.Status = status;
            return call;
        }
    }

    private static CallRecord Log(CallCenter world, AgentActivity activity, Lead lead, DateTime start, char kind)
    {
        CallRecord call = Make(world, activity, lead, start, kind);
        world.CallLog.Add(call);
        return call;
    }

    private static CallRecord Make(CallCenter world, AgentActivity activity, Lead lead, DateTime start, char kind)
    {
        long epoch = new DateTimeOffset(start, world.Clock.Offset).ToUnixTimeSeconds();
        activity.LeadId = lead.Id;
        activity.UniqueId = FormattableString.Invariant($"{epoch}.{lead.Id}");
        return new CallRecord(CallRecord.MakeId(kind, start, lead.Id), lead.Id, start)
        {
            UniqueId = activity.UniqueId,
            ListId = lead.ListId,
            PhoneNumber = lead.PhoneNumber,
            IsInbound = kind == 'Y',
            User = activity.User,
            UserGroup = world.FindUser(activity.User)?.Group ?? string.Empty,
            Length = activity.Talk,
        };
    }

    private static void Record(CallCenter world, CallRecord call, long id, string? fileStamp)
    {
        var recording = new CallRecording(id, call.StartedAt)
        {
            User = call.User,
            LeadId = call.LeadId,
            UniqueId = call.UniqueId,
            Extension = RecordingExtension,
            Length = call.Length,
        };
        if (fileStamp is not null)
        {
            recording.FileName = $"{fileStamp}_{call.PhoneNumber}_{call.User}";
            recording.Publish();
        }

        world.Recordings.Add(recording);
        world.NextRecordingId = Math.Max(world.NextRecordingId, id + 1);
    }

    private static string DialId(CallRecord call) =>
        "DC"
        + call.StartedAt.ToString("MMddHHmmss", CultureInfo.InvariantCulture)
        + "W"
        + call.LeadId.ToString("0000000", CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
