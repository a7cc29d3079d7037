using Vicidial.Simulator.Functions.Settings;
using Vicidial.Simulator.Functions.Users;
using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Campaigns;

/// <summary>update_remote_agent: changes an agent who takes calls without a screen.</summary>
internal sealed class UpdateRemoteAgent() : DialerFunction(DialerApi.NonAgent, "update_remote_agent", "2.14-194")
{
    private const int LongestStatus = 8;

    private static readonly SettingField<RemoteAgent>[] Fields =
    [
        new("number_of_lines", CharacterFilter.Digits, "YOU MUST USE A VALID NUMBER OF LINES", (_, value) => NumberText.IsWithin(value, 1, 999))
        {
            Set = (agent, value) => agent.Lines = NumberText.ToInteger(value),
        },
        new("campaign_id", CharacterFilter.Id, "YOU MUST USE A VALID CAMPAIGN ID", IsCampaign)
        {
            Set = (agent, value) => agent.CampaignId = value, Echo = (_, value) => value + "|0",
        },
        new(
            "status",
            CharacterFilter.Id,
            "STATUS MUST BE ACTIVE OR INACTIVE",
            (_, value) => value.Length <= LongestStatus && value.IndexOf("ACTIVE", StringComparison.Ordinal) >= 0)
        {
            OnlyChecks = true,
        },
    ];

    public override void Run(FunctionContext context)
    {
        DialerUser caller = context.Caller;
        if (!NonAgentApi.PermitsChange(context, caller.ApiAccess && caller.ModifyRemoteAgents && caller.Level >= 8, "UPDATE REMOTE AGENTS")
            || Find(context) is not RemoteAgent agent
            || SettingChanges.Read(context, Fields) is not List<Action<RemoteAgent>> changes)
        {
            return;
        }

        string status = context.Text("status", CharacterFilter.Id);
        if (status == agent.Status)
        {
            context.Response.Line($"NOTICE: {Name} REMOTE AGENT IS ALREADY {status}: |", context.CallerName, agent.User);
        }
        else if (status.Length > 0)
        {
            changes.Add(one => one.Status = status);
        }

        if (changes.Count == 0)
        {
            context.Response.Line($"ERROR: {Name} NO UPDATES DEFINED: |", context.CallerName, string.Empty);
            return;
        }

        changes.Apply(agent);
        context.Response.Line($"SUCCESS: {Name} REMOTE AGENT HAS BEEN UPDATED - ", context.CallerName, agent.User, string.Empty);
    }

    private static RemoteAgent? Find(FunctionContext context)
    {
        string name = context.Text("agent_user", CharacterFilter.Id);
        if (name.Length < NewUser.ShortestText)
        {
            context.Response.Line("ERROR: update_remote_agent YOU MUST USE ALL REQUIRED FIELDS: |", context.CallerName, name, string.Empty);
            return null;
        }

        RemoteAgent? agent = context.World.RemoteAgents.FirstOrDefault(one => string.Equals(one.User, name, StringComparison.OrdinalIgnoreCase));
        if (agent is null)
        {
            // The dialer names a field here that this function does not have.
            context.Response.Line(
                "ERROR: update_remote_agent REMOTE AGENT DOES NOT EXIST: |",
                context.CallerName,
                context.Text("server_ip", CharacterFilter.Server)
            );
            return null;
        }

        return UserRights.MayUpdate(context, context.World.FindUser(agent.User), name, "REMOTE AGENT") ? agent : null;
    }

    private static bool IsCampaign(FunctionContext context, string value) =>
        context.World.FindCampaign(value) is Campaign campaign && context.CallerGroup?.AllowsCampaign(campaign.Id) == true;
}
