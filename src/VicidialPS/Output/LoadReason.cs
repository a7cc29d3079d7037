namespace VicidialPS.Output;

/// <summary>A reason why rows of a load were not done, or not all of them.</summary>
public sealed class LoadReason
{
    internal LoadReason(string errorId, long count, string example)
    {
        ErrorId = errorId;
        Count = count;
        Example = example;
    }

    /// <summary>The error ID.</summary>
    public string ErrorId { get; }

    /// <summary>The number of rows.</summary>
    public long Count { get; }

    /// <summary>The message of the first row.</summary>
    public string Example { get; }

    /// <inheritdoc/>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} ({1})", ErrorId, Count);
}
