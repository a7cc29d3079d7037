# Kills a load at random moments and resumes it, against a simulated dialer in a separate process. In the end, each row
# is on the dialer exactly once, and the journal agrees.
Import-Module ([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'src', 'Build', 'Engine.psm1'))
$script:manifest = (Get-Module VicidialPS).Path -replace '\.dll$', '.psd1'
$script:account = [pscredential]::new('6666', [Net.NetworkCredential]::new('', '1234').SecurePassword)

$script:serve = @'
param($Manifest)
Import-Module $Manifest
$dialer = Start-VicidialSimulator
[Console]::WriteLine($dialer.Uri)
while ($line = [Console]::In.ReadLine()) {
    . ([scriptblock]::Create($line))
    [Console]::WriteLine('done')
}
'@

$script:load = @'
param($Manifest, $Uri, $Rows, $Journal, $Rate)
Import-Module $Manifest
$account = [pscredential]::new('6666', [Net.NetworkCredential]::new('', '1234').SecurePassword)
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

# Loads 10,000 rows into a dialer with these faults, in an empty folder. Every eighth kill happens while the dialer
# restarts, if it does.
function Test-KilledLoad([string] $Folder, [int] $Kills, [string] $Faults, [switch] $Restarts) {
    $random = [random]::new(20261121)
    $file = Join-Path $Folder 'leads.csv'
    $journal = Join-Path $Folder 'load.jsonl'
    $serveFile = Join-Path $Folder 'serve.ps1'
    $loadFile = Join-Path $Folder 'load.ps1'
    [IO.File]::WriteAllText($serveFile, $serve)
    [IO.File]::WriteAllText($loadFile, $load)

    # Every hundredth row occurs twice, next to the first or far from it.
    $numbers = @(1..9900; 1..99 | ForEach-Object { $_ * 100 }; 9900)
    $lines = @('phone_number,first_name,vendor_lead_code'; $numbers | ForEach-Object { "$(7280000000 + $_),Row$_,K$_" })
    [IO.File]::WriteAllLines($file, $lines)
    $server = Start-Script $serveFile $manifest
    try {
        $uri = $server.StandardOutput.ReadLine()
        Connect-VicidialServer -Uri $uri -Credential $account -Name own
        $before = (Get-VicidialList 101 -IncludeCount -Connection own).LeadCount
        Send-Command $server $Faults

        # These loads are slow, so that they are not done before they have been killed often enough.
        for ($kill = 1; $kill -le $Kills; $kill++) {
            $loader = Start-Script $loadFile $manifest, $uri, $file, $journal, 1000
            $loader.StandardOutput.ReadLine() | Should -Be 'loading'
            $until = (Get-Size $journal) + $random.Next(0, 50000)
            while ((Get-Size $journal) -lt $until -and -not $loader.HasExited) {
                [Threading.Thread]::Sleep(2)
            }
            if ($Restarts -and $kill % 8 -eq 0) {
                Send-Command $server '$dialer.Restart(100)'
            }
            $loader.Kill($true)
            $loader.WaitForExit()
            $loader.Dispose()
            if ([IO.File]::Exists($journal)) {
                [IO.File]::ReadAllLines($journal)[-1] | Should -Not -BeLike '*"end":"complete"*' -Because 'each kill is to come before the end'
            }
        }
        $killed = Get-VicidialLoadReport $journal
        $killed.Done | Should -BeGreaterThan 500
        $killed.Done | Should -BeLessThan 10000

        # The last runs are not killed. With faults, the outcome of some rows is unknown again.
        for ($run = 1; $run -le 20; $run++) {
            $loader = Start-Script $loadFile $manifest, $uri, $file, $journal, 100000
            $null = $loader.StandardOutput.ReadToEnd()
            $loader.WaitForExit()
            $loader.Dispose()
            if ((Get-VicidialLoadReport $journal).IsComplete) {
                break
            }
        }

        Send-Command $server 'Set-VicidialSimulatorFault -Clear'
        $found = @([IO.File]::ReadAllLines($journal) -like '*found on the dialer*').Count
        Write-Verbose "$($killed.Done) rows done by killed runs, $run runs after them, $found rows found" -Verbose
        $report = Get-VicidialLoadReport $journal
        $report.Rows | Should -Be 10000
        $report.Done | Should -Be 10000 -Because "the reasons are $($report.Reasons)"
        (Get-VicidialList 101 -IncludeCount -Connection own).LeadCount - $before | Should -Be 10000
        $wanted = @{}
        $numbers | ForEach-Object { $wanted["$(7280000000 + $_)"]++ }
        $wrong = Import-Csv $file | Compare-VicidialLoad $journal -AskDialer -Connection own |
            Where-Object { -not $_.LoadOnDialer -or $_.LoadDialerCount -ne $wanted[$_.phone_number] }
        $wrong | Should -BeNullOrEmpty
        [Collections.Generic.HashSet[long]]::new([long[]]@(Get-VicidialLoadReport $journal -Row | ForEach-Object Id)).Count | Should -Be 10000
    } finally {
        if (Get-VicidialConnection own -ErrorAction SilentlyContinue) {
            Disconnect-VicidialServer own
        }
        $server.Kill($true)
        $server.Dispose()
    }
}

Export-ModuleMember -Function Test-KilledLoad
