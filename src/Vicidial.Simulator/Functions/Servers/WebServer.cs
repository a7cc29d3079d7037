using Vicidial.Simulator.Hosting;

namespace Vicidial.Simulator.Functions.Servers;

/// <summary>webserver: data of an invented web server. It can check a login, because it requires no other permission.</summary>
internal sealed class WebServer() : DialerFunction(DialerApi.Agent, "webserver", "2.10-69")
{
    private const string Page =
        "<PRE>Webserver Data:\n"
        + "set.timezone: America/New_York\nabbr.timezone: EST\ndst.timezone: 0\nuname: Linux simulator 6.4.0 #1 SMP x86_64\n"
        + "host name: simulator\nserver name: 127.0.0.1\nphp version: 8.2.35\napache version: Apache/2.4.71 (simulated)\n"
        + "apache processes: 2\nsystem load average: 0.17822265625\ndisk free space: 83249065984\n"
        + "date.timezone: America/New_York\nmaximum execution time: 330\nmaximum input time: 60\nmemory limit: 512M\n"
        + "post maximum size: 48M\nupload maximum filesize: 2M\ndefault socket timeout: 60\n</PRE>\n";

    public override void Run(FunctionContext context)
    {
        if (AgentApi.MayUse(context, null))
        {
            context.Response.Write(Page);
        }
    }
}
