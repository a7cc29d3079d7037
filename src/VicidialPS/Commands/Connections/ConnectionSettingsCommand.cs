using System;
using System.Management.Automation;
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

    /// <summary>The dialer: a host name, which means https, or an address.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByAddress)]
    [Alias("Server", "ComputerName")]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public virtual string Uri { get; set; } = string.Empty;

    /// <summary>The API account and its password.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByAddress)]
    [UserCredential]
    public virtual PSCredential Credential { get; set; } = PSCredential.Empty;

    /// <summary>The name of the connection; the host where none is given.</summary>
    [Parameter(ParameterSetName = ByAddress)]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public string? Name { get; set; }

    /// <summary>The label under which the dialer logs the requests: 2 to 20 letters or digits.</summary>
    [Parameter(ParameterSetName = ByAddress)]
    [NoFileNames]
    public string Source { get; set; } = "VicidialPS";

    /// <summary>The base address of the Agent API, where that is on another host.</summary>
    [Parameter(ParameterSetName = ByAddress)]
    [NoFileNames]
    public string? AgentUri { get; set; }

    /// <summary>The path of the Non-Agent API.</summary>
    [Parameter(ParameterSetName = ByAddress)]
    public string NonAgentPath { get; set; } = DialerOptions.DefaultNonAgentPath;

    /// <summary>The path of the Agent API.</summary>
    [Parameter(ParameterSetName = ByAddress)]
    public string AgentPath { get; set; } = DialerOptions.DefaultAgentPath;

    /// <summary>Seconds to the headers of a response, and then the longest silence in it; never the time of a whole transfer.</summary>
    [Parameter(ParameterSetName = ByAddress)]
    [ValidateRange(1, 3600)]
    [NoFileNames]
    public int TimeoutSec { get; set; } = 30;

    /// <summary>How often a request that may be repeated is repeated after a failure that may pass.</summary>
    [Parameter(ParameterSetName = ByAddress)]
    [ValidateRange(0, 20)]
    [NoFileNames]
    public int MaximumRetryCount { get; set; } = 2;

    /// <summary>Seconds before the first repetition; they double with each one.</summary>
    [Parameter(ParameterSetName = ByAddress)]
    [ValidateRange(0, 60)]
    [NoFileNames]
    public int RetryIntervalSec { get; set; } = 2;

    /// <summary>The proxy; the system's own where none is given.</summary>
    [Parameter(ParameterSetName = ByAddress)]
    [NoFileNames]
    public Uri? Proxy { get; set; }

    /// <summary>The account for the proxy.</summary>
    [Parameter(ParameterSetName = ByAddress)]
    [UserCredential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Shows the proxy the account that you are logged in with.</summary>
    [Parameter(ParameterSetName = ByAddress)]
    public SwitchParameter ProxyUseDefaultCredentials { get; set; }

    /// <summary>Uses no proxy, the system's own included.</summary>
    [Parameter(ParameterSetName = ByAddress)]
    public SwitchParameter NoProxy { get; set; }

    /// <summary>Takes any certificate. The password then goes to whoever answers.</summary>
    [Parameter(ParameterSetName = ByAddress)]
    public SwitchParameter SkipCertificateCheck { get; set; }

    /// <summary>The certificate to show, for servers that ask for one.</summary>
    [Parameter(ParameterSetName = ByAddress)]
    public X509Certificate2? Certificate { get; set; }

    /// <summary>Permits http, which shows the password to the network.</summary>
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
