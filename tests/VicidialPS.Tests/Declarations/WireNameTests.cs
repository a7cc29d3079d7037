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
    private const string Composes = "composes requests of several functions, which an operation of the client would do";

    // The files that name fields in their code, and why.
    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["Api/GetApiFunctionCommand.cs"] = "leaves out the fields that the module fills itself",
        ["Leads/CustomFields.cs"] = "has the one field that makes the dialer read custom fields",
        ["Screens/ScreenColumn.cs"] = "counts what the dialer joins in one column, and these fields are not in it",
        ["Screens/SetAgentLeadCommand.cs"] = "counts what the dialer joins in one column, and these fields are in it",
        ["Screens/TransferColumn.cs"] = "counts what the dialer joins in one column, and these fields are not in it",
        ["Screens/MoveRemoteAgentCallCommand.cs"] = "adds a value that follows from another parameter",
        ["Dnc/AddDncNumberCommand.cs"] = Composes,
        ["Leads/AddHopperLeadCommand.cs"] = Composes,
        ["Leads/AddLeadCommand.cs"] = Composes,
        ["Leads/FindLeadCommand.cs"] = Composes,
        ["Leads/SetCallbackCommand.cs"] = Composes,
        ["Leads/SetLeadCommand.Requests.cs"] = Composes,
        ["Lists/CustomFieldChoice.cs"] = Composes,
        ["Lists/SetListCommand.cs"] = Composes,
        ["Loads/CompareLoadCommand.cs"] = Composes,
        ["Users/NewUserCommandBase.cs"] = Composes,
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
