using System;
using System.Globalization;
using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions;

/// <summary>What a function works with: the request, the call centre, the caller's account and the response.</summary>
internal sealed class FunctionContext
{
    private const int ServerError = 500;

    private readonly SimulatorRequest _request;

    public FunctionContext(SimulatorRequest request, CallCentre world, ResponseWriter response, string function)
    {
        _request = request;
        World = world;
        Response = response;
        Function = function;
        Now = world.Clock.Now;
        IsNonLatin = world.Settings.UseNonLatin;
        CallerName = Text("user", CharacterFilter.Id);
    }

    public CallCentre World { get; }

    public ResponseWriter Response { get; }

    /// <summary>The function's name as it passed the filter.</summary>
    public string Function { get; private set; }

    /// <summary>The dialer's local time of the whole request.</summary>
    public DateTime Now { get; }

    public long Epoch => new DateTimeOffset(Now, World.Clock.Offset).ToUnixTimeSeconds();

    public bool IsNonLatin { get; }

    /// <summary>The caller's account; set once the login is good.</summary>
    public DialerUser Caller { get; set; } = null!;

    /// <summary>The caller's name as it was sent: responses repeat it so.</summary>
    public string CallerName { get; }

    public string RemoteAddress => _request.RemoteAddress;

    /// <summary>The HTTP status of the response.</summary>
    public int Status { get; set; } = 200;

    /// <summary>The content type of the response.</summary>
    public string ContentType { get; set; } = SimulatorResponse.ApiContentType;

    /// <summary>The active leads, or the archived ones where the caller asks for them.</summary>
    public LeadStore LeadTable =>
        World.Generation.Has("2.14-194") && IsYes("archived_lead", CharacterFilter.Alphanumeric) ? World.Archive : World.Leads;

    /// <summary>Puts what was found into the dialer's own log, whose statement nothing protects from quotes.</summary>
    /// <returns>False where that ends the response: what was printed before stays.</returns>
    public bool LogFound(string data)
    {
        if (BreaksStatement(data))
        {
            FailAtSql();
        }

        return Status != ServerError;
    }

    /// <summary>Ends the response as a query does that no PHP survives: nothing is printed.</summary>
    public void FailAtQuery()
    {
        Response.Clear();
        Status = ServerError;
    }

    /// <summary>Goes on as another function, which then has its own name in its responses.</summary>
    public void RunAs(DialerFunction function)
    {
        Function = function.Name;
        function.Run(this);
    }

    /// <summary>What the caller's group may see; null where the group does not exist.</summary>
    public UserGroup? CallerGroup => World.GroupOf(Caller);

    /// <summary>A field as it was sent, for fields that no filter touches.</summary>
    public string? Raw(string name) => _request.Field(name);

    /// <summary>Everything that was sent, names and values, as the dialer searches it for names: the query string is not decoded.</summary>
    public string SentText => _request.Query.SentText() + _request.Body.DecodedText();

    /// <summary>The telephone number of a function of the Agent API.</summary>
    public string PhoneNumber
    {
        get
        {
            // Newer releases mistake the country code of a form for its number.
            bool isMistaken = World.Generation.Has("2.14-194") && _request.Query["phone_number"] is null && _request.Body["phone_number"] is not null;
            return CharacterFilter.DialText.Apply(isMistaken ? _request.Body["phone_code"] : Raw("phone_number"), IsNonLatin);
        }
    }

    /// <summary>Whether a field follows an ampersand in the query, or stands in the body where there is no query.</summary>
    public bool IsInRequestText(string name)
    {
        bool isBody = _request.Query.Count == 0;
        FormFields fields = isBody ? _request.Body : _request.Query;
        for (int i = isBody ? 0 : 1; i < fields.Count; i++)
        {
            if (fields[i].Key == name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A field after its filter and cut to its column.</summary>
    public string Text(string name, CharacterFilter keep, int maxLength = int.MaxValue)
    {
        string kept = keep.Apply(_request.Field(name), IsNonLatin);
        return kept.Length <= maxLength ? kept : kept.Substring(0, maxLength);
    }

    public bool IsYes(string name, CharacterFilter keep) => Text(name, keep) == "Y";

    /// <summary>The delimiter that <c>stage</c> asks for; what is no known format means a bar.</summary>
    public char Delimiter => Raw("stage") switch
    {
        "csv" => ',',
        "tab" => '\t',
        _ => '|',
    };

    /// <summary>The delimiter of the functions that can put each field on a line of its own.</summary>
    public char FieldDelimiter => Raw("stage") == "newline" ? '\n' : Delimiter;

    public bool WantsHeader => Text("header", CharacterFilter.Alphanumeric) == "YES";

    /// <summary>The dialer's database refuses a statement; whether that is seen depends on its PHP.</summary>
    public void FailAtSql()
    {
        if (World.Settings.StopsAtSqlErrors)
        {
            Status = 500;
        }
    }

    /// <summary>Writes the names of the columns where the request asks for them.</summary>
    /// <param name="columns">The names with bars between them.</param>
    public void WriteHeader(string columns)
    {
        if (WantsHeader)
        {
            Response.Write(columns.Replace('|', Delimiter)).Write('\n');
        }
    }

    /// <summary>One line of the Agent API: its words come in the caller's language.</summary>
    public void Say(string kind, string text, params string[] values) => StartSaying(kind, text).Line(string.Empty, values);

    /// <summary>The same with one value and without the end of the line.</summary>
    public void SayOpen(string kind, string text, string value) => StartSaying(kind, text).Write(value);

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number as the dialer's database reads it: as far as there are digits.</summary>
    public static long Integer(string text)
    {
        int digits = 0;
        while (digits < text.Length && digits < 18 && text[digits] is >= '0' and <= '9')
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
