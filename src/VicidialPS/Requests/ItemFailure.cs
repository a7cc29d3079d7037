using Vicidial.Client.Errors;

namespace VicidialPS.Requests;

/// <summary>What went wrong with one of several inputs that went out in one request.</summary>
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
