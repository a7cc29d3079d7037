using Vicidial.Client.Wire;
using Xunit;

namespace Vicidial.Client.Tests.Wire;

public class SecretFinderTests
{
    [Theory]
    [InlineData("Canary7x", "user=6666&pass=Canary7x", "user=6666&pass=***")]
    [InlineData("Canary7x", "xcanary7Xy", "x***y")]
    [InlineData("Ca/&7 x", "http://crm?p=Ca%2F%267%20x&q=1", "http://crm?p=***&q=1")]
    [InlineData("Ca/&7 x", "p=Ca%2f%267+x", "p=***")]
    [InlineData("Ca/&7 x", "<p>Ca/&amp;7 x</p>", "<p>***</p>")]
    [InlineData("p\u00e4ssw0rt", "p%C3%A4ssw0rt", "***")]
    [InlineData("canarybird", "canarybird|canarybirds", "***|canarybirds")]
    [InlineData("73519284", "73519284|7351928455", "***|7351928455")]
    public void A_password_is_found_in_every_encoding(string secret, string text, string masked)
        => Assert.Equal(masked, SecretFinder.Mask(text, secret.ToCharArray()));

    [Theory]
    [InlineData("1234", "agent 1234")]
    [InlineData("SUCCESS", "SUCCESS: call_agent")]
    [InlineData("", "text")]
    [InlineData("Canary7x", "Canary7")]
    [InlineData("Ca/&7 x", "Ca%2F%267%2")]
    public void Text_that_may_be_data_is_not_masked(string secret, string text)
        => Assert.Equal(text, SecretFinder.Mask(text, secret.ToCharArray()));
}
