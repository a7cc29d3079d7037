using System.Collections;
using System.Management.Automation.Language;
using System.Text;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using VicidialPS.Output;

namespace VicidialPS.Profiles;

/// <summary>
/// A profile on disk: a PowerShell data file whose keys are parameters of <c>Connect-VicidialServer</c>, so that people can read it, edit it,
/// and keep it in source control.
/// </summary>
internal static class ProfileFile
{
    internal const string UriKey = "Uri";
    private const string NameKey = "Name";
    private const string UserKey = "User";
    private const string Extension = ".psd1";

    /// <summary>The folder of profiles that have no path.</summary>
    public static string Folder =>
        Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            "VicidialPS",
            "connections"
        );

    /// <summary>The file for a name in the folder. Each name has its own file.</summary>
    public static string PathOf(string name)
    {
        var file = new StringBuilder();
        foreach (char character in name)
        {
            // Characters that are not allowed in file names everywhere, and wildcards, are escaped.
            bool isPlain = char.IsLetterOrDigit(character) || character is '-' or '_' || (character == '.' && file.Length > 0);
            _ = isPlain
                ? file.Append(character)
                : file.Append('%').Append(((int)character).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
        }

        return Path.Combine(Folder, file.Append(Extension).ToString());
    }

    /// <summary>The files in the folder.</summary>
    public static IEnumerable<string> All() =>
        Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*" + Extension).OrderBy(static path => path, StringComparer.OrdinalIgnoreCase) : [];

    /// <summary>Writes a profile.</summary>
    /// <exception cref="DialerException">The file cannot be written.</exception>
    public static SavedConnection Write(string path, string name, string user, OutputTable settings)
    {
        var text = new StringBuilder("# A connection for Import-VicidialConnection: parameters of Connect-VicidialServer, without secrets.\n@{\n");
        void Add(string key, object value) => text.Append("    ").Append(key).Append(" = ").Append(ProfileSettings.Quote(value)).Append('\n');
        Add(NameKey, name);
        Add(UriKey, settings[UriKey]);
        Add(UserKey, user);
        foreach (KeyValuePair<string, object> setting in settings.Where(static one => one.Key is not (NameKey or UriKey)))
        {
            Add(setting.Key, setting.Value);
        }

        try
        {
            _ = Directory.CreateDirectory(Path.GetDirectoryName(path)!);

            // With a byte-order mark, because Windows PowerShell reads a file without one in the system's code page.
            File.WriteAllText(path, text.Append("}\n").ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new DialerException(
                "ProfileNotWritable",
                DialerErrorKind.Storage,
                $"The profile {path} cannot be written: {failure.Message}",
                failure
            );
        }

        return new SavedConnection(name, user, path, settings);
    }

    /// <summary>Reads a profile.</summary>
    /// <exception cref="DialerException">The file cannot be read, or is not a profile.</exception>
    public static SavedConnection Read(string path)
    {
        var settings = new OutputTable();
        string? user = null;
        foreach (DictionaryEntry entry in ReadTable(path))
        {
            string key = entry.Key.ToString()!;
            if (entry.Value is not IConvertible)
            {
                // A table or list would be converted to the name of its type.
                throw Invalid(path, $"{key} is not a text, number, or flag");
            }

            if (string.Equals(key, UserKey, StringComparison.OrdinalIgnoreCase))
            {
                user = entry.Value.ToString();
            }
            else if (!ProfileSettings.Types.TryGetValue(key, out Type? type))
            {
                // The message does not contain the value, because it can be a password.
                throw Invalid(path, $"{key} is not a parameter of Connect-VicidialServer that a profile can contain");
            }
            else if (
                !LanguagePrimitives.TryConvertTo(
                    entry.Value,
                    type == typeof(SwitchParameter) ? typeof(bool) : type,
                    System.Globalization.CultureInfo.InvariantCulture,
                    out object? value
                ) || value is null
            )
            {
                throw Invalid(path, $"the value of {key} is not of the type {type.Name}");
            }
            else
            {
                settings[key] = value;
            }
        }

        if (!settings.ContainsKey(UriKey))
        {
            throw Invalid(path, "Uri is missing");
        }

        string name = settings.TryGetValue(NameKey, out object? given) ? (string)given : Path.GetFileNameWithoutExtension(path);
        settings[NameKey] = name;
        return new SavedConnection(name, user, path, settings);
    }

    private static Hashtable ReadTable(string path)
    {
        try
        {
            // Parsed as data, like Import-PowerShellDataFile does, so nothing in the file is run.
            ScriptBlockAst script = Parser.ParseInput(File.ReadAllText(path), out _, out ParseError[] errors);
            return errors.Length == 0 && script.Find(static ast => ast is HashtableAst, searchNestedScriptBlocks: false) is { } table
                ? (Hashtable)table.SafeGetValue()
                : throw Invalid(path, "it is not a PowerShell data file");
        }
        catch (InvalidOperationException)
        {
            throw Invalid(path, "it contains more than plain values");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DialerException(
                "ProfileNotReadable",
                DialerErrorKind.NotFound,
                $"The profile {path} cannot be read: {failure.Message}",
                failure
            );
        }
    }

    private static DialerException Invalid(string path, string why)
        => new("InvalidProfile", DialerErrorKind.InvalidArgument, $"{path} is not the profile of a connection: {why}.");
}
