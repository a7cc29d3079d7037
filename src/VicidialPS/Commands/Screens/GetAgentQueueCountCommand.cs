using Vicidial.Client.Functions;
using Vicidial.Client.Records.Screens;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;

namespace VicidialPS.Commands.Screens;

/// <summary>Gets how many calls and emails are waiting for agents (API function <c>calls_in_queue_count</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialAgentQueueCount", DefaultParameterSetName = nameof(User))]
[ApiFunction(DialerApi.Agent, "calls_in_queue_count")]
[FixedField("value", "DISPLAY")]
[OutputType(typeof(QueueCount))]
public sealed partial class GetAgentQueueCountCommand : PipedQueryCommand<QueueCount>, IScreenAgents
{
}
