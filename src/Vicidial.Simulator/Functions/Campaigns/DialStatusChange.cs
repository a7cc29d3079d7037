using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Campaigns;

/// <summary>How update_campaign adds and removes a dial status.</summary>
internal static class DialStatusChange
{
    private const int LongestStatus = 6;
    private const int LongestList = 255;
    private const string End = "-";

    /// <summary>Works out the new statuses.</summary>
    /// <param name="context">The request.</param>
    /// <param name="campaign">The campaign.</param>
    /// <param name="statuses">The new statuses, or null if they do not change.</param>
    /// <returns>False if a status is rejected, with an error in the response.</returns>
    public static bool Read(FunctionContext context, Campaign campaign, out string? statuses)
    {
        statuses = null;
        if (!context.World.Generation.Has("2.14-194"))
        {
            return true;
        }

        string added = context.Text("dial_status_add", CharacterFilter.Id);
        string removed = context.Text("dial_status_remove", CharacterFilter.Id);
        string[] present = (context.SeenDialStatuses ?? campaign.DialStatuses)
            .Split([' '], StringSplitOptions.RemoveEmptyEntries)
            .Where(status => status != End)
            .ToArray();
        if (added.Length > 0)
        {
            if (added.Length > LongestStatus)
            {
                return Refuse("ADD IS NOT VALID", added);
            }

            if (string.Join(" ", present).Length + added.Length + 1 > LongestList)
            {
                return Refuse("ADD FAILURE, TOO MANY EXISTING DIAL STATUSES", added);
            }

            present = [.. present, added];
        }

        if (removed.Length > 0)
        {
            if (removed.Length > LongestStatus)
            {
                return Refuse("REMOVE IS NOT VALID", removed);
            }

            if (present.Length == 0)
            {
                return Refuse("REMOVE FAILURE, NO EXISTING DIAL STATUSES SET", removed);
            }

            if (!present.Contains(removed))
            {
                return Refuse("REMOVE FAILURE, NOT AN EXISTING DIAL STATUS", removed);
            }

            present = present.Where(status => status != removed).ToArray();
        }

        if (added.Length + removed.Length > 0)
        {
            statuses = present.Length == 0 ? End : string.Join(" ", present);
        }

        return true;

        bool Refuse(string problem, string status)
        {
            context.Response.Line($"ERROR: update_campaign DIAL STATUS {problem}, THIS IS AN OPTIONAL FIELD: |", context.CallerName, status);
            return false;
        }
    }
}
