using System.Collections.Generic;
using System.Globalization;

namespace Vicidial.Simulator.Tests.Support;

/// <summary>A reply as it came over the wire.</summary>
internal sealed record RawReply(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public int ContentLength => int.Parse(Headers["Content-Length"], CultureInfo.InvariantCulture);
}
