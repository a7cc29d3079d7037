using System.Net;
using System.Text.RegularExpressions;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Responses;
using Vicidial.Client.Tests.Support;
using Vicidial.Client.Transport;
using Vicidial.Client.Wire;
using Xunit;
using Capture = Vicidial.Testing.Capture;

namespace Vicidial.Client.Tests.Wire;

public partial class CapturedResponseTests
{
    private static readonly string[] Functions = ["logged_in_agents", "call_agent", "add_lead", "version"];

    public static TheoryData<string, string> Known
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (Capture capture in Testing.Captures.All())
            {
                string file = capture.Id.Split('/')[1];
                if (file is "auth" or "transport" || Functions.Contains(capture.Function))
                {
                    data.Add(capture.Generation, capture.Id);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Known))]
    public void A_response_has_the_kind_that_its_text_states(string generation, string id)
    {
        Capture capture = Testing.Captures.Find(generation, id);
        var expected = ExpectedResponse.Of(capture);

        DialerResponse response = Read(capture);

        Assert.Equal(expected.Kind, response.Kind);
        Assert.Equal(expected.IsForeign, response.IsForeignPage);
        Assert.Equal(expected.HasFault, response.ServerFault is not null);
        Assert.Equal(capture.Status, response.HttpStatus);
    }

    [Theory]
    [MemberData(nameof(Known))]
    public void An_error_has_the_ID_and_kind_of_its_text(string generation, string id)
    {
        Capture capture = Testing.Captures.Find(generation, id);
        var expected = ExpectedResponse.Of(capture);

        ResponseLine? error = Read(capture).Error;

        Assert.Equal(expected.ErrorLine is null, error is null);
        if (error is not null)
        {
            Assert.NotNull(error.Shape);
            Assert.Equal(expected.ErrorKind, error.Shape.ErrorKind);
            if (expected.ErrorId.Length > 0)
            {
                Assert.Equal(expected.ErrorId, error.Shape.ErrorId);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Known))]
    public void The_values_are_those_between_the_pipes(string generation, string id)
    {
        Capture capture = Testing.Captures.Find(generation, id);
        var expected = ExpectedResponse.Of(capture);
        DialerResponse response = Read(capture);
        ResponseLine? line = response.Kind is ResponseKind.Error ? response.Error : response.Success;
        if (line is null || expected.Values.Count == 0)
        {
            return;
        }

        // The second value of a refused login is the password.
        string[] values = expected.Values.ToArray();
        if (line.Shape?.ErrorId == "LoginIncorrect" && values[1].Length > 0)
        {
            values[1] = Redactor.Mask;
        }

        // Punctuation after a value belongs to the sentence.
        IEnumerable<string> bare = values
            .Take(expected.ValueCount)
            .Select(value => value.EndsWith(": ", StringComparison.Ordinal) ? value[..^2] : value);
        Assert.Equal(bare, line.Values.Take(expected.ValueCount));
    }

    [Theory]
    [MemberData(nameof(Known))]
    public void A_failed_login_has_its_reason(string generation, string id)
    {
        Capture capture = Testing.Captures.Find(generation, id);
        Match code = LoginCode().Match(capture.Body);
        if (!code.Success)
        {
            return;
        }

        string expected = code.Groups["code"].Value switch
        {
            "BAD" => "Vicidial.LoginIncorrect",
            "LOCK" => "Vicidial.AccountLocked",
            "IPBLOCK" => "Vicidial.AddressBlocked",
            "2FA" => "Vicidial.SecondFactorRequired",
            "GOOD" => "Vicidial.ApiAccessOff",
            string other => throw new InvalidOperationException(other),
        };

        Assert.Equal(expected, FailureOf(capture, Read(capture))?.ErrorId);
    }

    [Theory]
    [MemberData(nameof(Known))]
    public void The_password_is_masked_wherever_the_dialer_echoes_it(string generation, string id)
    {
        Capture capture = Testing.Captures.Find(generation, id);
        DialerResponse response = Read(capture);
        DialerException? failure = FailureOf(capture, response);
        var texts = VisibleText.Of(response, failure);

        Assert.DoesNotContain(texts, text => EchoedPassword().IsMatch(text));
        if (PasswordOf(capture) is not { Length: > 0 } password || password == "1234")
        {
            return;
        }

        // The dialer drops characters before it echoes the password, so it may come back in other forms.
        foreach (string form in new[] { password, Keep(password, "-_"), Keep(password, "-_.+/=") }.Distinct())
        {
            // Only as a whole value, because the words of a message can also contain "wrong".
            Assert.DoesNotContain(texts, text => Regex.IsMatch(text, $"(^|[|'\"=]){Regex.Escape(form)}([|'\"&]|$)"));
        }
    }

    [Theory]
    [MemberData(nameof(Known))]
    public void Data_that_equals_the_password_is_not_masked(string generation, string id)
    {
        Capture capture = Testing.Captures.Find(generation, id);
        var expected = ExpectedResponse.Of(capture);
        string masked = EchoedPassword().Replace(string.Join("\n", expected.Lines), Redactor.Mask);

        int kept = Read(capture).Lines.Sum(line => Count(line.Raw, "1234"));

        // The statement after a refused login is masked as a whole, and a debug page loses everything but its response.
        if (masked.Contains("SELECT count", StringComparison.Ordinal) || masked.StartsWith("<html>", StringComparison.Ordinal))
        {
            return;
        }

        Assert.Equal(Count(masked, "1234"), kept);
    }

    [Fact]
    public void Every_generation_has_recordings_to_read()
        => Assert.Equal(["2.10-69", "2.14-107", "2.14-194", "2.14-202", "2.14-202-php8.1"], Known.Select(row => row.Data.Item1).Distinct());

    private static DialerResponse Read(Capture capture)
    {
        DialerApi api = capture.Id.StartsWith("agent/", StringComparison.Ordinal) ? DialerApi.Agent : DialerApi.NonAgent;
        string password = PasswordOf(capture) ?? string.Empty;
        return ResponseReader.Read(ApiCatalog.FindOrUnlisted(api, capture.Function), capture.Status, capture.Body, new Redactor(() => [password]));
    }

    private static DialerException? FailureOf(Capture capture, DialerResponse response)
    {
        using var message = new HttpResponseMessage((HttpStatusCode)capture.Status);
        return ResponseJudge.FindFailure(response, message);
    }

    private static string? PasswordOf(Capture capture)
        => capture.Params.Where(parameter => parameter.Key == "pass").Select(parameter => parameter.Value).LastOrDefault();

    private static string Keep(string password, string more) => new(password.Where(c => char.IsAsciiLetterOrDigit(c) || more.Contains(c)).ToArray());

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    [GeneratedRegex(
        @"Login incorrect, please try again: \|[^|]*\|[^|]*\|(?<code>\w+)\|"
            + @"|Too many login attempts[^|]*\|[^|]*\|(?<code>\w+)\||not allowed: [^|]*\|\|(?<code>\w+)\|"
            + @"|Invalid Username/Password: \|[^|]*\|[^|]*\|\d\|\d\|(?<code>\w+)\|"
    )]
    private static partial Regex LoginCode();

    [GeneratedRegex(
        @"(?<=Login incorrect, please try again: \|[^|]*\|)(?!\*\*\*)[^|]+(?=\|)"
            + @"|(?<=Invalid Username/Password: \|[^|]*\|)(?!\*\*\*)[^|]+(?=\|)|(?<=pass=')[^'*]+(?=')"
    )]
    private static partial Regex EchoedPassword();
}
