namespace Vicidial.Client.Records.Binding;

/// <summary>
/// Gives equal short texts of one column the same string: a roster repeats a few campaigns many times. Each slot has one entry, so the cache never
/// grows.
/// </summary>
internal sealed class TextCache
{
    private const int Slots = 256;
    private const int LongestKept = 24;
    private readonly string?[] _slots = new string?[Slots];

    public string Get(char[] buffer, int start, int length)
    {
        if (length == 0)
        {
            return string.Empty;
        }

        if (length > LongestKept)
        {
            return new string(buffer, start, length);
        }

        uint hash = 2166136261;
        for (int i = 0; i < length; i++)
        {
            hash = (hash ^ buffer[start + i]) * 16777619;
        }

        ref string? slot = ref _slots[(hash ^ (hash >> 15)) % Slots];
        if (slot is not null && Equals(slot, buffer, start, length))
        {
            return slot;
        }

        return slot = new string(buffer, start, length);
    }

    private static bool Equals(string text, char[] buffer, int start, int length)
    {
        if (text.Length != length)
        {
            return false;
        }

        for (int i = 0; i < length; i++)
        {
            if (text[i] != buffer[start + i])
            {
                return false;
            }
        }

        return true;
    }
}
