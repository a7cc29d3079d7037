using System.Text;
using Vicidial.Client.Bulk.Journal;
using Vicidial.Client.Errors;
using Xunit;

namespace Vicidial.Client.Tests.Support;

/// <summary>A journal in a separate folder, and what a killed process would leave of it.</summary>
internal sealed class JournalFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vicidial-journal-");

    public JournalFile() => Path = System.IO.Path.Combine(_folder.FullName, "load.jsonl");

    public string Path { get; }

    public FakeTime Time { get; } = new();

    /// <summary>All bytes, even while a run writes.</summary>
    public byte[] Bytes
    {
        get
        {
            using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            file.CopyTo(copy);
            return copy.ToArray();
        }
        set => File.WriteAllBytes(Path, value);
    }

    public string Text
    {
        get => Encoding.UTF8.GetString(Bytes);
        set => Bytes = new UTF8Encoding(false).GetBytes(value);
    }

    public IReadOnlyList<string> Lines => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<string> Names => _folder.EnumerateFiles().Select(file => file.Name).Order(StringComparer.Ordinal).ToArray();

    public static LoadStart Start(string function = "add_lead", string dialer = "http://dialer.test/", string? shard = null, string? marker = null)
        => new(function, dialer, shard, marker) { DialerTime = new DateTime(2026, 11, 20, 7, 0, 0) };

    /// <summary>A row with its own hash.</summary>
    public static LoadRow Row(long number, ulong hash = 0) => new(number, "727555" + number, hash == 0 ? (ulong)number * 0x9E3779B97F4A7C15UL : hash);

    public static LoadRow RefusedRow(long number) => new(number, "727555" + number, 0);

    public static JournalEntry Done(long number, string? id = null) => new(Row(number), RowOutcome.Done) { Id = id };

    public LoadJournal Open(LoadStart? start = null) => LoadJournal.Open(Path, start ?? Start(), () => Time.UtcNow);

    public string ErrorOfOpening(LoadStart? start = null) => Assert.Throws<DialerException>(() => Open(start).Dispose()).ErrorId;

    /// <summary>Records that rows are about to be sent, and waits until that is safe.</summary>
    public static void Send(LoadJournal journal, params long[] rows)
    {
        foreach (long row in rows)
        {
            journal.WaitDurable(journal.Reserve(Row(row)));
        }
    }

    /// <summary>A run that does its work and ends.</summary>
    public void Run(Action<LoadJournal> run, long? rows = null)
    {
        using LoadJournal journal = Open();
        run(journal);
        if (rows is { } all)
        {
            journal.Complete(all);
        }
        else
        {
            journal.Stop();
        }
    }

    /// <summary>A killed run: only what is on the disk remains.</summary>
    public void Kill(Action<LoadJournal> run)
    {
        byte[] left;
        using (LoadJournal journal = Open())
        {
            run(journal);
            left = Bytes;
        }

        Bytes = left;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
