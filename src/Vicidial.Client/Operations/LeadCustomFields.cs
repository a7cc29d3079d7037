using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Leads;
using Vicidial.Client.Logging;
using Vicidial.Client.Records;
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

    /// <summary>The name of this part of a change in the catalog.</summary>
    public const string Part = "custom-fields";

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

    /// <summary>Stores the custom fields of a lead that was added without them.</summary>
    /// <param name="client">The dialer.</param>
    /// <param name="addition">The request that adds the lead with its custom fields.</param>
    /// <param name="added">The result, which gets the outcome.</param>
    /// <param name="log">Is notified of every attempt, or null.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns>Why they were not stored; null if they were.</returns>
    public static async Task<DialerException?> StoreAsync(
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
            added.NoteCustomFields(areStored: true);
            return null;
        }
        catch (DialerException failure)
        {
            return FailAll(added, $"Lead {added.LeadId} was added", failure.Message, failure);
        }
    }

    /// <summary>Records in a result that the dialer stored none of the custom fields.</summary>
    /// <param name="result">The result for the lead.</param>
    /// <param name="done">What was done, such as that the lead was added.</param>
    /// <param name="why">Why they were not stored.</param>
    /// <param name="cause">The failure of their request, if they had one.</param>
    public static DialerException FailAll(ChangeRecord result, string done, string why, DialerException? cause = null)
    {
        bool isUnknown = cause?.Kind == DialerErrorKind.OutcomeUnknown;
        (result as LeadAddResult)?.NoteCustomFields(isUnknown ? null : false);
        string outcome = isUnknown ? "it is unknown whether its custom fields were stored" : "its custom fields were not stored";
        result.NoteFailure(result.Refusals.Contains(why) ? why : $"{outcome}: {why}");
        return new DialerException("CustomFieldsNotStored", DialerErrorKind.Server, $"{done}, but {outcome}: {why}", cause);
    }

    /// <summary>Records in a result that the dialer stored some custom fields differently from what was sent.</summary>
    /// <param name="result">The result for the lead.</param>
    /// <param name="done">What was done, such as that the lead was added.</param>
    /// <param name="changed">The fields.</param>
    public static DialerException Fail(ChangeRecord result, string done, IEnumerable<ChangedField> changed)
    {
        string fields = $"the dialer changed custom fields: {string.Join("; ", changed)}.";
        (result as LeadAddResult)?.NoteCustomFields(areStored: false);
        result.NoteFailure(fields);
        return new DialerException("CustomFieldChanged", DialerErrorKind.Server, $"{done}, but {fields}");
    }
}
