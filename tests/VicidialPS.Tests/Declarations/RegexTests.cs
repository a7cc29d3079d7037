using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Vicidial.Client;
using Vicidial.Http;
using Vicidial.Simulator;
using VicidialPS.Commands;
using Xunit;

namespace VicidialPS.Tests.Declarations;

/// <summary>Every regular expression of the shipped assemblies is linear: none of them hangs on half a megabyte of its worst text.</summary>
public sealed partial class RegexTests
{
    private const int Length = 500_000;

    // Linear work takes milliseconds. Quadratic work takes half a minute or more for half a million characters.
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(10);

    private static readonly Assembly[] Shipped =
        [typeof(DialerClient).Assembly, typeof(HttpServer).Assembly, typeof(DialerSimulator).Assembly, typeof(DialerCommand).Assembly];

    private static readonly Dictionary<string, Regex> All =
        Fields().Concat(Inline()).ToDictionary(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal);

    public static TheoryData<string> Found => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Found))]
    public void A_regular_expression_has_a_time_out_or_is_linear(string name)
    {
        Regex regex = All[name];
        if (regex.MatchTimeout != Regex.InfiniteMatchTimeout)
        {
            return;
        }

        foreach (string text in WorstTexts(regex.ToString()))
        {
            var thread = new Thread(() => _ = regex.Count(text)) { IsBackground = true };
            thread.Start();
            Assert.True(thread.Join(Guard), $"{name} ({regex}) does not end on {text[..40]}...");
        }
    }

    [Fact]
    public void The_source_has_no_regular_expression_that_this_test_does_not_find()
    {
        int fields = Fields().Count;
        string[] made = InSources(MakesPattern()).Select(static found => $"{found.Name}: {found.Match.Value}").ToArray();

        Assert.True(fields > 20, $"{fields}");

        // Only static fields can be tested. Each one counts once.
        Assert.DoesNotContain(made, static text => !text.Contains("static", StringComparison.Ordinal));
        Assert.Equal(fields, made.Length);
    }

    [Theory]
    [InlineData("--A--([^&]*?)--B--")]
    [InlineData(@"\w*pass\w*=")]
    [InlineData("(a+)+$")]
    public void The_texts_find_a_regular_expression_that_is_not_linear(string pattern)
    {
        var regex = new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(1500));
        Assert.Throws<RegexMatchTimeoutException>(() => WorstTexts(pattern).ToList().ForEach(text => _ = regex.Count(text)));
    }

    private static Dictionary<string, Regex> Fields() =>
        Shipped.SelectMany(static assembly => assembly.GetTypes())
            .Where(static type => RegexFields(type).Any())
            .SelectMany(static type => RegexFields(type.ContainsGenericParameters ? Close(type) : type))
            .ToDictionary(
                static field => $"{field.DeclaringType!.Name}.{field.Name}",
                static field => (Regex)field.GetValue(null)!,
                StringComparer.Ordinal);

    private static IEnumerable<FieldInfo> RegexFields(Type type) =>
        type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(static field => field.FieldType == typeof(Regex));

    // Static fields of a generic type can be read only with type arguments; any valid ones work.
    private static Type Close(Type type) => type.MakeGenericType(type.GetGenericArguments().Select(FindArgument).ToArray());

    private static Type FindArgument(Type parameter) =>
        parameter.GetGenericParameterConstraints() is [{ ContainsGenericParameters: false } constraint, ..]
            ? Shipped.SelectMany(static assembly => assembly.GetTypes()).First(type =>
                constraint.IsAssignableFrom(type) && type is { IsAbstract: false, ContainsGenericParameters: false }
                && type.GetConstructor(Type.EmptyTypes) is not null)
            : typeof(object);

    /// <summary>Patterns in calls such as <c>Regex.Replace(text, "pattern", ...)</c>.</summary>
    private static Dictionary<string, Regex> Inline() =>
        InSources(CallsPattern())
            .Select(static found => (Key: $"{found.Name} {found.Match.Index}", found.Match.Groups["pattern"].Value))
            .ToDictionary(static pair => pair.Key, static pair => new Regex(pair.Value), StringComparer.Ordinal);

    private static IEnumerable<(string Name, Match Match)> InSources(Regex regex) =>
        Sources().SelectMany(source => regex.Matches(source.Text).Select(match => (source.Name, match)));

    private static IEnumerable<(string Name, string Text)> Sources([CallerFilePath] string here = "")
    {
        string folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src"));
        string bin = $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}";
        return Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains(bin, StringComparison.Ordinal) && !path.Contains("VicidialPS.Generators", StringComparison.Ordinal))
            .Select(static path => (Path.GetFileName(path), File.ReadAllText(path)));
    }

    /// <summary>
    /// Texts that make an expression start often and never end: what its pattern names, each part and all parts in turn, repeated, and with
    /// an end that does not fit.
    /// </summary>
    private static IEnumerable<string> WorstTexts(string pattern)
    {
        string[] words = WordPattern().Matches(pattern).Select(static match => match.Value).Distinct().Take(12).ToArray();
        string[] singles = pattern.Where(static one => !char.IsLetterOrDigit(one) && !@"\()[]{}+*.^$".Contains(one)).Distinct()
            .Select(static one => one.ToString()).Take(12).ToArray();
        string[] usual = ["a", "0", " ", "aA0 ", "\n", "=", "%", "-", ".", "/", ":", "'", "&", "<"];
        string[] parts = words.Concat(singles).Concat(usual).Distinct().ToArray();
        foreach (string part in parts)
        {
            yield return Repeat(part);
        }

        string all = string.Concat(words);
        if (words.Length > 1)
        {
            yield return Repeat(all);
            yield return words[0] + Repeat("a");
            yield return words[0] + Repeat(words[^1]);
            yield return Repeat(words[0] + " ");
            yield return Repeat(words[0] + "a");
        }

        yield return Repeat("a") + "!";
        yield return Repeat("0") + "x";
    }

    private static string Repeat(string part) => new StringBuilder(Length + part.Length).Insert(0, part, Length / part.Length).ToString();

    [GeneratedRegex(@"(?<!\\)[\w/'=<>&;:"" %#?!,~@-]{2,}")]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"(?:static readonly Regex \w+ = new|\bnew Regex)\(")]
    private static partial Regex MakesPattern();

    [GeneratedRegex(@"\bRegex\.(?:IsMatch|Match|Matches|Replace|Split)\([^""\n]*?,\s*@?""(?<pattern>(?:[^""\\]|\\.)*)""")]
    private static partial Regex CallsPattern();
}
