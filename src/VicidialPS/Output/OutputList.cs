using System.Collections.ObjectModel;

namespace VicidialPS.Output;

/// <summary>Several values in one property. As text, for example in a CSV, they are separated by commas.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
public sealed class OutputList<T> : ReadOnlyCollection<T>
{
    internal OutputList(IList<T> items)
        : base(items)
    {
    }

#pragma warning disable CA1000, CA2225 // Used only by the cmdlets of this assembly, which collect values in arrays.
    /// <summary>Creates a list from an array.</summary>
    public static implicit operator OutputList<T>(T[] items) => new(items);
#pragma warning restore CA1000, CA2225

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", this);
}
