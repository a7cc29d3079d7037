# Kills a receiver under load, again and again: every event that got a response is returned, and copies have the same
# EventId.
BeforeAll {
    $script:manifest = (Get-Module VicidialPS).Path -replace '\.dll$', '.psd1'
    $script:engine = (Get-Process -Id $PID).Path
    $script:started = [string[]]@(if ((Split-Path -Leaf $engine) -like 'dotnet*') { [Environment]::GetCommandLineArgs()[0] })

    # A receiver in a separate process, whose slow consumer writes the events to a file.
    function Start-Receiver([int] $Port, [string] $Spool, [string] $Output, [int] $First) {
        $enough = if ($First) { "| Select-Object -First $First" }
        $code = "Import-Module '$manifest'; Receive-VicidialEvent $Port -SpoolPath '$Spool' $enough | ForEach-Object { " +
            "[IO.File]::AppendAllText('$Output', `"`$(`$_.LeadId) `$(`$_.EventId)``n`"); [Threading.Thread]::Sleep(1) }"
        $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($code))
        Start-Process $engine ($started + '-NoProfile', '-EncodedCommand', $encoded) -PassThru
    }

    function Wait-Port([int] $Port) {
        $end = [datetime]::UtcNow.AddSeconds(60)
        while ($true) {
            $client = [Net.Sockets.TcpClient]::new()
            try { $client.Connect('127.0.0.1', $Port); return } catch { if ([datetime]::UtcNow -gt $end) { throw } } finally { $client.Dispose() }
            Start-Sleep -Milliseconds 50
        }
    }

    function Get-FreePort {
        $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $listener.Start()
        $listener.LocalEndpoint.Port
        $listener.Stop()
    }
}

Describe 'A receiver that is killed 20 times under load' {
    It 'loses no event that got a response, and repeats events only with the same EventId' {
        $port = Get-FreePort
        $spool = Join-Path $TestDrive spool
        $output = Join-Path $TestDrive taken.txt
        $random = [Random]::new(20261129)
        $answered = [Collections.Generic.HashSet[long]]::new()
        for ($run = 0; $run -lt 20; $run++) {
            $receiver = Start-Receiver $port $spool $output
            Wait-Port $port
            $load = [Vicidial.Testing.EventLoad]::Start($port, 500, $run * 100000, 5000)
            Start-Sleep -Milliseconds $random.Next(50, 900)
            $receiver.Kill()
            $receiver.WaitForExit()
            $load.Dispose()
            $answered.UnionWith([long[]]$load.Answered)
        }
        $answered.Count | Should -BeGreaterThan 1000

        $receiver = Start-Receiver $port $spool $output
        $taken = @{}
        $end = [datetime]::UtcNow.AddSeconds(120)
        do {
            Start-Sleep -Milliseconds 500
            $taken = @{}
            foreach ($line in [IO.File]::ReadAllLines($output)) {
                $lead, $id = $line -split ' '
                if ($id -and $id.Length -eq 32) {
                    if (-not $taken.ContainsKey([long]$lead)) { $taken[[long]$lead] = @{} }
                    $taken[[long]$lead][$id] = $true
                }
            }
            $missing = @($answered | Where-Object { -not $taken.ContainsKey($_) })
        } while ($missing -and [datetime]::UtcNow -lt $end)
        $receiver.Kill()
        $missing | Should -BeNullOrEmpty
        @($taken.Values | Where-Object Count -NE 1) | Should -BeNullOrEmpty -Because 'a copy has the EventId of the first'
        Write-Host "answered $($answered.Count), lines $([IO.File]::ReadAllLines($output).Count)"
    }
}
