using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace VicidialPS.Output;

/// <summary>Named values in one property. Written out, as in a CSV, they have semicolons between them.</summary>
public sealed class OutputTable : SortedDictionary<string, object>
{
    internal OutputTable()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join("; ", this.Select(static pair => string.Format(CultureInfo.InvariantCulture, "{0} = {1}", pair.Key, pair.Value)));
}
