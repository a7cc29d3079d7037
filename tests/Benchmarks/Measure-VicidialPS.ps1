# Measures the module against other ways to do the same, alternately in one run, and prints one table (-PassThru emits its rows with the commands that were compared). Each server runs in a
# process of its own. A ratio is the median of the pairs, with its quartiles: above 1 the module is faster.
param(
    [Parameter(Mandatory)] [string] $ModulePath,
    [int] $Pairs = 15,
    [string[]] $Only,
    [switch] $PassThru
)

$ErrorActionPreference = 'Stop'
$program = [IO.Path]::Combine($PSScriptRoot, 'bin', 'Release', 'net8.0', 'Benchmarks.dll')
Import-Module $ModulePath
Add-Type -Path $program
$account = [pscredential]::new('6666', (ConvertTo-SecureString 1234 -AsPlainText -Force))

function Start-Server([int] $Delay, [int] $Rows = 0) {
    $start = [Diagnostics.ProcessStartInfo]::new('dotnet', "`"$program`" $Delay $Rows")
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $process = [Diagnostics.Process]::Start($start)
    [pscustomobject]@{ Process = $process; Uri = $process.StandardOutput.ReadLine() }
}

function Stop-Server($Server) {
    $Server.Process.StandardInput.Close()
    $Server.Process.WaitForExit()
}

function Measure-Pair([string] $Name, [string] $Ours, [string] $Other, [scriptblock] $OurTime, [scriptblock] $OtherTime, [int] $Times = $Pairs) {
    if ($Only -and -not ($Only | Where-Object { $Name -like $_ })) { return }
    $null = & $OurTime; $null = & $OtherTime
    $rows = for ($i = 0; $i -lt $Times; $i++) {
        [GC]::Collect()
        if ($i % 2) { $b = & $OtherTime; $a = & $OurTime } else { $a = & $OurTime; $b = & $OtherTime }
        [pscustomobject]@{ Ours = $a; Other = $b; Ratio = $b / $a }
    }
    $sorted = @($rows.Ratio | Sort-Object)
    $middle = { param($Values) $all = @($Values | Sort-Object); $all[[int][math]::Floor($all.Count / 2)] }
    [pscustomobject]@{
        Name    = $Name
        Ours    = $Ours
        Other   = $Other
        OursMs  = [math]::Round(1000 * (& $middle $rows.Ours), 1)
        OtherMs = [math]::Round(1000 * (& $middle $rows.Other), 1)
        Ratio   = [math]::Round((& $middle $rows.Ratio), 2)
        Low     = [math]::Round($sorted[[int][math]::Floor($sorted.Count / 4)], 2)
        High    = [math]::Round($sorted[[int][math]::Floor($sorted.Count * 3 / 4)], 2)
        Pairs   = $Times
    }
}

function Measure-Seconds([scriptblock] $Script) {
    $watch = [Diagnostics.Stopwatch]::StartNew()
    & $Script
    $watch.Elapsed.TotalSeconds
}

$results = @()
$form = 'function=add_lead&source=VicidialPS&user=6666&list_id=101&phone_number=7275551111&first_name=Anna&last_name=Berg&city=Tampa&state=FL&postal_code=33601&email=anna%40example.com&vendor_lead_code=V1&comments=none&pass=1234'
$fields = @{ function = 'add_lead'; source = 'VicidialPS'; user = '6666'; pass = '1234'; list_id = '101'; phone_number = '7275551111'; first_name = 'Anna'; last_name = 'Berg'; city = 'Tampa'; state = 'FL'; postal_code = '33601'; email = 'anna@example.com'; vendor_lead_code = 'V1'; comments = 'none' }

foreach ($case in @{ Delay = 0; Count = 20000 }, @{ Delay = 2; Count = 2000 }, @{ Delay = 20; Count = 400 }) {
    $server = Start-Server $case.Delay
    Connect-VicidialServer -Uri $server.Uri -Credential $account -Name bench
    $target = [uri]"$($server.Uri)/vicidial/non_agent_api.php"
    $leads = foreach ($i in 1..$case.Count) {
        [pscustomobject]@{ phone_number = '7275551111'; first_name = 'Anna'; last_name = 'Berg'; city = 'Tampa'; state = 'FL'; postal_code = '33601'; email = 'anna@example.com'; vendor_lead_code = 'V1'; comments = 'none' }
    }
    $ours = { Measure-Seconds { $leads | Add-VicidialLead -ListId 101 -ThrottleLimit 8 | Out-Null } }
    $results += Measure-Pair "load, server $($case.Delay) ms, 8 in flight" "$($case.Count) objects | Add-VicidialLead -ThrottleLimit 8" "bare HttpClient, $($case.Count) posts, 8 in flight" $ours {
        [Benchmarks.BareClient]::Post($target, $form, 8, $case.Count)
    }
    if ($case.Delay -eq 0) {
        $results += Measure-Pair 'load against Invoke-RestMethod' '1000 objects | Add-VicidialLead -ThrottleLimit 8' '1000 times Invoke-RestMethod' {
            Measure-Seconds { $leads[0..999] | Add-VicidialLead -ListId 101 -ThrottleLimit 8 | Out-Null }
        } { Measure-Seconds { foreach ($i in 1..1000) { $null = Invoke-RestMethod $target -Method Post -Body $fields } } }
        $results += Measure-Pair 'load against ForEach-Object -Parallel' '400 objects | Add-VicidialLead -ThrottleLimit 8' '400 times ForEach-Object -Parallel { Invoke-RestMethod }, 8 at once' {
            Measure-Seconds { $leads[0..399] | Add-VicidialLead -ListId 101 -ThrottleLimit 8 | Out-Null }
        } { Measure-Seconds { 1..400 | ForEach-Object -ThrottleLimit 8 -Parallel { $null = Invoke-RestMethod $using:target -Method Post -Body $using:fields } } }
    }
    Disconnect-VicidialServer bench
    Stop-Server $server
}

$server = Start-Server 0 100000
Connect-VicidialServer -Uri $server.Uri -Credential $account -Name bench
$text = (Invoke-RestMethod "$($server.Uri)/vicidial/non_agent_api.php" -Method Post -Body @{ function = 'logged_in_agents' }).TrimEnd("`n").Split("`n")
$results += Measure-Pair 'rows to objects, to a variable' '$x = Get-VicidialLoggedInAgent (100,000 rows, transfer included)' '$x = $lines | ConvertFrom-Csv -Delimiter `t (lines in memory)' {
    Measure-Seconds { $x = Get-VicidialLoggedInAgent; $null = $x }
} { Measure-Seconds { $x = $text | ConvertFrom-Csv -Delimiter "`t"; $null = $x } }
$results += Measure-Pair 'rows to objects, to Out-Null' 'Get-VicidialLoggedInAgent | Out-Null (100,000 rows, transfer included)' '$lines | ConvertFrom-Csv -Delimiter `t | Out-Null (lines in memory)' {
    Measure-Seconds { Get-VicidialLoggedInAgent | Out-Null }
} { Measure-Seconds { $text | ConvertFrom-Csv -Delimiter "`t" | Out-Null } }
Disconnect-VicidialServer bench
Stop-Server $server

$engine = (Get-Process -Id $PID).Path
$manifest = Join-Path $ModulePath VicidialPS.psd1
$import = Measure-Pair 'import of the module' "pwsh -NoProfile -Command Import-Module" 'pwsh -NoProfile -Command $null' {
    Measure-Seconds { & $engine -NoProfile -Command "Import-Module '$manifest'" }
} { Measure-Seconds { & $engine -NoProfile -Command '$null' } }
$results += $import

$results | Format-Table Name, OursMs, OtherMs, Ratio, Low, High, Pairs -AutoSize | Out-String -Width 160 | Write-Host
if ($import) { Write-Host "The import adds $([math]::Round($import.OursMs - $import.OtherMs, 1)) ms to a bare start (medians)." }
if ($PassThru) { $results }
