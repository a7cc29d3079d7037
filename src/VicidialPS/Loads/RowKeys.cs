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

    // What the load knows of country codes may have been typed, and says whether the first digits belong to the number.
    private readonly bool _isPhoneNumber;

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
            CommandPlan plan = CommandPlan.AllOf(command)[0];
            _builder = new RequestBuilder(plan, map);
            Parameter = command.GetCustomAttribute<BulkAttribute>()!.Key;
            _isPhoneNumber = plan.FindByParameter(Parameter).Any(static field => field.Field.IsPhoneNumber);
        }
    }

    /// <summary>The parameter that names a row.</summary>
    public string Parameter { get; } = "Value";

    /// <summary>What a row says of its key, as it stands there; nothing where it has no such column.</summary>
    public string Read(PSObject row) => _builder?.FindText(row, Parameter) ?? string.Empty;

    /// <summary>The key of a row as the load sends it; as it stands there if it cannot be sent.</summary>
    public string ReadSent(PSObject row)
    {
        try
        {
            return _builder?.ReadValue(row, Parameter) ?? Read(row);
        }
        catch (DialerException)
        {
            return Read(row);
        }
    }

    /// <summary>
    /// Whether a row has the key that a journal tells of: as it was sent or, if it was refused, as it stands there. Two keys that differ in one
    /// character are two things.
    /// </summary>
    public bool IsSame(PSObject row, string key) =>
        key == Read(row) || key == ReadSent(row) || (_isPhoneNumber && key == new string(Read(row).Where(char.IsDigit).ToArray()));

    /// <summary>Whether a column holds passwords.</summary>
    public bool IsSecretColumn(string column) => _builder?.IsSecretColumn(column) ?? Redactor.IsSecretField(column);
}
