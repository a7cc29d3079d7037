using System.Text.RegularExpressions;
using Vicidial.Client.Functions;
using VicidialPS.Tests.Engines;
using Xunit;

namespace VicidialPS.Tests.Declarations;

/// <summary>A cmdlet names the dialer's fields only in its attributes. Code that needs more of them is an operation of the client.</summary>
public sealed partial class WireNameTests
{
    private static readonly string Commands = Path.Combine(TestLocations.Repository, "src", "VicidialPS", "Commands");

    private static readonly HashSet<string> Fields = new(
        ApiCatalog.GetAll().SelectMany(static function => function.Parameters).Select(static parameter => parameter.Name),
        StringComparer.Ordinal
    );

    [Fact]
    public void Only_attributes_name_fields_of_the_dialer() => Assert.Empty(Named());

    private static IEnumerable<string> Named() =>
        from path in Directory.EnumerateFiles(Commands, "*.cs", SearchOption.AllDirectories)
        from line in File.ReadLines(path)
        let code = line.Trim()
        where !code.StartsWith('[') && !code.StartsWith("//", StringComparison.Ordinal)
        where Literal().Matches(code).Any(static literal => Fields.Contains(literal.Groups[1].Value))
        select $"{Path.GetRelativePath(Commands, path)}: {code}";

    [GeneratedRegex("\"(\\w+)\"")]
    private static partial Regex Literal();
}
