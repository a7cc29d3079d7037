using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Records.Leads;
using Vicidial.Client.Requests;

namespace Vicidial.Client.Operations;

/// <summary>Finds leads by many phone numbers in one request.</summary>
public static class LeadNumbers
{
    // The dialer searches for numbers of these lengths, and returns 1,000 leads if no other limit is given.
    private const int Shortest = 6;
    private const int Longest = 18;
    private const string NoLimit = "1000000";

    /// <summary>Finds leads.</summary>
    /// <param name="client">The dialer.</param>
    /// <param name="numbers">The numbers; those that the dialer cannot search for are skipped.</param>
    /// <param name="log">Is notified of every attempt, or null.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns>The IDs of the leads that have each number.</returns>
    /// <exception cref="DialerException">The request failed.</exception>
    public static async Task<ILookup<string, long>> FindAsync(
        DialerClient client,
        IEnumerable<string> numbers,
        IAttemptListener? log,
        CancellationToken cancellationToken
    )
    {
        string[] wanted = numbers.Where(static number => number.Length is >= Shortest and <= Longest).Distinct().ToArray();
        IReadOnlyList<LeadMatch> found = [];
        if (wanted.Length > 0)
        {
            ApiRequest query = new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, "lead_search"))
                .Add("phone_number", string.Join(",", wanted))
                .Add("records", NoLimit);
            found = await AllRecords.ReadAsync<LeadMatch>(client, query, log, cancellationToken).ConfigureAwait(false);
        }

        return found
            .Where(static match => match.LeadId is not null)
            .ToLookup(static match => match.SearchKey, static match => match.LeadId!.Value, StringComparer.Ordinal);
    }
}
