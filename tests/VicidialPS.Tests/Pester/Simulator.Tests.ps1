Describe 'The simulated dialer' {
    AfterEach {
        Get-VicidialConnection | Disconnect-VicidialServer
        Get-VicidialSimulator | ForEach-Object { Stop-VicidialSimulator -Simulator $_ }
    }

    It 'starts on a free port of this computer, or on the port given' {
        $dialer = Start-VicidialSimulator
        $dialer.Uri.IsLoopback | Should -BeTrue
        $dialer.Port | Should -BeGreaterThan 0
        { Start-VicidialSimulator -Port $dialer.Port } | Should -Throw -ErrorId 'Vicidial.PortInUse,*'
    }

    It 'has the requested number of agents' {
        $dialer = Start-VicidialSimulator -AgentCount 120
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential
        @(Get-VicidialLoggedInAgent).Count | Should -Be 120
    }

    It 'is of release <_>' -ForEach '2.10-69', '2.14-107', '2.14-194', '2.14-202' {
        $dialer = Start-VicidialSimulator -Release $_
        $dialer.Release | Should -Be $_
        (Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -PassThru).Version | Should -Be $_
    }

    It 'shows the log of API requests, as managers see it' {
        $dialer = Start-VicidialSimulator
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential
        Suspend-VicidialAgent 1001
        $entry = $dialer.ApiLog | Where-Object Function -EQ external_pause
        $entry.AgentUser, $entry.Value, $entry.Result | Should -Be 1001, PAUSE, SUCCESS
    }

    It 'plays a scenario from a file' {
        $file = Join-Path $TestDrive night.psd1
        Set-Content $file "@{ Name = 'Night shift'; Extend = `$true; Clock = '2026-11-20 22:00:00'; Agents = @( @{ User = '1001'; CampaignId = 'TESTCAMP'; Status = 'READY' } ) }"
        $dialer = Start-VicidialSimulator -Scenario $file
        $dialer.ScenarioName | Should -Be 'Night shift'
        $dialer.Now | Should -Be ([datetime]'2026-11-20 22:00:00')
    }

    It 'reports what is wrong with a scenario' {
        { Start-VicidialSimulator -Scenario @{ Agents = @(@{ User = '1001'; CampaignId = 'TESTCAMP'; Stauts = 'READY' }) } } | Should -Throw -ErrorId 'Vicidial.InvalidScenario,*' -ExpectedMessage '*Stauts*'
    }

    It 'reports that the file of a scenario cannot be read' {
        $failure = { Start-VicidialSimulator -Scenario (Join-Path $TestDrive 'nope.psd1') } | Should -Throw -ErrorId 'Vicidial.InvalidScenario,*' -ExpectedMessage '*nope.psd1*' -PassThru
        $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'does not include the accounts of an invalid scenario in its error' {
        $failure = try { Start-VicidialSimulator -Scenario @{ Nmae = 'x'; Users = @(@{ User = 'u'; Password = 'Canary7x'; Level = 9; Group = 'ADMIN' }) } } catch { $_ }
        $failure.FullyQualifiedErrorId | Should -BeLike 'Vicidial.InvalidScenario,*'
        $failure.TargetObject | Should -Not -BeOfType [Collections.IDictionary]
        ($failure | Format-List * -Force | Out-String) + $failure.Exception | Should -Not -Match 'Canary7x'
    }

    It 'locks an account after ten failures, and unlocks it when its clock is advanced' {
        $dialer = Start-VicidialSimulator
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name good
        $wrong = [pscredential]::new($dialer.Credential.UserName, (ConvertTo-SecureString wrong -AsPlainText -Force))
        $ids = 1..11 | ForEach-Object { try { Connect-VicidialServer -Uri $dialer.Uri -Credential $wrong -Name bad } catch { $_.FullyQualifiedErrorId -replace ',.*' } }
        $ids | Select-Object -First 10 | Select-Object -Unique | Should -Be 'Vicidial.LoginIncorrect'
        $ids | Select-Object -Last 1 | Should -Be 'Vicidial.AccountLocked'
        { Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential } | Should -Throw -ErrorId 'Vicidial.AccountLocked,*'
        Step-VicidialSimulator ([timespan]::FromMinutes(16))
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name again
        (Get-VicidialConnection again).Login | Should -Be 'Good'
    }

    It 'lists the requests it got, without passwords' {
        $dialer = Start-VicidialSimulator
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential
        $null = Get-VicidialLoggedInAgent
        $requests = Get-VicidialSimulatorRequest
        $requests.Function | Should -Be 'version', 'version', '', 'logged_in_agents'
        (Get-VicidialSimulatorRequest logged_*) | Should -HaveCount 1
        $requests | ForEach-Object { $_.Fields.Keys | Should -Not -Contain 'pass' }
        $null = Get-VicidialSimulatorRequest -Clear
        Get-VicidialSimulatorRequest | Should -BeNullOrEmpty
    }

    It 'responds to a function that it does not cover like the dialer' {
        $dialer = Start-VicidialSimulator
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential
        (Invoke-VicidialApi no_such_function -Confirm:$false -ErrorAction SilentlyContinue).Raw | Should -Be "ERROR: NO FUNCTION SPECIFIED`n"
        (Invoke-VicidialApi no_such_function -Api Agent -Confirm:$false -ErrorAction SilentlyContinue).Kind | Should -Be 'Empty'
    }

    It 'stops, and no longer responds' {
        $dialer = Start-VicidialSimulator
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -MaximumRetryCount 0
        $dialer | Stop-VicidialSimulator
        $dialer.IsRunning | Should -BeFalse
        Get-VicidialLoggedInAgent -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeLike 'Vicidial.ServerNotReachable,*'
    }

    It 'closes with its session' {
        $shell = [powershell]::Create().AddScript('Import-Module $args[0]; Start-VicidialSimulator').AddArgument((Get-Module VicidialPS).Path)
        $dialer = $shell.Invoke()[0]
        $dialer.IsRunning | Should -BeTrue
        $shell.Runspace.Close()
        $dialer.IsRunning | Should -BeFalse
        $shell.Dispose()
    }

    It 'closes when the module is removed' {
        Import-Module ([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'src', 'Build', 'Engine.psm1'))
        Invoke-PowerShell -NoProfile -NonInteractive -Command "
            Import-Module '$((Get-Module VicidialPS).Path)'
            `$d = Start-VicidialSimulator; Remove-Module VicidialPS; `$d.IsRunning" | Should -Be 'False'
    }
}

Describe 'Faults of the simulator' {
    BeforeAll {
        $dialer = Start-VicidialSimulator
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name faulty -TimeoutSec 1 -MaximumRetryCount 0
    }
    AfterAll {
        Disconnect-VicidialServer faulty
        Stop-VicidialSimulator
    }
    BeforeEach { Set-VicidialSimulatorFault -Clear }

    It 'of the network or the server becomes an error with its own ID' -ForEach @(
        @{ Kind = 'DropBeforeWork'; Id = 'ConnectionLost'; Category = 'ConnectionError' }
        @{ Kind = 'ServerErrorInstead'; Id = 'ServerFailure'; Category = 'InvalidResult' }
        @{ Kind = 'Stall'; Id = 'Timeout'; Category = 'OperationTimeout' }
        @{ Kind = 'HtmlPage'; Id = 'NotADialer'; Category = 'InvalidResult' }
        @{ Kind = 'Redirect'; Id = 'Redirected'; Category = 'ConnectionError' }
    ) {
        Set-VicidialSimulatorFault $Kind -Count 1 -DelayMilliseconds 3000 -Location 'https://other.example.com/'
        Get-VicidialLoggedInAgent -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed.FullyQualifiedErrorId | Should -BeLike "Vicidial.$Id,*"
        $failed.CategoryInfo.Category | Should -Be $Category
        $failed.Exception.Message | Should -Match 'faulty|127\.0\.0\.1|HTTP|page|address' -Because 'a message names its cause'
        $failed.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'ends when it is cleared' {
        Set-VicidialSimulatorFault ServerErrorInstead
        Set-VicidialSimulatorFault -Clear
        @(Get-VicidialLoggedInAgent).Count | Should -Be 22
    }
}

Describe 'A simulated dialer in a separate process' {
    It 'serves until its pipeline is stopped' {
        $shell = [powershell]::Create()
        try {
            $output = [Management.Automation.PSDataCollection[psobject]]::new()
            $null = $shell.AddScript({ param($Manifest) Import-Module $Manifest; Start-VicidialSimulator -Wait }).AddArgument((Join-Path (Get-Module VicidialPS).ModuleBase 'VicidialPS.psd1'))
            $run = $shell.BeginInvoke([Management.Automation.PSDataCollection[psobject]]::new(), $output)
            # Reading waits for the first object, or for the end.
            $simulator = $output.GetEnumerator() | Select-Object -First 1
            $simulator.IsRunning | Should -BeTrue
            $run.IsCompleted | Should -BeFalse
            Connect-VicidialServer -Uri $simulator.Uri -Credential $simulator.Credential -Name waiting -NoDefault
            (Get-VicidialVersion -Connection waiting).Version | Should -Not -BeNullOrEmpty
            Disconnect-VicidialServer waiting
            $shell.Stop()
            $simulator.IsRunning | Should -BeFalse
        } finally {
            $shell.Dispose()
        }
    }

    It 'that is restarted keeps its data' {
        $own = Start-VicidialSimulator
        try {
            Connect-VicidialServer -Uri $own.Uri -Credential $own.Credential -Name restarted -NoDefault
            $lead = Add-VicidialLead 7275559191 -ListId 101 -Connection restarted
            $port = $own.Port
            $own.Restart(1)
            $own.Port | Should -Be $port
            (Get-VicidialLead $lead.LeadId -Connection restarted).PhoneNumber | Should -Be '7275559191'
        } finally {
            Disconnect-VicidialServer restarted
            $own.Dispose()
        }
    }
}
