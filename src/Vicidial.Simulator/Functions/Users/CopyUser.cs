using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Users;

/// <summary>copy_user: creates a user with the permissions and settings of another one.</summary>
internal sealed class CopyUser() : DialerFunction(DialerApi.NonAgent, "copy_user", "2.14-194")
{
    public override void Run(FunctionContext context)
    {
        DialerUser caller = context.Caller;
        if (!NonAgentApi.PermitsChange(context, caller.ApiAccess && caller.ModifyUsers && caller.Level >= 8, "COPY USERS"))
        {
            return;
        }

        string name = context.Text("agent_user", CharacterFilter.Id);
        string password = context.Text("agent_pass", CharacterFilter.Id);
        string fullName = context.Text("agent_full_name", CharacterFilter.DateText);
        string sourceName = context.Text("source_user", CharacterFilter.Id);
        if (new[] { name, password, fullName, sourceName }.Any(text => text.Length < NewUser.ShortestText))
        {
            context.Response.Line($"ERROR: {Name} YOU MUST USE ALL REQUIRED FIELDS: |", context.CallerName, name, password, sourceName, fullName);
            return;
        }

        DialerUser? source = context.World.FindUser(sourceName);
        if (source is not null && !caller.MayModifyLevel(source.Level))
        {
            context.Response.Line(
                $"ERROR: {Name} USER DOES NOT HAVE PERMISSION TO COPY USERS IN THIS USER LEVEL: |",
                context.CallerName,
                FunctionContext.Number(source.Level),
                FunctionContext.Number(caller.Level));
            return;
        }

        // For a source that does not exist, the dialer reports only its group.
        if (!NewUser.IsGroupKnown(context, source?.Group ?? string.Empty) || NewUser.IsTaken(context, name) || source is null)
        {
            return;
        }

        name = NewUser.Name(context.World, name);
        DialerUser copy = source.CopyAs(NewUser.Cut(name), password, fullName.Length <= 50 ? fullName : fullName.Substring(0, 50));
        context.World.Users[copy.Name] = copy;
        context.Response.Line($"SUCCESS: {Name} USER HAS BEEN COPIED - ", context.CallerName, name, password, fullName, sourceName);
    }
}
