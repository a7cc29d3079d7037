using Vicidial.Client.Operations;
using Vicidial.Client.Records.Agents;
using Xunit;

namespace Vicidial.Client.Tests.Operations;

/// <summary>What each state of an agent means to each command that waits for one.</summary>
public sealed class AgentStatesTests
{
    private static readonly Dictionary<string, Func<AgentStatus?, bool>> Questions = new()
    {
        ["gone"] = AgentStates.IsGone,
        ["paused"] = AgentStates.IsPaused,
        ["active"] = AgentStates.IsActive,
        ["dialing"] = AgentStates.IsDialing,
        ["parked"] = AgentStates.HasParked,
        ["talking"] = AgentStates.IsTalking,
        ["hung-up"] = AgentStates.HasHungUp,
        ["disposed"] = AgentStates.HasDisposed,
    };

    [Theory]
    [InlineData(null, null, "gone hung-up")]
    [InlineData("PAUSED", null, "paused hung-up disposed")]
    [InlineData("PAUSED", "DISPO", "paused hung-up")]
    [InlineData("PAUSED", "DEAD", "paused hung-up")]
    [InlineData("PAUSED", "PREVIEW", "paused dialing hung-up disposed")]
    [InlineData("READY", null, "active hung-up disposed")]
    [InlineData("READY", "RING", "active dialing hung-up disposed")]
    [InlineData("READY", "DIAL", "active dialing hung-up disposed")]
    [InlineData("CLOSER", null, "active hung-up disposed")]
    [InlineData("QUEUE", null, "active dialing disposed")]
    [InlineData("INCALL", null, "active dialing talking")]
    [InlineData("INCALL", "PARK", "active dialing parked")]
    [InlineData("INCALL", "DEAD", "active dialing talking")]
    [InlineData("INCALL", "DISPO", "active dialing talking hung-up")]
    public void A_state_describes_what_the_agent_is_doing(string? status, string? subStatus, string meanings)
    {
        AgentStatus? agent = status is null ? null : new AgentStatus { Status = status, SubStatus = subStatus };

        Assert.Equal(meanings.Split(' '), Questions.Where(question => question.Value(agent)).Select(static question => question.Key));
    }
}
