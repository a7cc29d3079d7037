using System.Collections;

namespace Vicidial.Client.Records;

/// <summary>Several texts in one column. As text, for example in a CSV, they are separated by spaces.</summary>
public sealed class TextList : IReadOnlyList<string>
{
    private readonly string[] _texts;

    internal TextList(string[] texts) => _texts = texts;

    /// <summary>No text.</summary>
    public static TextList Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _texts.Length;

    /// <inheritdoc/>
    public string this[int index] => _texts[index];

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_texts).GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => string.Join(" ", _texts);

    IEnumerator IEnumerable.GetEnumerator() => _texts.GetEnumerator();
}
