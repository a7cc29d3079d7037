namespace Vicidial.Client.Recordings;

/// <summary>A recording to fetch.</summary>
public sealed class RecordingOrder
{
    /// <summary>Orders a recording.</summary>
    /// <param name="location">The location of the recording.</param>
    /// <param name="path">The whole path of the file that it becomes.</param>
    public RecordingOrder(Uri location, string path)
    {
        Location = location;
        Path = path;
    }

    /// <summary>The location of the recording.</summary>
    public Uri Location { get; }

    /// <summary>The whole path of the file that it becomes.</summary>
    public string Path { get; }

    /// <summary>Whether the location is from a dialer, and not from a file.</summary>
    public bool IsNamedByDialer { get; set; }

    /// <summary>Whether an existing file is replaced.</summary>
    public bool Overwrite { get; set; }
}
