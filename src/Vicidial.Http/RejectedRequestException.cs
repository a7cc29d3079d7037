namespace Vicidial.Http;

/// <summary>A request is rejected because of what the client sent.</summary>
internal sealed class RejectedRequestException(HttpRejection rejection) : Exception("The request is rejected.")
{
    public HttpRejection Rejection { get; } = rejection;
}
