using System.Net;
using System.Text;

namespace Vicidial.Client.Benchmarks;

/// <summary>Reads each request to its end and responds with one text, without a network.</summary>
internal sealed class FixedResponse(string text) : HttpMessageHandler
{
    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(text);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
        {
            await content.CopyToAsync(Stream.Null, cancellationToken);
        }

        return new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = new ByteArrayContent(_bytes) };
    }
}
