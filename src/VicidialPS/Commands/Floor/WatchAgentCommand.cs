using System;
using System.Linq;
using System.Management.Automation;
using Vicidial.Client;
using Vicidial.Client.Floor;
using Vicidial.Client.Functions;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Floor;

/// <summary>
/// Watches the floor, and emits one event for each change, until it is stopped (API function <c>logged_in_agents</c>, asked
/// again and again).
/// </summary>
[Cmdlet(VerbsCommon.Watch, "VicidialAgent")]
[ApiFunction("logged_in_agents")]
[OutputType(typeof(FloorEvent))]
public sealed class WatchAgentCommand : FloorCommand
{
    /// <summary>Asks for sub-status and pause code as well, so that their changes are told, too; it costs the dialer one more look-up an agent.</summary>
    [Parameter]
    [Field, Alias("show_sub_status")]
    public SwitchParameter IncludeSubStatus { get; set; }

    /// <summary>Tells of each agent who is paused for longer than this; a plain number means seconds.</summary>
    [Parameter]
    [SecondsToTimeSpan]
    public TimeSpan? PausedLongerThan { get; set; }

    /// <summary>Tells when a campaign has fewer agents ready than this, and when it has enough again: a number, or a table of campaigns and numbers.</summary>
    [Parameter]
    public ReadyMinimum? MinimumReady { get; set; }

    private protected override FloorLimits Limits => new(PausedLongerThan, MinimumReady?.OfAll, MinimumReady?.OfCampaign, CampaignId);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();

        // Nobody of such a campaign would ever be seen, so that it would seem to have nobody ready.
        if (CampaignId is { Length: > 0 } watched && MinimumReady?.OfCampaign.Keys.FirstOrDefault(name => !watched.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } other)
        {
            ThrowFailure(new DialerException("CampaignNotWatched", DialerErrorKind.InvalidArgument, $"-MinimumReady names the campaign {other}, which is not among those of -CampaignId."), other);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => PollOn(events => WriteObject(events, enumerateCollection: true));
}
