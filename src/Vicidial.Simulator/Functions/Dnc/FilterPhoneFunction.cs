using Vicidial.Simulator.Hosting;

namespace Vicidial.Simulator.Functions.Dnc;

/// <summary>add_fpg_phone and delete_fpg_phone: the numbers of a filter phone group.</summary>
internal abstract class FilterPhoneFunction : DialerFunction
{
    private const int ShortestNumber = 6;

    private readonly bool _adds;

    private protected FilterPhoneFunction(string name, bool adds)
        : base(DialerApi.NonAgent, name, "2.14-194")
    {
        _adds = adds;
    }

    public override void Run(FunctionContext context)
    {
        string purpose = (_adds ? "ADD" : "DELETE") + " FILTER PHONE GROUP NUMBERS";
        if (!NonAgentApi.PermitsChange(context, context.Caller.ModifyLists && context.Caller.Level >= 8, purpose))
        {
            return;
        }

        string number = context.Text("phone_number", CharacterFilter.PhoneNumbers);
        string group = context.Text("group", CharacterFilter.AgentValue);
        if (number.Length < ShortestNumber || group.Length == 0)
        {
            context.Response.Line($"ERROR: {Name} YOU MUST USE ALL REQUIRED FIELDS: |", context.CallerName, number, group);
            return;
        }

        if (context.World.FilterGroups.Find(group) is not ISet<string> numbers)
        {
            context.Response.Line($"ERROR: {Name} FILTER PHONE GROUP DOES NOT EXIST: |", context.CallerName, group);
            return;
        }

        if (_adds ? numbers.Add(number) : numbers.Remove(number))
        {
            string done = _adds ? "ADDED" : "DELETED";
            context.Response.Line($"SUCCESS: {Name} FILTER PHONE GROUP NUMBER HAS BEEN {done} - ", context.CallerName, number, group);
        }
        else
        {
            string problem = _adds ? "ALREADY EXISTS" : "DOES NOT EXIST";
            context.Response.Line($"ERROR: {Name} FILTER PHONE GROUP NUMBER {problem}: |", context.CallerName, number, group);
        }
    }
}
