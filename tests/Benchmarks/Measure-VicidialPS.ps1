# Compares the module with other ways to do the same work, alternating in one run, and prints tables. With -PassThru, it emits their rows with the
# commands that were compared. Each server runs in its own process. A ratio is the median of the pairs, with its quartiles: above 1 the module is
# faster.
param(
    [Parameter(Mandatory)] [string] $ModulePath,
    [ValidateRange(3, 1000)] [int] $Pairs = 15,
    [ValidateSet('throughput', 'ways', 'journal', 'cost', 'rows', 'memory', 'day', 'start', 'events')] [string[]] $Only = @('throughput', 'ways', 'journal', 'cost', 'rows', 'memory', 'day', 'start', 'events'),
    [ValidateSet(0, 2, 20)] [int[]] $Delay = @(0, 2, 20),
    [switch] $PassThru
)

$ErrorActionPreference = 'Stop'
$program = [IO.Path]::Combine($PSScriptRoot, 'bin', 'Release', 'net8.0', 'Benchmarks.dll')
$manifest = Join-Path (Convert-Path $ModulePath) VicidialPS.psd1
Import-Module ([IO.Path]::Combine($PSScriptRoot, '..', '..', 'src', 'Build', 'Engine.psm1'))
$scratch = (New-Item (Join-Path ([IO.Path]::GetTempPath()) "vicidialps-bench-$PID") -ItemType Directory -Force).FullName
Import-Module $manifest
Add-Type -Path $program
$account = [pscredential]::new('6666', (ConvertTo-SecureString 1234 -AsPlainText -Force))
$form = 'function=add_lead&source=VicidialPS&user=6666&list_id=101&phone_number=7275551111&first_name=Anna&last_name=Berg&city=Tampa&state=FL&postal_code=33601&email=anna%40example.com&vendor_lead_code=V1&comments=noted&pass=1234'
$fields = @{ function = 'add_lead'; source = 'VicidialPS'; user = '6666'; pass = '1234'; list_id = '101'; phone_number = '7275551111'; first_name = 'Anna'; last_name = 'Berg'; city = 'Tampa'; state = 'FL'; postal_code = '33601'; email = 'anna@example.com'; vendor_lead_code = 'V1'; comments = 'noted' }

# The cost of a record in PowerShell alone: a cmdlet with the same pipeline parameters as those of the module, which does nothing, or only reads the
# columns of its input.
Add-Type -PassThru -TypeDefinition @'
using System.Management.Automation;

[Cmdlet("Test", "Pipe")]
public sealed class TestPipeCommand : PSCmdlet
{
    private object last;

    [Parameter(ValueFromPipeline = true)]
    public PSObject InputObject { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true), Alias("ConnectionName")]
    public string Connection { get; set; }

    [Parameter]
    public SwitchParameter ReadColumns { get; set; }

    protected override void ProcessRecord()
    {
        if (ReadColumns)
        {
            foreach (PSPropertyInfo property in InputObject.Properties)
            {
                last = property.IsGettable ? property.Value : last;
            }
        }

        WriteObject(new object());
    }
}
'@ | ForEach-Object Assembly | Select-Object -Unique | Import-Module

function Use-Server([int] $Wait, [int] $Rows, [scriptblock] $Script) {
    $start = [Diagnostics.ProcessStartInfo]::new('dotnet', "`"$program`" $Wait $Rows")
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $process = [Diagnostics.Process]::Start($start)
    $address = $process.StandardOutput.ReadLine()
    try {
        $null = Connect-VicidialServer -Uri $address -Credential $account -Name bench
        & $Script ([uri]"$address/vicidial/non_agent_api.php") $address
        Disconnect-VicidialServer bench
    }
    finally {
        $process.StandardInput.Close()
        $process.WaitForExit()
    }
}

# Numbers differ: with a journal, rows with the same number wait for each other.
function New-Lead([int] $Count) {
    foreach ($i in 1..$Count) {
        [pscustomobject]@{ phone_number = "$(7270000000 + $i)"; first_name = 'Anna'; last_name = 'Berg'; city = 'Tampa'; state = 'FL'; postal_code = '33601'; email = 'anna@example.com'; vendor_lead_code = 'V1'; comments = 'noted' }
    }
}

function Get-Quartile([double[]] $Value, [int] $Number) {
    $sorted = @($Value | Sort-Object)
    $sorted[[math]::Min($sorted.Count - 1, [int][math]::Floor($sorted.Count * $Number / 4))]
}

function Measure-Pair([string] $Name, [string] $Ours, [string] $Other, [scriptblock] $OurTime, [scriptblock] $OtherTime) {
    $null = & $OurTime; $null = & $OtherTime
    $rows = for ($i = 0; $i -lt $Pairs; $i++) {
        # Otherwise, the second side would collect the garbage of the first.
        if ($i % 2) { [GC]::Collect(); $b = & $OtherTime; [GC]::Collect(); $a = & $OurTime }
        else { [GC]::Collect(); $a = & $OurTime; [GC]::Collect(); $b = & $OtherTime }
        [pscustomobject]@{ Ours = $a; Other = $b; Ratio = $b / $a }
    }
    [pscustomobject]@{
        PSTypeName = 'BenchPair'
        Name       = $Name
        Ours       = $Ours
        Other      = $Other
        OursMs     = [math]::Round(1000 * (Get-Quartile $rows.Ours 2), 1)
        OtherMs    = [math]::Round(1000 * (Get-Quartile $rows.Other 2), 1)
        Ratio      = [math]::Round((Get-Quartile $rows.Ratio 2), 2)
        Low        = [math]::Round((Get-Quartile $rows.Ratio 1), 2)
        High       = [math]::Round((Get-Quartile $rows.Ratio 3), 2)
        Pairs      = $Pairs
    }
}

function New-Figure([string] $Name, [string] $Command, [string] $Unit, [double[]] $Value) {
    [pscustomobject]@{
        PSTypeName = 'BenchFigure'
        Name       = $Name
        Command    = $Command
        Unit       = $Unit
        Median     = [math]::Round((Get-Quartile $Value 2), 1)
        Low        = [math]::Round((Get-Quartile $Value 1), 1)
        High       = [math]::Round((Get-Quartile $Value 3), 1)
        Runs       = $Value.Count
    }
}

function Measure-Second([scriptblock] $Script) {
    $watch = [Diagnostics.Stopwatch]::StartNew()
    & $Script
    $watch.Elapsed.TotalSeconds
}

# The processor time of all threads of this process, in microseconds per record.
function Measure-Processor([int] $Count, [scriptblock] $Script) {
    $me = [Diagnostics.Process]::GetCurrentProcess()
    $before = $me.TotalProcessorTime
    & $Script
    $me.Refresh()
    1e6 * ($me.TotalProcessorTime - $before).TotalSeconds / $Count
}

# The bytes that this process allocates per record.
function Measure-Allocation([int] $Count, [scriptblock] $Script) {
    $before = [GC]::GetTotalAllocatedBytes($true)
    & $Script
    ([GC]::GetTotalAllocatedBytes($true) - $before) / $Count
}

# Runs each in its own session, so that what one leaves behind does not count for the next.
function Invoke-Session([string] $Code) {
    $process = Start-PowerShell '-NoProfile', '-NonInteractive', '-Command', $Code
    $process.BeginErrorReadLine()
    $said = $process.StandardOutput.ReadToEnd()
    $process.WaitForExit()
    if ($process.ExitCode -ne 0) { throw "A measured session failed: $said" }
    $said | ConvertFrom-Json
}

function Get-Opening([string] $Address) {
    "`$ErrorActionPreference = 'Stop'; Import-Module '$manifest'; `$null = Connect-VicidialServer -Uri '$Address' -Credential ([pscredential]::new('6666', (ConvertTo-SecureString 1234 -AsPlainText -Force)));"
}

$parts = [ordered]@{
    throughput = {
        foreach ($wait in $Delay) {
            Use-Server $wait 0 {
                param($target)
                foreach ($inFlight in 1, 4, 8, 16, 32) {
                    $count = switch ($wait) { 0 { 10000 } 2 { 150 * $inFlight } default { 20 * $inFlight } }
                    $leads = New-Lead $count
                    Measure-Pair "throughput, server $wait ms, $inFlight in flight" "$count objects | Add-VicidialLead -ListId 101 -ThrottleLimit $inFlight | Out-Null" "bare HttpClient, $count posts, $inFlight in flight" {
                        Measure-Second { $leads | Add-VicidialLead -ListId 101 -ThrottleLimit $inFlight | Out-Null }
                    } { [Benchmarks.BareClient]::Post($target, $form, $inFlight, $count) }
                }
            }
        }
    }
    ways       = {
        Use-Server 0 0 {
            param($target)
            $leads = New-Lead 1000
            Measure-Pair 'load against Invoke-RestMethod' '1000 objects | Add-VicidialLead -ThrottleLimit 8' '1000 times Invoke-RestMethod' {
                Measure-Second { $leads | Add-VicidialLead -ListId 101 -ThrottleLimit 8 | Out-Null }
            } { Measure-Second { foreach ($i in 1..1000) { $null = Invoke-RestMethod $target -Method Post -Body $fields } } }
            Measure-Pair 'load against ForEach-Object -Parallel' '400 objects | Add-VicidialLead -ThrottleLimit 8' '400 times ForEach-Object -Parallel { Invoke-RestMethod }, 8 at once' {
                Measure-Second { $leads[0..399] | Add-VicidialLead -ListId 101 -ThrottleLimit 8 | Out-Null }
            } { Measure-Second { 1..400 | ForEach-Object -ThrottleLimit 8 -Parallel { $null = Invoke-RestMethod $using:target -Method Post -Body $using:fields } } }
        }
    }
    journal    = {
        foreach ($wait in $Delay) {
            Use-Server $wait 0 {
                $count = switch ($wait) { 0 { 10000 } 2 { 2000 } default { 240 } }
                $leads = New-Lead $count
                $journal = @{ Number = 0 }
                Measure-Pair "journal on against off, server $wait ms, 8 in flight" "$count objects | Add-VicidialLead -ThrottleLimit 8 -JournalPath (new file) | Out-Null" 'the same without -JournalPath' {
                    $journal.Number++
                    $path = Join-Path $scratch "$wait-$($journal.Number).jsonl"
                    Measure-Second { $leads | Add-VicidialLead -ListId 101 -ThrottleLimit 8 -JournalPath $path | Out-Null }
                    $journal.Bytes = (Get-Item $path).Length / $count
                    Remove-Item $path
                } { Measure-Second { $leads | Add-VicidialLead -ListId 101 -ThrottleLimit 8 | Out-Null } }
                New-Figure "journal, server $wait ms" "$count rows" 'bytes a row' $journal.Bytes
            }
        }
    }
    cost       = {
        Use-Server 0 0 {
            param($target)
            $count = 20000
            $leads = New-Lead $count
            $file = Join-Path $scratch 'cost.jsonl'
            $sides = [ordered]@{
                bare    = { $null = [Benchmarks.BareClient]::Post($target, $form, 8, $count) }
                pipe    = { $leads | Test-Pipe | Out-Null }
                read    = { $leads | Test-Pipe -ReadColumns | Out-Null }
                ours    = { $leads | Add-VicidialLead -ListId 101 -ThrottleLimit 8 | Out-Null }
                journal = { Remove-Item $file -ErrorAction Ignore; $leads | Add-VicidialLead -ListId 101 -ThrottleLimit 8 -JournalPath $file | Out-Null }
            }
            foreach ($side in $sides.Values) { $null = & $side; $null = & $side }
            $rows = for ($i = 0; $i -lt $Pairs; $i++) {
                [pscustomobject]@{
                    Bare = Measure-Processor $count $sides.bare
                    Pipe = Measure-Processor $count $sides.pipe
                    Read = Measure-Processor $count $sides.read
                    Ours = Measure-Processor $count $sides.ours
                }
            }
            New-Figure 'processor time of a bare post' "bare HttpClient, $count posts, 8 in flight" 'us' $rows.Bare
            New-Figure 'processor time of a pipe that does nothing' "$count objects | Test-Pipe | Out-Null" 'us' $rows.Pipe
            New-Figure 'processor time of a pipe that reads nine columns' "$count objects | Test-Pipe -ReadColumns | Out-Null" 'us' $rows.Read
            New-Figure 'processor time of a record' "$count objects | Add-VicidialLead -ThrottleLimit 8 | Out-Null" 'us' $rows.Ours
            New-Figure 'a record less post and pipe' '' 'us' @($rows | ForEach-Object { $_.Ours - $_.Bare - $_.Pipe })
            New-Figure 'a record less post, pipe and reading' '' 'us' @($rows | ForEach-Object { $_.Ours - $_.Bare - $_.Read })
            foreach ($name in $sides.Keys) { New-Figure "allocations, $name" "$($sides[$name])".Trim() 'bytes a record' (Measure-Allocation $count $sides[$name]) }
        }
    }
    rows       = {
        Use-Server 0 100000 {
            param($target)
            $text = (Invoke-RestMethod $target -Method Post -Body @{ function = 'logged_in_agents' }).TrimEnd("`n").Split("`n")
            $several = @(
                Measure-Pair 'rows to objects, to a variable' '$x = Get-VicidialLoggedInAgent (100,000 rows, transfer included)' '$x = $lines | ConvertFrom-Csv -Delimiter `t (lines in memory)' {
                    Measure-Second { $x = Get-VicidialLoggedInAgent; $null = $x }
                } { Measure-Second { $x = $text | ConvertFrom-Csv -Delimiter "`t"; $null = $x } }
                Measure-Pair 'rows to objects, to Out-Null' 'Get-VicidialLoggedInAgent | Out-Null (100,000 rows, transfer included)' '$lines | ConvertFrom-Csv -Delimiter `t | Out-Null (lines in memory)' {
                    Measure-Second { Get-VicidialLoggedInAgent | Out-Null }
                } { Measure-Second { $text | ConvertFrom-Csv -Delimiter "`t" | Out-Null } }
            )
            $several
            foreach ($one in $several) {
                New-Figure "$($one.Name): module" $one.Ours 'rows/s' (1e8 / $one.OursMs)
                New-Figure "$($one.Name): ConvertFrom-Csv" $one.Other 'rows/s' (1e8 / $one.OtherMs)
            }
        }
    }
    memory     = {
        # One run each: a million rows take minutes. The heap is taken after a collection, with the load in progress (at the last row of the
        # generator) and at its end.
        foreach ($count in 10000, 100000, 1000000) {
            Use-Server 0 0 {
                param($target, $address)
                $null = $target
                $result = Invoke-Session ((Get-Opening $address) + "
                    `$state = @{}
                    & {
                        for (`$i = 1; `$i -le $count; `$i++) {
                            if (`$i -eq $count) { `$state.Heap = [GC]::GetTotalMemory(`$true) }
                            [pscustomobject]@{ phone_number = [string](7270000000 + `$i); first_name = 'Anna'; last_name = 'Berg'; city = 'Tampa'; state = 'FL'; postal_code = '33601'; email = 'anna@example.com'; vendor_lead_code = 'V1'; comments = 'noted' }
                        }
                    } | Add-VicidialLead -ListId 101 -ThrottleLimit 8 | Out-Null
                    [pscustomobject]@{ Heap = `$state.Heap; End = [GC]::GetTotalMemory(`$true); Peak = (Get-Process -Id `$PID).PeakWorkingSet64 } | ConvertTo-Json")
                $command = "generator of $count rows | Add-VicidialLead -ThrottleLimit 8 | Out-Null"
                New-Figure "in, $count rows: heap under way" $command 'MB' ($result.Heap / 1MB)
                New-Figure "in, $count rows: heap at the end" $command 'MB' ($result.End / 1MB)
                New-Figure "in, $count rows: peak of the process" $command 'MB' ($result.Peak / 1MB)
            }
        }
        foreach ($count in 10000, 100000, 1000000) {
            Use-Server 0 $count {
                param($target, $address)
                $null = $target
                $result = Invoke-Session ((Get-Opening $address) + "
                    `$state = @{ Row = 0 }
                    Get-VicidialLoggedInAgent | & { process { if (++`$state.Row -eq $count) { `$state.Heap = [GC]::GetTotalMemory(`$true) }; `$_ } } | Out-Null
                    [pscustomobject]@{ Heap = `$state.Heap; End = [GC]::GetTotalMemory(`$true); Peak = (Get-Process -Id `$PID).PeakWorkingSet64 } | ConvertTo-Json")
                New-Figure "out, $count rows: heap under way" 'Get-VicidialLoggedInAgent | Out-Null, at the last row' 'MB' ($result.Heap / 1MB)
                New-Figure "out, $count rows: heap at the end" 'Get-VicidialLoggedInAgent | Out-Null' 'MB' ($result.End / 1MB)
                New-Figure "out, $count rows: peak of the process" 'Get-VicidialLoggedInAgent | Out-Null' 'MB' ($result.Peak / 1MB)
            }
        }
    }
    day        = {
        Use-Server 0 20 {
            param($target, $address)
            $null = $target
            $script = Join-Path $PSScriptRoot 'Measure-VicidialDay.ps1'
            $run = Invoke-Session "& '$script' -ModulePath '$(Split-Path $manifest)' -Address '$address' | ConvertTo-Json"
            New-Figure 'a day of Watch-VicidialAgent: heap after a tenth' "$($run.Polls) polls of 20 agents, simulated clock" 'MB' $run.HeapAfterTenth
            New-Figure 'a day of Watch-VicidialAgent: heap at the end' "$($run.Errors) errors" 'MB' $run.HeapAtEnd
        }
    }
    events     = {
        $testing = [IO.Path]::Combine($PSScriptRoot, '..', 'Vicidial.Testing', 'bin', 'Release', 'net8.0', 'Vicidial.Testing.dll')
        $run = & (Join-Path $PSScriptRoot 'Measure-VicidialEvents.ps1') -ModulePath $ModulePath -TestingAssembly $testing
        New-Figure 'events answered' "of $($run.Sent) sent at $($run.PerSecond) a second" 'events' $run.Answered
        New-Figure 'events lost' 'after a restart of the receiver' 'events' $run.Lost
        New-Figure 'memory of the receiver at the end' "every 5 s: $($run.MemoryMB)" 'MB' ([double]($run.MemoryMB -split ' ')[-1])
    }
    start      = {
        $import = Measure-Pair 'import of the module' 'pwsh -NoProfile -Command Import-Module' 'pwsh -NoProfile -Command $null' {
            Measure-Second { Invoke-PowerShell -NoProfile -Command "Import-Module '$manifest'" }
        } { Measure-Second { Invoke-PowerShell -NoProfile -Command '$null' } }
        $import
        New-Figure 'the import adds to a bare start' 'difference of the medians' 'ms' ($import.OursMs - $import.OtherMs)

        # Measured inside the session, because the start of pwsh itself is the same for both.
        $timed = '$watch = [Diagnostics.Stopwatch]::StartNew(); {0}; $watch.Elapsed.TotalSeconds | ConvertTo-Json'
        # Join-Path in the session would load another module first.
        $threadJob = [IO.Path]::Combine($PSHOME, 'Modules', 'Microsoft.PowerShell.ThreadJob', 'Microsoft.PowerShell.ThreadJob.psd1')
        Measure-Pair 'Import-Module' 'Import-Module VicidialPS, in a new session' 'Import-Module ThreadJob, in a new session' {
            Invoke-Session ($timed -f "Import-Module '$manifest'")
        } { Invoke-Session ($timed -f "Import-Module '$threadJob'") }

        $dialer = Start-VicidialSimulator
        $withModule = "Import-Module '$manifest'; Connect-VicidialServer '$($dialer.Uri)' -Credential ([pscredential]::new('6666', (ConvertTo-SecureString 1234 -AsPlainText -Force))); " +
            'if (@(Get-VicidialLoggedInAgent).Count -eq 0) { throw "no rows" }'
        $withoutModule = '$body = @{ source = "bench"; user = "6666"; pass = "1234"; function = "logged_in_agents"; stage = "pipe"; header = "YES" }; ' +
            "if (@(Invoke-RestMethod '$($dialer.Uri)vicidial/non_agent_api.php' -Method Post -Body `$body | ConvertFrom-Csv -Delimiter '|').Count -eq 0) { throw 'no rows' }"
        Measure-Pair 'first roster rows' 'Import-Module, Connect-VicidialServer, Get-VicidialLoggedInAgent, in a new session' 'Invoke-RestMethod | ConvertFrom-Csv, in a new session' {
            Invoke-Session ($timed -f $withModule)
        } { Invoke-Session ($timed -f $withoutModule) }
        $dialer | Stop-VicidialSimulator

        Use-Server 0 0 {
            param($target, $address)
            $null = $target
            $sessions = for ($i = 0; $i -lt $Pairs; $i++) {
                Invoke-Session "
                    `$watch = [Diagnostics.Stopwatch]::StartNew(); `$times = @{}; `$mark = { param(`$name) `$times[`$name] = `$watch.Elapsed.TotalMilliseconds; `$watch.Restart() }
                    $((Get-Opening $address) -replace '; \$null', "; . `$mark Import; `$null"); . `$mark Connect
                    `$null = Add-VicidialLead 7275551111 -ListId 101; . `$mark First
                    `$null = Add-VicidialLead 7275551111 -ListId 101; . `$mark Second
                    `$times | ConvertTo-Json"
            }
            New-Figure 'Import-Module alone' 'in a new session' 'ms' $sessions.Import
            New-Figure 'Connect-VicidialServer' 'first use of the module, login check and version' 'ms' $sessions.Connect
            New-Figure 'first Add-VicidialLead' 'one lead' 'ms' $sessions.First
            New-Figure 'second Add-VicidialLead' 'one lead' 'ms' $sessions.Second
        }
    }
}

try {
    $results = foreach ($name in $Only) {
        Write-Host "$name ..."
        & $parts[$name]
    }
}
finally {
    Remove-Item $scratch -Recurse -Force
}

$results | Where-Object { $_.PSObject.TypeNames[0] -eq 'BenchPair' } | Format-Table Name, OursMs, OtherMs, Ratio, Low, High, Pairs -AutoSize | Out-String -Width 160 | Write-Host
$results | Where-Object { $_.PSObject.TypeNames[0] -eq 'BenchFigure' } | Format-Table Name, Median, Unit, Low, High, Runs -AutoSize | Out-String -Width 160 | Write-Host
if ($PassThru) { $results }
