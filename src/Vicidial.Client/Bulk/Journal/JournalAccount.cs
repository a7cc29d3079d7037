using System;
using System.Collections.Generic;
using System.IO;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;

namespace Vicidial.Client.Bulk.Journal;

/// <summary>A journal as its reader sees it: the last word of each row, found by the row's number.</summary>
public sealed class JournalAccount : IDisposable
{
    // In place of where the last word of a row stands.
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

    /// <summary>Which load it is of.</summary>
    public LoadStart Start { get; private set; }

    /// <summary>How many rows the whole input has; null where the last run has not read it to its end.</summary>
    public long? Rows { get; private set; }

    /// <summary>The highest row that was sent or has an outcome.</summary>
    public long HighestRow { get; private set; }

    /// <summary>The last moment that it tells.</summary>
    public DateTimeOffset LastTime { get; private set; }

    /// <summary>Reads a journal. One that a run is writing may be read as well.</summary>
    /// <exception cref="DialerException">It is no journal, damaged, or cannot be read.</exception>
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

    /// <summary>The last word of a row, or null where there is none. A row that was about to be sent, and no more, is unknown.</summary>
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

            // What a later run did, and did not read to the end, may be of a longer input.
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
