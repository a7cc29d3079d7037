using System.ComponentModel;
using Vicidial.Simulator.Hosting;

namespace Vicidial.Simulator.Log;

/// <summary>A request that the simulator received, without secrets.</summary>
public sealed class LoggedRequest
{
    private readonly KeyValuePair<string, string>[] _fields;
    private RequestFields? _byName;

    internal LoggedRequest(
        long number,
        DateTimeOffset receivedAt,
        DateTime dialerTime,
        SimulatorRequest request,
        KeyValuePair<string, string>[] fields,
        int status,
        string response,
        string? fault)
    {
        Number = number;
        ReceivedAt = receivedAt;
        DialerTime = dialerTime;
        Api = request.Api;
        Function = request.Function;
        Method = request.Method;
        User = request.Field("user") ?? string.Empty;
        _fields = fields;
        Status = status;
        Response = response;
        Fault = fault;
    }

    /// <summary>The request's number, from 1. Numbers continue after the log is cleared.</summary>
    public long Number { get; }

    /// <summary>When it arrived, in real time.</summary>
    public DateTimeOffset ReceivedAt { get; }

    /// <summary>When it arrived, in the dialer's local time.</summary>
    public DateTime DialerTime { get; }

    /// <summary>The API.</summary>
    public DialerApi Api { get; }

    /// <summary>The function; empty if there is none.</summary>
    public string Function { get; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>The API account.</summary>
    public string User { get; }

    /// <summary>The fields without the account and its password; other secrets show as <c>***</c>.</summary>
    public RequestFields Fields => _byName ??= new RequestFields(_fields); // Most entries are never read.

    /// <summary>The HTTP status; 0 if no response was sent.</summary>
    public int Status { get; }

    /// <summary>The first 2,000 characters of the response, with passwords as <c>***</c>.</summary>
    public string Response { get; }

    /// <summary>The earlier name of <see cref="Response"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public string Reply => Response;

    /// <summary>The name of the fault that affected the request, or null.</summary>
    public string? Fault { get; }
}
