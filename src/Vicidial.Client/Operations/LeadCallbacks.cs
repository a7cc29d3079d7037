using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Records.Leads;
using Vicidial.Client.Requests;

namespace Vicidial.Client.Operations;

/// <summary>Finds the callbacks that a lead has before one of them is changed.</summary>
public static class LeadCallbacks
{
    private const string Lead = "lead_id";
    private const string List = "lead_callback_info";

    /// <summary>Whether the release of the dialer is known to have no function that lists callbacks.</summary>
    /// <param name="client">The dialer.</param>
    public static bool IsUnknownTo(DialerClient client) =>
        client.Versions.Known(DialerApi.NonAgent) is { } version
        && BuildStamp.TryParse(version.Build, out BuildStamp build)
        && build < ApiCatalog.Get(DialerApi.NonAgent, List).Since;

    /// <summary>Reads the callbacks of the lead that a change is for.</summary>
    /// <param name="client">The dialer.</param>
    /// <param name="change">The change.</param>
    /// <param name="log">Is notified of every attempt, or null.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns>The callbacks.</returns>
    /// <exception cref="DialerException">The request failed, or the account or the release of the dialer cannot read callbacks.</exception>
    public static async Task<IReadOnlyList<Callback>> ReadAsync(
        DialerClient client,
        ApiRequest change,
        IAttemptListener? log,
        CancellationToken cancellationToken
    )
    {
        try
        {
            ApiRequest query = change
                .Beside(ApiCatalog.Get(DialerApi.NonAgent, List))
                .Add(Lead, change.Find(Lead)!)
                .Add("search_location", "CURRENT");
            (IReadOnlyList<Callback> callbacks, DialerException? problem) = await AllRecords
                .ReadSomeAsync<Callback>(client, query, log, cancellationToken)
                .ConfigureAwait(false);

            // A comment that contains a delimiter does not forbid the change, but a response that ended early may lack the open callback.
            return problem is null or { Row: not null } ? callbacks : throw problem;
        }
        catch (DialerException failure) when (failure.Kind is DialerErrorKind.NotFound or DialerErrorKind.Empty)
        {
            // The lead has no callback, or it does not exist, and then the change fails.
            return [];
        }
    }

    /// <summary>Rejects a change that the dialer would not make to the open callback: it changes the first callback of the lead.</summary>
    /// <param name="change">The change.</param>
    /// <param name="callbacks">The callbacks of the lead.</param>
    /// <exception cref="DialerException">The first callback is not open, and another one is.</exception>
    public static void RequireOpen(ApiRequest change, IReadOnlyList<Callback> callbacks)
    {
        if (callbacks.OrderBy(static callback => callback.EntryDate).FirstOrDefault() is { } first && !IsOpen(first) && callbacks.Any(IsOpen))
        {
            throw new DialerException(
                "CallbackNotReachable",
                DialerErrorKind.State,
                $"Lead {change.Find(Lead)} has an open callback, but the dialer would change its older one of "
                + $"{first.CallbackTime:s} ({first.CallbackStatus})."
            );
        }
    }

    private static bool IsOpen(Callback callback) => callback.CallbackStatus is "ACTIVE" or "LIVE";
}
