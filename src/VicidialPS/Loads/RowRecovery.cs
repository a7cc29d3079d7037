using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Requests;

namespace VicidialPS.Loads;

/// <summary>What a look-up says of a row of which nobody knew whether it was done.</summary>
internal sealed class RowRecovery
{
    private RowRecovery(bool isDone, string? id, object? result)
    {
        IsDone = isDone;
        Id = id;
        Result = result;
    }

    /// <summary>It was not done, or does no harm when it is done again.</summary>
    public static RowRecovery SendAgain { get; } = new(false, null, null);

    /// <summary>Whether it was done.</summary>
    public bool IsDone { get; }

    /// <summary>The number of what it made, where that is known.</summary>
    public string? Id { get; }

    /// <summary>What goes down the pipeline for it, or null.</summary>
    public object? Result { get; }

    /// <summary>It was done.</summary>
    public static RowRecovery Done(string? id, object? result) => new(true, id, result);

    /// <summary>Decides without a look-up: a request that is harmless twice is sent again.</summary>
    /// <exception cref="DialerException">The request may do harm when it is sent twice.</exception>
    public static RowRecovery WithoutLookUp(ApiRequest request)
    {
        if (!request.Function.MayRepeat)
        {
            throw new DialerException(
                "OutcomeUnknown",
                DialerErrorKind.OutcomeUnknown,
                $"There is no way to look up what {request.Function.Name} has done."
            );
        }

        request.MayBeDone = true;
        return SendAgain;
    }
}
