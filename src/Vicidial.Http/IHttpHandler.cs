namespace Vicidial.Http;

/// <summary>Produces the responses of a server.</summary>
public interface IHttpHandler
{
    /// <summary>Handles one request. Several threads call it at the same time.</summary>
    /// <param name="request">The request. Its buffers are valid until the returned task completes.</param>
    /// <param name="stopping">Canceled when the server stops.</param>
    /// <returns>The response.</returns>
    Task<HttpResponse> HandleAsync(HttpRequest request, CancellationToken stopping);

    /// <summary>Makes the response to something that the server rejects before <see cref="HandleAsync"/> sees it.</summary>
    /// <param name="rejection">Why the server rejects it.</param>
    /// <returns>The response. The connection closes after it.</returns>
    HttpResponse Reject(HttpRejection rejection);
}
