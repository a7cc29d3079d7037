using System.Net;
using System.Net.Sockets;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using VicidialPS.Binding;
using VicidialPS.Completion;
using VicidialPS.Input;
using VicidialPS.Output;
using VicidialPS.Wallboard;

namespace VicidialPS.Commands.Floor;

/// <summary>
/// Writes the wallboard to an HTML file, or serves it to browsers as a page that refreshes (API function <c>logged_in_agents</c>).
/// </summary>
[Cmdlet(VerbsData.Export, "VicidialWallboard", DefaultParameterSetName = ToFile, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("logged_in_agents")]
[OutputType(typeof(FileInfo), typeof(WallboardServer))]
public sealed class ExportWallboardCommand : WallboardCommand
{
    private const string ToFile = "Path";
    private const string ToBrowser = "Serve";
    private const string ToOthers = "Listen";
    private const int UsualPort = 8899;
    private const int ShortestToken = 12;
    private BoardServer? _server;

    /// <summary>The file. An existing file is replaced in one step, so a browser never reads half a page.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ToFile)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>With -Path, returns the file. With -Serve, returns the address of the board.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Serves the board to browsers until it is stopped.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ToBrowser)]
    [Parameter(Mandatory = true, ParameterSetName = ToOthers)]
    public SwitchParameter Serve { get; set; }

    /// <summary>The port on the loopback address. 0 is any free port.</summary>
    [Parameter(ParameterSetName = ToBrowser)]
    [ValidateRange(0, 65535)]
    [NoFileNames]
    public int Port { get; set; } = UsualPort;

    /// <summary>
    /// The address to listen on, so that other computers can open the board: http://0.0.0.0:8899 for all addresses of this computer, or one
    /// of its addresses or names. Without a port, it is 8899.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ToOthers)]
    [ValidateNotNull]
    public Uri ListenUri { get; set; } = new("http://127.0.0.1");

    /// <summary>
    /// The token that browsers must send in the address, as ?token=.... It has at least 12 characters. It is not shown. Without it, a
    /// random token is made each time and is part of the address that is shown.
    /// </summary>
    [Parameter(ParameterSetName = ToOthers)]
    [ValidateNotNull]
    public SecureString? AccessToken { get; set; }

    /// <summary>The heading of the page. The default is Agents.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
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

        if (!ShouldProcess(path, "Write the wallboard"))
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
            // A browser that reads the file at this moment gets the old file or the new one, never a part.
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
            WriteFailure(
                new DialerException("FileNotWritten", DialerErrorKind.Storage, $"The file {path} cannot be written: {failure.Message}", failure),
                Path
            );
            return;
        }

        if (PassThru)
        {
            WriteObject(new FileInfo(path));
        }
    }

    private void ServeBoard()
    {
        bool isForOthers = ParameterSetName == ToOthers;
        (IPAddress address, int port) = isForOthers ? FindAddress() : (IPAddress.Loopback, Port);
        if (!ShouldProcess(port == 0 ? "a free port" : $"{address}:{port}", "Serve the wallboard to browsers"))
        {
            return;
        }

        string? token = isForOthers && !IPAddress.IsLoopback(address) ? TokenText() : null;
        try
        {
            _server = BoardServer.Start(address, port, token);
        }
        catch (IOException failure)
        {
            ThrowFailure(new DialerException("PortInUse", DialerErrorKind.Conflict, failure.Message, failure), isForOthers ? ListenUri : port);
        }

        ShowPage();
        Uri uri = token is null
            ? _server!.Uri
            : new UriBuilder(_server!.Uri) { Query = BoardServer.TokenField + (AccessToken is null ? token : "<token>") }.Uri;
        WriteInformation(new HostInformationMessage { Message = Describe(uri, token is not null) }, ["PSHOST"]);
        if (PassThru)
        {
            WriteObject(new WallboardServer(uri));
        }

        PollBoard(ShowPage, ShowPage, TimeSpan.FromSeconds(IntervalSec));
    }

    private static string Describe(Uri uri, bool isForOthers)
    {
        string address = Uri.UnescapeDataString(uri.AbsoluteUri);
        string first = $"The wallboard is at {address} until you press Ctrl+C.";
        return isForOthers
            ? $"""
            {first}
            To show it on a TV, open the address in the browser of the TV and switch to full screen (F11 on a keyboard).
            Everyone who has the address can read the wallboard, and it is sent without encryption: use it only in a network that you trust.
            """
            : $"""
            {first} Only this computer can open it.
            To show it on a TV that this computer drives, open the address in a browser and press F11 for full screen.
            For a TV with its own browser: Export-VicidialWallboard -Serve -ListenUri http://0.0.0.0:{uri.Port}
            """;
    }

    private (IPAddress Address, int Port) FindAddress()
    {
        if (!ListenUri.IsAbsoluteUri || ListenUri.Scheme != Uri.UriSchemeHttp || ListenUri.PathAndQuery != "/")
        {
            ThrowFailure(
                new DialerException(
                    "InvalidListenUri",
                    DialerErrorKind.InvalidArgument,
                    $"-ListenUri {ListenUri} does not have the form http://address:port, such as http://0.0.0.0:{UsualPort}."
                ),
                ListenUri
            );
        }

        bool namesPort = !ListenUri.IsDefaultPort || ListenUri.OriginalString.TrimEnd('/').EndsWith(":80", StringComparison.Ordinal);
        int port = namesPort ? ListenUri.Port : UsualPort;
        try
        {
            IPAddress[] found = IPAddress.TryParse(ListenUri.DnsSafeHost, out IPAddress? typed)
                ? [typed]
                : WaitFor(Dns.GetHostAddressesAsync(ListenUri.DnsSafeHost));
            return (found[0], port);
        }
        catch (SocketException failure)
        {
            ThrowFailure(
                new DialerException(
                    "InvalidListenUri",
                    DialerErrorKind.InvalidArgument,
                    $"The host {ListenUri.Host} of -ListenUri has no address: {failure.Message}",
                    failure
                ),
                ListenUri
            );
            throw;
        }
    }

    private string TokenText()
    {
        if (AccessToken is not null)
        {
            string given = new NetworkCredential(string.Empty, AccessToken).Password;
            return given.Length >= ShortestToken
                ? given
                : throw new PSArgumentException($"-AccessToken is shorter than {ShortestToken} characters.", nameof(AccessToken));
        }

        var bytes = new byte[16];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(bytes);
        return string.Concat(bytes.Select(static one => one.ToString("x2", CultureInfo.InvariantCulture)));
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
            // The error that is reported is the one from writing the file.
        }
    }
}
