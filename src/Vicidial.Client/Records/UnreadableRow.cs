namespace Vicidial.Client.Records;

/// <summary>A row that the dialer sent and that cannot be read, because a value holds the delimiter or a line break.</summary>
public sealed class UnreadableRow : DialerRecord
{
    internal UnreadableRow(string connectionName, string function, string text, string problem)
    {
        ConnectionName = connectionName;
        Function = function;
        Text = text;
        Problem = problem;
    }

    /// <summary>The API function that answered it.</summary>
    public string Function { get; }

    /// <summary>The row as it came.</summary>
    public string Text { get; }

    /// <summary>Why it cannot be read.</summary>
    public string Problem { get; }
}
