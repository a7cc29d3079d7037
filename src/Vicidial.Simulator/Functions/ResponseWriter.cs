using System.Text;
using Vicidial.Simulator.Hosting;

namespace Vicidial.Simulator.Functions;

/// <summary>Collects the text of one response in a buffer that is reused for the next response.</summary>
internal sealed class ResponseWriter
{
    private const int UsualLength = 4096;
    private const int LongestKept = 1024 * 1024;

    private char[] _text = new char[UsualLength];
    private int _length;

    public ResponseWriter Write(string text)
    {
        if (_text.Length - _length < text.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + text.Length));
        }

        text.CopyTo(0, _text, _length, text.Length);
        _length += text.Length;
        return this;
    }

    public ResponseWriter Write(char character)
    {
        if (_text.Length == _length)
        {
            Array.Resize(ref _text, _text.Length * 2);
        }

        _text[_length++] = character;
        return this;
    }

    public ResponseWriter Write(long number)
    {
        if (number is < 0 or > 999_999_999)
        {
            return Write(number.ToString(CultureInfo.InvariantCulture));
        }

        if (_text.Length - _length < 10)
        {
            Array.Resize(ref _text, _text.Length * 2);
        }

        int value = (int)number;
        int end = _length + 1;
        for (int rest = value; rest >= 10; rest /= 10)
        {
            end++;
        }

        for (int i = end - 1; i >= _length; i--)
        {
            _text[i] = (char)('0' + (value % 10));
            value /= 10;
        }

        _length = end;
        return this;
    }

    /// <summary>Writes a line: the text, then the values, separated by bars.</summary>
    public ResponseWriter Line(string text, params string[] values)
    {
        Write(text);
        for (int i = 0; i < values.Length; i++)
        {
            if (i > 0)
            {
                Write('|');
            }

            Write(values[i]);
        }

        return Write('\n');
    }

    /// <summary>Writes a row: the values with a delimiter between them.</summary>
    public ResponseWriter Row(char delimiter, params string[] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (i > 0)
            {
                Write(delimiter);
            }

            Write(values[i]);
        }

        return Write('\n');
    }

    /// <summary>Returns the response and empties the buffer.</summary>
    public SimulatorResponse Finish(int status, string contentType)
    {
        byte[] body = _length == 0 ? [] : Encoding.UTF8.GetBytes(_text, 0, _length);
        _length = 0;
        if (_text.Length > LongestKept)
        {
            _text = new char[UsualLength];
        }

        return new SimulatorResponse(status, contentType, body);
    }

    /// <summary>The text before the first line break.</summary>
    public string FirstLine()
    {
        int end = Array.IndexOf(_text, '\n', 0, _length);
        return new string(_text, 0, end < 0 ? _length : end);
    }

    public void Clear() => _length = 0;
}
