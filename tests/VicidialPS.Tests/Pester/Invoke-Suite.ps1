# Runs Pester files and writes how each test ended. Tests run in one session, as a user's would.
#   -Path a.Tests.ps1|b.Tests.ps1   runs these files, those with the parameter Release on the newest and the oldest release, or on -Release
#   -Serve                          runs the files that standard input names, a line each: path|result file|release
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

# The tests must see errors as a user does: a preference set here would reach into them.
$ErrorActionPreference = 'Continue'

# " (2.10-69)" behind the name of a file that runs on this release.
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
    # A block that failed before its tests ran would otherwise go unseen.
    $outcomes = @($outcomes) + @($run.FailedContainers + $run.FailedBlocks | Where-Object ErrorRecord | ForEach-Object {
            [ordered]@{ Name = "$($_.Item)$(Get-Suffix ($_.Root.BlockContainer ?? $_)) $($_.ExpandedPath) is set up"; Result = 'Failed'; Message = ($_.ErrorRecord | ForEach-Object { "$_" }) -join "`n" }
        })
    if ($ResultPath) {
        ConvertTo-Json @($outcomes | Where-Object { $_ }) | Set-Content $ResultPath -Encoding utf8
    }
}

if (-not $Serve) {
    # -File hands over one text.
    Invoke-File ($Path -split '\|') $ResultPath ($Release ? $Release : @('', '2.10-69'))
    return
}

while ($line = [Console]::In.ReadLine()) {
    $file, $result, $release = $line -split '\|'
    Invoke-File $file $result $release
    [Console]::WriteLine("done $result")
}
