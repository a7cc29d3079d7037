using Vicidial.Simulator.Functions.Pickers;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.InGroups;

/// <summary>ingroup_list: the active in-groups with their colors.</summary>
internal sealed class IngroupList() : RecordPicker("ingroup_list", "2.14-194")
{
    private const string Patch = " &nbsp; &nbsp; &nbsp; &nbsp; ";

    public override void Run(FunctionContext context)
    {
        WriteHeadings(context, "Inbound Groups", "Name", "Color");
        int number = 0;
        foreach (InGroup group in Seen(context, context.World.InGroups.Where(group => group.IsActive)))
        {
            WriteRow(context, ++number, group.Id);
            WriteCell(context.Response, "<td>", group.Name, isLast: false);
            WriteCell(context.Response, $"<td bgcolor=\"{group.Color}\">", Patch, isLast: true);
        }

        WriteBottom(context);
    }
}
