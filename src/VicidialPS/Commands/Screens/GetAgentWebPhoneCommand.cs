using Vicidial.Client.Functions;
using Vicidial.Client.Records.Screens;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;

namespace VicidialPS.Commands.Screens;

/// <summary>Gets the addresses of agents' web phones (API function <c>webphone_url</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialAgentWebPhone", DefaultParameterSetName = nameof(User))]
[ApiFunction(DialerApi.Agent, "webphone_url")]
[FixedField("value", "DISPLAY")]
[OutputType(typeof(WebPhone))]
public sealed partial class GetAgentWebPhoneCommand : PipedQueryCommand<WebPhone>, IScreenAgents
{
}
