namespace Vicidial.Simulator.World;

/// <summary>A phone with its voicemail box.</summary>
/// <param name="id">The extension.</param>
/// <param name="name">Its name.</param>
public sealed class Phone(string id, string name) : DialerRecord(id, name)
{
    /// <summary>The login of the phone; by default, its extension.</summary>
    public string Login { get; set; } = id;

    /// <summary>The number that rings the phone.</summary>
    public string DialplanNumber { get; set; } = string.Empty;

    /// <summary>The address of its telephony server.</summary>
    public string Server { get; set; } = string.Empty;

    /// <summary>The number of its voicemail box.</summary>
    public string VoicemailId { get; set; } = string.Empty;

    /// <summary>The email address that its messages go to, or empty.</summary>
    public string Email { get; set; } = string.Empty;

    /// <summary>Whether it is active.</summary>
    public bool IsActive { get; set; } = true;
}
