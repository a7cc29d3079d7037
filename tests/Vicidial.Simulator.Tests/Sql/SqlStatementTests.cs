using Vicidial.Simulator.Sql;
using Xunit;

namespace Vicidial.Simulator.Tests.Sql;

public sealed class SqlStatementTests
{
    [Theory]
    [InlineData(@"a\\b", '"', @"a\b")]
    [InlineData(@"C:\new\table", '"', "C:\new\table")]
    [InlineData(@"C:\Users", '"', "C:Users")]
    [InlineData(@"a\0b", '"', "a\0b")]
    [InlineData(@"50\%", '"', @"50\%")]
    [InlineData("O'Neil", '"', "O'Neil")]
    [InlineData("O''Neil", '\'', "O'Neil")]
    [InlineData(@"O\'Neil", '\'', "O'Neil")]
    [InlineData("two \"\" signs", '"', "two \" signs")]
    [InlineData("Zoë 中", '"', "Zoë 中")]
    [InlineData("😀", '"', "????")]
    public void A_text_is_stored_as_the_database_reads_it(string text, char quote, string stored) =>
        Assert.Equal(stored, SqlStatement.Literal(text, quote));

    [Theory]
    [InlineData(@"ends with \", '"')]
    [InlineData("a \" quote", '"')]
    [InlineData("an ' apostrophe", '\'')]
    [InlineData(@"\\\", '"')]
    public void A_text_can_break_the_statement(string text, char quote) => Assert.Null(SqlStatement.Literal(text, quote));

    [Fact]
    public void A_text_can_remove_the_condition_of_the_statement()
    {
        SqlStatement statement = SqlStatement.Update("vendor_lead_code=\"C:\\\",comments=\"-- call back\"")!;

        Assert.True(statement.IsForAll);
        Assert.Equal("C:\",comments=", Assert.Single(statement.Values).Value);
    }

    [Fact]
    public void A_text_can_set_another_column_and_another_condition()
    {
        SqlStatement statement = SqlStatement.Update("vendor_lead_code=\"x\\\",source_id=\",status=0x48414B where lead_id<1003 -- \"")!;

        Assert.False(statement.IsForAll);
        Assert.Equal(["vendor_lead_code", "status"], statement.Values.Select(value => value.Key));
        Assert.Equal("HAK", statement.Values[1].Value);
        Assert.Equal((true, false), (statement.Condition!.Holds("1002"), statement.Condition.Holds("1003")));
    }

    [Fact]
    public void An_insert_that_ends_early_leaves_the_other_columns_as_they_are() =>
        Assert.Equal(["a"], SqlStatement.Insert("a=\"1\\\",b=\"-- x\",c=\"y\"")!.Values.Select(value => value.Key));
}
