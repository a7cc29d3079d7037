using System.Text;

namespace Vicidial.Simulator.Hosting;

/// <summary>One HTTP response, independent of its transport.</summary>
public sealed class SimulatorResponse
{
    /// <summary>The content type that both APIs send for everything that a function prints.</summary>
    public const string ApiContentType = "text/html; charset=utf-8";

    /// <summary>The content type of a page of the web server itself, for example for an unknown path.</summary>
    public const string ServerContentType = "text/html; charset=iso-8859-1";

    private static readonly KeyValuePair<string, string>[] NoHeaders = [];

    /// <summary>Makes a response.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="contentType">The content type.</param>
    /// <param name="body">The body's bytes; not copied.</param>
    /// <param name="headers">More headers, such as <c>Location</c>.</param>
    public SimulatorResponse(int status, string contentType, byte[] body, IReadOnlyList<KeyValuePair<string, string>>? headers = null)
    {
        Status = status;
        ContentType = contentType ?? throw new ArgumentNullException(nameof(contentType));
        Body = body ?? throw new ArgumentNullException(nameof(body));
        Headers = headers ?? NoHeaders;
    }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>The content type.</summary>
    public string ContentType { get; }

    /// <summary>The body's bytes.</summary>
    public byte[] Body { get; }

    /// <summary>Headers besides the content type and length.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; }

    /// <summary>A response as a function of the dialer prints it.</summary>
    /// <param name="body">The text, with its line ends.</param>
    /// <param name="status">The HTTP status.</param>
    /// <returns>The response.</returns>
    public static SimulatorResponse Text(string body, int status = 200) => Text(body, status, ApiContentType);

    /// <summary>A response of text with a content type of its own.</summary>
    /// <param name="body">The text, with its line ends.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="contentType">The content type.</param>
    /// <returns>The response.</returns>
    public static SimulatorResponse Text(string body, int status, string contentType) =>
        new(status, contentType, Encoding.UTF8.GetBytes(body ?? throw new ArgumentNullException(nameof(body))));

    /// <summary>The web server's own page for a path that does not exist.</summary>
    /// <returns>The response.</returns>
    public static SimulatorResponse NotFound() => ServerPage(404, "Not Found", "This server has no such address.");

    internal static SimulatorResponse ServerPage(int status, string title, string text) => Text(
        "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\" \"http://www.w3.org/TR/html4/strict.dtd\">\n"
        + $"<html><head>\n<title>{status} {title}</title>\n</head><body>\n<h1>{title}</h1>\n<p>{text}</p>\n</body></html>\n",
        status,
        ServerContentType);
}
