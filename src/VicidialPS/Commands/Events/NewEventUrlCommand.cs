using System.Collections;
using System.Security;
using Vicidial.Client.Errors;
using Vicidial.Client.Events;
using VicidialPS.Binding;
using VicidialPS.Completion;
using VicidialPS.Errors;

namespace VicidialPS.Commands.Events;

/// <summary>
/// Creates a URL that a dialer requests when something happens, and says where to set it. Rejects what the dialer would drop,
/// damage, or run. Sends nothing.
/// </summary>
[Cmdlet(VerbsCommon.New, "VicidialEventUrl")]
[OutputType(typeof(EventUrl))]
public sealed class NewEventUrlCommand : ModuleCommand
{
    /// <summary>
    /// The kind of event: Disposition, CallStart, RemoteAgentCallStart, NoAgent, LeadAdded, InGroupEntry, CallsWaiting, CallsWaitingEnd,
    /// DeadCall, PauseLimit, ApiLeadAdded, CallMenu, or AgentEvent.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0)]
    public EventKind Kind { get; set; }

    /// <summary>The address of the receiver as the dialer reaches it, with an optional path. For AgentEvent, it must not have a port.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNull]
    [NoFileNames]
    public Uri BaseUri { get; set; } = null!;

    /// <summary>
    /// A secret that becomes a segment of the path. Only letters, digits, -, _, and . are allowed. A plain string is also accepted.
    /// </summary>
    [Parameter]
    [SecretFromText]
    [ValidateNotNull]
    public SecureString? Secret { get; set; }

    /// <summary>The variables of the URL. Press Tab to see the variables of the kind. The default is a useful set for the kind.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EventFieldCompleter))]
    public string[] Field { get; set; } = [];

    /// <summary>Custom fields of the leads' lists, for Disposition, CallStart, and ApiLeadAdded.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public string[] CustomField { get; set; } = [];

    /// <summary>Fields with a fixed text, such as @{ shop = 5 }.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Literal { get; set; }

    /// <summary>
    /// HTTP headers that get2post.php sends with agent events, such as @{ Authorization = 'Bearer 3f9c2b7a' }, for a proxy in front of the
    /// receiver. The receiver ignores them.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Header { get; set; }

    /// <summary>The in-group, for CallsWaiting and CallsWaitingEnd. Requests of these kinds do not contain it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(InGroupCompleter))]
    public string? InGroupId { get; set; }

    /// <summary>The name of the connection that the events get in Receive-VicidialEvent.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public string? ConnectionName { get; set; }

    /// <summary>For AgentEvent: the agents' browsers send the events themselves, instead of through get2post.php on the web server.</summary>
    [Parameter]
    public SwitchParameter Direct { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            WriteObject(EventUrlBuilder.Build(new EventUrlOptions
            {
                Kind = Kind,
                BaseUri = BaseUri,
                Secret = Secret is null ? string.Empty : SecretText.Reveal(Secret),
                Fields = Field,
                CustomFields = CustomField,
                Literals = Pairs(Literal),
                Headers = Pairs(Header),
                InGroupId = InGroupId ?? string.Empty,
                ConnectionName = ConnectionName ?? string.Empty,
                IsDirect = Direct,
            }));
        }
        catch (DialerException failure)
        {
            ThrowTerminatingError(DialerErrorRecord.From(failure, Kind));
        }
    }

    private static KeyValuePair<string, string>[] Pairs(IDictionary? table) => table is null
        ? []
        : table.Cast<DictionaryEntry>()
            .Select(static entry => new KeyValuePair<string, string>($"{entry.Key}", LanguagePrimitives.ConvertTo<string>(entry.Value)))
            .ToArray();
}
