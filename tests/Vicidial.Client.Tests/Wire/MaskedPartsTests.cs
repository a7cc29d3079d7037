using Vicidial.Client.Functions;
using Vicidial.Client.Wire;
using Xunit;

namespace Vicidial.Client.Tests.Wire;

/// <summary>Each part of a response that can contain a secret according to the catalog.</summary>
public sealed class MaskedPartsTests
{
    public static TheoryData<string> Statements => ["sql_statement", "sql_set"];

    [Theory]
    [MemberData(nameof(Statements))]
    public void The_catalog_has_a_message_with_each_kind_of_statement(string name)
        => Assert.Contains(ApiCatalog.GetAll().SelectMany(static function => function.Shapes), shape => shape.ValueNames.Contains(name));

    [Fact]
    public void Statements_and_passwords_in_known_messages_are_masked()
    {
        var checkedParts = new HashSet<string>();
        foreach (ApiFunction function in ApiCatalog.GetAll())
        {
            foreach (ResponseShape shape in function.Shapes)
            {
                for (int i = 0; i < shape.ValueNames.Count; i++)
                {
                    string name = shape.ValueNames[i];
                    bool isStatement = name is "sql_statement" or "sql_set";
                    if (!isStatement && !Redactor.IsSecretField(name))
                    {
                        continue;
                    }

                    checkedParts.Add(name);
                    string[] values = Enumerable.Repeat("x", shape.ValueNames.Count).ToArray();
                    values[i] = isStatement ? "UPDATE a SET pass='Canary7x', city='Canary7x'" : "Canary7x";
                    Assert.True(new Redactor(() => ["Canary7x"]).MaskValues(shape.Kind, shape, values), $"{function.Name}: {name}");
                    Assert.DoesNotContain("Canary7x", values[i], System.StringComparison.Ordinal);
                }
            }
        }

        Assert.Superset(new HashSet<string> { "pass", "sql_statement", "sql_set" }, checkedParts);
    }
}
