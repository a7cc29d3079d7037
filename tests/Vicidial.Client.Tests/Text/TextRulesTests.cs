using FsCheck;
using FsCheck.Fluent;
using Vicidial.Client.Functions;
using Vicidial.Client.Text;
using Xunit;

namespace Vicidial.Client.Tests.Text;

public sealed class TextRulesTests
{
    private static readonly Dictionary<string, (string NonAgent, string Agent)> Builds = new()
    {
        ["202"] = ("250720-1841", "250122-1010"),
        ["194"] = ("241004-1518", "240429-2220"),
        ["107"] = ("180301-2301", "180301-2302"),
        ["69"] = ("150217-1404", "150108-1039"),
    };

    // In their Unicode mode, the old releases filter nothing.
    private static readonly bool[] AlwaysFiltered = [true];
    private static readonly bool[] ByMode = [true, false];

    // Text that consists mostly of what breaks statements.
    private static readonly Gen<string> Nasty = Gen.Elements(
            "\\",
            "\\\\",
            "'",
            "''",
            "\"",
            "\"\"",
            "-- ",
            "x",
            " ",
            "n",
            "0",
            ",status=",
            ";",
            "#",
            "&",
            "+",
            "\n",
            "\r\n",
            "\t",
            "\0",
            "é",
            "中",
            "😀",
            "\u00a0",
            "`",
            "%",
            "!",
            "/*",
            "*/"
        )
        .ListOf()
        .Select(static parts => string.Concat(parts));

    public static TheoryData<string, string, string> FieldsByRelease()
    {
        var data = new TheoryData<string, string, string>();
        foreach (ApiFunction function in ApiCatalog.GetAll().Where(static function => function.Kind != FunctionKind.Query))
        {
            foreach (string release in Builds.Keys)
            {
                data.Add(function.Api == DialerApi.Agent ? "agent" : "non-agent", function.Name, release);
            }
        }

        return data;
    }

    [Theory]
    [InlineData("202", "last_name", "Zo\u00eb|x", "Zox", "Zo\u00ebx")]
    [InlineData("202", "comments", "a\\b;c", "a\\bc")]
    [InlineData("69", "last_name", "O'Neil", "ONeil")]
    [InlineData("69", "comments", "5 # up", "5 # up")]
    [InlineData("107", "comments", "5 # up", "5  up")]
    [InlineData("202", "plan_name", "a+b", "a b")]
    public void The_stored_text_is_known_for_both_modes_of_a_release(string release, string field, string value, params string[] stored)
    {
        Assert.True(BuildStamp.TryParse(Builds[release].NonAgent, out BuildStamp build));
        TextRules rules = TextRules.Of(ApiCatalog.Get(DialerApi.NonAgent, "add_lead"));

        Assert.Equal(stored, rules.FindStored(field, value, DialerGeneration.Of(DialerApi.NonAgent, build)));
    }

    [Theory]
    [MemberData(nameof(FieldsByRelease))]
    public void NoTextIsSentInAFormThatBreaksTheStatementOfTheDialer(string api, string name, string release)
    {
        ApiFunction function = ApiCatalog.Get(ApiOf(api), name);
        string[] fields =
        [
            .. function.Parameters.Where(static field => field.Kind == FieldKind.Text).Select(static field => field.Name),
            .. MeasuredField.All.Where(field => field.Function == name && field.Field == "*").Select(_ => "my_label").Distinct(),
        ];
        if (fields.Length == 0)
        {
            return;
        }

        // Several fields in one statement: the end of one value and the beginning of the next can do what neither does alone.
        Gen<(string Field, string Value)[]> request = Gen.Elements(fields)
            .Zip(Nasty)
            .Select(static pair => (pair.Item1, pair.Item2))
            .ListOf(3)
            .Select(static list => list.ToArray());
        Prop.ForAll(request.ToArbitrary(), given =>
        {
            foreach (bool isFiltered in release is "202" or "194" ? AlwaysFiltered : ByMode)
            {
                var values = new List<(char Quote, string Text)>();
                var stored = new List<string?>();
                foreach ((string field, string value) in given)
                {
                    TextVerdict? verdict = Judge(function, field, value, release);
                    if (verdict?.Problem is not null)
                    {
                        continue;
                    }

                    MeasuredField measured = Find(api, name, field, release);
                    values.Add((measured.Quote, DialerStatement.Receive(measured, verdict?.Sent ?? value, isFiltered)));
                    stored.Add(isFiltered && IsComparable(measured) ? verdict?.Stored ?? value : null);
                }

                IReadOnlyList<string>? read = DialerStatement.Read(values);
                Assert.True(read is not null, $"{name} {release}: {string.Join(" | ", given)} -> {string.Join(" | ", values)}");
                for (int i = 0; i < read!.Count; i++)
                {
                    Assert.True(stored[i] is null || Plain(stored[i]!) == Plain(read[i]),
                        $"{name} {release}: '{read[i]}' is stored, not '{stored[i]}', of {string.Join(" | ", given)}"
                    );
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(1, 1));
    }

    [Fact]
    public void EveryMeasuredBreakIsEscapedOrRejected()
    {
        foreach (MeasuredField measured in MeasuredField.All.Where(static field => field.Breaks.Length > 0 && field.Mode == "-"))
        {
            ApiFunction function = ApiCatalog.Get(ApiOf(measured.Api), measured.Function);
            foreach (string one in measured.Breaks.Split(','))
            {
                string value = one[2..] switch { "start" => one[0] + "AB", "mid" => "AB" + one[0] + "CD", _ => "AB" + one[0] };
                TextVerdict? verdict = Judge(function, measured.Field == "*" ? "my_label" : measured.Field, value, measured.Release);
                Assert.True(
                    verdict?.Problem is not null || verdict?.IsEscaped == true || verdict?.Sent.Contains(one[0]) == false,
                    $"{measured.Function}.{measured.Field} {measured.Release}: {value} -> {verdict}"
                );
            }
        }
    }

    [Theory]
    [InlineData("update_lead", "comments", "C:\\new\\table", "202", "C:\\\\new\\\\table")]
    [InlineData("update_lead", "comments", "a\\", "69", "a\\\\")]
    [InlineData("update_lead", "comments", "two\nlines", "107", "two\\nlines")]
    [InlineData("add_lead", "comments", "two\nlines", "107", "two\nlines")]
    [InlineData("add_lead", "vendor_lead_code", "he \"said\"", "107", "he \"\"said\"\"")]
    [InlineData("add_lead", "comments", "O'Neil", "69", "O''Neil")]
    [InlineData("add_lead", "comments", "O'Neil", "202", "O'Neil")]
    [InlineData("add_lead", "my_label", "X\\", "202", "X\\\\\\")]
    [InlineData("add_lead", "my_label", "X\\", "107", "X\\\\")]
    [InlineData("update_user", "email", "o'neil@x.example", "202", "o''neil@x.example")]
    public void ACharacterThatCanBeEscapedIsEscaped(string function, string field, string value, string release, string sent)
    {
        TextVerdict? verdict = Judge(ApiCatalog.Get(DialerApi.NonAgent, function), field, value, release);

        Assert.Equal(sent, verdict?.Sent ?? value);
        Assert.Equal(value, verdict?.Stored ?? value);
        Assert.Null(verdict?.Problem);
    }

    [Theory]
    [InlineData("update_lead", "first_name", "Zoë", "202", "Zo", "", "ë")]
    [InlineData("update_lead", "first_name", "O'Neil", "69", "ONeil", "'", "")]
    [InlineData("update_lead", "comments", "1+1", "202", "1 1", "+", "")]
    [InlineData("add_lead", "comments", "hi 😀", "202", "hi ????", "😀", "")]
    [InlineData("add_lead", "owner", "Ann B. Lee", "69", "AnnBLee", " .", "")]
    public void ALostCharacterIsReported(
        string function, string field, string value, string release, string stored, string lost, string lostInAsciiMode)
    {
        TextVerdict verdict = Judge(ApiCatalog.Get(DialerApi.NonAgent, function), field, value, release)!;

        Assert.Equal(stored, verdict.Stored);
        Assert.Equal(lost, verdict.Lost);
        Assert.Equal(lostInAsciiMode, verdict.LostInAsciiMode);
        Assert.Null(verdict.Problem);
    }

    [Fact]
    public void ACharacterThatNeedsAnEscapeIsRejectedIfTheReleaseIsUnknown()
    {
        ApiFunction function = ApiCatalog.Get(DialerApi.NonAgent, "update_lead");

        Assert.Equal("Vicidial.UnsafeText", TextRules.Of(function).Judge("comments", "C:\\", DialerGeneration.Unknown)?.Problem?.ErrorId);
        Assert.Contains(
            "\\ at position 3",
            TextRules.Of(function).Judge("comments", "C:\\", DialerGeneration.Unknown)?.Problem?.Message,
            StringComparison.Ordinal
        );
        Assert.Equal("Vicidial.UnsafeText", TextRules.Of(function).Judge("comments", "O'Neil", DialerGeneration.Unknown)?.Problem?.ErrorId);
        Assert.Null(TextRules.Of(function).Judge("comments", "plain, really", DialerGeneration.Unknown));
    }

    [Fact]
    public void ADialerNewerThanAllMeasuredReleasesGetsNoEscapedText()
    {
        ApiFunction function = ApiCatalog.Get(DialerApi.NonAgent, "update_lead");
        Assert.True(BuildStamp.TryParse("270101-0000", out BuildStamp build));
        DialerGeneration newer = DialerGeneration.Of(DialerApi.NonAgent, build);

        Assert.Equal("Vicidial.UnsafeText", TextRules.Of(function).Judge("comments", "C:\\", newer)?.Problem?.ErrorId);
        Assert.Null(TextRules.Of(function).Judge("last_name", "O'Neil", newer));
    }

    [Theory]
    [InlineData("a;b")]
    [InlineData("x+y")]
    [InlineData("ab ")]
    [InlineData("a\0b")]
    [InlineData("a\\b")]
    public void AKeyThatTheDialerWouldChangeIsRejected(string key)
    {
        ApiFunction function = ApiCatalog.Get(DialerApi.NonAgent, "update_lead");
        string? Find(string field) => field == "search_method" ? "VENDOR_LEAD_CODE" : null;

        foreach (string release in Builds.Keys)
        {
            Assert.Equal(
                "Vicidial.InvalidIdentifier",
                TextRules.Of(function).Judge("vendor_lead_code", key, Generation(DialerApi.NonAgent, release), Find)?.Problem?.ErrorId
            );
        }
    }

    [Theory]
    [InlineData("170101-0000", "69", "107", false)]
    [InlineData("200101-0000", "107", "194", true)]
    [InlineData("250101-0000", "194", "202", false)]
    public void ADialerBetweenTwoReleasesGetsNothingThatOneOfThemWouldReject(string build, string older, string newer, bool showsDifference)
    {
        Assert.True(BuildStamp.TryParse(build, out BuildStamp stamp));
        int rejectedByOne = 0;
        foreach (ApiFunction function in ApiCatalog.GetAll().Where(static function => function.Kind != FunctionKind.Query))
        {
            DialerGeneration between = DialerGeneration.Of(function.Api, stamp);
            foreach (string field in function.Parameters.Select(static parameter => parameter.Name))
            {
                foreach (string value in new[] { "a'b", "a\"b", "a\\", "a;b", "a+b", "a\0b", "ab " })
                {
                    bool byOlder = Judge(function, field, value, older)?.Problem is not null;
                    bool byNewer = Judge(function, field, value, newer)?.Problem is not null;
                    rejectedByOne += byOlder != byNewer ? 1 : 0;
                    if (byOlder || byNewer)
                    {
                        Assert.True(
                            TextRules.Of(function).Judge(field, value, between)?.Problem is not null,
                            $"{function.Name} {field} '{value}' is rejected by one of {older} and {newer}, and not between them."
                        );
                    }
                }
            }
        }

        Assert.True(rejectedByOne > 0 || !showsDifference, "No value shows the difference.");
    }

    [Fact]
    public void ADialerOfAnUnknownBuildGetsNothingThatAnyReleaseWouldReject()
    {
        int rejectedByOlder = 0;
        foreach (ApiFunction function in ApiCatalog.GetAll().Where(static function => function.Kind != FunctionKind.Query))
        {
            foreach (string field in function.Parameters.Select(static parameter => parameter.Name).Append("my_label"))
            {
                for (char c = '\0'; c < '\x80'; c++)
                {
                    foreach (string value in new[] { $"A{c}B", $"AB{c}" })
                    {
                        string? newest = Judge(function, field, value, "202")?.Problem?.ErrorId;
                        string[] problems = Builds.Keys.Select(release => Judge(function, field, value, release)?.Problem?.ErrorId)
                            .OfType<string>().ToArray();
                        if (problems.Length == 0)
                        {
                            continue;
                        }

                        rejectedByOlder += newest is null ? 1 : 0;
                        string? problem = TextRules.Of(function).Judge(field, value, DialerGeneration.Unknown)?.Problem?.ErrorId;
                        Assert.True(
                            problem is not null && problems.Contains(problem),
                            $"{function.Name} {field} U+{(int)c:X4}: {problem ?? "no problem"}, not one of {string.Join(", ", problems)}."
                        );
                    }
                }
            }
        }

        Assert.True(rejectedByOlder > 0, "The newest release rejects all that an older one rejects.");
    }

    [Fact]
    public void TextMayBeAsLongAsItsFieldAndNoLonger()
    {
        int fields = 0;
        foreach (ApiFunction function in ApiCatalog.GetAll().Where(static function => function.Kind != FunctionKind.Query))
        {
            foreach (ApiParameter field in function.Parameters.Where(static field =>
                field.Kind == FieldKind.Text && field.MaximumLength is not null && field.Keeps.Keeps('x')))
            {
                int maximum = field.MaximumLength!.Value;
                Assert.Null(Judge(function, field.Name, new string('x', maximum), "202")?.Problem);
                Assert.Equal("Vicidial.ValueTooLong", Judge(function, field.Name, new string('x', maximum + 1), "202")?.Problem?.ErrorId);
                fields++;
            }
        }

        Assert.True(fields > 0, "No field has a length.");
    }

    [Fact]
    public void AnApostropheIsRejectedIfTheDialerLooksForDuplicatesByName()
    {
        ApiFunction function = ApiCatalog.Get(DialerApi.NonAgent, "add_lead");
        string? Find(string field) => field == "duplicate_check" ? "DUPNAMEPHONESYS" : null;

        Assert.Equal(
            "Vicidial.UnsafeText",
            TextRules.Of(function).Judge("last_name", "O'Neil", Generation(DialerApi.NonAgent, "202"), Find)?.Problem?.ErrorId
        );
        Assert.Null(TextRules.Of(function).Judge("last_name", "O'Neil", Generation(DialerApi.NonAgent, "202")));
    }

    [Fact]
    public void AnInvisibleCharacterIsNamedByItsCodePoint()
    {
        Assert.Equal("U+200B", TextRules.Name("a\u200bb", 1));
        Assert.Equal("U+000A", TextRules.Name("a\nb", 1));
        Assert.Equal("😀", TextRules.Name("a😀", 1));
        Assert.Equal("é U+00A0 😀", TextRules.NameAll("é\u00a0😀"));
    }

    private static DialerApi ApiOf(string api) => api == "agent" ? DialerApi.Agent : DialerApi.NonAgent;

    private static TextVerdict? Judge(ApiFunction function, string field, string value, string release)
        => TextRules.Of(function).Judge(field, value, Generation(function.Api, release));

    private static DialerGeneration Generation(DialerApi api, string release)
    {
        Assert.True(BuildStamp.TryParse(api == DialerApi.Agent ? Builds[release].Agent : Builds[release].NonAgent, out BuildStamp build));
        return DialerGeneration.Of(api, build);
    }

    private static MeasuredField Find(string api, string function, string field, string release)
    {
        bool isCustom = field == "my_label";
        return MeasuredField.All.FirstOrDefault(one =>
            one.Api == api && one.Function == function && one.Field == (isCustom ? "*" : field) && one.Release == release && one.Mode == "-"
        ) ?? new MeasuredField(api, function, field, "-", release, string.Empty, IsRaw: false, string.Empty);
    }

    // The other fields drop more than the characters that were tried.
    private static bool IsComparable(MeasuredField field) =>
        field.IsRaw
        && field.Field is "comments" or "vendor_lead_code" or "source_id" or "notification_text" or "vendor_id"
        && !(field.Api == "agent" && field.Release == "69");

    // Other behavior of a raw field: a plus sign becomes a space, and the database stores three bytes per character.
    private static string Plain(string text) => text.Replace('+', ' ').Replace("😀", "????", StringComparison.Ordinal);
}
