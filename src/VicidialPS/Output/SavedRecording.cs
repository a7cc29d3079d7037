using System;

namespace VicidialPS.Output;

/// <summary>A recording that is a file on this computer.</summary>
public sealed class SavedRecording
{
    /// <summary>The whole path of the file.</summary>
    public string Path { get; internal set; } = string.Empty;

    /// <summary>The name of the file.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The number of bytes.</summary>
    public long Length { get; internal set; }

    /// <summary>The number of the recording.</summary>
    public long? RecordingId { get; internal set; }

    /// <summary>When the recording began, in the dialer's local time.</summary>
    public DateTime? StartTime { get; internal set; }

    /// <summary>The user account.</summary>
    public string? User { get; internal set; }

    /// <summary>The lead.</summary>
    public long? LeadId { get; internal set; }

    /// <summary>Where it was asked for.</summary>
    public Uri? Address { get; internal set; }

    /// <summary>Whether the file was there before, of the right size; nothing was fetched.</summary>
    public bool WasThere { get; internal set; }

    /// <summary>Whether a part of it was there from a transfer that broke.</summary>
    public bool WasResumed { get; internal set; }

    /// <summary>Whether the server told how long it is, so that the size was checked.</summary>
    public bool IsSizeChecked { get; internal set; }

    /// <summary>The dialer that named the recording.</summary>
    public string? ConnectionName { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Path;
}
