using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Lists;

namespace VicidialPS.Commands.Lists;

/// <summary>Reads the result of the dialer's admin page for custom fields, which the dialer always returns as a notice.</summary>
internal static class CustomFieldOutcome
{
    private const string Failed = "ERROR";
    private const string Unanswered = "NONE";

    /// <summary>Returns a result that the page confirmed, or that did not need the page.</summary>
    /// <exception cref="DialerException">The page reported an error, or did not respond.</exception>
    public static object? Check(object? result)
    {
        (string? said, string work) = result switch
        {
            CustomFieldChange change => (change.Result, $"the change of field '{change.FieldLabel}' of list {change.ListId}"),
            ListChange list => (
                list.CustomFieldResult,
                $"the copy of custom fields to list {list.ListId} (the other changes of the list are done)"
            ),
            _ => (null, string.Empty),
        };
        if (said?.StartsWith(Failed, StringComparison.Ordinal) == true)
        {
            throw new DialerException("CustomFieldFailed", DialerErrorKind.Server, $"The dialer's admin page rejected {work}: {said}");
        }

        return said == Unanswered
            ? throw new DialerException(
                "OutcomeUnknown",
                DialerErrorKind.OutcomeUnknown,
                $"The dialer's admin page did not respond, so the outcome of {work} is unknown. Check it with Get-VicidialCustomField."
            )
            : result;
    }
}
