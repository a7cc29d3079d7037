using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Vicidial.Simulator.Events;
using Vicidial.Simulator.World;
using Vicidial.Testing;
using Xunit;

namespace Vicidial.Simulator.Tests.Events;

/// <summary>
/// The requests of the simulator are those of real dialers, byte for byte. Each recording is compared here or in
/// <see cref="EventSituationTests"/>.
/// </summary>
public sealed partial class EventBytesTests
{
    /// <summary>The text of their settings container is not in the recording.</summary>
    private static readonly string[] Containers = ["container-0144", "container-0145"];

    [Fact]
    public void A_request_has_the_bytes_that_a_real_dialer_sent_for_the_same_values()
    {
        IReadOnlyDictionary<string, EventHolding> held = EventHolding.LoadAll();
        var differences = new List<string>();
        string[] others = [.. EventSituationTests.Ids, .. Containers];
        foreach (EventCapture capture in EventCapture.LoadAll().Where(one => !others.Contains(one.Id)))
        {
            string template = capture.Url;
            string? origin = capture.Headers.FirstOrDefault(static line => line.StartsWith("Origin: ", StringComparison.Ordinal))?[8..];
            byte[]? request = EventAddress.Parse(capture.Kind, template, origin)
                .Write(Values(capture, template, held.GetValueOrDefault(capture.Id)), DialerGeneration.Find(capture.Generation)!);
            string actual = request is null ? "nothing" : Encoding.Latin1.GetString(request);
            string expected = Encoding.Latin1.GetString(capture.Bytes);
            if (actual != expected)
            {
                differences.Add($"{capture}\n{expected}\n{actual}");
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
        Assert.Subset(EventCapture.LoadAll().Select(static one => one.Id).ToHashSet(), others.ToHashSet());
    }

    [Theory]
    [InlineData("container-0144", "")]
    [InlineData("container-0145", "POST ")]
    public void A_settings_container_has_lines_a_header_and_a_method(string id, string prefix)
    {
        const string Container = "; POST-HEADER=X-Token: abc123\nhttp://127.0.0.1:9441/m/ok/hook/container?lead=--A--lead_id--B--"
            + "&first=--A--first_name--B-- ; the first line\n"
            + "&last=--A--last_name--B--&talk=--A--talk_time--B--&st=--A--status--B--&ivr=--A--ivr_time--B--";
        var values = new Dictionary<string, string>
        {
            ["lead_id"] = "1033", ["first_name"] = "Zoë & Co", ["last_name"] = "O'Neil", ["talk_time"] = "0", ["status"] = "NEW", ["ivr_time"] = "0",
        };
        EventCapture capture = EventCapture.LoadAll().Single(one => one.Id == id);

        byte[]? request = EventAddress.Parse("container", prefix + Container).Write(values, DialerGeneration.Newest);

        Assert.Equal(Encoding.Latin1.GetString(capture.Bytes), Encoding.Latin1.GetString(request!));
    }

    private static Dictionary<string, string> Values(EventCapture capture, string template, EventHolding? holding)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        bool isRelayed = capture.Body.Length > 0;
        string sent = Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(isRelayed ? capture.Body : capture.Target));
        string body = template[(template.IndexOf("URLTOPOST=", StringComparison.Ordinal) + 1)..];
        string pattern = isRelayed
            ? body[(body.IndexOf('?', StringComparison.Ordinal) + 1)..]
            : body[body.IndexOf('/', body.IndexOf("//", StringComparison.Ordinal) + 2)..];
        Match whole = Regex.Match(sent, $"^{VariablePattern().Replace(Regex.Escape(pattern), "(.*?)")}$", RegexOptions.Singleline);
        MatchCollection variables = VariablePattern().Matches(pattern);
        for (int index = 0; index < variables.Count; index++)
        {
            string name = variables[index].Groups[1].Value;
            string before = pattern[..variables[index].Index];
            string key = KeyPattern().Match(before) is { Success: true } found ? found.Groups[1].Value : string.Empty;
            string? value = whole.Success ? whole.Groups[index + 1].Value : Part(sent, key, pattern, variables[index]);
            bool isPage = capture.Kind is "dispo" or "start" or "dead" or "pausemax" or "apinewlead";
            if (isPage && holding?.Arrives.TryGetValue(key, out string? damaged) == true && damaged.Length > 0)
            {
                values[name] = damaged;
            }
            else if (holding?.Held.TryGetValue(key, out string? held) == true && capture.Kind != "apinewlead")
            {
                values[name] = held;
            }
            else if (value is not null && (value != $"--A--{name}--B--" || IsManualStart(capture)))
            {
                values[name] = Decode(capture.Kind, name, value);
            }
        }

        return values;
    }

    /// <summary>At the start of a manual call, the agent's page sends no values of DIDs and in-groups.</summary>
    private static bool IsManualStart(EventCapture capture) => capture.Kind == "start" && capture.Case.Contains("manual", StringComparison.Ordinal);

    /// <summary>The remaining part of a value in a request that a sender has cut, as get2post does at a second question mark.</summary>
    private static string? Part(string sent, string key, string pattern, Match variable)
    {
        string after = pattern[(variable.Index + variable.Length)..].Split("--A--")[0];
        Match part = Regex.Match(sent, $"(?:^|[?&]){Regex.Escape(key)}=(.*?)({Regex.Escape(after)}|$)", RegexOptions.Singleline);
        return !part.Success ? null : after.Length > 0 && part.Groups[2].Length == 0 ? part.Groups[1].Value + "?" : part.Groups[1].Value;
    }

    private static string Decode(string kind, string name, string sent)
    {
        if (kind == "agentEvent")
        {
            return sent;
        }

        string once = WebUtility.UrlDecode(sent);
        bool isTwice = name == "dispo_name"
            || (kind == "start" && name.StartsWith("user_custom_", StringComparison.OrdinalIgnoreCase))
            || (kind is "dispo" or "dead" && (name.StartsWith("did_custom_", StringComparison.OrdinalIgnoreCase) || name == "did_description"))
            || (kind == "dead" && name.StartsWith("ig_custom_", StringComparison.OrdinalIgnoreCase))
            || (kind == "pausemax" && name == "agent_email");
        return isTwice ? WebUtility.UrlDecode(once) : once;
    }

    [GeneratedRegex("--A--([A-Za-z0-9_]+)--B--")]
    private static partial Regex VariablePattern();

    [GeneratedRegex("(?:^|[?&])([A-Za-z0-9_]+)=$")]
    private static partial Regex KeyPattern();
}
