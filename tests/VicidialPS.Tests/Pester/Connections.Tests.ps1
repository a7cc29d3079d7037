BeforeAll {
    $dialer = Start-VicidialSimulator
    function New-Account([string] $User, [string] $Password) {
        [pscredential]::new($User, (ConvertTo-SecureString $Password -AsPlainText -Force))
    }
    function Get-Failure([scriptblock] $Script) {
        try { & $Script; throw 'nothing failed' } catch { $_ }
    }
}

AfterAll {
    Get-VicidialConnection | Disconnect-VicidialServer
    Stop-VicidialSimulator
}

Describe 'Connect-VicidialServer' {
    BeforeEach { $null = Get-VicidialSimulatorRequest -Clear }
    AfterEach { Get-VicidialConnection | Disconnect-VicidialServer }

    It 'reads both versions without a login, then checks the login once' {
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential
        $requests = @(Get-VicidialSimulatorRequest)
        $requests.Function | Should -Be 'version', 'version', ''
        $requests.User | Should -Be '', '', $dialer.Credential.UserName
        $requests.Method | Should -Be 'POST', 'POST', 'POST'
    }

    It 'accepts a number without quotes as a user, and prompts for the password' {
        # A runspace without a host cannot prompt: it fails as it does for a user name.
        $state = [initialsessionstate]::CreateDefault2()
        $state.ImportPSModule((Get-Module VicidialPS).Path)
        $messages = foreach ($user in '6666', 6666) {
            $shell = [powershell]::Create($state).AddCommand('Connect-VicidialServer').AddParameters(@{ Uri = $dialer.Uri; Credential = $user })
            try { ({ $shell.Invoke() } | Should -Throw -PassThru).Exception.InnerException.Message }
            finally { $shell.Dispose() }
        }
        $messages[1] | Should -Be $messages[0]
        $messages[1] | Should -Not -Match 'Int32'
    }

    It 'emits nothing, or the connection with -PassThru' {
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential | Should -BeNullOrEmpty
        $connection = Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name floor -PassThru
        $connection.Name | Should -Be 'floor'
        $connection.Version | Should -Be '2.14-202'
        $connection.AgentVersion | Should -Be '2.14-82'
        $connection.Login | Should -Be 'Good'
        $connection.UtcOffset | Should -Be ([timespan]'-05:00:00')
    }

    It 'makes the last connection the default, unless -NoDefault' {
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name one
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name two
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name three -NoDefault
        (Get-VicidialConnection | Where-Object IsDefault).Name | Should -Be 'two'
        Disconnect-VicidialServer two
        (Get-VicidialConnection | Where-Object IsDefault).Name | Should -Be 'three'
    }

    It 'replaces a connection of the same name' {
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name floor
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name FLOOR -Source second
        @(Get-VicidialConnection).Count | Should -Be 1
        (Get-VicidialConnection floor).Source | Should -Be 'second'
    }

    It 'reports why a login is refused, and sends nothing more' {
        $failure = Get-Failure { Connect-VicidialServer -Uri $dialer.Uri -Credential (New-Account 6666 wrong) }
        $failure.FullyQualifiedErrorId | Should -Be 'Vicidial.LoginIncorrect,VicidialPS.Commands.Connections.ConnectServerCommand'
        $failure.CategoryInfo.Category | Should -Be 'AuthenticationError'
        $failure.Exception.Message | Should -Match 'Connect again'
        $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        @(Get-VicidialSimulatorRequest | Where-Object User).Count | Should -Be 1
        Get-VicidialConnection | Should -BeNullOrEmpty
    }

    It 'distinguishes a locked account from a wrong password' {
        $failure = Get-Failure { Connect-VicidialServer -Uri $dialer.Uri -Credential (New-Account locked9 1234) }
        $failure.FullyQualifiedErrorId | Should -BeLike 'Vicidial.AccountLocked,*'
        $failure.CategoryInfo.Category | Should -Be 'SecurityError'
    }

    It 'reports no unknown outcomes for requests that the dialer refused because the password changed during a run' {
        # In a separate process, because the host writes the warning about requests in flight.
        Import-Module ([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'src', 'Build', 'Engine.psm1'))
        $text = Invoke-PowerShell -NoProfile -NonInteractive -Command "
            Import-Module '$((Get-Module VicidialPS).Path)'
            `$d = Start-VicidialSimulator; Connect-VicidialServer -Uri `$d.Uri -Credential `$d.Credential -Name floor
            `$user = `$d.PSObject.BaseObject.GetType().GetProperty('Dialer', [Reflection.BindingFlags]'NonPublic,Instance').GetValue(`$d).World.FindUser(`$d.Credential.UserName)
            `$user.Password = 'Other1234'
            Set-VicidialSimulatorFault Latency -Function update_lead -DelayMilliseconds 200
            try { 1001..1100 | Set-VicidialLead -City Tampa -ErrorAction Stop } catch { "`$_" }
            'failed logins: ' + `$user.FailedLogins" | Out-String
        $text | Should -Not -Match 'outcome is unknown'
        $text | Should -Match 'refused the login'
        $text | Should -Match 'failed logins: [1-6]\b'
    }

    It 'reports a blocked address' {
        $strict = Start-VicidialSimulator -Scenario @{ Extend = $true; Settings = @{ IpBlacklist = @('127.0.0.1') } }
        try {
            $failure = Get-Failure { Connect-VicidialServer -Uri $strict.Uri -Credential $strict.Credential }
            $failure.FullyQualifiedErrorId | Should -BeLike 'Vicidial.AddressBlocked,*'
            $failure.CategoryInfo.Category | Should -Be 'SecurityError'
        } finally { Stop-VicidialSimulator -Simulator $strict }
    }

    It 'rejects a password that the dialer would change, before anything is sent' {
        $failure = Get-Failure { Connect-VicidialServer -Uri $dialer.Uri -Credential (New-Account 6666 'a+b c') }
        $failure.FullyQualifiedErrorId | Should -BeLike 'Vicidial.PasswordNotAccepted,*'
        $failure.CategoryInfo.Category | Should -Be 'InvalidArgument'
        "$failure" | Should -Not -Match 'a\+b'
        Get-VicidialSimulatorRequest | Should -BeNullOrEmpty
    }

    It 'rejects http to another host without -AllowUnencrypted, and warns with it' {
        (Get-Failure { Connect-VicidialServer -Uri http://dialer.invalid -Credential $dialer.Credential }).FullyQualifiedErrorId |
            Should -BeLike 'Vicidial.UnencryptedConnection,*'
        $failure = Get-Failure { Connect-VicidialServer -Uri http://dialer.invalid -Credential $dialer.Credential -AllowUnencrypted -MaximumRetryCount 0 -NoProxy -WarningVariable script:warned -WarningAction SilentlyContinue }
        $failure.FullyQualifiedErrorId | Should -BeLike 'Vicidial.ServerNotReachable,*'
        @($script:warned).Count | Should -Be 1
    }

    It 'uses https for a host name' {
        $failure = Get-Failure { Connect-VicidialServer -Uri "127.0.0.1:$($dialer.Port)" -Credential $dialer.Credential -MaximumRetryCount 0 -NoProxy }
        $failure.FullyQualifiedErrorId | Should -BeLike 'Vicidial.TlsFailed,*'
    }

    It 'reports that nothing listens at an address' {
        $free = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $free.Start(); $port = $free.LocalEndpoint.Port; $free.Stop()
        $failure = Get-Failure { Connect-VicidialServer -Uri "http://127.0.0.1:$port" -Credential $dialer.Credential -MaximumRetryCount 0 }
        $failure.FullyQualifiedErrorId | Should -BeLike 'Vicidial.ServerNotReachable,*'
        $failure.CategoryInfo.Category | Should -Be 'ConnectionError'
    }

    It 'reports that a proxy, and not the dialer, cannot be reached: <Uri>' -ForEach @(@{ Uri = 'https://dialer.invalid' }, @{ Uri = 'http://dialer.invalid' }) {
        $failure = Get-Failure { Connect-VicidialServer -Uri $Uri -AllowUnencrypted -Proxy http://127.0.0.1:1 -Credential $dialer.Credential -MaximumRetryCount 0 -WarningAction SilentlyContinue }
        $failure.FullyQualifiedErrorId | Should -BeLike 'Vicidial.ProxyNotReachable,*'
        "$failure" | Should -Match '127\.0\.0\.1:1'
        $failure.ErrorDetails.RecommendedAction | Should -Match Proxy
    }

    It 'reports that a page of another server is not a dialer' {
        Set-VicidialSimulatorFault HtmlPage -Count 1
        (Get-Failure { Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential }).FullyQualifiedErrorId |
            Should -BeLike 'Vicidial.NotADialer,*'
    }

    It 'does not follow a redirect, and names the address' {
        Set-VicidialSimulatorFault Redirect -Location 'https://other.example.com/vicidial/non_agent_api.php?user=u&pass=secret' -Count 1
        $failure = Get-Failure { Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential }
        $failure.FullyQualifiedErrorId | Should -BeLike 'Vicidial.Redirected,*'
        "$failure" | Should -Match 'https://other\.example\.com/'
        "$failure" | Should -Not -Match 'secret'
    }

    It 'rejects an address with a password, without repeating it' {
        $failure = Get-Failure { Connect-VicidialServer -Uri 'https://me:Canary7x@dialer.example.com' -Credential $dialer.Credential }
        $failure.FullyQualifiedErrorId | Should -BeLike 'Vicidial.InvalidUri,*'
        $failure.ErrorDetails.Message | Should -Not -Match 'Canary7x'
        "$($failure.TargetObject)" | Should -Not -Match 'Canary7x'
    }

    It 'rejects a source label that the dialer would change' {
        (Get-Failure { Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Source 'a b' }).FullyQualifiedErrorId |
            Should -BeLike 'Vicidial.InvalidSource,*'
    }

    It 'does not check the login with -SkipLoginCheck until the first request' {
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -SkipLoginCheck
        (Get-VicidialConnection).Login | Should -Be 'Unchecked'
        $null = Get-VicidialLoggedInAgent
        (Get-VicidialConnection).Login | Should -Be 'Good'
    }

    It 'also checks the Agent API with -CheckAgentApi' {
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -CheckAgentApi
        (Get-VicidialConnection).AgentLogin | Should -Be 'Good'
        $failure = Get-Failure { Connect-VicidialServer -Uri $dialer.Uri -Credential (New-Account noapi9 1234) -CheckAgentApi -Name other }
        $failure.FullyQualifiedErrorId | Should -BeLike 'Vicidial.ApiAccessOff,*'
        $failure.CategoryInfo.Category | Should -Be 'PermissionDenied'
    }

    It 'reports that a connection is closed, and sends nothing' {
        $closed = Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name closed -NoDefault -PassThru
        Disconnect-VicidialServer closed
        $null = Get-VicidialSimulatorRequest -Clear
        foreach ($use in { Get-VicidialCampaign -Connection $closed }, { Suspend-VicidialAgent 1002 -Connection $closed -ErrorAction Stop }, { Add-VicidialLead 7275558123 -ListId 101 -Connection $closed -ErrorAction Stop }) {
            $failure = Get-Failure $use
            $failure.FullyQualifiedErrorId | Should -BeLike 'Vicidial.ConnectionClosed,*'
            $failure.CategoryInfo.Category | Should -Be 'InvalidOperation'
            $failure.Exception.Message | Should -Match 'Connect again'
        }
        @(Get-VicidialSimulatorRequest).Count | Should -Be 0
    }

    It 'sends at most one wrong login, however many calls are made on an unchecked connection' {
        Connect-VicidialServer -Uri $dialer.Uri -Credential (New-Account 6666 wrong) -SkipLoginCheck -Name unchecked
        $null = Get-VicidialSimulatorRequest -Clear
        { 1..16 | ForEach-Object { @{ phone_number = 7275558000 + $_ } } | Add-VicidialLead -ListId 101 -ThrottleLimit 16 -Connection unchecked } |
            Should -Throw -ErrorId 'Vicidial.LoginIncorrect,VicidialPS.Commands.Leads.AddLeadCommand'
        @(Get-VicidialSimulatorRequest).Count | Should -Be 1
        { Get-VicidialLoggedInAgent -Connection unchecked } | Should -Throw -ErrorId 'Vicidial.LoginRefusedBefore,*'
        @(Get-VicidialSimulatorRequest).Count | Should -Be 1
        (Get-VicidialConnection unchecked).Login | Should -Be 'Refused'
    }
}

Describe 'A connection without secrets' {
    BeforeAll { Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name floor }
    AfterAll { Get-VicidialConnection | Disconnect-VicidialServer }

    It 'has no credential in any property, list, JSON or export' {
        $connection = Get-VicidialConnection floor
        $connection.PSObject.Properties.Name | Should -Not -Contain 'Credential'
        $connection.PSObject.Properties.TypeNameOfValue | Should -Not -Match 'Credential|SecureString'
        $file = Join-Path $TestDrive connection.xml
        $connection | Export-Clixml $file
        $hex = -join ([Text.Encoding]::Unicode.GetBytes($dialer.Credential.GetNetworkCredential().Password) | ForEach-Object { '{0:x2}' -f $_ })
        foreach ($text in (Get-Content $file -Raw), ($connection | Format-List * | Out-String), ($connection | ConvertTo-Json -Depth 4 -WarningAction SilentlyContinue), "$connection") {
            $text | Should -Not -Match '(?<![\w.:])1234(?![\w.])'
            $text | Should -Not -Match $hex
        }
    }

    It 'is found by an exported copy of it' {
        $file = Join-Path $TestDrive copy.xml
        Get-VicidialConnection floor | Export-Clixml $file
        (Get-VicidialLoggedInAgent -Connection (Import-Clixml $file) | Select-Object -First 1).ConnectionName | Should -Be 'floor'
    }
}

Describe 'Named connections' {
    BeforeAll {
        $second = Start-VicidialSimulator -Scenario @{ Name = 'Second'; Extend = $true; Agents = @(@{ User = '1099'; CampaignId = 'TESTCAMP'; Status = 'READY' }) }
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name east
        Connect-VicidialServer -Uri $second.Uri -Credential $second.Credential -Name west -NoDefault
    }
    AfterAll {
        Get-VicidialConnection | Disconnect-VicidialServer
        Stop-VicidialSimulator -Simulator $second
    }

    It 'are queried in parallel, and each object names its dialer' {
        $agents = Get-VicidialLoggedInAgent -Connection east, west
        ($agents | Group-Object ConnectionName).Name | Sort-Object | Should -Be 'east', 'west'
        @(Get-VicidialLoggedInAgent -Connection '*').Count | Should -Be @($agents).Count
    }

    It 'send piped objects back to the same dialer' {
        $null = Get-VicidialSimulatorRequest -Simulator $dialer, $second -Clear
        Get-VicidialLoggedInAgent -Connection west | Where-Object User -EQ 1001 | Invoke-VicidialCallAgent | ForEach-Object ConnectionName | Should -Be 'west'
        @(Get-VicidialSimulatorRequest call_agent -Simulator $dialer).Count | Should -Be 0
        @(Get-VicidialSimulatorRequest call_agent -Simulator $second).Count | Should -Be 1
    }

    It 'that do not exist are an error for their record only' {
        $agents = Get-VicidialLoggedInAgent -Connection east, nowhere -ErrorVariable failed -ErrorAction SilentlyContinue
        @($agents).Count | Should -BeGreaterThan 0
        $failed.FullyQualifiedErrorId | Should -Be 'Vicidial.ConnectionNotFound,VicidialPS.Commands.Agents.GetLoggedInAgentCommand'
        $failed.CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }

    It 'return one error if one of them refuses the login' {
        Connect-VicidialServer -Uri $dialer.Uri -Credential (New-Account 6666 wrong) -SkipLoginCheck -Name broken -NoDefault
        $agents = Get-VicidialLoggedInAgent -Connection west, broken -ErrorVariable failed -ErrorAction SilentlyContinue
        ($agents | Select-Object -ExpandProperty ConnectionName -Unique) | Should -Be 'west'
        @($failed).Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.LoginIncorrect,*'
        Disconnect-VicidialServer broken
    }

    It 'are required: if one is missing, the error names it' {
        $script = { Import-Module $args[0]; try { Get-VicidialLoggedInAgent -ErrorAction Stop } catch { $_.FullyQualifiedErrorId } }
        $shell = [powershell]::Create().AddScript($script).AddArgument((Get-Module VicidialPS).Path)
        $shell.Invoke() | Should -Be 'Vicidial.NotConnected,VicidialPS.Commands.Agents.GetLoggedInAgentCommand'
        $shell.Dispose()
    }
}

Describe 'Two runspaces' {
    It 'never see each other''s connections' {
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name mine
        $script = {
            param($Module, $Uri, $Credential)
            Import-Module $Module
            $before = @(Get-VicidialConnection).Count
            Connect-VicidialServer -Uri $Uri -Credential $Credential -Name theirs
            "$before $((Get-VicidialConnection).Name)"
        }
        $shell = [powershell]::Create().AddScript($script).AddArgument((Get-Module VicidialPS).Path).AddArgument($dialer.Uri).AddArgument($dialer.Credential)
        $shell.Invoke() | Should -Be '0 theirs'
        $shell.Dispose()
        (Get-VicidialConnection).Name | Should -Be 'mine'
        Disconnect-VicidialServer mine
    }

    It 'share a connection that is passed with $using:' {
        $connection = Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name handed -PassThru
        $module = (Get-Module VicidialPS).Path
        $counts = 1..3 | ForEach-Object -Parallel {
            Import-Module $using:module
            @(Get-VicidialLoggedInAgent -Connection $using:connection -CampaignId INBOUND).Count
        } -ThrottleLimit 3
        $counts | Should -Be 3, 3, 3
        Disconnect-VicidialServer handed
    }

    It 'share it in a thread job as well' -Skip:(-not (Get-Command Start-ThreadJob -ErrorAction Ignore)) {
        $connection = Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name job -PassThru
        $module = (Get-Module VicidialPS).Path
        $count = Start-ThreadJob { Import-Module $using:module; @(Get-VicidialLoggedInAgent -Connection $using:connection).Count } | Receive-Job -Wait -AutoRemoveJob
        $count | Should -BeGreaterThan 10
        Disconnect-VicidialServer job
    }
}

Describe 'Test-VicidialConnection' {
    AfterEach { Get-VicidialConnection | Disconnect-VicidialServer }

    It 'reports that each part of a working connection passed' {
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential
        $test = Test-VicidialConnection
        $test.Passed | Should -BeTrue
        foreach ($part in 'Reachable', 'NonAgentApi', 'AgentApi', 'Login', 'AgentLogin', 'Rights', 'Clock') {
            $test.$part.Passed | Should -BeTrue -Because $part
        }
        $test.UtcOffset | Should -Be ([timespan]'-05:00:00')
        [math]::Abs($test.ClockDifference.TotalSeconds) | Should -BeLessThan 5
    }

    It 'reports a wrong password as a result, and tries it once' {
        $null = Get-VicidialSimulatorRequest -Clear
        $test = Test-VicidialConnection -Uri $dialer.Uri -Credential (New-Account 6666 wrong)
        $test.Passed | Should -BeFalse
        $test.Login.Passed | Should -BeFalse
        $test.Login.Hint | Should -Not -BeNullOrEmpty
        $test.AgentLogin.Passed | Should -BeNullOrEmpty
        @(Get-VicidialSimulatorRequest | Where-Object User).Count | Should -Be 1
    }

    It 'names the missing permissions, and adds no lead to find them' {
        $before = (Invoke-VicidialApiCount $dialer)
        $test = Test-VicidialConnection -Uri $dialer.Uri -Credential (New-Account noflags9 1234)
        $test.Rights.Passed | Should -BeFalse
        $test.Rights.Value | Should -Match 'logged_in_agents' -Because $test.Rights
        $test.Rights.Value | Should -Match 'add_lead'
        (Invoke-VicidialApiCount $dialer) | Should -Be $before
    }

    It 'reports that there is no server' {
        $free = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $free.Start(); $port = $free.LocalEndpoint.Port; $free.Stop()
        $test = Test-VicidialConnection -Uri "http://127.0.0.1:$port" -Credential $dialer.Credential -MaximumRetryCount 0
        $test.Reachable.Passed | Should -BeFalse
        $test.Login.Passed | Should -BeNullOrEmpty
    }

    BeforeAll {
        function Invoke-VicidialApiCount($Simulator) {
            Connect-VicidialServer -Uri $Simulator.Uri -Credential $Simulator.Credential -Name count -NoDefault
            (Invoke-VicidialApi list_info @{ list_id = 999; leads_counts = 'Y'; header = 'YES' } -Connection count -ErrorAction SilentlyContinue).Raw
            Disconnect-VicidialServer count
        }
    }
}
