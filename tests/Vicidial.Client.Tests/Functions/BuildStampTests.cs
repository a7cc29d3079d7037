using Vicidial.Client.Functions;
using Xunit;

namespace Vicidial.Client.Tests.Functions;

public class BuildStampTests
{
    [Fact]
    public void Builds_are_ordered_by_age_with_five_digits_as_well_as_with_six()
    {
        string[] byAge =
        [
            "80703-2225",
            "80724-0021",
            "80910-0020",
            "91216-0331",
            "100704-1148",
            "110127-2245",
            "151226-0954",
            "250720-0000",
            "250720-1841",
            "250721-0000",
        ];

        Assert.Equal(byAge, byAge.Reverse().Select(Parse).Order().Select(build => build.ToString()));
    }

    [Fact]
    public void The_operators_agree_with_the_order()
    {
        BuildStamp old = Parse("91216-0331");
        BuildStamp young = Parse("100704-1148");
        BuildStamp same = Parse(" 091216-0331 ");

        Assert.True(old < young);
        Assert.True(young > old);
        Assert.True(old <= same && old >= same && old == same);
        Assert.False(old != same);
        Assert.Equal(old.GetHashCode(), same.GetHashCode());
        Assert.True(old.Equals((object)same));
        Assert.False(old.Equals("91216-0331"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2.14-202")]
    [InlineData("250720")]
    [InlineData("250720-184")]
    [InlineData("2507201-1841")]
    [InlineData("2507-1841")]
    [InlineData("25072a-1841")]
    [InlineData("-50720-1841")]
    [InlineData("250720-1841-1")]
    public void Text_in_another_form_is_not_a_build(string? text) => Assert.False(BuildStamp.TryParse(text, out _));

    private static BuildStamp Parse(string text)
    {
        Assert.True(BuildStamp.TryParse(text, out BuildStamp build));
        return build;
    }
}
