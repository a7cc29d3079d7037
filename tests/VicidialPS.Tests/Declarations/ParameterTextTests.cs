using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Vicidial.Client.Functions;
using VicidialPS.Binding;
using VicidialPS.Loads;
using VicidialPS.Tests.Engines;
using Xunit;

namespace VicidialPS.Tests.Declarations;

/// <summary>The text of each parameter in the code is the beginning of its text on the help page.</summary>
public partial class ParameterTextTests
{
    private const int FewestWords = 6;

    // Parameters of base classes whose help pages say more about their cmdlets. Never add a parameter of one cmdlet.
    private static readonly HashSet<string> General =
    [
        "AgentWaitCommand.Wait",
        "ChangeCommand`1.InputObject",
        "ChangeCommand`1.Map",
        "DayQueryCommand`1.Date",
        "FloorCommand.IntervalSec",
        "FloorCommand.MinimumReady",
        "QueryCommand.Connection",
        "SetCommand`1.Clear",
        "SetCommand`1.FromInput",
    ];

    private static readonly IReadOnlyDictionary<string, string> Summaries = XDocument
        .Load(Path.ChangeExtension(typeof(FieldAttribute).Assembly.Location, ".xml"))
        .Descendants("member")
        .Where(static member => member.Element("summary") is not null)
        .ToDictionary(static member => member.Attribute("name")!.Value, static member => Plain(member.Element("summary")!.Value));

    [Fact]
    public void The_help_page_begins_with_the_text_of_the_parameter_in_the_code()
    {
        string[] different = Parameters()
            .Where(static one => !General.Contains(one.Key) && one.Summary is not null && !one.Page.StartsWith(one.Summary, StringComparison.Ordinal))
            .Select(static one => $"{one.Cmdlet} -{one.Name}: the code says '{one.Summary}', the page '{one.Page}'")
            .ToArray();

        Assert.Empty(different);
    }

    [Fact]
    public void Parameters_whose_text_differs_are_those_of_base_classes()
    {
        ILookup<string, string> cmdlets = Parameters().ToLookup(static one => one.Key, static one => one.Cmdlet);

        Assert.DoesNotContain(General, key => cmdlets[key].Distinct().Count() < 2);
    }

    [Fact]
    public void A_text_says_more_than_a_few_words()
    {
        string[] tooShort = Parameters()
            .Where(static one => one.Page.Split(' ').Length < FewestWords)
            .Select(static one => $"{one.Cmdlet} -{one.Name}: {one.Page}")
            .ToArray();

        Assert.Empty(tooShort);
    }

    [Fact]
    public void A_help_page_states_how_long_a_text_can_be()
    {
        string[] wrong = (
            from cmdlet in CmdletDeclaration.All
            let page = ReadPage(cmdlet.Name)
            from field in CommandPlan.AllOf(cmdlet.Type).SelectMany(static plan => plan.Fields)
            where field.Field is { Kind: FieldKind.Text, MaximumLength: not null }
            let text = Regex.Match(page, $@"^### -{field.ParameterName}\n(.*?)^```yaml", RegexOptions.Multiline | RegexOptions.Singleline).Value
            where !LongestIn(text).Any(longest => longest <= field.Field.MaximumLength)
            select $"{cmdlet.Name} -{field.ParameterName}: up to {field.Field.MaximumLength} characters"
        ).Distinct().ToArray();

        Assert.True(wrong.Length == 0, string.Join("\n", wrong));
    }

    /// <summary>The upper limits in a text. A dialer can be stricter than the column that the catalog knows.</summary>
    private static IEnumerable<int> LongestIn(string text) =>
        Limit().Matches(text).Select(static match => match.Groups[1].Value).Select(static number => number == "one" ? 1 : int.Parse(number));

    private static IEnumerable<(string Cmdlet, string Name, string Key, string? Summary, string Page)> Parameters()
    {
        int count = 0;
        foreach (CmdletDeclaration cmdlet in CmdletDeclaration.All)
        {
            string page = ReadPage(cmdlet.Name);
            foreach (PropertyInfo property in cmdlet.Type.GetProperties().Concat(DynamicParametersOf(cmdlet.Type)).Where(IsShown))
            {
                count++;
                Type owner = property.DeclaringType!.IsGenericType ? property.DeclaringType.GetGenericTypeDefinition() : property.DeclaringType;
                Match text = Regex.Match(page, $@"^### -{property.Name}\n\n(.*?)\n\n", RegexOptions.Multiline | RegexOptions.Singleline);
                yield return (
                    cmdlet.Name,
                    property.Name,
                    $"{owner.Name}.{property.Name}",
                    Summaries.GetValueOrDefault($"P:{owner.FullName}.{property.Name}"),
                    Plain(text.Groups[1].Value.Replace("`", string.Empty))
                );
            }
        }

        // Fewer would mean that the parameters are declared in another way.
        Assert.True(count > 1000, $"Only {count} parameters were found.");
    }

    private static string ReadPage(string cmdlet) =>
        File.ReadAllText(Path.Combine(TestLocations.Repository, "docs", "en-US", $"{cmdlet}.md")).Replace("\r", string.Empty);

    /// <summary>The parameters of loads, which a cmdlet takes from another object.</summary>
    private static IEnumerable<PropertyInfo> DynamicParametersOf(Type cmdlet)
    {
        if (cmdlet.GetCustomAttribute<BulkAttribute>() is null)
        {
            return [];
        }

        bool hasForce = cmdlet.GetProperty(nameof(ForcedLoadParameters.Force)) is not null;
        return (hasForce ? typeof(LoadParameters) : typeof(ForcedLoadParameters)).GetProperties();
    }

    private static bool IsShown(PropertyInfo property)
    {
        CustomAttributeData[] declared = property
            .GetCustomAttributesData()
            .Where(static data => data.AttributeType.Name == "ParameterAttribute")
            .ToArray();
        return declared.Length > 0
            && !declared[0].NamedArguments.Any(static argument => argument.MemberName == "DontShow" && argument.TypedValue.Value is true);
    }

    private static string Plain(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"\b(one|\d+)\s(?:characters?|digits)\b")]
    private static partial Regex Limit();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
