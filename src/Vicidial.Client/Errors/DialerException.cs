using System.ComponentModel;
using Vicidial.Client.Functions;
using Vicidial.Client.Responses;

namespace Vicidial.Client.Errors;

/// <summary>A request that failed, with a stable ID, a cause, and a remedy. No property contains a password.</summary>
public sealed class DialerException : Exception
{
    private const string IdPrefix = "Vicidial.";
    private const string ClosedId = IdPrefix + "ConnectionClosed";

    /// <summary>Makes an exception.</summary>
    /// <param name="errorId">The stable id, without the prefix <c>Vicidial.</c>.</param>
    /// <param name="kind">The kind of failure.</param>
    /// <param name="cause">What went wrong, for users. Control characters become spaces, and very long text is cut.</param>
    /// <param name="innerException">The underlying exception, if it adds information and has no secret.</param>
    public DialerException(string errorId, DialerErrorKind kind, string cause, Exception? innerException = null)
        : base(cause, innerException)
    {
        Cause = ShownText.ForMessage(cause);
        ErrorId = IdPrefix + errorId;
        Kind = kind;
        Remedy = Remedies.For(errorId, kind);
    }

    /// <summary>Creates the same failure with another cause, which describes what the failure means for the requested action.</summary>
    /// <param name="cause">What went wrong, for users.</param>
    public DialerException WithCause(string cause) => new(ErrorId.Substring(IdPrefix.Length), Kind, cause, InnerException);

    /// <summary>The stable id, such as <c>Vicidial.LoginIncorrect</c>.</summary>
    public string ErrorId { get; }

    /// <summary>The kind of failure.</summary>
    public DialerErrorKind Kind { get; }

    /// <summary>What went wrong.</summary>
    public string Cause { get; private set; }

    /// <summary>What went wrong, and what to do about it.</summary>
    public override string Message => Remedy.Length == 0 ? Cause : $"{Cause} {Remedy}";

    /// <summary>What to do about it.</summary>
    public string Remedy { get; }

    /// <summary>The API function that was called, or null.</summary>
    public string? Function { get; internal set; }

    /// <summary>The name of the connection, or null.</summary>
    public string? ConnectionName { get; internal set; }

    /// <summary>The number of attempts; 0 if nothing was sent.</summary>
    public int Attempts { get; internal set; }

    /// <summary>The line or text of the dialer's response with passwords masked, or null.</summary>
    public string? ResponseText { get; internal set; }

    /// <summary>The values in the dialer's error line, by their names in the catalog.</summary>
    public IReadOnlyDictionary<string, string> Values { get; internal set; } = new Dictionary<string, string>();

    /// <summary>The response that reports the failure, or null if there was none.</summary>
    public DialerResponse? Response { get; internal set; }

    /// <summary>The earlier name of <see cref="ResponseText"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public string? ReplyText => ResponseText;

    /// <summary>The earlier name of <see cref="Response"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public DialerResponse? Reply => Response;

    /// <summary>The row that could not be read, or null.</summary>
    public UnreadableRow? Row { get; internal set; }

    /// <summary>Whether the connection can no longer be used, because the dialer refused its login or it was closed.</summary>
    public bool EndsConnection => RefusesLogin || ErrorId == ClosedId;

    /// <summary>Whether the dialer refused the login.</summary>
    internal bool RefusesLogin => Kind is DialerErrorKind.Authentication or DialerErrorKind.AccountLocked or DialerErrorKind.AddressBlocked;

    /// <summary>
    /// Whether the failure comes from the HTTP status or a page of the server, and not from a line of the dialer. It then contains nothing about the
    /// request.
    /// </summary>
    public bool IsOfServer { get; internal set; }

    /// <summary>Whether the failure is typical of an overloaded server: a slow response, a server error, or a lost connection.</summary>
    public bool SpeaksOfOverload => IsPassing || (InnerException as DialerException)?.SpeaksOfOverload == true;

    /// <summary>Whether the request failed because what it would create already exists.</summary>
    public bool MeansItExists =>
        Kind == DialerErrorKind.Conflict
        && (
            ExistingId is not null
            || ErrorId.StartsWith(IdPrefix + "Duplicate", StringComparison.Ordinal)
            || ErrorId.StartsWith(IdPrefix + "Already", StringComparison.Ordinal)
            || ErrorId.EndsWith("Exists", StringComparison.Ordinal)
        );

    /// <summary>The ID of the lead that already exists, or null.</summary>
    public string? ExistingId => Values.TryGetValue("duplicate_lead_id", out string? id) ? id : null;

    /// <summary>Whether the request can be retried after this failure. True only for failures that are not caused by the request itself.</summary>
    internal bool IsPassing { get; set; }

    /// <summary>Whether the request was certainly not sent, so that any request can be sent again.</summary>
    internal bool NeverSent { get; set; }

    /// <summary>Whether the server reported that it did not process the request.</summary>
    internal bool WasTurnedAway { get; set; }

    /// <summary>How long the server asks the client to wait, or null.</summary>
    internal TimeSpan? RetryAfter { get; set; }

    /// <summary>Until when the server asks the client to wait, by the server's clock, or null.</summary>
    internal DateTimeOffset? RetryAt { get; set; }

    /// <summary>Sets the connection on which the failure occurred, unless it is already set.</summary>
    public DialerException At(string connectionName)
    {
        ConnectionName ??= connectionName;
        return this;
    }

    /// <summary>Adds what was done before the failure, for a change that takes several requests.</summary>
    public DialerException AfterDoing(string done)
    {
        Cause = $"{Cause} {ShownText.ForMessage(done)}";
        return this;
    }

    /// <summary>Creates a failure with another ID and cause that keeps what is known about the request and its response.</summary>
    internal DialerException Restate(string errorId, DialerErrorKind kind, string cause, Exception? innerException = null) => new(
        errorId,
        kind,
        cause,
        innerException
    )
    {
        Function = Function,
        ConnectionName = ConnectionName,
        Attempts = Attempts,
        Response = Response,
        ResponseText = ResponseText,
    };

    /// <summary>The failure of one item of a request that has several, from its line in the response.</summary>
    public static DialerException Refusal(ApiFunction function, ResponseLine line) => FromLine(function, line);

    /// <summary>The failure of a change whose object does not exist. For a query, the result would be empty.</summary>
    internal static DialerException NothingFound(ApiFunction function, ResponseLine line) => FromLine(function, line, DialerErrorKind.NotFound);

    internal static DialerException FromLine(ApiFunction function, ResponseLine line, DialerErrorKind? kind = null)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; line.Shape is not null && i < line.Values.Count && i < line.Shape.ValueNames.Count; i++)
        {
            values[line.Shape.ValueNames[i]] = line.Values[i];
        }

        return new DialerException(
            line.Shape?.ErrorId ?? "DialerError",
            kind ?? line.Shape?.ErrorKind ?? DialerErrorKind.NotUnderstood,
            "The dialer responded: " + line.Raw
        )
        {
            Function = function.Name,
            ResponseText = line.Raw,
            Values = values,
        };
    }
}
