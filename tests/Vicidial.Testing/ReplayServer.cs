using System.Text;
using Vicidial.Simulator.Faults;
using Vicidial.Simulator.Hosting;

namespace Vicidial.Testing;

/// <summary>Serves captures over HTTP on the loopback interface.</summary>
public sealed class ReplayServer : IDisposable
{
    private readonly SimulatorHost _host;
    private readonly SingleResponseHandler? _single;

    private ReplayServer(IRequestHandler handler, FaultPlan? faults)
    {
        _single = handler as SingleResponseHandler;
        _host = SimulatorHost.Start(handler, 0, faults);
    }

    public Uri Uri => _host.Uri;

    public int Port => _host.Port;

    /// <summary>How often the single capture was the response.</summary>
    public int Answers => _single?.Answers ?? throw new InvalidOperationException("This server answers with many captures.");

    /// <summary>Serves all captures of some files.</summary>
    public static ReplayServer Start(params string[] jsonlFiles)
    {
        ArgumentNullException.ThrowIfNull(jsonlFiles);
        return new ReplayServer(new ReplayHandler(jsonlFiles.SelectMany(Captures.LoadFile)), null);
    }

    /// <summary>Responds to every request with one capture, except for the requests of a client when it connects.</summary>
    /// <param name="capture">The capture.</param>
    /// <param name="answersLogin">False if the requests when a client connects get the capture, too.</param>
    /// <param name="faults">The faults, or null for none.</param>
    /// <param name="before">The response to requests that a cmdlet sends before the recorded one, or null for the capture.</param>
    public static ReplayServer StartFor(Capture capture, bool answersLogin = true, FaultPlan? faults = null, string? before = null) =>
        new(new SingleResponseHandler(capture, answersLogin, before), faults);

    /// <summary>The same by the capture's ID, such as <c>non-agent/add_lead/031</c>.</summary>
    public static ReplayServer StartFor(string generation, string id, bool answersLogin = true) =>
        StartFor(Captures.Find(generation, id), answersLogin);

    /// <summary>Responds to every request with one text, except for the requests of a client when it connects.</summary>
    /// <param name="text">A text that no dialer has ever sent: that of a malicious server.</param>
    public static ReplayServer StartForText(string text) => StartFor(new Capture
    {
        Generation = string.Empty,
        Id = "text",
        ServerVersion = "2.14-202",
        ServerBuild = "250720-1841",
        Api = DialerApi.NonAgent,
        Function = string.Empty,
        Case = string.Empty,
        State = string.Empty,
        Method = "POST",
        Params = [new("function", "any")],
        Status = 200,
        ContentType = "text/html; charset=UTF-8",
        BodyBytes = Encoding.UTF8.GetBytes(text),
    });

    public void Dispose() => _host.Dispose();
}
