namespace VicidialPS.Tests.Loads;

/// <summary>A journal's file on a disk that is slow or full.</summary>
internal sealed class HeldJournalFile(string path) : FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, 1)
{
    private readonly ManualResetEventSlim _flushBegan = new();
    private readonly ManualResetEventSlim _mayEnd = new(initialState: true);
    private int _flushes;

    /// <summary>Whether writing fails.</summary>
    public bool FailsToWrite { get; set; }

    /// <summary>Whether the disk loses what was written.</summary>
    public bool FailsToFlush { get; set; }

    /// <summary>How many times all bytes so far reached the disk.</summary>
    public int Flushes => Volatile.Read(ref _flushes);

    /// <summary>Lets a flush begin but not end.</summary>
    public void Hold() => _mayEnd.Reset();

    /// <summary>Waits until a flush has begun.</summary>
    public void WaitForFlush(CancellationToken cancellationToken) => _flushBegan.Wait(cancellationToken);

    /// <summary>Lets flushes end.</summary>
    public void Release() => _mayEnd.Set();

    public override void Write(byte[] array, int offset, int count)
    {
        if (FailsToWrite)
        {
            throw new IOException("No space left on device");
        }

        base.Write(array, offset, count);
    }

    public override void Flush(bool flushToDisk)
    {
        _flushBegan.Set();
        _mayEnd.Wait();
        if (FailsToFlush)
        {
            throw new IOException("Input/output error");
        }

        base.Flush(flushToDisk);
        Interlocked.Increment(ref _flushes);
    }
}
