using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;

namespace Vicidial.Client.Events;

/// <summary>The settings of a dialer that take a URL. Written out, as in a CSV, they have semicolons between them.</summary>
public sealed class EventSettings : ReadOnlyCollection<EventSetting>
{
    internal EventSettings(IEnumerable<EventSetting> settings)
        : base(settings.ToArray())
    {
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join("; ", this);
}
