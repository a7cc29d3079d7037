using System.Text;

namespace Vicidial.Client.Functions;

/// <summary>Which characters of a field the dialer keeps in its ASCII mode. It silently removes all others, so the client must warn first.</summary>
public sealed class CharacterFilter
{
    private const string ExceptPrefix = "everything except ";
    private readonly bool _exceptListed;
    private readonly bool _lettersBeyondAscii;
    private readonly HashSet<char> _listed;
    private readonly bool[] _keepsAscii = new bool[128];

    private CharacterFilter(string description, bool exceptListed, bool lettersBeyondAscii, HashSet<char> listed)
    {
        Description = description;
        _exceptListed = exceptListed;
        _lettersBeyondAscii = lettersBeyondAscii;
        _listed = listed;
        for (char c = '\0'; c < _keepsAscii.Length; c++)
        {
            _keepsAscii[c] = exceptListed != listed.Contains(c);
        }
    }

    /// <summary>The filter, in the words of the catalog.</summary>
    public string Description { get; }

    /// <summary>Whether the dialer keeps all but a few characters. A value then reaches the dialer's SQL nearly unchanged.</summary>
    internal bool IsOpen => _exceptListed;

    /// <summary>Whether a plus sign becomes a space.</summary>
    internal bool PlusBecomesSpace { get; private set; }

    /// <summary>Whether the dialer keeps a space. This distinguishes free text from an identifier.</summary>
    public bool KeepsSpace => Keeps(' ');

    /// <summary>Whether the filter keeps a character.</summary>
    public bool Keeps(char character) => character < _keepsAscii.Length ? _keepsAscii[character] : _exceptListed != _listed.Contains(character);

    /// <summary>
    /// Whether dialers in Unicode mode, at least, keep a character. A client cannot find out the mode. In Unicode mode, "letters" means the letters
    /// of every script.
    /// </summary>
    public bool MayKeep(char character) => Keeps(character) || (_lettersBeyondAscii && character > 127 && char.IsLetter(character));

    /// <summary>The distinct characters of <paramref name="value"/> that the dialer would drop, in order of appearance.</summary>
    public string FindDropped(string value)
    {
        StringBuilder? dropped = null;
        foreach (char c in value)
        {
            if (!Keeps(c) && (dropped is null || dropped.ToString().IndexOf(c) < 0))
            {
                (dropped ??= new StringBuilder()).Append(c);
            }
        }

        return dropped?.ToString() ?? string.Empty;
    }

    /// <inheritdoc/>
    public override string ToString() => Description;

    internal static CharacterFilter Parse(string description)
    {
        string text = description;
        int note = text.IndexOf("; + becomes space", StringComparison.Ordinal);
        if (note >= 0)
        {
            text = text.Substring(0, note);
        }

        if (text == "-")
        {
            return new CharacterFilter("everything", true, false, []);
        }

        bool except = text.StartsWith(ExceptPrefix, StringComparison.Ordinal);
        var listed = new HashSet<char>();
        bool letters = false;
        foreach (string word in (except ? text.Substring(ExceptPrefix.Length) : text).Split(' '))
        {
            switch (word)
            {
                case "":
                    break;
                case "letters":
                    letters = true;
                    AddRange(listed, 'a', 'z');
                    AddRange(listed, 'A', 'Z');
                    break;
                case "upper-case":
                    // "upper-case letters" contains both words, so the next condition must not add the lowercase letters.
                    AddRange(listed, 'A', 'Z');
                    break;
                case "digits":
                    AddRange(listed, '0', '9');
                    break;
                case "space":
                    listed.Add(' ');
                    break;
                default:
                    foreach (char c in word)
                    {
                        listed.Add(c);
                    }

                    break;
            }
        }

        if (except && note >= 0)
        {
            // A plus that arrives as a space is as lost as one that is dropped.
            listed.Add('+');
        }

        if (text.StartsWith("upper-case", StringComparison.Ordinal))
        {
            listed.RemoveWhere(c => c is >= 'a' and <= 'z');
            letters = false;
        }

        return new CharacterFilter(description, except, letters, listed) { PlusBecomesSpace = note >= 0 };
    }

    private static void AddRange(HashSet<char> set, char first, char last)
    {
        for (char c = first; c <= last; c++)
        {
            set.Add(c);
        }
    }
}
