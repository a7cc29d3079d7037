namespace Vicidial.Simulator.World;

/// <summary>One login for several phones.</summary>
/// <param name="id">The alias.</param>
/// <param name="name">Its name.</param>
/// <param name="logins">The logins of the phones, separated by commas.</param>
public sealed class PhoneAlias(string id, string name, string logins) : DialerRecord(id, name)
{
    /// <summary>The logins of the phones, separated by commas.</summary>
    public string Logins { get; set; } = logins;
}
