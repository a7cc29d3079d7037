Describe 'The examples of the pages' {
    It 'show what they emit, or PowerShell is too old' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $docs = [IO.Path]::GetFullPath([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'docs'))
        $manifest = Join-Path (Get-Module VicidialPS).ModuleBase 'VicidialPS.psd1'
        { & (Join-Path $docs 'Build-Examples.ps1') -ModulePath $manifest -Check } | Should -Not -Throw
        @(Get-ChildItem (Join-Path $docs 'en-US') -Filter *.md | Where-Object { [IO.File]::ReadAllText($_.FullName) -match '(?m)^```output\r?$' }).Count | Should -BeGreaterOrEqual 40
    }

    It 'are in the help with their output' {
        (Get-Help Get-VicidialCampaign -Examples | Out-String) | Should -Match 'TESTCAMP +Test Campaign +RATIO'
    }
}
