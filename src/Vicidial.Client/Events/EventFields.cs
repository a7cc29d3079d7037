using System.Collections.ObjectModel;

namespace Vicidial.Client.Events;

/// <summary>The fields of an event by their names. As text, for example in a CSV, they are name=value, separated by semicolons.</summary>
public sealed class EventFields : ReadOnlyDictionary<string, string>
{
    internal EventFields(IDictionary<string, string> fields)
        : base(fields)
    {
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join("; ", this.Select(static field => $"{field.Key}={field.Value}"));
}
