using Vicidial.Client.Logging;
using Xunit;

namespace Vicidial.Client.Tests.Logging;

/// <summary>A file of lines that other programs use: a second writer, and log rotation that removes or empties it.</summary>
public sealed class LineFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lines");

    private string Target => Path.Combine(_folder.FullName, "calls.jsonl");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_second_writer_gets_an_error_and_takes_over_after_the_first_has_ended()
    {
        using LineFile second = Open();
        using (LineFile first = Open())
        {
            Assert.Null(first.TryWrite("one\n"));
            Assert.NotNull(second.TryOpen());
            Assert.NotNull(second.TryWrite("lost\n"));
            Assert.Null(first.TryWrite("two\n"));
        }

        Assert.Null(second.TryWrite("three\n"));
        Assert.Equal(["one", "two", "three"], Read());
    }

    [Fact]
    public void No_other_file_is_left_next_to_the_file()
    {
        using (LineFile file = Open())
        {
            Assert.Null(file.TryWrite("one\n"));
        }

        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public void A_file_that_was_deleted_is_created_again_with_its_first_line()
    {
        using LineFile file = Open("head\n");
        Assert.Null(file.TryWrite("one\n"));
        File.Delete(Target);
        Assert.Null(file.TryWrite("two\n"));
        Assert.Null(file.TryWrite("three\n"));
        Assert.Equal(["head", "two", "three"], Read());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_that_was_renamed_is_not_written_to_any_more(bool isCreatedAgain)
    {
        using LineFile file = Open();
        Assert.Null(file.TryWrite("one\n"));
        File.Move(Target, Target + ".old");
        if (isCreatedAgain)
        {
            File.WriteAllText(Target, string.Empty);
        }

        Assert.Null(file.TryWrite("two\n"));
        Assert.Equal(["two"], Read());
        Assert.Equal(["one"], File.ReadAllLines(Target + ".old"));
    }

    [Fact]
    public void A_file_that_was_emptied_continues_from_its_start()
    {
        using LineFile file = Open();
        Assert.Null(file.TryWrite("one\n"));
        using (var other = new FileStream(Target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            other.SetLength(0);
        }

        Assert.Null(file.TryWrite("two\n"));
        Assert.Equal(["two"], Read());
    }

    private LineFile Open(string head = "") => new(Target, null, 1, () => head, static _ => true);

    private string[] Read()
    {
        using var reader = new StreamReader(new FileStream(Target, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
