Describe 'docs/first-steps.md' {
    It 'shows the output of each command, or PowerShell is too old' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $docs = [IO.Path]::GetFullPath([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'docs'))
        $manifest = Join-Path (Get-Module VicidialPS).ModuleBase 'VicidialPS.psd1'
        { & (Join-Path $docs 'Build-FirstSteps.ps1') -ModulePath $manifest -Check } | Should -Not -Throw
        ([IO.File]::ReadAllText((Join-Path $docs 'first-steps.md')) -split '\r?\n' | Where-Object { $_ -match '^PS> ' }).Count | Should -BeGreaterThan 20
    }
}
