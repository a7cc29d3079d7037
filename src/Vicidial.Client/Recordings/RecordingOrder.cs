using System;

namespace Vicidial.Client.Recordings;

/// <summary>A recording to fetch.</summary>
public sealed class RecordingOrder
{
    /// <summary>Orders a recording.</summary>
    /// <param name="location">Where it is said to be.</param>
    /// <param name="path">The whole path of the file that it becomes.</param>
    public RecordingOrder(Uri location, string path)
    {
        Location = location;
        Path = path;
    }

    /// <summary>Where it is said to be.</summary>
    public Uri Location { get; }

    /// <summary>The whole path of the file that it becomes.</summary>
    public string Path { get; }

    /// <summary>Whether a dialer has said where it is, and not a file.</summary>
    public bool IsNamedByDialer { get; set; }

    /// <summary>Whether a file that is there is replaced.</summary>
    public bool Overwrite { get; set; }
}
