namespace Vicidial.Client.Records.Phones;

/// <summary>A phone alias that was added, changed, or removed (API functions <c>add_phone_alias</c> and <c>update_phone_alias</c>).</summary>
public sealed class PhoneAliasChange : ChangeRecord
{
    /// <summary>The alias.</summary>
    [Column("alias_id"), RequestField("alias_id")]
    public string PhoneAliasId { get; internal set; } = string.Empty;

    /// <summary>The name, if it was set.</summary>
    [Column("alias_name"), RequestField("alias_name")]
    public string? PhoneAliasName { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => PhoneAliasId;
}
