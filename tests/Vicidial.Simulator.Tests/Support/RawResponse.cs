namespace Vicidial.Simulator.Tests.Support;

/// <summary>A response as it was received.</summary>
internal sealed record RawResponse(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public int ContentLength => int.Parse(Headers["Content-Length"], CultureInfo.InvariantCulture);
}
