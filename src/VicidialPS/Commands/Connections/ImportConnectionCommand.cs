using System.Collections;
using System.Management.Automation.Host;
using System.Security.Cryptography.X509Certificates;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using VicidialPS.Completion;
using VicidialPS.Connections;
using VicidialPS.Errors;
using VicidialPS.Input;
using VicidialPS.Profiles;

namespace VicidialPS.Commands.Connections;

/// <summary>Connects this session with the settings of saved connections and a password given now.</summary>
[Cmdlet(VerbsData.Import, "VicidialConnection", DefaultParameterSetName = ByName)]
[OutputType(typeof(VicidialConnection))]
public sealed class ImportConnectionCommand : DialerCommand
{
    private const string ByName = "Name";
    private const string ByPath = "Path";
    private static readonly ScriptBlock Connect = ScriptBlock.Create("param($Command, $Settings) & $Command @Settings");

    /// <summary>
    /// The names of saved connections in the folder of your account. Wildcards are allowed. A name that contains brackets is used literally
    /// if a connection has that name.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByName)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SavedConnectionCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>The files of saved connections. Wildcards are allowed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByPath, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The API account and its password. By default, the cmdlet asks for it; in a non-interactive session, that is an error.</summary>
    [Parameter(Position = 1)]
    [UserCredential]
    public PSCredential? Credential { get; set; }

    /// <summary>The account for the proxy. A profile holds none.</summary>
    [Parameter]
    [UserCredential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>The client certificate, for servers that ask for one. A profile holds none.</summary>
    [Parameter]
    public X509Certificate2? Certificate { get; set; }

    /// <summary>Leaves the default connection as it is.</summary>
    [Parameter]
    public SwitchParameter NoDefault { get; set; }

    /// <summary>Leaves the login to be checked by the first call.</summary>
    [Parameter]
    public SwitchParameter SkipLoginCheck { get; set; }

    /// <summary>Returns each new connection. By default, there is no output.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string given in ParameterSetName == ByPath ? Path : Name)
        {
            foreach (SavedConnection saved in Find(given))
            {
                try
                {
                    ConnectTo(saved);
                }
                catch (DialerException failure)
                {
                    Fail(DialerErrorRecord.From(failure, given), given);
                }
                catch (RuntimeException failure) when (failure is not PipelineStoppedException)
                {
                    Fail(new ErrorRecord(failure.ErrorRecord, failure), given);
                }
            }
        }
    }

    private IReadOnlyList<SavedConnection> Find(string given)
    {
        try
        {
            return ParameterSetName == ByPath
                ? SavedConnections.At(this, given, failure => Fail(DialerErrorRecord.From(failure, given), given))
                : SavedConnections.Named(given, failure => WriteFailure(failure, given));
        }
        catch (DialerException failure)
        {
            Fail(DialerErrorRecord.From(failure, given), given);
            return [];
        }
    }

    /// <summary>Ends the pipeline only if one connection was requested: a dialer that is down must not prevent the other connections.</summary>
    private void Fail(ErrorRecord error, string given)
    {
        bool isOnlyOne = !MyInvocation.ExpectingInput && Name.Length + Path.Length == 1 && !NamePattern.MayBeSeveral(given);
        if (isOnlyOne)
        {
            ThrowTerminatingError(error);
        }

        WriteError(error);
    }

    private void ConnectTo(SavedConnection saved)
    {
        var settings = new Hashtable(StringComparer.OrdinalIgnoreCase)
        {
            [nameof(Credential)] = Credential ?? AskForPassword(saved),
            [nameof(NoDefault)] = NoDefault,
            [nameof(SkipLoginCheck)] = SkipLoginCheck,
            [nameof(PassThru)] = true,
        };
        foreach (KeyValuePair<string, object> setting in saved.Settings)
        {
            settings[setting.Key] = setting.Value;
        }

        // Others can write to a shared profile, and the password prompt shows only its name and address.
        if (saved.Settings.TryGetValue(nameof(ConnectServerCommand.LogPath), out object? log))
        {
            WriteWarning($"The profile {saved.Name} logs all requests to {log}.");
        }

        if (ProxyCredential is not null)
        {
            settings[nameof(ProxyCredential)] = ProxyCredential;
        }

        if (Certificate is not null)
        {
            settings[nameof(Certificate)] = Certificate;
        }

        // The keys of a profile are parameters of Connect-VicidialServer, which validates them like typed ones.
        var command = new CmdletInfo("Connect-VicidialServer", typeof(ConnectServerCommand));
        IEnumerable<PSObject> made = InvokeCommand.InvokeScript(SessionState, Connect, command, settings);
        if (PassThru)
        {
            WriteObject(made.Select(static one => one.BaseObject), enumerateCollection: true);
        }
    }

    private PSCredential AskForPassword(SavedConnection saved)
    {
        try
        {
            if (
                Host.UI.PromptForCredential(
                    "Import-VicidialConnection",
                    $"The password for {saved.Name}, {saved.Uri}",
                    saved.User ?? string.Empty,
                    string.Empty
                ) is
                { } given
            )
            {
                return given;
            }
        }
        catch (Exception failure) when (failure is HostException or InvalidOperationException or NotImplementedException)
        {
            // The host cannot prompt.
        }

        throw new DialerException(
            "CredentialNeeded",
            DialerErrorKind.InvalidArgument,
            $"The profile {saved.Name} contains no password, and this host cannot prompt for one."
        );
    }
}
