using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Requests;

namespace VicidialPS.Loads;

/// <summary>The result of looking up a row with an unknown outcome.</summary>
internal sealed class RowRecovery
{
    private RowRecovery(bool isDone, string? id, object? result)
    {
        IsDone = isDone;
        Id = id;
        Result = result;
    }

    /// <summary>The row was not done, or can safely be sent again.</summary>
    public static RowRecovery SendAgain { get; } = new(false, null, null);

    /// <summary>Whether the row was done.</summary>
    public bool IsDone { get; }

    /// <summary>The ID of the thing that the row created, if it is known.</summary>
    public string? Id { get; }

    /// <summary>The output for the row, or null.</summary>
    public object? Result { get; }

    /// <summary>The row was done.</summary>
    public static RowRecovery Done(string? id, object? result) => new(true, id, result);

    /// <summary>Decides without a lookup: a request that can safely be repeated is sent again.</summary>
    /// <exception cref="DialerException">The request cannot safely be repeated.</exception>
    public static RowRecovery WithoutLookUp(ApiRequest request)
    {
        if (!request.Function.MayRepeat)
        {
            throw new DialerException(
                "OutcomeUnknown",
                DialerErrorKind.OutcomeUnknown,
                $"The outcome of {request.Function.Name} cannot be looked up."
            );
        }

        request.MayBeDone = true;
        return SendAgain;
    }
}
