using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>webphone_url: the address of the agent's web phone, plain or as a page that redirects to it.</summary>
internal sealed class WebphoneUrl() : AgentFunction("webphone_url", "2.10-69")
{
    protected override bool IsValid(FunctionContext context, string value) => value is "DISPLAY" or "LAUNCH";

    protected override void Run(FunctionContext context, LiveAgent agent, string agentUser, string value)
    {
        string url = agent.WebphoneUrl;
        if (agent.LoginCall == LoginCall.Missing)
        {
            context.Say("ERROR", "webphone_url error - no session data", agentUser);
        }
        else if (url.Length == 0)
        {
            context.Say("ERROR", "webphone_url error - webphone url is empty", agentUser);
        }
        else if (value == "DISPLAY")
        {
            context.Response.Write(url);
        }
        else
        {
            context.Response.Write($"<META HTTP-EQUIV=Refresh CONTENT=\"0; URL={url}\">\n</HEAD>\n")
                .Write("<BODY BGCOLOR=#FFFFFF marginheight=0 marginwidth=0 leftmargin=0 topmargin=0>\n")
                .Write($"<a href=\"{url}\">click here to continue. . .</a>\n</BODY>\n");
        }
    }
}
