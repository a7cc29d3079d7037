using Vicidial.Client.Errors;
using VicidialPS.Completion;
using VicidialPS.Connections;
using VicidialPS.Input;
using VicidialPS.Profiles;

namespace VicidialPS.Commands.Connections;

/// <summary>Gets the connections of this session, or the saved ones, without secrets.</summary>
[Cmdlet(VerbsCommon.Get, "VicidialConnection", DefaultParameterSetName = OfSession)]
[OutputType(typeof(VicidialConnection), ParameterSetName = [OfSession])]
[OutputType(typeof(SavedConnection), ParameterSetName = [OfFiles])]
public sealed class GetConnectionCommand : DialerCommand
{
    private const string OfSession = "Session";
    private const string OfFiles = "Saved";

    /// <summary>
    /// Returns only connections with these names. Wildcards are allowed. A name without wildcards that does not exist is an error.
    /// </summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Gets the connections that Save-VicidialConnection has saved in the folder of your account.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OfFiles)]
    public SwitchParameter Saved { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Saved)
        {
            WriteSaved();
            return;
        }

        IReadOnlyList<VicidialConnection> all = VicidialSession.Current.GetConnections();
        if (Name is null)
        {
            WriteObject(all, enumerateCollection: true);
            return;
        }

        foreach (string name in Name)
        {
            VicidialConnection[] found = NamePattern.Pick(all, name, static connection => connection.Name);
            if (found.Length == 0 && !NamePattern.MayBeSeveral(name))
            {
                WriteFailure(
                    new DialerException(
                        "ConnectionNotFound",
                        Vicidial.Client.Functions.DialerErrorKind.NotFound,
                        $"This session has no connection '{name}'."
                    ),
                    name
                );
            }

            WriteObject(found, enumerateCollection: true);
        }
    }

    private void WriteSaved()
    {
        foreach (string name in Name ?? ["*"])
        {
            try
            {
                WriteObject(SavedConnections.Named(name, failure => WriteFailure(failure, name)), enumerateCollection: true);
            }
            catch (DialerException failure)
            {
                WriteFailure(failure, name);
            }
        }
    }
}
