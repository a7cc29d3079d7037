using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Vicidial.Client.Transport;

/// <summary>How a dialer is reached.</summary>
public sealed class DialerOptions
{
    /// <summary>The path of the Non-Agent API on a stock installation.</summary>
    public const string DefaultNonAgentPath = "/vicidial/non_agent_api.php";

    /// <summary>The path of the Agent API on a stock installation.</summary>
    public const string DefaultAgentPath = "/agc/api.php";

    /// <summary>Makes options with the defaults for a dialer at this address.</summary>
    public DialerOptions(Uri uri) => Uri = uri;

    /// <summary>The name of this dialer in messages and records.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>The base address.</summary>
    public Uri Uri { get; }

    /// <summary>The base address of the Agent API, if it is on another host.</summary>
    public Uri? AgentUri { get; set; }

    /// <summary>The path of the Non-Agent API.</summary>
    public string NonAgentPath { get; set; } = DefaultNonAgentPath;

    /// <summary>The path of the Agent API.</summary>
    public string AgentPath { get; set; } = DefaultAgentPath;

    /// <summary>The label for the requests in the dialer's log: 2 to 20 letters or digits.</summary>
    public string Source { get; set; } = "VicidialPS";

    /// <summary>The time to the headers of a response, and then the longest silence between two parts of its body.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a request that can be retried is retried after a temporary failure.</summary>
    public int MaximumRetryCount { get; set; } = 2;

    /// <summary>The wait before the first retry. It doubles with each retry.</summary>
    public TimeSpan RetryInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The proxy; null for the system's own.</summary>
    public IWebProxy? Proxy { get; set; }

    /// <summary>Whether no proxy is used, not even the system's own.</summary>
    public bool NoProxy { get; set; }

    /// <summary>Whether any server certificate is accepted.</summary>
    public bool SkipCertificateCheck { get; set; }

    /// <summary>The client certificate, or null.</summary>
    public X509Certificate2? Certificate { get; set; }

    /// <summary>The maximum number of connections at a time.</summary>
    public int MaximumConnections { get; set; } = 64;
}
