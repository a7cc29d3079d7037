using Vicidial.Client.Errors;
using Vicidial.Client.Records.Agents;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Tests.Support;
using Xunit;

namespace Vicidial.Client.Tests.Records;

/// <summary>Limits on the memory that a malicious server can make a streaming query use.</summary>
public sealed class TableLimitTests
{
    private const string Header = "user\tcampaign_id\tstatus\n";

    [Fact]
    public async Task An_endless_response_without_rows_is_an_error()
        => Assert.Equal("Vicidial.ReplyTooLarge", (await FailAsync(string.Empty, "x\n", 100_000_000)).ErrorId);

    [Fact]
    public async Task Endless_messages_after_column_names_are_an_error() =>
        Assert.Equal(
            "Vicidial.ReplyTooLarge",
            (await FailAsync(Header, "ERROR: logged_in_agents NO LOGGED IN AGENTS: 6666|\n", 100_000_000)).ErrorId
        );

    [Fact]
    public async Task A_heading_of_a_million_names_is_rejected()
        => Assert.Equal("Vicidial.NotADialer", (await FailAsync("user", "\ta", 2_000_000)).ErrorId);

    [Fact]
    public async Task A_row_of_a_million_cells_has_a_short_message_and_is_in_the_error()
    {
        string row = string.Concat(Enumerable.Repeat("a\t", 1_000_000));
        DialerException failure = await FailAsync(Header + row + "\n", string.Empty, 0);
        Assert.Equal("Vicidial.UnreadableRow", failure.ErrorId);
        Assert.InRange(failure.Message.Length, 10, 1000);
        Assert.Equal(row, failure.Row!.Text);
    }

    [Fact]
    public async Task An_error_of_a_million_characters_has_a_short_message()
    {
        DialerException failure = await FailAsync("ERROR: logged_in_agents " + new string('x', 1_000_000) + "\n", string.Empty, 0);
        Assert.InRange(failure.Message.Length, 10, 3000);
    }

    private static async Task<DialerException> FailAsync(string begin, string part, int length)
    {
        string block = part.Length == 0 ? string.Empty : string.Concat(Enumerable.Repeat(part, 64 * 1024 / part.Length));
        await using var server = new TestServer(async (request, connection) =>
        {
            await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n" + begin);
            try
            {
                for (int sent = 0; sent < length; sent += block.Length)
                {
                    await connection.SendAsync(block);
                }

                connection.Close();
            }
            catch (Exception gone) when (gone is System.IO.IOException or ObjectDisposedException)
            {
                // The client has closed the connection.
            }
        });
        using DialerClient client = Dial.Client(server.Uri, set: options => options.MaximumRetryCount = 0);
        try
        {
            using RecordReader<LoggedInAgent> reader = await client.AgentsAsync();
            while (await reader.ReadAsync(TestContext.Current.CancellationToken) is { } batch)
            {
                if (batch.Problems.Count > 0)
                {
                    return batch.Problems[0];
                }
            }
        }
        catch (DialerException failure)
        {
            return failure;
        }

        throw new InvalidOperationException("The response was taken.");
    }
}
