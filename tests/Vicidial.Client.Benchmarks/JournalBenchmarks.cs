using BenchmarkDotNet.Attributes;
using Vicidial.Client.Bulk.Journal;

namespace Vicidial.Client.Benchmarks;

/// <summary>
/// The cost of the load journal per row, on the disk of the temporary folder, with as many parallel rows as a load has in flight. One iteration
/// waits up to 10,000 times for the disk, whose times vary, so the number of iterations is fixed.
/// </summary>
[MemoryDiagnoser]
[WarmupCount(2)]
[IterationCount(15)]
public class JournalBenchmarks
{
    private const int Rows = 10000;
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"vicidial-bench-{Environment.ProcessId}.jsonl");

    /// <summary>How many rows wait for the disk together.</summary>
    [Params(1, 8, 64)]
    public int InFlight { get; set; }

    /// <summary>Removes the journal of the iteration before.</summary>
    [IterationSetup]
    [GlobalCleanup]
    public void Remove() => File.Delete(_path);

    /// <summary>Records each row before it is sent, and then its outcome.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public async Task Write()
    {
        var start = new LoadStart("add_lead", "http://dialer.invalid/", null, null);
        using var journal = LoadJournal.Open(_path, start, static () => DateTimeOffset.UtcNow);
        for (long first = 1; first <= Rows; first += InFlight)
        {
            LoadRow[] rows = Enumerable.Range((int)first, (int)Math.Min(InFlight, Rows - first + 1))
                .Select(static number => new LoadRow(number, "7275551111", (ulong)number * 0x9E3779B97F4A7C15UL))
                .ToArray();
            long written = 0;
            foreach (LoadRow row in rows)
            {
                written = journal.Reserve(row);
            }

            await journal.WaitDurableAsync(written);
            foreach (LoadRow row in rows)
            {
                written = journal.Append(new JournalEntry(row, RowOutcome.Done) { Id = "10001" });
            }

            await journal.WaitDurableAsync(written);
        }

        journal.Complete(Rows);
    }
}
