using Vicidial.Simulator.Screens;
using Vicidial.Simulator.Sql;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>external_dial: makes the agent's screen call a number or a lead.</summary>
internal sealed class ExternalDial() : AgentFunction("external_dial", "2.4-27")
{
    private const int ShortestNumber = 2;

    private static readonly string[] Choices = ["search", "preview", "focus"];

    protected override string Value(FunctionContext context)
    {
        string value = base.Value(context);
        return value == DialTarget.NextLead ? value : CharacterFilter.Digits.Apply(value, nonLatin: false);
    }

    protected override bool IsValid(FunctionContext context, string value) =>
        (value.Length >= ShortestNumber || LeadId(context).Length > 0)
        && Choices.All(name => context.Text(name, CharacterFilter.Id).Length >= 2);

    protected override string[] Arguments(FunctionContext context, string value, string agentUser, string altUser) =>
        [
            value,
            PhoneCode(context),
            context.Text("search", CharacterFilter.Id),
            context.Text("preview", CharacterFilter.Id),
            context.Text("focus", CharacterFilter.Id),
            LeadId(context),
            agentUser,
            altUser,
        ];

    protected override void Run(FunctionContext context, LiveAgent agent, string agentUser, string value)
    {
        bool isForInGroup = IsForInGroup(context);
        bool isQueued = context.World.FindCampaign(agent.CampaignId)?.QueuesApiDials == true;
        if (!isForInGroup && !isQueued && (agent.Status != "PAUSED" || agent.LeadId != 0))
        {
            context.Say("ERROR", "agent_user is not paused", agentUser);
            return;
        }

        if (!agent.User.DialsByHand)
        {
            context.Say("ERROR", "agent_user is not allowed to place manual dial calls", agentUser);
            return;
        }

        string alias = context.Text("group_alias", CharacterFilter.Alphanumeric);
        if (CallerNumber.Find(context, agentUser, alias) is not string callerNumber
            || !TakesOwnNumber(context, agentUser, ref alias, ref callerNumber))
        {
            return;
        }

        if (context.Text("vtiger_callback", CharacterFilter.Capitals) == "YES")
        {
            // The invented call center has no Vtiger, so the activity never exists.
            context.Say("ERROR", "vtiger callback activity does not exist in vtiger system", value);
            return;
        }

        string altDial = context.World.Generation.Has("2.10-69") ? context.Text("alt_dial", CharacterFilter.CapitalsAndDigits) : string.Empty;
        long leadId = 0;
        if (LeadId(context).Length > 0 && !FindNumber(context, agentUser, ref value, ref altDial, out leadId))
        {
            return;
        }

        var target = new DialTarget(value)
        {
            LeadId = leadId,
            PhoneCode = PhoneCode(context),
            VendorLeadCode = context.Text("vendor_id", CharacterFilter.VendorId, 20),
            IsSearched = context.Text("search", CharacterFilter.Id) == "YES",
            IsPreview = context.Text("preview", CharacterFilter.Id) == "YES",
            IsQueued = isQueued,
        };
        if (isQueued && agent.Screen.Waiting(DialCommand.Key(target)) is not null)
        {
            context.Say("ERROR", "phone_number is already in this agents manual dial queue", agentUser, value);
            return;
        }

        string[] call =
        [
            value,
            agentUser,
            target.PhoneCode,
            context.Text("search", CharacterFilter.Id),
            context.Text("preview", CharacterFilter.Id),
            context.Text("focus", CharacterFilter.Id),
            context.Text("vendor_id", CharacterFilter.VendorId),
            FunctionContext.Number(context.Epoch),
            context.Text("dial_prefix", CharacterFilter.Alphanumeric),
            alias,
            callerNumber,
            altDial,
        ];
        // The screen splits the text again, so a separator inside a value moves everything after it.
        IEnumerable<string> columns = call.Where((_, place) => place != 1 && place < call.Length - 1)
            .Concat([LeadId(context), altDial, context.Text("dial_ingroup", CharacterFilter.Id), string.Empty]);
        if (SqlStatement.Literal(string.Join("!", columns), '\'') is string stored)
        {
            context.World.Screens.Leave(agent, new DialCommand(stored, target));
        }
        else
        {
            context.RefuseStatement();
        }

        context.Say("SUCCESS", "external_dial function set", call);
    }

    private static string PhoneCode(FunctionContext context) => context.Text("phone_code", CharacterFilter.DialCode);

    private static string LeadId(FunctionContext context) =>
        context.World.Generation.Has("2.10-69") ? context.Text("lead_id", CharacterFilter.Digits) : string.Empty;

    private static bool IsForInGroup(FunctionContext context)
    {
        string group = context.World.Generation.Has("2.14-107") ? context.Text("dial_ingroup", CharacterFilter.Id) : string.Empty;
        bool complains = context.World.Generation.NonAgentVersion == "2.14-107";
        if (group.Length == 0 && !complains)
        {
            return false;
        }

        if (context.World.FindInGroup(group) is not null)
        {
            return true;
        }

        // The first release with this feature reports a missing in-group even if none is requested, and dials anyway.
        context.Say(complains ? "ERROR" : "NOTICE", "defined dial_ingroup not found", group);
        return false;
    }

    /// <summary>A number in the request replaces an alias, if the system lets the API choose the number.</summary>
    private static bool TakesOwnNumber(FunctionContext context, string agentUser, ref string alias, ref string callerNumber)
    {
        string own = context.World.Generation.Has("2.14-194") ? context.Text("outbound_cid", CharacterFilter.Id) : string.Empty;
        if (own.Length == 0)
        {
            return true;
        }

        string setting = context.World.Settings.OutboundCidAny;
        if (setting != "API_ONLY")
        {
            context.Say("ERROR", "outbound_cid is not allowed on this system", agentUser, own, setting);
            return false;
        }

        alias = "-FORCE-";
        callerNumber = own;
        return true;
    }

    /// <summary>Uses the number of the lead.</summary>
    private static bool FindNumber(FunctionContext context, string agentUser, ref string value, ref string altDial, out long leadId)
    {
        string wanted = LeadId(context);
        Lead? lead = long.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out leadId) ? context.World.Leads.Find(leadId) : null;
        if (lead is null)
        {
            context.Say("ERROR", "lead_id is not valid", agentUser, wanted);
            return false;
        }

        if (altDial == "SEARCH")
        {
            altDial = KindOf(lead, value);
            if (altDial.Length == 0)
            {
                context.Say("ERROR", "phone number lead_id search not found", agentUser, string.Empty, wanted, altDial);
                return false;
            }
        }

        value = Digits(altDial switch
        {
            "ALT" => lead.AltPhone,
            "ADDR3" => lead.Address3,
            _ => lead.PhoneNumber,
        });
        if (value.Length < ShortestNumber)
        {
            context.Say("ERROR", "phone number is not valid", agentUser, value, wanted, altDial);
            return false;
        }

        return true;
    }

    private static string KindOf(Lead lead, string number) =>
        number == lead.PhoneNumber ? "MAIN" : number == Digits(lead.AltPhone) ? "ALT" : number == Digits(lead.Address3) ? "ADDR3" : string.Empty;

    private static string Digits(string text) => CharacterFilter.Digits.Apply(text, nonLatin: false);
}
