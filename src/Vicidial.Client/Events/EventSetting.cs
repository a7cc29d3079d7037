namespace Vicidial.Client.Events;

/// <summary>A place in a dialer where the URL of an event can be set.</summary>
public sealed class EventSetting
{
    internal EventSetting(string column, string page, string label, string since, string note)
    {
        Column = column;
        Page = page;
        Label = label;
        Since = since;
        Note = note;
    }

    /// <summary>The database column.</summary>
    public string Column { get; }

    /// <summary>The admin page.</summary>
    public string Page { get; }

    /// <summary>The label of the field on that page.</summary>
    public string Label { get; }

    /// <summary>The first release that has it.</summary>
    public string Since { get; }

    /// <summary>Special notes; may be empty.</summary>
    public string Note { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Page}: {Label}";
}
