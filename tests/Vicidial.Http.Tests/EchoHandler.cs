using System.Collections.Concurrent;
using System.Text;

namespace Vicidial.Http.Tests;

/// <summary>Responds with the target and body of the request, and remembers them.</summary>
internal sealed class EchoHandler : IHttpHandler
{
    public ConcurrentQueue<string> Targets { get; } = new();

    public Func<HttpRequest, CancellationToken, Task>? Before { get; init; }

    public HttpDelivery Delivery { get; init; }

    public async Task<HttpResponse> HandleAsync(HttpRequest request, CancellationToken stopping)
    {
        string target = Latin1(request.Target);
        Targets.Enqueue(target);
        string text = $"{request.Method} {target} [{Latin1(request.Body)}] {request.Header("x-test")}";
        if (Before is not null)
        {
            await Before(request, stopping);
        }

        return new HttpResponse(200, "text/plain", Encoding.Latin1.GetBytes(text)) { Delivery = Delivery };
    }

    public HttpResponse Reject(HttpRejection rejection) => HttpResponse.ForRejection(rejection);

    private static string Latin1(ArraySegment<byte> bytes) => Encoding.Latin1.GetString(bytes);
}
