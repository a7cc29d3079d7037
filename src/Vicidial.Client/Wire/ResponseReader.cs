using System.Text.RegularExpressions;
using Vicidial.Client.Functions;
using Vicidial.Client.Responses;

namespace Vicidial.Client.Wire;

/// <summary>
/// Parses responses: SUCCESS, NOTICE, ERROR, and rows, several lines, lines without a line break between them, noise of the server's scripting
/// language, empty bodies, pages of other servers, and translated words.
/// </summary>
public static class ResponseReader
{
    private const string DatabaseDown = "MySQL connect ERROR:";

    // A dialer with languages enabled translates the leading word as well. These are the words that its translators use. With any other word, a line
    // is unknown, and a change with an unknown response has an unknown outcome.
    private static readonly Dictionary<string, ResponseKind> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["SUCCESS"] = ResponseKind.Success,
        ["EXITO"] = ResponseKind.Success,
        ["ÉXITO"] = ResponseKind.Success,
        ["SUCESSO"] = ResponseKind.Success,
        ["SUCCES"] = ResponseKind.Success,
        ["SUCCÈS"] = ResponseKind.Success,
        ["SUCCESSO"] = ResponseKind.Success,
        ["ERFOLG"] = ResponseKind.Success,
        ["SUCCESVOL"] = ResponseKind.Success,
        ["SUKCES"] = ResponseKind.Success,
        ["УСПЕХ"] = ResponseKind.Success,
        ["ERROR"] = ResponseKind.Error,
        ["ERREUR"] = ResponseKind.Error,
        ["ERRO"] = ResponseKind.Error,
        ["ERRORE"] = ResponseKind.Error,
        ["FEHLER"] = ResponseKind.Error,
        ["FOUT"] = ResponseKind.Error,
        ["BŁĄD"] = ResponseKind.Error,
        ["ОШИБКА"] = ResponseKind.Error,
        ["NOTICE"] = ResponseKind.Notice,
        ["AVISO"] = ResponseKind.Notice,
        ["NOTIFICACION"] = ResponseKind.Notice,
        ["NOTIFICACIÓN"] = ResponseKind.Notice,
        ["AVIS"] = ResponseKind.Notice,
        ["AVVISO"] = ResponseKind.Notice,
        ["HINWEIS"] = ResponseKind.Notice,
        ["MELDING"] = ResponseKind.Notice,
    };

    // Data before a message may contain such a word, but not often. A line that contains only the message is read at once.
    private const int MostLooks = 16;
    private const int ShortestWord = 4;
    private const int LongestWord = 14;
    private const string BehindWord = ": ";
    private static readonly string[] Separators = [": |", " - ", ": "];
    private static readonly char[] Bar = ['|'];
    private static readonly char[] Trailing = [' ', '-', ':', '|'];
    private static readonly string[] WordsThatGlue = ["SUCCESS", "NOTICE", "ERROR"];
    private static readonly Regex PageStart = new(@"^\s*(<!DOCTYPE\s+html|<html\b|<\?xml)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Reads a whole response.</summary>
    /// <param name="function">The function that was called.</param>
    /// <param name="httpStatus">The HTTP status.</param>
    /// <param name="body">The text as it was received.</param>
    /// <param name="redactor">Masks passwords that the dialer returns.</param>
    public static DialerResponse Read(ApiFunction function, int httpStatus, string body, Redactor redactor)
    {
        var noise = new ServerNoise();
        var lines = new List<ResponseLine>();
        string? fault = null;
        bool page = IsPage(body);
        string text = ServerNoise.PartLines(body);
        for (int start = 0, end; start <= text.Length; start = end + 1)
        {
            end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (noise.Clean(text.Substring(start, end - start).TrimEnd('\r')) is not { Length: > 0 } clean)
            {
                continue;
            }

            if (clean.StartsWith(DatabaseDown, StringComparison.Ordinal))
            {
                fault = clean;
                continue;
            }

            if (SplitGlued(function, clean) is not { } parts)
            {
                lines.Add(ReadLine(function, clean, redactor));
                continue;
            }

            foreach (string part in parts)
            {
                lines.Add(ReadLine(function, part, redactor));
            }
        }

        // The debug page of an agent screen has the response between its tags, so a page with a response in it is from a dialer.
        bool foreign = page && function.Layout != ResponseLayout.Picker && !HasMessage(lines);
        if (page && !foreign && function.Layout != ResponseLayout.Picker)
        {
            lines.RemoveAll(line => line.Kind is ResponseKind.Row or ResponseKind.Unknown);
        }

        // Rows are data where data can come; elsewhere they are the text of another program, which may echo the request.
        bool data = httpStatus < 400
            && (function.Kind is FunctionKind.Query or FunctionKind.Unknown || HasMessage(lines));
        bool changed = false;
        for (int i = 0; i < lines.Count; i++)
        {
            if (lines[i].Kind == ResponseKind.Row && redactor.MaskRow(lines[i].Raw, data) is { } masked)
            {
                lines[i] = new ResponseLine(ResponseKind.Row, masked, masked, [], null);
                changed = true;
            }
        }

        string? said = noise.Fault is { } failure ? redactor.MaskText(failure) : fault;
        return new DialerResponse(function, httpStatus, foreign ? [] : lines, redactor.MaskResponse(body, lines, changed), foreign, said);
    }

    /// <summary>
    /// Whether a line of a table is a message: it is in the catalog, or it is in place of the header. Data can begin with the word ERROR as well.
    /// </summary>
    internal static bool IsMessage(ApiFunction function, string line, bool inPlaceOfHeader)
        => ReadWord(line, out _) is not ResponseKind.Row && (inPlaceOfHeader || FindShape(function, line) is not null);

    /// <summary>Whether a text begins as a web page does.</summary>
    internal static bool IsPage(string text)
    {
        // Few responses begin with a tag, and checking one character is cheaper than a regular expression.
        int start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return start < text.Length && text[start] == '<' && PageStart.IsMatch(text);
    }

    /// <summary>Whether a text is the message of a dialer without its database.</summary>
    internal static bool IsDatabaseDown(string text) => text.StartsWith(DatabaseDown, StringComparison.Ordinal);

    internal static ResponseLine ReadLine(ApiFunction function, string line, Redactor redactor)
    {
        ResponseKind kind = ReadWord(line, out int textStart);
        if (kind == ResponseKind.Row)
        {
            // Some messages have their word in the middle. The catalog has them as a whole.
            return IsChange(function) && FindOwnShape(function, line) is { } odd
                ? new ResponseLine(odd.Kind, redactor.MaskText(line), redactor.MaskText(line), [], odd)
                : new ResponseLine(ResponseKind.Row, line, line, [], null);
        }

        ResponseShape? shape = kind == ResponseKind.Unknown ? null : FindShape(function, line);
        int valuesStart = shape?.ValuesStart(line) ?? FindValues(line, textStart);
        int textEnd = Math.Max(textStart, Math.Min(valuesStart, line.Length));
        string[] values = valuesStart >= line.Length ? [] : line.Substring(valuesStart).Split(Bar);
        if (values.Length > 1 && values[values.Length - 1].Length == 0 && (shape is null || values.Length > shape.ValueNames.Count))
        {
            Array.Resize(ref values, values.Length - 1);
        }

        values = shape?.SplitValues(values) ?? values;
        for (int i = 0; shape is not null && i < values.Length; i++)
        {
            values[i] = shape.TrimWords(i, values[i]);
        }

        if (shape is not null)
        {
            string whole = redactor.MaskValues(kind, shape, values) ? line.Substring(0, textEnd) + string.Join("|", values) : line;
            return new ResponseLine(kind, whole, TrimEnd(line, textStart, textEnd), values, shape);
        }

        string text = line.Substring(textStart, textEnd - textStart);
        string shown = redactor.MaskText(text);
        bool masked = redactor.MaskValues(kind, shape, values) || shown != text;
        return new ResponseLine(
            kind,
            masked ? line.Substring(0, textStart) + shown + string.Join("|", values) : line,
            shown.TrimEnd(Trailing),
            values,
            shape
        );
    }

    private static string TrimEnd(string line, int start, int end)
    {
        while (end > start && Array.IndexOf(Trailing, line[end - 1]) >= 0)
        {
            end--;
        }

        return line.Substring(start, end - start);
    }

    /// <summary>
    /// The dialer prints some data without a line break before a message. A message begins with its word and the name of the function.
    /// </summary>
    /// <returns>The lines; null if there is only one.</returns>
    internal static List<string>? SplitGlued(ApiFunction function, string line)
    {
        List<string>? parts = null;
        int start = 0;
        for (int colon = NextBehindWord(line, 0); colon >= 0; colon = NextBehindWord(line, colon + 1))
        {
            int name = colon + BehindWord.Length;
            bool isNamed =
                string.CompareOrdinal(line, name, function.Name, 0, function.Name.Length) == 0
                && name + function.Name.Length < line.Length
                && line[name + function.Name.Length] == ' ';
            if (isNamed && FindWordInFront(line, colon) is var at && at > start)
            {
                (parts ??= []).Add(line.Substring(start, at - start));
                start = at;
            }
        }

        // Some messages do not contain the name of the function. They are recognized only if the catalog has them.
        int looks = 0;
        for (
            int colon = NextBehindWord(line, 0);
            parts is null && colon >= 0 && looks < MostLooks && IsChange(function);
            colon = NextBehindWord(line, colon + 1)
        )
        {
            if (FindWordInFront(line, colon) is var at && at > 0 && ++looks > 0 && FindShape(function, line.Substring(at)) is not null)
            {
                parts = [line.Substring(0, at)];
                start = at;
            }
        }

        parts?.Add(line.Substring(start));
        return parts;
    }

    private static int NextBehindWord(string line, int from) => line.IndexOf(BehindWord, from, StringComparison.Ordinal);

    /// <summary>The position of a message's leading word that ends before a colon; -1 if there is none.</summary>
    private static int FindWordInFront(string line, int colon)
    {
        foreach (string word in WordsThatGlue)
        {
            int at = colon - word.Length;
            if (at >= 0 && string.CompareOrdinal(line, at, word, 0, word.Length) == 0)
            {
                return at;
            }
        }

        return -1;
    }

    private static bool HasMessage(List<ResponseLine> lines)
    {
        foreach (ResponseLine line in lines)
        {
            if (line.Kind is ResponseKind.Success or ResponseKind.Error or ResponseKind.Notice)
            {
                return true;
            }
        }

        return false;
    }

    private static ResponseKind ReadWord(string line, out int textStart)
    {
        textStart = 0;
        int length = 0;
        while (length < line.Length && length <= LongestWord && char.IsUpper(line[length]))
        {
            length++;
        }

        if (length is < ShortestWord or > LongestWord || length == line.Length || line[length] != ':')
        {
            return ResponseKind.Row;
        }

        int behind = length + 1 < line.Length && line[length + 1] == ' ' ? length + 2 : length + 1;

        // "VERSION: 2.14-202|BUILD: …" is data whose first column has a name.
        if (!Words.TryGetValue(line.Substring(0, length), out ResponseKind kind))
        {
            return line.IndexOf(" - ", StringComparison.Ordinal) > 0 && line.IndexOf('|') != behind ? ResponseKind.Unknown : ResponseKind.Row;
        }

        textStart = behind;
        return kind;
    }

    private static bool IsChange(ApiFunction function) => function.Kind is FunctionKind.Mutation or FunctionKind.Control;

    private static ResponseShape? FindShape(ApiFunction function, string line)
        => FindOwnShape(function, line) ?? (IsChange(function) && FindSpeaker(function, line) is { } speaker ? FindOwnShape(speaker, line) : null);

    /// <summary>A function can hand over to another one, which then responds with its own name.</summary>
    private static ApiFunction? FindSpeaker(ApiFunction function, string line)
    {
        int start = line.IndexOf(": ", StringComparison.Ordinal) + 2;
        int end = line.IndexOf(' ', start);
        return
            start > 1
            && end > start
            && line.IndexOf('_', start, end - start) > 0
            && line.Substring(start, end - start) is var name
            && name.All(static letter => letter is '_' or (>= 'a' and <= 'z'))
            ? ApiCatalog.Find(function.Api, name)
            : null;
    }

    private static ResponseShape? FindOwnShape(ApiFunction function, string line)
    {
        ResponseShape? best = null;
        int bestMatch = -1;
        int bestDistance = int.MaxValue;
        foreach (ResponseShape shape in function.ShapesLike(line))
        {
            int match = shape.Match(line);
            if (match < 0 || match < bestMatch)
            {
                continue;
            }

            int distance = match > bestMatch ? int.MaxValue : bestDistance;
            int values = CountValues(line, shape.ValuesStart(line));
            int own = Math.Abs(values - shape.ValueNames.Count);
            if (match > bestMatch || own < distance)
            {
                (best, bestMatch, bestDistance) = (shape, match, own);
            }
        }

        return best;
    }

    private static int CountValues(string line, int from)
    {
        int end = line.Length;
        while (end > from && line[end - 1] == '|')
        {
            end--;
        }

        int values = 1;
        for (int i = from; i < end; i++)
        {
            values += line[i] == '|' ? 1 : 0;
        }

        return values;
    }

    private static int FindValues(string line, int from)
    {
        int best = line.Length;
        foreach (string separator in Separators)
        {
            int at = line.IndexOf(separator, Math.Min(from, line.Length), StringComparison.Ordinal);
            if (at >= 0 && at + separator.Length < best)
            {
                best = at + separator.Length;
                break;
            }
        }

        return best;
    }
}
