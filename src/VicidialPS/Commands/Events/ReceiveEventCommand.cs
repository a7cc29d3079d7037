using System.Net;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using Vicidial.Client.Errors;
using Vicidial.Client.Events;
using Vicidial.Client.Functions;
using VicidialPS.Binding;
using VicidialPS.Completion;
using VicidialPS.Connections;
using VicidialPS.Input;
using VicidialPS.Streams;

namespace VicidialPS.Commands.Events;

/// <summary>
/// Listens for the events that dialers send, and emits them until it is stopped. Each event is on disk before the dialer gets its
/// response, and is emitted at least once.
/// </summary>
[Cmdlet(VerbsCommunications.Receive, "VicidialEvent", DefaultParameterSetName = PortSet)]
[OutputType(
    typeof(DispositionEvent), typeof(CallStartEvent), typeof(NoAgentEvent), typeof(LeadAddedEvent), typeof(InGroupEntryEvent),
    typeof(CallsWaitingEvent), typeof(DeadCallEvent), typeof(PauseLimitEvent), typeof(CallMenuEvent), typeof(AgentEvent), typeof(DialerEvent))]
public sealed class ReceiveEventCommand : DialerCommand
{
    private const string PortSet = "Port";
    private const string AddressSet = "ListenUri";
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ReportInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WarningInterval = TimeSpan.FromMinutes(1);

    private EventSpool? _spool;
    private EventReceiver? _receiver;
    private EventConnections? _connections;
    private string? _toldFailure;
    private long _toldSecrets;
    private DateTime _nextWarning = DateTime.MinValue;

    /// <summary>The port on this computer. 0 is any free port.</summary>
    [Parameter(Position = 0, ParameterSetName = PortSet)]
    [ValidateRange(0, 65535)]
    [NoFileNames]
    public int Port { get; set; } = 8085;

    /// <summary>
    /// The address to listen on, such as http://localhost:8080 or https://0.0.0.0:8443. 0.0.0.0 means all addresses of this computer.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = AddressSet)]
    [ValidateNotNull]
    public Uri ListenUri { get; set; } = null!;

    /// <summary>The secret that must be a segment of the path. Other requests get status 404. A plain string is also accepted.</summary>
    [Parameter]
    [SecretFromText]
    [ValidateNotNull]
    public SecureString? Secret { get; set; }

    /// <summary>Returns only events of these kinds. Others get a response and are dropped.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public EventKind[] Kind { get; set; } = [];

    /// <summary>
    /// The URLs in the settings of the dialer, as returned by New-VicidialEventUrl or as text. The receiver uses them to find the variable
    /// of each field, and the end of a value that the dialer did not encode.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public string[] EventUrl { get; set; } = [];

    /// <summary>The folder for waiting events. Only its owner can read it. The default is a folder of your account for each port.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SpoolPath { get; set; }

    /// <summary>The maximum size of waiting events in megabytes. If it is exceeded, the dialer gets status 503 and the event is lost.</summary>
    [Parameter]
    [ValidateRange(1, 1_000_000)]
    [NoFileNames]
    public int SpoolLimitMB { get; set; } = 1024;

    /// <summary>Also returns copies of events, with IsDuplicate set.</summary>
    [Parameter]
    public SwitchParameter IncludeDuplicate { get; set; }

    /// <summary>The number of seconds for which copies of an event are recognized. At most 200,000 events are remembered.</summary>
    [Parameter]
    [ValidateRange(1, 86_400)]
    [NoFileNames]
    public int DuplicateWindowSec { get; set; } = 900;

    /// <summary>The certificate for TLS, with its private key. Most senders check it, so the web server of the dialer must trust it.</summary>
    [Parameter]
    [ValidateNotNull]
    public X509Certificate2? Certificate { get; set; }

    /// <summary>The addresses that may send events, such as 10.0.0.5 or 10.0.0.0/8. Other addresses get status 403.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public string[] AllowedAddress { get; set; } = [];

    /// <summary>The addresses of trusted proxies. Their X-Forwarded-For header gives the source of a request.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public string[] ProxyAddress { get; set; } = [];

    /// <summary>The allowed values of the Host header, with the port. Other requests get status 403.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public string[] AllowedHost { get; set; } = [];

    /// <summary>
    /// The connection of events whose URL names none. The default is the connection with the address that an event comes from.
    /// </summary>
    [Parameter]
    [Alias("ConnectionName")]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public ConnectionReference? Connection { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            Start();
        }
        catch (DialerException failure)
        {
            ThrowFailure(failure, ParameterSetName == AddressSet ? ListenUri : Port);
        }

        Task? tick = null;
        while (true)
        {
            Task<ReceivedEvent?> next = _receiver!.ReadAsync(StopToken);
            while (!next.IsCompleted)
            {
                tick = tick is null || tick.IsCompleted ? Task.Delay(ReportInterval, StopToken) : tick;
                WaitFor(Task.WhenAny(next, tick));
                TellProblems();
            }

            if (WaitFor(next) is not { } received)
            {
                return;
            }

            Emit(received);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && _receiver is not null)
        {
            // Requests in flight are stored and get their response; events that were not emitted stay in the spool.
            _receiver.StopAsync(Grace).Wait(Grace + Grace);
            _receiver.Dispose();
        }

        if (disposing)
        {
            _spool?.Dispose();
        }

        base.Dispose(disposing);
    }

    private static AddressRange[] Ranges(string[] texts, string parameter) =>
        texts
            .Select(text =>
                AddressRange.TryParse(text) ?? throw Invalid($"'{text}' in -{parameter} is not an IP address or a range such as 10.0.0.0/8.")
            )
            .ToArray();

    private void Start()
    {
        (IPAddress address, int port) = ParameterSetName == AddressSet ? ReadAddress() : (IPAddress.Loopback, Port);
        string secret = Secret is null ? string.Empty : SecretText.Reveal(Secret);
        var options = new EventReceiverOptions
        {
            Address = address,
            Port = port,
            Certificate = Certificate,
            Secret = secret,
            Kinds = Kind,
            AllowedAddresses = Ranges(AllowedAddress, nameof(AllowedAddress)),
            Proxies = Ranges(ProxyAddress, nameof(ProxyAddress)),
            AllowedHosts = AllowedHost,
            Templates = EventUrl.Select(ReadTemplate).ToArray(),
            IncludesDuplicates = IncludeDuplicate,
            DuplicateWindow = TimeSpan.FromSeconds(DuplicateWindowSec),
        };
        if (secret.Length > 0)
        {
            EventUrlBuilder.CheckSecret(secret);
        }

        _connections = new EventConnections(VicidialSession.Current, Connection);
        _spool = EventSpool.Open(FindSpool(port), SpoolLimitMB * 1024L * 1024L);
        _receiver = EventReceiver.Start(options, _spool);
        if (!IPAddress.IsLoopback(address) && secret.Length == 0)
        {
            WriteWarning("Without -Secret, anyone who reaches this port can send events.");
        }

        string scheme = Certificate is null ? "http" : "https";
        WriteVerbose($"Listening on {scheme}://{_receiver.EndPoint}/. The spool contains {_spool.WaitingBytes} bytes of events.");
    }

    private (IPAddress Address, int Port) ReadAddress()
    {
        bool isTls = ListenUri.IsAbsoluteUri && ListenUri.Scheme == Uri.UriSchemeHttps;
        if (!ListenUri.IsAbsoluteUri || (!isTls && ListenUri.Scheme != Uri.UriSchemeHttp))
        {
            throw Invalid("-ListenUri is not an address such as http://localhost:8080 or https://0.0.0.0:8443.");
        }

        if (isTls != Certificate is not null)
        {
            throw Invalid(isTls ? "An https address needs -Certificate." : "-Certificate needs an https address.");
        }

        string host = ListenUri.Host.Trim('[', ']');
        if (string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase))
        {
            return (IPAddress.Loopback, ListenUri.Port);
        }

        return IPAddress.TryParse(host, out IPAddress? address)
            ? (address, ListenUri.Port)
            : throw Invalid($"-ListenUri has the host {host}. It needs localhost, an IP address of this computer, or 0.0.0.0 for all addresses.");
    }

    private static DialerException Invalid(string cause) => new("EventAddressInvalid", DialerErrorKind.InvalidArgument, cause);

    private static EventTemplate ReadTemplate(string url) => EventTemplate.TryParse(url)
        ?? throw Invalid("A value of -EventUrl is not a URL such as New-VicidialEventUrl returns.");

    private string FindSpool(int port)
    {
        if (SpoolPath is not null)
        {
            return FilePath.Of(this, SpoolPath, "SpoolNotWritable");
        }

        string own = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(own, "VicidialPS", "events", $"{port}");
    }

    private void Emit(ReceivedEvent received)
    {
        if (received.Content is null)
        {
            WriteFailure(new DialerException("SpoolLineUnreadable", DialerErrorKind.Storage, "A damaged line of the spool was skipped."), null);
            Take(received);
            return;
        }

        VicidialConnection? connection = _connections!.Find(received.Content);
        received.Assign(connection?.Name ?? string.Empty, connection?.UtcOffset);
        try
        {
            WriteObject(RecordOutput.Wrap(received.Content));
        }
        catch (PipelineStoppedException) when (!Stopping)
        {
            // Select-Object -First has stopped the pipeline after it received this event. If the user stops it, the event stays in the spool.
            Take(received);
            throw;
        }

        Take(received);
        TellProblems();
    }

    private void Take(ReceivedEvent received)
    {
        try
        {
            _receiver!.Take(received);
        }
        catch (DialerException failure)
        {
            WriteFailure(failure, received.Content);
        }
    }

    private void TellProblems()
    {
        DialerException? failure = _receiver!.Failure;
        if (failure?.ErrorId != _toldFailure)
        {
            _toldFailure = failure?.ErrorId;
            if (failure is not null)
            {
                WriteFailure(failure, null);
            }
        }

        if (DateTime.UtcNow < _nextWarning)
        {
            return;
        }

        long wrong = _receiver.GetCounts().WrongSecret;
        if (wrong > _toldSecrets)
        {
            WriteWarning($"{wrong} {(wrong == 1 ? "request" : "requests")} had a wrong secret or none. Each got the response 404.");
            _toldSecrets = wrong;
            _nextWarning = DateTime.UtcNow + WarningInterval;
        }
    }
}
