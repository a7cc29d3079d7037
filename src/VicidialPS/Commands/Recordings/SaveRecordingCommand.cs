using System.Collections;
using System.Diagnostics;
using Vicidial.Client.Bulk;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Recordings;
using Vicidial.Client.Records.Recordings;
using VicidialPS.Completion;
using VicidialPS.Input;
using VicidialPS.Output;

namespace VicidialPS.Commands.Recordings;

/// <summary>Downloads the files of recordings from their web servers, several in parallel.</summary>
[Cmdlet(VerbsData.Save, "VicidialRecording", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(SavedRecording))]
public sealed class SaveRecordingCommand : DialerCommand
{
    private const string Activity = "Downloading recordings";
    private const int ProgressMilliseconds = 250;
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(200);
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly HashSet<string> _paths = new(StringComparer.OrdinalIgnoreCase);
    private OrderedPump<RecordingTransfer, RecordingFile?>? _pump;
    private RecordingClient? _client;
    private RecordingName? _name;
    private string _folder = string.Empty;
    private long _bytes;
    private long _shownAt;
    private int _done;
    private int _failed;

    /// <summary>The folder. A missing folder is created.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>The recordings to download, such as those of Find-VicidialRecording.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public PSObject InputObject { get; set; } = new();

    /// <summary>
    /// The template for file names: properties of the recording in braces, optionally with a format after a colon. / starts a folder.
    /// Double a brace to use it literally. The extension comes from the location. Characters that are not allowed in file names on some
    /// platform become _.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public string NameTemplate { get; set; } = "{LeadId}_{User}_{StartTime:yyyyMMdd-HHmmss}_{RecordingId}";

    /// <summary>The number of files that are downloaded at the same time, from 1 to 32.</summary>
    [Parameter]
    [ValidateRange(1, 32)]
    [NoFileNames]
    public int ThrottleLimit { get; set; } = 4;

    /// <summary>
    /// The hosts that may get requests: names or addresses, with a port if it is not the default port. Wildcards are allowed. No other
    /// hosts get requests, except those of -HostMap. The default is the hosts that the dialer names.
    /// </summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public string[]? AllowedHost { get; set; }

    /// <summary>
    /// Other hosts in place of those that the dialer names: @{ '10.0.0.5' = 'rec.example.com' }. A value can start with http:// or https://
    /// and end with a port; the path does not change.
    /// </summary>
    [Parameter]
    public Hashtable? HostMap { get; set; }

    /// <summary>
    /// The login for web servers that require one (Basic or Digest). It is sent only to hosts of -AllowedHost and -HostMap, only if they
    /// ask for it, and only over https.
    /// </summary>
    [Parameter]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>Allows -Credential to be sent over http. Anyone on the network can then read it.</summary>
    [Parameter]
    public SwitchParameter AllowUnencrypted { get; set; }

    /// <summary>Downloads files that already exist again and replaces them. Without it, they stay.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>
    /// The timeout in seconds. It limits the time until the response starts, and then each pause while it arrives, but not the whole
    /// transfer.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    [NoFileNames]
    public int TimeoutSec { get; set; } = 30;

    /// <summary>
    /// The maximum size of one recording in bytes. A larger recording is not downloaded. A download that reaches the limit fails with
    /// Vicidial.RecordingTooLarge, and its data is deleted. You can write sizes such as 2GB.
    /// </summary>
    [Parameter]
    [ValidateRange(1L, long.MaxValue)]
    [NoFileNames]
    public long MaximumSize { get; set; } = 1L << 30;

    /// <summary>The number of times that an interrupted or failed transfer is resumed, from 0 to 20.</summary>
    [Parameter]
    [ValidateRange(0, 20)]
    [NoFileNames]
    public int MaximumRetryCount { get; set; } = 2;

    /// <summary>The number of seconds before a transfer is resumed, from 0 to 60. The wait doubles each time.</summary>
    [Parameter]
    [ValidateRange(0, 60)]
    [NoFileNames]
    public int RetryIntervalSec { get; set; } = 2;

    /// <summary>Uses no proxy, not even the system proxy.</summary>
    [Parameter]
    public SwitchParameter NoProxy { get; set; }

    /// <summary>Accepts any certificate. The login then goes to any server that responds.</summary>
    [Parameter]
    public SwitchParameter SkipCertificateCheck { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        try
        {
            _folder = FilePath.Of(this, Path, "RecordingNotWritable");
            _name = new RecordingName(NameTemplate);
            _client = new RecordingClient(
                new RecordingOptions
                {
                    Hosts = new RecordingHosts(
                        AllowedHost,
                        HostMap?.Cast<DictionaryEntry>().Select(static pair => new KeyValuePair<string, string>($"{pair.Key}", $"{pair.Value}"))
                    ),
                    Credential = Credential?.GetNetworkCredential(),
                    AllowUnencrypted = AllowUnencrypted,
                    Timeout = TimeSpan.FromSeconds(TimeoutSec),
                    MaximumSize = MaximumSize,
                    MaximumRetryCount = MaximumRetryCount,
                    RetryInterval = TimeSpan.FromSeconds(RetryIntervalSec),
                    NoProxy = NoProxy,
                    SkipCertificateCheck = SkipCertificateCheck,
                    MaximumConnections = ThrottleLimit,
                }
            );
        }
        catch (DialerException failure)
        {
            ThrowFailure(failure, null);
        }

        if (SkipCertificateCheck)
        {
            WriteWarning(
                "The certificates of web servers are not checked. "
                + (Credential is null ? "Any server at the address can send another file." : "Any server at the address receives the login.")
            );
        }

        _pump = new OrderedPump<RecordingTransfer, RecordingFile?>(ThrottleLimit, FetchAsync);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        RecordingOrder order;
        try
        {
            order = MakeOrder();
        }
        catch (DialerException failure)
        {
            Add(new RecordingTransfer(InputObject, new RecordingOrder(new Uri("about:blank"), string.Empty)) { Failure = failure }, isKnown: true);
            return;
        }

        if (
            ShouldProcess(
                order.Path,
                $"Download {order.Location.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)}"
            )
        )
        {
            Add(new RecordingTransfer(InputObject, order), isKnown: false);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        while (_pump!.Count > 0 && !Stopping)
        {
            _pump.Wait(1);
            Drain();
        }

        if (_shownAt > 0)
        {
            WriteProgress(new ProgressRecord(0, Activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        base.StopProcessing();
        _pump?.StopStarting();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && _pump is not null)
        {
            // A partial file stays for the next run.
            _pump.Abandon(Grace);
            _pump.Dispose();
            _client?.Dispose();
        }

        base.Dispose(disposing);
    }

    private static object? Find(PSObject input, string property) =>
        input.Properties[property] is { } found
            ? (found.Value is PSObject wrapped ? wrapped.BaseObject : found.Value)
            : throw new DialerException(
                "InvalidNameTemplate",
                DialerErrorKind.InvalidArgument,
                $"The recording has no property {property}, which -NameTemplate contains."
            );

    private static T? Read<T>(PSObject input, string property)
        where T : struct =>
        input.Properties[property]?.Value is { } value
        && LanguagePrimitives.TryConvertTo(value, CultureInfo.InvariantCulture, out T read)
        && $"{value}".Length > 0
            ? read
            : null;

    private RecordingOrder MakeOrder()
    {
        bool isRecord = InputObject.BaseObject is Recording;
        if (InputObject.Properties[nameof(Recording.Location)] is not { } property)
        {
            throw new DialerException("NotARecording", DialerErrorKind.InvalidArgument, "The input object has no property Location.");
        }

        string text = property.Value is Uri given ? given.OriginalString : $"{property.Value}".Trim();
        if (text.Length == 0)
        {
            throw new DialerException(
                "RecordingNotReady",
                DialerErrorKind.NotFound,
                $"The dialer has no location yet for the recording {InputObject.Properties[nameof(Recording.RecordingId)]?.Value}."
            );
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? location))
        {
            throw new DialerException(
                "InvalidRecordingLocation",
                DialerErrorKind.InvalidArgument,
                "The location of the recording is not a web address."
            );
        }

        string path = _name!.MakePath(_folder, name => Find(InputObject, name), location);
        return _paths.Add(path)
            ? new RecordingOrder(location, path) { IsNamedByDialer = isRecord, Overwrite = Force }
            : throw new DialerException(
                "RecordingNameTaken",
                DialerErrorKind.Conflict,
                $"Another recording of this run already has the name {System.IO.Path.GetFileName(path)}."
            );
    }

    private async Task<RecordingFile?> FetchAsync(RecordingTransfer transfer, CancellationToken cancellationToken)
    {
        try
        {
            return await _client!.SaveAsync(transfer.Order, Count, cancellationToken).ConfigureAwait(false);
        }
        catch (DialerException failure)
        {
            transfer.Failure = failure;
            return null;
        }
    }

    /// <summary>Counts bytes, and wakes the pipeline thread at intervals to show progress.</summary>
    private void Count(int bytes)
    {
        Interlocked.Add(ref _bytes, bytes);
        if (_watch.ElapsedMilliseconds - Interlocked.Read(ref _shownAt) > ProgressMilliseconds)
        {
            _pump!.Wake();
        }
    }

    private void Add(RecordingTransfer transfer, bool isKnown)
    {
        while (!(isKnown ? _pump!.TryAddResult(transfer, null) : _pump!.TryAdd(transfer)) && !Stopping)
        {
            _pump.Wait(1);
            Drain();
        }

        Drain();
    }

    private void Drain()
    {
        while (_pump!.TryTake(out RecordingTransfer? transfer, out RecordingFile? file))
        {
            _done++;
            if (transfer.Failure is { } failure)
            {
                _failed++;
                WriteFailure(failure, transfer.Input);
            }
            else
            {
                WriteObject(Describe(transfer.Input, file!));
            }
        }

        long now = _watch.ElapsedMilliseconds;
        if (now - Interlocked.Read(ref _shownAt) > ProgressMilliseconds)
        {
            Interlocked.Exchange(ref _shownAt, now);
            double megabytes = Interlocked.Read(ref _bytes) / 1e6;
            WriteProgress(
                new ProgressRecord(
                    0,
                    Activity,
                    string.Format(
                        CultureInfo.CurrentCulture,
                        "{0:N0} done, {1:N0} failed, {2:N1} MB, {3:N1} MB per second",
                        _done,
                        _failed,
                        megabytes,
                        megabytes * 1000 / now
                    )
                )
            );
        }
    }

    private static SavedRecording Describe(PSObject input, RecordingFile file) => new()
    {
        Path = file.Path,
        Length = file.Length,
        Address = file.Address,
        WasThere = file.WasThere,
        WasResumed = file.WasResumed,
        IsSizeChecked = file.IsSizeChecked,
        RecordingId = Read<long>(input, nameof(Recording.RecordingId)),
        StartTime = Read<DateTime>(input, nameof(Recording.StartTime)),
        LeadId = Read<long>(input, nameof(Recording.LeadId)),
        User = input.Properties[nameof(Recording.User)]?.Value?.ToString(),
        ConnectionName = input.Properties[nameof(Recording.ConnectionName)]?.Value?.ToString(),
    };
}
