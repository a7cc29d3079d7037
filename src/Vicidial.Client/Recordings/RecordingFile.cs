namespace Vicidial.Client.Recordings;

/// <summary>A recording that is saved as a file.</summary>
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

    /// <summary>Whether the transfer resumed an earlier, interrupted one.</summary>
    public bool WasResumed { get; internal set; }

    /// <summary>Whether the server reported the length, so that the size was checked.</summary>
    public bool IsSizeChecked { get; internal set; }
}
