<#
.SYNOPSIS
    Measures the memory of Watch-VicidialAgent over a day of a simulated clock.
.DESCRIPTION
    Every wait of the connection ends at once and moves its clock, so that a day of polls takes a minute. Prints the managed heap
    after a tenth of the polls and after all of them, each after a garbage collection.
.EXAMPLE
    ./Measure-VicidialDay.ps1 -ModulePath ../../out/VicidialPS -Address http://localhost:8080
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $ModulePath,
    [Parameter(Mandatory)] [string] $Address,
    [int] $IntervalSec = 5,
    [timespan] $Duration = '1.00:00'
)

$ErrorActionPreference = 'Stop'
$folder = (Resolve-Path $ModulePath).Path
Import-Module (Join-Path $folder 'VicidialPS.psd1')
Add-Type -ReferencedAssemblies (Join-Path $folder 'Vicidial.Client.dll'), netstandard, System.Runtime, System.Threading -TypeDefinition @'
using System;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client.Timing;

/// A clock that is moved by whoever waits.
public sealed class MovedTime : ITimeSource
{
    private long _ticks = DateTimeOffset.UtcNow.Ticks;
    private long _waits;

    public long Waits { get { return Interlocked.Read(ref _waits); } }

    public DateTimeOffset UtcNow { get { return new DateTimeOffset(Interlocked.Read(ref _ticks), TimeSpan.Zero); } }

    public async Task WaitAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        Interlocked.Add(ref _ticks, duration.Ticks);
        Interlocked.Increment(ref _waits);
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
    }

    public void CancelAfter(CancellationTokenSource source, TimeSpan duration) { source.CancelAfter(duration); }

    public double NextJitter() { return 0.5; }
}
'@

$connection = Connect-VicidialServer $Address -Credential ([pscredential]::new('6666', (ConvertTo-SecureString 1234 -AsPlainText -Force))) -PassThru
$clock = [MovedTime]::new()
$field = [Vicidial.Client.DialerClient].GetFields('NonPublic, Instance') | Where-Object { $_.FieldType -eq [Vicidial.Client.Timing.ITimeSource] }
$field.SetValue($connection.GetType().GetProperty('Client', [Reflection.BindingFlags]'Public, NonPublic, Instance').GetValue($connection), $clock)

$polls = [long]($Duration.TotalSeconds / $IntervalSec)
$events = [Management.Automation.PSDataCollection[psobject]]::new()
$shell = [powershell]::Create()
$shell.Runspace = [runspacefactory]::CreateRunspace()
$shell.Runspace.Open()
$watch = 'param($module, $connection, $interval) Import-Module $module; Watch-VicidialAgent -Connection $connection -IntervalSec $interval'
$null = $shell.AddScript($watch).AddArgument((Join-Path $folder VicidialPS.psd1)).AddArgument($connection).AddArgument($IntervalSec)
$heap = @{}
$run = $shell.BeginInvoke([Management.Automation.PSDataCollection[psobject]]::new(), $events)
foreach ($point in [long]($polls / 10), $polls) {
    while ($clock.Waits -lt $point -and -not $run.IsCompleted) {
        [Threading.Thread]::Sleep(20)
        $events.Clear()
    }
    $heap[$point] = [math]::Round([GC]::GetTotalMemory($true) / 1MB, 1)
}
$shell.Stop()
[pscustomobject]@{ Polls = $clock.Waits; HeapAfterTenth = $heap[[long]($polls / 10)]; HeapAtEnd = $heap[$polls]; Errors = $shell.Streams.Error.Count }
