using System.Collections;
using System.Reflection;
using Vicidial.Client.Errors;
using Vicidial.Client.Wire;
using VicidialPS.Binding;

namespace VicidialPS.Loads;

/// <summary>Reads the key of a row, as declared by the cmdlet that loads with an API function.</summary>
internal sealed class RowKeys
{
    private readonly RequestBuilder? _builder;

    // The phone code may have been a parameter of the load. It decides whether the first digits belong to the number.
    private readonly bool _isPhoneNumber;

    /// <summary>Finds the key parameter for the loads of a function.</summary>
    /// <param name="function">The API function.</param>
    /// <param name="map">The parameter for each column whose name does not match, or null.</param>
    /// <exception cref="DialerException">The map names a parameter that does not exist.</exception>
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

    /// <summary>The parameter that identifies a row.</summary>
    public string Parameter { get; } = "Value";

    /// <summary>The unchanged key of a row; empty if it has no such column.</summary>
    public string Read(PSObject row) => _builder?.FindText(row, Parameter) ?? string.Empty;

    /// <summary>The key of a row as the load sends it, or unchanged if it cannot be sent.</summary>
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
    /// Whether a row has the key in a journal, which is the key as it was sent or, for a rejected row, the unchanged key. Keys that differ in
    /// one character are different.
    /// </summary>
    public bool IsSame(PSObject row, string key) =>
        key == Read(row) || key == ReadSent(row) || (_isPhoneNumber && key == new string(Read(row).Where(char.IsDigit).ToArray()));

    /// <summary>Whether a column contains passwords.</summary>
    public bool IsSecretColumn(string column) => _builder?.IsSecretColumn(column) ?? Redactor.IsSecretField(column);
}
