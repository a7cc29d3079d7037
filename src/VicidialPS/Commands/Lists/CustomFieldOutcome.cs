using System;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Lists;

namespace VicidialPS.Commands.Lists;

/// <summary>What the dialer's own page made of a change of custom fields: the dialer passes it on as a notice, whatever it is.</summary>
internal static class CustomFieldOutcome
{
    private const string Failed = "ERROR";
    private const string Unanswered = "NONE";

    /// <summary>Lets a result through that the page has confirmed, or that it was not asked for.</summary>
    /// <exception cref="DialerException">The page complained, or did not answer.</exception>
    public static object? Check(object? result)
    {
        (string? said, string work) = result switch
        {
            CustomFieldChange change => (change.Result, $"the change of field '{change.FieldLabel}' of list {change.ListId}"),
            ListChange list => (
                list.CustomFieldResult,
                $"the copy of custom fields to list {list.ListId} (whatever else was asked of the list is done)"
            ),
            _ => (null, string.Empty),
        };
        if (said?.StartsWith(Failed, StringComparison.Ordinal) == true)
        {
            throw new DialerException("CustomFieldFailed", DialerErrorKind.Server, $"The dialer's own page refused {work}: {said}");
        }

        return said == Unanswered
            ? throw new DialerException(
                "OutcomeUnknown",
                DialerErrorKind.OutcomeUnknown,
                $"The dialer's own page did not answer, so nobody can say what became of {work}. Get-VicidialCustomField tells."
            )
            : result;
    }
}
