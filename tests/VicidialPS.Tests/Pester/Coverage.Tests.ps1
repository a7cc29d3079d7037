Describe 'docs/coverage.md' {
    It 'has the current figures' {
        $root = [IO.Path]::GetFullPath([IO.Path]::Combine($PSScriptRoot, '..', '..', '..'))
        $parameter = @{
            ModulePath      = Join-Path (Get-Module VicidialPS).ModuleBase 'VicidialPS.psd1'
            TestingAssembly = [Vicidial.Testing.Captures].Assembly.Location
        }
        { & ([IO.Path]::Combine($root, 'docs', 'Build-Coverage.ps1')) @parameter -Check } | Should -Not -Throw
    }
}
