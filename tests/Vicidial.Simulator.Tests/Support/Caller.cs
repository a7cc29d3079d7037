using System.Collections;
using System.Text;
using Vicidial.Simulator.Faults;
using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.Scenarios;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Tests.Support;

/// <summary>A call center with its dialer, and short ways to send requests.</summary>
internal sealed class Caller
{
    public const string Login = "source=test&user=6666&pass=1234&function=";

    private readonly SimulatedDialer _dialer;

    public Caller(IDictionary? scenario = null)
    {
        var data = new Hashtable { ["Clock"] = "2026-11-20 09:00:00" };
        foreach (DictionaryEntry entry in scenario ?? new Hashtable())
        {
            data[entry.Key] = entry.Value;
        }

        World = Scenario.FromDictionary(data).CreateWorld();
        _dialer = new SimulatedDialer(World);
    }

    public CallCenter World { get; }

    /// <summary>Sends a request to the Non-Agent API as the administrator.</summary>
    public string NonAgent(string functionAndFields) => Send("/vicidial/non_agent_api.php", Login + functionAndFields);

    /// <summary>Sends a request to the Agent API as the administrator.</summary>
    public string Agent(string functionAndFields) => Send("/agc/api.php", Login + functionAndFields);

    public string NonAgentAs(string user, string pass, string functionAndFields) =>
        Send("/vicidial/non_agent_api.php", $"source=test&user={user}&pass={pass}&function={functionAndFields}");

    public string AgentAs(string user, string pass, string functionAndFields) =>
        Send("/agc/api.php", $"source=test&user={user}&pass={pass}&function={functionAndFields}");

    /// <summary>The fault inside the dialer during the next requests, or null.</summary>
    public FaultKind? Fault { get; set; }

    public string Send(string path, string query, string body = "")
    {
        SimulatorResponse response = _dialer.Handle(
            new SimulatorRequest("POST", path, FormFields.Parse(query), FormFields.Parse(body)) { Fault = Fault }
        );
        return Encoding.UTF8.GetString(response.Body);
    }

    /// <summary>Adds a lead, which must succeed, and returns its ID.</summary>
    public long AddLead(string fields)
    {
        string response = NonAgent("add_lead&" + fields);
        MustSucceed(response);
        return long.Parse(response.Split('\n')[0].Split('|')[2], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static void MustSucceed(string response)
    {
        if (!response.StartsWith("SUCCESS: ", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(response);
        }
    }
}
