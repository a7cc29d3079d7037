namespace Vicidial.Simulator.Tests.Support;

/// <summary>A response as it came over the wire.</summary>
internal sealed record RawResponse(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public int ContentLength => int.Parse(Headers["Content-Length"], CultureInfo.InvariantCulture);
}
