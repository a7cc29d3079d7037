using Vicidial.Client.Errors;

namespace VicidialPS.Requests;

/// <summary>The error of one of several inputs in one request.</summary>
internal sealed class ItemFailure
{
    public ItemFailure(DialerException failure, object input)
    {
        Failure = failure;
        Input = input;
    }

    public DialerException Failure { get; }

    public object Input { get; }
}
