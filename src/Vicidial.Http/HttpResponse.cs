using System.Text;

namespace Vicidial.Http;

/// <summary>An HTTP response, and how it is delivered.</summary>
public sealed class HttpResponse
{
    private static readonly KeyValuePair<string, string>[] NoHeaders = [];

    /// <summary>Makes a response.</summary>
    /// <param name="status">The status code.</param>
    /// <param name="contentType">The content type.</param>
    /// <param name="body">The bytes of the body; not copied.</param>
    /// <param name="headers">More headers, such as <c>Location</c>.</param>
    public HttpResponse(int status, string contentType, byte[] body, IReadOnlyList<KeyValuePair<string, string>>? headers = null)
    {
        Status = status;
        ContentType = contentType ?? throw new ArgumentNullException(nameof(contentType));
        Body = body ?? throw new ArgumentNullException(nameof(body));
        Headers = headers ?? NoHeaders;
    }

    /// <summary>The status code.</summary>
    public int Status { get; }

    /// <summary>The content type.</summary>
    public string ContentType { get; }

    /// <summary>The bytes of the body.</summary>
    public byte[] Body { get; }

    /// <summary>Headers besides content type, length and connection.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; }

    /// <summary>What goes wrong while the response is sent.</summary>
    public HttpDelivery Delivery { get; init; }

    /// <summary>A response of plain UTF-8 text.</summary>
    /// <param name="status">The status code.</param>
    /// <param name="text">The text.</param>
    /// <returns>The response.</returns>
    public static HttpResponse PlainText(int status, string text) => new(status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text));

    /// <summary>A response of plain text for a request that the server rejects.</summary>
    /// <param name="rejection">Why the server rejects it.</param>
    /// <returns>The response.</returns>
    public static HttpResponse ForRejection(HttpRejection rejection) => rejection switch
    {
        HttpRejection.HeaderTooLarge => PlainText(431, "Request header too large\n"),
        HttpRejection.TargetTooLong => PlainText(414, "Request target too long\n"),
        HttpRejection.BodyTooLarge => PlainText(413, "Request body too large\n"),
        HttpRejection.TimedOut => PlainText(408, "Request timed out\n"),
        HttpRejection.AddressNotAllowed or HttpRejection.HostNotAllowed => PlainText(403, "Forbidden\n"),
        HttpRejection.TooManyConnections => PlainText(503, "Busy\n"),
        _ => PlainText(400, "Bad request\n"),
    };
}
