using Vicidial.Simulator.Faults;

namespace Vicidial.Simulator.Hosting;

/// <summary>One HTTP request, decoded and independent of its transport.</summary>
public sealed class SimulatorRequest
{
    internal const string NonAgentPath = "/vicidial/non_agent_api.php";
    internal const string AgentPath = "/agc/api.php";

    private static readonly Dictionary<string, string> NoHeaders = [];

    private readonly FormFields _fields;
    private readonly IReadOnlyDictionary<string, string> _headers;

    /// <summary>Makes a request.</summary>
    /// <param name="method">The HTTP method in capitals.</param>
    /// <param name="path">The path without its query.</param>
    /// <param name="query">The fields of the query string.</param>
    /// <param name="body">The fields of the form body.</param>
    /// <param name="remoteAddress">The client's address.</param>
    /// <param name="headers">The headers that are used for files.</param>
    public SimulatorRequest(
        string method,
        string path,
        FormFields query,
        FormFields body,
        string remoteAddress = "127.0.0.1",
        IReadOnlyDictionary<string, string>? headers = null
    )
    {
        _headers = headers ?? NoHeaders;
        Method = method ?? throw new ArgumentNullException(nameof(method));
        Path = path ?? throw new ArgumentNullException(nameof(path));
        Query = query ?? throw new ArgumentNullException(nameof(query));
        Body = body ?? throw new ArgumentNullException(nameof(body));
        RemoteAddress = remoteAddress ?? throw new ArgumentNullException(nameof(remoteAddress));
        Api = path switch
        {
            NonAgentPath => DialerApi.NonAgent,
            AgentPath => DialerApi.Agent,
            _ => DialerApi.None,
        };
        _fields = FormFields.Merge(query, body);
    }

    /// <summary>The HTTP method in capitals.</summary>
    public string Method { get; }

    /// <summary>The path without its query.</summary>
    public string Path { get; }

    /// <summary>The fields of the query string.</summary>
    public FormFields Query { get; }

    /// <summary>The fields of the form body.</summary>
    public FormFields Body { get; }

    /// <summary>All fields in order; a name in the query hides the same name in the body.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields => _fields;

    /// <summary>The client's address.</summary>
    public string RemoteAddress { get; }

    /// <summary>The API that the path belongs to.</summary>
    public DialerApi Api { get; }

    /// <summary>Whether the request is for the file of a recording.</summary>
    public bool IsForRecording => Api == DialerApi.None && Path.StartsWith(RecordingFiles.Folder, StringComparison.Ordinal);

    /// <summary>The function; empty if there is none.</summary>
    internal string Function => IsForRecording ? RecordingFiles.Function : Field("function") ?? string.Empty;

    /// <summary>The dial statuses when the request arrived, if its work is done later; or null.</summary>
    internal string? SeenDialStatuses { get; set; }

    /// <summary>What goes wrong inside the dialer while it does the work, or null.</summary>
    internal FaultKind? Fault { get; set; }

    /// <summary>The headers that are kept, which are those for files.</summary>
    internal IReadOnlyDictionary<string, string> Headers => _headers;

    /// <summary>The value of a header that is used for files.</summary>
    /// <param name="name">The header's name.</param>
    /// <returns>The value, or null if the request does not have the header.</returns>
    public string? Header(string name) => _headers.TryGetValue(name, out string? value) ? value : null;

    /// <summary>The value of a field.</summary>
    /// <param name="name">The field's name, exactly as written.</param>
    /// <returns>The decoded value, or null if the request does not have the field.</returns>
    public string? Field(string name) => _fields[name];
}
