using System.Text;
using Vicidial.Client.Functions;
using Vicidial.Client.Requests;
using Vicidial.Client.Tests.Support;
using Vicidial.Client.Transport;
using Xunit;

namespace Vicidial.Client.Tests.Transport;

public class FormBodyTests
{
    [Fact]
    public async Task The_password_is_never_last_and_the_length_is_correct()
    {
        using var credential = Dial.Credential("a+b./=");
        using FormBody body = RequestForm.Write(
            new ApiRequest(ApiCatalog.Get(DialerApi.Agent, "external_hangup")).Add("agent_user", "1001"),
            "tests",
            credential
        );
        using var stream = new KeepingStream();

        await body.CopyToAsync(stream, TestContext.Current.CancellationToken);

        Assert.Equal("source=tests&user=6666&pass=a%2Bb.%2F%3D&agent_user=1001&function=external_hangup", stream.Text);
        Assert.Equal(stream.Text.Length, body.Headers.ContentLength);
    }

    [Fact]
    public async Task Without_a_login_nothing_is_added()
    {
        using var credential = Dial.Credential("Canary7x");
        using FormBody body = RequestForm.Write(new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, "version")), "tests", credential);
        using var stream = new KeepingStream();

        await body.CopyToAsync(stream, TestContext.Current.CancellationToken);

        Assert.Equal("function=version", stream.Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_bytes_of_the_password_are_cleared_when_they_are_sent_and_when_sending_fails(bool fails)
    {
        using var credential = Dial.Credential("Canary7x");
        using FormBody body = RequestForm.Write(new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, "logged_in_agents")), "tests", credential);
        using var stream = new KeepingStream { Fails = fails };
        Assert.False(body.WasBegun);

        await Record.ExceptionAsync(() => body.CopyToAsync(stream, TestContext.Current.CancellationToken));

        Assert.True(body.WasBegun);
        Assert.Contains("pass=Canary7x", stream.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Canary7x", Encoding.ASCII.GetString(stream.Buffer!), StringComparison.Ordinal);
    }

    /// <summary>Keeps what was written, and the buffer that it was written from.</summary>
    private sealed class KeepingStream : MemoryStream
    {
        public bool Fails { get; init; }

        public byte[]? Buffer { get; private set; }

        public string Text { get; private set; } = string.Empty;

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            Buffer = buffer;
            Text += Encoding.ASCII.GetString(buffer, offset, count);
            return Fails ? Task.FromException(new IOException("gone")) : Task.CompletedTask;
        }
    }
}
