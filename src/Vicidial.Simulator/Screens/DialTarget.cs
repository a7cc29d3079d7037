using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Screens;

/// <summary>The destination of a manual call.</summary>
/// <param name="number">The number, or <see cref="NextLead"/>.</param>
internal sealed class DialTarget(string number)
{
    /// <summary>Stands for the lead that the campaign dials next.</summary>
    public const string NextLead = "MANUALNEXT";

    public string Number { get; } = number;

    /// <summary>The lead, or 0 if the number alone is the destination.</summary>
    public long LeadId { get; set; }

    public string PhoneCode { get; set; } = string.Empty;

    public string VendorLeadCode { get; set; } = string.Empty;

    /// <summary>Whether to use an existing lead of the campaign with the number instead of a new one.</summary>
    public bool IsSearched { get; set; }

    public bool IsPreview { get; set; }

    /// <summary>Whether the call waits until the agent is free.</summary>
    public bool IsQueued { get; set; }

    public Lead? FindLead(CallCenter world, LiveAgent agent)
    {
        if (Number == NextLead)
        {
            return world.TakeFromHopper(agent.CampaignId);
        }

        return world.Leads.Find(LeadId) ?? (IsSearched ? Search(world, agent) : null) ?? Add(world, agent);
    }

    private Lead? Search(CallCenter world, LiveAgent agent)
    {
        Lead? newest = null;
        foreach (Lead lead in world.Leads.WithPhone(Number))
        {
            if (string.Equals(world.FindList(lead.ListId)?.CampaignId, agent.CampaignId, StringComparison.OrdinalIgnoreCase))
            {
                newest = lead;
            }
        }

        return newest;
    }

    private Lead Add(CallCenter world, LiveAgent agent) => world.Leads.Add(new Lead
    {
        ListId = world.FindCampaign(agent.CampaignId)?.ManualDialList ?? 0,
        PhoneNumber = Number,
        PhoneCode = PhoneCode.Length == 0 ? "1" : PhoneCode,
        VendorLeadCode = VendorLeadCode,
        User = agent.User.Name,
        EntryDate = world.Clock.Now,
    });
}
