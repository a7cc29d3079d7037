<#
.SYNOPSIS
    Builds, tests and shows VicidialPS.
.DESCRIPTION
    Build    builds the module into out/VicidialPS, ready for Import-Module
    Test     runs all tests (dotnet test)
    Demo     builds, starts the simulated dialer and shows the floor, a filter, a CSV and a ring
    Serve    builds, and serves a simulated dialer in a process of its own until Ctrl+C
    Docs     builds the help files from docs/en-US (needs the module Microsoft.PowerShell.PlatyPS), and docs/coverage.md
    Bench    measures against other ways to do the same, in one run, and prints a table
    Package  puts the module into out/package, as a gallery takes it
    Clean    removes all that was built
.EXAMPLE
    ./build.ps1 Demo
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Demo', 'Serve', 'Docs', 'Bench', 'Package', 'Clean')]
    [string[]] $Task = 'Build',

    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release'
)

$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$out = Join-Path $root 'out'
$modulePath = Join-Path $out 'VicidialPS'

function Invoke-Dotnet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $($args[0]) ended with exit code $LASTEXITCODE."
    }
}

# The build output of the cmdlet project is the module; only what a user needs is copied.
function Build-Module {
    $project = [IO.Path]::Combine($root, 'src', 'VicidialPS')
    Invoke-Dotnet build $project --configuration $Configuration --verbosity quiet --nologo
    $built = [IO.Path]::Combine($project, 'bin', $Configuration, 'netstandard2.0')
    if (Test-Path $modulePath) {
        Remove-Item $modulePath -Recurse -Force
    }
    $null = New-Item $modulePath -ItemType Directory -Force
    Get-ChildItem $built | Where-Object { $_.PSIsContainer -or $_.Extension -in '.dll', '.psd1', '.ps1xml' } |
        Copy-Item -Destination $modulePath -Recurse
    Copy-Item (Join-Path $root 'LICENSE') $modulePath
    Write-Host "Built $modulePath"
}

function Test-Module {
    Invoke-Dotnet test (Join-Path $root 'VicidialPS.sln') --nologo
}

function Show-Demo {
    # A session of its own: an assembly that is loaded here could not be built again.
    $engine = (Get-Process -Id $PID).Path
    & $engine -NoProfile -File ([IO.Path]::Combine($root, 'docs', 'demo.ps1')) -ModulePath $modulePath -OutputFolder $out
    if ($LASTEXITCODE -ne 0) {
        throw 'The demo did not run to its end.'
    }
}

function Start-Dialer {
    $engine = (Get-Process -Id $PID).Path
    $manifest = Join-Path $modulePath 'VicidialPS.psd1'
    & $engine -NoProfile -Command "Import-Module '$($manifest -replace "'", "''")'; Start-VicidialSimulator -Wait | Format-List Uri, Credential"
}

function Build-Docs {
    & ([IO.Path]::Combine($root, 'docs', 'Build-Help.ps1')) -ModulePath (Join-Path $modulePath 'VicidialPS.psd1')

    # A session of its own, as for the demo.
    $testing = [IO.Path]::Combine($root, 'tests', 'Vicidial.Testing')
    Invoke-Dotnet build $testing --configuration $Configuration --verbosity quiet --nologo
    $engine = (Get-Process -Id $PID).Path
    & $engine -NoProfile -File ([IO.Path]::Combine($root, 'docs', 'Build-Coverage.ps1')) -ModulePath (Join-Path $modulePath 'VicidialPS.psd1') -TestingAssembly ([IO.Path]::Combine($testing, 'bin', $Configuration, 'net8.0', 'Vicidial.Testing.dll'))
    if ($LASTEXITCODE -ne 0) {
        throw 'The figures of docs/coverage.md could not be reckoned.'
    }
}

function Measure-Module {
    $benchmarks = [IO.Path]::Combine($root, 'tests', 'Benchmarks')
    Invoke-Dotnet build $benchmarks --configuration Release --verbosity quiet --nologo
    & (Join-Path $benchmarks 'Measure-VicidialPS.ps1') -ModulePath $modulePath
}

function New-Package {
    $package = Join-Path $out 'package'
    $version = (Import-PowerShellDataFile (Join-Path $root 'VicidialPS.psd1')).ModuleVersion
    $target = [IO.Path]::Combine($package, 'VicidialPS', $version)
    if (Test-Path $package) {
        Remove-Item $package -Recurse -Force
    }
    $null = New-Item $target -ItemType Directory -Force
    Copy-Item (Join-Path $modulePath '*') $target -Recurse
    $null = Test-ModuleManifest (Join-Path $target 'VicidialPS.psd1')
    Write-Host "Packed $target"
}

function Remove-Output {
    Get-ChildItem $root -Recurse -Directory -Include bin, obj | Where-Object { Test-Path (Join-Path $_.Parent.FullName '*.csproj') } |
        Remove-Item -Recurse -Force
    if (Test-Path $out) {
        Remove-Item $out -Recurse -Force
    }
}

foreach ($name in $Task) {
    switch ($name) {
        'Build' { Build-Module }
        'Test' { Test-Module }
        'Demo' { Build-Module; Show-Demo }
        'Serve' { Build-Module; Start-Dialer }
        'Docs' { Build-Module; Build-Docs; Build-Module }
        'Bench' { Build-Module; Measure-Module }
        'Package' { Build-Module; New-Package }
        'Clean' { Remove-Output }
    }
}
