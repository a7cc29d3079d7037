using System.Text;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Wire;

namespace Vicidial.Client.Bulk.Journal;

/// <summary>
/// Reads the lines of a journal in order. A last line that is incomplete is ignored. Any other line that cannot be read is an error, because rows may
/// be missing.
/// </summary>
internal sealed class JournalReader
{
    private const int LongestStart = 64 * 1024;
    private readonly string _path;
    private readonly Stream _stream;
    private readonly byte[] _buffer = new byte[64 * 1024];
    private byte[] _line = new byte[1024];
    private int _lineLength;
    private int _length;
    private int _at;

    /// <summary>Reads a journal from the stream's position.</summary>
    public JournalReader(Stream stream, string path)
    {
        _stream = stream;
        _path = path;
    }

    /// <summary>The number of the line that was read last.</summary>
    public long LineNumber { get; private set; }

    /// <summary>The position at which the last line begins.</summary>
    public long LineOffset { get; private set; }

    /// <summary>The position after the last line that could be read. What follows is not part of the journal.</summary>
    public long End { get; private set; }

    /// <summary>The values of the lines. The first line is read as the start of a load.</summary>
    /// <exception cref="DialerException">The file is not a journal, or it is damaged.</exception>
    public IEnumerable<Dictionary<string, string>> ReadAll()
    {
        long damaged = 0;
        while (ReadLine() is { } text)
        {
            Dictionary<string, string>? values = JsonLine.TryRead(text);
            if (LineNumber == 1 && (values is null || !IsStart(values)))
            {
                throw NotAJournal(_path);
            }

            if (values is null)
            {
                damaged = damaged == 0 ? LineNumber : damaged;
                continue;
            }

            if (damaged > 0)
            {
                throw Damaged(damaged, ", and more lines follow it");
            }

            End = LineOffset + _lineLength + 1;
            yield return values;
        }

        if (LineNumber == 0 && !IsCutStart())
        {
            throw NotAJournal(_path);
        }
    }

    /// <summary>The error for a file that is not a journal.</summary>
    public static DialerException NotAJournal(string path) => new("NotAJournal", DialerErrorKind.InvalidArgument, $"{path} is not a load journal.");

    /// <summary>The error for the line that was read last, if its values make no sense.</summary>
    public DialerException Damaged() => Damaged(LineNumber, string.Empty);

    /// <summary>The values of the line at the stream's position, or null if it cannot be read.</summary>
    public static Dictionary<string, string>? ReadOne(Stream stream)
    {
        var line = new List<byte>(256);
        int next;
        while ((next = stream.ReadByte()) >= 0 && next != '\n')
        {
            line.Add((byte)next);
        }

        return JsonLine.TryRead(Encoding.UTF8.GetString(line.ToArray()));
    }

    private DialerException Damaged(long line, string rest) =>
        new("JournalDamaged", DialerErrorKind.InvalidArgument, $"Cannot read line {line} of the journal {_path}{rest}.");

    /// <summary>Whether a file without a complete line is the incomplete first line of a journal, and not a file of another kind.</summary>
    private bool IsCutStart()
    {
        string text = Encoding.UTF8.GetString(_line, 0, _lineLength).TrimEnd('\0');
        return text.Length < LoadStart.Opening.Length
            ? LoadStart.Opening.StartsWith(text, StringComparison.Ordinal)
            : text.StartsWith(LoadStart.Opening, StringComparison.Ordinal);
    }

    private bool IsStart(Dictionary<string, string> values)
    {
        if (!values.TryGetValue(JournalText.FormatName, out string? format) || format != JournalText.Format)
        {
            return false;
        }

        // The first line of a newer version may lack a value that this version requires.
        return JournalText.ReadNumber(values, JournalText.VersionName) <= JournalText.Version
            ? LoadStart.Read(values) is not null
            : throw new DialerException("JournalTooNew", DialerErrorKind.InvalidArgument, $"A newer version of this module wrote {_path}.");
    }

    /// <summary>The next line that has an end, or null.</summary>
    private string? ReadLine()
    {
        LineOffset = _stream.Position - (_length - _at);
        _lineLength = 0;
        while (true)
        {
            if (_at == _length)
            {
                _length = _stream.Read(_buffer, 0, _buffer.Length);
                _at = 0;
                if (_length == 0)
                {
                    return null;
                }
            }

            int end = Array.IndexOf(_buffer, (byte)'\n', _at, _length - _at);
            Keep((end < 0 ? _length : end) - _at);
            _at = end < 0 ? _length : end + 1;
            if (LineNumber == 0 && _lineLength > LongestStart)
            {
                throw NotAJournal(_path);
            }

            if (end >= 0)
            {
                LineNumber++;
                return Encoding.UTF8.GetString(_line, 0, _lineLength);
            }
        }
    }

    private void Keep(int count)
    {
        if (_line.Length < _lineLength + count)
        {
            Array.Resize(ref _line, Math.Max(_line.Length * 2, _lineLength + count));
        }

        Buffer.BlockCopy(_buffer, _at, _line, _lineLength, count);
        _lineLength += count;
    }
}
