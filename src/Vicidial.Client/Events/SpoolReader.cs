using System.Text;

namespace Vicidial.Client.Events;

/// <summary>Reads the lines of a spool's files in order, but never beyond what is safely on the disk.</summary>
internal sealed class SpoolReader(EventSpoolPosition start) : IDisposable
{
    private FileStream? _file;
    private byte[] _buffer = new byte[64 * 1024];
    private int _from;
    private int _to;

    /// <summary>The file that is read.</summary>
    public long Segment { get; private set; } = start.Segment;

    /// <summary>The position after the last line that was read.</summary>
    public EventSpoolPosition Position { get; private set; } = start;

    public void Dispose() => _file?.Dispose();

    /// <summary>Continues at the start of another file.</summary>
    public void GoTo(long segment)
    {
        _file?.Dispose();
        _file = null;
        _from = _to = 0;
        Segment = segment;
        Position = new EventSpoolPosition(segment, 0);
    }

    /// <summary>Reads the next line.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="end">How much of the file may be read.</param>
    /// <returns>The line, or null if there is none before the end.</returns>
    public string? TryRead(string path, long end)
    {
        while (true)
        {
            int newLine = Array.IndexOf(_buffer, (byte)'\n', _from, _to - _from);
            if (newLine >= 0)
            {
                string line = Encoding.UTF8.GetString(_buffer, _from, newLine - _from);
                Position = new EventSpoolPosition(Segment, Position.Offset + newLine + 1 - _from);
                _from = newLine + 1;
                return line;
            }

            long read = Position.Offset + _to - _from;
            if (read >= end)
            {
                return null;
            }

            MakeRoom();
            _file ??= new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
            _file.Position = read;
            int count = _file.Read(_buffer, _to, (int)Math.Min(_buffer.Length - _to, end - read));
            if (count == 0)
            {
                return null;
            }

            _to += count;
        }
    }

    private void MakeRoom()
    {
        int unread = _to - _from;
        byte[] target = unread < _buffer.Length ? _buffer : new byte[_buffer.Length * 2];
        Buffer.BlockCopy(_buffer, _from, target, 0, unread);
        _buffer = target;
        _from = 0;
        _to = unread;
    }
}
