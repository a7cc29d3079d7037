using Vicidial.Client.Errors;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Connections;

/// <summary>Ends connections of this session: the given ones, or the default one.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "VicidialServer")]
[OutputType(typeof(VicidialConnection))]
public sealed class DisconnectServerCommand : DialerCommand
{
    /// <summary>
    /// The connections to end: names, which may contain wildcards, or connection objects. The default is the default connection.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "ConnectionName")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public ConnectionReference[]? Connection { get; set; }

    /// <summary>Returns the connections that were ended.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // A null or empty variable must not select the default connection.
        bool isNull = MyInvocation.BoundParameters.ContainsKey(nameof(Connection))
            && (Connection is null or { Length: 0 } || Connection.Any(static one => one is null || string.IsNullOrWhiteSpace(one.Name)));
        if ((isNull ? NoInput(DescribeInput()) : FindInputProblem()) is { } nothing)
        {
            WriteFailure(nothing, null);
            return;
        }

        foreach (ConnectionReference? reference in Connection is { Length: > 0 } several ? several : new ConnectionReference?[] { null })
        {
            try
            {
                foreach (VicidialConnection connection in VicidialSession.Current.Resolve(reference))
                {
                    VicidialSession.Current.Remove(connection);
                    if (PassThru)
                    {
                        WriteObject(connection);
                    }
                }
            }
            catch (DialerException failure)
            {
                WriteFailure(failure, reference?.Name);
            }
        }
    }
}
