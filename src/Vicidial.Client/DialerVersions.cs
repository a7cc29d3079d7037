using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Records.Binding;
using Vicidial.Client.Records.Servers;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using Vicidial.Client.Text;
using Vicidial.Client.Wire.Layouts;

namespace Vicidial.Client;

/// <summary>What is known about the age of a dialer: the version of each of its two APIs, after it was read.</summary>
public sealed class DialerVersions
{
    private readonly DialerClient _client;
    private readonly ServerVersion?[] _versions = new ServerVersion?[2];
    private readonly BuildStamp?[] _builds = new BuildStamp?[2];
    private readonly DialerGeneration[] _generations = [DialerGeneration.Unknown, DialerGeneration.Unknown];

    internal DialerVersions(DialerClient client) => _client = client;

    /// <summary>The version of an API as it was last read, or null.</summary>
    public ServerVersion? Known(DialerApi api) => _versions[(int)api];

    /// <summary>The build of an API; null if its version was not read, or has no build that can be compared.</summary>
    public BuildStamp? BuildOf(DialerApi api) => _builds[(int)api];

    /// <summary>The UTC offset of the dialer's clock when its version was last read; null if it is unknown.</summary>
    public TimeSpan? UtcOffset => Known(DialerApi.NonAgent)?.CurrentOffset is { } hours ? TimeSpan.FromHours((double)hours) : null;

    /// <summary>The releases that the dialer may behave like, according to its version.</summary>
    public DialerGeneration GenerationOf(DialerApi api) => _generations[(int)api];

    /// <summary>
    /// Whether the dialer keeps letters beyond ASCII in names and similar fields: true or false if a response has shown it, otherwise null.
    /// </summary>
    public bool? KeepsLetters { get; private set; }

    /// <summary>Reads the version of an API, which needs no login, and remembers it.</summary>
    /// <exception cref="DialerException">The server is not a dialer.</exception>
    public async Task<ServerVersion> ReadAsync(DialerApi api, IAttemptListener? log = null, CancellationToken cancellationToken = default)
    {
        DialerResponse response = await _client
            .InvokeShortAsync(new ApiRequest(ApiCatalog.Get(api, "version")), log, cancellationToken)
            .ConfigureAwait(false);
        NamedRow? row = PartsLayout.Read(new Answer(response.Function, response, response.Raw)).FirstOrDefault();

        // If another release writes some part in another form, the version can still be read from the other parts.
        (string Name, string Value)[] parts = row is null
            ? []
            : row.Names.Zip(row.Cells, static (name, value) => (name, value)).Where(part => Bind([part]) is not null).ToArray();
        ServerVersion? version = parts.Length == 0 ? null : Bind(parts);
        if (version is null || version.Build.Length == 0)
        {
            throw new DialerException(
                "NotADialer",
                DialerErrorKind.Server,
                $"The server at {_client.AddressOf(api)} does not report a version, so it is not a VICIdial dialer."
            )
            {
                ConnectionName = _client.Name,
                Response = response,
                Attempts = response.Attempts,
            };
        }

        version.Api = api;
        _builds[(int)api] = BuildStamp.TryParse(version.Build, out BuildStamp build) ? build : null;
        _generations[(int)api] = DialerGeneration.Of(api, _builds[(int)api]);
        return _versions[(int)api] = version;
    }

    /// <summary>How the dialer stores the text of a request. If its version is not known, all releases are possible.</summary>
    public IReadOnlyList<FieldVerdict> Judge(ApiRequest request)
    {
        IReadOnlyList<FieldVerdict> verdicts = RequestText.Judge(request, GenerationOf(request.Function.Api));
        if (Known(request.Function.Api) is { } version && BuildOf(request.Function.Api) < request.Function.Since)
        {
            // Changing the text would not help on a dialer that does not have the function.
            foreach (FieldVerdict verdict in verdicts.Where(static verdict => verdict.Text.Problem is not null))
            {
                verdict.Text.Problem = VersionErrors.Describe(_client.Name, request.Function, version, verdict.Text.Problem!);
            }
        }

        return verdicts;
    }

    /// <summary>Whether the version is not known, and decides whether the text of a request can be sent.</summary>
    /// <param name="request">The request.</param>
    /// <param name="verdicts">How the dialer stores its text, as far as the version is known.</param>
    public bool NeedsVersion(ApiRequest request, IReadOnlyList<FieldVerdict> verdicts) =>
        verdicts.Count > 0 && Known(request.Function.Api) is null && verdicts.Any(static verdict => verdict.Text.Problem is not null);

    /// <summary>Reads the dialer's version, and judges how it stores the text of a request.</summary>
    /// <exception cref="DialerException">The version cannot be read.</exception>
    public async Task<IReadOnlyList<FieldVerdict>> JudgeAsync(ApiRequest request, IAttemptListener? log, CancellationToken cancellationToken)
    {
        await ReadAsync(request.Function.Api, log, cancellationToken).ConfigureAwait(false);
        return Judge(request);
    }

    /// <summary>Learns from a response whether the dialer keeps letters beyond ASCII.</summary>
    internal void LearnOfText(ApiRequest request, DialerResponse response)
    {
        if (request.Verdicts.Count > 0)
        {
            KeepsLetters = TextMode.Find(request.Verdicts, response) ?? KeepsLetters;
            request.KeepsLetters = KeepsLetters;
        }
    }

    /// <summary>Makes the failure of a request to a function that the dialer does not have.</summary>
    internal async Task<DialerException> DescribeTooOldAsync(ApiFunction function, DialerException failure, CancellationToken cancellationToken)
    {
        ServerVersion? version = Known(function.Api);
        try
        {
            version ??= await ReadAsync(function.Api, null, cancellationToken).ConfigureAwait(false);
        }
        catch (DialerException)
        {
            // The build only improves the message, so a failure here is ignored.
        }

        return VersionErrors.Describe(_client.Name, function, version, failure);
    }

    private ServerVersion? Bind((string Name, string Value)[] parts) =>
        RecordBinder<ServerVersion>
            .Plan(parts.Select(static part => part.Name).ToArray(), _client.Name)
            .Read(parts.Select(static part => part.Value).ToArray(), out _);
}
