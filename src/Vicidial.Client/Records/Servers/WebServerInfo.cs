namespace Vicidial.Client.Records.Servers;

/// <summary>The web server of the Agent API (API function <c>webserver</c>).</summary>
public sealed class WebServerInfo : DialerRecord
{
    /// <summary>The name of the host.</summary>
    [Column("host name")]
    public string HostName { get; internal set; } = string.Empty;

    /// <summary>The name of the server in the request.</summary>
    [Column("server name")]
    public string ServerName { get; internal set; } = string.Empty;

    /// <summary>The operating system.</summary>
    [Column("uname")]
    public string OperatingSystem { get; internal set; } = string.Empty;

    /// <summary>The web server's version.</summary>
    [Column("apache version")]
    public string ApacheVersion { get; internal set; } = string.Empty;

    /// <summary>The version of PHP.</summary>
    [Column("php version")]
    public string PhpVersion { get; internal set; } = string.Empty;

    /// <summary>The number of the web server's processes.</summary>
    [Column("apache processes")]
    public int? ApacheProcesses { get; internal set; }

    /// <summary>The average load of the last minute.</summary>
    [Column("system load average")]
    public decimal? LoadAverage { get; internal set; }

    /// <summary>Free bytes on the disk.</summary>
    [Column("disk free space")]
    public long? DiskFreeSpace { get; internal set; }

    /// <summary>The time zone that is set.</summary>
    [Column("set.timezone")]
    public string TimeZone { get; internal set; } = string.Empty;

    /// <summary>Its short name.</summary>
    [Column("abbr.timezone")]
    public string TimeZoneAbbreviation { get; internal set; } = string.Empty;

    /// <summary>Whether daylight saving time applies.</summary>
    [Column("dst.timezone")]
    public bool? IsDaylightSaving { get; internal set; }

    /// <summary>The time zone of PHP's settings; null if it is not set. The same applies to the properties below.</summary>
    [Column("date.timezone")]
    public string? PhpTimeZone { get; internal set; }

    /// <summary>How long a script may run.</summary>
    [Column("maximum execution time")]
    public TimeSpan? MaximumExecutionTime { get; internal set; }

    /// <summary>How long a script may read its input.</summary>
    [Column("maximum input time")]
    public TimeSpan? MaximumInputTime { get; internal set; }

    /// <summary>The memory that a script may use.</summary>
    [Column("memory limit")]
    public string? MemoryLimit { get; internal set; }

    /// <summary>The largest request.</summary>
    [Column("post maximum size")]
    public string? PostMaximumSize { get; internal set; }

    /// <summary>The largest file.</summary>
    [Column("upload maximum filesize")]
    public string? UploadMaximumFileSize { get; internal set; }

    /// <summary>How long a script waits for a connection.</summary>
    [Column("default socket timeout")]
    public TimeSpan? DefaultSocketTimeout { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => HostName;
}
