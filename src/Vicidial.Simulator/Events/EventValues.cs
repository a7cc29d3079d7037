using Vicidial.Simulator.Functions;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Events;

/// <summary>The values in an event about a lead, a call, and an agent.</summary>
internal static class EventValues
{
    /// <summary>The dialer's names for its own calls.</summary>
    private static readonly Dictionary<string, string> Robots = new(StringComparer.Ordinal)
    {
        ["VDAD"] = "Outbound Auto Dial",
        ["VDCL"] = "Inbound No Agent",
    };

    /// <summary>The values that every kind of event has.</summary>
    public static Dictionary<string, string> Now(CallCenter world) => new(StringComparer.OrdinalIgnoreCase)
    {
        ["SQLdate"] = CallCenter.Stamp(world.Clock.Now),
        ["epoch"] = Text(world.Clock.UtcNow.ToUnixTimeSeconds()),
    };

    /// <summary>The values of a lead.</summary>
    public static Dictionary<string, string> Of(CallCenter world, Lead lead)
    {
        Dictionary<string, string> values = Now(world);
        LeadList? list = world.FindList(lead.ListId);
        foreach (LeadColumn column in LeadColumn.All)
        {
            values[column.Name] = column.Get(lead);
        }

        foreach (KeyValuePair<string, string> custom in lead.CustomValues ?? new Dictionary<string, string>())
        {
            if (!values.ContainsKey(custom.Key))
            {
                values[custom.Key] = custom.Value;
            }
        }

        values["vendor_id"] = lead.VendorLeadCode;
        values["phone"] = lead.PhoneNumber;
        values["dispo"] = lead.Status;
        values["list_name"] = list?.Name ?? string.Empty;
        values["list_description"] = list is not null && list.Columns.TryGetValue("list_description", out string? text) ? text : string.Empty;
        values["dialed_number"] = lead.PhoneNumber;
        values["dialed_label"] = "MAIN";
        values["last_local_call_time"] = string.Empty;
        values["modify_date"] = CallCenter.Stamp(world.Clock.Now);
        return values;
    }

    /// <summary>The values of a call that a program on the dialer's server reports.</summary>
    /// <param name="world">The call center.</param>
    /// <param name="lead">The lead.</param>
    /// <param name="call">The call.</param>
    /// <param name="function">The name that the dialer gives the kind.</param>
    public static Dictionary<string, string> Of(CallCenter world, Lead lead, CallRecord call, string function)
    {
        Dictionary<string, string> values = Of(world, lead);
        DialerUser? user = world.FindUser(call.User);
        values["call_id"] = call.CallId;
        values["uniqueid"] = call.UniqueId;
        values["campaign"] = values["campaign_id"] = values["group"] = values["channel_group"] = call.CampaignId;
        values["closecallid"] = call.InboundId == 0 ? string.Empty : Text(call.InboundId);
        values["function"] = function;
        values["launch_user"] = values["user"] = call.User;
        values["full_name"] = Robots.TryGetValue(call.User, out string? robot) ? robot : user?.FullName ?? string.Empty;
        values["user_group"] = robot is not null ? "ADMIN" : user?.Group ?? string.Empty;
        AddCaller(world, values, call);
        return values;
    }

    /// <summary>Adds the values of an inbound call.</summary>
    public static void AddCaller(CallCenter world, Dictionary<string, string> values, CallRecord? call)
    {
        if (call is { IsInbound: true } && world.Dids.FirstOrDefault(did => did.Pattern == call.DidNumber) is Did did)
        {
            values["did_id"] = Text(did.Id);
            values["did_pattern"] = values["did_extension"] = did.Pattern;
            values["did_description"] = did.Description;
        }
    }

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
