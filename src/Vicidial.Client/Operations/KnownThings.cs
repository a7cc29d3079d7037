using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Records.Agents;
using Vicidial.Client.Records.InGroups;
using Vicidial.Client.Records.Lists;
using Vicidial.Client.Requests;

namespace Vicidial.Client.Operations;

/// <summary>Finds objects that the dialer has no list of, from the responses of other functions.</summary>
public static class KnownThings
{
    /// <summary>How many days back an agent's work is searched. A longer period costs the dialer more, and most agents work within it.</summary>
    public const int DaysOfWork = 30;

    private const string MomentFormat = "yyyy-MM-dd HH:mm:ss";

    /// <summary>Finds the numbers of all lists that the account may see: the overview of custom fields has a row for each of them.</summary>
    /// <param name="client">The dialer.</param>
    /// <param name="log">Is notified of every attempt, or null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<IReadOnlyList<long>> FindListsAsync(DialerClient client, IAttemptListener? log, CancellationToken cancellationToken)
    {
        ApiRequest question = new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, "list_custom_fields")).Add("list_id", "---ALL---");
        IReadOnlyList<ListCustomField> rows = await AllRecords
            .ReadAsync<ListCustomField>(client, question, log, cancellationToken)
            .ConfigureAwait(false);
        return rows.Select(static row => row.ListId).OfType<long>().Distinct().ToArray();
    }

    /// <summary>Finds the users who are logged in, or who have worked in the last <see cref="DaysOfWork"/> days.</summary>
    /// <param name="client">The dialer.</param>
    /// <param name="today">The day of the dialer's clock.</param>
    /// <param name="log">Is notified of every attempt, or null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<IReadOnlyList<string>> FindUsersAsync(
        DialerClient client,
        DateTime today,
        IAttemptListener? log,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<LoggedInAgent> roster = await AllRecords.ReadAsync<LoggedInAgent>(
            client,
            new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, "logged_in_agents")),
            log,
            cancellationToken
        ).ConfigureAwait(false);
        ApiRequest work = new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, "agent_stats_export"))
            .Add("datetime_start", Text(today.Date.AddDays(1 - DaysOfWork)))
            .Add("datetime_end", Text(today.Date.AddDays(1).AddSeconds(-1)));
        IReadOnlyList<AgentStatistic> workers = await AllRecords
            .ReadAsync<AgentStatistic>(client, work, log, cancellationToken)
            .ConfigureAwait(false);
        return roster
            .Select(static agent => agent.User)
            .Concat(workers.Select(static agent => agent.User))
            .Where(static user => user.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderBy(static user => user, StringComparer.OrdinalIgnoreCase)
            .ToArray();
    }

    /// <summary>Finds the names of the active in-groups. The dialer has no list of the others.</summary>
    /// <param name="client">The dialer.</param>
    /// <param name="log">Is notified of every attempt, or null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<IReadOnlyList<string>> FindActiveInGroupsAsync(
        DialerClient client,
        IAttemptListener? log,
        CancellationToken cancellationToken
    )
    {
        var question = new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, "ingroup_list"));
        IReadOnlyList<InGroup> found = await AllRecords.ReadAsync<InGroup>(client, question, log, cancellationToken).ConfigureAwait(false);
        return found.Select(static group => group.InGroupId).ToArray();
    }

    private static string Text(DateTime moment) => moment.ToString(MomentFormat, CultureInfo.InvariantCulture);
}
