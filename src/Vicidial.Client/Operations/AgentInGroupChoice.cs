using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Records.Screens;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using Vicidial.Client.Wire;

namespace Vicidial.Client.Operations;

/// <summary>
/// Changes the in-groups that an agent takes calls from. With each change, the dialer requires whether the agent also takes the calls that it places.
/// If the request does not contain that, the agent keeps the current setting.
/// </summary>
public sealed class AgentInGroupChoice
{
    private const string BlendedField = "blended";
    private const string InGroupsField = "ingroup_choices";
    private readonly DialerClient _client;
    private readonly AgentScreen _screen;
    private readonly IAttemptListener? _log;

    /// <summary>Sets the agent. Nothing is sent yet.</summary>
    /// <param name="client">The dialer.</param>
    /// <param name="request">The change. It gets the form that the dialer needs.</param>
    /// <param name="log">Is notified of every attempt, or null.</param>
    public AgentInGroupChoice(DialerClient client, ApiRequest request, IAttemptListener? log)
    {
        _client = client;
        _log = log;
        Request = request;

        // Without the blank and the hyphen, the dialer damages the first and the last name. An empty list stays empty, because the dialer
        // would read the blank and the hyphen alone as a name.
        if (request.Find(InGroupsField) is { Length: > 0 } names)
        {
            request.Replace(InGroupsField, $" {names} -");
        }

        _screen = new AgentScreen(client, request.Find("agent_user") ?? string.Empty, log);
    }

    private ApiRequest Request { get; }

    /// <summary>Makes the change.</summary>
    public async Task<AgentInGroupChange> ChangeAsync(CancellationToken cancellationToken)
    {
        if (Request.Find(BlendedField) is not null)
        {
            return await InvokeAsync(cancellationToken).ConfigureAwait(false);
        }

        bool isBlended = await AskBlendedAsync(cancellationToken).ConfigureAwait(false);
        SetBlended(isBlended);
        try
        {
            return await InvokeAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DialerException refused) when (isBlended && refused.ErrorId == "Vicidial.OutboundAutodialNotAllowed")
        {
            // An agent may still be marked for calls that the campaign does not place, so No does not change anything.
            Request.Remove(BlendedField);
            SetBlended(false);
            return await InvokeAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Waits until the agent's screen has applied the choice.</summary>
    /// <param name="wanted">The choice, as the dialer has stored it for the screen.</param>
    /// <param name="seconds">How long to wait.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <exception cref="DialerException">The screen has not applied the choice in time.</exception>
    public Task WaitAsync(AgentInGroupChange wanted, int seconds, CancellationToken cancellationToken)
    {
        var screen = new AgentScreen(_client, wanted.User, _log);
        return screen.WaitAsync(seconds, HasTakenAsync, cancellationToken);

        async Task<bool> HasTakenAsync(CancellationToken token) =>
            await screen.AskInGroupsAsync(token).ConfigureAwait(false) is { } now
            && now.IsBlended == wanted.IsBlended
            && new HashSet<string>(now.InGroups, StringComparer.OrdinalIgnoreCase).SetEquals(wanted.InGroups);
    }

    private void SetBlended(bool isBlended) =>
        Request.Add(BlendedField, FieldFormat.Write(Request.Function.FindParameter(BlendedField), isBlended)!);

    private async Task<AgentInGroupChange> InvokeAsync(CancellationToken cancellationToken)
    {
        DialerResponse response = await _client.InvokeAsync(Request, _log, cancellationToken).ConfigureAwait(false);
        return ChangeReader.Read<AgentInGroupChange>(_client.Name, Request, response);
    }

    private async Task<bool> AskBlendedAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await _screen.AskInGroupsAsync(cancellationToken).ConfigureAwait(false))?.IsBlended
                ?? throw Unknown(DialerErrorKind.NotUnderstood, "The dialer does not report it.");
        }
        catch (DialerException absent) when (absent.Kind == DialerErrorKind.NotFound)
        {
            throw new DialerException(
                "AgentNotLoggedIn",
                DialerErrorKind.State,
                $"{absent.Cause} Agent {_screen.User} is not logged in, or the account may not see the agent. In that case, use -Blended.",
                absent
            );
        }
        catch (DialerException refused) when (refused.Kind is DialerErrorKind.Permission or DialerErrorKind.TooOld)
        {
            throw Unknown(refused.Kind, refused.Cause);
        }
    }

    private DialerException Unknown(DialerErrorKind kind, string cause) =>
        new(
            "BlendedNotKnown",
            kind,
            $"Cannot find out whether agent {_screen.User} takes calls that the dialer places. Without -Blended, the command would change this "
                + $"setting: {cause}"
        );
}
