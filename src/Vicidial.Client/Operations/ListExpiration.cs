using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Requests;

namespace Vicidial.Client.Operations;

/// <summary>
/// Changes a list together with its expiration date. In one request, the dialer lets the date overwrite the reset times, so each is sent in its own
/// request.
/// </summary>
public static class ListExpiration
{
    private const string List = "list_id";
    private const string Expiration = "expiration_date";
    private const string Reset = "reset_time";

    /// <summary>Makes the change in one request, or in two if it has both the date and the times.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="change">The change; the date is removed from it if it is sent in its own request.</param>
    /// <param name="invoke">Makes a request.</param>
    /// <returns>The result of the first request.</returns>
    /// <exception cref="DialerException">One of the requests failed.</exception>
    public static async Task<T> RunAsync<T>(ApiRequest change, Func<ApiRequest, Task<T>> invoke)
    {
        if (change.Find(Expiration) is not { } expiration || change.Find(Reset) is null)
        {
            return await invoke(change).ConfigureAwait(false);
        }

        string list = change.Find(List)!;
        change.Remove(Expiration);
        T result;
        try
        {
            result = await invoke(change).ConfigureAwait(false);
        }
        catch (DialerException failure) when (failure.Kind == DialerErrorKind.OutcomeUnknown)
        {
            throw failure.AfterDoing($"The expiration date of list {list} was not sent.");
        }

        try
        {
            await invoke(change.Beside(change.Function).Add(List, list).Add(Expiration, expiration)).ConfigureAwait(false);
            return result;
        }
        catch (DialerException failure)
        {
            throw failure.AfterDoing($"Everything but the expiration date of list {list} was changed.");
        }
    }
}
