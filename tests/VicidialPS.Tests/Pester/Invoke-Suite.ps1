# Runs Pester files and writes how each test ended. Tests run in one session, like the commands of a user.
#   -Path a.Tests.ps1|b.Tests.ps1   Runs these files. Those with the parameter Release run on the newest and the oldest release, or on -Release.
#   -Serve                          Runs the files that standard input names, one per line: path|result file|release
param(
    [Parameter(Mandatory)] [string] $ModulePath,
    [Parameter(Mandatory)] [string] $TestingAssembly,
    [Parameter(Mandatory)] [string] $PesterPath,
    [string] $ResultPath,
    [string[]] $Path = $PSScriptRoot,
    [string] $Release,
    [string] $Output = 'None',
    [switch] $Serve
)

$ErrorActionPreference = 'Stop'
Import-Module $PesterPath
Import-Module $ModulePath
Add-Type -Path $TestingAssembly

# The tests must see errors as a user does, and a preference that is set here would apply to them.
$ErrorActionPreference = 'Continue'

# Returns " (2.10-69)" for a file that runs on this release, to follow its name.
function Get-Suffix($Container) {
    if ($Container.Data.Release) { " ($($Container.Data.Release))" }
}

function Invoke-File([string[]] $Path, [string] $ResultPath, [string[]] $Release) {
    $configuration = New-PesterConfiguration
    # A test file with the parameter Release runs on each release of the dialer. Without a value, it runs on the newest one.
    $configuration.Run.Container = @(foreach ($file in Get-ChildItem $Path -Filter *.Tests.ps1) {
            $takesRelease = (Get-Command $file).Parameters.ContainsKey('Release')
            foreach ($value in ($takesRelease ? $Release : '')) {
                New-PesterContainer -Path $file -Data ($value ? @{ Release = $value } : @{})
            }
        })
    $configuration.Run.PassThru = $true
    $configuration.Output.Verbosity = $Output
    $run = Invoke-Pester -Configuration $configuration

    $outcomes = foreach ($test in $run.Tests) {
        $message = if ($test.ErrorRecord) { ($test.ErrorRecord | ForEach-Object { $_.DisplayErrorMessage }) -join "`n" }
        # The name of a test that can be skipped ends with the reason: "..., or PlatyPS is missing".
        elseif ("$($test.Result)" -ne 'Passed' -and $test.ExpandedPath -match ', or (.+?)(\.|$)') { $Matches[1] }
        else { '' }
        [ordered]@{ Name = "$(Split-Path -Leaf $test.ScriptBlock.File)$(Get-Suffix $test.Block.Root.BlockContainer): $($test.ExpandedPath)"; Result = "$($test.Result)"; Message = $message }
    }
    # Otherwise, a block that failed before its tests ran would not be reported.
    $outcomes = @($outcomes) + @($run.FailedContainers + $run.FailedBlocks | Where-Object ErrorRecord | ForEach-Object {
            [ordered]@{ Name = "$($_.Item)$(Get-Suffix ($_.Root.BlockContainer ?? $_)) $($_.ExpandedPath) is set up"; Result = 'Failed'; Message = ($_.ErrorRecord | ForEach-Object { "$_" }) -join "`n" }
        })
    if ($ResultPath) {
        ConvertTo-Json @($outcomes | Where-Object { $_ }) | Set-Content $ResultPath -Encoding utf8
    }
}

if (-not $Serve) {
    # With -File, PowerShell passes one text.
    Invoke-File ($Path -split '\|') $ResultPath ($Release ? $Release : @('', '2.10-69'))
    return
}

while ($line = [Console]::In.ReadLine()) {
    $file, $result, $release = $line -split '\|'
    Invoke-File $file $result $release
    [Console]::WriteLine("done $result")
}
