# Logs of requests: they contain the requests but no secret, and never block a request.
BeforeDiscovery {
    $canaries = 'Canary7x', 'Can ary&7/x=', 'canarybird', '73519284'
    $noFullDisk = -not (Test-Path /dev/full)
}

BeforeAll {
    function Get-Log([string] $Path) { Get-Content -LiteralPath $Path | ForEach-Object { $_ | ConvertFrom-Json } }
    function Connect-Logged([string] $Path, [string] $Name = 'main', [hashtable] $More = @{}) {
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name $Name -LogPath $Path -RetryIntervalSec 0 @More
    }
}

Describe 'Connect-VicidialServer -LogPath' {
    BeforeEach {
        $dialer = Start-VicidialSimulator
        $file = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"
    }

    AfterEach {
        Get-VicidialConnection | Disconnect-VicidialServer
        Stop-VicidialSimulator
    }

    It 'has one line for each request, with its fields and its outcome' {
        Connect-Logged $file
        (Get-VicidialConnection main).LogPath | Should -Be $file
        $null = Invoke-VicidialApi list_info @{ list_id = 101 }
        $null = Get-VicidialLoggedInAgent
        $null = Invoke-VicidialApi add_lead @{ phone_number = '12'; list_id = 101 } -Confirm:$false -ErrorAction SilentlyContinue
        $lines = @(Get-Log $file)
        $lines[0].function | Should -Be version
        $lines[0].api | Should -Be NonAgent
        $last = @($lines | Select-Object -Last 3)
        $last.function | Should -Be list_info, logged_in_agents, add_lead
        $last.outcome | Should -Be ok, rows, failed
        $last.connection | Select-Object -Unique | Should -Be main
        $last.user | Select-Object -Unique | Should -Be $dialer.Credential.UserName
        $last.status | Select-Object -Unique | Should -Be 200
        $last[0].fields.list_id | Should -Be '101'
        $last[2].errorId | Should -BeLike 'Vicidial.*'
        $last[2].message | Should -Not -BeNullOrEmpty
        ($last[0].time -as [datetime]).ToUniversalTime() | Should -BeGreaterThan ([datetime]::UtcNow.AddMinutes(-5))
        $last | ForEach-Object { $_.milliseconds | Should -BeGreaterOrEqual 0 }
    }

    It 'has a line for each attempt' {
        Connect-Logged $file
        Set-VicidialSimulatorFault ServerErrorInstead -Function logged_in_agents -Count 2
        $null = Get-VicidialLoggedInAgent
        $lines = @(Get-Log $file | Where-Object function -EQ logged_in_agents)
        $lines.attempt | Should -Be 1, 2, 3
        $lines.outcome | Should -Be failed, failed, rows
    }

    It 'has the login that was refused' {
        $wrong = [pscredential]::new('6666', (ConvertTo-SecureString 'wrong1234' -AsPlainText -Force))
        { Connect-VicidialServer -Uri $dialer.Uri -Credential $wrong -LogPath $file } | Should -Throw -ErrorId 'Vicidial.LoginIncorrect,*'
        (Get-Log $file)[-1].errorId | Should -Be 'Vicidial.LoginIncorrect'
        Get-Content $file -Raw | Should -Not -Match wrong1234
    }

    It 'is one file for several connections, and is continued in a later session' {
        Connect-Logged $file
        Connect-Logged $file second
        $null = Get-VicidialLoggedInAgent -Connection main, second
        Disconnect-VicidialServer main
        $null = Get-VicidialLoggedInAgent -Connection second
        Disconnect-VicidialServer second
        Connect-Logged $file third
        $calls = Get-Log $file | Where-Object function -EQ logged_in_agents
        @($calls | Where-Object connection -EQ main).Count | Should -Be 1
        @($calls | Where-Object connection -EQ second).Count | Should -Be 2
        (Get-Log $file)[-1].connection | Should -Be third
    }

    It 'cannot be written by a second session, which gets a warning' {
        Connect-Logged $file
        $shell = [powershell]::Create()
        $null = $shell.AddScript('param($module, $uri, $credential, $file) Import-Module $module; Connect-VicidialServer -Uri $uri -Credential $credential -Name other -LogPath $file; $null = Get-VicidialLoggedInAgent')
        $null = $shell.AddArgument((Get-Module VicidialPS).Path).AddArgument($dialer.Uri).AddArgument($dialer.Credential).AddArgument($file)
        $null = $shell.Invoke()
        @($shell.Streams.Warning).Count | Should -Be 1
        "$($shell.Streams.Warning)" | Should -Match 'Another session or process is writing to it'
        $shell.HadErrors | Should -BeFalse
        $shell.Dispose()
        $null = Get-VicidialLoggedInAgent
        $lines = @(Get-Log $file)
        $lines.connection | Select-Object -Unique | Should -Be main
        $lines[-1].function | Should -Be logged_in_agents
    }

    It 'is created again if it was deleted' {
        Connect-Logged $file
        Remove-Item $file
        $null = Get-VicidialLoggedInAgent
        (Get-Log $file).function | Should -Be logged_in_agents
    }

    It 'is written only to a file system' {
        Push-Location Env:
        try { $failure = { Connect-Logged calls.jsonl } | Should -Throw -PassThru }
        finally { Pop-Location }
        $failure.FullyQualifiedErrorId | Should -BeLike 'Vicidial.LogNotWritable,*'
        $failure.ErrorDetails.RecommendedAction | Should -Match LogPath
        Join-Path ([Environment]::CurrentDirectory) calls.jsonl | Should -Not -Exist
    }

    It 'starts a new file when one is too large, and keeps the requested number of files' {
        Connect-Logged $file main @{ LogMaximumBytes = 2000; LogFileCount = 3 }
        1..40 | ForEach-Object { $null = Invoke-VicidialApi list_info @{ list_id = 101 } }
        $files = @(Get-ChildItem "$file*" | Sort-Object Name)
        $files.Name | ForEach-Object { [IO.Path]::GetExtension($_) } | Should -Be '.jsonl', '.1', '.2'
        $files | ForEach-Object { $_.Length | Should -BeLessOrEqual 2000; @(Get-Log $_.FullName).Count | Should -BeGreaterThan 1 }
    }

    It 'warns once if it cannot be written, and requests continue' {
        $warned = @(& {
                Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main -LogPath (Join-Path $TestDrive 'no' 'such' 'folder.jsonl')
                Get-VicidialLoggedInAgent | Out-Null
                Add-VicidialLead -ListId 101 -PhoneNumber 7275551199 | Out-Null
            } 3>&1)
        $warned.Count | Should -Be 1
        "$warned" | Should -Match 'Cannot write to the log .*folder.jsonl'
        @(Get-VicidialLoggedInAgent).Count | Should -BeGreaterThan 0
    }

    It 'does not stop requests if the disk is full' -Skip:$noFullDisk {
        $null = New-Item -ItemType SymbolicLink -Path $file -Target /dev/full
        $warned = @(& {
                Connect-Logged $file
                (Invoke-VicidialApi list_info @{ list_id = 101 }).Raw | Should -Match TESTCAMP
                1..3 | ForEach-Object { [pscustomobject]@{ PhoneNumber = "727555118$_" } } | Add-VicidialLead -ListId 101 | Should -HaveCount 3
            } 3>&1)
        $warned.Count | Should -Be 1
    }

    It 'does not stop requests if another program locks the file' {
        $held = [IO.FileStream]::new($file, 'OpenOrCreate', 'ReadWrite', 'None')
        $warned = @(Connect-Logged $file 3>&1)
        $warned.Count | Should -Be 1
        @(Get-VicidialLoggedInAgent).Count | Should -BeGreaterThan 0
        $held.Dispose()
        $null = Get-VicidialLoggedInAgent
        (Get-Log $file).function | Should -Contain logged_in_agents
    }

    It 'has no password in it: <_>' -ForEach $canaries {
        $secret = $_
        $isAccepted = $secret -match '^[\w]+$'
        $password = $isAccepted ? $secret : 'plain1Pass'
        $dialer = Start-VicidialSimulator -Scenario @{ Extend = $true; Users = @(@{ User = 'canary'; Password = $password; Level = 9; Group = 'ADMIN'; FullName = 'Canary' }) }
        $right = [pscredential]::new('canary', (ConvertTo-SecureString $password -AsPlainText -Force))
        Connect-VicidialServer -Uri $dialer.Uri -Credential $right -Name right -LogPath $file -CheckAgentApi -RetryIntervalSec 0
        & {
            $encoded = [uri]::EscapeDataString($secret)
            Invoke-VicidialApi add_user @{ agent_user = 'fresh1'; agent_pass = $secret; agent_user_level = 1; agent_full_name = 'x'; agent_user_group = 'AGENTS' } -Connection right -Confirm:$false -SkipSafetyCheck
            Invoke-VicidialApi add_phone @{ extension = 'x9'; phone_pass = $secret; registration_password = $secret; phone_login = 'x9' } -Connection right -Confirm:$false -SkipSafetyCheck
            Invoke-VicidialApi update_did @{ did_pattern = '8005551212'; filter_url_password = $secret } -Connection right -Confirm:$false -SkipSafetyCheck
            Invoke-VicidialApi update_campaign @{ campaign_id = 'TESTCAMP'; start_call_url = "http://crm/x?pass=$encoded&x=1"; dispo_call_url = "http://me:$encoded@crm/y" } -Connection right -Confirm:$false -SkipSafetyCheck
            Add-VicidialLead -ListId 101 -PhoneNumber 7275551198 -Connection right
            foreach ($fault in 'PhpNoise', 'HtmlPage', 'ServerErrorInstead', 'CutReply') {
                Set-VicidialSimulatorFault $fault -Simulator $dialer -Function logged_in_agents -Count 3 -CutAfterBytes 100 -RetryAfter 0
                Get-VicidialLoggedInAgent -Connection right
                Set-VicidialSimulatorFault -Clear -Simulator $dialer
            }
            if ($isAccepted) {
                $wrong = [pscredential]::new('6666', (ConvertTo-SecureString $secret -AsPlainText -Force))
                Connect-VicidialServer -Uri $dialer.Uri -Credential $wrong -Name late -SkipLoginCheck -LogPath $file
                try { Get-VicidialLoggedInAgent -Connection late } catch { $null = $_ }
                Connect-VicidialServer -Uri $dialer.Uri -Credential $wrong -Name agent -SkipLoginCheck -LogPath $file
                try { Invoke-VicidialCallAgent 1001 -Connection agent } catch { $null = $_ }
            }
        } *>&1 | Out-Null
        $text = Get-Content -LiteralPath $file -Raw
        $text | Should -Match add_phone
        foreach ($form in $secret, [uri]::EscapeDataString($secret), [Net.WebUtility]::UrlEncode($secret), [Net.WebUtility]::HtmlEncode($secret), $password) {
            $text | Should -Not -Match ([regex]::Escape($form))
        }
        (Get-Log $file | Where-Object function -EQ add_phone).fields.phone_pass | Should -Be '***'
        (Get-Log $file | Where-Object function -EQ add_lead).fields.phone_number | Should -Be '7275551198'
    }
}
