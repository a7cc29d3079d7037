using Vicidial.Client.Functions;
using Xunit;

namespace Vicidial.Client.Tests.Functions;

/// <summary>The catalog rejects unknown words, so that a typing error is found immediately.</summary>
public sealed class CatalogFormatTests
{
    [Theory]
    [InlineData("summmary\tlist the queues")]
    [InlineData("formats\tpipe")]
    [InlineData("kind\tqeury")]
    [InlineData("repeat\tsometimes")]
    [InlineData("layout\tpyramid")]
    [InlineData("error\tnot-there\tQueueNotFound\tERROR: no such queue")]
    [InlineData("notice\tmaybe\tNOTICE: queue")]
    public void A_line_that_the_parser_does_not_know_is_rejected(string line)
        => Assert.Throws<FormatException>(() => ApiCatalog.Parse(DialerApi.NonAgent, "queue_list", new StringReader(line)));

    [Fact]
    public void A_line_that_the_parser_knows_is_read()
    {
        ApiFunction function = ApiCatalog.Parse(
            DialerApi.NonAgent,
            "queue_list",
            new StringReader("kind\tquery\nrepeat\tsafe\nsummary\tlist the queues")
        );
        Assert.Equal(FunctionKind.Query, function.Kind);
        Assert.True(function.MayRepeat);
        Assert.Equal("list the queues", function.Summary);
    }
}
