using System.Text;
using Vicidial.Simulator.Functions;
using Vicidial.Simulator.Hosting;

namespace Vicidial.Simulator.Log;

/// <summary>Masks secrets in the log: in fields with such a name, and where a response repeats one.</summary>
internal static class Redaction
{
    private const string Mask = "***";
    private const string NonAgentRefusal = "Login incorrect, please try again: |";
    private const string AgentRefusal = "Invalid Username/Password: |";
    private const string StatementMark = " and pass='";
    private const int LongestResponse = 2000;
    private const int LongestValue = 2000;

    public static KeyValuePair<string, string>[] Fields(IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        var shown = new List<KeyValuePair<string, string>>(fields.Count);
        for (int i = 0; i < fields.Count; i++)
        {
            KeyValuePair<string, string> field = fields[i];
            if (field.Key is not ("user" or "pass"))
            {
                string value = IsSecret(field.Key) ? Mask : field.Value;
                shown.Add(new KeyValuePair<string, string>(
                    field.Key, value.Length <= LongestValue ? value : value.Substring(0, LongestValue)));
            }
        }

        return shown.ToArray();
    }

    public static string Response(SimulatorResponse response, IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        // A character has at most four bytes. What comes after the limit is not decoded.
        string text = Encoding.UTF8.GetString(response.Body, 0, Math.Min(response.Body.Length, LongestResponse * 4));
        text = MaskPart(text, NonAgentRefusal, skippedBars: 1, end: '|');
        text = MaskPart(text, AgentRefusal, skippedBars: 1, end: '|');
        text = text.IndexOf(AgentRefusal, StringComparison.Ordinal) < 0 ? text : MaskPart(text, StatementMark, skippedBars: 0, end: '\'');
        foreach (KeyValuePair<string, string> field in fields)
        {
            if (field.Key != "pass" && field.Value.Length > 0 && IsSecret(field.Key))
            {
                text = MaskColumn(text, field.Value);

                // The dialer returns a password as its filter left it.
                string kept = CharacterFilter.Id.Apply(field.Value, nonLatin: true);
                text = kept.Length == 0 ? text : MaskColumn(text, kept);
            }
        }

        return text.Length <= LongestResponse ? text : text.Substring(0, LongestResponse);
    }

    /// <summary>A password of an account, of a phone or of a registration: every such name ends this way.</summary>
    private static bool IsSecret(string name) =>
        name.EndsWith("pass", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("password", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("secret", StringComparison.OrdinalIgnoreCase);

    /// <summary>Masks the text after the mark and some pipes, up to the end character.</summary>
    private static string MaskPart(string text, string mark, int skippedBars, char end)
    {
        int start = text.IndexOf(mark, StringComparison.Ordinal);
        if (start < 0)
        {
            return text;
        }

        start += mark.Length;
        for (int i = 0; i < skippedBars; i++)
        {
            start = text.IndexOf('|', start) + 1;
            if (start == 0)
            {
                return text;
            }
        }

        int stop = text.IndexOf(end, start);
        if (stop < 0)
        {
            stop = text.Length;
        }

        return stop == start ? text : text.Substring(0, start) + Mask + text.Substring(stop);
    }

    /// <summary>Masks a value that fills a column. The same letters inside other data are not masked.</summary>
    private static string MaskColumn(string text, string value)
    {
        int start = 0;
        while ((start = text.IndexOf(value, start, StringComparison.Ordinal)) >= 0)
        {
            int stop = start + value.Length;
            bool isColumn = start > 0 && text[start - 1] == '|' && (stop == text.Length || text[stop] is '|' or '\n');
            if (isColumn)
            {
                text = text.Substring(0, start) + Mask + text.Substring(stop);
                stop = start + Mask.Length;
            }

            start = stop;
        }

        return text;
    }
}
