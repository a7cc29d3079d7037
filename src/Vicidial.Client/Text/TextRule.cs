namespace Vicidial.Client.Text;

/// <summary>
/// One <c>text</c> line of the catalog: how some fields of a function treat characters on some releases, beyond the characters
/// that the parameter itself keeps. <c>Catalog/README.md</c> describes the notation.
/// </summary>
internal sealed class TextRule
{
    /// <summary>Stands for every field that the catalog does not list, such as a custom field.</summary>
    public const string UnlistedFields = "*";

    private const string OnlyWord = "only";
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["LF"] = "\n",
        ["SP"] = " ",
        ["lower"] = "abcdefghijklmnopqrstuvwxyz",
        ["upper"] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        ["digits"] = "0123456789",
    };

    private readonly string[] _fields;
    private readonly string? _conditionField;
    private readonly string? _conditionWord;

    private TextRule(string[] part)
    {
        Releases = ReadReleases(part[1]);
        _fields = part[2].Split(',');
        foreach (string word in part[3].Split(' '))
        {
            Read(word);
        }

        if (part.Length > 4)
        {
            string[] condition = part[4].Split('~');
            _conditionField = condition[0];
            _conditionWord = condition[1];
        }
    }

    /// <summary>The releases that the line is about.</summary>
    public DialerReleases Releases { get; }

    /// <summary>Whether the rule applies only if another field of the request contains a word.</summary>
    public bool IsConditional => _conditionField is not null;

    /// <summary>Whether the value selects a record. If the dialer changed the value, it would select another record.</summary>
    public bool IsKey { get; private set; }

    /// <summary>Whether characters beyond ASCII are dropped, in either mode of the dialer.</summary>
    public bool DropsBeyondAscii { get; private set; }

    /// <summary>A character that is doubled at the end of a value; otherwise <c>\0</c>.</summary>
    public char RepeatedAtEnd { get; private set; }

    /// <summary>How many characters are stored, if it differs from the length of the parameter; otherwise null.</summary>
    public int? MaximumLength { get; private set; }

    /// <summary>What happens to single characters.</summary>
    public List<(char Character, CharacterFate Fate)> Fates { get; } = [];

    /// <summary>Reads a line that was split at its tabs.</summary>
    public static TextRule Parse(string[] part) => new(part);

    /// <summary>Whether the line is about a field.</summary>
    public bool IsAbout(string field) => Array.IndexOf(_fields, field) >= 0;

    /// <summary>Whether the condition of the line is met.</summary>
    /// <param name="find">Finds the value of another field of the request.</param>
    public bool IsMet(Func<string, string?> find)
        => _conditionField is null || find(_conditionField)?.IndexOf(_conditionWord!, StringComparison.OrdinalIgnoreCase) >= 0;

    private static DialerReleases ReadReleases(string text)
    {
        DialerReleases releases = DialerReleases.None;
        foreach (string one in text.Split(','))
        {
            releases |= one == "*" ? DialerReleases.All : (DialerReleases)Enum.Parse(typeof(DialerReleases), "R" + one);
        }

        return releases;
    }

    /// <summary>A character that the dialer drops, or replaces with something else.</summary>
    private static CharacterFate Dropped(char c, string stored = "") =>
        new(FateKind.Changed, TextField.IsDangerous(c) ? string.Empty : c.ToString(), stored);

    private void Read(string word)
    {
        switch (word)
        {
            case "key":
                IsKey = true;
                return;
            case "ascii":
                DropsBeyondAscii = true;
                return;
        }

        if (word.StartsWith("max", StringComparison.Ordinal))
        {
            MaximumLength = int.Parse(word.Substring(3), CultureInfo.InvariantCulture);
            return;
        }

        if (word.StartsWith(OnlyWord, StringComparison.Ordinal))
        {
            string kept = word.Substring(OnlyWord.Length).Replace("{SP}", " ");
            for (char c = '\0'; c < TextField.AsciiLimit; c++)
            {
                if (!char.IsLetterOrDigit(c) && kept.IndexOf(c) < 0)
                {
                    Fates.Add((c, Dropped(c)));
                }
            }

            return;
        }

        if (word[0] == '$')
        {
            RepeatedAtEnd = word[1];
            return;
        }

        int named = word[0] == '{' ? word.IndexOf('}') : -1;
        string characters = named > 0 ? Names[word.Substring(1, named - 1)] : word.Substring(0, 1);
        string rest = word.Substring(named > 0 ? named + 1 : 1);
        string value = Names.TryGetValue(rest.Substring(1).Trim('{', '}'), out string? known) ? known : rest.Substring(1);
        foreach (char c in characters)
        {
            Fates.Add((c, rest[0] switch
            {
                '+' => new CharacterFate(FateKind.Kept, c.ToString(), c.ToString()),
                '=' => new CharacterFate(FateKind.Escaped, value, c.ToString()),
                '>' => Dropped(c, value),
                '!' => new CharacterFate(FateKind.Breaks, string.Empty, string.Empty),
                _ => throw new FormatException($"The catalog has the unknown text rule '{word}'."),
            }));
        }
    }
}
