using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Records.Screens;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using Vicidial.Client.Wire;
using VicidialPS.Binding;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Screens;

/// <summary>
/// Changes the in-groups that an agent takes calls from. The dialer wants to be told with each change whether the agent also
/// takes the calls that it places: where the user does not say it, the agent keeps what it has.
/// </summary>
public abstract class AgentInGroupCommand : AgentUserCommand
{
    private const string BlendedField = "blended";

    /// <summary>Whether the agent also takes calls that the dialer places; left out, as before.</summary>
    [Parameter]
    [Field(BlendedField)]
    [FlagFromText]
    public bool? Blended { get; set; }

    /// <summary>Keeps the choice for later logins.</summary>
    [Parameter]
    [Field, Alias("set_as_default")]
    public SwitchParameter SetAsDefault { get; set; }

    /// <summary>Waits until the agent's screen has taken the choice.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>How many seconds to wait at most; where it has not by then, that is an error.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    [NoFileNames]
    public int WaitTimeoutSec { get; set; } = ScreenWait.UsualSeconds;

    private protected override void Complete(ApiRequest request)
    {
        if (InGroups?.Any(string.IsNullOrWhiteSpace) == true)
        {
            throw new DialerException(
                "InvalidIdentifier",
                DialerErrorKind.InvalidArgument,
                "An in-group has a name, and one of those given is blank."
            );
        }
    }

    /// <summary>The in-groups, as they were given.</summary>
    private protected abstract IReadOnlyList<string>? InGroups { get; }

    private protected override object? ReadResult(ApiRequest request, DialerResponse response, string connectionName) =>
        ChangeReader.Read<AgentInGroupChange>(connectionName, request, response);

    private protected override Task<object?>? RunAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken) =>
        Wait ? ChangeAndWaitAsync(request, connection, cancellationToken)
        : request.Find(BlendedField) is null ? KeepBlendedAsync(request, connection, cancellationToken)
        : null;

    private static string Write(ApiRequest request, bool isBlended) => FieldFormat.Write(request.Function.FindParameter(BlendedField), isBlended)!;

    private async Task<object?> ChangeAndWaitAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
    {
        object? result = await (
            request.Find(BlendedField) is null
                ? KeepBlendedAsync(request, connection, cancellationToken)
                : InvokeAsync(request, connection, cancellationToken)
        ).ConfigureAwait(false);
        var wanted = (AgentInGroupChange)result!;
        await ScreenWait
            .WaitAsync(wanted.User, WaitTimeoutSec, connection, token => HasAsync(wanted, connection, token), cancellationToken)
            .ConfigureAwait(false);
        return result;
    }

    private async Task<bool> HasAsync(AgentInGroupChange wanted, VicidialConnection connection, CancellationToken cancellationToken)
        => await AgentQuestions.AskInGroupsAsync(wanted.User, connection, Log, cancellationToken).ConfigureAwait(false) is { } now
            && now.IsBlended == wanted.IsBlended
            && new HashSet<string>(now.InGroups, StringComparer.OrdinalIgnoreCase).SetEquals(wanted.InGroups);

    private async Task<object?> KeepBlendedAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
    {
        bool isBlended = await AskBlendedAsync(request, connection, cancellationToken).ConfigureAwait(false);
        request.Add(BlendedField, Write(request, isBlended));
        try
        {
            return await InvokeAsync(request, connection, cancellationToken).ConfigureAwait(false);
        }
        catch (DialerException refused) when (isBlended && refused.ErrorId == "Vicidial.OutboundAutodialNotAllowed")
        {
            // An agent may still be marked for calls that the campaign does not place: nothing is taken away by saying no.
            request.Remove(BlendedField);
            request.Add(BlendedField, Write(request, false));
            return await InvokeAsync(request, connection, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> AskBlendedAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
    {
        string user = request.Find(UserField)!;
        try
        {
            return (await AgentQuestions.AskInGroupsAsync(user, connection, Log, cancellationToken).ConfigureAwait(false))?.IsBlended
                ?? throw Unknown(user, DialerErrorKind.NotUnderstood, "The dialer does not say it.");
        }
        catch (DialerException absent) when (absent.Kind == DialerErrorKind.NotFound)
        {
            throw new DialerException(
                "AgentNotLoggedIn",
                DialerErrorKind.State,
                $"{absent.Cause} The agent {user} is not logged in, or the account may not see it; then give -Blended.",
                absent
            );
        }
        catch (DialerException refused) when (refused.Kind is DialerErrorKind.Permission or DialerErrorKind.TooOld)
        {
            throw Unknown(user, refused.Kind, refused.Cause);
        }
    }

    private static DialerException Unknown(string user, DialerErrorKind kind, string cause) =>
        new(
            "BlendedNotKnown",
            kind,
            $"Whether the agent {user} takes calls that the dialer places cannot be asked, and the command would change it: {cause}"
        );
}
