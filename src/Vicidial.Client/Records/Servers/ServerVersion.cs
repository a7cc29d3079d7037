using Vicidial.Client.Functions;

namespace Vicidial.Client.Records.Servers;

/// <summary>The version of one of a dialer's APIs, and the dialer's clock (API function <c>version</c>, which needs no login).</summary>
public sealed class ServerVersion : DialerRecord
{
    /// <summary>The API that returned the version.</summary>
    public DialerApi Api { get; internal set; }

    /// <summary>The version of the API, such as <c>2.14-202</c>.</summary>
    [Column("VERSION")]
    public string Version { get; internal set; } = string.Empty;

    /// <summary>The build of the API, such as <c>250720-1841</c>.</summary>
    [Column("BUILD")]
    public string Build { get; internal set; } = string.Empty;

    /// <summary>The dialer's local time at its response.</summary>
    [Column("DATE")]
    public DateTime? DialerTime { get; internal set; }

    /// <summary>The same moment in seconds since 1970, UTC.</summary>
    [Column("EPOCH")]
    public long? Epoch { get; internal set; }

    /// <summary>Whether daylight saving time applies; null for the Agent API, which does not report it.</summary>
    [Column("DST")]
    public bool? IsDaylightSaving { get; internal set; }

    /// <summary>Hours from UTC without daylight saving time; null on the Agent API.</summary>
    [Column("TZ")]
    public decimal? StandardOffset { get; internal set; }

    /// <summary>Hours from UTC now; null on the Agent API.</summary>
    [Column("TZNOW")]
    public decimal? CurrentOffset { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} ({1})", Version, Build);
}
