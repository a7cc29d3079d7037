using Vicidial.Client.Functions;
using Vicidial.Client.Requests;
using Vicidial.Client.Tests.Support;
using Vicidial.Client.Transport;
using Xunit;

namespace Vicidial.Client.Tests.Transport;

public sealed class ClearedBufferTests
{
    [Theory]
    [InlineData("1234")]
    [InlineData("Canary7x")]
    [InlineData("a+b./=&%?")]
    [InlineData("zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz")]
    public async Task Every_byte_of_the_password_is_zero_after_it_was_sent(string password)
    {
        using DialerCredential credential = Dial.Credential(password);
        using FormBody body = RequestForm.Write(
            new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, "logged_in_agents")).Add("campaigns", "CAMP"),
            "tests",
            credential
        );
        using var stream = new HoldingStream();
        await body.CopyToAsync(stream, TestContext.Current.CancellationToken);

        int at = stream.Sent.AsSpan().IndexOf("&pass="u8);
        int length = "&pass=".Length + credential.EncodedLength;
        Assert.True(at > 0);
        for (int i = 0; i < stream.Buffer!.Length; i++)
        {
            bool isGap = i >= at && i < at + length;
            byte expected = isGap || i >= stream.Sent.Length ? (byte)0 : stream.Sent[i];
            Assert.True(expected == stream.Buffer[i], $"Byte {i} is {stream.Buffer[i]} and not {expected}.");
        }
    }

    private sealed class HoldingStream : MemoryStream
    {
        public byte[]? Buffer { get; private set; }

        public byte[] Sent { get; private set; } = [];

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            Buffer = buffer;
            Sent = buffer.Skip(offset).Take(count).ToArray();
            return Task.CompletedTask;
        }
    }
}
