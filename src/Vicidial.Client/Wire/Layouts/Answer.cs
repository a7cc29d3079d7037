using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Responses;

namespace Vicidial.Client.Wire.Layouts;

/// <summary>A complete response that is not a failure, ready to be parsed.</summary>
internal sealed class Answer
{
    public Answer(ApiFunction function, DialerResponse response, string text)
    {
        Function = function;
        Response = response;
        Text = text;
    }

    /// <summary>The function of the request.</summary>
    public ApiFunction Function { get; }

    /// <summary>The classified response.</summary>
    public DialerResponse Response { get; }

    /// <summary>The text without the server's noise, otherwise unchanged.</summary>
    public string Text { get; }

    /// <summary>The lines that are data.</summary>
    public IEnumerable<string> DataLines => Response.Lines.Where(static line => line.Kind == ResponseKind.Row).Select(static line => line.Raw);

    /// <summary>The names of the catalog's columns, in their first variant.</summary>
    public string[] ColumnNames => ColumnNamesOf(Function);

    /// <summary>The names of the catalog's columns of a function, in their first variant.</summary>
    public static string[] ColumnNamesOf(ApiFunction function)
        => function.Columns.TakeWhile(column => column.Variant == function.Columns[0].Variant).Select(static column => column.Name).ToArray();

    /// <summary>Splits a name and its number, such as <c>SALE-6</c>.</summary>
    public static bool TrySplitCount(string text, char separator, out string name, out string count)
    {
        int at = text.LastIndexOf(separator);
        (name, count) = at < 0 ? (text, string.Empty) : (text.Substring(0, at), text.Substring(at + 1));
        return count.Length > 0 && count.All(static c => char.IsAsciiDigit(c));
    }

    /// <summary>The error for a response that does not have the form of its function.</summary>
    public DialerException NotUnderstood(string why) =>
        new("ReplyNotUnderstood", DialerErrorKind.NotUnderstood, $"The dialer's response to {Function.Name} has an unknown form: {why}.")
        {
            Response = Response,
            ResponseText = Response.Lines.Count > 0 ? Response.Lines[0].Raw : null,
        };

    /// <summary>The error for a response without its end.</summary>
    public DialerException Cut()
        => new("ReplyCut", DialerErrorKind.Server, $"The response to {Function.Name} is incomplete. Rows may be missing.") { Response = Response };
}
