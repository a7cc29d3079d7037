using Vicidial.Client.Errors;
using Vicidial.Client.Functions;

namespace Vicidial.Client.Bulk.Journal;

/// <summary>The content of a journal: the last entry for each row, by row number.</summary>
public sealed class JournalAccount : IDisposable
{
    // A row that was only about to be sent. For other rows, the table has the position of the entry in the file, to save memory.
    private const long OnlySending = -1;
    private readonly FileStream _file;
    private readonly RowTable<long> _offsets = new();

    private JournalAccount(FileStream file, string path)
    {
        _file = file;
        Path = path;
        Start = null!;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The load that the journal belongs to.</summary>
    public LoadStart Start { get; private set; }

    /// <summary>How many rows the whole input has; null if the last run did not read it to its end.</summary>
    public long? Rows { get; private set; }

    /// <summary>The highest row that was sent or has an outcome.</summary>
    public long HighestRow { get; private set; }

    /// <summary>The latest time in the journal.</summary>
    public DateTimeOffset LastTime { get; private set; }

    /// <summary>Reads a journal, even while a run is writing it.</summary>
    /// <exception cref="DialerException">The file is not a journal, is damaged, or cannot be read.</exception>
    public static JournalAccount Open(string path)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 64 * 1024);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new DialerException("JournalNotReadable", DialerErrorKind.Storage, $"Cannot read the journal {path}: {problem.Message}");
        }

        var account = new JournalAccount(file, path);
        try
        {
            account.Read();
            return account;
        }
        catch
        {
            account.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    /// <summary>The last entry for a row, or null if there is none. A row that was only about to be sent has an unknown outcome.</summary>
    public JournalEntry? Find(long row)
    {
        long offset = _offsets[row];
        if (offset == 0)
        {
            return null;
        }

        if (offset == OnlySending)
        {
            return new JournalEntry(new LoadRow(row, string.Empty, 0), RowOutcome.Unknown);
        }

        _file.Position = offset;
        return JournalReader.ReadOne(_file) is { } values ? JournalEntry.Read(values) : null;
    }

    private void Read()
    {
        var reader = new JournalReader(_file, Path);
        foreach (Dictionary<string, string> line in reader.ReadAll())
        {
            Start ??= LoadStart.Read(line)!;
            DateTimeOffset time = JournalText.ReadTime(line, JournalText.TimeName);
            LastTime = time > LastTime ? time : LastTime;
            if (JournalEntry.IsOfRow(line))
            {
                Keep((JournalEntry.Read(line) ?? throw reader.Damaged()).Row, reader.LineOffset);
            }
            else if (SendingRows.IsSending(line))
            {
                foreach (LoadRow row in SendingRows.Read(line) ?? throw reader.Damaged())
                {
                    Keep(row, OnlySending);
                }
            }

            // If a later run did not read its input to the end, that input may be longer.
            Rows = line.ContainsKey(JournalText.EndName) ? JournalText.ReadNumber(line, JournalText.RowsName) : null;
        }

        if (Start is null)
        {
            throw new DialerException("NotAJournal", DialerErrorKind.InvalidArgument, $"{Path} is not a load journal.");
        }
    }

    private void Keep(LoadRow row, long offset)
    {
        HighestRow = Math.Max(HighestRow, row.Number);
        _offsets[row.Number] = offset;
    }
}
