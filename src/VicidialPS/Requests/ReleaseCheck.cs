using Vicidial.Client;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Records.Servers;
using Vicidial.Client.Requests;
using Vicidial.Client.Text;
using VicidialPS.Binding;
using VicidialPS.Connections;

namespace VicidialPS.Requests;

/// <summary>Checks what the release of a dialer does with a request: which fields it lacks, and which text it changes.</summary>
internal sealed class ReleaseCheck
{
    private readonly IRunHost _host;
    private readonly IAttemptListener? _log;
    private readonly Func<FoundGap, bool> _bridges;
    private readonly HashSet<string> _warned = new(StringComparer.Ordinal);

    /// <summary>Starts a run.</summary>
    /// <param name="host">The cmdlet.</param>
    /// <param name="log">Records attempts, or null.</param>
    /// <param name="bridges">Whether the cmdlet has another way to do what an old dialer cannot.</param>
    public ReleaseCheck(IRunHost host, IAttemptListener? log, Func<FoundGap, bool> bridges)
    {
        _host = host;
        _log = log;
        _bridges = bridges;
    }

    /// <summary>
    /// Why an old dialer would not do what a request asks for, or null if it would. Warns once about each field that the dialer only
    /// ignores.
    /// </summary>
    /// <param name="connection">The dialer.</param>
    /// <param name="request">The request.</param>
    /// <param name="plan">What a cmdlet that changes something declares; null for a query.</param>
    public DialerException? FindGap(VicidialConnection connection, ApiRequest request, CommandPlan? plan = null)
    {
        DialerApi api = request.Function.Api;
        ServerVersion? version = connection.Client.Versions.Known(api);
        if (version is null && request.FindGaps(default).Any(static gap => gap.Gap.IsVital))
        {
            version = _host.WaitFor(token => connection.Client.Versions.ReadAsync(api, _log, token));
        }

        // If the dialer lacks the whole function, its response says so.
        if (version is null || connection.Client.Versions.BuildOf(api) is not { } build || build < request.Function.Since)
        {
            return null;
        }

        IReadOnlyList<FoundGap> found = request.FindGaps(build);
        return found.Count == 0 ? null : Judge(found, connection, request, version, plan);
    }

    private DialerException? Judge(
        IReadOnlyList<FoundGap> found,
        VicidialConnection connection,
        ApiRequest request,
        ServerVersion version,
        CommandPlan? plan
    )
    {
        FoundGap[] gaps = found.Where(gap => !_bridges(gap)).ToArray();
        FoundGap? vital = gaps.FirstOrDefault(static gap => gap.Gap.IsVital);

        // If the dialer ignores everything that the request changes, the request cannot succeed.
        if (
            vital is null
            && gaps.Length > 0
            && plan is not null
            && request.Fields.Where(field => plan.Changes(field.Key)).All(field => gaps.Any(gap => gap.Field == field.Key))
        )
        {
            vital = gaps.FirstOrDefault(gap => plan.Changes(gap.Field));
        }

        if (vital is not null)
        {
            return VersionErrors.Describe(connection.Name, request.Function, vital, version);
        }

        foreach (FoundGap gap in gaps)
        {
            if (_warned.Add($"{connection.Name}/{gap.Name}"))
            {
                _host.Warn(
                    $"The dialer {connection.Name} (build {version.Build}) does not support {gap.Name} {VersionErrors.Since(gap)} "
                        + $"and {gap.Gap.Effect}."
                );
            }
        }

        return null;
    }

    /// <summary>Whether the dialer is known to lack the whole function. Its response to the request says so.</summary>
    public static bool LacksFunction(VicidialConnection connection, ApiRequest request) =>
        connection.Client.Versions.BuildOf(request.Function.Api) < request.Function.Since;

    /// <summary>Warns once if the dialer is known to lack the whole function.</summary>
    public void WarnOfMissingFunction(VicidialConnection connection, ApiRequest request)
    {
        ApiFunction function = request.Function;
        if (LacksFunction(connection, request) && _warned.Add($"{connection.Name}/function {function.Name}"))
        {
            ServerVersion? version = connection.Client.Versions.Known(function.Api);
            _host.Warn($"{VersionErrors.DescribeMissing(connection.Name, function, version)} The change would fail.");
        }
    }

    /// <summary>How the dialer stores the text of a request. Requests the dialer's version if that matters.</summary>
    public IReadOnlyList<FieldVerdict> JudgeText(VicidialConnection connection, ApiRequest request)
    {
        DialerVersions versions = connection.Client.Versions;
        IReadOnlyList<FieldVerdict> verdicts = versions.Judge(request);
        return versions.NeedsVersion(request, verdicts) ? _host.WaitFor(token => versions.JudgeAsync(request, _log, token)) : verdicts;
    }
}
