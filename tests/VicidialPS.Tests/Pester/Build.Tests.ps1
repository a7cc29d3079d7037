# The helpers of build.ps1: starting PowerShell again, and serving a simulated dialer.
BeforeAll {
    $build = [IO.Path]::GetFullPath([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'src', 'Build'))
    Import-Module (Join-Path $build Engine.psm1)
}

Describe 'src/Build/Engine.psm1' {
    It 'runs PowerShell of the same version, however it was installed' {
        Invoke-PowerShell -NoProfile -NonInteractive -Command '"$($PSVersionTable.PSVersion)"' | Should -Be "$($PSVersionTable.PSVersion)"
    }

    It 'passes spaces and quotation marks unchanged' {
        $script = Join-Path $TestDrive 'a script.ps1'
        Set-Content $script '$args | ForEach-Object { "<$_>" }'
        $process = Start-PowerShell -ArgumentList '-NoProfile', '-NonInteractive', '-File', $script, 'a b', 'say "yes"', 'C:\a b\'
        $process.StandardOutput.ReadToEnd() -split '\r?\n' | Where-Object { $_ } | Should -Be '<a b>', '<say "yes">', '<C:\a b\>'
        $process.WaitForExit()
        $process.Dispose()
    }

    It 'starts one process, so that killing it ends the session' {
        $process = Start-PowerShell -ArgumentList '-NoProfile', '-NonInteractive', '-Command', '$PID; $null = [Console]::In.ReadLine()'
        try { $process.StandardOutput.ReadLine() | Should -Be $process.Id }
        finally { $process.Kill($true); $process.Dispose() }
    }
}

Describe 'build.ps1 Serve' {
    It 'prints the address, the user name, and the password of a dialer that accepts them' {
        $process = Start-PowerShell -ArgumentList '-NoProfile', '-NonInteractive', '-File', (Join-Path $build Serve.ps1), '-ModulePath', (Get-Module VicidialPS).ModuleBase
        try {
            $told = @{}
            while (-not $told.Contains('Password') -and $null -ne ($line = $process.StandardOutput.ReadLine())) {
                if ($line -replace '\e\[[\d;]*m' -match '^(\w+)\s*: (.*)$') { $told[$Matches[1]] = $Matches[2] }
            }
            $account = [pscredential]::new($told.UserName, (ConvertTo-SecureString $told.Password -AsPlainText -Force))
            Connect-VicidialServer -Uri $told.Uri -Credential $account -Name served -NoDefault
            @(Get-VicidialLoggedInAgent -Connection served).Count | Should -BeGreaterThan 5
        }
        finally {
            Disconnect-VicidialServer served -ErrorAction Ignore
            $process.Kill($true)
            $process.Dispose()
        }
    }
}

Describe 'src/Build/Build-Manifest.ps1' {
    It 'adds a new cmdlet to the manifest, removes a deleted one, and changes nothing else' {
        $module = (Get-Module VicidialPS).ModuleBase
        $right = [IO.File]::ReadAllText((Join-Path $module VicidialPS.psd1))
        $manifest = Join-Path $TestDrive manifest.psd1
        [IO.File]::WriteAllText($manifest, $right.Replace("        'Watch-VicidialAgent'`n", '').Replace("'Add-VicidialLead'", "'Add-VicidialLeed'"))
        Invoke-PowerShell -NoProfile -NonInteractive -File (Join-Path $build Build-Manifest.ps1) -AssemblyPath (Join-Path $module VicidialPS.dll) -ManifestPath $manifest
        [IO.File]::ReadAllText($manifest) | Should -BeExactly $right
    }
}
