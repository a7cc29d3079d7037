using System.Management.Automation;
using Vicidial.Client.Records.Agents;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Screens;

/// <summary>A command to the screen of one logged-in agent. Only what names the agent is taken from the pipeline.</summary>
public abstract class AgentScreenCommand : ChangeCommand
{
    private protected const string UserField = "agent_user";
    private protected const string ByUser = "User";
    private protected const string ByAlternateUser = "AlternateUser";

    /// <summary>The agent, by user account.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByUser)]
    [Field, Alias(UserField)]
    [NameOfInput(nameof(User), UserField)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(AgentCompleter))]
    public string? User { get; set; }

    /// <summary>The agent, by the key of another system that stands in the user's field "custom three".</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByAlternateUser)]
    [Field, Alias("alt_user")]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public string? AlternateUser { get; set; }

    /// <summary>The object that the agent was taken from, for errors to name; nothing else of it is read.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private protected override object? CurrentInput => (object?)InputObject ?? User ?? AlternateUser;

    private protected override PSObject? PipedObject => InputObject;

    /// <summary>What the command does, in words behind "agent 1001 on …".</summary>
    private protected abstract string Action { get; }

    private protected override (string Target, string Action) Describe(ApiRequest request, VicidialConnection connection)
        => ($"agent {User ?? $"with the key {AlternateUser}"} on {connection.Name}", Action);

    private protected override bool IsDescribed(ParameterField field) => field.ParameterName is nameof(User) or nameof(AlternateUser);

    private protected override object? ReadResult(ApiRequest request, DialerResponse response, string connectionName)
        => AgentCommandResult.Read(connectionName, request, response);
}
