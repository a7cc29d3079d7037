using System;
using System.Collections.Generic;
using Vicidial.Client.Functions;
using Vicidial.Client.Responses;

namespace Vicidial.Client.Errors;

/// <summary>
/// A request that failed, with a stable id, a cause and a remedy. No password is in it, in any property.
/// </summary>
public sealed class DialerException : Exception
{
    private const string IdPrefix = "Vicidial.";
    private const string ClosedId = IdPrefix + "ConnectionClosed";

    /// <summary>Makes an exception.</summary>
    /// <param name="errorId">The stable id, without the prefix <c>Vicidial.</c>.</param>
    /// <param name="kind">The sort of failure.</param>
    /// <param name="cause">What went wrong, in words for a user. Characters that would command a terminal become blanks, and what is very long is
    /// cut.</param>
    /// <param name="innerException">What led to it, where that says more and holds no secret.</param>
    public DialerException(string errorId, DialerErrorKind kind, string cause, Exception? innerException = null)
        : base(cause, innerException)
    {
        Cause = ShownText.ForMessage(cause);
        ErrorId = IdPrefix + errorId;
        Kind = kind;
        Remedy = Remedies.For(errorId, kind);
    }

    /// <summary>The stable id, such as <c>Vicidial.LoginIncorrect</c>.</summary>
    public string ErrorId { get; }

    /// <summary>The sort of failure.</summary>
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

    /// <summary>How many attempts were made; 0 where nothing was sent.</summary>
    public int Attempts { get; internal set; }

    /// <summary>The line or text that the dialer answered, passwords masked, or null.</summary>
    public string? ResponseText { get; internal set; }

    /// <summary>The values that the dialer's error line carries, by the names of the catalog.</summary>
    public IReadOnlyDictionary<string, string> Values { get; internal set; } = new Dictionary<string, string>();

    /// <summary>The response that reports the failure, or null where none came.</summary>
    public DialerResponse? Response { get; internal set; }

    /// <summary>The row that could not be read, or null.</summary>
    public UnreadableRow? Row { get; internal set; }

    /// <summary>Whether the connection is of no more use: the dialer refused its login, or it was closed.</summary>
    public bool EndsConnection => RefusesLogin || ErrorId == ClosedId;

    /// <summary>Whether the dialer refused the login.</summary>
    internal bool RefusesLogin => Kind is DialerErrorKind.Authentication or DialerErrorKind.AccountLocked or DialerErrorKind.AddressBlocked;

    /// <summary>
    /// Whether it was read from how a server answered, its status or a page of its own, and not from a line of the dialer: it
    /// says nothing of what was sent.
    /// </summary>
    public bool IsOfServer { get; internal set; }

    /// <summary>Whether it is how requests fail where a server has too much to do: slowly, with an error of its own, or cut off.</summary>
    public bool SpeaksOfOverload => IsPassing || (InnerException as DialerException)?.SpeaksOfOverload == true;

    /// <summary>Whether the request failed because what it would make is there already.</summary>
    public bool MeansItExists =>
        Kind == DialerErrorKind.Conflict
        && (
            ExistingId is not null
            || ErrorId.StartsWith(IdPrefix + "Duplicate", StringComparison.Ordinal)
            || ErrorId.StartsWith(IdPrefix + "Already", StringComparison.Ordinal)
            || ErrorId.EndsWith("Exists", StringComparison.Ordinal)
        );

    /// <summary>The number of the lead that is there already, or null.</summary>
    public string? ExistingId => Values.TryGetValue("duplicate_lead_id", out string? id) ? id : null;

    /// <summary>
    /// Whether an attempt that fails like this may be followed by another one. Only said of failures that say nothing about
    /// the request itself.
    /// </summary>
    internal bool IsPassing { get; set; }

    /// <summary>Whether the request surely never left, so that any request may be sent again.</summary>
    internal bool NeverSent { get; set; }

    /// <summary>Whether the server said that it did no work on the request.</summary>
    internal bool WasTurnedAway { get; set; }

    /// <summary>How long the server asks to wait, or null.</summary>
    internal TimeSpan? RetryAfter { get; set; }

    /// <summary>Until when the server asks to wait, by a clock of which it told nothing more, or null.</summary>
    internal DateTimeOffset? RetryAt { get; set; }

    /// <summary>Says on which connection it was found, where that is not known yet.</summary>
    public DialerException At(string connectionName)
    {
        ConnectionName ??= connectionName;
        return this;
    }

    /// <summary>Says what was done before it failed, where one change takes several requests.</summary>
    public DialerException AfterDoing(string done)
    {
        Cause = $"{Cause} {ShownText.ForMessage(done)}";
        return this;
    }

    /// <summary>Says in other words what the failure means; what it knows of the request and its response stays.</summary>
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

    /// <summary>The failure of one thing of several that went out in one request, as a line of the response tells it.</summary>
    public static DialerException Refusal(ApiFunction function, ResponseLine line) => FromLine(function, line);

    /// <summary>The failure of a change whose object is not there: for a question it would be an empty answer.</summary>
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
