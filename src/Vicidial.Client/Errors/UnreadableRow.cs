using Vicidial.Client.Functions;
using Vicidial.Client.Records;
using Vicidial.Client.Responses;

namespace Vicidial.Client.Errors;

/// <summary>A row of the response that cannot be read, because a value contains the delimiter or a line break.</summary>
public sealed class UnreadableRow : DialerRecord
{
    private const int MostShown = 300;

    internal UnreadableRow(string connectionName, string function, string text, string problem)
    {
        ConnectionName = connectionName;
        Function = function;
        Text = text;
        Problem = problem;
    }

    /// <summary>The error that carries such a row.</summary>
    internal static DialerException Report(string connectionName, ApiFunction function, string text, string problem)
    {
        var row = new UnreadableRow(connectionName, function.Name, text, problem);
        return new DialerException(
            "UnreadableRow",
            DialerErrorKind.Server,
            $"Cannot read a row of the response to {function.Name}: {problem}. The row: "
                + $"{ShownText.ForMessage(text.Length > MostShown ? text : text.Replace('\t', '|'), MostShown)}"
        )
        {
            Row = row,
            ConnectionName = connectionName,
            Function = function.Name,
            Attempts = 1,
        };
    }

    /// <summary>The API function that returned the row.</summary>
    public string Function { get; }

    /// <summary>The row as it was received.</summary>
    public string Text { get; }

    /// <summary>The text before the first delimiter. It is the key of the row, because a key cannot contain a delimiter or a line break.</summary>
    internal string FirstValue => Text.Split('\t', '|')[0].Trim();

    /// <summary>Why it cannot be read.</summary>
    public string Problem { get; }
}
