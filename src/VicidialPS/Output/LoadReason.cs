using System.Globalization;

namespace VicidialPS.Output;

/// <summary>A reason for which rows of a load were not done.</summary>
public sealed class LoadReason
{
    internal LoadReason(string errorId, long count, string example)
    {
        ErrorId = errorId;
        Count = count;
        Example = example;
    }

    /// <summary>The ErrorId.</summary>
    public string ErrorId { get; }

    /// <summary>For how many rows.</summary>
    public long Count { get; }

    /// <summary>The first of them, in words.</summary>
    public string Example { get; }

    /// <inheritdoc/>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} ({1})", ErrorId, Count);
}
