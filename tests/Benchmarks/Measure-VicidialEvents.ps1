<#
.SYNOPSIS
    Measures Receive-VicidialEvent under load: events sent at a steady pace beside a consumer that takes its time.
.DESCRIPTION
    The receiver runs in a process of its own. Prints what was sent, answered, and taken, and the memory of the receiver over time.
    After the load, a second receiver with a fast consumer takes what is left in the spool, so that every answered event is counted.
.EXAMPLE
    ./Measure-VicidialEvents.ps1 -ModulePath ../../out/VicidialPS -TestingAssembly ../Vicidial.Testing/bin/Release/net8.0/Vicidial.Testing.dll
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $ModulePath,
    [Parameter(Mandatory)] [string] $TestingAssembly,
    [int] $PerSecond = 2000,
    [int] $Seconds = 60,
    [int] $ConsumerMilliseconds = 5,
    [int] $Port = 18085
)

$ErrorActionPreference = 'Stop'
Add-Type -Path $TestingAssembly
$manifest = (Resolve-Path (Join-Path $ModulePath 'VicidialPS.psd1')).Path
$engine = (Get-Process -Id $PID).Path
$started = [string[]]@(if ((Split-Path -Leaf $engine) -like 'dotnet*') { [Environment]::GetCommandLineArgs()[0] })
$folder = Join-Path ([IO.Path]::GetTempPath()) ([guid]::NewGuid().ToString('N'))
$null = New-Item $folder -ItemType Directory
$taken = Join-Path $folder taken.txt
$spool = Join-Path $folder spool

function Start-Receiver([int] $Milliseconds) {
    $code = "Import-Module '$manifest'; `$file = [IO.StreamWriter]::new('$taken', `$true); `$file.AutoFlush = `$true; " +
        "Receive-VicidialEvent $Port -SpoolPath '$spool' | ForEach-Object { `$file.WriteLine(`$_.LeadId); [Threading.Thread]::Sleep($Milliseconds) }"
    $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($code))
    $process = Start-Process $engine ($started + '-NoProfile', '-EncodedCommand', $encoded) -PassThru
    while ($true) {
        $client = [Net.Sockets.TcpClient]::new()
        try { $client.Connect('127.0.0.1', $Port); break } catch { Start-Sleep -Milliseconds 100 } finally { $client.Dispose() }
    }
    $process
}

try {
    $receiver = Start-Receiver $ConsumerMilliseconds
    $load = [Vicidial.Testing.EventLoad]::Start($Port, $PerSecond, 1, $PerSecond * $Seconds)
    $memory = while (-not $load.IsDone) {
        Start-Sleep -Seconds 5
        $receiver.Refresh()
        [math]::Round($receiver.WorkingSet64 / 1MB)
    }
    $load.Wait()
    $duringLoad = @([IO.File]::ReadAllLines($taken)).Count
    $receiver.Kill()
    $receiver.WaitForExit()

    $drain = Start-Receiver 0
    $answered = [Collections.Generic.HashSet[long]]::new([long[]]$load.Answered)
    $end = [datetime]::UtcNow.AddMinutes(5)
    do {
        Start-Sleep -Seconds 2
        $missing = [Collections.Generic.HashSet[long]]::new($answered)
        $missing.ExceptWith([long[]]@([IO.File]::ReadAllLines($taken) | Where-Object { $_ }))
    } while ($missing.Count -and [datetime]::UtcNow -lt $end)
    $drain.Kill()

    [pscustomobject]@{
        Sent             = $PerSecond * $Seconds
        Seconds          = [math]::Round($load.Elapsed.TotalSeconds, 1)
        PerSecond        = [math]::Round($PerSecond * $Seconds / $load.Elapsed.TotalSeconds)
        Answered         = $answered.Count
        NotAnswered      = $load.Failed
        TakenDuringLoad  = $duringLoad
        Lost             = $missing.Count
        MemoryMB         = $memory -join ' '
    }
}
finally {
    Remove-Item $folder -Recurse -Force -ErrorAction Ignore
}
