using System.Net;
using Vicidial.Client.Files;

namespace Vicidial.Client.Recordings;

/// <summary>How files of recordings are fetched. They never contain the account of a dialer's API.</summary>
public sealed class RecordingOptions
{
    /// <summary>Which hosts get requests.</summary>
    public RecordingHosts Hosts { get; set; } = new();

    /// <summary>The login for hosts that require one, or null.</summary>
    public NetworkCredential? Credential { get; set; }

    /// <summary>Whether the login may go over http.</summary>
    public bool AllowUnencrypted { get; set; }

    /// <summary>The time to the headers of a response, and then the longest silence between two parts of a file.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The maximum size of one recording in bytes. A larger one, or one that does not end, fails, and its partial file is deleted.</summary>
    public long MaximumSize { get; set; } = 1L << 30;

    /// <summary>How often a transfer is resumed after a temporary failure.</summary>
    public int MaximumRetryCount { get; set; } = 2;

    /// <summary>The wait before a transfer is resumed for the first time. It doubles each time.</summary>
    public TimeSpan RetryInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether no proxy is used, not even the system's own.</summary>
    public bool NoProxy { get; set; }

    /// <summary>Whether any server certificate is accepted.</summary>
    public bool SkipCertificateCheck { get; set; }

    /// <summary>The maximum number of transfers at a time.</summary>
    public int MaximumConnections { get; set; } = 4;

    /// <summary>Returns the free bytes on a folder's disk; null if the system does not report them.</summary>
    internal Func<string, long?> FreeSpaceOf { get; set; } = FreeSpace.Of;
}
