namespace Vicidial.Simulator.World;

/// <summary>A voicemail box that belongs to no phone.</summary>
/// <param name="id">The box's number.</param>
/// <param name="name">Its name.</param>
public sealed class VoicemailBox(string id, string name) : DialerRecord(id, name)
{
    /// <summary>The email address that its messages go to, or empty.</summary>
    public string Email { get; set; } = string.Empty;
}
