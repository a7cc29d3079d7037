using System;
using System.Linq;
using System.Management.Automation;
using VicidialPS.Binding;
using VicidialPS.Wallboard;

namespace VicidialPS.Commands.Floor;

/// <summary>A cmdlet that shows the floor as a board.</summary>
[FixedField("show_sub_status", "YES")]
public abstract class WallboardCommand : FloorCommand
{
    /// <summary>A pause that is longer than this stands out; a plain number means seconds.</summary>
    [Parameter]
    [SecondsToTimeSpan]
    public TimeSpan PausedLongerThan { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The floor as it was last heard of.</summary>
    private protected BoardFrame MakeFrame()
        => new(Sources, Sources.Select(static source => source.Connection.Client.UtcNow).DefaultIfEmpty(DateTimeOffset.UtcNow).Max(), PausedLongerThan);
}
