using Xunit;

namespace VicidialPS.Tests.Engines;

public sealed class LongestFirstTests
{
    [Fact]
    public void ASlowFileComesBeforeAllOthers()
    {
        // The name of a real collection, so that a new version of xunit that names collections in another way fails here.
        string own = TestContext.Current.TestCollection!.TestCollectionDisplayName;
        string NameOf(string file) => own.Replace(typeof(LongestFirstTests).FullName!, $"VicidialPS.Tests.Pester.{file}", StringComparison.Ordinal);
        Assert.NotEqual(own, NameOf("Help"));

        Assert.Equal(Enumerable.Range(0, LongestFirst.Slow.Length), LongestFirst.Slow.Select(file => LongestFirst.Rank(NameOf(file))));
        Assert.Equal(LongestFirst.Slow.Length, LongestFirst.Rank(own));

        // A file whose name begins or ends like that of a slow one is another file.
        Assert.Equal(LongestFirst.Slow.Length, LongestFirst.Rank(NameOf("HelpOfOthers")));
        Assert.Equal(LongestFirst.Slow.Length, LongestFirst.Rank(NameOf("NoHelp")));
    }

    [Fact]
    public void EachSlowFileExists() =>
        Assert.All(LongestFirst.Slow, file => Assert.True(File.Exists(Path.Combine(TestLocations.PesterFolder, $"{file}.Tests.ps1")), file));
}
