namespace Vicidial.Client.Records.Audio;

/// <summary>A voicemail box, or the box of an active phone (API function <c>vm_list</c>).</summary>
public sealed class VoicemailBox : DialerRecord
{
    /// <summary>The number of the box.</summary>
    [Column("voicemail_id")]
    public string VoicemailId { get; internal set; } = string.Empty;

    /// <summary>The name of the owner.</summary>
    [Column("fullname")]
    public string FullName { get; internal set; } = string.Empty;

    /// <summary>The email address for messages.</summary>
    [Column("email")]
    public string Email { get; internal set; } = string.Empty;

    /// <inheritdoc/>
    public override string ToString() => VoicemailId;
}
