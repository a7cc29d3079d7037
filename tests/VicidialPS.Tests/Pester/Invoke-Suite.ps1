# Runs Pester files and writes how each test ended. Tests run in one session, like the commands of a user.
#   -Path a.Tests.ps1|b.Tests.ps1   Runs these files, and those with the parameter Release on the oldest release too
#   -Serve                          Runs the files that standard input names, one per line: path|result file|release
# With a release, only files with the parameter Release run, without the blocks and tests that have the tag Once.
param(
    [Parameter(Mandatory)] [string] $ModulePath,
    [Parameter(Mandatory)] [string] $TestingAssembly,
    [Parameter(Mandatory)] [string] $PesterPath,
    [string] $ResultPath,
    [string[]] $Path = $PSScriptRoot,
    [string[]] $Release = @('', '2.10-69'),
    [string] $Output = 'None',
    [switch] $Serve
)

$ErrorActionPreference = 'Stop'
Import-Module $PesterPath
Import-Module $ModulePath
Add-Type -Path $TestingAssembly

# The tests must see errors as a user does, and a preference that is set here would apply to them.
$ErrorActionPreference = 'Continue'

function Get-Outcome([string[]] $Path, [string] $Release) {
    $files = Get-ChildItem $Path -Filter *.Tests.ps1 | Where-Object { -not $Release -or (Get-Command $_).Parameters.ContainsKey('Release') }
    if (-not $files) {
        return
    }
    $configuration = New-PesterConfiguration
    $configuration.Run.Container = @($files | ForEach-Object { New-PesterContainer -Path $_ -Data ($Release ? @{ Release = $Release } : @{}) })
    $configuration.Filter.ExcludeTag = $Release ? 'Once' : @()
    $configuration.Run.PassThru = $true
    $configuration.Output.Verbosity = $Output
    $run = Invoke-Pester -Configuration $configuration
    $suffix = if ($Release) { " ($Release)" }

    foreach ($test in $run.Tests | Where-Object ShouldRun) {
        $message = if ($test.ErrorRecord) { ($test.ErrorRecord | ForEach-Object { $_.DisplayErrorMessage }) -join "`n" }
        # The name of a test that can be skipped ends with the reason: "..., or PlatyPS is missing".
        elseif ("$($test.Result)" -ne 'Passed' -and $test.ExpandedPath -match ', or (.+?)(\.|$)') { $Matches[1] }
        else { '' }
        [ordered]@{ Name = "$(Split-Path -Leaf $test.ScriptBlock.File)${suffix}: $($test.ExpandedPath)"; Result = "$($test.Result)"; Message = $message }
    }
    # Otherwise, a block that failed before its tests ran would not be reported.
    foreach ($block in $run.FailedContainers + $run.FailedBlocks | Where-Object ErrorRecord) {
        [ordered]@{ Name = "$($block.Item)$suffix $($block.ExpandedPath) is set up"; Result = 'Failed'; Message = ($block.ErrorRecord | ForEach-Object { "$_" }) -join "`n" }
    }
}

function Write-Outcome($Outcome, [string] $Path) {
    if ($Path) {
        ConvertTo-Json @($Outcome | Where-Object { $_ }) | Set-Content $Path -Encoding utf8
    }
}

if (-not $Serve) {
    # With -File, PowerShell passes one text.
    Write-Outcome ($Release | ForEach-Object { Get-Outcome ($Path -split '\|') $_ }) $ResultPath
    return
}

while ($line = [Console]::In.ReadLine()) {
    $file, $result, $value = $line -split '\|'
    Write-Outcome (Get-Outcome $file $value) $result
    [Console]::WriteLine("done $result")
}
