using Vicidial.Client.Functions;

namespace Vicidial.Client.Responses;

/// <summary>The dialer's response to one request, parsed and classified. Passwords in it are masked.</summary>
public sealed class DialerResponse
{
    private const int ServerFailed = 500;

    internal DialerResponse(
        ApiFunction function,
        int httpStatus,
        IReadOnlyList<ResponseLine> lines,
        string raw,
        bool isForeignPage,
        string? serverFault
    )
    {
        Function = function;
        HttpStatus = httpStatus;
        Lines = lines;
        Raw = raw;
        IsForeignPage = isForeignPage;
        ServerFault = serverFault;
        Kind = isForeignPage ? ResponseKind.Unknown : KindOf(lines);
        Success = FindFirst(lines, ResponseKind.Success);
        IsPartial = httpStatus >= ServerFailed;
    }

    /// <summary>The function that was called.</summary>
    public ApiFunction Function { get; }

    /// <summary>The HTTP status. It says little: most errors have the status 200, and a response with 500 can be a real success.</summary>
    public int HttpStatus { get; }

    /// <summary>The lines in order, without the noise of the server's scripting language.</summary>
    public IReadOnlyList<ResponseLine> Lines { get; }

    /// <summary>The whole text.</summary>
    public string Raw { get; }

    /// <summary>Whether the text is a web page that no dialer writes.</summary>
    public bool IsForeignPage { get; }

    /// <summary>The message of the server's scripting language or database about a failure, or null.</summary>
    public string? ServerFault { get; }

    /// <summary>
    /// Whether the response may have ended before the dialer reported everything: it was cut, or the server failed. What its lines report is true,
    /// but they do not show that nothing else was done.
    /// </summary>
    public bool IsPartial { get; internal set; }

    /// <summary>How many attempts it took.</summary>
    public int Attempts { get; internal set; } = 1;

    /// <summary>
    /// Whether an earlier attempt had made the change: this attempt got the response that the object already exists, or no longer exists.
    /// </summary>
    public bool WasDoneBefore { get; internal set; }

    /// <summary>The kind of the response as a whole: an error outweighs all but a success, a success outweighs the rest.</summary>
    public ResponseKind Kind { get; }

    /// <summary>The first line of the response's kind, or null if the response is empty.</summary>
    public ResponseLine? Main => FindFirst(Lines, Kind);

    /// <summary>The first line that reports success, or null.</summary>
    public ResponseLine? Success { get; }

    /// <summary>The line that describes the error best. A line in the catalog comes before one that is not.</summary>
    public ResponseLine? Error
        => Lines.FirstOrDefault(line => line.Kind == ResponseKind.Error && line.Shape is not null)
            ?? FindFirst(Lines, ResponseKind.Error);

    /// <summary>The NOTICE lines.</summary>
    public IEnumerable<ResponseLine> Notices => Lines.Where(line => line.Kind == ResponseKind.Notice);

    /// <summary>The NOTICE that contains a text, or null.</summary>
    internal ResponseLine? FindNotice(string words) => Notices.FirstOrDefault(line => line.Says(words));

    /// <summary>Records the attempt that got this response.</summary>
    /// <param name="attempt">Its number.</param>
    /// <param name="mayBeRemoved">Whether an earlier attempt may have removed the object. If nothing is left to remove, it has.</param>
    internal void NoteAttempt(int attempt, bool mayBeRemoved)
    {
        Attempts = attempt;
        WasDoneBefore = mayBeRemoved && Success is null && Error?.Shape?.ErrorKind == DialerErrorKind.Empty;
    }

    /// <inheritdoc/>
    public override string ToString() => Raw;

    private static ResponseLine? FindFirst(IReadOnlyList<ResponseLine> lines, ResponseKind kind)
    {
        for (int i = 0; i < lines.Count; i++)
        {
            if (lines[i].Kind == kind)
            {
                return lines[i];
            }
        }

        return null;
    }

    private static ResponseKind KindOf(IReadOnlyList<ResponseLine> lines)
    {
        ResponseKind best = ResponseKind.Empty;
        foreach (ResponseLine line in lines)
        {
            if (Weight(line.Kind) > Weight(best))
            {
                best = line.Kind;
            }
        }

        return best;
    }

    private static int Weight(ResponseKind kind) => kind switch
    {
        ResponseKind.Success => 5,
        ResponseKind.Error => 4,
        ResponseKind.Notice => 3,
        ResponseKind.Row => 2,
        ResponseKind.Unknown => 1,
        _ => 0,
    };
}
