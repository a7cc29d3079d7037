using System.Text;

namespace Vicidial.Client.Events;

/// <summary>
/// Gives each event an ID that its copies share. If the URL has all variables that identify an event of its kind, the ID is made of them; otherwise,
/// of the bytes of the request. Literal fields count, so that two URLs for one event create two events.
/// </summary>
internal static class EventIdentity
{
    /// <summary>Sets the ID of an event, and what it corrects.</summary>
    public static void Fill(DialerEvent target, IReadOnlyList<EventField> fields, EventRequest request)
    {
        var id = new StringBuilder();
        var subject = new StringBuilder();
        string? corrected = null;
        bool hasKey = EventCatalog.Find(target.Kind) is { } kind && AppendKey(id, subject, ref corrected, kind, fields);
        if (!hasKey)
        {
            id.Clear().Append(TextOf(request));
        }
        else if (corrected is not null)
        {
            target.Correction = new EventCorrectionKey(EventId.Of(subject.ToString()), corrected);
        }

        if (request.CorrectionNumber > 0)
        {
            id.Append('\n').Append(request.CorrectionNumber);
        }

        target.EventId = EventId.Of(id.ToString()).ToString();
    }

    /// <summary>The ID of a request's bytes.</summary>
    public static EventId OfBytes(EventRequest request) => EventId.Of(TextOf(request));

    private static string TextOf(EventRequest request) => $"{request.Target}\n{request.Body}";

    private static bool AppendKey(
        StringBuilder id, StringBuilder subject, ref string? corrected, EventKindInfo kind, IReadOnlyList<EventField> fields)
    {
        if (kind.Identity.Count == 0)
        {
            return false;
        }

        id.Append(kind.Name);
        subject.Append(kind.Name);
        foreach (string part in kind.Identity)
        {
            bool isCorrected = part.EndsWith("~", StringComparison.Ordinal);
            string names = part.TrimEnd('~');
            bool isNeeded = names.EndsWith("!", StringComparison.Ordinal);
            IEnumerable<string> values = names.TrimEnd('!').Split('|').Select(name => Find(fields, name));
            string value = values.FirstOrDefault(static found => found.Length > 0) ?? string.Empty;
            if (isNeeded && value.Length == 0)
            {
                return false;
            }

            id.Append('\n').Append(value);
            if (isCorrected)
            {
                corrected = value;
            }
            else
            {
                subject.Append('\n').Append(value);
            }
        }

        foreach (EventField field in fields.Where(static field => field.Variable is null))
        {
            id.Append('\n').Append(field.Name).Append('=').Append(field.Value);
            subject.Append('\n').Append(field.Name).Append('=').Append(field.Value);
        }

        return true;
    }

    private static string Find(IReadOnlyList<EventField> fields, string variable)
    {
        foreach (EventField field in fields)
        {
            if (string.Equals(field.Variable, variable, StringComparison.OrdinalIgnoreCase))
            {
                return field.Value;
            }
        }

        return string.Empty;
    }
}
