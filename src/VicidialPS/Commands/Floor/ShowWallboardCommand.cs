using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;
using VicidialPS.Binding;
using VicidialPS.Wallboard;

namespace VicidialPS.Commands.Floor;

/// <summary>
/// Shows the floor in the terminal, redrawn in place, sorted and coloured by what the agents do and since when, with totals
/// of each campaign (API function <c>logged_in_agents</c>, asked again and again).
/// </summary>
[Cmdlet(VerbsCommon.Show, "VicidialWallboard")]
[ApiFunction("logged_in_agents")]
[OutputType(typeof(string))]
public sealed class ShowWallboardCommand : WallboardCommand
{
    // The other screen of the terminal, so that what stood on this one is there again in the end. A line is cut where it is too long.
    private static readonly string[] Enter = ["1049h", "25l", "7l"];
    private static readonly string[] Leave = ["7h", "25h", "1049l"];
    private const int UsualWidth = 120;
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);
    private bool _isDrawing;

    /// <summary>Emits one frame as lines of text, and ends.</summary>
    [Parameter]
    public SwitchParameter Once { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (Once)
        {
            PollOnce();
            if (Sources.Any(static source => source.LastHeard is not null))
            {
                WriteObject(BoardText.Write(MakeFrame(), UsualWidth, null, hasColor: false), enumerateCollection: true);
            }

            return;
        }

        if (Sources.Count == 0)
        {
            return;
        }

        if (!CanDraw())
        {
            PollOn(_ => WriteObject(BoardText.Write(MakeFrame(), UsualWidth, null, hasColor: false).Concat([string.Empty]), enumerateCollection: true));
            return;
        }

        _isDrawing = HoldsMessages = true;
        SetModes(Enter);
        bool hasColor = HasColor();
        PollOn(_ => Draw(hasColor), () => Draw(hasColor), OneSecond);
        LeaveScreen();
        WriteHeldMessages();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            LeaveScreen();
        }

        base.Dispose(disposing);
    }

    private void LeaveScreen()
    {
        if (_isDrawing)
        {
            _isDrawing = false;
            SetModes(Leave);
        }
    }

    // Where the user wants no colours, PowerShell takes these sequences out of what is written as well, and the board would be
    // drawn over the user's screen. It looks at one write at a time; the terminal sees no difference.
    private void SetModes(string[] modes)
    {
        foreach (string mode in modes)
        {
            Host.UI.Write("\u001b[?");
            Host.UI.Write(mode);
        }
    }

    private void Draw(bool hasColor)
    {
        Size window = Host.UI.RawUI.WindowSize;
        IReadOnlyList<string> lines = BoardText.Write(MakeFrame(), Math.Max(20, window.Width), Math.Max(8, window.Height), hasColor);

        // One write a frame, and each line cleared behind its end: nothing flickers.
        Host.UI.Write("\u001b[H" + string.Join("\u001b[K\r\n", lines) + "\u001b[K\u001b[J");
    }

    private bool CanDraw()
    {
        try
        {
            return Host.UI is { SupportsVirtualTerminal: true } && !Console.IsOutputRedirected && Host.UI.RawUI.WindowSize.Width > 0;
        }
        catch (Exception failure) when (failure is HostException or NotImplementedException or InvalidOperationException or PSNotImplementedException)
        {
            // A host without a screen of its own gets lines.
            return false;
        }
    }

    private bool HasColor()
        => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && (SessionState.PSVariable.GetValue("PSStyle") is not { } style || PSObject.AsPSObject(style).Properties["OutputRendering"]?.Value?.ToString() != "PlainText");
}
