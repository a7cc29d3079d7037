namespace Vicidial.Client.Records.Lists;

/// <summary>A custom field that was added, changed or removed (API function <c>update_list</c>).</summary>
public sealed class CustomFieldChange : ChangeRecord
{
    /// <summary>The list.</summary>
    [Column("list_id"), RequestField("list_id")]
    public long? ListId { get; internal set; }

    /// <summary>The name of the field.</summary>
    [Column("field_label"), RequestField("field_label")]
    public string FieldLabel { get; internal set; } = string.Empty;

    /// <summary>The type, if it was set.</summary>
    [Column("field_type"), RequestField("field_type")]
    public string? FieldType { get; internal set; }

    /// <summary>The response of the dialer's own page: SUCCESS, ERROR, or NONE if it had no response.</summary>
    [Column("custom_field_result")]
    public string? Result { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{ListId} {FieldLabel}";
}
