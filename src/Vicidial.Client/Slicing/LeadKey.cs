namespace Vicidial.Client.Slicing;

/// <summary>The key by which leads are found.</summary>
public enum LeadKey
{
    /// <summary>Phone numbers.</summary>
    PhoneNumber,

    /// <summary>Vendor lead codes.</summary>
    VendorLeadCode,
}
