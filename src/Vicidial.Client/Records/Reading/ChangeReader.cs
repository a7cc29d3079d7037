using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Binding;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;

namespace Vicidial.Client.Records.Reading;

/// <summary>
/// Creates the record of a change from the lines of its response. The catalog names the values. A value that cannot be read is left out, because the
/// change was made anyway.
/// </summary>
public static class ChangeReader
{
    private const int UsualValues = 8;

    /// <summary>Reads a response that is not a failure.</summary>
    /// <param name="connectionName">The name of the connection that it came from.</param>
    /// <param name="request">The request, for values that the response does not repeat.</param>
    /// <param name="response">The response.</param>
    /// <exception cref="DialerException">The object of the change does not exist.</exception>
    public static T Read<T>(string connectionName, ApiRequest request, DialerResponse response)
        where T : ChangeRecord, new()
    {
        var lines = new List<ResponseLine>(response.Lines.Count);
        for (int i = 0; i < response.Lines.Count; i++)
        {
            if (response.Lines[i].Kind is ResponseKind.Success or ResponseKind.Notice)
            {
                lines.Add(response.Lines[i]);
            }
        }

        return lines.Count == 0 && !response.WasDoneBefore && response.Error is { } nothing
            ? throw DialerException.NothingFound(request.Function, nothing)
            : Read<T>(connectionName, request, lines, response.WasDoneBefore);
    }

    /// <summary>Creates the record of a change that was already made and has no response of its own.</summary>
    /// <param name="connectionName">The name of the connection.</param>
    /// <param name="request">The request.</param>
    public static T Found<T>(string connectionName, ApiRequest request)
        where T : ChangeRecord, new()
        => Read<T>(connectionName, request, [], wasDoneBefore: true);

    /// <summary>Reads one line of a response in which each line is about a different object.</summary>
    /// <param name="connectionName">The name of the connection that it came from.</param>
    /// <param name="request">The request.</param>
    /// <param name="response">The response.</param>
    /// <param name="line">The line.</param>
    /// <param name="wasDoneBefore">Whether an earlier request made the change, so that the line is not a rejection.</param>
    public static T ReadLine<T>(string connectionName, ApiRequest request, DialerResponse response, ResponseLine line, bool wasDoneBefore = false)
        where T : ChangeRecord, new()
        => Read<T>(connectionName, request, [line], wasDoneBefore || response.WasDoneBefore);

    /// <summary>Reads the lines of a response that are about one of several objects.</summary>
    public static T ReadLines<T>(string connectionName, ApiRequest request, DialerResponse response, IEnumerable<ResponseLine> lines)
        where T : ChangeRecord, new()
        => Read<T>(connectionName, request, lines.ToList(), response.WasDoneBefore);

    /// <summary>Groups the lines of a response by object. A line that names no object belongs to the lines before it.</summary>
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
            // Notices about what was found only repeat the request.
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

    private static T Read<T>(string connectionName, ApiRequest request, List<ResponseLine> lines, bool wasDoneBefore)
        where T : ChangeRecord, new()
    {
        var cells = new List<(string Column, string Cell)>(UsualValues);
        AddCells<T>(cells, request, lines, ofSuccess: true);
        AddCells<T>(cells, request, lines, ofSuccess: false);
        T record = RecordBinder<T>.Read(cells, connectionName, request);
        ResponseLine? main = lines.Find(static line => line.Kind == ResponseKind.Success)
            ?? lines.Find(static line => line.Shape?.NoticeKind == NoticeKind.Done)
            ?? (lines.Count > 0 ? lines[0] : null);
        record.Message = main?.Message ?? string.Empty;
        record.WasDoneBefore = wasDoneBefore;

        // Nearly all changes have one line, and no part that could have been rejected.
        if (lines.Count > 1 || lines.Exists(static line => line.Shape is null or { NoticeKind: NoticeKind.Refused } or { Part.Length: > 0 }))
        {
            NoteLines(record, lines, main, wasDoneBefore);
        }

        return record;
    }

    /// <summary>Adds the values for which the record has a property. Of several values with one name, the first counts.</summary>
    private static void AddCells<T>(List<(string Column, string Cell)> cells, ApiRequest request, List<ResponseLine> lines, bool ofSuccess)
        where T : ChangeRecord, new()
    {
        foreach (ResponseLine line in lines)
        {
            bool isOfKind = (line.Kind == ResponseKind.Success) == ofSuccess;
            for (int i = 0; isOfKind && line.Shape is not null && i < line.Shape.ValueNames.Count && i < line.Values.Count; i++)
            {
                string name = line.Shape.ValueNames[i];
                if (!RecordBinder<T>.Has(cells, name) && RecordBinder<T>.CanRead(name, line.Values[i]))
                {
                    cells.Add((name, request.FindStored(name, line.Values[i])));
                }
            }
        }
    }

    private static void NoteLines(ChangeRecord record, List<ResponseLine> lines, ResponseLine? main, bool wasDoneBefore)
    {
        record.Notices = Texts(lines.Where(line => line != main && line.Shape?.NoticeKind is not NoticeKind.Refused));
        // The dialer rejects a repeat of what an earlier attempt has done, which is not a rejection of the change.
        record.Refusals = wasDoneBefore ? TextList.Empty : Texts(lines.Where(line => line.Shape?.NoticeKind is NoticeKind.Refused));

        // If lines contradict each other, the refusal counts.
        foreach (ResponseLine line in lines.Where(static line => line.Shape?.Part.Length > 0).OrderBy(static line => line.Shape!.NoticeKind))
        {
            bool isDone = line.Shape!.NoticeKind == NoticeKind.Done;
            record.NotePart(line.Shape.Part, isDone);
            if (!isDone && !wasDoneBefore)
            {
                record.NoteRefusedPart(line.Shape.Part, line.Message);
            }
        }
    }

    private static TextList Texts(IEnumerable<ResponseLine> lines) => new(lines.Select(static line => line.Message).ToArray());
}
