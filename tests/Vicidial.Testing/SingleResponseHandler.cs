using Vicidial.Simulator.Hosting;

namespace Vicidial.Testing;

/// <summary>Responds to every request to one API with one capture. The requests of a client when it connects get normal responses.</summary>
public sealed class SingleResponseHandler : IRequestHandler
{
    private readonly Capture _capture;
    private readonly bool _answersLogin;
    private readonly string? _before;
    private readonly string _function;
    private int _answers;

    public SingleResponseHandler(Capture capture, bool answersLogin = true, string? before = null)
    {
        ArgumentNullException.ThrowIfNull(capture);
        _capture = capture;
        _answersLogin = answersLogin;
        _before = before;
        _function = capture.ToRequest().Field("function") ?? string.Empty;
    }

    /// <summary>How often the capture was the response.</summary>
    public int Answers => Volatile.Read(ref _answers);

    /// <inheritdoc/>
    public SimulatorResponse Handle(SimulatorRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        string function = request.Field("function") ?? string.Empty;

        // The capture may be of a function that connecting uses.
        bool isOwn = request.Api == _capture.Api && function == _function;
        if (_answersLogin && !isOwn && Connecting(request.Api, function) is SimulatorResponse response)
        {
            return response;
        }

        if (_before is not null && (!isOwn || AsksForList(request)))
        {
            return SimulatorResponse.Text(_before);
        }

        if (request.Api != _capture.Api)
        {
            return ReplayHandler.Unmatched(request);
        }

        Interlocked.Increment(ref _answers);
        return _capture.ToResponse();
    }

    // A function that changes one of several entries also lists them.
    private static bool AsksForList(SimulatorRequest request) => request.Field("action") == "LIST" || request.Field("alt_url_id") == "LIST";

    private SimulatorResponse? Connecting(DialerApi api, string function)
    {
        bool isOld = _capture.Generation.StartsWith("2.10", StringComparison.Ordinal);
        return (api, function) switch
        {
            (DialerApi.NonAgent, "version") => SimulatorResponse.Text(
                $"VERSION: {(isOld ? "2.10-69|BUILD: 150217-1404" : "2.14-202|BUILD: 250720-1841")}"
                + "|DATE: 2026-11-20 22:22:44|EPOCH: 1795231364|DST: 0|TZ: -5.00|TZNOW: -5.00|\n"),
            (DialerApi.NonAgent, "") => SimulatorResponse.Text("ERROR: NO FUNCTION SPECIFIED\n"),
            (DialerApi.Agent, "version") => SimulatorResponse.Text(
                $"VERSION: {(isOld ? "2.10-45|BUILD: 150108-1039" : "2.14-82|BUILD: 250122-1010")}|DATE: 2026-11-20 22:23:32|EPOCH: 1795231412\n"),
            (DialerApi.Agent, "webserver") => SimulatorResponse.Text(
                "<PRE>Webserver Data:\nset.timezone: America/New_York\nhost name: replay\n</PRE>\n"),
            _ => null,
        };
    }
}
