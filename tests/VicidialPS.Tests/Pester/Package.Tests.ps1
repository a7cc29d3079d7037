# The package for the PowerShell Gallery: created, installed from a local repository into an empty folder, and used
# there.
BeforeDiscovery {
    $noGet = -not (Get-Command Compress-PSResource -ErrorAction Ignore)
    $noAnalyzer = -not (Get-Module -ListAvailable PSScriptAnalyzer)
}

Describe 'The package, or Microsoft.PowerShell.PSResourceGet is missing' -Skip:$noGet {
    BeforeAll {
        $root = [IO.Path]::GetFullPath([IO.Path]::Combine($PSScriptRoot, '..', '..', '..'))
        Import-Module ([IO.Path]::Combine($root, 'src', 'Build', 'Engine.psm1'))
        $out = Join-Path $TestDrive out
        $printed = Invoke-PowerShell -NoProfile -NonInteractive -File (Join-Path $root build.ps1) Package -Configuration Debug -OutputPath $out -ProjectUri https://dialer.example.com/vicidialps 2>&1
        $package = Join-Path $out package
        $file = Get-ChildItem $package -Filter *.nupkg
        $version = "$((Get-Module VicidialPS).Version)"
        $manifest = [IO.Path]::Combine($package, 'VicidialPS', 'VicidialPS.psd1')
    }

    It 'is created by build.ps1' {
        "$printed" | Should -BeLike '*Packed*'
        $file.Name | Should -Be "VicidialPS.$version.nupkg"
    }

    It 'has the metadata that the gallery shows: tags, license, notes, project, icon' {
        $data = (Test-ModuleManifest $manifest).PrivateData.PSData
        $data.Tags | Should -Contain 'VICIdial'
        $data.Tags | Should -Contain 'PSEdition_Core'
        $data.Tags | Should -Contain 'PSEdition_Desktop'
        $data.LicenseUri | Should -Be 'https://opensource.org/license/mit'
        $data.ProjectUri | Should -Be 'https://dialer.example.com/vicidialps'
        $data.IconUri | Should -Be 'https://dialer.example.com/vicidialps/raw/main/docs/icon.png'
        $data.ReleaseNotes | Should -BeLike '*Connect-*'
        $data.ReleaseNotes.Length | Should -BeGreaterThan 200
        [IO.Path]::Combine($root, 'docs', 'icon.png') | Should -Exist
    }

    It 'contains the module, its help, and its license, and no platform files' {
        Add-Type -AssemblyName System.IO.Compression.FileSystem
        $zip = [IO.Compression.ZipFile]::OpenRead($file.FullName)
        try {
            $names = $zip.Entries.FullName
        }
        finally {
            $zip.Dispose()
        }
        $names | Should -Contain 'LICENSE'
        $names | Should -Contain 'VicidialPS.psd1'
        $names | Should -Contain 'en-US/VicidialPS.dll-Help.xml'
        $names | Where-Object { $_ -like '*.dll' } | Sort-Object | Should -Be 'Vicidial.Client.dll', 'Vicidial.Http.dll', 'Vicidial.Simulator.dll', 'VicidialPS.dll'
        $names | Where-Object { $_ -match '\.(pdb|cs|json|ps1)$' } | Should -BeNullOrEmpty
    }

    It 'can be installed from a local repository into an empty folder, and works there' {
        $feed = Join-Path $TestDrive feed
        $clean = Join-Path $TestDrive clean
        $settings = Join-Path $TestDrive settings
        $null = New-Item $feed, $clean, $settings -ItemType Directory
        Copy-Item $file.FullName $feed
        $script = Join-Path $TestDrive install.ps1
        @'
param($Feed, $Clean)
$ErrorActionPreference = 'Stop'
$name = "VicidialPSTest$PID"
Register-PSResourceRepository -Name $name -Uri $Feed -Trusted
try {
    Save-PSResource VicidialPS -Repository $name -Path $Clean
}
finally {
    Unregister-PSResourceRepository $name
}
$env:PSModulePath = $Clean
$dialer = Start-VicidialSimulator
Connect-VicidialServer $dialer.Uri $dialer.Credential
[ordered]@{
    Base = (Get-Module VicidialPS).ModuleBase
    Version = "$((Get-Module VicidialPS).Version)"
    Agents = @(Get-VicidialLoggedInAgent).Count
    Synopsis = (Get-Help Get-VicidialLoggedInAgent).Synopsis
    View = "$(Get-VicidialLoggedInAgent | Select-Object -First 1 | Out-String)"
} | ConvertTo-Json -Compress
'@ | Set-Content $script
        # The list of repositories is in the account's folder, which tests should not change.
        $kept = $env:XDG_DATA_HOME
        $env:XDG_DATA_HOME = $settings
        try {
            $told = Invoke-PowerShell -NoProfile -NonInteractive -File $script $feed $clean | Select-Object -Last 1 | ConvertFrom-Json
        }
        finally {
            $env:XDG_DATA_HOME = $kept
        }
        $told.Version | Should -Be $version
        $told.Base | Should -Be ([IO.Path]::Combine($clean, 'VicidialPS', $version))
        $told.Agents | Should -BeGreaterThan 5
        $told.Synopsis | Should -Not -BeLike '*Get-VicidialLoggedInAgent*'
        $told.View | Should -BeLike '*Campaign*'
    }

    It 'passes the rules that the gallery analyzes packages with, or PSScriptAnalyzer is missing' -Skip:$noAnalyzer {
        Invoke-ScriptAnalyzer -Path (Join-Path $package VicidialPS) -Recurse -Settings PSGallery |
            ForEach-Object { "$($_.RuleName): $($_.Message)" } | Should -BeNullOrEmpty
    }
}
