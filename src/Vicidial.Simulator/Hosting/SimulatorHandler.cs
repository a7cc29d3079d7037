using System.Collections.Concurrent;
using Vicidial.Http;
using Vicidial.Simulator.Faults;

namespace Vicidial.Simulator.Hosting;

/// <summary>Connects the HTTP server with the dialer: decodes requests, applies faults, and notifies the observer.</summary>
internal sealed class SimulatorHandler(IRequestHandler handler, FaultPlan faults, IRequestObserver? observer) : IHttpHandler
{
    private static readonly string[] FileHeaders = ["Range", "If-Range", "Authorization"];

    /// <summary>For each function, completes when its next request is done.</summary>
    private readonly ConcurrentDictionary<string, TaskCompletionSource<bool>> _nextWork = new(StringComparer.Ordinal);

    public async Task<HttpResponse> HandleAsync(HttpRequest request, CancellationToken stopping)
    {
        SimulatorRequest decoded = Decode(request);
        FaultDecision decision = Decide(decoded, out Task nextWork);
        Fault? fault = decision.Fault;
        if (fault?.Kind == FaultKind.LateWork)
        {
            await Task.WhenAny(nextWork, Task.Delay(fault.Delay, stopping)).ConfigureAwait(false);
        }

        SimulatorResponse? response = Work(decoded, fault);
        if (_nextWork.TryRemove(decoded.Function, out TaskCompletionSource<bool>? waiting))
        {
            waiting.TrySetResult(true);
        }

        bool isSilent = response is null || fault?.Kind is FaultKind.DropBeforeWork or FaultKind.DropAfterWork;
        observer?.Observe(decoded, isSilent ? null : response, decision.Name);
        if (decision.Latency > TimeSpan.Zero)
        {
            await Task.Delay(decision.Latency, stopping).ConfigureAwait(false);
        }

        return isSilent ? Send(SimulatorResponse.NotFound(), new HttpDelivery { Kind = HttpDeliveryKind.Reset }) : Send(response!, DeliveryOf(fault));
    }

    public HttpResponse Reject(HttpRejection rejection) => Send(
        rejection switch
        {
            HttpRejection.HeaderTooLarge => SimulatorResponse.ServerPage(
                400, "Bad Request", "The size of the request header exceeds this server's limit."),
            HttpRejection.TargetTooLong => SimulatorResponse.ServerPage(
                414, "Request-URI Too Long", "The requested URL's length exceeds the capacity limit for this server."),
            HttpRejection.BodyTooLarge => SimulatorResponse.ServerPage(
                413, "Request Entity Too Large", "The request's body is larger than this server takes."),
            HttpRejection.HostNotAllowed => SimulatorResponse.ServerPage(
                403, "Forbidden", "You don't have permission to access this resource."),
            _ => SimulatorResponse.ServerPage(400, "Bad Request", "Your browser sent a request that this server could not understand."),
        },
        default);

    /// <summary>
    /// Takes the fault of this request. A delayed request has begun before the next one is decided, so the next one always overtakes it.
    /// </summary>
    private FaultDecision Decide(SimulatorRequest decoded, out Task nextWork)
    {
        lock (faults)
        {
            nextWork = Task.CompletedTask;
            FaultDecision decision = decoded.Api == DialerApi.None && !decoded.IsForRecording ? default : faults.Take(decoded.Function);
            if (decision.Fault?.Kind == FaultKind.LateWork)
            {
                nextWork = _nextWork.GetOrAdd(decoded.Function, static _ => NewWork()).Task;
                (handler as IOverlappingHandler)?.Begin(decoded);
            }

            return decision;
        }
    }

    private static TaskCompletionSource<bool> NewWork() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static HttpDelivery DeliveryOf(Fault? fault) => fault?.Kind switch
    {
        FaultKind.CutReply => new HttpDelivery { Kind = HttpDeliveryKind.Cut, BodyBytes = fault.CutAfterBytes },
        FaultKind.ResetAfterHeaders => new HttpDelivery { Kind = HttpDeliveryKind.ResetAfterHeaders, Delay = fault.Delay },
        FaultKind.Stall => new HttpDelivery { Kind = HttpDeliveryKind.Stall, Delay = fault.Delay },
        FaultKind.StallBody => new HttpDelivery { Kind = HttpDeliveryKind.StallBody, Delay = fault.Delay },
        _ => default,
    };

    private static HttpResponse Send(SimulatorResponse response, HttpDelivery delivery) =>
        new(response.Status, response.ContentType, response.Body, response.Headers) { Delivery = delivery };

    private static SimulatorRequest Decode(HttpRequest request)
    {
        Dictionary<string, string>? headers = null;
        foreach (string name in FileHeaders)
        {
            if (request.Header(name) is { } value)
            {
                // The log shows only that there were credentials.
                (headers ??= new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase))[name] = name == "Authorization" ? "***" : value;
            }
        }

        ArraySegment<byte> query = request.Query;
        var sent = new byte[query.Count];
        Buffer.BlockCopy(query.Array!, query.Offset, sent, 0, query.Count);
        FormFields body = request.Body.Count > 0 && IsForm(request)
            ? FormFields.Parse(request.Body.Array!, request.Body.Offset, request.Body.Count)
            : FormFields.Empty;
        return new SimulatorRequest(request.Method, request.PathText(), FormFields.ParseQuery(sent), body, request.RemoteAddress.ToString(), headers);
    }

    /// <summary>PHP reads fields only from a form body; a body without a content type counts as a form.</summary>
    private static bool IsForm(HttpRequest request) =>
        request.Header("Content-Type")?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != false;

    private SimulatorResponse? Work(SimulatorRequest request, Fault? fault)
    {
        if (fault is null)
        {
            return Handle(request);
        }

        if (fault.DoesWork)
        {
            request.Fault = fault.Kind;
            return FaultResponse.Bend(fault, Handle(request));
        }

        return fault.Kind == FaultKind.DropBeforeWork ? null : FaultResponse.Instead(fault);
    }

    private SimulatorResponse Handle(SimulatorRequest request)
    {
#pragma warning disable CA1031 // Like a web server: what goes wrong in a script is status 500, never the end of the host.
        try
        {
            return handler.Handle(request);
        }
        catch (Exception failure)
        {
            return SimulatorResponse.Text($"The simulator failed: {failure.GetType().Name}: {failure.Message}\n", 500);
        }
#pragma warning restore CA1031
    }
}
