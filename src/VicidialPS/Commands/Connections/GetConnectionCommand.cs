using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Vicidial.Client;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Connections;

/// <summary>Gets the connections of this session. They show no secret.</summary>
[Cmdlet(VerbsCommon.Get, "VicidialConnection")]
[OutputType(typeof(VicidialConnection))]
public sealed class GetConnectionCommand : DialerCommand
{
    /// <summary>Only connections of these names; wildcards are permitted.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        IReadOnlyList<VicidialConnection> all = VicidialSession.Current.GetConnections();
        if (Name is null)
        {
            WriteObject(all, enumerateCollection: true);
            return;
        }

        foreach (string name in Name)
        {
            var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase);
            VicidialConnection[] found = all.Where(connection => pattern.IsMatch(connection.Name)).ToArray();
            if (found.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                WriteFailure(new DialerException("ConnectionNotFound", Vicidial.Client.Functions.DialerErrorKind.NotFound, $"This session has no connection '{name}'."), name);
            }

            WriteObject(found, enumerateCollection: true);
        }
    }
}
