namespace Vicidial.Client.Records.Binding;

/// <summary>What was asked and comes back in no column.</summary>
internal sealed class RequestValue<T>
{
    public RequestValue(ColumnWriter<T> write, char[] value)
    {
        Write = write;
        Value = value;
    }

    public ColumnWriter<T> Write { get; }

    public char[] Value { get; }
}
