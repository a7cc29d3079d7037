using Vicidial.Simulator.Functions.Phones;
using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Campaigns;

/// <summary>add_group_alias: adds an alias for a number that agents can show when they call.</summary>
internal sealed class AddGroupAlias() : DialerFunction(DialerApi.NonAgent, "add_group_alias", "2.10-69")
{
    private const int ShortestNumber = 6;

    public override void Run(FunctionContext context)
    {
        if (!PhoneRights.MayChange(context, "ADD GROUP ALIASES"))
        {
            return;
        }

        string number = context.Text("caller_id_number", CharacterFilter.Digits);
        string id = context.Text("group_alias_id", CharacterFilter.WordCharacters);
        string name = context.Text("group_alias_name", CharacterFilter.AliasName);
        if (number.Length < ShortestNumber)
        {
            context.Response.Line("ERROR: add_group_alias YOU MUST USE ALL REQUIRED FIELDS: |", context.CallerName, id, name, number);
            return;
        }

        id = id.Length < 2 ? number : id;
        name = name.Length < 2 ? number : name;
        if (context.World.FindGroupAlias(id) is not null)
        {
            context.Response.Line("ERROR: add_group_alias GROUP ALIAS ALREADY EXISTS: |", context.CallerName, id, number);
            return;
        }

        string userGroup = context.Text("admin_user_group", CharacterFilter.Id, 20);
        context.World.GroupAliases.Add(new GroupAlias(id, name, number)
        {
            CallerName = context.Text("caller_id_name", CharacterFilter.AliasName, 20),
            IsActive = context.Text("active", CharacterFilter.Capitals) != "N",
            UserGroup = userGroup.Length == 0 ? DialerRecord.EveryGroup : userGroup,
        });
        context.Response.Line("SUCCESS: add_group_alias GROUP ALIAS HAS BEEN ADDED - ", context.CallerName, id, name, number);
    }
}
