using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using Vicidial.Client;
using Vicidial.Client.Functions;
using VicidialPS.Binding;
using VicidialPS.Output;
using VicidialPS.Wallboard;

namespace VicidialPS.Commands.Floor;

/// <summary>
/// Writes the floor to one HTML file, or gives it to browsers on this computer as a page that renews itself (API function
/// <c>logged_in_agents</c>).
/// </summary>
[Cmdlet(VerbsData.Export, "VicidialWallboard", DefaultParameterSetName = ToFile, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("logged_in_agents")]
[OutputType(typeof(FileInfo), typeof(WallboardServer))]
public sealed class ExportWallboardCommand : WallboardCommand
{
    private const string ToFile = "Path";
    private const string ToBrowser = "Serve";
    private BoardServer? _server;

    /// <summary>The file.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ToFile)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Gives back the file.</summary>
    [Parameter(ParameterSetName = ToFile)]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Gives the board to browsers on this computer until it is stopped.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ToBrowser)]
    public SwitchParameter Serve { get; set; }

    /// <summary>The port; a free one where none is given.</summary>
    [Parameter(ParameterSetName = ToBrowser)]
    [ValidateRange(0, 65535)]
    public int Port { get; set; }

    /// <summary>The heading of the page.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Title { get; set; } = "Agents";

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (ParameterSetName == ToFile)
        {
            WriteFile();
        }
        else if (Sources.Count > 0)
        {
            ServeBoard();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _server?.Dispose();
        }

        base.Dispose(disposing);
    }

    private void WriteFile()
    {
        string path = Path;
        try
        {
            path = FilePath.Of(this, path, "FileNotWritten");
        }
        catch (DialerException failure)
        {
            ThrowFailure(failure, Path);
        }

        if (!ShouldProcess(path, "Write the board"))
        {
            return;
        }

        PollBoardOnce();
        if (Sources.All(static source => source.LastHeard is null))
        {
            return;
        }

        string part = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            // A browser that reads the file meanwhile sees the old one or the new one, and no half of either.
            File.WriteAllText(part, BoardPage.Write(MakeFrame(), Title, null), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            if (File.Exists(path))
            {
                File.Replace(part, path, null);
            }
            else
            {
                File.Move(part, path);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            RemovePart(part);
            WriteFailure(new DialerException("FileNotWritten", DialerErrorKind.Storage, $"The file {path} cannot be written: {failure.Message}", failure), Path);
            return;
        }

        if (PassThru)
        {
            WriteObject(new FileInfo(path));
        }
    }

    private void ServeBoard()
    {
        if (!ShouldProcess(Port == 0 ? "a free port" : $"port {Port}", "Give the board to browsers"))
        {
            return;
        }

        try
        {
            _server = BoardServer.Start(Port);
        }
        catch (IOException failure)
        {
            ThrowFailure(new DialerException("PortInUse", DialerErrorKind.Conflict, failure.Message, failure), Port);
        }

        ShowPage();
        WriteObject(new WallboardServer(_server!.Uri));
        PollBoard(ShowPage, ShowPage, TimeSpan.FromSeconds(IntervalSec));
    }

    private void ShowPage() => _server!.Show(BoardPage.Write(MakeFrame(), Title, IntervalSec));

    private static void RemovePart(string part)
    {
        try
        {
            File.Delete(part);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // What is told is why the file could not be written.
        }
    }
}
