namespace VicidialPS.Output;

/// <summary>A recording that was saved as a file on this computer.</summary>
public sealed class SavedRecording
{
    /// <summary>The full path of the file.</summary>
    public string Path { get; internal set; } = string.Empty;

    /// <summary>The name of the file.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The size in bytes.</summary>
    public long Length { get; internal set; }

    /// <summary>The ID of the recording.</summary>
    public long? RecordingId { get; internal set; }

    /// <summary>When the recording started, in the dialer's local time.</summary>
    public DateTime? StartTime { get; internal set; }

    /// <summary>The user account.</summary>
    public string? User { get; internal set; }

    /// <summary>The lead.</summary>
    public long? LeadId { get; internal set; }

    /// <summary>The address that it was downloaded from.</summary>
    public Uri? Address { get; internal set; }

    /// <summary>Whether the file already existed with the right size, so that nothing was downloaded.</summary>
    public bool WasThere { get; internal set; }

    /// <summary>Whether an interrupted transfer was resumed.</summary>
    public bool WasResumed { get; internal set; }

    /// <summary>Whether the server sent the size, so that it was checked.</summary>
    public bool IsSizeChecked { get; internal set; }

    /// <summary>The dialer that returned the recording.</summary>
    public string? ConnectionName { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Path;
}
