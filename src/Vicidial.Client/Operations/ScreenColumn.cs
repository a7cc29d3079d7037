using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Requests;

namespace Vicidial.Client.Operations;

/// <summary>The dialer joins all parts of a command in one column, where the agent's screen reads it, and truncates what does not fit.</summary>
public static class ScreenColumn
{
    private const string Agent = "agent_user";
    private static readonly string[] NamesOfAgent = [Agent, "alt_user"];

    /// <summary>Rejects a command that does not fit into the column.</summary>
    /// <param name="request">The command.</param>
    /// <param name="size">How many characters the column holds.</param>
    /// <param name="overhead">How many characters the dialer adds at least, including separators.</param>
    /// <param name="leftOut">The fields that are not stored in the column.</param>
    /// <exception cref="DialerException">The command does not fit.</exception>
    public static ApiRequest Check(ApiRequest request, int size, int overhead, params string[] leftOut)
    {
        int length = overhead + request.Fields
            .Where(field => Array.IndexOf(NamesOfAgent, field.Key) < 0 && Array.IndexOf(leftOut, field.Key) < 0)
            .Sum(static field => field.Value.Length);
        return length <= size
            ? request
            : throw new DialerException(
                "ValueTooLong",
                DialerErrorKind.InvalidArgument,
                $"The values of the command have {length} characters in total, but the dialer stores only {size}."
            );
    }

    /// <summary>Rejects a change of fields whose names do not fit: the screen gets the names of what has changed in one column.</summary>
    /// <param name="request">The change.</param>
    /// <param name="size">How many characters the column holds.</param>
    /// <exception cref="DialerException">The names do not fit.</exception>
    public static void CheckNames(ApiRequest request, int size)
    {
        string names = string.Join(",", request.Fields.Select(static field => field.Key).Where(static name => name != Agent));
        if (names.Length > size)
        {
            throw new DialerException(
                "ValueTooLong",
                DialerErrorKind.InvalidArgument,
                $"The names of the changed fields have {names.Length} characters, but the dialer stores only {size}, and the agent's screen would "
                + "overwrite the others. Change the fields in two commands."
            );
        }
    }
}
