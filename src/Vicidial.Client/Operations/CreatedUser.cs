using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Records.Users;
using Vicidial.Client.Requests;

namespace Vicidial.Client.Operations;

/// <summary>Finds out whether a request has created its user.</summary>
public static class CreatedUser
{
    private const string User = "agent_user";
    private const string Name = "agent_full_name";

    /// <summary>Looks for the user of a request whose outcome is unknown.</summary>
    /// <param name="client">The dialer.</param>
    /// <param name="creation">The request.</param>
    /// <param name="log">Is notified of every attempt, or null.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns>The user; null if there is none, or one with another name.</returns>
    /// <exception cref="DialerException">The dialer does not report the user.</exception>
    public static async Task<UserAccount?> FindAsync(
        DialerClient client,
        ApiRequest creation,
        IAttemptListener? log,
        CancellationToken cancellationToken
    )
    {
        try
        {
            ApiRequest query = creation.Beside(ApiCatalog.Get(DialerApi.NonAgent, "user_details")).Add(User, creation.Find(User)!);
            IReadOnlyList<UserAccount> found = await AllRecords
                .ReadAsync<UserAccount>(client, query, log, cancellationToken)
                .ConfigureAwait(false);
            return found.Count > 0 && found[0].FullName == creation.Find(Name) ? found[0] : null;
        }
        catch (DialerException missing) when (missing.Kind is DialerErrorKind.NotFound or DialerErrorKind.Empty)
        {
            return null;
        }
    }
}
