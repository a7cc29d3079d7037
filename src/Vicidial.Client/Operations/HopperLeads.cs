using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Records.Leads;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Records.Servers;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;

namespace Vicidial.Client.Operations;

/// <summary>
/// Adds leads to the hopper: many with one request or, on a dialer that is too old for that, each with its own (API functions
/// <c>hopper_bulk_insert</c> and <c>update_lead</c>).
/// </summary>
public static class HopperLeads
{
    private const string LeadsField = "lead_ids";
    private const string LeadField = "lead_id";
    private const string HopperField = "add_to_hopper";
    private const string EntryValue = "hopper_id";

    /// <summary>Names the leads to add.</summary>
    public static ApiRequest Name(ApiRequest request, IEnumerable<string> leads) => request.Add(LeadsField, string.Join(",", leads));

    /// <summary>The leads to add, separated by commas.</summary>
    public static string Find(ApiRequest request) => request.Find(LeadsField) ?? string.Empty;

    /// <summary>Adds leads.</summary>
    /// <param name="client">The dialer.</param>
    /// <param name="request">The request, with the leads.</param>
    /// <param name="leads">The leads, in their order.</param>
    /// <param name="log">Is notified of every attempt, or null.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns>The entry of each lead, or why it has none.</returns>
    /// <exception cref="DialerException">The whole request failed.</exception>
    public static async Task<IReadOnlyList<HopperOutcome>> AddAsync(
        DialerClient client,
        ApiRequest request,
        IReadOnlyList<string> leads,
        IAttemptListener? log,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return Read(client, request, await client.InvokeAsync(request, log, cancellationToken).ConfigureAwait(false), leads);
        }
        catch (DialerException failure) when (failure.Kind == DialerErrorKind.TooOld)
        {
            var outcomes = new List<HopperOutcome>();
            foreach (string lead in leads)
            {
                outcomes.Add(await AddOneAsync(client, request, lead, log, cancellationToken).ConfigureAwait(false));
            }

            return outcomes;
        }
        catch (DialerException failure) when (failure.Response is { } response && response.Notices.Any())
        {
            // If the dialer added no lead, the response says why in a line for each.
            return Read(client, request, response, leads);
        }
    }

    private static HopperOutcome[] Read(DialerClient client, ApiRequest request, DialerResponse response, IReadOnlyList<string> leads)
    {
        ILookup<string, ResponseLine> lines = response
            .Notices.Where(static line => line[LeadField] is not null)
            .ToLookup(static line => line[LeadField]!, StringComparer.Ordinal);
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        return leads
            .Select(lead =>
            {
                // A lead that was sent twice has two lines. A rejected lead can also have two lines; the first one is more specific.
                taken.TryGetValue(lead, out int number);
                taken[lead] = number + 1;
                ResponseLine? line = lines[lead].Skip(number).FirstOrDefault() ?? lines[lead].FirstOrDefault();
                return line is null
                    ? new HopperOutcome(null, Unknown($"The response does not mention lead {lead}."))
                    : ReadLine(client, request, response, line);
            })
            .ToArray();
    }

    private static HopperOutcome ReadLine(DialerClient client, ApiRequest request, DialerResponse response, ResponseLine line)
    {
        if (line.Shape!.NoticeKind == NoticeKind.Done)
        {
            return new HopperOutcome(ChangeReader.ReadLine<HopperInsertResult>(client.Name, request, response, line), null);
        }

        DialerException refusal = DialerException.Refusal(request.Function, line);
        return request.MayBeDone && refusal.Kind == DialerErrorKind.Conflict
            ? new HopperOutcome(ChangeReader.ReadLine<HopperInsertResult>(client.Name, request, response, line, wasDoneBefore: true), null)
            : new HopperOutcome(null, refusal);
    }

    private static async Task<HopperOutcome> AddOneAsync(
        DialerClient client,
        ApiRequest request,
        string lead,
        IAttemptListener? log,
        CancellationToken cancellationToken
    )
    {
        ApiRequest one = request
            .Beside(ApiCatalog.Get(DialerApi.NonAgent, "update_lead"))
            .Add(LeadField, lead)
            .Add("no_update", "Y")
            .Add(HopperField, "Y");
        one.MayBeDone = request.MayBeDone;
        one.Labels = request.Labels.Owning(HopperField, "Y");
        foreach (KeyValuePair<string, string> field in request.Fields.Where(static field => field.Key != LeadsField))
        {
            one.Add(field.Key, field.Value);
        }

        if (FindTooOld(client, one) is { } tooOld)
        {
            return new HopperOutcome(null, tooOld);
        }

        try
        {
            DialerResponse response = await client.InvokeAsync(one, log, cancellationToken).ConfigureAwait(false);

            // A dialer that does not support this finds the lead, reports it, and does nothing else.
            return response.Notices.Any(static line => line[EntryValue] is not null)
                ? new HopperOutcome(ChangeReader.Read<HopperInsertResult>(client.Name, one, response), null)
                : new HopperOutcome(
                    null,
                    FindTooOld(client, one) ?? Unknown($"The response does not say whether lead {lead} is in the hopper.")
                );
        }
        catch (DialerException failure)
        {
            return new HopperOutcome(null, failure);
        }
    }

    private static DialerException? FindTooOld(DialerClient client, ApiRequest request)
    {
        ServerVersion? version = client.Versions.Known(request.Function.Api);
        return
            version is not null
            && BuildStamp.TryParse(version.Build, out BuildStamp build)
            && request.FindGaps(build).FirstOrDefault(static gap => gap.Field == HopperField) is { } unknown
            ? VersionErrors.Describe(client.Name, request.Function, unknown, version)
            : null;
    }

    private static DialerException Unknown(string message) => new("OutcomeUnknown", DialerErrorKind.OutcomeUnknown, message);
}
