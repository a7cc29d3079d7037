using Vicidial.Client.Functions;
using Vicidial.Client.Records.Screens;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;

namespace VicidialPS.Commands.Screens;

/// <summary>Gets whether agents' sessions are being recorded, and on which server (API function <c>recording</c> with <c>STATUS</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialAgentRecording", DefaultParameterSetName = nameof(User))]
[ApiFunction(DialerApi.Agent, "recording")]
[FixedField("value", "STATUS")]
[DecidedField("stage", "used only when a recording starts")]
[OutputType(typeof(AgentRecording))]
public sealed partial class GetAgentRecordingCommand : PipedQueryCommand<AgentRecording>, IScreenAgents
{
}
