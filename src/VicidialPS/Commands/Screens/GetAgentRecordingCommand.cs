using System.Management.Automation;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Screens;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;

namespace VicidialPS.Commands.Screens;

/// <summary>
/// Gets whether agents' sessions are recorded now, and on which server they are (API function <c>recording</c>, asked for the status).
/// </summary>
[Cmdlet(VerbsCommon.Get, "VicidialAgentRecording", DefaultParameterSetName = nameof(User))]
[ApiFunction(DialerApi.Agent, "recording")]
[FixedField("value", "STATUS")]
[DecidedField("stage", "names the file of a recording that is begun")]
[OutputType(typeof(AgentRecording))]
public sealed partial class GetAgentRecordingCommand : PipedQueryCommand<AgentRecording>, IScreenAgents
{
}
