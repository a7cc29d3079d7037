using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Vicidial.Client.Tests.Support;

/// <summary>Responds to requests with a list of steps in order, and then with the last one again and again.</summary>
internal sealed class StubHandler : HttpMessageHandler
{
    private readonly Func<HttpRequestMessage, string, HttpResponseMessage>[] _steps;
    private readonly List<string> _bodies = [];

    public StubHandler(params Func<HttpRequestMessage, string, HttpResponseMessage>[] steps) => _steps = steps;

    /// <summary>The bodies of all requests, including those whose connection failed before the body was read.</summary>
    public IReadOnlyList<string> Bodies
    {
        get
        {
            lock (_bodies)
            {
                return _bodies.ToArray();
            }
        }
    }

    public int Count => Bodies.Count;

    /// <summary>A response of a dialer.</summary>
    public static Func<HttpRequestMessage, string, HttpResponseMessage> Response(
        string body,
        int status = 200,
        string? retryAfter = null,
        string? date = null
    ) =>
        (request, _) =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
        };
        if (retryAfter is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        if (date is not null)
        {
            response.Headers.TryAddWithoutValidation("Date", date);
        }

        return response;
    };

    /// <summary>Fails as if nothing listens. The body is never read.</summary>
    public static HttpResponseMessage Refuse(HttpRequestMessage request, string body)
        => throw new HttpRequestException("Connection refused", new SocketException((int)SocketError.ConnectionRefused));

    /// <summary>Resets the connection after the body was sent.</summary>
    public static HttpResponseMessage Reset(HttpRequestMessage request, string body)
        => throw new HttpRequestException("Sending failed", new SocketException((int)SocketError.ConnectionReset));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Func<HttpRequestMessage, string, HttpResponseMessage> step;
        int index;
        lock (_bodies)
        {
            index = _bodies.Count;
            step = _steps[Math.Min(index, _steps.Length - 1)];
            _bodies.Add(string.Empty);
        }

        if (step != Refuse)
        {
            string body = await request.Content!.ReadAsStringAsync(cancellationToken);
            lock (_bodies)
            {
                _bodies[index] = body;
            }

            return step(request, body);
        }

        return step(request, string.Empty);
    }
}
