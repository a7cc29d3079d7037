using System.Collections.Generic;
using System.Management.Automation;
using Vicidial.Client.Records.Agents;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Screens;

/// <summary>A command to the screen of one logged-in agent who is named by the user account alone.</summary>
public abstract class AgentUserCommand : ChangeCommand
{
    private protected const string UserField = "agent_user";

    /// <summary>The agent, by user account.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Field(Identity = true), Alias(UserField)]
    [NameOfInput(nameof(User), UserField)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(AgentCompleter))]
    public string User { get; set; } = string.Empty;

    /// <summary>The object that the agent was taken from, for errors to name; nothing else of it is read.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private protected override object? CurrentInput => (object?)InputObject ?? User;

    private protected override PSObject? PipedObject => InputObject;

    /// <summary>What the command does, in words behind "agent 1001 on …".</summary>
    private protected abstract string Action { get; }

    private protected override IReadOnlyList<ApiRequest> MakeRequests(VicidialConnection connection)
    {
        IReadOnlyList<ApiRequest> requests = base.MakeRequests(connection);
        foreach (ApiRequest request in requests)
        {
            Complete(request);
        }

        return requests;
    }

    /// <summary>Adds what follows from the parameters without being one.</summary>
    private protected virtual void Complete(ApiRequest request)
    {
    }

    private protected override (string Target, string Action) Describe(ApiRequest request, VicidialConnection connection) =>
        ($"agent {User} on {connection.Name}", Action);

    private protected override object? ReadResult(ApiRequest request, DialerResponse response, string connectionName) =>
        AgentCommandResult.Read(connectionName, request, response);
}
