namespace Vicidial.Client.Values;

/// <summary>Counts the notes about the values of a run, so that each kind is reported once, with a count and the first example.</summary>
public sealed class ValueNotes
{
    private readonly Dictionary<(ValueNote Note, string Field), (long Count, string First)> _notes = [];
    private readonly bool _hasBlankValue;

    /// <summary>Starts without notes.</summary>
    /// <param name="hasBlankValue">Whether the cmdlet can be told which words stand for "no value".</param>
    public ValueNotes(bool hasBlankValue = false) => _hasBlankValue = hasBlankValue;

    /// <summary>Adds a note about a value.</summary>
    /// <param name="note">The kind of note.</param>
    /// <param name="field">The column or field.</param>
    /// <param name="value">The value.</param>
    public void Add(ValueNote note, string field, string value) =>
        _notes[(note, field)] = _notes.TryGetValue((note, field), out (long Count, string First) known) ? (known.Count + 1, known.First) : (1, value);

    /// <summary>Returns the notes since the last call, one sentence for each kind.</summary>
    public IReadOnlyList<string> Take()
    {
        string[] told = _notes.GroupBy(static note => note.Key.Note).Select(Tell).ToArray();
        _notes.Clear();
        return told;
    }

    private string Tell(IGrouping<ValueNote, KeyValuePair<(ValueNote Note, string Field), (long Count, string First)>> notes)
    {
        long count = notes.Sum(static note => note.Value.Count);
        string fields = string.Join(", ", notes.Select(static note => note.Key.Field).Distinct());
        string first = ValueText.Shorten(notes.First().Value.First);
        string values = string.Format(CultureInfo.InvariantCulture, count == 1 ? "{0:N0} value" : "{0:N0} values", count);
        return notes.Key switch
        {
            ValueNote.ExtraOne =>
                $"Removed the 1 before the area code from {values} in {fields} (the first: '{first}'), because no North American area code "
                    + "begins with 1.",
            ValueNote.NoCountryCode =>
                $"Removed the country code from {values} in {fields} (the first: '{first}'): the dialer has no field for it here, and compares "
                    + "numbers without it.",
            ValueNote.AbsentWord =>
                $"{values} in {fields} may mean \"no value\" (the first: '{first}') and will be stored unchanged."
                    + (_hasBlankValue ? " To treat such words as blank, use -BlankValue." : string.Empty),
            _ =>
                $"-Force stores {values} in {fields} unchanged, although the input was probably read in the wrong encoding (the first: "
                    + $"'{first}').",
        };
    }
}
