namespace Vicidial.Simulator.World;

/// <summary>The recording of a call.</summary>
public sealed class CallRecording
{
    /// <summary>Makes a recording.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="startedAt">When it began, in dialer time.</param>
    public CallRecording(long id, DateTime startedAt)
    {
        Id = id;
        StartedAt = startedAt;
    }

    /// <summary>Its number.</summary>
    public long Id { get; }

    /// <summary>When it began, in dialer time.</summary>
    public DateTime StartedAt { get; set; }

    /// <summary>The agent.</summary>
    public string User { get; set; } = string.Empty;

    /// <summary>The lead.</summary>
    public long LeadId { get; set; }

    /// <summary>The identifier of the call's channel.</summary>
    public string UniqueId { get; set; } = string.Empty;

    /// <summary>The extension that recorded.</summary>
    public string Extension { get; set; } = string.Empty;

    /// <summary>The length in seconds.</summary>
    public int Length { get; set; }

    /// <summary>The file's name without its extension, or empty.</summary>
    public string FileName { get; set; } = string.Empty;

    /// <summary>The telephony server that recorded.</summary>
    public string Server { get; set; } = "10.10.10.15";

    /// <summary>The address of the file; empty until it was moved to the web server.</summary>
    public string Location { get; set; } = string.Empty;

    /// <summary>Moves the file to the web server.</summary>
    internal void Publish() => Location = $"http://{Server}/RECORDINGS/MP3/{FileName}-all.mp3";
}
