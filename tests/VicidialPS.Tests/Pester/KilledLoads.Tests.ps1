# Loads that are killed at random moments and taken up again, against a simulated dialer in a process of its own: in the end each
# row is on the dialer exactly once, and the journal says so.
BeforeDiscovery {
    $cases = @(
        @{ Name = 'a dialer that takes 5 ms to answer'; Kills = 25; Restarts = $false; Faults = 'Set-VicidialSimulatorFault Latency -DelayMilliseconds 5' }
        @{
            Name     = 'a dialer with faults that is restarted'
            Kills    = 25
            Restarts = $true
            Faults   = @'
Set-VicidialSimulatorFault Latency -Probability 0.05 -DelayMilliseconds 30
Set-VicidialSimulatorFault DropBeforeWork -Function add_lead -Probability 0.01
Set-VicidialSimulatorFault DropAfterWork -Function add_lead -Probability 0.01
Set-VicidialSimulatorFault CutReply -Function add_lead -Probability 0.01 -CutAfterBytes 20
Set-VicidialSimulatorFault ResetAfterHeaders -Function add_lead -Probability 0.01
Set-VicidialSimulatorFault ServerErrorAfterWork -Function add_lead -Probability 0.01
Set-VicidialSimulatorFault ServerErrorInstead -Function add_lead -Probability 0.01
Set-VicidialSimulatorFault DropBeforeWork -Function lead_search -Probability 0.02
'@ -replace '\r?\n', '; '
        }
    )
}

BeforeAll {
    Import-Module ([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'src', 'Build', 'Engine.psm1'))
    $manifest = Join-Path (Get-Module VicidialPS).ModuleBase 'VicidialPS.psd1'

    $serve = Join-Path $TestDrive 'serve.ps1'
    Set-Content $serve @'
param($Manifest)
Import-Module $Manifest
$dialer = Start-VicidialSimulator
[Console]::WriteLine($dialer.Uri)
while ($line = [Console]::In.ReadLine()) {
    . ([scriptblock]::Create($line))
    [Console]::WriteLine('done')
}
'@
    $load = Join-Path $TestDrive 'load.ps1'
    Set-Content $load @'
param($Manifest, $Uri, $Rows, $Journal, $Rate)
Import-Module $Manifest
$account = [pscredential]::new('6666', (ConvertTo-SecureString 1234 -AsPlainText -Force))
Connect-VicidialServer -Uri $Uri -Credential $account -MaximumRetryCount 0 -TimeoutSec 5 -ErrorAction Stop
[Console]::WriteLine('loading')
Import-Csv $Rows | Add-VicidialLead -ListId 101 -ThrottleLimit 8 -JournalPath $Journal -LookUpDelaySec 0 -MaximumRatePerSecond $Rate -Summary -ErrorAction SilentlyContinue |
    ConvertTo-Json -Compress -Depth 1
'@

    function Start-Script([string] $Path, [string[]] $Argument) {
        $process = Start-PowerShell (@('-NoProfile', '-NonInteractive', '-File', $Path) + $Argument)
        $process.BeginErrorReadLine()
        $process
    }

    function Get-Size([string] $Path) { if ([IO.File]::Exists($Path)) { [IO.FileInfo]::new($Path).Length } else { 0 } }

    function Send-Command($Process, [string] $Command) {
        $Process.StandardInput.WriteLine($Command)
        $Process.StandardOutput.ReadLine() | Should -Be 'done'
    }
}

Describe 'A load of 10,000 leads' {
    It 'that is killed <Kills> times, to <Name>, adds each row once, and its journal says so' -ForEach $cases {
        $random = [random]::new(20261121)
        $folder = Join-Path $TestDrive ([guid]::NewGuid().ToString('N'))
        $null = New-Item $folder -ItemType Directory
        $file = Join-Path $folder 'leads.csv'
        $journal = Join-Path $folder 'load.jsonl'

        # Every hundredth row is there a second time, next to the first or far from it.
        $rows = foreach ($i in 1..9900) {
            [pscustomobject]@{ phone_number = "$(7280000000 + $i)"; first_name = "Row$i"; vendor_lead_code = "K$i" }
        }
        $rows = @($rows) + @($rows | Where-Object { [long]$_.phone_number % 100 -eq 0 }) + @($rows[9899])
        $rows | Export-Csv $file -NoTypeInformation
        $server = Start-Script $serve $manifest
        try {
            $uri = $server.StandardOutput.ReadLine()
            $account = [pscredential]::new('6666', (ConvertTo-SecureString 1234 -AsPlainText -Force))
            Connect-VicidialServer -Uri $uri -Credential $account -Name own
            $before = (Get-VicidialList 101 -IncludeCount -Connection own).LeadCount
            Send-Command $server $Faults

            # So slow that the load is not done before it was killed often enough.
            for ($kill = 1; $kill -le $Kills; $kill++) {
                $loader = Start-Script $load $manifest, $uri, $file, $journal, 1000
                $loader.StandardOutput.ReadLine() | Should -Be 'loading'
                $until = (Get-Size $journal) + $random.Next(0, 50000)
                while ((Get-Size $journal) -lt $until -and -not $loader.HasExited) {
                    Start-Sleep -Milliseconds 2
                }
                if ($Restarts -and $kill % 8 -eq 0) {
                    Send-Command $server '$dialer.Restart(100)'
                }
                $loader.Kill($true)
                $loader.WaitForExit()
                $loader.Dispose()
                if (Test-Path $journal) {
                    @(Get-Content $journal)[-1] | Should -Not -BeLike '*"end":"complete"*' -Because 'each kill is to come before the end'
                }
            }
            $killed = Get-VicidialLoadReport $journal
            $killed.Done | Should -BeGreaterThan 500
            $killed.Done | Should -BeLessThan 10000

            # The last runs are left alone; with faults there are rows again of which nobody knows.
            for ($run = 1; $run -le 20; $run++) {
                $loader = Start-Script $load $manifest, $uri, $file, $journal, 100000
                $null = $loader.StandardOutput.ReadToEnd()
                $loader.WaitForExit()
                $loader.Dispose()
                if ((Get-VicidialLoadReport $journal).IsComplete) {
                    break
                }
            }

            Send-Command $server 'Set-VicidialSimulatorFault -Clear'
            Write-Verbose "$($killed.Done) rows done by killed runs, $run runs after them, $(@(Get-Content $journal | Select-String 'found on the dialer').Count) rows found" -Verbose
            $report = Get-VicidialLoadReport $journal
            $report.Rows | Should -Be 10000
            $report.Done | Should -Be 10000 -Because "the reasons are $($report.Reasons)"
            (Get-VicidialList 101 -IncludeCount -Connection own).LeadCount - $before | Should -Be 10000
            $wanted = @{}
            $rows | ForEach-Object { $wanted[$_.phone_number]++ }
            $wrong = $rows | Compare-VicidialLoad $journal -AskDialer -Connection own |
                Where-Object { -not $_.LoadOnDialer -or $_.LoadDialerCount -ne $wanted[$_.phone_number] }
            $wrong | Should -BeNullOrEmpty
            @(Get-VicidialLoadReport $journal -Row | ForEach-Object Id | Select-Object -Unique).Count | Should -Be 10000
        } finally {
            if (Get-VicidialConnection own -ErrorAction SilentlyContinue) {
                Disconnect-VicidialServer own
            }
            $server.Kill($true)
            $server.Dispose()
        }
    }
}
