using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Responses;

namespace Vicidial.Client.Transport;

/// <summary>
/// Protects an account from being locked. Until the login of an API is known to be valid, requests to it are sent one at a time. After the first
/// refusal, nothing more is sent to either API.
/// </summary>
internal sealed class LoginGuard
{
    // Never disposed: they hold no system resources, and requests that still wait when the connection is closed must continue.
    private readonly SemaphoreSlim[] _turn = [new(1, 1), new(1, 1)];
    private readonly bool[] _isGood = new bool[2];
    private DialerException? _refusal;

    /// <summary>Whether the login of an API is known to be valid.</summary>
    public bool IsGood(DialerApi api) => Volatile.Read(ref _isGood[(int)api]);

    /// <summary>The refusal that ended the connection, or null.</summary>
    public DialerException? Refusal => Volatile.Read(ref _refusal);

    /// <summary>Waits until a request may be sent.</summary>
    /// <returns>Whether the caller has the only turn and must return it with <see cref="Leave"/>.</returns>
    /// <exception cref="DialerException">The login was refused earlier.</exception>
    public async Task<bool> EnterAsync(DialerApi api, CancellationToken cancellationToken)
    {
        ThrowIfRefused();
        if (IsGood(api))
        {
            return false;
        }

        await _turn[(int)api].WaitAsync(cancellationToken).ConfigureAwait(false);
        if (IsGood(api) || Refusal is not null)
        {
            _turn[(int)api].Release();
            ThrowIfRefused();
            return false;
        }

        return true;
    }

    /// <summary>Gives the turn back.</summary>
    public void Leave(DialerApi api) => _turn[(int)api].Release();

    /// <summary>Learns from a response. Rows, or a search without results, prove that the login is valid.</summary>
    /// <param name="api">The interface.</param>
    /// <param name="response">The whole response; null for rows.</param>
    public void Learn(DialerApi api, DialerResponse? response)
    {
        // The login is already known to be valid.
        if (
            response is null
            || (!IsGood(api) && ResponseJudge.FromLines(response) is not { EndsConnection: true } && ResponseJudge.ProvesLogin(response))
        )
        {
            Volatile.Write(ref _isGood[(int)api], true);
        }
    }

    /// <summary>Learns from how a request failed: the first refusal of the login ends the connection.</summary>
    public void LearnOfFailure(DialerException failure, string connectionName)
    {
        if (failure.Response is { } response)
        {
            Learn(response.Function.Api, response);
        }

        if (failure.RefusesLogin && failure.ErrorId != "Vicidial.LoginRefusedBefore")
        {
            failure.ConnectionName = connectionName;
            Interlocked.CompareExchange(ref _refusal, failure, null);
        }
    }

    private void ThrowIfRefused()
    {
        if (Refusal is { } refusal)
        {
            throw new DialerException(
                "LoginRefusedBefore",
                DialerErrorKind.Authentication,
                "Nothing was sent, because the dialer refused the login of this connection earlier. " + refusal.Cause
            )
            {
                ConnectionName = refusal.ConnectionName,
                NeverSent = true,
            };
        }
    }
}
