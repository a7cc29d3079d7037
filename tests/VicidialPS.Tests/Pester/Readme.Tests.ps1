# README.md: its first pipeline is run line by line, as a reader types it.
BeforeDiscovery {
    $root = [IO.Path]::GetFullPath([IO.Path]::Combine($PSScriptRoot, '..', '..', '..'))
    $text = [IO.File]::ReadAllText((Join-Path $root README.md))
    $lines = @([regex]::Match($text, '(?sm)^## A first pipeline.*?^```powershell\r?\n(.*?)^```').Groups[1].Value -split '\r?\n' |
            Where-Object { $_ } | ForEach-Object { @{ Line = $_ } })
    $links = @([regex]::Matches($text, '\]\(([^)#:]+)\)') | ForEach-Object { @{ Link = $_.Groups[1].Value } })
}

BeforeAll {
    $root = [IO.Path]::GetFullPath([IO.Path]::Combine($PSScriptRoot, '..', '..', '..'))
    $manifest = Join-Path (Get-Module VicidialPS).ModuleBase 'VicidialPS.psd1'
    $runspace = [runspacefactory]::CreateRunspace([initialsessionstate]::CreateDefault2())
    $runspace.Open()
    Copy-Item (Join-Path $root samples) $TestDrive -Recurse

    # The output of a line. A line that runs until Ctrl+C is stopped at its first output.
    function Invoke-Line([string] $Code) {
        $shell = [powershell]::Create($runspace)
        try {
            $output = [Management.Automation.PSDataCollection[psobject]]::new()
            $output.EnumeratorNeverBlocks = $true
            $running = $shell.AddScript($Code).BeginInvoke([Management.Automation.PSDataCollection[psobject]]::new(), $output)
            $limit = [Diagnostics.Stopwatch]::StartNew()
            $endless = $Code -match '^(Show|Watch)-'
            while (-not $running.IsCompleted -and -not ($endless -and ($output.Count -or $limit.Elapsed.TotalSeconds -gt 5))) {
                $limit.Elapsed.TotalSeconds | Should -BeLessThan 30 -Because "this line must end: $Code"
                [Threading.Thread]::Sleep(20)
            }
            $shell.Stop()
            $shell.Streams.Error | ForEach-Object { "$_" } | Should -BeNullOrEmpty
            @($output)
        }
        finally {
            $shell.Dispose()
        }
    }

    $null = Invoke-Line "Set-Location '$TestDrive'"
}

AfterAll { $runspace.Dispose() }

Describe 'The first pipeline of the README' {
    It 'has its lines in one block' { $lines = [IO.File]::ReadAllText((Join-Path $root README.md)); $lines | Should -Match '(?m)^Import-Module \./out/VicidialPS' }

    It '<Line>' -ForEach $lines {
        # The module is in the folder of the test's build.
        $output = Invoke-Line ($Line -replace '(?<=^Import-Module )\./out/VicidialPS', "'$manifest'")
        switch -Wildcard ($Line) {
            '*Status -eq PAUSED*' { $output.Status | Select-Object -Unique | Should -Be PAUSED }
            '*Export-Csv*' { @(Import-Csv (Join-Path $TestDrive floor.csv)).Count | Should -BeGreaterThan 0 }
            'Import-Csv samples*' { $output | Should -HaveCount 3; @(Get-Content (Join-Path $TestDrive load.jsonl)).Count | Should -BeGreaterThan 3 }
            '*DialableCount*' { $output.ListId | Should -Not -BeNullOrEmpty }
            'Watch-*' { $output[0].Kind | Should -Be CampaignShort }
        }
    }
}

Describe 'The links of the README' {
    It 'lead to <Link>' -ForEach $links {
        Join-Path $root $Link | Should -Exist
    }
}
