using System;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Loads;

/// <summary>What names a row, as the cmdlet declares that loads with a function.</summary>
internal sealed class RowKeys
{
    private readonly CallBuilder? _builder;
    private readonly string _parameter = string.Empty;

    public RowKeys(string function)
    {
        Type? command = CmdletTypes.All.Values.FirstOrDefault(type => type.GetCustomAttribute<BulkAttribute>() is not null && type.GetCustomAttributes<ApiFunctionAttribute>().First().Name == function);
        if (command is not null)
        {
            _builder = new CallBuilder(CommandPlan.AllOf(command)[0], null, static _ => { });
            _parameter = command.GetCustomAttribute<BulkAttribute>()!.Key;
        }
    }

    /// <summary>A key without what people write into numbers and names.</summary>
    public static string Bare(string key) => new(key.Where(char.IsLetterOrDigit).ToArray());

    /// <summary>What a row says of its key; nothing where it has no such column.</summary>
    public string Read(PSObject row) => _builder?.FindText(row, _parameter) ?? string.Empty;
}
