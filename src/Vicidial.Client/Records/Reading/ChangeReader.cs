using System;
using System.Collections.Generic;
using System.Linq;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Binding;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;

namespace Vicidial.Client.Records.Reading;

/// <summary>
/// Makes the record of a change of the lines that answer it. Values are found by the names that the catalog gives them; what
/// cannot be read is left out, because the change was made all the same.
/// </summary>
public static class ChangeReader
{
    /// <summary>Reads a response that is no failure.</summary>
    /// <param name="connectionName">The name of the connection that it came from.</param>
    /// <param name="request">What was asked, for what the response does not repeat.</param>
    /// <param name="response">The response.</param>
    /// <exception cref="DialerException">What was to be changed is not there.</exception>
    public static T Read<T>(string connectionName, ApiRequest request, DialerResponse response)
        where T : ChangeRecord, new()
    {
        ResponseLine[] lines = response.Lines.Where(static line => line.Kind is ResponseKind.Success or ResponseKind.Notice).ToArray();
        return response.Error is { } nothing && lines.Length == 0 && !response.WasDoneBefore
            ? throw DialerException.NothingFound(request.Function, nothing)
            : Read<T>(connectionName, request, lines, response.WasDoneBefore);
    }

    /// <summary>Makes the record of a change that was found done, of which no response tells.</summary>
    /// <param name="connectionName">The name of the connection.</param>
    /// <param name="request">What was asked.</param>
    public static T Found<T>(string connectionName, ApiRequest request)
        where T : ChangeRecord, new()
        => Read<T>(connectionName, request, [], wasDoneBefore: true);

    /// <summary>Reads what one line of a response tells, where each line is of another thing.</summary>
    /// <param name="connectionName">The name of the connection that it came from.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="response">The response.</param>
    /// <param name="line">The line.</param>
    /// <param name="wasDoneBefore">Whether an earlier request has done it, so that the line is no refusal.</param>
    public static T ReadLine<T>(string connectionName, ApiRequest request, DialerResponse response, ResponseLine line, bool wasDoneBefore = false)
        where T : ChangeRecord, new()
        => Read<T>(connectionName, request, [line], wasDoneBefore || response.WasDoneBefore);

    /// <summary>Reads what some lines of a response tell of one thing of several.</summary>
    public static T ReadLines<T>(string connectionName, ApiRequest request, DialerResponse response, IEnumerable<ResponseLine> lines)
        where T : ChangeRecord, new()
        => Read<T>(connectionName, request, lines.ToArray(), response.WasDoneBefore);

    /// <summary>The lines of a response by the thing that they are of. A line that names none belongs to the lines in front of it.</summary>
    /// <param name="response">The response.</param>
    /// <param name="name">The value that names the thing.</param>
    public static IReadOnlyList<IReadOnlyList<ResponseLine>> Split(DialerResponse response, string name)
    {
        var things = new List<List<ResponseLine>>();
        var byName = new Dictionary<string, List<ResponseLine>>(StringComparer.Ordinal);
        var first = new List<ResponseLine>();
        List<ResponseLine> current = first;
        foreach (ResponseLine line in response.Lines.Where(static line => line.Kind is ResponseKind.Success or ResponseKind.Notice))
        {
            // What was found, or not, repeats what was asked for.
            if (
                (line.Kind == ResponseKind.Success || line.Shape?.NoticeKind is NoticeKind.Done or NoticeKind.Refused)
                && line[name] is { Length: > 0 } thing
            )
            {
                if (!byName.TryGetValue(thing, out current!))
                {
                    byName.Add(thing, current = things.Count == 0 ? first : []);
                    things.Add(current);
                }
            }

            current.Add(line);
        }

        return things;
    }

    private static T Read<T>(string connectionName, ApiRequest request, ResponseLine[] lines, bool wasDoneBefore)
        where T : ChangeRecord, new()
    {
        var cells = new List<(string Column, char[] Cell)>();
        foreach (ResponseLine line in lines.OrderBy(static line => line.Kind == ResponseKind.Success ? 0 : 1))
        {
            for (int i = 0; line.Shape is not null && i < line.Shape.ValueNames.Count && i < line.Values.Count; i++)
            {
                string name = line.Shape.ValueNames[i];
                char[] cell = line.Values[i].ToCharArray();
                if (!cells.Exists(earlier => earlier.Column == name) && RecordBinder<T>.CanRead(name, cell))
                {
                    string stored = request.FindStored(name, line.Values[i]);
                    cells.Add((name, stored == line.Values[i] ? cell : stored.ToCharArray()));
                }
            }
        }

        T record = RecordBinder<T>.Read(cells, connectionName, request);
        ResponseLine? main = lines.FirstOrDefault(static line => line.Kind == ResponseKind.Success)
            ?? lines.FirstOrDefault(static line => line.Shape?.NoticeKind == NoticeKind.Done)
            ?? (lines.Length > 0 ? lines[0] : null);
        record.Message = main?.Message ?? string.Empty;
        record.Notices = Texts(lines.Where(line => line != main && line.Shape?.NoticeKind is not NoticeKind.Refused));
        // What an earlier attempt has done is refused to the next one, and is no refusal.
        record.Refusals = wasDoneBefore ? TextList.Empty : Texts(lines.Where(line => line.Shape?.NoticeKind is NoticeKind.Refused));
        record.WasDoneBefore = wasDoneBefore;

        // Where lines contradict each other, a refusal is the one to believe.
        foreach (ResponseLine line in lines.Where(static line => line.Shape?.Part.Length > 0).OrderBy(static line => line.Shape!.NoticeKind))
        {
            record.NotePart(line.Shape!.Part, line.Shape.NoticeKind == NoticeKind.Done);
        }

        return record;
    }

    private static TextList Texts(IEnumerable<ResponseLine> lines) => new(lines.Select(static line => line.Message).ToArray());
}
