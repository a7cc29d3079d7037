using Xunit;

namespace VicidialPS.Tests.Declarations;

/// <summary>Cmdlets inherit little: what several of them do is an operation of the client, and parameters that they share are a group.</summary>
public sealed class LineageTests
{
    // Counted from the first class of the module below PSCmdlet.
    private const int UsualDepth = 4;

    // The base classes below which a cmdlet is one class deeper.
    private static readonly Dictionary<string, string> ReasonsForOneMore = new(StringComparer.Ordinal)
    {
        ["SetCommand`1"] = "says for all cmdlets that set something what of the input is taken, and what -Clear empties",
        ["RemoveCommand`1"] = "asks before something is removed or reset, and gives nothing back unless -PassThru is given",
        ["NewUserCommandBase"] = "guards the password of a new account, whether it is made or copied",
        ["AgentInGroupCommand"] = "keeps what an agent takes besides in-groups, whether they are added, removed or set",
        ["AgentWaitCommand"] = "waits for an agent's screen, with the two parameters of that",
        ["DayQueryCommand`1"] = "asks day by day what the dialer answers for one day only",
        ["PeriodQueryCommand`1"] = "asks for a period, or for each of its days",
        ["WallboardCommand"] = "follows a floor as a board, whether it is shown or served",
    };

    public static TheoryData<string> Names() => new(CmdletDeclaration.All.Select(static cmdlet => cmdlet.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_cmdlet_is_at_most_four_classes_below_the_first_of_the_module_or_five_for_a_reason(string name)
    {
        IReadOnlyList<Type> lineage = CmdletDeclaration.All.Single(cmdlet => cmdlet.Name == name).Lineage;

        int allowed = UsualDepth + (lineage.Any(static type => ReasonsForOneMore.ContainsKey(type.Name)) ? 1 : 0);

        Assert.True(lineage.Count - 1 <= allowed, string.Join(" > ", lineage.Select(static type => type.Name)));
    }

    [Fact]
    public void Each_base_class_has_several_subclasses()
    {
        IEnumerable<string> lonely = CmdletDeclaration
            .All.SelectMany(static cmdlet => cmdlet.Lineage.Zip(cmdlet.Lineage.Skip(1), static (parent, child) => (Parent: parent, Child: child)))
            .Distinct()
            .GroupBy(static pair => pair.Parent, static pair => pair.Child)
            .Where(static children => children.Count() == 1)
            .Select(static children => $"{children.Key.Name} has the one subclass {children.Single().Name}");

        Assert.Empty(lonely);
    }

    [Fact]
    public void Each_exception_to_the_usual_depth_is_needed() =>
        Assert.Empty(
            ReasonsForOneMore.Keys.Except(
                CmdletDeclaration
                    .All.Where(static cmdlet => cmdlet.Lineage.Count - 1 > UsualDepth)
                    .SelectMany(static cmdlet => cmdlet.Lineage.Select(static type => type.Name))
            )
        );
}
