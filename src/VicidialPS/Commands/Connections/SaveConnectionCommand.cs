using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using VicidialPS.Completion;
using VicidialPS.Connections;
using VicidialPS.Input;
using VicidialPS.Profiles;

namespace VicidialPS.Commands.Connections;

/// <summary>Saves the settings of connections, without passwords, for <c>Import-VicidialConnection</c>.</summary>
[Cmdlet(VerbsData.Save, "VicidialConnection", SupportsShouldProcess = true)]
[OutputType(typeof(SavedConnection))]
public sealed class SaveConnectionCommand : DialerCommand
{
    private readonly List<VicidialConnection> _connections = [];

    /// <summary>The connections to save: names, wildcards or connections. By default, the default connection is saved.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "ConnectionName")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public ConnectionReference[]? Connection { get; set; }

    /// <summary>
    /// The file. It can contain one connection. A missing folder is created. By default, each connection gets its own file in the folder of
    /// your account.
    /// </summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Replaces an existing file. Without it, an existing file is an error.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Returns the saved connection. By default, there is no output.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (FindInputProblem() is { } nothing)
        {
            WriteFailure(nothing, null);
            return;
        }

        foreach (ConnectionReference? reference in Connection is { Length: > 0 } several ? several : new ConnectionReference?[] { null })
        {
            try
            {
                _connections.AddRange(VicidialSession.Current.Resolve(reference).Except(_connections));
            }
            catch (DialerException failure)
            {
                WriteFailure(failure, reference?.Name);
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (Path is not null && _connections.Count > 1)
        {
            ThrowFailure(
                new DialerException(
                    "ProfilePathTaken",
                    DialerErrorKind.InvalidArgument,
                    $"-Path names one file, but there are {_connections.Count} connections to save: {string.Join(", ", _connections)}."
                ),
                Path
            );
        }

        foreach (VicidialConnection connection in _connections)
        {
            try
            {
                Save(connection);
            }
            catch (DialerException failure)
            {
                WriteFailure(failure, connection.Name);
            }
        }
    }

    private void Save(VicidialConnection connection)
    {
        string path = Path is null ? ProfileFile.PathOf(connection.Name) : FilePath.Of(this, Path, "ProfileNotWritable");
        if (!Force && File.Exists(path))
        {
            throw new DialerException("ProfileExists", DialerErrorKind.Conflict, $"The profile {path} already exists.");
        }

        if (ShouldProcess($"{connection.Name} in {path}", "Save the connection without its password"))
        {
            SavedConnection saved = ProfileFile.Write(path, connection.Name, connection.User, connection.Settings);
            if (PassThru)
            {
                WriteObject(saved);
            }
        }
    }
}
