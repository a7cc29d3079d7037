using Vicidial.Simulator.Faults;
using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.Sql;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions;

/// <summary>What a function works with: the request, the call center, the caller's account, and the response.</summary>
internal sealed class FunctionContext
{
    public const int ServerError = 500;

    private static readonly string[] Results = ["SUCCESS", "ERROR", "NOTICE"];

    private readonly SimulatorRequest _request;

    public FunctionContext(SimulatorRequest request, CallCenter world, ResponseWriter response, string function)
    {
        _request = request;
        World = world;
        Response = response;
        Function = function;
        Now = world.Clock.Now;
        IsNonLatin = world.Settings.UseNonLatin;
        CallerName = Text("user", CharacterFilter.Id);
    }

    public CallCenter World { get; }

    public ResponseWriter Response { get; }

    /// <summary>The function's name after the filter.</summary>
    public string Function { get; private set; }

    /// <summary>The dialer's local time, which stays the same for the whole request.</summary>
    public DateTime Now { get; }

    public long Epoch => new DateTimeOffset(Now, World.Clock.Offset).ToUnixTimeSeconds();

    public bool IsNonLatin { get; }

    /// <summary>The caller's account; set after the login is accepted.</summary>
    public DialerUser Caller { get; set; } = null!;

    /// <summary>The caller's name as it was sent. Responses repeat it in this form.</summary>
    public string CallerName { get; }

    public string RemoteAddress => _request.RemoteAddress;

    /// <summary>The dial statuses when the request arrived, if its work is done later; or null.</summary>
    public string? SeenDialStatuses => _request.SeenDialStatuses;

    /// <summary>The HTTP status of the response.</summary>
    public int Status { get; set; } = 200;

    /// <summary>The content type of the response.</summary>
    public string ContentType { get; set; } = SimulatorResponse.ApiContentType;

    /// <summary>The active leads, or the archived ones if the caller requests them.</summary>
    public LeadStore LeadTable =>
        World.Generation.Has("2.14-194") && IsYes("archived_lead", CharacterFilter.Alphanumeric) ? World.Archive : World.Leads;

    /// <summary>Adds the request to the dialer's own log of API requests.</summary>
    public void LogRequest()
    {
        const int MostRows = 10_000;
        if (Caller is null)
        {
            return;
        }

        // The dialer writes the request into that SQL statement without escaping it, so some form requests leave no row.
        if (_request.Body.Any(field => field.Value.IndexOf('\'') >= 0 || field.Value.EndsWith("\\", StringComparison.Ordinal)))
        {
            FailAtSql();
            return;
        }

        string reason = Response.FirstLine();
        string result = Array.Find(Results, word => reason.StartsWith(word + ":", StringComparison.Ordinal)) ?? string.Empty;
        World.ApiLog.Add(new ApiLogEntry(
            Now, CallerName, _request.Api == DialerApi.Agent ? "api" : "non-agent", Function, Text("agent_user", CharacterFilter.Id),
            Text("value", CharacterFilter.AgentValue), result, reason));
        if (World.ApiLog.Count > MostRows)
        {
            World.ApiLog.RemoveAt(0);
        }
    }

    /// <summary>Writes what was found to the dialer's own log. The dialer's statement does not escape quotes.</summary>
    /// <returns>False if that ends the response. What was printed before is kept.</returns>
    public bool LogFound(string data)
    {
        if (BreaksStatement(data))
        {
            FailAtSql();
        }

        return Status != ServerError;
    }

    /// <summary>Ends the response like a query that fails on every version of PHP: nothing is printed.</summary>
    public void FailAtQuery()
    {
        Response.Clear();
        Status = ServerError;
    }

    /// <summary>Continues as another function, whose name is then used in responses.</summary>
    public void RunAs(DialerFunction function)
    {
        Function = function.Name;
        function.Run(this);
    }

    /// <summary>What the caller's group may see; null if the group does not exist.</summary>
    public UserGroup? CallerGroup => World.GroupOf(Caller);

    /// <summary>A field as it was sent, for fields without a filter.</summary>
    public string? Raw(string name) => _request.Field(name) ?? (name == "value" ? LastOfForm : null);

    /// <summary>
    /// All names and values that were sent, in the form in which the dialer searches them for names: the query string is not decoded.
    /// </summary>
    public string SentText => _request.Query.SentText() + (World.Generation.Has("2.14-107") ? _request.Body.DecodedText() : string.Empty);

    /// <summary>The number of a function of the Agent API.</summary>
    public string PhoneNumber => Text("phone_number", CharacterFilter.DialText);

    /// <summary>The last field of a form. Newer releases use it as the main argument if the request has none.</summary>
    private string? LastOfForm => World.Generation.Has("2.14-107") && _request.Body.Count > 0 ? _request.Body[_request.Body.Count - 1].Value : null;

    /// <summary>Whether a field follows an ampersand in the query, or is in the body if there is no query.</summary>
    public bool IsInRequestText(string name)
    {
        // The search uses the decoded text, so the field can also be inside a value.
        bool isBody = _request.Query.Count == 0;
        string text = isBody ? _request.Body.DecodedText() : _request.Query.DecodedText().Substring(1);
        return text.IndexOf($"&{name}=", StringComparison.Ordinal) >= 0;
    }

    /// <summary>The width at which a column cuts a text. Some columns are narrower in older releases.</summary>
    public int Width(string name, int newest) =>
        ReleaseRule.Find(World.Generation, _request.Api, Function, name).Select(rule => rule.MaxLength).Append(newest).Min();

    /// <summary>A field after its filter, cut to the width of its column.</summary>
    public string Text(string name, CharacterFilter keep, int maxLength = int.MaxValue)
    {
        if (!ReferenceEquals(World.Generation, DialerGeneration.Newest))
        {
            foreach (ReleaseRule rule in ReleaseRule.Find(World.Generation, _request.Api, Function, name))
            {
                keep = rule.Change(keep);
            }

            // In this mode, old releases filter only the login.
            if (IsNonLatin && !World.Generation.Has("2.14-194") && name is not ("user" or "pass" or "source" or "function"))
            {
                keep = CharacterFilter.Everything;
            }
        }

        string kept = keep.Apply(Raw(name), IsNonLatin);
        return kept.Length <= maxLength ? kept : kept.Substring(0, maxLength);
    }

    public bool IsYes(string name, CharacterFilter keep) => Text(name, keep) == "Y";

    /// <summary>The delimiter in <c>stage</c>. An unknown format means a pipe.</summary>
    public char Delimiter => Raw("stage") switch
    {
        "csv" => ',',
        "tab" => '\t',
        _ => '|',
    };

    /// <summary>The delimiter for functions that can write each field on its own line.</summary>
    public char FieldDelimiter => Raw("stage") == "newline" ? '\n' : Delimiter;

    public bool WantsHeader => Text("header", CharacterFilter.Alphanumeric) == "YES";

    /// <summary>The dialer's database rejects a statement. The PHP version decides whether the client sees that.</summary>
    public void FailAtSql()
    {
        if (World.Settings.StopsAtSqlErrors)
        {
            Status = ServerError;
        }
    }

    /// <summary>Whether this fault occurs inside the dialer during the request.</summary>
    public bool Meets(FaultKind kind) => _request.Fault == kind;

    /// <summary>Whether the database rejected a statement of this request.</summary>
    public bool HasRefusedStatement { get; private set; }

    /// <summary>The dialer's database rejects a statement. Current PHP ends the request there; older PHP continues.</summary>
    /// <exception cref="PhpFatalException">The request ends here.</exception>
    public void RefuseStatement()
    {
        HasRefusedStatement = true;
        if (World.Settings.StopsAtSqlErrors)
        {
            throw new PhpFatalException();
        }
    }

    /// <summary>Writes the column names if the request asks for them.</summary>
    /// <param name="columns">The names with bars between them.</param>
    public void WriteHeader(string columns)
    {
        if (WantsHeader)
        {
            Response.Write(columns.Replace('|', Delimiter)).Write('\n');
        }
    }

    /// <summary>Writes one line of the Agent API in the caller's language.</summary>
    public void Say(string kind, string text, params string[] values) => StartSaying(kind, text).Line(string.Empty, values);

    /// <summary>Writes such a line with one value and without its end.</summary>
    public void SayOpen(string kind, string text, string value) => StartSaying(kind, text).Write(value);

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number as the dialer's database reads it: up to the first character that is not a digit.</summary>
    public static long Integer(string text)
    {
        int digits = 0;
        while (digits < text.Length && digits < 18 && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        return digits == 0 ? 0 : long.Parse(text.Substring(0, digits), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private static bool BreaksStatement(string data)
    {
        bool isEscaped = false;
        foreach (char character in data)
        {
            if (character == '\'' && !isEscaped)
            {
                return true;
            }

            isEscaped = character == '\\' && !isEscaped;
        }

        return isEscaped;
    }

    private ResponseWriter StartSaying(string kind, string text)
    {
        Translator words = Translator.For(Caller?.Language ?? World.Settings.Language);
        return Response.Write(words.Translate(kind)).Write(": ").Write(words.Translate(text)).Write(" - ");
    }
}
