using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace Vicidial.Client.Events;

/// <summary>
/// Gives each event an ID that its copies share: made of what tells one event of its kind from another, if the URL has all of it, and otherwise of
/// the bytes of the request. Literal fields count, so that two URLs for one event stay two events.
/// </summary>
internal static class EventIdentity
{
    private const int IdBytes = 16;

    public static string Make(EventKindInfo? kind, IReadOnlyList<EventField> fields, EventRequest request)
    {
        var text = new StringBuilder();
        if (kind is null || !AppendKey(text, kind, fields))
        {
            text.Clear().Append(request.Target).Append('\n').Append(request.Body);
        }

        using SHA256 hash = SHA256.Create();
        byte[] bytes = hash.ComputeHash(Encoding.UTF8.GetBytes(text.ToString()));
        var id = new StringBuilder(IdBytes * 2);
        for (int i = 0; i < IdBytes; i++)
        {
            id.Append(bytes[i].ToString("x2", CultureInfo.InvariantCulture));
        }

        return id.ToString();
    }

    private static bool AppendKey(StringBuilder text, EventKindInfo kind, IReadOnlyList<EventField> fields)
    {
        if (kind.Identity.Count == 0)
        {
            return false;
        }

        text.Append(kind.Name);
        foreach (string part in kind.Identity)
        {
            bool isNeeded = part.EndsWith("!", StringComparison.Ordinal);
            IEnumerable<string> values = part.TrimEnd('!').Split('|').Select(name => Find(fields, name));
            string value = values.FirstOrDefault(static found => found.Length > 0) ?? string.Empty;
            if (isNeeded && value.Length == 0)
            {
                return false;
            }

            text.Append('\n').Append(value);
        }

        foreach (EventField field in fields.Where(static field => field.Variable is null))
        {
            text.Append('\n').Append(field.Name).Append('=').Append(field.Value);
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
