using System.Text.RegularExpressions;
using Capture = Vicidial.Testing.Capture;

namespace Vicidial.Simulator.Tests.Captures;

/// <summary>A response with its times and new lead numbers replaced, so that two runs can be compared word by word.</summary>
internal static partial class ResponseShape
{
    public static string Of(Capture capture, string body)
    {
        string text = Times().Replace(body, "<time>");
        text = Moments().Replace(Epochs().Replace(text, "<epoch>"), "<moment>");
        if (capture.Id.Contains("add_lead/", StringComparison.Ordinal))
        {
            text = NewLeads().Replace(text, "<lead>");
        }

        return capture.Function switch
        {
            "webserver" when text.StartsWith("<PRE>", StringComparison.Ordinal) =>
                string.Join('\n', text.Split('\n').Select(line => line.Split(": ")[0])),
            "sounds_list" => SoundServers().Replace(text, "<server>"),
            _ => text,
        };
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")]
    private static partial Regex Times();

    [GeneratedRegex(@"\b17\d{8}\b")]
    private static partial Regex Epochs();

    [GeneratedRegex(@"\b100\d\d\b")]
    private static partial Regex NewLeads();

    [GeneratedRegex(@"\b2026\d{10}\b")]
    private static partial Regex Moments();

    /// <summary>The page of sounds contains the name of the server in the request.</summary>
    [GeneratedRegex(@"127\.0\.0\.1:\d+")]
    private static partial Regex SoundServers();
}
