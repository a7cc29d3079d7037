# Runs the Pester files and writes how each test ended. Pester tests run in one session, as a user's would.
param(
    [Parameter(Mandatory)] [string] $ModulePath,
    [Parameter(Mandatory)] [string] $TestingAssembly,
    [Parameter(Mandatory)] [string] $PesterPath,
    [string] $ResultPath,
    [string[]] $Path = $PSScriptRoot,
    [string] $Output = 'None'
)

$ErrorActionPreference = 'Stop'
# -File hands over one text.
$Path = @($Path -split '\|')
Import-Module $PesterPath
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
