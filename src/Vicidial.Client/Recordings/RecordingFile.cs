namespace Vicidial.Client.Recordings;

/// <summary>A recording that is a file here.</summary>
public sealed class RecordingFile
{
    internal RecordingFile(Uri address, string path, long length)
    {
        Address = address;
        Path = path;
        Length = length;
    }

    /// <summary>The address from which it was requested.</summary>
    public Uri Address { get; }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The number of bytes.</summary>
    public long Length { get; }

    /// <summary>Whether the file already existed with the size that the server reports, so that nothing was downloaded.</summary>
    public bool WasThere { get; internal set; }

    /// <summary>Whether a part of it was there from a transfer that broke.</summary>
    public bool WasResumed { get; internal set; }

    /// <summary>Whether the server reported the length, so that the size was checked.</summary>
    public bool IsSizeChecked { get; internal set; }
}
