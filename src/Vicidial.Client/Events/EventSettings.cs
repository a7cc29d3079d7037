using System.Collections.ObjectModel;

namespace Vicidial.Client.Events;

/// <summary>The settings of a dialer that accept a URL. As text, for example in a CSV, they are separated by semicolons.</summary>
public sealed class EventSettings : ReadOnlyCollection<EventSetting>
{
    internal EventSettings(IEnumerable<EventSetting> settings)
        : base(settings.ToArray())
    {
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join("; ", this);
}
