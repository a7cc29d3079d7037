using System.Text;

namespace VicidialPS.Reports;

/// <summary>Escapes text for HTML pages.</summary>
internal static class Html
{
    /// <summary>Makes text safe, between tags and in attributes.</summary>
    public static string Escape(string? text)
    {
        var safe = new StringBuilder();
        foreach (char c in text ?? string.Empty)
        {
            _ = c switch
            {
                '&' => safe.Append("&amp;"),
                '<' => safe.Append("&lt;"),
                '>' => safe.Append("&gt;"),
                '"' => safe.Append("&quot;"),
                '\'' => safe.Append("&#39;"),
                < ' ' and not '\t' and not '\n' => safe.Append('\uFFFD'),
                >= '\u007f' and <= '\u009f' => safe.Append('\uFFFD'),
                _ => safe.Append(c),
            };
        }

        return safe.ToString();
    }

    /// <summary>The note on campaigns and in-groups that a table leaves out.</summary>
    public static string Quiet(int count) => $"{Figure.Count(count)} {(count == 1 ? "group" : "groups")} without calls left out";
}
