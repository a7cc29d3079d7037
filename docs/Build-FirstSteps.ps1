<#
.SYNOPSIS
    Writes the output in docs/first-steps.md: runs the commands after each prompt, in order, in one session.
.DESCRIPTION
    The page is its own source. In its console blocks a line that begins with 'PS> ' is a command, one with '>> ' goes on
    with it, and what follows is the output. Ports, times and numbers that differ from run to run are kept as
    they stand where nothing else differs.

    Needs PowerShell 7.
.PARAMETER ModulePath
    The manifest of a built module.
.PARAMETER Page
    The page.
.PARAMETER Check
    Writes nothing, and fails if the page is out of date.
.EXAMPLE
    ./docs/Build-FirstSteps.ps1 -ModulePath ./out/VicidialPS/VicidialPS.psd1
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $ModulePath,
    [string] $Page = (Join-Path $PSScriptRoot 'first-steps.md'),
    [switch] $Check
)

$ErrorActionPreference = 'Stop'
$width = 100

# What differs from run to run.
function Hide-Change([string] $Text) {
    $Text -replace '(?<=127\.0\.0\.1:)\d{2,5}', '00000' -replace '\d{4}-\d\d-\d\d \d\d:\d\d:\d\d', '0000-00-00 00:00:00' -replace '\d\d:\d\d:\d\d', '00:00:00' -replace '\d+(\.\d+)? (m?s)\b', '0 $2' -replace '(?m)[ \t]+$', ''
}

. (Join-Path $PSScriptRoot 'KeptScreen.ps1')

$folder = Join-Path ([IO.Path]::GetTempPath()) ([guid]::NewGuid().ToString('N'))
$null = New-Item $folder -ItemType Directory
$state = [initialsessionstate]::CreateDefault2()
$kept = [KeptHost]::new()
$runspace = [runspacefactory]::CreateRunspace($kept, $state)
$runspace.Open()

function Invoke-Prompt([string] $Command) {
    # The page imports the module from the folder of a build.
    $code = $Command -replace '(?<=Import-Module )\./out/VicidialPS\b', "'$ModulePath'"
    $shell = [powershell]::Create()
    $shell.Runspace = $runspace
    try {
        # Like a prompt: sends the output and the errors, merged, to the screen.
        $null = $shell.AddScript($code)
        $shell.Commands.Commands[0].MergeMyResults([Management.Automation.Runspaces.PipelineResultTypes]::Error, [Management.Automation.Runspaces.PipelineResultTypes]::Output)
        $null = $shell.AddCommand('Out-String').AddParameter('Width', $width)
        $answer = ($shell.Invoke() -join '') -replace '\r'
        $told = $kept.Screen.Text.ToString().Trim("`n")
        $null = $kept.Screen.Text.Clear()
        ($told, $answer.Trim("`n") | Where-Object { $_ }) -join "`n"
    }
    catch {
        # An error that ends the pipeline is an exception here.
        ($_.Exception.InnerException.ErrorRecord | Out-String -Width $width).Trim() -replace '\r'
    }
    finally {
        $shell.Dispose()
    }
}

$before = [IO.File]::ReadAllText($Page) -replace '\r'
try {
    $shell = [powershell]::Create()
    $shell.Runspace = $runspace
    $null = $shell.AddScript('param($folder) Set-Location $folder; [cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture; if ($PSStyle) { $PSStyle.OutputRendering = "PlainText" }').AddArgument($folder).Invoke()
    $shell.Dispose()

    $after = [regex]::Replace($before, '(?sm)(?<=^```console\n).*?(?=^```)', {
            param($block)
            $text = [Text.StringBuilder]::new()
            foreach ($prompt in [regex]::Matches($block.Value, '(?m)^PS> (.*(?:\n>> .*)*)')) {
                $answer = Invoke-Prompt ($prompt.Groups[1].Value -replace '(?m)^>> ', '')
                $null = $text.Append($prompt.Value).Append("`n")
                if ($answer) {
                    $null = $text.Append("`n").Append(($answer -replace '(?m)[ \t]+$', '')).Append("`n`n")
                }
            }
            $text.ToString().TrimEnd("`n") + "`n"
        })
}
finally {
    $runspace.Dispose()
    Remove-Item $folder -Recurse -Force
}

if ((Hide-Change $after) -ceq (Hide-Change $before)) {
    return
}
if ($Check) {
    $old = (Hide-Change $before) -split "`n"
    $new = (Hide-Change $after) -split "`n"
    $line = 0..([Math]::Max($old.Count, $new.Count) - 1) | Where-Object { $old[$_] -cne $new[$_] } | Select-Object -First 1
    throw "$(Split-Path -Leaf $Page) is out of date. Run ./build.ps1 Docs. Line $($line + 1) is '$($old[$line])', and would be '$($new[$line])'."
}
[IO.File]::WriteAllText($Page, $after)
