namespace Vicidial.Client.Bulk.Journal;

/// <summary>
/// A row of a load: its number in the input, the key that identifies it for a reader, and a hash of everything that is sent for it.
/// </summary>
public sealed class LoadRow
{
    /// <summary>Makes a row.</summary>
    /// <param name="number">Its number in the input, from 1.</param>
    /// <param name="key">What identifies it for a reader, such as its phone number.</param>
    /// <param name="hash">The hash of what is sent; 0 if the row cannot be sent.</param>
    public LoadRow(long number, string key, ulong hash)
    {
        Number = number;
        Key = key;
        Hash = hash;
    }

    /// <summary>Its number in the input, from 1.</summary>
    public long Number { get; }

    /// <summary>What identifies it for a reader.</summary>
    public string Key { get; }

    /// <summary>The hash of what is sent for the row, without secrets; 0 if the row cannot be sent.</summary>
    public ulong Hash { get; }
}
