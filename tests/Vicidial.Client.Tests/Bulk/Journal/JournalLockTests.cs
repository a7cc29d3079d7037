using System.Diagnostics;
using System.Runtime.InteropServices;
using Vicidial.Client.Bulk.Journal;
using Vicidial.Client.Errors;
using Vicidial.Client.Tests.Support;
using Xunit;

namespace Vicidial.Client.Tests.Bulk.Journal;

/// <summary>Files, links, and folders of others in place of a journal or its lock. Windows needs no lock.</summary>
public sealed class JournalLockTests : IDisposable
{
    private static readonly bool IsWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vicidial-lock-");
    private readonly string _journal;

    public JournalLockTests() => _journal = Path.Combine(_folder.FullName, "load.jsonl");

    private string Lock => _journal + ".lock";

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(18_001)]
    public void A_link_in_place_of_the_lock_is_rejected_and_its_target_does_not_change(int length)
    {
        Assert.SkipWhen(IsWindows, "Windows needs no lock.");
        string victim = Path.Combine(_folder.FullName, "victim.txt");
        string precious = new('p', length);
        File.WriteAllText(victim, precious);
        File.CreateSymbolicLink(Lock, victim);

        DialerException refused = Refusal();

        Assert.Equal("Vicidial.JournalNotWritable", refused.ErrorId);
        Assert.Contains("is a link", refused.Message, StringComparison.Ordinal);
        Assert.Equal(precious, File.ReadAllText(victim));
        Assert.NotNull(new FileInfo(Lock).LinkTarget);
    }

    [Fact]
    public void A_broken_link_in_place_of_the_lock_does_not_create_its_target()
    {
        Assert.SkipWhen(IsWindows, "Windows needs no lock.");
        string nowhere = Path.Combine(_folder.FullName, "nowhere");
        File.CreateSymbolicLink(Lock, nowhere);

        Assert.Equal("Vicidial.JournalNotWritable", Refusal().ErrorId);
        Assert.False(File.Exists(nowhere));
    }

    [Fact]
    public void A_link_to_the_lock_of_another_journal_is_rejected_too()
    {
        Assert.SkipWhen(IsWindows, "Windows needs no lock.");
        using LoadJournal other = Open(Path.Combine(_folder.FullName, "other.jsonl"));
        File.CreateSymbolicLink(Lock, Path.Combine(_folder.FullName, "other.jsonl.lock"));

        Assert.Contains("is a link", Refusal().Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("my own file")]
    [InlineData("VicidialPS")]
    [InlineData("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")]
    public void A_user_file_in_place_of_the_lock_is_rejected_and_does_not_change(string text)
    {
        Assert.SkipWhen(IsWindows, "Windows needs no lock.");
        File.WriteAllText(Lock, text);

        DialerException refused = Refusal();

        Assert.Equal("Vicidial.JournalNotWritable", refused.ErrorId);
        Assert.Contains(Lock, refused.Message, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(Lock));
    }

    [Fact]
    public void An_empty_file_in_place_of_the_lock_blocks_no_one_and_is_kept()
    {
        Assert.SkipWhen(IsWindows, "Windows needs no lock.");
        File.WriteAllText(Lock, string.Empty);

        using (Open(_journal))
        {
            Assert.Contains("another run uses it", Refusal().Message, StringComparison.Ordinal);
        }

        Assert.Equal(0, new FileInfo(Lock).Length);
        Open(_journal).Dispose();
    }

    [Fact]
    public void A_lock_of_a_killed_process_blocks_no_one_and_is_deleted_by_the_next_run()
    {
        Assert.SkipWhen(IsWindows, "Windows needs no lock.");
        byte[] left;
        using (Open(_journal))
        {
            // A program that reads a locked file without .NET, such as a backup.
            using Process copy = Process.Start(new ProcessStartInfo("cp", [Lock, Lock + ".copy"]))!;
            copy.WaitForExit();
            left = File.ReadAllBytes(Lock + ".copy");
        }

        Assert.False(File.Exists(Lock));
        File.WriteAllBytes(Lock, left);
        Open(_journal).Dispose();
        Assert.False(File.Exists(Lock));
    }

    [Fact]
    public void A_pipe_in_place_of_the_lock_is_rejected_without_a_wait()
    {
        Assert.SkipWhen(IsWindows, "Windows has no such pipes.");
        MakePipe(Lock);
        Assert.Equal("Vicidial.JournalNotWritable", Refusal().ErrorId);
    }

    [Fact]
    public void A_folder_in_place_of_the_lock_is_an_error_and_does_not_wait_forever()
    {
        Assert.SkipWhen(IsWindows, "Windows needs no lock.");
        Directory.CreateDirectory(Lock);
        Assert.Equal("Vicidial.JournalNotWritable", Refusal().ErrorId);
    }

    [Theory]
    [InlineData("/dev/null")]
    [InlineData("/dev/zero")]
    public void A_device_that_discards_data_is_not_a_journal(string device)
    {
        Assert.SkipWhen(IsWindows, "Windows has no such devices.");
        Assert.False(LoadJournal.IsBegun(device));
        Assert.Equal("Vicidial.NotAJournal", Assert.Throws<DialerException>(() => Open(device).Dispose()).ErrorId);
    }

    [Fact]
    public void A_pipe_is_not_a_journal_and_does_not_block()
    {
        Assert.SkipWhen(IsWindows, "Windows has no such pipes.");
        MakePipe(_journal);
        Assert.False(LoadJournal.IsBegun(_journal));
        Assert.Equal("Vicidial.NotAJournal", Refusal().ErrorId);
    }

    [Fact]
    public void A_long_file_without_a_line_is_not_a_journal_and_is_not_read_to_its_end()
    {
        File.WriteAllText(_journal, "{\"" + new string('a', 200_000));
        Assert.Equal("Vicidial.NotAJournal", Refusal().ErrorId);
        Assert.Equal(200_002, new FileInfo(_journal).Length);
    }

    [Fact]
    public void Only_the_owner_can_read_a_new_journal_and_its_lock()
    {
        Assert.SkipWhen(IsWindows, "Windows has no file modes.");
        using LoadJournal journal = Open(_journal);
        foreach (string path in new[] { _journal, Lock })
        {
            Assert.Equal(FileModes.OwnerOnly, FileModes.Of(path));
        }
    }

    [Fact]
    public void An_existing_journal_keeps_its_mode()
    {
        Assert.SkipWhen(IsWindows, "Windows has no file modes.");
        Open(_journal).Dispose();
        FileModes.Set(_journal, FileModes.GroupReads);
        Open(_journal).Dispose();
        Assert.Equal(FileModes.GroupReads, FileModes.Of(_journal));
    }

    private static LoadJournal Open(string path) =>
        LoadJournal.Open(path, JournalFile.Start(), static () => new DateTimeOffset(2026, 11, 20, 7, 0, 0, TimeSpan.Zero));

    private static void MakePipe(string path)
    {
        using Process made = Process.Start("mkfifo", [path]);
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
    }

    private DialerException Refusal() => Assert.Throws<DialerException>(() => Open(_journal).Dispose());
}
