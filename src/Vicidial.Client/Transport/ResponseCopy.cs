using System.Text;

namespace Vicidial.Client.Transport;

/// <summary>The data of a response, kept for a trace. One thread may still add to it while another one abandons the response.</summary>
internal sealed class ResponseCopy
{
    /// <summary>The maximum size that is kept of one response.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    private const int UsualResponse = 4096;
    private readonly object _gate = new();
    private readonly long? _announced;
    private readonly Action _ended;
    private byte[] _bytes = new byte[UsualResponse];
    private int _length;
    private bool _hasEnded;

    public ResponseCopy(long? announced, Action ended)
    {
        _announced = announced;
        _ended = ended;
    }

    /// <summary>Whether the response is complete.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Adds the next part; null marks the end.</summary>
    public void Add(byte[] buffer, int offset, int count)
    {
        lock (_gate)
        {
            if (_hasEnded)
            {
                return;
            }

            int kept = Math.Min(count, MostBytes - _length);
            if (_length + kept > _bytes.Length)
            {
                Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + kept));
            }

            Buffer.BlockCopy(buffer, offset, _bytes, _length, kept);
            _length += kept;
            IsWhole = count == 0 ? _length < MostBytes : _length == _announced;
        }
    }

    /// <summary>Marks that the response is no longer read.</summary>
    public void End()
    {
        lock (_gate)
        {
            if (_hasEnded)
            {
                return;
            }

            _hasEnded = true;
        }

        _ended();
    }

    /// <inheritdoc/>
    public override string ToString() => Encoding.UTF8.GetString(_bytes, 0, _length);
}
