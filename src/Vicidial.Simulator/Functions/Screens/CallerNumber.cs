using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>The caller ID number that a request selects with a group alias.</summary>
internal static class CallerNumber
{
    private const int ShortestNumber = 2;

    /// <summary>Finds the number of the alias in the request. If there is none, writes an error to the response.</summary>
    /// <param name="context">The request.</param>
    /// <param name="agentUser">The agent.</param>
    /// <param name="alias">The alias that was sent, or empty.</param>
    /// <returns>The number, empty without an alias; null if it cannot be used.</returns>
    public static string? Find(FunctionContext context, string agentUser, string alias)
    {
        if (alias.Length == 0)
        {
            return string.Empty;
        }

        if (context.World.FindGroupAlias(alias) is not GroupAlias found)
        {
            context.Say("ERROR", "group_alias is not valid", agentUser, alias);
            return null;
        }

        if (found.CallerNumber.Length < ShortestNumber)
        {
            context.Say("ERROR", "caller_id_number from group_alias is not valid", agentUser, alias, found.CallerNumber);
            return null;
        }

        return found.CallerNumber;
    }
}
