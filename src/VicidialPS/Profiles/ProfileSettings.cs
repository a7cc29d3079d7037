using System.Reflection;
using VicidialPS.Binding;
using VicidialPS.Output;

namespace VicidialPS.Profiles;

/// <summary>
/// The parameters of a connection that can be saved: texts, numbers, and switches. Credentials and certificates are other objects, so they
/// never get into a file.
/// </summary>
internal static class ProfileSettings
{
    private static readonly Type[] Plain = [typeof(string), typeof(int), typeof(long), typeof(Uri), typeof(SwitchParameter)];

    /// <summary>
    /// The names and types of the parameters that can be saved. Parameters that Import-VicidialConnection has itself are not saved.
    /// </summary>
    public static IReadOnlyDictionary<string, Type> Types { get; } = CmdletTypes.FindByName("Connect-VicidialServer")!
        .GetProperties()
        .Where(static property => property.IsDefined(typeof(ParameterAttribute)) && (property.Name == "Name" || !IsOfImport(property.Name)))
        .Select(static property => (property.Name, Type: Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType))
        .Where(static parameter => Plain.Contains(parameter.Type))
        .ToDictionary(static parameter => parameter.Name, static parameter => parameter.Type, StringComparer.OrdinalIgnoreCase);

    /// <summary>Selects the given parameters that can be saved.</summary>
    public static OutputTable Of(IEnumerable<KeyValuePair<string, object>> typed)
    {
        var settings = new OutputTable();
        foreach (KeyValuePair<string, object> parameter in typed)
        {
            if (Types.ContainsKey(parameter.Key) && PSObject.AsPSObject(parameter.Value).BaseObject is { } value)
            {
                settings[parameter.Key] = value switch
                {
                    SwitchParameter flag => flag.ToBool(),
                    Uri address => WithoutUser(address),
                    _ => value,
                };
            }
        }

        return settings;
    }

    /// <summary>Writes a value as PowerShell source.</summary>
    public static string Quote(object value) => value switch
    {
        bool flag => flag ? "$true" : "$false",
        string text => $"'{System.Management.Automation.Language.CodeGeneration.EscapeSingleQuotedStringContent(text)}'",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static bool IsOfImport(string parameter) => CmdletTypes.FindByName("Import-VicidialConnection")!.GetProperty(parameter) is not null;

    // The address of a proxy sometimes contains a password.
    private static string WithoutUser(Uri address) =>
        address.IsAbsoluteUri && address.UserInfo.Length > 0
            ? new UriBuilder(address) { UserName = null, Password = null }.Uri.ToString()
            : address.ToString();
}
