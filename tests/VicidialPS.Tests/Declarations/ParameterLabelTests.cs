using System.Reflection;
using System.Text.RegularExpressions;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Requests;
using Vicidial.Client.Text;
using Vicidial.Client.Values;
using Vicidial.Client.Wire;
using VicidialPS.Binding;
using Xunit;

namespace VicidialPS.Tests.Declarations;

/// <summary>
/// A message about a value names the parameter that the user typed, and not the field of the dialer. The checks of the client get values
/// that they reject, for each field that a parameter of a cmdlet fills.
/// </summary>
public sealed class ParameterLabelTests
{
    private static readonly string[] Bad =
    [
        "x", "-x", "+1", "12", "1.5e", "ab;c|d", "a'b\"c\\", "O'Neil\\", "C:\\", "two words ", "1849-01-01", "2999-01-01",
        "99999999999999", "+44 20 7946 0958", "+999", "1 727 555 0100",
        "+33 1_44_x!+1 727 555_2_y", "&rank=1", "Zo\u00eb \u65e5\u672c \ud83d\ude00", "maybe", new('9', 300),
    ];

    private static readonly DialerGeneration[] Generations =
    [
        DialerGeneration.Unknown,
        .. new[] { "150217-1404", "180301-2301", "241004-1518", "250720-1841" }.Select(static build =>
            DialerGeneration.Of(
                DialerApi.NonAgent,
                BuildStamp.TryParse(build, out BuildStamp stamp) ? stamp : null
            )
        ),
    ];

    [Fact]
    public void No_message_of_a_cmdlet_names_a_field_in_place_of_its_parameter()
    {
        (string Cmdlet, ParameterField Field, string Message)[] all = Messages().ToArray();
        string[] messages = all.Select(static one => one.Message).Distinct().ToArray();
        string[] wrong = all
            .Where(static one => NamesField(one) || !one.Message.Contains($"-{one.Field.ParameterName}", StringComparison.Ordinal))
            .Select(static one => $"{one.Cmdlet} -{one.Field.ParameterName}: {one.Message}")
            .Distinct()
            .ToArray();

        Assert.True(messages.Length > 1000, $"Only {messages.Length} messages were made.");
        Assert.Empty(wrong);
    }

    [Fact]
    public void What_an_old_dialer_does_not_support_of_a_cmdlet_is_the_cmdlet_or_its_parameter()
    {
        string[] names = (
            from cmdlet in CmdletDeclaration.All
            from plan in CommandPlan.AllOf(cmdlet.Type)
            from own in plan.GetAllFixed()
                .Select(static field => (field.Name, field.Value))
                .Concat(cmdlet.Type.GetCustomAttributes<DerivedFieldAttribute>().Select(static field => (Name: field.WireName, Value: "Y")))
            from gap in new ApiRequest(plan.Function) { Labels = plan.Labels }.Add(own.Name, own.Value).FindGaps(default)
            select $"{cmdlet.Name}: {gap.Name}"
        ).ToArray();

        Assert.Contains("Add-VicidialCustomField: Add-VicidialCustomField", names);
        Assert.Contains("Set-VicidialLead: -CustomField", names);
        Assert.DoesNotContain(names, static name => name.Contains("the field ", StringComparison.Ordinal));
    }

    private static bool NamesField((string Cmdlet, ParameterField Field, string Message) one) =>
        one.Message.Contains("the field ", StringComparison.OrdinalIgnoreCase)
        || (
            one.Field.WireName.Contains('_', StringComparison.Ordinal)
            && Regex.IsMatch(one.Message, $@"(?<![-\w&]){Regex.Escape(one.Field.WireName)}(?![\w=])")
        );

    private static IEnumerable<(string Cmdlet, ParameterField Field, string Message)> Messages() =>
        from cmdlet in CmdletDeclaration.All
        from plan in CommandPlan.AllOf(cmdlet.Type)
        from field in plan.Fields
        from message in Bad.SelectMany(value => Reject(plan, field, value)).Concat(Gaps(plan, field))
        select (cmdlet.Name, field, message);

    private static IEnumerable<string> Reject(CommandPlan plan, ParameterField field, string value)
    {
        object[] forms = [value, new[] { value, "b" }, DateTime.UtcNow, new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), true, 1.5];
        foreach (object form in forms)
        {
            if (Try(() => FieldFormat.Write(field.Field, form)) is { } unwritten)
            {
                yield return unwritten;
            }
        }

        if (Try(() => FieldFormat.ReadCell(field.Field, value)) is { } unread)
        {
            yield return unread;
        }

        if (Try(() => FieldCheck.Check(field.Field, ref value)) is { } refused)
        {
            yield return refused;
        }

        ApiRequest request = new ApiRequest(plan.Function) { Labels = plan.Labels }.Add(field.WireName, value);
        var notes = new ValueNotes();
        if (Try(() => PhoneFields.Write(request, notes)) is { } noNumber)
        {
            yield return noNumber;
        }

        foreach (string note in notes.Take())
        {
            yield return note;
        }

        foreach (DialerGeneration generation in Generations)
        {
            IReadOnlyList<FieldVerdict> verdicts = RequestText.Judge(request, generation);
            foreach (DialerException problem in verdicts.Select(static verdict => verdict.Text.Problem).OfType<DialerException>())
            {
                yield return problem.Message;
            }
        }
    }

    /// <summary>What the oldest dialer does not support, as warnings and errors name it.</summary>
    private static IEnumerable<string> Gaps(CommandPlan plan, ParameterField field) =>
        new ApiRequest(plan.Function) { Labels = plan.Labels }.Add(field.WireName, "Y").FindGaps(default).Select(static gap => gap.Name);

    private static string? Try(Action check)
    {
        try
        {
            check();
            return null;
        }
        catch (DialerException failure)
        {
            return failure.Message;
        }
    }
}
