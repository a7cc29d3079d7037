using System.Reflection;
using Vicidial.Client.Records;
using Vicidial.Client.Records.Calls;
using Vicidial.Client.Records.Campaigns;
using Vicidial.Client.Records.Leads;
using Vicidial.Client.Records.Phones;

namespace VicidialPS.Connections;

/// <summary>The properties of a record type that contain names to remember. Determined once per type.</summary>
/// <typeparam name="TRecord">The type of record.</typeparam>
internal static class RememberedColumns<TRecord>
    where TRecord : DialerRecord
{
    /// <summary>The kind of name in each property, and how to read the name and its full name.</summary>
    public static (RememberedKind Kind, Func<TRecord, string?> Value, Func<TRecord, string?> Detail)[] All { get; } = Find().ToArray();

    private static IEnumerable<(RememberedKind Kind, Func<TRecord, string?> Value, Func<TRecord, string?> Detail)> Find()
    {
        Func<TRecord, string?> noDetail = static _ => null;
        if (Reader("User") is { } user)
        {
            yield return (RememberedKind.User, user, Reader("FullName") ?? noDetail);
        }

        if (Reader("UserGroup") is { } group)
        {
            yield return (RememberedKind.UserGroup, group, noDetail);
        }

        if (Reader("ListId") is { } list)
        {
            yield return (RememberedKind.List, list, Reader("ListName") ?? noDetail);
        }

        if (Reader("DidPattern") is { } did)
        {
            yield return (RememberedKind.Did, did, Reader("DidDescription") ?? noDetail);
        }

        if (Reader("DidId") is { } didId)
        {
            yield return (RememberedKind.DidId, didId, Reader("DidPattern") ?? noDetail);
        }

        if (Reader("PhoneLogin") is { } phone)
        {
            yield return (RememberedKind.Phone, phone, noDetail);
        }

        // Only a PhoneChange contains an extension that is certainly a phone.
        if (typeof(TRecord) == typeof(PhoneChange) && Reader("Extension") is { } extension)
        {
            yield return (RememberedKind.Phone, extension, noDetail);
        }

        // In a roster row, the status is what the agent does, not the status of a lead.
        Type[] leadsAndCalls =
        [
            typeof(Lead),
            typeof(HopperLead),
            typeof(CallDetail),
            typeof(CallStatistic),
            typeof(DispositionCount),
            typeof(CallLogChange),
        ];
        if (leadsAndCalls.Contains(typeof(TRecord)) && Reader("Status") is { } status)
        {
            yield return (RememberedKind.Status, status, noDetail);
        }

        if (Reader("LeadStatus") is { } leadStatus)
        {
            yield return (RememberedKind.Status, leadStatus, noDetail);
        }

        if (Reader("ContainerType") is { } containerType)
        {
            yield return (RememberedKind.ContainerType, containerType, noDetail);
        }
    }

    private static Func<TRecord, string?>? Reader(string name)
    {
        MethodInfo? getter = typeof(TRecord).GetProperty(name)?.GetGetMethod();
        if (getter?.ReturnType == typeof(string))
        {
            return (Func<TRecord, string?>)getter.CreateDelegate(typeof(Func<TRecord, string?>));
        }

        if (getter?.ReturnType == typeof(long?))
        {
            var read = (Func<TRecord, long?>)getter.CreateDelegate(typeof(Func<TRecord, long?>));
            return record => read(record)?.ToString(CultureInfo.InvariantCulture);
        }

        return null;
    }
}
