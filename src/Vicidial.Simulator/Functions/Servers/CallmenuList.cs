using Vicidial.Simulator.Functions.Pickers;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Servers;

/// <summary>callmenu_list: the call menus.</summary>
internal sealed class CallmenuList() : RecordPicker("callmenu_list", "2.14-194")
{
    public override void Run(FunctionContext context)
    {
        WriteHeadings(context, "Call Menus", "Name");
        int number = 0;
        foreach (CallMenu menu in Seen(context, context.World.CallMenus))
        {
            WriteRow(context, ++number, menu.Id, menu.Name);
        }

        WriteBottom(context);
    }
}
