using Vicidial.Simulator.Functions.Pickers;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Servers;

/// <summary>container_list: the settings containers of one type.</summary>
internal sealed class ContainerList() : RecordPicker("container_list", "2.14-194")
{
    public override bool PassesFirst(FunctionContext context)
    {
        string type = context.Text("type", CharacterFilter.Id);
        if (type.Length == 0)
        {
            context.Response.Line("ERROR: container_list NO CONTAINER TYPE DEFINED: |", context.CallerName, type, string.Empty);
        }

        return type.Length > 0;
    }

    public override void Run(FunctionContext context)
    {
        string type = context.Text("type", CharacterFilter.Id);
        WriteHeadings(context, $"Settings Containers: <br>{type} type", "Container Notes");
        int number = 0;
        foreach (SettingsContainer container in Seen(
            context, context.World.Containers.Where(one => string.Equals(one.Type, type, StringComparison.OrdinalIgnoreCase))))
        {
            WriteRow(context, ++number, container.Id, container.Name);
        }

        WriteBottom(context);
    }
}
