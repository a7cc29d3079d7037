using Vicidial.Client;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Lists;

namespace VicidialPS.Commands.Lists;

/// <summary>What the dialer's own page made of a change of custom fields: an error of it is no success.</summary>
internal static class CustomFieldOutcome
{
    private const string Failed = "ERROR";

    /// <summary>Lets a result through that is none of the page's errors.</summary>
    /// <exception cref="DialerException">The page complained.</exception>
    public static object? Check(object? result)
        => result is CustomFieldChange change && change.Result?.StartsWith(Failed, System.StringComparison.Ordinal) == true
            ? throw new DialerException("CustomFieldFailed", DialerErrorKind.Server, $"The dialer's own page refused the change of field '{change.FieldLabel}' of list {change.ListId}: {change.Result}")
            : result;
}
