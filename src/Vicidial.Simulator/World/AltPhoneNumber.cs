namespace Vicidial.Simulator.World;

/// <summary>One more phone number of a lead.</summary>
/// <param name="phoneNumber">The number.</param>
/// <param name="phoneCode">The country calling code.</param>
/// <param name="note">A note on it.</param>
public sealed class AltPhoneNumber(string phoneNumber, string phoneCode, string note)
{
    /// <summary>The number.</summary>
    public string PhoneNumber { get; } = phoneNumber;

    /// <summary>The country calling code.</summary>
    public string PhoneCode { get; } = phoneCode;

    /// <summary>A note on it.</summary>
    public string Note { get; } = note;
}
