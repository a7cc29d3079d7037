# Runs Pester files and writes how each test ended. Tests run in one session, as a user's would.
#   -Path a.Tests.ps1|b.Tests.ps1   runs these files
#   -Serve                          runs the files that standard input names, a line each: path|result file
param(
    [Parameter(Mandatory)] [string] $ModulePath,
    [Parameter(Mandatory)] [string] $TestingAssembly,
    [Parameter(Mandatory)] [string] $PesterPath,
    [string] $ResultPath,
    [string[]] $Path = $PSScriptRoot,
    [string] $Output = 'None',
    [switch] $Serve
)

$ErrorActionPreference = 'Stop'
Import-Module $PesterPath
Import-Module $ModulePath
Add-Type -Path $TestingAssembly

# The tests must see errors as a user does: a preference set here would reach into them.
$ErrorActionPreference = 'Continue'

function Invoke-File([string[]] $Path, [string] $ResultPath) {
    $configuration = New-PesterConfiguration
    $configuration.Run.Path = $Path
    $configuration.Run.PassThru = $true
    $configuration.Output.Verbosity = $Output
    $run = Invoke-Pester -Configuration $configuration

    $outcomes = foreach ($test in $run.Tests) {
        $message = if ($test.ErrorRecord) { ($test.ErrorRecord | ForEach-Object { $_.DisplayErrorMessage }) -join "`n" }
        # The name of a test that can be skipped ends with the reason: "..., or PlatyPS is missing".
        elseif ("$($test.Result)" -ne 'Passed' -and $test.ExpandedPath -match ', or (.+?)(\.|$)') { $Matches[1] }
        else { '' }
        [ordered]@{ Name = "$(Split-Path -Leaf $test.ScriptBlock.File): $($test.ExpandedPath)"; Result = "$($test.Result)"; Message = $message }
    }
    # A block that failed before its tests ran would otherwise go unseen.
    $outcomes = @($outcomes) + @($run.FailedContainers + $run.FailedBlocks | Where-Object ErrorRecord | ForEach-Object {
            [ordered]@{ Name = "$($_.Item) $($_.ExpandedPath) is set up"; Result = 'Failed'; Message = ($_.ErrorRecord | ForEach-Object { "$_" }) -join "`n" }
        })
    if ($ResultPath) {
        ConvertTo-Json @($outcomes | Where-Object { $_ }) | Set-Content $ResultPath -Encoding utf8
    }
}

if (-not $Serve) {
    # -File hands over one text.
    Invoke-File ($Path -split '\|') $ResultPath
    return
}

while ($line = [Console]::In.ReadLine()) {
    $file, $result = $line -split '\|'
    Invoke-File $file $result
    [Console]::WriteLine("done $result")
}
