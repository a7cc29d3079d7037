using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Responses;

namespace Vicidial.Client.Transport;

/// <summary>
/// Keeps an account from being locked: until the login of an interface is known to be good, requests to it go one by one, and
/// after the first refusal nothing is sent any more, on either interface.
/// </summary>
internal sealed class LoginGuard
{
    // Never disposed of: they hold nothing of the system's, and who waits for a turn when the connection is closed must get it.
    private readonly SemaphoreSlim[] _turn = [new(1, 1), new(1, 1)];
    private readonly bool[] _isGood = new bool[2];
    private DialerException? _refusal;

    /// <summary>Whether the login of an interface was seen to be good.</summary>
    public bool IsGood(DialerApi api) => Volatile.Read(ref _isGood[(int)api]);

    /// <summary>The refusal that ended the connection, or null.</summary>
    public DialerException? Refusal => Volatile.Read(ref _refusal);

    /// <summary>Waits until a request may be sent.</summary>
    /// <returns>Whether the caller holds the only turn and must give it back with <see cref="Leave"/>.</returns>
    /// <exception cref="DialerException">The login was refused before.</exception>
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

    /// <summary>Learns from what was answered. Rows, or a search that found nothing, come behind a good login only.</summary>
    /// <param name="api">The interface.</param>
    /// <param name="response">The whole response; null for rows.</param>
    public void Learn(DialerApi api, DialerResponse? response)
    {
        // Nothing is to be learned of a login that is known to be good.
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
