using System.Collections.Generic;
using System.Linq;

namespace VicidialPS.Wallboard;

/// <summary>What is sent to a terminal to draw a frame in place and to give the screen back.</summary>
internal static class BoardScreen
{
    private const string ClearLine = "\u001b[2K";

    /// <summary>The modes of the alternate screen, without a cursor and without line wrap: the user's own screen stays as it is.</summary>
    public static IReadOnlyList<string> Enter { get; } = ["1049h", "25l", "7l"];

    /// <summary>The modes that give the user's screen back.</summary>
    public static IReadOnlyList<string> Leave { get; } = ["7h", "25h", "1049l"];

    /// <summary>
    /// One text that draws a frame. A line is cleared before it is written: after a line that fills the window, the cursor still is on the
    /// last cell, so clearing to the end of the line would take that cell away.
    /// </summary>
    /// <param name="lines">The lines of the frame.</param>
    /// <param name="height">The lines of the window. More than that would scroll it.</param>
    public static string Draw(IReadOnlyCollection<string> lines, int height)
    {
        string frame = "\u001b[H" + string.Join("\r\n", lines.Take(height).Select(static line => ClearLine + line));
        return lines.Count < height ? frame + "\r\n\u001b[J" : frame;
    }
}
