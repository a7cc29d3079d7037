using System;
using System.Collections.Generic;
using System.Linq;
using Vicidial.Client;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Records.Servers;
using Vicidial.Client.Requests;
using Vicidial.Client.Text;
using VicidialPS.Connections;

namespace VicidialPS.Requests;

/// <summary>Finds what the release of a dialer does with a request: fields that it lacks, and text that it changes.</summary>
internal sealed class ReleaseCheck
{
    private readonly IRunHost _host;
    private readonly IAttemptListener? _log;
    private readonly Func<FoundGap, bool> _bridges;
    private readonly HashSet<string> _warned = new(StringComparer.Ordinal);

    /// <summary>Begins a run.</summary>
    /// <param name="host">The cmdlet.</param>
    /// <param name="log">Is told of attempts, or null.</param>
    /// <param name="bridges">Whether the cmdlet does in another way what an older dialer cannot do.</param>
    public ReleaseCheck(IRunHost host, IAttemptListener? log, Func<FoundGap, bool> bridges)
    {
        _host = host;
        _log = log;
        _bridges = bridges;
    }

    /// <summary>
    /// Why a dialer of its age would do something else than a request asks for; null if it would not. A field that the dialer only
    /// ignores is a warning, once.
    /// </summary>
    /// <param name="connection">The dialer.</param>
    /// <param name="request">The request.</param>
    /// <param name="isAsked">Tells the fields that ask for something from those that say where or how.</param>
    public DialerException? FindGap(VicidialConnection connection, ApiRequest request, Func<string, bool>? isAsked = null)
    {
        DialerApi api = request.Function.Api;
        ServerVersion? version = connection.Client.Versions.Known(api);
        if (version is null && request.FindGaps(default).Any(static gap => gap.Gap.IsVital))
        {
            version = _host.WaitFor(token => connection.Client.Versions.ReadAsync(api, _log, token));
        }

        // If the whole function is missing, the response says so.
        if (version is null || !BuildStamp.TryParse(version.Build, out BuildStamp build) || build < request.Function.Since)
        {
            return null;
        }

        FoundGap[] gaps = request.FindGaps(build).Where(gap => !_bridges(gap)).ToArray();
        FoundGap? vital = gaps.FirstOrDefault(static gap => gap.Gap.IsVital);

        // A request for nothing but what the dialer ignores cannot do what it asks for.
        if (
            vital is null
            && gaps.Length > 0
            && isAsked is not null
            && request.Fields.Where(field => isAsked(field.Key)).All(field => gaps.Any(gap => gap.Field == field.Key))
        )
        {
            vital = gaps.FirstOrDefault(gap => isAsked(gap.Field));
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
                    $"The dialer {connection.Name} (build {version.Build}) does not support {gap.Name}{VersionErrors.Since(gap)}: it "
                        + $"{gap.Gap.Effect}."
                );
            }
        }

        return null;
    }

    /// <summary>What becomes of the text of a request on its dialer, which is asked for its version if that matters.</summary>
    public IReadOnlyList<FieldVerdict> JudgeText(VicidialConnection connection, ApiRequest request) =>
        _host.WaitFor(token => connection.Client.Versions.JudgeAsync(request, _log, token));
}
