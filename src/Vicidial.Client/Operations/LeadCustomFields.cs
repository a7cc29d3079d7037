using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Records.Leads;
using Vicidial.Client.Requests;

namespace Vicidial.Client.Operations;

/// <summary>
/// Stores the custom fields of a new lead. Some releases of the dialer lose those of a new lead and store those of an existing one: then they
/// go in a second request.
/// </summary>
public static class LeadCustomFields
{
    /// <summary>The field for requests with custom fields.</summary>
    public const string Flag = "custom_fields";

    /// <summary>Whether the known version of the dialer loses the custom fields of a new lead.</summary>
    /// <param name="client">The dialer.</param>
    /// <param name="addition">The request that adds the lead.</param>
    public static bool AreLost(DialerClient client, ApiRequest addition) =>
        client.Versions.Known(DialerApi.NonAgent) is { } version
        && BuildStamp.TryParse(version.Build, out BuildStamp build)
        && addition.FindGaps(build).Any(static gap => gap.Field == Flag);

    /// <summary>Makes the request that adds the lead without its custom fields.</summary>
    /// <param name="addition">The request that adds the lead with its custom fields.</param>
    public static ApiRequest WithoutFields(ApiRequest addition)
    {
        ApiRequest bare = addition.Copy();
        bare.Remove(Flag);
        foreach (KeyValuePair<string, string> field in addition.FindUnlisted())
        {
            bare.Remove(field.Key);
        }

        return bare;
    }

    /// <summary>Stores the custom fields of a lead that was added without them. A failure becomes a refusal of the result.</summary>
    /// <param name="client">The dialer.</param>
    /// <param name="addition">The request that adds the lead with its custom fields.</param>
    /// <param name="added">The result, which gets the outcome.</param>
    /// <param name="log">Is notified of every attempt, or null.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    public static async Task StoreAsync(
        DialerClient client,
        ApiRequest addition,
        LeadAddResult added,
        IAttemptListener? log,
        CancellationToken cancellationToken
    )
    {
        ApiRequest change = addition
            .Beside(ApiCatalog.Get(DialerApi.NonAgent, "update_lead"))
            .Add("lead_id", added.LeadId?.ToString(CultureInfo.InvariantCulture) ?? string.Empty)
            .Add(Flag, "Y");
        foreach (KeyValuePair<string, string> field in addition.FindUnlisted())
        {
            change.Add(field.Key, field.Value);
        }

        try
        {
            await client.InvokeAsync(change, log, cancellationToken).ConfigureAwait(false);
            added.NoteCustomFields(null);
        }
        catch (DialerException failure)
        {
            added.NoteCustomFields($"its custom fields were not stored. {failure.Message}");
        }
    }
}
