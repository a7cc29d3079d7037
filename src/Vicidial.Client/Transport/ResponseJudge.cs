using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Responses;
using Vicidial.Client.Wire;

namespace Vicidial.Client.Transport;

/// <summary>Decides whether a response is a result or a failure, and which failure.</summary>
internal static class ResponseJudge
{
    private const int TooManyRequests = 429;
    private const int NginxPlainHttp = 497;

    // Of nginx, Apache, and others.
    private static readonly string[] HttpsPages = ["to HTTPS port", "SSL-enabled server port", "HTTP request to an HTTPS server"];
    private const string NothingToUpdate = "NothingToUpdate";

    /// <summary>The failure that a response reports, or null for a result. A search without results is a result.</summary>
    /// <param name="response">The response, or the whole lines of one that was cut.</param>
    /// <param name="message">The HTTP response.</param>
    /// <param name="cut">The error that cut the response, or null. It counts only if nothing before the cut says more.</param>
    /// <param name="parts">The number of changes in the request for which the dialer sends a separate notice.</param>
    public static DialerException? FindFailure(
        DialerResponse response,
        HttpResponseMessage message,
        DialerException? cut = null,
        int parts = 0
    )
    {
        response.IsPartial |= cut is not null;

        // A response with the status 500 can be complete and correct. A change that reports SUCCESS was made.
        if (response.Success is not null)
        {
            return FindDisproof(response);
        }

        // Notices are about parts of a change. If a response ends early, the line that is missing can be the one that reports the change.
        bool isSilent = response is { IsPartial: true, Error: null } && response.Function.Kind != FunctionKind.Query;
        if (isSilent && parts > 0 && ReportsAll(response, parts))
        {
            return null;
        }

        DialerException? told = isSilent ? null : FromLines(response);
        DialerException? failure = told ?? FromStatus(response, message) ?? cut ?? FromBody(response);
        if (failure is not null)
        {
            failure.IsOfServer = told is null;
            failure.Function = response.Function.Name;
            failure.Response = response;
            failure.ResponseText ??= response.Raw.Length == 0 ? null : Shorten(response.Raw);
        }

        return failure;
    }

    /// <summary>Whether the notices report everything that was requested, so that an early end hides nothing.</summary>
    private static bool ReportsAll(DialerResponse response, int parts) =>
        response.Notices.Count(static notice => notice.Shape?.NoticeKind == NoticeKind.Done) == parts
        && response.Notices.All(static notice => notice.Shape is { NoticeKind: not NoticeKind.Refused });

    /// <summary>
    /// The failure if a response reports success but shows that nothing was stored, because the dialer does not check whether its SQL succeeded.
    /// </summary>
    private static DialerException? FindDisproof(DialerResponse response)
    {
        foreach ((string name, string[] failed) in response.Function.Proofs)
        {
            for (int i = 0; i < response.Lines.Count; i++)
            {
                if (response.Lines[i][name] is { } value && Array.IndexOf(failed, value) >= 0)
                {
                    return new DialerException(
                        "NothingStored",
                        DialerErrorKind.Server,
                        $"The dialer responded SUCCESS, but {name} is {value}: its database rejected the change, and nothing was stored."
                    )
                    {
                        Function = response.Function.Name,
                        Response = response,
                        ResponseText = Shorten(response.Raw),
                    };
                }
            }
        }

        return null;
    }

    /// <summary>Whether a response shows that the dialer has accepted the login.</summary>
    public static bool ProvesLogin(DialerResponse response)
        => response.Function.NeedsLogin && response.HttpStatus == 200 && !response.IsForeignPage && response.ServerFault is null
            && !(response.Function.Api == DialerApi.Agent && response.Error?.Shape?.ErrorId == "InvalidSource");

    /// <summary>The failure that follows from the status alone, for responses whose body is not read.</summary>
    public static DialerException? FromStatus(DialerResponse response, HttpResponseMessage message)
    {
        int status = (int)message.StatusCode;
        switch (status)
        {
            case >= 300 and < 400:
                string target = message.Headers.Location is { } location ? Describe(location, message) : "another address";
                return new DialerException(
                    "Redirected",
                    DialerErrorKind.Transport,
                    $"The server redirects this request to {target} (HTTP {status}). Redirects are not followed: they would send the password."
                );
            case 401 or 403:
                return new DialerException("AccessRefused", DialerErrorKind.Permission, $"The web server denied access (HTTP {status}).");
            case 407:
                return new DialerException("ProxyRefused", DialerErrorKind.Permission, "The proxy requires a login (HTTP 407).");
            case 404 or 410:
                return new DialerException(
                    "ApiNotFound",
                    DialerErrorKind.NotFound,
                    $"The server has no {(response.Function.Api == DialerApi.Agent ? "Agent" : "Non-Agent")} "
                        + $"API at {message.RequestMessage?.RequestUri?.AbsolutePath} (HTTP {status})."
                );
            case 408:
                return new DialerException("Timeout", DialerErrorKind.Timeout, "The server stopped waiting for the request (HTTP 408).")
                {
                    IsPassing = true,
                };
            case 418:
                return new DialerException(
                    "Teapot",
                    DialerErrorKind.InvalidArgument,
                    "The dialer responded that it is a teapot (HTTP 418): the function is a joke of its authors."
                );
            case 413 or 414:
                return new DialerException("RequestTooLarge", DialerErrorKind.Limit, $"The request is too large for the server (HTTP {status}).");
            case TooManyRequests:
                return new DialerException("TooManyRequests", DialerErrorKind.Limit, "The server is receiving too many requests (HTTP 429).")
                {
                    IsPassing = true,
                    WasTurnedAway = true,
                    RetryAfter = ReadRetryAfter(message),
                    RetryAt = message.Headers.RetryAfter?.Date,
                };
            case >= 500:
                return new DialerException("ServerFailure", DialerErrorKind.Server, $"The server failed (HTTP {status}){Because(response)}.")
                {
                    IsPassing = true,
                    RetryAfter = ReadRetryAfter(message),
                    RetryAt = message.Headers.RetryAfter?.Date,
                };
            case 400 or NginxPlainHttp when message.RequestMessage?.RequestUri?.Scheme == Uri.UriSchemeHttp && AsksForHttps(response.Raw):
                return new DialerException(
                    "HttpsRequired",
                    DialerErrorKind.Transport,
                    $"The server takes https on this port, and the request came over http (HTTP {status})."
                );
            case 400 when response.Lines.Count == 0 && message.RequestMessage?.RequestUri?.Scheme == Uri.UriSchemeHttp:
                return new DialerException(
                    "AccessRefused",
                    DialerErrorKind.Server,
                    "The web server does not understand the request (HTTP 400). If this port uses HTTPS, connect with https://."
                );
            case >= 400 when response.Lines.Count == 0:
                return new DialerException("AccessRefused", DialerErrorKind.Server, $"The web server rejected the request (HTTP {status}).");
            default:
                return null;
        }
    }

    /// <summary>Whether a page is the one with which a web server answers an http request on its https port.</summary>
    private static bool AsksForHttps(string page) =>
        HttpsPages.Any(words => page.IndexOf(words, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>The failure that an error line of a response reports.</summary>
    public static DialerException? FromLines(DialerResponse response)
    {
        if (response.Error is not { } line)
        {
            return FromNotices(response);
        }

        // A change with several parts responds "nothing to update" after the parts that were done.
        if (line.Shape?.ErrorId == NothingToUpdate && response.Notices.Any(static notice => notice.Shape?.NoticeKind == NoticeKind.Done))
        {
            return null;
        }

        // If a part was rejected, the reason comes before it.
        if (
            line.Shape?.ErrorId == NothingToUpdate
            && response.Notices.FirstOrDefault(static notice => notice.Shape?.NoticeKind == NoticeKind.Refused) is { } refused
        )
        {
            return DialerException.FromLine(response.Function, refused);
        }

        switch (line.Shape)
        {
            case { ErrorKind: DialerErrorKind.Empty }:
                return null;
            case { ErrorId: "LoginIncorrect" }:
                return LoginRefusal.Describe(line, response.Function);
            case { ErrorId: "AccountLocked" }:
                return new DialerException(
                    "AccountLocked",
                    DialerErrorKind.AccountLocked,
                    $"The dialer locked the account '{line["api_user"]}' for 15 minutes after ten failed logins."
                )
                {
                    ResponseText = line.Raw,
                };
            case { ErrorId: "AddressBlocked" }:
                return new DialerException(
                    "AddressBlocked",
                    DialerErrorKind.AddressBlocked,
                    "The dialer rejects requests from the address of this computer."
                )
                {
                    ResponseText = line.Raw,
                };
            default:
                return DialerException.FromLine(response.Function, line);
        }
    }

    /// <summary>The failure of a change in which nothing was done: notices report that its parts were rejected.</summary>
    private static DialerException? FromNotices(DialerResponse response)
    {
        if (
            response.Function.Kind == FunctionKind.Query
            || response.Success is not null
            || response.Notices.Any(static notice => notice.Shape?.NoticeKind is NoticeKind.Done or null)
        )
        {
            return null;
        }

        if (response.Notices.FirstOrDefault(static notice => notice.Shape?.NoticeKind == NoticeKind.Refused) is { } refusal)
        {
            return DialerException.FromLine(response.Function, refusal);
        }

        return response.Notices.FirstOrDefault(static notice => notice.Shape?.NoticeKind == NoticeKind.Nothing) is { } nothing
            ? nothing.Shape!.ErrorId.Length > 0
                ? DialerException.FromLine(response.Function, nothing)
                : new DialerException(NothingToUpdate, DialerErrorKind.InvalidArgument, "The dialer responded: " + nothing.Raw)
                {
                    Function = response.Function.Name,
                    ResponseText = nothing.Raw,
                }
            : null;
    }

    private static DialerException? FromBody(DialerResponse response)
    {
        if (response.IsForeignPage)
        {
            return new DialerException("NotADialer", DialerErrorKind.Server, "The server returned a web page that is not from a VICIdial dialer.");
        }

        if (response.ServerFault is { } fault)
        {
            return ResponseReader.IsDatabaseDown(fault)
                ? new DialerException("DatabaseDown", DialerErrorKind.Server, "The dialer cannot reach its database.")
                {
                    IsPassing = true,
                    WasTurnedAway = true,
                }
                : new DialerException("ServerFailure", DialerErrorKind.Server, "The server failed during its response" + Because(response) + ".")
                {
                    IsPassing = true,
                };
        }

        if (
            response.Function.Kind is FunctionKind.Query or FunctionKind.Unknown
            || response.Kind == ResponseKind.Notice
            || response.Error is not null
        )
        {
            return null;
        }

        // A failure of the web server can also leave a response empty, but not one with status 200.
        if (response is { Kind: ResponseKind.Empty, HttpStatus: 200, Function.IsSilentWithoutChange: true })
        {
            return new DialerException(NothingToUpdate, DialerErrorKind.InvalidArgument, "The dialer found nothing to change.");
        }

        return response.Kind == ResponseKind.Empty
            ? new DialerException("NoReply", DialerErrorKind.OutcomeUnknown, "The response was empty.")
            : new DialerException("ReplyNotUnderstood", DialerErrorKind.OutcomeUnknown, $"The response has an unknown form: {Shorten(response.Raw)}");
    }

    private static string Because(DialerResponse response) =>
        response.ServerFault is { } fault && !ResponseReader.IsDatabaseDown(fault) ? ": " + Shorten(fault) : string.Empty;

    private static string Describe(Uri location, HttpResponseMessage message)
    {
        Uri target = location.IsAbsoluteUri || message.RequestMessage?.RequestUri is not { } own ? location : new Uri(own, location);

        // Only the address without the query, which may contain anything, even a password.
        return target.IsAbsoluteUri
            ? target.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
            : "another address";
    }

    private static TimeSpan? ReadRetryAfter(HttpResponseMessage message) => message.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when message.Headers.Date is { } now => date > now ? date - now : TimeSpan.Zero,
        _ => null,
    };

    private static string Shorten(string text)
    {
        string line = text.Trim();
        return line.Length <= 300
            ? line
            : string.Format(CultureInfo.InvariantCulture, "{0}… ({1} characters)", line.Substring(0, 300), line.Length);
    }
}
