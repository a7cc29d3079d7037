using Vicidial.Simulator.Screens;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>transfer_conference: makes the agent's screen transfer the customer, or add or remove a third party.</summary>
internal sealed class TransferConference() : AgentFunction("transfer_conference", "2.4-27")
{
    private const int ShortestValue = 4;
    private const int ShortestCallId = 16;

    private static readonly string[] CallerChoices = ["CAMPAIGN", "AGENT_PHONE", "CUSTOMER", "CUSTOM_CID"];

    protected override bool IsValid(FunctionContext context, string value) => value.Length >= ShortestValue;

    protected override void Run(FunctionContext context, LiveAgent agent, string agentUser, string value)
    {
        if (agent.CallerId.Length < ShortestCallId)
        {
            context.Say("ERROR", "agent_user does not have a live call", agentUser);
            return;
        }

        bool isModern = context.World.Generation.Has("2.14-194");
        string numbers = isModern ? context.Text("multi_dial_phones", CharacterFilter.PhoneNumbers) : string.Empty;
        if (isModern && !HasNoOtherCalls(context, agent, agentUser, numbers))
        {
            return;
        }

        string group = context.Text("ingroup_choices", CharacterFilter.GroupNames);
        string consultative = context.Text("consultative", CharacterFilter.Capitals) == "YES" ? "YES" : "NO";
        var parties = new MultiDial(numbers);
        switch (value)
        {
            case "DIAL_WITH_CUSTOMER" or "PARK_CUSTOMER_DIAL":
                if ((consultative == "YES" && !InGroupChoice.IsValid(context, agent, ref group)) || !HasCallerNumber(context, agentUser))
                {
                    return;
                }

                break;
            case "LOCAL_CLOSER":
                if (!InGroupChoice.IsValid(context, agent, ref group))
                {
                    return;
                }

                break;
            case "HANGUP_XFER" or "HANGUP_BOTH" or "BLIND_TRANSFER" or "LEAVE_VM" or "LEAVE_3WAY_CALL":
                break;
            default:
                context.Say("ERROR", "value is not valid", value, context.CallerName);
                return;
        }

        context.World.Screens.Leave(agent, new TransferCommand(value, group, parties.Used));
        List<string> values = [value, group, context.PhoneNumber, consultative, agentUser, agent.CallerId];
        if (numbers.Length > 0)
        {
            values.Add(parties.Summary);
        }

        context.Say("SUCCESS", "transfer_conference function set", [.. values, string.Empty]);
    }

    private static bool HasNoOtherCalls(FunctionContext context, LiveAgent agent, string agentUser, string numbers)
    {
        string check = context.Text("md_check", CharacterFilter.Alphanumeric);
        if (numbers.Length > 0 && IsYes(check) && agent.PressOneCalls > 0)
        {
            context.Say("ERROR", "agent_user has previous active 3-way calls", agentUser, FunctionContext.Number(agent.PressOneCalls), "0", check);
            return false;
        }

        check = context.Text("tw_check", CharacterFilter.Alphanumeric);
        if (IsYes(check) && ThirdParty.IsIn(agent))
        {
            context.Say("ERROR", "agent_user has current active 3-way call", agentUser, "1", "0", check);
            return false;
        }

        return true;
    }

    private static bool IsYes(string check) => check.IndexOf("YES", StringComparison.Ordinal) >= 0;

    private static bool HasCallerNumber(FunctionContext context, string agentUser)
    {
        DialerGeneration generation = context.World.Generation;
        if (generation.Has("2.10-69") && CallerNumber.Find(context, agentUser, context.Text("group_alias", CharacterFilter.Alphanumeric)) is null)
        {
            return false;
        }

        string choice = generation.Has("2.14-194") ? context.Text("cid_choice", CharacterFilter.Id) : string.Empty;
        if (choice.Length > 0 && !CallerChoices.Any(known => choice.IndexOf(known, StringComparison.Ordinal) >= 0))
        {
            context.Say("ERROR", "cid_choice is not valid", agentUser, choice);
            return false;
        }

        return true;
    }
}
