namespace VicidialPS.Output;

/// <summary>Named values in one property. As text, for example in a CSV, they are separated by semicolons.</summary>
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
