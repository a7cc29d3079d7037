namespace Vicidial.Client.Text;

/// <summary>How the dialer stores one field of a request that is not simply sent and stored unchanged.</summary>
public sealed class FieldVerdict
{
    internal FieldVerdict(string field, TextVerdict text)
    {
        Field = field;
        Text = text;
    }

    /// <summary>The name of the field on the wire.</summary>
    public string Field { get; }

    /// <summary>How its value is sent and stored.</summary>
    public TextVerdict Text { get; }
}
