namespace Vicidial.Client.Text;

/// <summary>What becomes of one field of a request that is not simply sent and stored as it is.</summary>
public sealed class FieldVerdict
{
    internal FieldVerdict(string field, TextVerdict text)
    {
        Field = field;
        Text = text;
    }

    /// <summary>The name of the field on the wire.</summary>
    public string Field { get; }

    /// <summary>What becomes of its value.</summary>
    public TextVerdict Text { get; }
}
