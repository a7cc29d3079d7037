using System.Management.Automation;
using Vicidial.Client.Records;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Screens;

/// <summary>A question about the screens of logged-in agents.</summary>
/// <typeparam name="TRecord">The type of record.</typeparam>
public abstract class ScreenQueryCommand<TRecord> : PipedQueryCommand<TRecord>
    where TRecord : DialerRecord, new()
{
    private protected const string UserField = "agent_user";
    private protected const string ByUser = "User";
    private protected const string ByAlternateUser = "AlternateUser";

    /// <summary>The agents, by user account.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByUser)]
    [Field(Each = true), Alias(UserField)]
    [NameOfInput(nameof(User), UserField)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(AgentCompleter))]
    public string[]? User { get; set; }

    /// <summary>The agents, by the keys of another system that stand in the users' field "custom three".</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByAlternateUser)]
    [Field(Each = true), Alias("alt_user")]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public string[]? AlternateUser { get; set; }
}
