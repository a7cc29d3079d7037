using System;
using System.Collections.Generic;
using System.Linq;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Binding;
using Vicidial.Client.Wire;

namespace Vicidial.Client.Records.Reading;

/// <summary>
/// Makes the record of a change of the lines that answer it. Values are found by the names that the catalog gives them; what
/// cannot be read is left out, because the change was made all the same.
/// </summary>
public static class ChangeReader
{
    /// <summary>Reads a reply that is no failure.</summary>
    /// <param name="connectionName">The name of the connection that it came from.</param>
    /// <param name="call">What was asked, for what the reply does not repeat.</param>
    /// <param name="reply">The reply.</param>
    /// <exception cref="DialerException">What was to be changed is not there.</exception>
    public static T Read<T>(string connectionName, ApiCall call, DialerReply reply)
        where T : ChangeRecord, new()
    {
        ReplyLine[] lines = reply.Lines.Where(static line => line.Kind is ReplyKind.Success or ReplyKind.Notice).ToArray();
        return reply.Error is { } nothing && lines.Length == 0 && !reply.WasDoneBefore ? throw DialerException.NothingFound(call.Function, nothing) : Read<T>(connectionName, call, lines, reply.WasDoneBefore);
    }

    /// <summary>Reads what one line of a reply tells, where each line is of another thing.</summary>
    /// <param name="connectionName">The name of the connection that it came from.</param>
    /// <param name="call">What was asked.</param>
    /// <param name="reply">The reply.</param>
    /// <param name="line">The line.</param>
    /// <param name="wasDoneBefore">Whether an earlier call has done it, so that the line is no refusal.</param>
    public static T ReadLine<T>(string connectionName, ApiCall call, DialerReply reply, ReplyLine line, bool wasDoneBefore = false)
        where T : ChangeRecord, new()
        => Read<T>(connectionName, call, [line], wasDoneBefore || reply.WasDoneBefore);

    /// <summary>Reads what some lines of a reply tell of one thing of several.</summary>
    public static T ReadLines<T>(string connectionName, ApiCall call, DialerReply reply, IEnumerable<ReplyLine> lines)
        where T : ChangeRecord, new()
        => Read<T>(connectionName, call, lines.ToArray(), reply.WasDoneBefore);

    /// <summary>The lines of a reply by the thing that they are of. A line that names none belongs to the lines in front of it.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="name">The value that names the thing.</param>
    public static IReadOnlyList<IReadOnlyList<ReplyLine>> Split(DialerReply reply, string name)
    {
        var things = new List<List<ReplyLine>>();
        var byName = new Dictionary<string, List<ReplyLine>>(StringComparer.Ordinal);
        var first = new List<ReplyLine>();
        List<ReplyLine> current = first;
        foreach (ReplyLine line in reply.Lines.Where(static line => line.Kind is ReplyKind.Success or ReplyKind.Notice))
        {
            // What was found, or not, repeats what was asked for.
            if ((line.Kind == ReplyKind.Success || line.Shape?.NoticeSort is NoticeSort.Done or NoticeSort.Refused) && line[name] is { Length: > 0 } thing)
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

    private static T Read<T>(string connectionName, ApiCall call, ReplyLine[] lines, bool wasDoneBefore)
        where T : ChangeRecord, new()
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (ReplyLine line in lines.OrderBy(static line => line.Kind == ReplyKind.Success ? 0 : 1))
        {
            for (int i = 0; line.Shape is not null && i < line.Shape.ValueNames.Count && i < line.Values.Count; i++)
            {
                string name = line.Shape.ValueNames[i];
                if (!values.ContainsKey(name) && RecordBinder<T>.Knows(name) && RecordBinder<T>.Plan([name], connectionName).Read([line.Values[i]], out _) is not null)
                {
                    values.Add(name, line.Values[i]);
                }
            }
        }

        T record = RecordBinder<T>.Plan(values.Keys.ToArray(), connectionName, call).Read(values.Values.ToArray(), out _)!;
        ReplyLine? main = lines.FirstOrDefault(static line => line.Kind == ReplyKind.Success) ?? lines.FirstOrDefault(static line => line.Shape?.NoticeSort == NoticeSort.Done) ?? (lines.Length > 0 ? lines[0] : null);
        record.Message = main?.Message ?? string.Empty;
        record.Notices = Texts(lines.Where(line => line != main && line.Shape?.NoticeSort is not NoticeSort.Refused));
        // What an earlier attempt has done is refused to the next one, and is no refusal.
        record.Refusals = wasDoneBefore ? TextList.Empty : Texts(lines.Where(line => line.Shape?.NoticeSort is NoticeSort.Refused));
        record.WasDoneBefore = wasDoneBefore;
        return record;
    }

    private static TextList Texts(IEnumerable<ReplyLine> lines) => new(lines.Select(static line => line.Message).ToArray());
}
