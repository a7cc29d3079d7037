<#
.SYNOPSIS
    Builds, tests, and demonstrates VicidialPS.
.DESCRIPTION
    Build    builds the module into out/VicidialPS, ready for Import-Module
    Test     runs all tests (dotnet test)
    Demo     builds, starts the simulated dialer, and shows the floor, a filter, a CSV, and a ring
    Serve    builds, and serves a simulated dialer in a process of its own until Ctrl+C; prints its address and login
    Docs     builds what is generated: the list of cmdlets in VicidialPS.psd1, the help files from docs/en-US (needs the
             module Microsoft.PowerShell.PlatyPS), docs/coverage.md, and the output in docs/first-steps.md and in the
             examples of docs/en-US
    Bench    compares the module with other ways to do the same, and prints tables; -Only selects parts
    Package  creates out/package/VicidialPS.<version>.nupkg for a gallery (needs the module
             Microsoft.PowerShell.PSResourceGet, which PowerShell 7.4 and later include)
    Clean    removes everything that was built
.EXAMPLE
    pwsh ./build.ps1 Demo
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Demo', 'Serve', 'Docs', 'Bench', 'Package', 'Clean')]
    [string[]] $Task = 'Build',

    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release',

    [ValidateSet('throughput', 'ways', 'journal', 'cost', 'rows', 'memory', 'day', 'start', 'events', 'client')]
    [string[]] $Only,

    # The address of the project, for Package: a repository whose branch main has docs/icon.png.
    [uri] $ProjectUri,

    # The output folder.
    [string] $OutputPath = (Join-Path $PSScriptRoot 'out')
)

$ErrorActionPreference = 'Stop'
Import-Module ([IO.Path]::Combine($PSScriptRoot, 'src', 'Build', 'Engine.psm1'))
$root = $PSScriptRoot
$out = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($OutputPath)
$modulePath = Join-Path $out 'VicidialPS'

function Invoke-Dotnet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $($args[0]) ended with exit code $LASTEXITCODE."
    }
}

# The build output of the cmdlet project is the module; this copies only what a user needs.
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
    # Runs in a separate session, because an assembly that is loaded here could not be rebuilt.
    Invoke-PowerShell -NoProfile -File ([IO.Path]::Combine($root, 'docs', 'demo.ps1')) -ModulePath $modulePath -OutputFolder $out
    if ($LASTEXITCODE -ne 0) {
        throw 'The demo failed.'
    }
}

function Start-Dialer {
    Invoke-PowerShell -NoProfile -File ([IO.Path]::Combine($root, 'src', 'Build', 'Serve.ps1')) -ModulePath $modulePath
}

function Build-Manifest {
    Invoke-PowerShell -NoProfile -NonInteractive -File ([IO.Path]::Combine($root, 'src', 'Build', 'Build-Manifest.ps1')) -AssemblyPath (Join-Path $modulePath 'VicidialPS.dll') -ManifestPath (Join-Path $root 'VicidialPS.psd1')
    if ($LASTEXITCODE -ne 0) {
        throw 'The list of cmdlets in VicidialPS.psd1 could not be written.'
    }
}

function Build-Docs {
    # Runs in separate sessions, because an assembly that is loaded here could not be rebuilt. The help contains the output of the examples.
    Invoke-PowerShell -NoProfile -NonInteractive -File ([IO.Path]::Combine($root, 'docs', 'Build-Examples.ps1')) -ModulePath (Join-Path $modulePath 'VicidialPS.psd1')
    if ($LASTEXITCODE -ne 0) {
        throw 'The output of the examples could not be written.'
    }
    & ([IO.Path]::Combine($root, 'docs', 'Build-Help.ps1')) -ModulePath (Join-Path $modulePath 'VicidialPS.psd1')

    $testing = [IO.Path]::Combine($root, 'tests', 'Vicidial.Testing')
    Invoke-Dotnet build $testing --configuration $Configuration --verbosity quiet --nologo
    Invoke-PowerShell -NoProfile -File ([IO.Path]::Combine($root, 'docs', 'Build-Coverage.ps1')) -ModulePath (Join-Path $modulePath 'VicidialPS.psd1') -TestingAssembly ([IO.Path]::Combine($testing, 'bin', $Configuration, 'net8.0', 'Vicidial.Testing.dll'))
    if ($LASTEXITCODE -ne 0) {
        throw 'The figures of docs/coverage.md could not be calculated.'
    }
    Invoke-PowerShell -NoProfile -NonInteractive -File ([IO.Path]::Combine($root, 'docs', 'Build-FirstSteps.ps1')) -ModulePath (Join-Path $modulePath 'VicidialPS.psd1')
    if ($LASTEXITCODE -ne 0) {
        throw 'The output in docs/first-steps.md could not be written.'
    }
}

function Measure-Module {
    $benchmarks = [IO.Path]::Combine($root, 'tests', 'Benchmarks')
    Invoke-Dotnet build $benchmarks --configuration Release --verbosity quiet --nologo
    Invoke-Dotnet build ([IO.Path]::Combine($root, 'tests', 'Vicidial.Testing')) --configuration Release --verbosity quiet --nologo
    $parts = @($Only | Where-Object { $_ -ne 'client' })
    if ($parts -or -not $Only) {
        $choice = if ($parts) { @{ Only = $parts } } else { @{} }
        & (Join-Path $benchmarks 'Measure-VicidialPS.ps1') -ModulePath $modulePath @choice
    }
    if (-not $Only -or 'client' -in $Only) {
        $client = [IO.Path]::Combine($root, 'tests', 'Vicidial.Client.Benchmarks')
        Invoke-Dotnet run --configuration Release --project $client '--' --filter '*' --artifacts (Join-Path $out 'benchmarks')
    }
}

# The section of the changelog for this version, which the gallery shows as release notes.
function Get-ReleaseNote([string] $Version) {
    $text = [IO.File]::ReadAllText((Join-Path $root 'CHANGELOG.md'))
    $section = [regex]::Match($text, "(?ms)^## $([regex]::Escape($Version))[^\r\n]*\r?\n(.*?)(?=^## |\z)").Groups[1].Value.Trim()
    if (-not $section) {
        throw "CHANGELOG.md has no section for version $Version."
    }
    $section
}

function New-Package {
    if (-not (Get-Command Compress-PSResource -ErrorAction Ignore)) {
        throw 'Package needs the module Microsoft.PowerShell.PSResourceGet. Run Install-Module Microsoft.PowerShell.PSResourceGet.'
    }
    $package = Join-Path $out 'package'
    if (Test-Path $package) {
        Remove-Item $package -Recurse -Force
    }
    $target = Join-Path $package 'VicidialPS'
    $null = New-Item $target -ItemType Directory -Force
    Copy-Item (Join-Path $modulePath '*') $target -Recurse

    # A release adds its notes and the address of the project to the manifest.
    $manifest = Join-Path $target 'VicidialPS.psd1'
    $version = (Import-PowerShellDataFile $manifest).ModuleVersion
    $quote = { "'$($args[0] -replace "'", "''")'" }
    $text = [IO.File]::ReadAllText($manifest) -replace "'See CHANGELOG\.md\.'", (& $quote (Get-ReleaseNote $version)).Replace('$', '$$')
    if ($ProjectUri) {
        $icon = "$($ProjectUri.ToString().TrimEnd('/'))/raw/main/docs/icon.png"
        $text = $text -replace '(?m)^( +)LicenseUri .*$', "`$0`n`$1ProjectUri               = $(& $quote $ProjectUri)`n`$1IconUri                  = $(& $quote $icon)"
    }
    else {
        Write-Warning 'The package does not contain the address of the project. Use -ProjectUri before you publish it.'
    }
    [IO.File]::WriteAllText($manifest, $text)

    # The catalog of hashes that is signed for a release, if this system can create one.
    if (Get-Command New-FileCatalog -ErrorAction Ignore) {
        $null = New-FileCatalog -Path $target -CatalogFilePath (Join-Path $target 'VicidialPS.cat') -CatalogVersion 2
    }

    Compress-PSResource -Path $target -DestinationPath $package
    Write-Host "Packed $(Join-Path $package "VicidialPS.$version.nupkg")"
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
        'Docs' { Build-Module; Build-Manifest; Build-Module; Build-Docs; Build-Module }
        'Bench' { Build-Module; Measure-Module }
        'Package' { Build-Module; New-Package }
        'Clean' { Remove-Output }
    }
}
