namespace Vicidial.Client.Slicing;

/// <summary>What leads are found by.</summary>
public enum LeadKey
{
    /// <summary>Telephone numbers.</summary>
    PhoneNumber,

    /// <summary>Keys of the vendor.</summary>
    VendorLeadCode,
}
