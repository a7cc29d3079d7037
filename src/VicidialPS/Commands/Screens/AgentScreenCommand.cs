using Vicidial.Client.Records.Screens;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Screens;

/// <summary>
/// A command to the screen of one logged-in agent, who is identified by -User or -AlternateUser. From piped objects, only the agent is
/// read.
/// </summary>
[TurnKey(nameof(IScreenAgentOrKey.User))]
[TurnKey(nameof(IScreenAgentOrKey.AlternateUser))]
public abstract class AgentScreenCommand : ChangeCommand
{
    /// <summary>The object that the agent was read from, for error records. Nothing else of it is read.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private protected override object? CurrentInput => (object?)InputObject ?? User ?? AlternateUser;

    private protected override PSObject? PipedObject => InputObject;

    /// <summary>What the command does, for the confirmation question.</summary>
    private protected abstract string Action { get; }

    private string? User => Bound(nameof(IScreenAgentOrKey.User));

    private string? AlternateUser => Bound(nameof(IScreenAgentOrKey.AlternateUser));

    private protected override IReadOnlyList<ApiRequest> MakeRequests(VicidialConnection connection)
    {
        IReadOnlyList<ApiRequest> requests = base.MakeRequests(connection);
        foreach (ApiRequest request in requests)
        {
            Complete(request);
        }

        return requests;
    }

    /// <summary>Adds fields that have no parameter.</summary>
    private protected virtual void Complete(ApiRequest request)
    {
    }

    private protected override (string Target, string Action) Describe(ApiRequest request, VicidialConnection connection)
        => ($"agent {User ?? $"with the key {AlternateUser}"} on {connection.Name}", Action);

    private protected override object? ReadResult(ApiRequest request, DialerResponse response, string connectionName)
        => AgentCommandResult.Read(connectionName, request, response);

    private string? Bound(string parameter) => MyInvocation.BoundParameters.TryGetValue(parameter, out object? value) ? value as string : null;
}
