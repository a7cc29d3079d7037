using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Screens;

/// <summary>A third party in an agent's call.</summary>
internal static class ThirdParty
{
    /// <summary>The agent's sub-status during such a call.</summary>
    public const string SubStatus = "3-WAY";

    public static bool IsIn(LiveAgent agent) => agent.SubStatus == SubStatus;
}
