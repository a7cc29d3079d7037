using System.Runtime.CompilerServices;
using Vicidial.Client.Errors;
using Vicidial.Client.Records.Leads;
using Vicidial.Client.Requests;

namespace Vicidial.Client.Slicing;

/// <summary>
/// Leads with their custom fields. The dialer fails at a lead without custom fields and at all other leads of the same response. So leads are
/// requested without custom fields first, and those that have some are then requested one at a time.
/// </summary>
public sealed class LeadSlices : Slices<Lead>
{
    private const string CustomFields = "custom_fields";
    private const string CustomFieldList = "force_entry_list_id";
    private const string LeadId = "lead_id";
    private const string ServerFailure = "Vicidial.ServerFailure";
    private const string PhoneNumber = "phone_number";
    private readonly ConditionalWeakTable<ApiRequest, DialerException> _failures = new();

    /// <summary>Creates the query.</summary>
    public LeadSlices(IEnumerable<ApiRequest> requests)
        : base(requests.Select(Prepare))
    {
    }

    /// <inheritdoc/>
    public override bool AsksOtherwise(DialerException failure)
    {
        if (Current is not { HasAlternative: true } request || failure.ErrorId != ServerFailure)
        {
            return false;
        }

        ApiRequest plain = request.Copy();
        plain.Remove(CustomFields);
        plain.HasAlternative = false;
        _failures.Add(plain, failure);
        Ask(plain);
        return true;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Lead> Take(IReadOnlyList<Lead> records)
    {
        IReadOnlyList<Lead> taken = base.Take(records);
        if (Current is not { } request || !_failures.TryGetValue(request, out DialerException? failure))
        {
            return taken;
        }

        Lead[] others = taken.Where(static lead => lead.EntryListId > 0).ToArray();
        foreach (Lead lead in others)
        {
            if (request.Find(PhoneNumber) is null)
            {
                Report(failure!);
                continue;
            }

            ApiRequest one = request.Copy();
            one.Remove(PhoneNumber);
            Ask(one.Add(LeadId, lead.LeadId?.ToString(CultureInfo.InvariantCulture) ?? string.Empty).Add(CustomFields, "Y"));
        }

        return others.Length == 0 ? taken : taken.Except(others).ToArray();
    }

    private static ApiRequest Prepare(ApiRequest request)
    {
        if (request.Find(CustomFields) == "Y" && request.Find(CustomFieldList) is null)
        {
            request.HasAlternative = true;
        }

        return request;
    }
}
