using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Wire;

namespace Vicidial.Client.Text;

/// <summary>
/// How the text fields of one function treat a value, as measured on four releases. Every request is checked before it is sent. A load uses the same
/// rules to compare what it finds with what it sent.
/// </summary>
public sealed class TextRules
{
    private static readonly CharacterFilter Anything = CharacterFilter.Parse("-");
    private static readonly ConditionalWeakTable<ApiFunction, TextRules> Known = new();
    private readonly ApiFunction _function;
    private readonly Lazy<TextRule[]> _rules;
    private readonly ConcurrentDictionary<(string Field, DialerReleases Release, ulong Met), TextField> _fields = new();

    private TextRules(ApiFunction function)
    {
        _function = function;
        _rules = new Lazy<TextRule[]>(() => function.TextLines.Select(TextRule.Parse).ToArray());
    }

    /// <summary>The rules of a function.</summary>
    public static TextRules Of(ApiFunction function) => Known.GetValue(function, static function => new TextRules(function));

    /// <summary>Judges a value.</summary>
    /// <param name="field">The name of the field on the wire.</param>
    /// <param name="value">The value to store.</param>
    /// <param name="generation">The releases that the dialer may behave like.</param>
    /// <param name="find">Returns the value of another field of the request; null if there is none.</param>
    /// <param name="labels">The names of the fields in messages; null for their names on the wire.</param>
    /// <returns>What is sent and stored; null if the value is sent and stored unchanged.</returns>
    public TextVerdict? Judge(
        string field,
        string value,
        DialerGeneration generation,
        Func<string, string?>? find = null,
        FieldLabels? labels = null
    )
    {
        TextVerdict? newest = null;
        TextVerdict? breaking = null;
        bool isSentAlike = true;
        DialerReleases[] releases = generation.Each();
        int plain = 0;
        while (plain < releases.Length && IsPlain(FindField(field, releases[plain], find), value))
        {
            plain++;
        }

        if (plain == releases.Length)
        {
            return null;
        }

        foreach (DialerReleases release in releases)
        {
            TextField own = FindField(field, release, find);
            TextVerdict verdict = IsPlain(own, value) ? new TextVerdict(value, value, value) : own.Judge(value);
            newest ??= verdict;
            isSentAlike &= verdict.Sent == newest.Sent;
            breaking ??= verdict.BreaksAt >= 0 || (verdict.IsKey && (verdict.IsChanged || verdict.IsEscaped || EndsInBlank(value))) ? verdict : null;
        }

        TextVerdict result = breaking ?? newest!;
        string label = (labels ?? FieldLabels.Wire).Find(field);
        if (breaking is not null)
        {
            result.Problem = breaking.BreaksAt >= 0 ? Breaks(field, label, value, breaking.BreaksAt) : OtherKey(field, label, breaking);
        }
        else if (result.EscapedAt >= 0 && !generation.IsMeasured)
        {
            result.Problem = NotMeasured(field, label, value, result.EscapedAt);
        }
        else if (!isSentAlike)
        {
            result.Problem = NotMeasured(field, label, value, FindWrittenDifferently(value));
        }
        else if (result.MaximumLength is { } maximum && result.Stored.Length > maximum)
        {
            result.Problem = TooLong(label, value, maximum);
        }

        return result.Problem is null && !result.IsChanged && !result.IsEscaped ? null : result;
    }

    /// <summary>Returns what a dialer may store of a value: each form once, for the releases that it may behave like and for its two modes.</summary>
    /// <param name="field">The name of the field on the wire.</param>
    /// <param name="value">The value to store.</param>
    /// <param name="generation">The releases that the dialer may behave like.</param>
    /// <param name="find">Returns the value of another field of the request; null if there is none.</param>
    public IReadOnlyList<string> FindStored(string field, string value, DialerGeneration generation, Func<string, string?>? find = null)
    {
        var forms = new List<string>();
        foreach (DialerReleases release in generation.Each())
        {
            TextVerdict verdict = FindField(field, release, find).Judge(value);
            Note(verdict.Stored);
            Note(verdict.StoredInUnicodeMode);
        }

        return forms;

        void Note(string form)
        {
            if (!forms.Contains(form))
            {
                forms.Add(form);
            }
        }
    }

    /// <summary>A character in readable form: the character itself, or its code point if it is invisible.</summary>
    internal static string Name(string value, int at)
    {
        int length = char.IsHighSurrogate(value[at]) && at + 1 < value.Length ? 2 : 1;
        string character = value.Substring(at, length);
        bool isVisible =
            CharUnicodeInfo.GetUnicodeCategory(value, at)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.SpaceSeparator
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.Surrogate
                or UnicodeCategory.OtherNotAssigned
            );
        return isVisible ? character : string.Format(CultureInfo.InvariantCulture, "U+{0:X4}", char.ConvertToUtf32(value, at));
    }

    /// <summary>Several characters as people can read them.</summary>
    internal static string NameAll(string characters)
    {
        var names = new List<string>();
        for (int at = 0; at < characters.Length; at++)
        {
            bool isLone = char.IsSurrogate(characters[at]) && !(char.IsHighSurrogate(characters[at]) && at + 1 < characters.Length);
            names.Add(isLone ? string.Format(CultureInfo.InvariantCulture, "U+{0:X4}", (int)characters[at]) : Name(characters, at));
            at += !isLone && char.IsHighSurrogate(characters[at]) ? 1 : 0;
        }

        return string.Join(" ", names);
    }

    /// <summary>The first character that some release requires in another form.</summary>
    private static int FindWrittenDifferently(string value)
        => Enumerable.Range(0, value.Length).FirstOrDefault(at => TextField.IsDangerous(value[at]) || value[at] == '\n');

    /// <summary>Whether a value is sent and stored as it is, which nearly all are.</summary>
    private static bool IsPlain(TextField field, string value)
        => field.IsKept(value) && !(field.IsKey && EndsInBlank(value)) && !(value.Length > field.MaximumLength);

    private static bool EndsInBlank(string value) => value.Length > 0 && (char.IsWhiteSpace(value[value.Length - 1]) || value.IndexOf('\0') >= 0);

    private static DialerException Breaks(string field, string label, string value, int at) =>
        Reject(
            "UnsafeText",
            $"The character {Show(field, value, at)} in {label} would break the dialer's SQL statement, and there is no known way to "
                + "store it."
        );

    private static DialerException NotMeasured(string field, string label, string value, int at) =>
        Reject(
            "UnsafeText",
            $"The character {Show(field, value, at)} in {label} must be escaped for the dialer's SQL statement. How this release handles "
                + "the escape has not been tested."
        );

    private static DialerException OtherKey(string field, string label, TextVerdict verdict)
    {
        // Which characters of a password these are is part of the password.
        string which = Redactor.IsSecretField(field) ? "some characters"
            : verdict.IsChanged ? NameAll(verdict.Lost + verdict.LostInAsciiMode)
            : verdict.IsEscaped ? Name(verdict.Value, verdict.EscapedAt)
            : "spaces at the end";
        return Reject(
            "InvalidIdentifier",
            $"The dialer drops or changes {which} in {label}, so it would use a different value."
        );
    }

    private static DialerException TooLong(string label, string value, int maximum)
        => Reject("ValueTooLong", $"{FieldLabels.AtStart(label)} can have {maximum} characters on this dialer, but the value has {value.Length}.");

    private static string Show(string field, string value, int at) =>
        Redactor.IsSecretField(field) ? "(not shown)" : string.Format(CultureInfo.InvariantCulture, "{0} at position {1}", Name(value, at), at + 1);

    private static DialerException Reject(string errorId, string message) => new(errorId, DialerErrorKind.InvalidArgument, message);

    private TextField FindField(string field, DialerReleases release, Func<string, string?>? find)
    {
        (string Field, DialerReleases Release, ulong Met) key = (field, release, find is null ? 0 : FindMet(field, find));
        return _fields.TryGetValue(key, out TextField? known) ? known : _fields.GetOrAdd(key, Make(key.Field, key.Release, key.Met));
    }

    /// <summary>Which of the conditions that lines about a field have are met: one bit for each condition, in the order of the lines.</summary>
    private ulong FindMet(string field, Func<string, string?> find)
    {
        ulong met = 0;
        ulong bit = 1;
        foreach (TextRule rule in _rules.Value)
        {
            if (rule.IsConditional && rule.IsAbout(field))
            {
                met |= rule.IsMet(find) ? bit : 0;
                bit <<= 1;
            }
        }

        return met;
    }

    private TextField Make(string field, DialerReleases release, ulong met)
    {
        ApiParameter? parameter = _function.FindParameter(field);
        string name = parameter is null ? TextRule.UnlistedFields : field;
        var own = new List<TextRule>();
        ulong bit = 1;
        foreach (TextRule rule in _rules.Value.Where(rule => rule.IsAbout(name)))
        {
            bool counts = !rule.IsConditional || (met & bit) != 0;
            bit <<= rule.IsConditional ? 1 : 0;
            if (counts && (rule.Releases & release) != 0)
            {
                own.Add(rule);
            }
        }

        return new TextField(
            parameter?.Keeps ?? Anything,
            parameter?.Kind == FieldKind.Text ? parameter.MaximumLength : null,
            parameter?.IsIdentifier == true,
            own
        );
    }
}
