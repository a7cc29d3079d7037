using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using Vicidial.Client.Errors;
using Vicidial.Client.Wire;
using VicidialPS.Binding;

namespace VicidialPS.Loads;

/// <summary>What names a row, as the cmdlet declares that loads with a function.</summary>
internal sealed class RowKeys
{
    private readonly RequestBuilder? _builder;

    /// <summary>Finds out what names the rows of a function's loads.</summary>
    /// <param name="function">The API function.</param>
    /// <param name="map">Which column is meant for which parameter, where the names differ; or null.</param>
    /// <exception cref="DialerException">The map names a parameter that is not there.</exception>
    public RowKeys(string function, IDictionary? map)
    {
        Type? command = CmdletTypes.All.Values.FirstOrDefault(type =>
            type.GetCustomAttribute<BulkAttribute>() is not null && type.GetCustomAttributes<ApiFunctionAttribute>().First().Name == function
        );
        if (command is not null)
        {
            _builder = new RequestBuilder(CommandPlan.AllOf(command)[0], map);
            Parameter = command.GetCustomAttribute<BulkAttribute>()!.Key;
        }
    }

    /// <summary>The parameter that names a row.</summary>
    public string Parameter { get; } = "Value";

    /// <summary>A key without what people write into numbers and names.</summary>
    public static string Bare(string key) => new(key.Where(char.IsLetterOrDigit).ToArray());

    /// <summary>What a row says of its key; nothing where it has no such column.</summary>
    public string Read(PSObject row) => _builder?.FindText(row, Parameter) ?? string.Empty;

    /// <summary>Whether a column holds passwords.</summary>
    public bool IsSecretColumn(string column) => _builder?.IsSecretColumn(column) ?? Redactor.IsSecretField(column);
}
