using System.Net;
using System.Security.Cryptography.X509Certificates;
using Vicidial.Client;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Transport;
using VicidialPS.Completion;
using VicidialPS.Connections;
using VicidialPS.Profiles;

namespace VicidialPS.Commands.Connections;

/// <summary>The parameters for connecting to a dialer.</summary>
public abstract class ConnectionSettingsCommand : DialerCommand
{
    private protected const string ByAddress = "Address";

    /// <summary>
    /// The dialer: a host name, which means https, or an address such as https://dialer.example.com:8443. A path is ignored; to change the
    /// paths, use -NonAgentPath and -AgentPath. An address with a user, password, or query is rejected. http is rejected without
    /// -AllowUnencrypted, except for this computer.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ByAddress)]
    [Alias("Server", "ComputerName")]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public virtual string Uri { get; set; } = string.Empty;

    /// <summary>
    /// The API account and its password. If you give only a user name, the cmdlet asks for the password. Before it compares a password, the
    /// Non-Agent API drops all characters except letters, digits, -, and _; the Agent API also keeps ., +, /, and =. A password with other
    /// characters can never match, so it is rejected and not sent.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ByAddress)]
    [UserCredential]
    public virtual PSCredential Credential { get; set; } = PSCredential.Empty;

    /// <summary>
    /// The name of the connection. Messages, -Connection, and the property ConnectionName of records use it. The default is the host name,
    /// with the port if it is not the default port. A connection with the same name is replaced.
    /// </summary>
    [Parameter(ParameterSetName = ByAddress)]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public string? Name { get; set; }

    /// <summary>The label for requests in the log of the dialer: 2 to 20 letters or digits.</summary>
    [Parameter(ParameterSetName = ByAddress)]
    [NoFileNames]
    public string Source { get; set; } = "VicidialPS";

    /// <summary>The address of the Agent API if it is on another host. The default is the address of -Uri.</summary>
    [Parameter(ParameterSetName = ByAddress)]
    [NoFileNames]
    public string? AgentUri { get; set; }

    /// <summary>The path of the Non-Agent API on the server.</summary>
    [Parameter(ParameterSetName = ByAddress)]
    public string NonAgentPath { get; set; } = DialerOptions.DefaultNonAgentPath;

    /// <summary>The path of the Agent API on the server.</summary>
    [Parameter(ParameterSetName = ByAddress)]
    public string AgentPath { get; set; } = DialerOptions.DefaultAgentPath;

    /// <summary>
    /// The timeout in seconds, from 1 to 3600. It limits the time until the response starts, and then each pause while it arrives. It does
    /// not limit the whole transfer, so a long response is not cut off.
    /// </summary>
    [Parameter(ParameterSetName = ByAddress)]
    [ValidateRange(1, 3600)]
    [NoFileNames]
    public int TimeoutSec { get; set; } = 30;

    /// <summary>
    /// The number of retries after a temporary failure, from 0 to 20. Queries are retried, and changes that do no harm if they are made
    /// twice. Other changes and commands to live calls are retried only if the request was certainly not sent.
    /// </summary>
    [Parameter(ParameterSetName = ByAddress)]
    [ValidateRange(0, 20)]
    [NoFileNames]
    public int MaximumRetryCount { get; set; } = 2;

    /// <summary>
    /// The number of seconds before the first retry, from 0 to 60. The wait doubles each time, up to a minute. If the server sends
    /// Retry-After, that wait is used instead, up to a minute.
    /// </summary>
    [Parameter(ParameterSetName = ByAddress)]
    [ValidateRange(0, 60)]
    [NoFileNames]
    public int RetryIntervalSec { get; set; } = 2;

    /// <summary>The address of a proxy. The default is the system proxy.</summary>
    [Parameter(ParameterSetName = ByAddress)]
    [NoFileNames]
    public Uri? Proxy { get; set; }

    /// <summary>The account for the proxy of -Proxy.</summary>
    [Parameter(ParameterSetName = ByAddress)]
    [UserCredential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Signs in to the proxy of -Proxy with your current account.</summary>
    [Parameter(ParameterSetName = ByAddress)]
    public SwitchParameter ProxyUseDefaultCredentials { get; set; }

    /// <summary>Uses no proxy, not even the system proxy.</summary>
    [Parameter(ParameterSetName = ByAddress)]
    public SwitchParameter NoProxy { get; set; }

    /// <summary>
    /// Accepts any certificate. The password then goes to any server that responds, and anyone on the network path can read it and change
    /// what is sent.
    /// </summary>
    [Parameter(ParameterSetName = ByAddress)]
    public SwitchParameter SkipCertificateCheck { get; set; }

    /// <summary>The client certificate, for servers that ask for one.</summary>
    [Parameter(ParameterSetName = ByAddress)]
    public X509Certificate2? Certificate { get; set; }

    /// <summary>Allows http. Anyone on the network can then read the password and all leads, and a warning says so.</summary>
    [Parameter(ParameterSetName = ByAddress)]
    public SwitchParameter AllowUnencrypted { get; set; }

    /// <summary>Creates a connection from the parameters. Sends nothing.</summary>
    /// <exception cref="DialerException">A parameter cannot be used.</exception>
    private protected VicidialConnection CreateConnection()
    {
        Uri address = ReadAddress(Uri);
        Uri? agentAddress = string.IsNullOrEmpty(AgentUri) ? null : ReadAddress(AgentUri!);
        CheckSource();
        var options = new DialerOptions(address)
        {
            Name = Name ?? (address.IsDefaultPort ? address.Host : address.Authority),
            AgentUri = agentAddress,
            NonAgentPath = NonAgentPath,
            AgentPath = AgentPath,
            Source = Source,
            Timeout = TimeSpan.FromSeconds(TimeoutSec),
            MaximumRetryCount = MaximumRetryCount,
            RetryInterval = TimeSpan.FromSeconds(RetryIntervalSec),
            Proxy = CreateProxy(),
            NoProxy = NoProxy,
            SkipCertificateCheck = SkipCertificateCheck,
            Certificate = Certificate,
        };
        var credential = new DialerCredential(Credential.UserName.TrimStart('\\'), Credential.Password);
        try
        {
            credential.Check(DialerApi.NonAgent);
            return new VicidialConnection(
                new DialerClient(options, credential),
                address,
                agentAddress,
                Source,
                options.Timeout,
                options.MaximumRetryCount
            )
            {
                Settings = ProfileSettings.Of(MyInvocation.BoundParameters),
            };
        }
        catch (DialerException)
        {
            credential.Dispose();
            throw;
        }
    }

    /// <summary>Warns if others can read the password on the network, or if an unverified server receives it.</summary>
    private protected void WarnOfRisks(VicidialConnection connection)
    {
        if (IsOpenHttp(connection.Uri) || IsOpenHttp(connection.AgentUri))
        {
            WriteWarning($"The connection {connection.Name} is not encrypted. Others can read the password on the network.");
        }

        if (SkipCertificateCheck)
        {
            WriteWarning($"The certificate of {connection.Name} is not checked. Any server at that address receives the password.");
        }
    }

    private static bool IsOpenHttp(Uri address) => address.Scheme == System.Uri.UriSchemeHttp && !address.IsLoopback;

    private Uri ReadAddress(string text)
    {
        string whole = text.IndexOf("://", StringComparison.Ordinal) < 0 ? "https://" + text : text;
        if (!System.Uri.TryCreate(whole, UriKind.Absolute, out Uri? address) || address.Host.Length == 0
            || (address.Scheme != System.Uri.UriSchemeHttps && address.Scheme != System.Uri.UriSchemeHttp)
            || address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            // The message does not contain the text, because it can contain a password.
            throw new DialerException(
                "InvalidUri",
                DialerErrorKind.InvalidArgument,
                "The address is not a host name or an address such as https://dialer.example.com:8443, without user, password, and query."
            );
        }

        if (IsOpenHttp(address) && !AllowUnencrypted)
        {
            throw new DialerException(
                "UnencryptedConnection",
                DialerErrorKind.InvalidArgument,
                $"{address.GetLeftPart(UriPartial.Authority)} is not encrypted. Others could read the password on the network."
            );
        }

        return new Uri(address.GetLeftPart(UriPartial.Authority));
    }

    private void CheckSource()
    {
        string dropped = ApiCatalog.GetCommonParameter(DialerApi.NonAgent, "source").Keeps.FindDropped(Source);
        if (dropped.Length > 0 || Source.Length is < 2 or > 20)
        {
            throw new DialerException("InvalidSource", DialerErrorKind.InvalidArgument, $"The -Source '{Source}' is not 2 to 20 letters or digits.");
        }
    }

    private WebProxy? CreateProxy()
    {
        if (Proxy is null)
        {
            return null;
        }

        var proxy = new WebProxy(Proxy) { UseDefaultCredentials = ProxyUseDefaultCredentials };
        if (ProxyCredential is not null)
        {
            proxy.Credentials = ProxyCredential.GetNetworkCredential();
        }

        return proxy;
    }
}
