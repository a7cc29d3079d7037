using System.Text;
using System.Text.RegularExpressions;
using VicidialPS.Tests.Engines;
using Xunit;

namespace VicidialPS.Tests.Declarations;

/// <summary>
/// All messages in the code, collected from its string literals, and its comments are plain American English. Words.Tests.ps1 checks the pages.
/// </summary>
public partial class MessageTests
{
    private const int FewestWords = 3;
    private const int MostSentences = 2;
    private const int MostSentencesOfRemedy = 3;

    // A pattern, and what to write instead.
    private static readonly (Regex Pattern, string Instead)[] Forbidden =
    [
        (new Regex(@"\bshall\b", RegexOptions.IgnoreCase), "must, or the present tense"),
        (new Regex(@"\bnobody\b", RegexOptions.IgnoreCase), "no one, or the actor"),
        (new Regex(@"\bof wh(ich|om)\b", RegexOptions.IgnoreCase), "that"),
        (new Regex(@"\banew\b", RegexOptions.IgnoreCase), "again"),
        (new Regex(@"\breckon", RegexOptions.IgnoreCase), "calculate, or count"),
        (new Regex(@"\bin silence\b", RegexOptions.IgnoreCase), "silently"),
        (new Regex(@"\bby (itself|themselves)\b", RegexOptions.IgnoreCase), "automatically, or alone"),
        (new Regex(@"\bno notice of\b", RegexOptions.IgnoreCase), "ignores"),
        (new Regex(@"\btak(e|es|ing) note of\b", RegexOptions.IgnoreCase), "records"),
        (new Regex(@"\bwished\b|\bas it was meant\b", RegexOptions.IgnoreCase), "the plain word"),
        (new Regex(@"\bstands? (behind|beside|in front)\b", RegexOptions.IgnoreCase), "follows, or is next to"),
        (new Regex(@"\bunder way\b", RegexOptions.IgnoreCase), "in progress, or in flight"),
        (new Regex(@"\btak(e|es|ing) up\b(?! to\b)", RegexOptions.IgnoreCase), "resume"),
        (new Regex(@"\bside by side\b", RegexOptions.IgnoreCase), "in parallel"),
        (new Regex(@"\bsurely\b", RegexOptions.IgnoreCase), "certainly"),
        (new Regex(@"\bmend(s|ed|ing)?\b", RegexOptions.IgnoreCase), "correct, or repair"),
        (new Regex(@"\bma(de|kes?) up\b", RegexOptions.IgnoreCase), "generate, or invent"),
        (new Regex(@"\bgiv(e|es|en|ing) back\b", RegexOptions.IgnoreCase), "return"),
        (new Regex(@"\brepl(y|ies|ied)\b", RegexOptions.IgnoreCase), "response, or respond"),
        (new Regex(@"\b(dialled|dialling|cancelled|cancelling|labelled|travelled)\b", RegexOptions.IgnoreCase), "the American spelling"),
        (new Regex(@"\b\w*(colour|behaviour|favour|honour)\w*\b", RegexOptions.IgnoreCase), "the American spelling"),
        (new Regex(@"\b(centre|licence|catalogue|grey|whilst|programme)\b", RegexOptions.IgnoreCase), "the American spelling"),
        (new Regex(@"\b(organis|recognis|initialis|summaris|synchronis|customis|normalis|authoris)\w+", RegexOptions.IgnoreCase),
            "the American spelling"),
    ];

    // What a remedy can begin with: a verb, or a condition or purpose before the verb.
    private static readonly HashSet<string> Beginnings =
    [
        "Add", "Allow", "Ask", "Check", "Choose", "Connect", "Correct", "Give", "Have", "If", "Leave", "Let", "List",
        "Load", "Look", "Lower", "Name", "Open", "Pass", "Pipe", "Press", "Raise", "Read", "Remove", "Rename",
        "Repeat", "Request", "Restore", "Run", "Send", "Set", "Shorten", "Start", "Stop", "To", "Trust", "Try",
        "Upgrade", "Use", "Wait", "Write",
    ];

    public static TheoryData<string> Projects => ["Vicidial.Client", "Vicidial.Http", "Vicidial.Simulator", "VicidialPS"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Messages_are_plain_American_English(string project)
        => Assert.Empty(Messages(project).SelectMany(static message => FindForbidden(message.Text, message.Place)));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Messages_have_at_most_two_sentences(string project)
    {
        string[] tooLong = Messages(project)
            .Where(static message => CountSentences(message.Text) > (IsRemedy(message.Place) ? MostSentencesOfRemedy : MostSentences))
            .Select(static message => $"{message.Place}: {message.Text}")
            .ToArray();

        Assert.True(tooLong.Length == 0, string.Join("\n", tooLong));
    }

    [Fact]
    public void Remedies_begin_with_a_verb_and_name_their_parameter_or_value()
    {
        (string Place, string Text)[] remedies = Messages("Vicidial.Client").Where(static message => IsRemedy(message.Place)).ToArray();

        // Fewer would mean that the remedies are somewhere else.
        Assert.True(remedies.Length > 50, $"Only {remedies.Length} remedies were found.");
        Assert.DoesNotContain(remedies, static remedy => !Beginnings.Contains(remedy.Text.Split(' ')[0]));
        Assert.DoesNotContain(remedies, static remedy => Vague().IsMatch(remedy.Text));
    }

    [Fact]
    public void Comments_are_plain_American_English()
    {
        IEnumerable<string> found = Sources("src").SelectMany(static file => FindForbidden(CommentsOf(File.ReadAllText(file)), NameOf(file)));

        Assert.Empty(found);
    }

    private static bool IsRemedy(string place) => place.StartsWith("src/Vicidial.Client/Errors/Remedies.cs", StringComparison.Ordinal);

    private static string NameOf(string file) => Path.GetRelativePath(TestLocations.Repository, file).Replace('\\', '/');

    private static IEnumerable<string> Sources(string folder)
    {
        char separator = Path.DirectorySeparatorChar;
        return Directory
            .EnumerateFiles(Path.Combine(TestLocations.Repository, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{separator}obj{separator}", StringComparison.Ordinal))
            .Where(file => !file.Contains($"{separator}bin{separator}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
    }

    /// <summary>The texts of a project that consist of several words. The simulator's functions repeat the texts of the dialer.</summary>
    private static (string Place, string Text)[] Messages(string project)
    {
        (string Place, string Text)[] found = Sources(Path.Combine("src", project))
            .Where(static file => !NameOf(file).StartsWith("src/Vicidial.Simulator/Functions/", StringComparison.Ordinal))
            .SelectMany(static file => LiteralsOf(File.ReadAllText(file)).Select(text => (NameOf(file), text)))
            .Where(static message => message.text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= FewestWords)
            .ToArray();

        // None would mean that the pattern for literals finds nothing.
        Assert.NotEmpty(found);
        return found;
    }

    /// <summary>The string literals of a source, with those joined that + joins, and without the code in interpolated ones.</summary>
    private static IEnumerable<string> LiteralsOf(string code)
    {
        var text = new StringBuilder();
        int end = -1;
        foreach (Match token in Token().Matches(code))
        {
            if (token.Groups["text"] is not { Success: true } literal)
            {
                continue;
            }

            if (end >= 0 && code[end..token.Index].Trim() != "+")
            {
                yield return text.ToString();
                text.Clear();
            }

            text.Append(Hole().Replace(literal.Value, "X"));
            end = token.Index + token.Length;
        }

        yield return text.ToString();
    }

    private static string CommentsOf(string code)
        => string.Join("\n", Token().Matches(code).Where(static token => token.Value.StartsWith('/')).Select(static token => token.Value));

    private static int CountSentences(string text) => SentenceEnd().Count(text);

    private static IEnumerable<string> FindForbidden(string text, string place) =>
        Forbidden.SelectMany(word => word.Pattern.Matches(text).Select(match =>
        {
            int start = Math.Max(0, match.Index - 30);
            string around = text.Substring(start, Math.Min(text.Length - start, match.Length + 60)).ReplaceLineEndings(" ").Trim();
            return $"{place}: '{match.Value}' in '{around}': write {word.Instead}";
        }));

    // A comment, a raw, verbatim, interpolated, or plain string, or a character. An interpolated string can contain strings in its holes.
    [GeneratedRegex(
        """
        //[^\n]* | /\*.*?\*/
        | \$*"{3}(?<text>.*?)"{3}
        | (?:\$@|@\$|@)"(?<text>(?:[^"]|"")*)"
        | \$"(?<text>(?:[^"\\{]|\\.|\{\{|\{(?:[^{}"]|"(?:[^"\\]|\\.)*"|\$"(?:[^"\\]|\\.)*"|\{[^{}]*\})*\})*)"
        | "(?<text>(?:[^"\\\n]|\\.)*)"
        | '(?:\\.|[^'\\\n])+'
        """,
        RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Token();

    [GeneratedRegex(@"\{[^{}]*(\{[^{}]*\}[^{}]*)*\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"[.?!](?=\s+[A-Z-]|$)")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\b(Correct|Check|Change) (it|the value|the field|what|that the message names)\b.*\bmessage names\b|^Correct it\.$")]
    private static partial Regex Vague();
}
