using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Servers;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Servers;

/// <summary>Gets the version of the dialer's APIs, and its clock (API function <c>version</c>, which needs no login).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialVersion")]
[ApiFunction("version")]
[ApiFunction(DialerApi.Agent, "version", ParameterSet = "Agent")]
[OutputType(typeof(ServerVersion))]
public sealed class GetVersionCommand : QueryCommand
{
    /// <summary>The API to ask: NonAgent or Agent. The default is NonAgent.</summary>
    [Parameter(Position = 0)]
    public DialerApi Api { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (VicidialConnection connection in Resolve())
        {
            try
            {
                WriteObject(WaitFor(connection.Client.Versions.ReadAsync(Api, Log, StopToken)));
            }
            catch (DialerException failure)
            {
                WriteFailure(failure, connection.Name);
            }
        }
    }
}
