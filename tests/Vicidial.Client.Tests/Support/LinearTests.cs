using Xunit;
using Xunit.Sdk;

namespace Vicidial.Client.Tests.Support;

public sealed class LinearTests
{
    [Fact]
    public void Work_that_grows_with_the_square_of_its_text_is_found()
    {
        Linear.Compare("ab", static text => Steps(text, 100));
        Assert.ThrowsAny<XunitException>(() => Linear.Compare("ab", static text => Steps(text, text.Length), tries: 3));

        static int Steps(string text, int others)
        {
            int found = 0;
            for (int at = 0; at < text.Length; at++)
            {
                for (int other = 0; other < others; other++)
                {
                    found += text[other] == text[at] ? 1 : 0;
                }
            }

            return found;
        }
    }
}
