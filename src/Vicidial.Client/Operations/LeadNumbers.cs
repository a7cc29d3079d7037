using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Records.Leads;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Requests;

namespace Vicidial.Client.Operations;

/// <summary>Finds leads by many phone numbers in one request.</summary>
public static class LeadNumbers
{
    // The dialer looks for numbers of these lengths, and returns 1,000 leads if no other limit is given.
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
        var found = new List<LeadMatch>();
        if (wanted.Length > 0)
        {
            ApiRequest query = new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, "lead_search"))
                .Add("phone_number", string.Join(",", wanted))
                .Add("records", NoLimit);
            using RecordReader<LeadMatch> reader = await client.QueryAsync<LeadMatch>(query, log, cancellationToken).ConfigureAwait(false);
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false) is { } batch)
            {
                found.AddRange(batch.Records);
            }
        }

        return found
            .Where(static match => match.LeadId is not null)
            .ToLookup(static match => match.SearchKey, static match => match.LeadId!.Value, StringComparer.Ordinal);
    }
}
