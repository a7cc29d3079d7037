using Vicidial.Client.Errors;

namespace VicidialPS.Requests;

/// <summary>The result of a change that was made, except for a part of it. The row is done, and its error is written after its result.</summary>
internal sealed class PartlyDone
{
    public PartlyDone(object result, DialerException failure)
    {
        Result = result;
        Failure = failure;
    }

    public object Result { get; }

    public DialerException Failure { get; }
}
