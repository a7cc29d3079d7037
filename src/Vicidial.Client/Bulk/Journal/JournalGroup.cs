using System.Text;
using Vicidial.Client.Wire;

namespace Vicidial.Client.Bulk.Journal;

/// <summary>The lines of one write to the disk. The line of rows that are about to be sent comes before the others. Not thread-safe.</summary>
internal sealed class JournalGroup
{
    private readonly StringBuilder _rows = new();
    private readonly StringBuilder _lines = new();
    private char[] _text = [];
    private byte[] _bytes = [];

    /// <summary>Begins a line.</summary>
    public JsonLine Begin() => new(_lines);

    /// <summary>Adds a row that is about to be sent.</summary>
    public void Add(LoadRow row) => SendingRows.Add(_rows, row);

    /// <summary>Writes the lines and forgets them, even if they cannot be written.</summary>
    public void WriteTo(Stream file)
    {
        SendingRows.End(_rows);
        int length = _rows.Length + _lines.Length;
        if (length > _text.Length)
        {
            _text = new char[length * 2];
            _bytes = new byte[Encoding.UTF8.GetMaxByteCount(_text.Length)];
        }

        _rows.CopyTo(0, _text, 0, _rows.Length);
        _lines.CopyTo(0, _text, _rows.Length, _lines.Length);
        _rows.Clear();
        _lines.Clear();
        file.Write(_bytes, 0, Encoding.UTF8.GetBytes(_text, 0, length, _bytes, 0));
    }
}
