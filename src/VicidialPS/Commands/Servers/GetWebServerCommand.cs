using Vicidial.Client.Functions;
using Vicidial.Client.Records.Servers;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;

namespace VicidialPS.Commands.Servers;

/// <summary>Gets data about the web server of the Agent API (API function <c>webserver</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialWebServer")]
[ApiFunction(DialerApi.Agent, "webserver")]
[OutputType(typeof(WebServerInfo))]
public sealed class GetWebServerCommand : QueryCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => Ask<WebServerInfo>();
}
