namespace VicidialPS.Wallboard;

/// <summary>The escape sequences that draw a frame in place and restore the screen.</summary>
internal static class BoardScreen
{
    private const string ClearLine = "\u001b[2K";

    /// <summary>The modes of the alternate screen, without cursor and line wrap. They leave the user's own screen unchanged.</summary>
    public static IReadOnlyList<string> Enter { get; } = ["1049h", "25l", "7l"];

    /// <summary>The modes that restore the user's screen.</summary>
    public static IReadOnlyList<string> Leave { get; } = ["7h", "25h", "1049l"];

    /// <summary>
    /// The text that draws a frame. A line is cleared before it is written: after a line that fills the window, the cursor is still on the last
    /// cell, so clearing to the end of the line would erase that cell.
    /// </summary>
    /// <param name="lines">The lines of the frame.</param>
    /// <param name="height">The number of lines of the window. More lines would scroll it.</param>
    public static string Draw(IReadOnlyCollection<string> lines, int height)
    {
        string frame = "\u001b[H" + string.Join("\r\n", lines.Take(height).Select(static line => ClearLine + line));
        return lines.Count < height ? frame + "\r\n\u001b[J" : frame;
    }
}
