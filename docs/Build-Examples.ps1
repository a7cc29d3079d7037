<#
.SYNOPSIS
    Writes the output of examples into the pages of docs/en-US: runs each example that shows output, and keeps its first lines.
.DESCRIPTION
    A page is its own source. An example that shows output has a block of the language "output" after its code. The code runs with
    a simulated dialer and a connection named demo, in a folder that contains the files of samples. The output is what the screen
    shows, with the messages of -WhatIf first. The page keeps five rows of a table, or eight lines of anything else. If only numbers
    differ from the page, such as times, the page stays as it is.

    Needs PowerShell 7.
.PARAMETER ModulePath
    The manifest of a built module.
.PARAMETER Pages
    The folder of the pages.
.PARAMETER Check
    Writes nothing, and fails if a page is out of date.
.EXAMPLE
    ./docs/Build-Examples.ps1 -ModulePath ./out/VicidialPS/VicidialPS.psd1
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $ModulePath,
    [string] $Pages = (Join-Path $PSScriptRoot 'en-US'),
    [switch] $Check
)

$ErrorActionPreference = 'Stop'
$width = 80
$longest = 8

# What differs from run to run.
function Hide-Change([string] $Text) {
    # Times, ports and counts of today; a column is as wide as its longest value. A duration may have a fraction or not.
    $Text -replace '\d+(\.\d+)?', '0' -replace ' +', ' ' -replace '-{2,}', '--' -replace '(?m)^ '
}

. (Join-Path $PSScriptRoot 'KeptScreen.ps1')

$samples = [IO.Path]::Combine((Split-Path $PSScriptRoot), 'samples')
$work = Join-Path ([IO.Path]::GetTempPath()) ([guid]::NewGuid().ToString('N'))
$null = [IO.Directory]::CreateDirectory($work)
$state = [initialsessionstate]::CreateDefault2()
$state.ImportPSModule((Resolve-Path $ModulePath).Path)
$kept = [KeptHost]::new()
$runspace = [runspacefactory]::CreateRunspace($kept, $state)
$runspace.Open()

# Other tests run the same examples at the same time, so an example that listens gets a free port. The page keeps the port of its code.
$ports = @{}
foreach ($port in '8085', '8899') {
    $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
    $listener.Start()
    $ports[$port] = "$($listener.LocalEndpoint.Port)"
    $listener.Stop()
}

function Invoke-Code([string] $Code) {
    $shell = [powershell]::Create($runspace)
    try {
        $null = $kept.Screen.Text.Clear()
        $emitted = $shell.AddScript($Code).AddCommand('Out-String').AddParameter('Width', $width).Invoke() -join ''
        if ($shell.Streams.Error.Count -gt 0) {
            throw "$Code`n$($shell.Streams.Error[0])"
        }
        # The messages of -WhatIf come first.
        "$($kept.Screen.Text)$emitted"
    }
    finally {
        $shell.Dispose()
    }
}

# The first lines, without surrounding blank lines, and a mark if there are more.
function Select-Line([string] $Text) {
    $lines = @($Text -replace '\r' -replace '\x1b\[[0-9;]*m' -split '\n' | ForEach-Object TrimEnd)
    $start = 0
    while ($start -lt $lines.Count -and -not $lines[$start]) { $start++ }
    $end = $lines.Count - 1
    while ($end -gt $start -and -not $lines[$end]) { $end-- }
    $kept = @($lines[$start..$end])
    $most = if ($kept.Count -gt 1 -and $kept[1] -match '^[- ]+$') { 7 } else { $longest }
    if ($kept.Count -gt $most) {
        $kept = @($kept[0..($most - 1)]) + '...'
    }
    $kept -join "`n"
}

$stale = [Collections.Generic.List[string]]::new()
try {
    foreach ($file in Get-ChildItem $Pages -Filter '*-*.md' | Sort-Object Name) {
        $before = [IO.File]::ReadAllText($file.FullName) -replace '\r'
        if ($before -notmatch '(?m)^```output$') {
            continue
        }
        $after = [regex]::Replace($before, '(?sm)(?<code>^```powershell\n(?<script>(?:(?!^```).)*)^```\n\n)```output\n(?:(?!^```).)*^```$', {
                param($example)
                # Each example starts with the files in samples, without files of other examples.
                [IO.Directory]::Delete($work, $true)
                $null = [IO.Directory]::CreateDirectory($work)
                foreach ($sample in [IO.Directory]::GetFiles($samples)) { [IO.File]::Copy($sample, (Join-Path $work ([IO.Path]::GetFileName($sample)))) }
                try {
                    $null = Invoke-Code "Set-Location '$work'; [cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture; `$PSStyle.OutputRendering = 'PlainText'; `$WarningPreference = 'SilentlyContinue'; `$ConfirmPreference = 'None'; `$dialer = Start-VicidialSimulator; Connect-VicidialServer -Uri `$dialer.Uri -Credential `$dialer.Credential -Name demo"
                    $code = $example.Groups['script'].Value
                    foreach ($port in $ports.Keys) { $code = $code -replace "\b$port\b", $ports[$port] }
                    $shown = Select-Line (Invoke-Code $code)
                    foreach ($port in $ports.Keys) { $shown = $shown -replace "\b$($ports[$port])\b", $port }
                }
                finally {
                    $null = Invoke-Code 'Get-Job | Remove-Job -Force; Get-VicidialConnection | Disconnect-VicidialServer; if (Get-VicidialSimulator) { Stop-VicidialSimulator }; Set-Location /'
                    $runspace.ResetRunspaceState()
                }
                "$($example.Groups['code'].Value)``````output`n$shown`n``````"
            })
        if ((Hide-Change $after) -ceq (Hide-Change $before)) {
            continue
        }
        $stale.Add($file.BaseName)
        if (-not $Check) {
            [IO.File]::WriteAllText($file.FullName, $after)
        }
    }
}
finally {
    $runspace.Dispose()
    Remove-Item $work -Recurse -Force
}

if ($Check -and $stale.Count -gt 0) {
    throw "These pages do not show what their examples emit; build.ps1 Docs writes them: $($stale -join ', ')."
}
