# Runs the Pester files and writes how each test ended. Pester tests run in one session, as a user's would.
param(
    [Parameter(Mandatory)] [string] $ModulePath,
    [Parameter(Mandatory)] [string] $TestingAssembly,
    [string] $ResultPath,
    [string[]] $Path = $PSScriptRoot,
    [string] $Output = 'None'
)

$ErrorActionPreference = 'Stop'
# -File hands over one text.
$Path = @($Path -split '\|')
if (-not (Get-Module -ListAvailable -Name Pester | Where-Object Version -GE '5.0')) {
    $missing = Get-ChildItem $Path -Filter *.Tests.ps1 | Select-String -Pattern "^\s*It\s+(['`"])(.+?)\1" | ForEach-Object {
        [ordered]@{ Name = "$($_.Filename): $($_.Matches[0].Groups[2].Value)"; Result = 'Skipped'; Message = 'needs the module Pester 5 or later' }
    }
    ConvertTo-Json @($missing) | Set-Content $ResultPath -Encoding utf8
    return
}

Import-Module Pester -MinimumVersion 5.0
Import-Module $ModulePath
Add-Type -Path $TestingAssembly

$configuration = New-PesterConfiguration
$configuration.Run.Path = $Path
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = $Output

# Tests shall see errors as a user does; what is preferred here would reach into them.
$ErrorActionPreference = 'Continue'
$run = Invoke-Pester -Configuration $configuration

$outcomes = foreach ($test in $run.Tests) {
    $file = Split-Path -Leaf $test.ScriptBlock.File
    $message = if ($test.ErrorRecord) { ($test.ErrorRecord | ForEach-Object { $_.DisplayErrorMessage }) -join "`n" } else { '' }
    [ordered]@{ Name = "${file}: $($test.ExpandedPath)"; Result = "$($test.Result)"; Message = $message }
}
# A block that failed before its tests ran would otherwise go unseen.
$outcomes = @($outcomes) + @($run.FailedContainers + $run.FailedBlocks | Where-Object ErrorRecord | ForEach-Object {
        [ordered]@{ Name = "$($_.Item) $($_.ExpandedPath) is set up"; Result = 'Failed'; Message = ($_.ErrorRecord | ForEach-Object { "$_" }) -join "`n" }
    })
if ($ResultPath) {
    ConvertTo-Json $outcomes | Set-Content $ResultPath -Encoding utf8
}
