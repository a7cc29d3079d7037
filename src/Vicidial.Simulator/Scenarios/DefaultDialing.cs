using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Scenarios;

/// <summary>The permissions of the built-in call center's agents for manual calls, transfers, and inbound calls.</summary>
internal static class DefaultDialing
{
    public static void SetUp(CallCenter world)
    {
        world.GroupAliases.Add(new GroupAlias("ALIAS1", "Head office", "7275550111"));
        world.GroupAliases.Add(new GroupAlias("BADALIAS", "Never finished", string.Empty));
        foreach (Campaign campaign in world.Campaigns)
        {
            campaign.AllowsLeadSearch = campaign.DialMethod == "INBOUND_MAN";
            campaign.DefaultTransferGroup = campaign.InGroups.Count > 0 ? campaign.InGroups[0] : string.Empty;
            switch (campaign.Id)
            {
                case "TESTCAMP":
                    campaign.AllowsAltNumbers = true;
                    break;
                case "PREVIEW":
                    campaign.PreviewDial = "PREVIEW_ONLY";
                    break;
                case "MANUALC":
                    campaign.PreviewDial = "DISABLED";
                    campaign.QueuesApiDials = true;
                    break;
                default:
                    break;
            }
        }
    }
}
