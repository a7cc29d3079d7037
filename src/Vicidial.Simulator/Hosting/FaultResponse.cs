using System.Text;
using Vicidial.Simulator.Faults;

namespace Vicidial.Simulator.Hosting;

/// <summary>Responses that a fault changes, or that replace the dialer's.</summary>
internal static class FaultResponse
{
    private const string NoiseBefore =
        "<br />\n<b>Warning</b>:  Undefined variable $sim_list_id in <b>/srv/www/htdocs/vicidial/simulated.php</b> on line <b>101</b><br />\n"
        + "<br />\n<b>Warning</b>:  Undefined variable $sim_stage in <b>/srv/www/htdocs/vicidial/simulated.php</b> on line <b>117</b><br />\n";

    private const string NoiseAfter =
        "<br />\n<b>Warning</b>:  Undefined variable $sim_endtime in <b>/srv/www/htdocs/vicidial/simulated.php</b> on line <b>2048</b><br />\n";

    private const string OtherServer =
        "<!DOCTYPE html>\n<html><head><title>Welcome</title></head>\n<body><h1>It works!</h1><p>This page belongs to another web "
            + "server.</p></body></html>\n";

    /// <summary>The response if no work is done.</summary>
    public static SimulatorResponse Instead(Fault fault)
    {
        switch (fault.Kind)
        {
            case FaultKind.Redirect:
                return WithHeader(
                    SimulatorResponse.ServerPage(Status(fault, 301), "Moved Permanently", "The document has moved."),
                    "Location",
                    fault.Location);
            case FaultKind.HtmlPage:
                return SimulatorResponse.Text(fault.Body ?? OtherServer, Status(fault, 200), "text/html; charset=UTF-8");
            default:
                return WithHeader(
                    SimulatorResponse.Text(fault.Body ?? string.Empty, Status(fault, 500), "text/html; charset=UTF-8"),
                    "Retry-After",
                    fault.RetryAfter);
        }
    }

    /// <summary>The dialer's own response, changed if the fault changes it.</summary>
    public static SimulatorResponse Bend(Fault fault, SimulatorResponse response) => fault.Kind switch
    {
        FaultKind.ServerErrorAfterWork => WithHeader(
            new SimulatorResponse(Status(fault, 500), response.ContentType, response.Body), "Retry-After", fault.RetryAfter),
        FaultKind.PhpNoise => SimulatorResponse.Text(
            NoiseBefore + Encoding.UTF8.GetString(response.Body) + NoiseAfter, response.Status, response.ContentType),
        _ => response,
    };

    private static int Status(Fault fault, int usual) => fault.Status == 0 ? usual : fault.Status;

    private static SimulatorResponse WithHeader(SimulatorResponse response, string name, string? value) => value is null
        ? response
        : new SimulatorResponse(response.Status, response.ContentType, response.Body, [new KeyValuePair<string, string>(name, value)]);
}
