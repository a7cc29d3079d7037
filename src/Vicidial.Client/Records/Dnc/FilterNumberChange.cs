namespace Vicidial.Client.Records.Dnc;

/// <summary>
/// A number that was added to a filter phone group or removed from it (API functions <c>add_fpg_phone</c> and <c>delete_fpg_phone</c>).
/// </summary>
public sealed class FilterNumberChange : ChangeRecord
{
    /// <summary>The number.</summary>
    [Column("phone_number"), RequestField("phone_number")]
    public string PhoneNumber { get; internal set; } = string.Empty;

    /// <summary>The filter phone group.</summary>
    [Column("group"), RequestField("group")]
    public string FilterGroupId { get; internal set; } = string.Empty;

    /// <inheritdoc/>
    public override string ToString() => $"{PhoneNumber} {FilterGroupId}";
}
