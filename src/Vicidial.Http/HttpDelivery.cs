namespace Vicidial.Http;

/// <summary>How a response is delivered. The default is whole.</summary>
public readonly struct HttpDelivery
{
    /// <summary>What happens.</summary>
    public HttpDeliveryKind Kind { get; init; }

    /// <summary>How long a pause lasts. Zero means until the server stops or, before a reset, a moment.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>How many bytes of the body a cut response has.</summary>
    public int BodyBytes { get; init; }
}
