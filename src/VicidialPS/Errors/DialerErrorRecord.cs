using Vicidial.Client.Errors;
using Vicidial.Client.Functions;

namespace VicidialPS.Errors;

/// <summary>The only place that creates error records.</summary>
internal static class DialerErrorRecord
{
    // PowerShell 7 shows the recommended action below the message; Windows PowerShell does not, so the message contains it.
    private static readonly bool ViewShowsRemedy = typeof(PSObject).Assembly.GetName().Version.Major >= 7;

    /// <summary>Creates an error record.</summary>
    /// <param name="failure">The error.</param>
    /// <param name="target">The input that caused it.</param>
    public static ErrorRecord From(DialerException failure, object? target)
        => new(failure, failure.ErrorId, CategoryOf(failure), failure.Row ?? target)
        {
            CategoryInfo = { Activity = failure.Function ?? string.Empty },
            ErrorDetails = new ErrorDetails(Describe(failure)) { RecommendedAction = failure.Remedy },
        };

    private static string Describe(DialerException failure)
    {
        string where = string.IsNullOrEmpty(failure.ConnectionName) ? string.Empty : failure.ConnectionName + ": ";
        string attempts = failure.Attempts > 1 ? $" ({failure.Attempts} attempts)" : string.Empty;
        return where + failure.Cause + attempts + (ViewShowsRemedy || failure.Remedy.Length == 0 ? string.Empty : " " + failure.Remedy);
    }

    private static ErrorCategory CategoryOf(DialerException failure) => failure.Kind switch
    {
        DialerErrorKind.Authentication => ErrorCategory.AuthenticationError,
        DialerErrorKind.AccountLocked or DialerErrorKind.AddressBlocked => ErrorCategory.SecurityError,
        DialerErrorKind.Permission => ErrorCategory.PermissionDenied,
        DialerErrorKind.InvalidArgument => ErrorCategory.InvalidArgument,
        DialerErrorKind.NotFound => ErrorCategory.ObjectNotFound,
        DialerErrorKind.Conflict => ErrorCategory.ResourceExists,
        DialerErrorKind.State => ErrorCategory.InvalidOperation,
        DialerErrorKind.Limit => ErrorCategory.LimitsExceeded,
        DialerErrorKind.TooOld => ErrorCategory.NotImplemented,
        DialerErrorKind.Transport => ErrorCategory.ConnectionError,
        DialerErrorKind.Timeout => ErrorCategory.OperationTimeout,
        DialerErrorKind.OutcomeUnknown => ErrorCategory.InvalidResult,
        DialerErrorKind.Storage => ErrorCategory.WriteError,
        _ => ErrorCategory.InvalidResult,
    };
}
