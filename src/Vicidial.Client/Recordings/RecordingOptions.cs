using System;
using System.Net;
using Vicidial.Client.Files;

namespace Vicidial.Client.Recordings;

/// <summary>How files of recordings are fetched. The account of a dialer's API has no place in it.</summary>
public sealed class RecordingOptions
{
    /// <summary>Which hosts get requests.</summary>
    public RecordingHosts Hosts { get; set; } = new();

    /// <summary>The login for hosts that ask for one, or null.</summary>
    public NetworkCredential? Credential { get; set; }

    /// <summary>Whether the login may go over http.</summary>
    public bool AllowUnencrypted { get; set; }

    /// <summary>The time to the headers of a response, and then the longest silence between two parts of a file.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The most bytes of one recording. One that is larger, or that does not end, fails, and what has come of it is deleted.</summary>
    public long MaximumSize { get; set; } = 1L << 30;

    /// <summary>How often a transfer is taken up again after a failure that may pass.</summary>
    public int MaximumRetryCount { get; set; } = 2;

    /// <summary>The wait before a transfer is taken up for the first time; it doubles with each one.</summary>
    public TimeSpan RetryInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether no proxy is used, the system's own included.</summary>
    public bool NoProxy { get; set; }

    /// <summary>Whether any server certificate is taken.</summary>
    public bool SkipCertificateCheck { get; set; }

    /// <summary>The most transfers at once.</summary>
    public int MaximumConnections { get; set; } = 4;

    /// <summary>Tells how many bytes a folder's disk has free; null if the system does not say.</summary>
    internal Func<string, long?> FreeSpaceOf { get; set; } = FreeSpace.Of;
}
