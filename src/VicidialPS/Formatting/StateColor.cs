using Vicidial.Client.Floor;
using Vicidial.Client.Responses;
using VicidialPS.Wallboard;

namespace VicidialPS.Formatting;

/// <summary>
/// Colors states in table views. PowerShell 7.2 and later removes the colors if <c>$PSStyle.OutputRendering</c>, NO_COLOR, or the host
/// requires it. Windows PowerShell would count them as characters of the column, so it gets none.
/// </summary>
public static class StateColor
{
    private const string Reset = "\u001b[0m";
    private static readonly bool HasStyle = typeof(PSObject).Assembly.GetType("System.Management.Automation.PSStyle") is not null;

    /// <summary>Colors the status of an agent.</summary>
    public static string? Paint(string? status, string? subStatus) =>
        Wrap(status, BoardText.ColorOf(BoardAgent.StateOf(status, subStatus, isLong: false)));

    /// <summary>Colors the kind of an event, so that important ones stand out.</summary>
    public static string? PaintKind(FloorEventKind kind) => Wrap(kind.ToString(), kind switch
    {
        FloorEventKind.CampaignShort or FloorEventKind.PausedLong => BoardText.ColorOf(BoardState.PausedLong),
        FloorEventKind.CampaignStaffed => BoardText.ColorOf(BoardState.Ready),
        _ => string.Empty,
    });

    private static string? Wrap(string? text, string color) =>
        HasStyle && color.Length > 0 && !string.IsNullOrEmpty(text) ? color + ShownText.Clean(text!) + Reset
        : text is null ? null
        : ShownText.Clean(text);
}
