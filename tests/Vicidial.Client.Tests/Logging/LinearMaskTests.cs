using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Requests;
using Vicidial.Client.Tests.Support;
using Vicidial.Client.Transport;
using Vicidial.Client.Wire;
using Xunit;

namespace Vicidial.Client.Tests.Logging;

/// <summary>A log never slows down a request: characters are masked in one pass, however many there are.</summary>
public sealed class LinearMaskTests
{
    public static TheoryData<string> Parts =>
        [
            "a",
            "_",
            "0",
            " ",
            "pass",
            "pass=",
            "pass='",
            "pass = ",
            "token",
            "token%3D",
            "=",
            "%3D",
            "%",
            "://",
            "://a:",
            "//",
            "?a=",
            "&a",
            "#",
            "'",
            "\\'",
            "\"",
            "|",
            "<",
            "<br />",
            "<b>Warning</b>:",
            "<b>Fatal error</b>: ",
            "<br />\n<b>Warning</b>:",
            "<br />\n<b>Warning</b>: x<br />\n",
            "choose_file('",
            "','",
            "');",
            "<td>",
            "<td><font size=1 face=\"\">",
            "<td bgcolor=\"",
            "Files: </font><font",
            "HTTP-EQUIV=Refresh CONTENT=\"1;URL=",
            "ERROR: ",
            "NOTICE: ",
            "SUCCESS: ",
            "SUCCESS: add_lead ",
            "ERROR: add_lead ",
            "0000000",
            "1.",
            ":00.0",
            "\u00e9",
            "\t",
            "\n",
            "a\n",
            "=> ",
        ];

    [Theory]
    [MemberData(nameof(Parts))]
    public void Masking_a_request_or_response_takes_linear_time(string part)
    {
        foreach (string name in new[] { "add_lead", "logged_in_agents", "webphone_url" })
        {
            ApiFunction function = ApiCatalog.Find(DialerApi.NonAgent, name) ?? ApiCatalog.Get(DialerApi.Agent, name);
            Linear.Compare(part, text =>
            {
                ApiRequest request = new ApiRequest(function).Add("comments", text).Add("agent_pass", "Fresh77secret");
                using DialerCredential credential = Dial.Credential("Canary7x");
                var mask = new RequestMask(request, credential, new Redactor(() => ["Canary7x"]));
                mask.Fields(request);
                using var people = new PersonalData();
                people.Response(request, mask.Response(function, 200, text));
            });
        }
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void Reading_a_response_takes_linear_time(string part)
    {
        foreach (string name in new[] { "add_lead", "logged_in_agents" })
        {
            ApiFunction function = ApiCatalog.Get(DialerApi.NonAgent, name);
            Linear.Compare(part, text => ResponseReader.Read(function, 200, text, new Redactor(() => ["Canary7x"])));
        }
    }
}
