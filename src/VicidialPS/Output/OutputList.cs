using System.Collections.Generic;
using System.Collections.ObjectModel;

namespace VicidialPS.Output;

/// <summary>Several things in one property. Written out, as in a CSV, they have commas between them.</summary>
/// <typeparam name="T">What they are.</typeparam>
public sealed class OutputList<T> : ReadOnlyCollection<T>
{
    internal OutputList(IList<T> items)
        : base(items)
    {
    }

#pragma warning disable CA1000, CA2225 // Only for the cmdlets of this assembly, which gather in arrays.
    /// <summary>Makes a list of what was gathered.</summary>
    public static implicit operator OutputList<T>(T[] items) => new(items);
#pragma warning restore CA1000, CA2225

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", this);
}
