using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Vicidial.Client.Functions;
using VicidialPS.Tests.Engines;
using Xunit;

namespace VicidialPS.Tests.Declarations;

/// <summary>
/// A cmdlet names a field of the dialer in its attributes, and nowhere else: what needs more of the wire is an operation of the client.
/// </summary>
public sealed partial class WireNameTests
{
    // The files that name fields in their code, and why.
    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["Api/GetApiFunctionCommand.cs"] = "leaves out the fields that the module fills itself",
        ["Screens/MoveRemoteAgentCallCommand.cs"] = "adds a value that follows from another parameter",
        ["Leads/AddHopperLeadCommand.cs"] = "joins the leads of several rows in one request, and gives each row its line of the response",
        ["Leads/SetLeadCommand.Requests.cs"] = "checks what a search and a batch would do with the parameters that were given",
    };

    private static readonly string Commands = Path.Combine(TestLocations.Repository, "src", "VicidialPS", "Commands");

    private static readonly HashSet<string> Fields = new(
        ApiCatalog.GetAll().SelectMany(static function => function.Parameters).Select(static parameter => parameter.Name),
        StringComparer.Ordinal
    );

    [Fact]
    public void Only_attributes_name_fields_of_the_dialer() =>
        Assert.Empty(Named().Where(static found => !Reasons.ContainsKey(found.File)).Select(static found => $"{found.File}: {found.Line}"));

    [Fact]
    public void Each_reason_is_needed() => Assert.Empty(Reasons.Keys.Except(Named().Select(static found => found.File)));

    private static IEnumerable<(string File, string Line)> Named() =>
        from path in Directory.EnumerateFiles(Commands, "*.cs", SearchOption.AllDirectories)
        from line in File.ReadLines(path)
        let code = line.Trim()
        where !code.StartsWith('[') && !code.StartsWith("//", StringComparison.Ordinal)
        where Literal().Matches(code).Any(static literal => Fields.Contains(literal.Groups[1].Value))
        select (Path.GetRelativePath(Commands, path).Replace('\\', '/'), code);

    [GeneratedRegex("\"(\\w+)\"")]
    private static partial Regex Literal();
}
