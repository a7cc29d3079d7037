using System.Text.RegularExpressions;
using Vicidial.Client.Functions;
using VicidialPS.Tests.Engines;
using Xunit;

namespace VicidialPS.Tests.Declarations;

/// <summary>The page about errors names each ErrorId that a user can meet.</summary>
public partial class ErrorPageTests
{
    private static readonly string Page = ReadPage("about_VicidialPS_Errors");

    [Fact]
    public void The_page_about_errors_has_each_id_of_the_catalog()
    {
        string[] missing = ApiCatalog.GetAll()
            .SelectMany(function => function.Shapes)
            .Where(shape => shape.ErrorId.Length > 0 && shape.ErrorKind != DialerErrorKind.Empty)
            .Select(shape => shape.ErrorId)
            .Where(IsMissing)
            .Distinct()
            .ToArray();

        Assert.Empty(missing);
    }

    [Fact]
    public void The_page_about_errors_has_each_id_in_the_code()
    {
        string[] ids = Directory
            .EnumerateFiles(Path.Combine(TestLocations.Repository, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => FindIds(File.ReadAllText(file)))
            .Distinct()
            .ToArray();

        // With fewer, the code is probably written in another way, so that the pattern finds nothing.
        Assert.True(ids.Length > 100, $"Only {ids.Length} ids were found in the code.");
        Assert.DoesNotContain(ids, IsMissing);
    }

    [Fact]
    public void The_page_of_a_cmdlet_has_each_error_that_no_other_cmdlet_writes()
    {
        var own =
            from cmdlet in CmdletDeclaration.All
            from function in cmdlet.Functions.Select(static function => ApiCatalog.Get(Enum.Parse<DialerApi>(function.Api), function.Name))
            from shape in function.Shapes
            where shape.ErrorId.Length > 0 && shape.ErrorKind != DialerErrorKind.Empty
            group cmdlet.Name by shape.ErrorId into cmdlets
            where cmdlets.Distinct().Count() == 1
            select (Id: cmdlets.Key, Cmdlet: cmdlets.First());
        string[] missing = own
            .Where(static one => !ReadPage(one.Cmdlet).Contains($"`Vicidial.{one.Id}`", StringComparison.Ordinal))
            .Select(static one => $"{one.Cmdlet}: {one.Id}")
            .ToArray();

        Assert.True(missing.Length == 0, string.Join("\n", missing));
    }

    private static string ReadPage(string name) => File.ReadAllText(Path.Combine(TestLocations.Repository, "docs", "en-US", $"{name}.md"));

    private static IEnumerable<string> FindIds(string code) => Id().Matches(code).Select(match => match.Groups[1].Value);

    private static bool IsMissing(string id) => !Page.Contains($"`Vicidial.{id}`", StringComparison.Ordinal);

    [GeneratedRegex("""(?:new DialerException\(|\b(?:Refuse|Reject|Missing|FilePath\.Of\(this, \w+,)\s*\(?|=> new\()\s*"([A-Z][A-Za-z]+)",?""")]
    private static partial Regex Id();
}
