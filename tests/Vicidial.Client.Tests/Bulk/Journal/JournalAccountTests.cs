using Vicidial.Client.Bulk.Journal;
using Vicidial.Client.Errors;
using Vicidial.Client.Tests.Support;
using Xunit;

namespace Vicidial.Client.Tests.Bulk.Journal;

public class JournalAccountTests
{
    [Fact]
    public void The_last_entry_of_a_row_counts_with_all_its_values()
    {
        using var file = new JournalFile();
        file.Run(journal =>
        {
            journal.Append(new JournalEntry(JournalFile.Row(2), RowOutcome.Unknown));
            journal.Append(JournalFile.Done(40_000, "10009"));
        });
        file.Run(journal =>
            journal.Append(
                new JournalEntry(JournalFile.Row(2), RowOutcome.Refused)
                {
                    ErrorId = "Vicidial.InvalidPhoneNumber",
                    Reason = "Zoë \"said\"\nno",
                    Id = "7",
                }
            )
        );

        using JournalAccount account = JournalAccount.Open(file.Path);
        JournalEntry entry = account.Find(2)!;

        Assert.Equal((2L, "7275552", JournalFile.Row(2).Hash), (entry.Row.Number, entry.Row.Key, entry.Row.Hash));
        Assert.Equal(
            (RowOutcome.Refused, "Vicidial.InvalidPhoneNumber", "Zoë \"said\"\nno", "7"),
            (entry.Outcome, entry.ErrorId, entry.Reason, entry.Id)
        );
        Assert.Equal(file.Time.UtcNow, entry.At);
        Assert.Equal("10009", account.Find(40_000)!.Id);
        Assert.All(new long[] { 1, 3, 16_385, 39_999, 40_001, 1_000_000_000 }, row => Assert.Null(account.Find(row)));
        Assert.Equal(40_000, account.HighestRow);
        Assert.Equal(file.Time.UtcNow, account.LastTime);
    }

    [Fact]
    public void The_number_of_rows_is_known_after_a_complete_run()
    {
        using var file = new JournalFile();
        file.Kill(journal => JournalFile.Send(journal, 200));
        using (JournalAccount killed = JournalAccount.Open(file.Path))
        {
            Assert.Equal((null, 200), (killed.Rows, killed.HighestRow));
            Assert.Equal((200, RowOutcome.Unknown), (killed.Find(200)!.Row.Number, killed.Find(200)!.Outcome));
        }

        file.Run(journal => JournalFile.Send(journal, 300), 320);
        file.Run(_ => { });

        using JournalAccount account = JournalAccount.Open(file.Path);
        Assert.Equal((320, 300), (account.Rows, account.HighestRow));
        Assert.Equal(("add_lead", "http://dialer.test/"), (account.Start.Function, account.Start.Dialer));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_number_of_rows_is_unknown_after_a_later_incomplete_run(bool isKilled)
    {
        using var file = new JournalFile();
        file.Run(journal => journal.Append(JournalFile.Done(1)), 5);
        Action<LoadJournal> run = journal => JournalFile.Send(journal, 6);
        if (isKilled)
        {
            file.Kill(run);
        }
        else
        {
            file.Run(run);
        }

        using JournalAccount account = JournalAccount.Open(file.Path);

        Assert.Equal((null, 6), (account.Rows, account.HighestRow));
    }

    [Fact]
    public void A_journal_can_be_read_while_it_is_written()
    {
        using var file = new JournalFile();
        using LoadJournal journal = file.Open();
        journal.WaitDurable(journal.Append(JournalFile.Done(1, "10001")));

        using JournalAccount account = JournalAccount.Open(file.Path);
        journal.WaitDurable(journal.Append(JournalFile.Done(2)));

        Assert.Equal("10001", account.Find(1)!.Id);
        Assert.Null(account.Find(2));
        using JournalAccount later = JournalAccount.Open(file.Path);
        Assert.NotNull(later.Find(2));
    }

    [Fact]
    public void An_incomplete_line_is_ignored_and_the_file_does_not_change()
    {
        using var file = new JournalFile();
        file.Run(journal => journal.Append(JournalFile.Done(1)));
        string cut = file.Text + "{\"row\":2,\"outcome\":\"Do";
        file.Text = cut;

        using (JournalAccount account = JournalAccount.Open(file.Path))
        {
            Assert.Equal((1, null), (account.HighestRow, account.Find(2)));
        }

        Assert.Equal(cut, file.Text);
    }

    [Fact]
    public void Lines_longer_than_the_readers_buffer_are_found_again()
    {
        using var file = new JournalFile();
        string reason = string.Concat(Enumerable.Repeat("Zoë says no. ", 20_000));
        file.Run(journal =>
        {
            for (int i = 1; i <= 3; i++)
            {
                journal.Append(new JournalEntry(JournalFile.Row(i), RowOutcome.Refused) { Reason = reason + i });
            }
        });

        using JournalAccount account = JournalAccount.Open(file.Path);

        Assert.All(Enumerable.Range(1, 3).Reverse(), row => Assert.Equal(reason + row, account.Find(row)!.Reason));
    }

    [Fact]
    public void A_missing_file_cannot_be_read()
    {
        using var file = new JournalFile();

        Assert.Equal("Vicidial.JournalNotReadable", Assert.Throws<DialerException>(() => JournalAccount.Open(file.Path)).ErrorId);
    }
}
