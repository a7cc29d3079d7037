using System.Text.RegularExpressions;
using Vicidial.Client.Functions;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using Vicidial.Client.Wire;
using Xunit;

namespace Vicidial.Client.Tests.Functions;

public partial class ApiCatalogTests
{
    [Fact]
    public void All_functions_of_both_APIs_load()
    {
        IReadOnlyList<ApiFunction> all = ApiCatalog.GetAll();

        Assert.Equal(all.Count, all.Select(function => (function.Api, function.Name)).Distinct().Count());
        Assert.Contains(all, static function => function.Api == DialerApi.Agent);
        Assert.Contains(all, static function => function.Api == DialerApi.NonAgent);
        Assert.All(all, function => Assert.True(function.IsListed));
        Assert.All(all, function => Assert.NotEqual(FunctionKind.Unknown, function.Kind));
        Assert.All(all, function => Assert.NotEqual(string.Empty, function.Summary));
    }

    [Fact]
    public void Error_IDs_are_words_that_users_can_compare()
    {
        string[] ids = ApiCatalog
            .GetAll()
            .SelectMany(function => function.Shapes)
            .Where(shape => shape.Kind == ResponseKind.Error)
            .Select(shape => shape.ErrorId)
            .Distinct()
            .ToArray();

        Assert.NotEmpty(ids);
        Assert.All(ids, id => Assert.Matches("^[A-Z][A-Za-z0-9]+$", id));
    }

    [Fact]
    public void Each_error_of_each_function_is_recognized_by_its_own_entry()
    {
        var wrong = new List<string>();
        foreach (ApiFunction function in ApiCatalog.GetAll())
        {
            // The joke functions respond without the word ERROR.
            foreach (ResponseShape shape in function.Shapes.Where(shape => shape.Kind == ResponseKind.Error && shape.ErrorId != "Teapot"))
            {
                foreach (string line in Fill(shape))
                {
                    ResponseShape? found = ResponseReader.ReadLine(function, line, Redactor.ByPosition).Shape;
                    if (found?.ErrorId != shape.ErrorId || found.ErrorKind != shape.ErrorKind)
                    {
                        wrong.Add($"{function.Api} {function.Name}: {line} → {found?.ErrorId ?? "nothing"} instead of {shape.ErrorId}");
                    }
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Each_success_and_notice_is_recognized_as_one()
    {
        var wrong = new List<string>();
        foreach (ApiFunction function in ApiCatalog.GetAll())
        {
            foreach (
                ResponseShape shape in function.Shapes.Where(shape =>
                    shape.Kind is ResponseKind.Success or ResponseKind.Notice && MessageWord().IsMatch(shape.Template)
                )
            )
            {
                foreach (string line in Fill(shape))
                {
                    ResponseLine read = ResponseReader.ReadLine(function, line, Redactor.ByPosition);
                    if (read.Kind != shape.Kind || read.Shape is null)
                    {
                        wrong.Add($"{function.Api} {function.Name}: {line} → {read.Kind} {read.Shape}");
                    }
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Functions_for_live_calls_are_never_retried()
    {
        Assert.All(ApiCatalog.GetAll().Where(function => function.Kind == FunctionKind.Control), function =>
            Assert.False(function.MayRepeat, function.Name)
        );
        Assert.All(ApiCatalog.GetAll().Where(function => function.Kind == FunctionKind.Query), function =>
            Assert.True(function.MayRepeat, function.Name)
        );
        Assert.False(ApiCatalog.Get(DialerApi.NonAgent, "add_lead").MayRepeat);
        Assert.True(ApiCatalog.Get(DialerApi.NonAgent, "add_did").MayRepeat);
    }

    [Fact]
    public void Only_the_version_and_the_jokes_need_no_login() =>
        Assert.Equal(["coffee", "version"], ApiCatalog.GetAll().Where(function => !function.NeedsLogin).Select(function => function.Name).Distinct());

    [Fact]
    public void A_yes_or_no_field_has_its_own_words()
    {
        ApiParameter[] flags = ApiCatalog
            .GetAll()
            .SelectMany(function => function.Parameters)
            .Where(parameter => parameter.Kind == FieldKind.YesNo)
            .ToArray();

        Assert.NotEmpty(flags);
        Assert.All(flags, parameter => Assert.NotEmpty(parameter.Allowed));
    }

    [Fact]
    public void Every_function_except_a_joke_has_a_release()
        => Assert.All(ApiCatalog.GetAll().Where(function => function.Release.Length == 0), function => Assert.Equal("coffee", function.Name));

    [Theory]
    [InlineData("update_list", "archived_lead", "Y", "180301-2301")]
    [InlineData("batch_update_lead", "archived_lead", "Y", "210917-1615")]
    [InlineData("add_lead", "duplicate_check", "DUPPHONEALTSYS", "180301-2301")]
    [InlineData("add_lead", "duplicate_check", "DUPSYS14DAY", "180301-2301")]
    [InlineData("add_lead", "custom_fields", "Y", "241004-1518")]
    [InlineData("update_lead", "city", "--BLANK--", "180301-2301")]
    [InlineData("update_lead", "my_label", "--BLANK--", "150217-1404")]
    [InlineData("update_lead", "callback_datetime", "3DAYS", "150217-1404")]
    [InlineData("update_lead", "callback", "Y", "150217-1404")]
    [InlineData("call_dispo_report", "campaigns", "TESTCAMP", "180301-2301")]
    public void AGapThatChangesTheMeaningOfARequestIsVital(string function, string field, string value, string build)
    {
        Assert.True(BuildStamp.TryParse(build, out BuildStamp dialer));
        Assert.True(BuildStamp.TryParse("250720-1841", out BuildStamp newest));
        ApiRequest request = new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, function)).Add(field, value);

        Assert.True(Assert.Single(request.FindGaps(dialer)).Gap.IsVital);
        Assert.Empty(request.FindGaps(newest));
    }

    [Theory]
    [InlineData("add_lead", "duplicate_check", "DUPSYS", "180301-2301")]
    [InlineData("add_lead", "duplicate_check", "DUPSYS90DAY", "180301-2301")]
    [InlineData("update_lead", "city", "--BLANK--", "150217-1404")]
    [InlineData("update_lead", "callback_datetime", "2026-12-24 10:00:00", "150217-1404")]
    [InlineData("call_dispo_report", "campaigns", "---ALL---", "180301-2301")]
    [InlineData("add_user", "agent_choose_blended", "1", "250720-1841")]
    public void AFieldThatAnOldDialerSupportsIsNotAGap(string function, string field, string value, string build)
    {
        Assert.True(BuildStamp.TryParse(build, out BuildStamp dialer));

        Assert.Empty(new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, function)).Add(field, value).FindGaps(dialer));
    }

    [Fact]
    public void EveryGapNamesFieldsThatTheCatalogHas() =>
        Assert.All(ApiCatalog.GetAll().SelectMany(function => function.Gaps.Select(gap => (function, gap))), one =>
            Assert.True(
                one.function.Parameters.Any(field => one.gap.IsAbout(field.Name, isListed: true)) || one.gap.IsAbout(string.Empty, isListed: false)
            )
        );

    [Theory]
    [InlineData("180301-2301", "archived_lead", "Y", true)]
    [InlineData("231109-0932", "archived_lead", "Y", true)]
    [InlineData("231109-0933", "archived_lead", "Y", false)]
    [InlineData("180301-2301", "archived_lead", "N", false)]
    [InlineData("180301-2301", "add_to_hopper", "Y", false)]
    [InlineData("150217-1404", "hopper_priority", "0", true)]
    [InlineData("150217-1404", "status", "NEW", false)]
    public void A_request_finds_its_fields_that_a_build_lacks(string build, string field, string value, bool isYounger)
    {
        Assert.True(BuildStamp.TryParse(build, out BuildStamp dialer));
        ApiRequest request = new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, "update_lead")).Add("lead_id", "1001").Add(field, value);

        Assert.Equal(isYounger ? [field] : [], request.FindGaps(dialer).Select(found => found.Field));
    }

    [Theory]
    [InlineData("no_such_function")]
    [InlineData("_common")]
    [InlineData("")]
    [InlineData("../agent/version")]
    public void A_name_that_is_not_a_function_is_not_listed(string name)
    {
        Assert.Throws<ArgumentException>(() => ApiCatalog.Get(DialerApi.NonAgent, name == "_common" ? "no_such" : name));

        ApiFunction made = ApiCatalog.FindOrUnlisted(DialerApi.NonAgent, name);

        Assert.False(made.IsListed);
        Assert.False(made.MayRepeat);
        Assert.Contains(made.Shapes, shape => shape.ErrorId == "LoginIncorrect");
    }

    [Fact]
    public void A_function_has_the_errors_that_all_functions_of_its_API_share()
    {
        Assert.Contains(ApiCatalog.Get(DialerApi.Agent, "call_agent").Shapes, shape => shape.ErrorId == "AgentNotLoggedIn");
        Assert.DoesNotContain(ApiCatalog.Get(DialerApi.NonAgent, "add_lead").Shapes, shape => shape.ErrorId == "AgentNotLoggedIn");
    }

    /// <summary>A template with sample values: short ones, and ones that look like words of the dialer.</summary>
    private static IEnumerable<string> Fill(ResponseShape shape)
    {
        yield return Placeholder()
            .Replace(shape.Template, match => match.Groups[1].Value.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) + "1");
        yield return Placeholder().Replace(shape.Template, "VALUE");
    }

    [GeneratedRegex("<([^<>]+)>")]
    private static partial Regex Placeholder();

    [GeneratedRegex("^(SUCCESS|NOTICE): ")]
    private static partial Regex MessageWord();
}
