# Connections that are saved without their secrets: what the files contain, how they are read, and what they reject.
BeforeAll {
    $dialer = Start-VicidialSimulator
    $password = $dialer.Credential.GetNetworkCredential().Password
    $proxyPassword = 'Cn4ry-Pr0xy'

    function Get-Id($ErrorRecord) { $ErrorRecord.FullyQualifiedErrorId -replace ',.*' }
    function New-ProfileFile([string] $Text) {
        $file = Join-Path $TestDrive "$([guid]::NewGuid().ToString('N')).psd1"
        Set-Content $file $Text
        $file
    }
}

AfterAll {
    Get-VicidialConnection | Disconnect-VicidialServer
    Stop-VicidialSimulator
}

Describe 'A saved connection' {
    BeforeEach {
        $file = Join-Path $TestDrive "$([guid]::NewGuid().ToString('N')).psd1"
    }

    AfterEach {
        Get-VicidialConnection | Disconnect-VicidialServer
    }

    It 'connects with the saved settings and a password that is given when connecting' {
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name "night's run" -Source Night7 -TimeoutSec 7 -MaximumRetryCount 1 -NoProxy
        $saved = Save-VicidialConnection -Path $file -PassThru
        $saved.Name, $saved.Uri, $saved.User | Should -Be "night's run", $dialer.Uri, $dialer.Credential.UserName
        Disconnect-VicidialServer
        $connection = Import-VicidialConnection -Path $file -Credential $dialer.Credential -PassThru
        $connection.Name, $connection.Source, $connection.TimeoutSec, $connection.MaximumRetryCount | Should -Be "night's run", 'Night7', 7, 1
        $connection.Login | Should -Be 'Good'
        (Get-VicidialConnection | Where-Object IsDefault).Name | Should -Be "night's run"
    }

    It 'is a data file with the parameters of Connect-VicidialServer' {
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main -SkipLoginCheck
        Save-VicidialConnection main $file
        $settings = Import-PowerShellDataFile $file
        $settings.Keys | Sort-Object | Should -Be 'Name', 'Uri', 'User'
        $settings.Remove('User')
        (Connect-VicidialServer @settings -Credential $dialer.Credential -PassThru).Name | Should -Be 'main'
    }

    It 'contains no password of the dialer or of a proxy' {
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main -Proxy "http://me:$proxyPassword@127.0.0.1:9" -NoProxy
        $made = Save-VicidialConnection main $file -PassThru
        $texts = @(Get-Content $file -Raw; $made | Format-List * | Out-String; $made.Settings | Out-String; [Management.Automation.PSSerializer]::Serialize($made, 5))
        foreach ($text in $texts) {
            $text | Should -Not -BeLike "*$password*"
            $text | Should -Not -BeLike "*$proxyPassword*"
        }

        (Import-PowerShellDataFile $file).Proxy | Should -Be 'http://127.0.0.1:9/'
    }

    It 'is not replaced without -Force, and not created with -WhatIf' {
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main
        Save-VicidialConnection main $file -WhatIf
        $file | Should -Not -Exist
        Save-VicidialConnection main $file
        Save-VicidialConnection main $file -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.ProfileExists'
        $failed[0].CategoryInfo.Category | Should -Be 'ResourceExists'
        (Save-VicidialConnection main $file -Force -PassThru).Name | Should -Be 'main'
    }

    It 'has the full path of the log and its settings' {
        $log = Join-Path $TestDrive "$([guid]::NewGuid().ToString('N')).jsonl"
        Push-Location $TestDrive
        try { Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main -LogPath (Split-Path $log -Leaf) -LogMaximumBytes 5000 -LogFileCount 2 -CheckAgentApi -SkipLoginCheck -NoDefault }
        finally { Pop-Location }
        Save-VicidialConnection main $file
        $settings = Import-PowerShellDataFile $file
        $settings.LogPath, $settings.LogMaximumBytes, $settings.LogFileCount, $settings.CheckAgentApi | Should -Be $log, 5000, 2, $true
        $settings.Keys | Should -Not -Contain SkipLoginCheck
        $settings.Keys | Should -Not -Contain NoDefault
        Disconnect-VicidialServer main
        (Import-VicidialConnection -Path $file -Credential $dialer.Credential -PassThru).LogPath | Should -Be $log
    }

    It 'writes one connection to a file' {
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name second
        $failures = @(
            { Save-VicidialConnection main, second -Path $file -Force } | Should -Throw -PassThru
            { Get-VicidialConnection | Save-VicidialConnection -Path $file -Force } | Should -Throw -PassThru
        )
        foreach ($failure in $failures) {
            Get-Id $failure | Should -Be 'Vicidial.ProfilePathTaken'
            $failure.ErrorDetails.RecommendedAction | Should -Match Path
        }
        $file | Should -Not -Exist
        Save-VicidialConnection main, main -Path $file
        $file | Should -Exist
    }

    It 'is written only to a file system' {
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main
        Push-Location Env:
        try { Save-VicidialConnection main -Path prof.psd1 -ErrorVariable failed -ErrorAction SilentlyContinue }
        finally { Pop-Location }
        Get-Id $failed[0] | Should -Be 'Vicidial.ProfileNotWritable'
        $failed[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'does not prevent other connections if its dialer is down' {
        $down = New-ProfileFile "@{ Uri = 'http://127.0.0.1:1'; NoProxy = `$true; MaximumRetryCount = 0 }"
        $broken = New-ProfileFile '@{'
        $good = New-ProfileFile "@{ Uri = '$($dialer.Uri)'; Name = 'good' }"
        $found = Import-VicidialConnection -Path $down, $broken, (Join-Path $TestDrive nothing.psd1), $good -Credential $dialer.Credential -PassThru -ErrorVariable failed -ErrorAction SilentlyContinue
        $found.Name | Should -Be good
        $failed | Where-Object { $_ -is [Management.Automation.ErrorRecord] } | ForEach-Object { Get-Id $_ } | Select-Object -Unique |
            Should -Be Vicidial.ServerNotReachable, Vicidial.InvalidProfile, Vicidial.ProfileNotFound
        ($down, $good | Get-Item | Import-VicidialConnection -Credential $dialer.Credential -PassThru -ErrorAction SilentlyContinue).Name | Should -Be good
        { Import-VicidialConnection -Path $down -Credential $dialer.Credential } | Should -Throw -ErrorId 'Vicidial.ServerNotReachable,*'
    }

    It 'can be in a file with brackets in its name' {
        $file = Join-Path $TestDrive '[night].psd1'
        Set-Content -LiteralPath $file "@{ Uri = '$($dialer.Uri)'; Name = 'night' }"
        (Import-VicidialConnection -Path $file -Credential $dialer.Credential -PassThru).Name | Should -Be night
        { Import-VicidialConnection -Path (Join-Path $TestDrive '[none].psd1') -Credential $dialer.Credential } | Should -Throw -ErrorId 'Vicidial.ProfileNotFound,*'
    }

    It 'can be written manually' {
        $file = New-ProfileFile "@{ Uri = '$($dialer.Uri)'; Source = 'byhand'; NoProxy = `$true; TimeoutSec = 9 }"
        $connection = $file | ForEach-Object { Get-Item $_ } | Import-VicidialConnection -Credential $dialer.Credential -PassThru -NoDefault
        $connection.Name | Should -Be ([IO.Path]::GetFileNameWithoutExtension($file))
        $connection.Source, $connection.TimeoutSec | Should -Be 'byhand', 9
    }

    It 'is rejected if it contains <What>, and the error does not repeat its text' -ForEach @(
        @{ What = 'a password'; Text = "@{ Uri = 'https://dialer'; Password = 'Cn4ry-F1le' }" }
        @{ What = 'a credential'; Text = "@{ Uri = 'https://dialer'; Credential = 'Cn4ry-F1le' }" }
        @{ What = 'code'; Text = "@{ Uri = (Get-Item 'Cn4ry-F1le').Name }" }
        @{ What = 'no table'; Text = "'Cn4ry-F1le'" }
        @{ What = 'half a table'; Text = "@{ Uri = 'Cn4ry-F1le'" }
        @{ What = 'no address'; Text = "@{ Name = 'Cn4ry-F1le' }" }
        @{ What = 'a table for an address'; Text = "@{ Uri = @{ a = 'Cn4ry-F1le' } }" }
        @{ What = 'a list for a name'; Text = "@{ Uri = 'https://dialer'; Name = 'Cn4ry-F1le', 'b' }" }
        @{ What = 'a number that is none'; Text = "@{ Uri = 'https://dialer'; TimeoutSec = 'Cn4ry-F1le' }" }
    ) {
        $file = New-ProfileFile $Text
        $failure = { Import-VicidialConnection -Path $file -Credential $dialer.Credential } | Should -Throw -PassThru
        Get-Id $failure | Should -Be 'Vicidial.InvalidProfile'
        $failure.CategoryInfo.Category | Should -Be 'InvalidArgument'
        "$failure" | Should -BeLike "*$file*"
        $failure | Format-List * -Force | Out-String | Should -Not -BeLike '*Cn4ry*'
    }

    It 'is checked in the same way as typed values' {
        $file = New-ProfileFile "@{ Uri = 'https://dialer'; TimeoutSec = 99999 }"
        { Import-VicidialConnection -Path $file -Credential $dialer.Credential } | Should -Throw '*TimeoutSec*3600*'
    }

    It 'does not connect if the login is refused, with the error of Connect-VicidialServer' {
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main
        Save-VicidialConnection main $file
        Disconnect-VicidialServer main
        $wrong = [pscredential]::new($dialer.Credential.UserName, (ConvertTo-SecureString 'Cn4ryWr0ng' -AsPlainText -Force))
        $failure = { Import-VicidialConnection -Path $file -Credential $wrong } | Should -Throw -PassThru
        Get-Id $failure | Should -Be 'Vicidial.LoginIncorrect'
        $failure.CategoryInfo.Category | Should -Be 'AuthenticationError'
        $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        Get-VicidialConnection | Should -BeNullOrEmpty
    }

    It 'that does not exist is an error with its name' {
        $failure = { Import-VicidialConnection -Path (Join-Path $TestDrive nothing.psd1) -Credential $dialer.Credential } | Should -Throw -PassThru
        Get-Id $failure | Should -Be 'Vicidial.ProfileNotFound'
        $failure.CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }

    It 'prompts for the password, which is an error in a session without prompts' {
        $file = New-ProfileFile "@{ Uri = '$($dialer.Uri)' }"
        $failure = { Import-VicidialConnection -Path $file } | Should -Throw -PassThru
        Get-Id $failure | Should -Be 'Vicidial.CredentialNeeded'
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*Get-Secret*'
    }
}

Describe 'The folder of saved connections' -Skip:($env:OS -eq 'Windows_NT') {
    BeforeAll {
        # The folder for the settings of an account on Unix.
        $home1 = $env:XDG_CONFIG_HOME
        $env:XDG_CONFIG_HOME = Join-Path $TestDrive config
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name 'main/east:1'
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name west
        Get-VicidialConnection | Save-VicidialConnection
        Get-VicidialConnection | Disconnect-VicidialServer
    }

    AfterAll {
        $env:XDG_CONFIG_HOME = $home1
    }

    AfterEach {
        Get-VicidialConnection | Disconnect-VicidialServer
    }

    It 'lists the saved connections' {
        (Get-VicidialConnection -Saved).Name | Sort-Object | Should -Be 'main/east:1', 'west'
        (Get-VicidialConnection w* -Saved).Uri | Should -Be $dialer.Uri
        Get-VicidialConnection | Should -BeNullOrEmpty
    }

    It 'connects by name, by pattern, or from the pipeline' {
        (Import-VicidialConnection west $dialer.Credential -PassThru).Name | Should -Be 'west'
        (Import-VicidialConnection main* $dialer.Credential -PassThru).Name | Should -Be 'main/east:1'
        (Get-VicidialConnection -Saved | Import-VicidialConnection -Credential $dialer.Credential -PassThru).Count | Should -Be 2
    }

    It 'completes names' {
        $line = 'Import-VicidialConnection w'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'west'
    }

    It 'lists the others if one file is damaged' {
        $broken = Join-Path $env:XDG_CONFIG_HOME VicidialPS connections broken.psd1
        Set-Content $broken '@{'
        try {
            $found = Get-VicidialConnection -Saved -ErrorVariable failed -ErrorAction SilentlyContinue
            $found.Count | Should -Be 2
            Get-Id $failed[0] | Should -Be 'Vicidial.InvalidProfile'
            $line = 'Import-VicidialConnection w'
            (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'west'
        }
        finally {
            Remove-Item $broken
        }
    }

    It 'is found by a name with brackets in it' {
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name 'Prod [EU]'
        Save-VicidialConnection 'Prod [EU]'
        try {
            (Get-VicidialConnection 'Prod [EU]').Name | Should -Be 'Prod [EU]'
            Disconnect-VicidialServer 'Prod [EU]'
            (Get-VicidialConnection 'Prod [EU]' -Saved).Name | Should -Be 'Prod [EU]'
            (Import-VicidialConnection 'Prod [EU]' $dialer.Credential -PassThru).Name | Should -Be 'Prod [EU]'
            foreach ($name in 'Test [EU]', 'Half [') {
                { Import-VicidialConnection $name $dialer.Credential } | Should -Throw -ErrorId 'Vicidial.ProfileNotFound,*'
                Get-VicidialConnection $name -ErrorVariable failed -ErrorAction SilentlyContinue
                Get-Id $failed[0] | Should -Be Vicidial.ConnectionNotFound
            }
        }
        finally {
            Get-VicidialConnection -Saved | Where-Object Name -EQ 'Prod [EU]' | ForEach-Object { Remove-Item -LiteralPath $_.Path }
        }
    }

    It 'names the connection that does not exist' {
        $failure = { Import-VicidialConnection north $dialer.Credential } | Should -Throw -PassThru
        Get-Id $failure | Should -Be 'Vicidial.ProfileNotFound'
    }
}
