using System.Text;
using System.Text.Json;
using Vicidial.Client.Bulk.Journal;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Tests.Support;
using Xunit;

namespace Vicidial.Client.Tests.Bulk.Journal;

public class LoadJournalTests
{
    private const string Begin =
        """{"format":"VicidialPS load journal","version":1"""
        + ""","load":"0a1b2c3d","function":"add_lead","dialer":"http://dialer"""
        + """.test/","dialerTime":"2026-11-20 07:00:00","at":"2026-11-20T12:00:00.000Z"}""";
    private static readonly string[] Names = ["format", "version", "load", "function", "dialer", "dialerTime", "shard", "marker", "at"];

    [Fact]
    public void The_first_run_writes_a_description_of_the_load_and_knows_no_rows()
    {
        using var file = new JournalFile();
        using LoadJournal journal = file.Open(JournalFile.Start(shard: "2/5", marker: "source_id"));

        Assert.False(journal.IsResumed);
        Assert.Null(journal.Repair);
        Assert.Equal(RowOutcome.None, journal.Find(JournalFile.Row(1)));
        using JsonDocument line = JsonDocument.Parse(Assert.Single(file.Lines));
        Assert.Equal(
            [
                "VicidialPS load journal",
                "1",
                journal.Start.LoadId,
                "add_lead",
                "http://dialer.test/",
                "2026-11-20 07:00:00",
                "2/5",
                "source_id",
                "2026-11-20T12:00:00.000Z",
            ],
            Names.Select(name => line.RootElement.GetProperty(name).ToString())
        );
    }

    [Fact]
    public void A_second_run_resumes_the_load_with_its_ID_and_its_start_time()
    {
        using var file = new JournalFile();
        string load;
        using (LoadJournal first = file.Open())
        {
            load = first.Start.LoadId;
        }

        LoadStart other = JournalFile.Start();
        other.DialerTime = new DateTime(2027, 1, 1);
        using LoadJournal journal = file.Open(other);

        Assert.True(journal.IsResumed);
        Assert.Equal(load, journal.Start.LoadId);
        Assert.Equal(new DateTime(2026, 11, 20, 7, 0, 0), journal.Start.DialerTime);
        Assert.Equal(file.Time.UtcNow, journal.Start.At);
        Assert.Single(file.Lines);
    }

    [Fact]
    public void Final_rows_are_not_sent_again_and_the_others_are()
    {
        using var file = new JournalFile();
        file.Run(journal =>
        {
            foreach (RowOutcome outcome in Enum.GetValues<RowOutcome>().Where(outcome => outcome != RowOutcome.None))
            {
                JournalFile.Send(journal, (long)outcome);
                journal.Append(new JournalEntry(JournalFile.Row((long)outcome), outcome));
            }
        });

        using LoadJournal next = file.Open();

        foreach (RowOutcome outcome in Enum.GetValues<RowOutcome>().Where(outcome => outcome != RowOutcome.None))
        {
            Assert.Equal(outcome, next.Find(JournalFile.Row((long)outcome)));
            Assert.Equal(1, next.CountOf(outcome));
        }

        Assert.Equal(RowOutcome.None, next.Find(JournalFile.Row(6)));
    }

    [Fact]
    public void The_last_entry_of_a_row_counts_over_several_runs()
    {
        using var file = new JournalFile();
        file.Run(journal => Write(journal, 1, RowOutcome.Unknown, RowOutcome.NotDone));
        file.Run(journal => Write(journal, 1, RowOutcome.NotDone, RowOutcome.Done));

        using LoadJournal next = file.Open();

        Assert.Equal(RowOutcome.Done, next.Find(JournalFile.Row(1)));
        Assert.Equal((0, 0, 1), (next.CountOf(RowOutcome.Unknown), next.CountOf(RowOutcome.NotDone), next.CountOf(RowOutcome.Done)));
    }

    [Fact]
    public void After_a_kill_rows_that_were_about_to_be_sent_are_unknown_and_others_were_never_sent()
    {
        using var file = new JournalFile();
        file.Kill(journal =>
        {
            JournalFile.Send(journal, 1);
            journal.WaitDurable(journal.Append(JournalFile.Done(1)));
            JournalFile.Send(journal, 2, 5);
        });

        using LoadJournal next = file.Open();

        Assert.Equal(
            [RowOutcome.Done, RowOutcome.Unknown, RowOutcome.None, RowOutcome.None, RowOutcome.Unknown, RowOutcome.None],
            Enumerable.Range(1, 6).Select(row => next.Find(JournalFile.Row(row))));
        Assert.Equal(2, next.CountOf(RowOutcome.Unknown));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(3L)]
    public void The_end_of_a_later_run_does_not_change_the_unknown_outcome_of_a_row(long? rows)
    {
        using var file = new JournalFile();
        file.Kill(journal => JournalFile.Send(journal, 3));
        file.Run(journal => Write(journal, 1, RowOutcome.Done), rows);
        file.Run(_ => { }, rows);

        using LoadJournal next = file.Open();

        Assert.Equal(RowOutcome.Unknown, next.Find(JournalFile.Row(3)));
    }

    [Theory]
    [InlineData(RowOutcome.NotDone)]
    [InlineData(RowOutcome.Unknown)]
    public void A_row_that_is_sent_again_is_unknown_until_its_outcome_is_recorded(RowOutcome outcome)
    {
        using var file = new JournalFile();
        file.Run(journal => Write(journal, 1, outcome));
        file.Kill(journal => JournalFile.Send(journal, 1));

        using (LoadJournal next = file.Open())
        {
            Assert.Equal(RowOutcome.Unknown, next.Find(JournalFile.Row(1)));
            Assert.Equal(1, next.CountOf(RowOutcome.Unknown));
        }

        using JournalAccount account = JournalAccount.Open(file.Path);
        Assert.Equal(RowOutcome.Unknown, account.Find(1)!.Outcome);
    }

    [Fact]
    public void A_rejected_row_that_was_corrected_is_unknown_after_it_was_about_to_be_sent()
    {
        using var file = new JournalFile();
        file.Run(journal => journal.Append(new JournalEntry(JournalFile.RefusedRow(1), RowOutcome.Refused)));
        file.Kill(journal =>
        {
            Assert.Equal(RowOutcome.None, journal.Find(JournalFile.Row(1)));
            JournalFile.Send(journal, 1);
        });

        using LoadJournal next = file.Open();

        Assert.Equal(RowOutcome.Unknown, next.Find(JournalFile.Row(1)));
    }

    [Fact]
    public void A_different_row_in_place_of_one_that_was_about_to_be_sent_is_rejected()
    {
        using var file = new JournalFile();
        file.Kill(journal => JournalFile.Send(journal, 3));
        using LoadJournal next = file.Open();

        DialerException error = Assert.Throws<DialerException>(() => next.Find(JournalFile.Row(3, hash: 77)));

        Assert.Equal("Vicidial.JournalOfAnotherLoad", error.ErrorId);
    }

    [Fact]
    public void An_input_that_ends_before_a_known_row_is_rejected()
    {
        using var file = new JournalFile();
        file.Run(journal => Write(journal, 3, RowOutcome.Done), 5);
        using LoadJournal next = file.Open();

        Assert.Equal("Vicidial.JournalOfAnotherLoad", Assert.Throws<DialerException>(() => next.Complete(4)).ErrorId);
        next.Complete(5);
        next.Complete(6);
    }

    [Fact]
    public void A_run_that_did_nothing_does_not_change_the_journal()
    {
        using var file = new JournalFile();
        file.Run(journal => Write(journal, 1, RowOutcome.Done), 1);
        string before = file.Text;

        file.Run(_ => { });

        Assert.Equal(before, file.Text);
    }

    [Fact]
    public async Task A_row_is_on_the_disk_before_it_is_sent()
    {
        using var file = new JournalFile();
        using LoadJournal journal = file.Open();
        for (int row = 1; row <= 200; row++)
        {
            long before = journal.Reserve(JournalFile.Row(row));
            await journal.WaitDurableAsync(before);
            Assert.Contains(row, Sending(file.Text));
        }
    }

    [Fact]
    public void Rows_that_arrive_while_the_disk_is_busy_share_a_line()
    {
        const int Rows = 2560;
        using var file = new JournalFile();
        using LoadJournal journal = file.Open();
        long last = 0;
        for (int row = 1; row <= Rows; row++)
        {
            last = journal.Reserve(JournalFile.Row(row));
        }

        journal.WaitDurable(last);

        Assert.Equal(Enumerable.Range(1, Rows).Select(row => (long)row), Sending(file.Text));
        Assert.InRange(file.Lines.Count, 2, Rows / 2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1:0000000g")]
    [InlineData("0:00000001")]
    [InlineData("1:00000001  2:00000002")]
    public void A_line_of_rows_that_cannot_be_read_is_damage(string rows)
    {
        using var file = new JournalFile();
        file.Text = Begin + "\n{\"sending\":\"" + rows + "\"}\n";

        Assert.Equal("Vicidial.JournalDamaged", file.ErrorOfOpening());
        Assert.Equal("Vicidial.JournalDamaged", Assert.Throws<DialerException>(() => JournalAccount.Open(file.Path)).ErrorId);
    }

    [Fact]
    public void An_incomplete_last_line_is_removed_and_reported_wherever_it_is_cut()
    {
        using var file = new JournalFile();
        file.Run(journal => Write(journal, 1, RowOutcome.Done));
        using (LoadJournal journal = file.Open())
        {
            journal.Append(new JournalEntry(JournalFile.Row(2), RowOutcome.Refused) { Reason = "Zoë said \"no\"" });
        }

        byte[] whole = file.Bytes;
        int last = Array.LastIndexOf(whole, (byte)'\n', whole.Length - 2) + 1;
        for (int cut = last + 1; cut < whole.Length; cut++)
        {
            file.Bytes = whole[..cut];
            using (LoadJournal journal = file.Open())
            {
                Assert.Contains($"Removed the last {cut - last} bytes of {file.Path}", journal.Repair, StringComparison.Ordinal);
                Assert.Equal(RowOutcome.Done, journal.Find(JournalFile.Row(1)));
                Assert.Equal(RowOutcome.None, journal.Find(JournalFile.Row(2)));
                Assert.Equal(whole[..last], file.Bytes);
                journal.WaitDurable(journal.Append(JournalFile.Done(2)));
            }

            using LoadJournal again = file.Open();
            Assert.Null(again.Repair);
            Assert.Equal(RowOutcome.Done, again.Find(JournalFile.Row(2)));
        }
    }

    [Theory]
    [InlineData("\0\0\0\0")]
    [InlineData("{\"row\":2,\"key\":\"7\0\0\0\0\0")]
    [InlineData("\0\0\0\n\0\0\n")]
    [InlineData("{\"row\":2,\"outc\n")]
    public void Zero_bytes_after_a_power_failure_are_removed(string tail)
    {
        using var file = new JournalFile();
        file.Run(journal => Write(journal, 1, RowOutcome.Done));
        string whole = file.Text;
        file.Text = whole + tail;

        using (LoadJournal journal = file.Open())
        {
            Assert.NotNull(journal.Repair);
            Assert.Equal(RowOutcome.Done, journal.Find(JournalFile.Row(1)));
        }

        Assert.Equal(whole, file.Text);
    }

    [Theory]
    [InlineData("{\"row\":1,\"key\":\"72")]
    [InlineData("\0\0\0\0")]
    [InlineData("")]
    [InlineData("{\"row\":1,\"outcome\":\"Dome\"}")]
    [InlineData("{\"row\":-1,\"outcome\":\"Done\"}")]
    [InlineData("{\"row\":9223372036854775807,\"outcome\":\"Done\"}")]
    public void Damage_before_other_lines_is_an_error_with_the_line_number(string damage)
    {
        using var file = new JournalFile();
        string text =
            Begin
            + "\n{\"sending\":\"1:00000001 2:00000000\"}\n"
            + damage
            + "\n{\"row\":2,\"outcome\":\"Done\"}\n{\"end\":\"complete\",\"rows\":2}\n";
        file.Text = text;

        DialerException error = Assert.Throws<DialerException>(() => file.Open());

        Assert.Equal("Vicidial.JournalDamaged", error.ErrorId);
        Assert.StartsWith("Cannot read line 3 of the journal " + file.Path, error.Message, StringComparison.Ordinal);
        Assert.Equal(text, file.Text);
        Assert.Equal("Vicidial.JournalDamaged", Assert.Throws<DialerException>(() => JournalAccount.Open(file.Path)).ErrorId);
    }

    [Fact]
    public void Unknown_lines_and_values_are_ignored()
    {
        using var file = new JournalFile();
        file.Text =
            Begin.Replace("\"load\"", "\"colour\":\"red\",\"load\"", StringComparison.Ordinal)
            + "\n{\"note\":\"hello\"}\r\n{ \"row\": 1, \"new\": true, \"outcome\": \"Done\" }\n{\"sending\":\"256:"
            + ((uint)JournalFile.Row(256).Hash).ToString("x8")
            + "\",\"by\":\"me\"}\n";

        using LoadJournal journal = file.Open();

        Assert.Null(journal.Repair);
        Assert.Equal(1, journal.CountOf(RowOutcome.Done));
        Assert.Equal(RowOutcome.Unknown, journal.Find(JournalFile.Row(256)));
    }

    [Fact]
    public void The_journal_of_another_load_is_rejected_and_does_not_change()
    {
        using var file = new JournalFile();
        file.Run(journal => Write(journal, 1, RowOutcome.Done));
        string before = file.Text;

        foreach (
            LoadStart other in new[]
            {
                JournalFile.Start(function: "update_lead"),
                JournalFile.Start(dialer: "http://other.test/"),
                JournalFile.Start(shard: "1/2"),
                JournalFile.Start(marker: "source_id"),
            }
        )
        {
            Assert.Equal("Vicidial.JournalOfAnotherLoad", file.ErrorOfOpening(other));
        }

        Assert.Equal(before, file.Text);
    }

    [Theory]
    [InlineData(RowOutcome.Done)]
    [InlineData(RowOutcome.Duplicate)]
    [InlineData(RowOutcome.Refused)]
    [InlineData(RowOutcome.NotDone)]
    [InlineData(RowOutcome.Unknown)]
    public void A_different_row_in_place_of_a_known_one_is_rejected(RowOutcome outcome)
    {
        using var file = new JournalFile();
        file.Run(journal => Write(journal, 3, outcome));
        using LoadJournal next = file.Open();

        DialerException error = Assert.Throws<DialerException>(() => next.Find(JournalFile.Row(3, hash: 77)));

        Assert.Equal("Vicidial.JournalOfAnotherLoad", error.ErrorId);
        Assert.Contains("row 3 (7275553)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_the_module_rejected_can_be_corrected_and_is_then_new()
    {
        using var file = new JournalFile();
        file.Run(journal =>
        {
            journal.Append(new JournalEntry(JournalFile.RefusedRow(1), RowOutcome.Refused) { ErrorId = "Vicidial.InvalidPhoneNumber" });
            Write(journal, 2, RowOutcome.Done);
        });

        using LoadJournal next = file.Open();

        Assert.Equal(RowOutcome.Refused, next.Find(JournalFile.RefusedRow(1)));
        Assert.Equal(RowOutcome.None, next.Find(JournalFile.Row(1)));
    }

    [Fact]
    public void A_row_that_was_about_to_be_sent_and_cannot_be_sent_now_is_a_different_row()
    {
        using var file = new JournalFile();
        file.Kill(journal => JournalFile.Send(journal, 1));

        using LoadJournal next = file.Open();

        Assert.Equal("Vicidial.JournalOfAnotherLoad", Assert.Throws<DialerException>(() => next.Find(JournalFile.RefusedRow(1))).ErrorId);
    }

    [Theory]
    [InlineData("""{"format":"VicidialPS load journal","version":2,"load":"0a1b2c3d","function":"add_lead","dialer":"http://dialer.test/"}""")]
    [InlineData("""{"format":"VicidialPS load journal","version":17,"what":"else"}""")]
    public void A_journal_of_a_newer_release_is_rejected_as_such(string first)
    {
        using var file = new JournalFile();
        file.Text = first + "\n{\"row\":1,\"outcome\":\"Done\"}\n";
        string before = file.Text;

        Assert.Equal("Vicidial.JournalTooNew", file.ErrorOfOpening());
        Assert.Equal(before, file.Text);
    }

    [Theory]
    [InlineData("PhoneNumber,FirstName\n7275551111,Ann\n")]
    [InlineData("a file without a line end")]
    [InlineData("{\"format\":\"something else\"}\n")]
    [InlineData("{\"format\":\"something else\"}")]
    [InlineData("[1,2,3]")]
    [InlineData("\n")]
    [InlineData("{\"row\":1,\"outcome\":\"Done\"}\n")]
    [InlineData(" ")]
    [InlineData("7")]
    public void A_different_file_is_rejected_and_does_not_change(string text)
    {
        using var file = new JournalFile();
        file.Text = text;

        Assert.Equal("Vicidial.NotAJournal", file.ErrorOfOpening());
        Assert.Equal(text, file.Text);
        Assert.Equal("Vicidial.NotAJournal", Assert.Throws<DialerException>(() => JournalAccount.Open(file.Path)).ErrorId);
    }

    [Fact]
    public void A_journal_is_used_by_one_run_at_a_time()
    {
        using var file = new JournalFile();
        using (LoadJournal journal = file.Open())
        {
            Assert.Equal("Vicidial.JournalNotWritable", file.ErrorOfOpening());
            journal.WaitDurable(journal.Append(JournalFile.Done(1)));
            using JournalAccount account = JournalAccount.Open(file.Path);
            Assert.Equal("Vicidial.JournalNotWritable", file.ErrorOfOpening());
        }

        using (LoadJournal next = file.Open())
        {
            Assert.Equal(1, next.CountOf(RowOutcome.Done));
        }

        Assert.Equal(["load.jsonl"], file.Names);
    }

    [Fact]
    public void A_journal_with_two_names_is_used_by_one_run_at_a_time()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Not everybody may make a link there, and the file itself keeps others off.");
        using var file = new JournalFile();
        using LoadJournal journal = file.Open();
        string other = file.Path + "2";
        File.CreateSymbolicLink(other, file.Path);

        Assert.Equal(
            "Vicidial.JournalNotWritable",
            Assert.Throws<DialerException>(() => LoadJournal.Open(other, JournalFile.Start(), () => file.Time.UtcNow)).ErrorId
        );
    }

    [Fact]
    public async Task Only_one_of_many_runs_has_the_journal_at_a_time()
    {
        using var file = new JournalFile();
        file.Run(_ => { });
        int users = 0;
        int most = 0;
        int turns = 0;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Limited(() =>
        {
            for (int i = 0; i < 500; i++)
            {
                try
                {
                    using LoadJournal journal = file.Open();
                    int now = Interlocked.Increment(ref users);
                    most = Math.Max(most, now);
                    turns++;
                    Interlocked.Decrement(ref users);
                }
                catch (DialerException failure) when (failure.ErrorId == "Vicidial.JournalNotWritable")
                {
                    // Another run has the journal.
                }
            }
        })));

        Assert.Equal(1, most);
        Assert.InRange(turns, 2, 2000);
        Assert.Equal(["load.jsonl"], file.Names);
    }

    [Fact]
    public async Task A_run_waits_briefly_for_another_run_that_is_closing_the_journal()
    {
        using var file = new JournalFile();
        LoadJournal first = file.Open();

        Task<LoadJournal> second = Task.Run(() => file.Open());
        first.Dispose();

        using LoadJournal journal = await second;
        Assert.True(journal.IsResumed);
    }

    [Fact]
    public void A_journal_that_was_rejected_can_be_opened_again()
    {
        using var file = new JournalFile();
        file.Run(_ => { });
        file.ErrorOfOpening(JournalFile.Start("update_lead"));

        using LoadJournal journal = file.Open();

        Assert.True(journal.IsResumed);
    }

    [Fact]
    public void A_file_in_a_missing_folder_cannot_be_written()
    {
        using var file = new JournalFile();

        DialerException error = Assert.Throws<DialerException>(() =>
            LoadJournal.Open(Path.Combine(file.Path, "no", "load.jsonl"), JournalFile.Start(), () => file.Time.UtcNow)
        );

        Assert.Equal(("Vicidial.JournalNotWritable", DialerErrorKind.Storage), (error.ErrorId, error.Kind));
    }

    [Fact]
    public async Task A_full_disk_is_an_error_and_ends_all_waits()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A disk that is always full is /dev/full, which Linux has.");
        using var file = new JournalFile();
        File.CreateSymbolicLink(file.Path, "/dev/full");

        DialerException error = await Assert.ThrowsAsync<DialerException>(() => Limited(() => file.Open().Dispose()));

        Assert.Equal(("Vicidial.JournalNotWritable", DialerErrorKind.Storage), (error.ErrorId, error.Kind));
    }

    [Fact]
    public async Task After_the_end_no_line_is_safe_and_no_wait_hangs()
    {
        using var file = new JournalFile();
        LoadJournal journal = file.Open();
        long written = journal.Append(JournalFile.Done(1));
        journal.Dispose();
        journal.Dispose();

        journal.WaitDurable(written);
        long late = journal.Append(JournalFile.Done(2));
        Assert.Equal(
            "Vicidial.JournalNotWritable",
            (await Assert.ThrowsAsync<DialerException>(() => Limited(() => journal.WaitDurable(late)))).ErrorId
        );
        Assert.Equal(
            "Vicidial.JournalNotWritable",
            (await Assert.ThrowsAsync<DialerException>(() => Limited(() => JournalFile.Send(journal, 1)))).ErrorId
        );
        Assert.Equal(2, file.Lines.Count);
    }

    [Fact]
    public async Task A_line_is_in_the_file_when_its_wait_ends()
    {
        const int Threads = 8;
        const int Rows = 60;
        using var file = new JournalFile();
        using (LoadJournal journal = file.Open())
        {
            await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Limited(() =>
            {
                for (int i = 1; i <= Rows; i++)
                {
                    int row = (thread * Rows) + i;
                    journal.WaitDurable(journal.Append(JournalFile.Done(row, "1" + row)));
                    Assert.Contains("{\"row\":" + row + ",", file.Text, StringComparison.Ordinal);
                }
            })));
        }

        Assert.All(file.Lines, line => JsonDocument.Parse(line).Dispose());
        using LoadJournal next = file.Open();
        Assert.Equal(Threads * Rows, next.CountOf(RowOutcome.Done));
        Assert.All(Enumerable.Range(1, Threads * Rows), row => Assert.True(next.Ids.Contains(long.Parse("1" + row))));
    }

    [Fact]
    public void The_IDs_of_the_load_include_those_of_this_run()
    {
        using var file = new JournalFile();
        file.Kill(journal =>
        {
            JournalFile.Send(journal, 1);
            journal.Append(JournalFile.Done(1, "10005"));
            journal.WaitDurable(journal.Append(new JournalEntry(JournalFile.Row(2), RowOutcome.Duplicate) { Id = "77" }));
        });

        using LoadJournal next = file.Open();
        next.Append(JournalFile.Done(3, "10009"));

        // A duplicate was there before the load.
        Assert.Equal(10005, next.Ids.Smallest);
        Assert.True(next.Ids.Contains(10009));
        Assert.False(next.Ids.Contains(77));
    }

    [Fact]
    public void The_time_of_earlier_runs_is_the_latest_of_the_file_and_its_lines()
    {
        using var file = new JournalFile();
        file.Run(journal => Write(journal, 1, RowOutcome.Done));
        File.SetLastWriteTimeUtc(file.Path, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        using (LoadJournal journal = file.Open())
        {
            Assert.Equal(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero), journal.LastTime);
        }

        File.SetLastWriteTimeUtc(file.Path, new DateTime(2026, 11, 20, 12, 5, 0, DateTimeKind.Utc));
        using LoadJournal next = file.Open();
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 12, 5, 0, TimeSpan.Zero), next.LastTime);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{\"row\":2")]
    public async Task A_killed_run_may_have_sent_something_until_now(string? cut)
    {
        using var file = new JournalFile();
        file.Run(journal => Write(journal, 1, RowOutcome.Done));
        if (cut is null)
        {
            string text = file.Text;
            file.Text = text[..(text.TrimEnd('\n').LastIndexOf('\n') + 1)];
        }
        else
        {
            file.Text += cut;
        }

        File.SetLastWriteTimeUtc(file.Path, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await file.Time.WaitAsync(TimeSpan.FromHours(9), TestContext.Current.CancellationToken);

        using LoadJournal journal = file.Open();

        Assert.Equal(file.Time.UtcNow, journal.LastTime);
    }

    [Fact]
    public async Task A_killed_run_that_resumed_a_load_may_have_sent_something_until_now()
    {
        using var file = new JournalFile();
        file.Run(journal => Write(journal, 1, RowOutcome.Unknown));
        file.Kill(journal => JournalFile.Send(journal, 1));
        File.SetLastWriteTimeUtc(file.Path, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await file.Time.WaitAsync(TimeSpan.FromHours(9), TestContext.Current.CancellationToken);

        using LoadJournal journal = file.Open();

        Assert.Equal(file.Time.UtcNow, journal.LastTime);
    }

    [Fact]
    public void Rows_far_apart_and_in_any_order_are_found()
    {
        using var file = new JournalFile();
        long[] numbers = [5_000_000, 1, 16_384, 16_385, 32_769, 2];
        file.Run(journal =>
        {
            foreach (long number in numbers)
            {
                journal.Append(JournalFile.Done(number));
            }
        });

        using LoadJournal next = file.Open();

        Assert.All(numbers, number => Assert.Equal(RowOutcome.Done, next.Find(JournalFile.Row(number))));
        Assert.All(new long[] { 3, 16_383, 16_386, 4_999_999, 5_000_001, 1L << 40 }, number =>
            Assert.Equal(RowOutcome.None, next.Find(JournalFile.Row(number)))
        );
    }

    [Fact]
    public void After_a_kill_at_any_byte_a_row_is_done_only_if_its_line_is_complete_and_otherwise_unknown()
    {
        using var file = new JournalFile();
        file.Kill(journal =>
        {
            for (int i = 1; i <= 4; i++)
            {
                JournalFile.Send(journal, i);
            }

            journal.Append(JournalFile.Done(1, "10001"));
            journal.WaitDurable(journal.Append(new JournalEntry(JournalFile.Row(3), RowOutcome.Refused) { Reason = "Zoë\n\"quoted\" 😀" }));
        });
        file.Run(journal =>
        {
            journal.Append(JournalFile.Done(2, "10002"));
            JournalFile.Send(journal, 255, 257);
            journal.Append(new JournalEntry(JournalFile.Row(257), RowOutcome.NotDone));
            journal.Append(new JournalEntry(JournalFile.Row(4), RowOutcome.Unknown));
        });
        file.Run(journal => Write(journal, 258, RowOutcome.Done), 258);
        byte[] whole = file.Bytes;
        int first = Array.IndexOf(whole, (byte)'\n') + 1;

        for (int cut = 0; cut <= whole.Length; cut++)
        {
            file.Bytes = whole[..cut];
            int end = Array.LastIndexOf(whole, (byte)'\n', Math.Max(0, cut - 1)) + 1;
            end = end <= cut ? end : 0;
            using (LoadJournal journal = file.Open())
            {
                Assert.Equal(cut >= first, journal.IsResumed);
                Assert.Equal(end < cut, journal.Repair is not null);
                Dictionary<long, RowOutcome> lasting = Lasting(Encoding.UTF8.GetString(whole, 0, end));
                for (long row = 1; row <= 800; row++)
                {
                    RowOutcome expected = lasting.TryGetValue(row, out RowOutcome known) ? known : RowOutcome.None;
                    RowOutcome found = journal.Find(JournalFile.Row(row));
                    if (found != expected)
                    {
                        Assert.Fail($"Cut at {cut}, row {row} is {found}, not {expected}.");
                    }
                }
            }

            if (cut >= first)
            {
                Assert.Equal(whole[..end], file.Bytes);
            }
        }
    }

    /// <summary>The outcomes in complete lines, read as the help page describes them.</summary>
    private static Dictionary<long, RowOutcome> Lasting(string text)
    {
        var outcomes = new Dictionary<long, RowOutcome>();
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            if (json.RootElement.TryGetProperty("row", out JsonElement row))
            {
                outcomes[row.GetInt64()] = Enum.Parse<RowOutcome>(json.RootElement.GetProperty("outcome").GetString()!);
            }

            foreach (long sending in Sending(line))
            {
                outcomes[sending] = RowOutcome.Unknown;
            }
        }

        return outcomes;
    }

    /// <summary>The rows that are about to be sent, according to the lines.</summary>
    private static IEnumerable<long> Sending(string text)
        => from line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
           where line.StartsWith("{\"sending\"", StringComparison.Ordinal)
           from row in JsonSerializer.Deserialize<Dictionary<string, string>>(line)!["sending"].Split(' ')
           select long.Parse(row.Split(':')[0]);

    private static void Write(LoadJournal journal, long number, params RowOutcome[] outcomes)
    {
        JournalFile.Send(journal, number);
        foreach (RowOutcome outcome in outcomes)
        {
            journal.Append(new JournalEntry(JournalFile.Row(number), outcome));
        }
    }

    /// <summary>Runs on a separate thread, so that a hang ends the test and not the run.</summary>
    private static Task Limited(Action action) =>
        Task
            .Factory.StartNew(action, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
}
