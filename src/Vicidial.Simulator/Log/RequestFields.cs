namespace Vicidial.Simulator.Log;

/// <summary>The fields of a request, by name. As text, for example in a CSV, they are written as in a URL.</summary>
public sealed class RequestFields : Dictionary<string, string>
{
    internal RequestFields(KeyValuePair<string, string>[] fields)
        : base(fields.Length, StringComparer.Ordinal)
    {
        foreach (KeyValuePair<string, string> field in fields)
        {
            Add(field.Key, field.Value);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join("&", this.Select(static field => field.Key + "=" + field.Value));
}
