using System;

namespace Vicidial.Http;

/// <summary>What a client sent is rejected.</summary>
internal sealed class RejectedRequestException(HttpRejection rejection) : Exception("The request is rejected.")
{
    public HttpRejection Rejection { get; } = rejection;
}
