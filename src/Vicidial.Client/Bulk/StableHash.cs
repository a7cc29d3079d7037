namespace Vicidial.Client.Bulk;

/// <summary>
/// A hash that is the same in every process, on every machine and in every release: it identifies rows in journals and divides loads among hosts
/// (64-bit FNV-1a, with its bits mixed at the end).
/// </summary>
public struct StableHash
{
    private const ulong Offset = 14695981039346656037UL;
    private const ulong Prime = 1099511628211UL;
    private ulong _state;

    /// <summary>The hash of everything added so far.</summary>
    public readonly ulong Value
    {
        get
        {
            ulong mixed = _state ^ Offset;
            mixed = (mixed ^ (mixed >> 33)) * 0xff51afd7ed558ccdUL;
            mixed = (mixed ^ (mixed >> 33)) * 0xc4ceb9fe1a85ec53UL;
            return mixed ^ (mixed >> 33);
        }
    }

    /// <summary>The hash of one text.</summary>
    public static ulong Of(string text)
    {
        StableHash hash = default;
        hash.Add(text);
        return hash.Value;
    }

    /// <summary>Adds a text and a separator.</summary>
    public void Add(string text)
    {
        ulong state = _state ^ Offset;
        foreach (char c in text)
        {
            state = (state ^ (byte)c) * Prime;
            state = (state ^ (byte)(c >> 8)) * Prime;
        }

        // Two bytes that are never part of UTF-8 text, so that "ab", "c" differs from "a", "bc".
        state = (state ^ 0xff) * Prime;
        _state = ((state ^ 0xff) * Prime) ^ Offset;
    }
}
