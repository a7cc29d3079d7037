using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Operations;
using Vicidial.Client.Records.Screens;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Screens;

/// <summary>Changes the in-groups that an agent takes calls from.</summary>
public abstract class AgentInGroupCommand : AgentScreenCommand
{
    /// <summary>Whether the agent also takes calls that the dialer places. Without it, the setting does not change.</summary>
    [Parameter]
    [Field("blended", IsFlag = true)]
    [FlagFromText]
    public bool? Blended { get; set; }

    /// <summary>Keeps the choice for later logins of the agent.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("set_as_default")]
    public SwitchParameter SetAsDefault { get; set; }

    /// <summary>Waits until a query shows that the change is done; see the description. The cmdlet queries twice per second.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>
    /// With -Wait: the maximum wait in seconds, from 1 to 3600. If the change is not visible by then, the error is Vicidial.NotConfirmed.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    [NoFileNames]
    public int WaitTimeoutSec { get; set; } = AgentScreen.UsualSeconds;

    /// <summary>The value of -InGroupId.</summary>
    private protected abstract IReadOnlyList<string>? InGroups { get; }

    private protected override void Complete(ApiRequest request)
    {
        if (InGroups?.Any(string.IsNullOrWhiteSpace) == true)
        {
            throw new DialerException(
                "InvalidIdentifier",
                DialerErrorKind.InvalidArgument,
                "A value of -InGroupId is blank."
            );
        }
    }

    private protected override async Task<object?> RunAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
    {
        var choice = new AgentInGroupChoice(connection.Client, request, Log);
        AgentInGroupChange result = await choice.ChangeAsync(cancellationToken).ConfigureAwait(false);
        if (Wait)
        {
            await choice.WaitAsync(result, WaitTimeoutSec, cancellationToken).ConfigureAwait(false);
        }

        return result;
    }
}
