using System.Diagnostics;
using System.Management.Automation.Host;
using VicidialPS.Binding;
using VicidialPS.Wallboard;

namespace VicidialPS.Commands.Floor;

/// <summary>
/// Shows the wallboard in the terminal and redraws it in place: agents sorted and colored by state and time, with totals for each
/// campaign (API function <c>logged_in_agents</c>, polled).
/// </summary>
[Cmdlet(VerbsCommon.Show, "VicidialWallboard")]
[ApiFunction("logged_in_agents")]
[OutputType(typeof(string))]
public sealed class ShowWallboardCommand : WallboardCommand
{
    private const int UsualWidth = 120;
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ResizeInterval = TimeSpan.FromMilliseconds(250);
    private readonly Stopwatch _sinceDrawn = new();
    private readonly object _screen = new();
    private TerminationSignals? _signals;
    private Size _window;
    private bool _isDrawing;

    /// <summary>Returns one frame as lines of text, and ends.</summary>
    [Parameter]
    public SwitchParameter Once { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (Once)
        {
            PollBoardOnce();
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
            PollBoard(() =>
                WriteObject(BoardText.Write(MakeFrame(), UsualWidth, null, hasColor: false).Concat([string.Empty]), enumerateCollection: true)
            );
            return;
        }

        bool hasColor = HasColor();
        EnterScreen();
        PollBoard(() => Draw(hasColor), () => DrawIfDue(hasColor), ResizeInterval);
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

    private void EnterScreen()
    {
        _isDrawing = HoldsMessages = true;
        _signals = new TerminationSignals(LeaveScreenAtExit);
        SetModes(BoardScreen.Enter);
    }

    private void LeaveScreen()
    {
        if (_isDrawing)
        {
            _isDrawing = false;
            _signals?.Dispose();
            SetModes(BoardScreen.Leave);
        }
    }

    // A process that is told to end does not dispose its cmdlets; the pipeline runs until the process ends.
    private void LeaveScreenAtExit()
    {
        lock (_screen)
        {
            if (_isDrawing)
            {
                _isDrawing = false;
                Console.Out.Write(string.Concat(BoardScreen.Leave.Select(static mode => "\u001b[?" + mode)));
            }
        }
    }

    // If the user disabled color, PowerShell removes these sequences from each write, and the board would be drawn over the user's
    // screen. Split over two writes, they are not recognized, and the terminal sees no difference.
    private void SetModes(IEnumerable<string> modes)
    {
        foreach (string mode in modes)
        {
            Host.UI.Write("\u001b[?");
            Host.UI.Write(mode);
        }
    }

    private void DrawIfDue(bool hasColor)
    {
        if (_sinceDrawn.Elapsed >= OneSecond || Host.UI.RawUI.WindowSize != _window)
        {
            Draw(hasColor);
        }
    }

    private void Draw(bool hasColor)
    {
        _window = Host.UI.RawUI.WindowSize;
        IReadOnlyList<string> lines = BoardText.Write(MakeFrame(), Math.Max(20, _window.Width), Math.Max(8, _window.Height), hasColor);

        lock (_screen)
        {
            if (_isDrawing)
            {
                // One write per frame avoids flicker.
                Host.UI.Write(BoardScreen.Draw(lines, _window.Height));
            }
        }

        _sinceDrawn.Restart();
    }

    private bool CanDraw()
    {
        try
        {
            return Host.UI is { SupportsVirtualTerminal: true } && !Console.IsOutputRedirected && Host.UI.RawUI.WindowSize.Width > 0;
        }
        catch (Exception failure) when (failure is HostException or NotImplementedException or InvalidOperationException or PSNotImplementedException)
        {
            // The host has no screen, so it gets lines.
            return false;
        }
    }

    private bool HasColor() =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && (
            SessionState.PSVariable.GetValue("PSStyle") is not { } style
            || PSObject.AsPSObject(style).Properties["OutputRendering"]?.Value?.ToString() != "PlainText"
        );
}
