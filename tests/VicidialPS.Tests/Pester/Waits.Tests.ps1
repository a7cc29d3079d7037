# -Wait: the dialer's success means that a command is stored for the agent's screen. The simulated clock stands still here,
# so a screen does nothing before the clock is stepped.
BeforeDiscovery {
    $commands = @(
        @{ Name = 'Resume-VicidialAgent'; User = '1003'; Values = @(); Before = 'PAUSED/'; After = 'READY/' }
        @{ Name = 'Suspend-VicidialAgent'; User = '1002'; Values = @(); Before = 'READY/'; After = 'PAUSED/' }
        @{ Name = 'Set-VicidialAgentPauseCode'; User = '1016'; Values = @('BREAK'); Before = 'PAUSED/'; After = 'PAUSED/BREAK' }
        @{ Name = 'Start-VicidialAgentCall'; User = '6666'; Values = @('7275551014'); Before = 'PAUSED/'; After = 'INCALL/' }
        @{ Name = 'Stop-VicidialAgentCall'; User = '1001'; Values = @(); Before = 'INCALL/'; After = 'PAUSED/DISPO' }
        @{ Name = 'Stop-VicidialAgentCall'; User = '1007'; Values = @(); Before = 'INCALL/DEAD'; After = 'PAUSED/DISPO' }
        @{ Name = 'Set-VicidialAgentDisposition'; User = '1011'; Values = @('SALE'); Before = 'PAUSED/DISPO'; After = 'READY/' }
        @{ Name = 'Stop-VicidialAgentSession'; User = '1015'; Values = @(); Before = 'PAUSED/'; After = 'Vicidial.AgentNotLoggedIn' }
    )
}

BeforeAll {
    function Get-State([string] $User) {
        $agent = Get-VicidialAgentStatus $User -ErrorVariable failed -ErrorAction SilentlyContinue
        if ($failed) {
            return $failed[0].FullyQualifiedErrorId -replace ',.*'
        }

        # A pause code is told only where one was set.
        $detail = if ($agent.SubStatus) { $agent.SubStatus } elseif ($agent.PauseCode -eq 'BREAK' -and $User -eq '1016') { 'BREAK' }
        "$($agent.Status)/$detail"
    }

    $state = [initialsessionstate]::CreateDefault2()
    $state.ImportPSModule((Get-Module VicidialPS).Path)
    $runspace = [runspacefactory]::CreateRunspace($state)
    $runspace.Open()
}

AfterAll {
    $runspace.Dispose()
}

Describe '-Wait' {
    BeforeEach {
        $dialer = Start-VicidialSimulator -Scenario @{ Extend = $true; Clock = '2026-11-20 09:00:00' }
        $connection = Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main -PassThru
    }

    AfterEach {
        Disconnect-VicidialServer *
        Stop-VicidialSimulator
    }

    It 'is tested for each cmdlet that has it' -ForEach @(@{ Tested = $commands.Name }) {
        (Get-Command -Module VicidialPS -ParameterName Wait).Name | Where-Object { $_ -ne 'Start-VicidialSimulator' } | Sort-Object | Should -Be ($Tested | Sort-Object -Unique)
    }

    It 'goes on as soon as <Name> shows for <User> (<Before>), and not before' -ForEach $commands {
        Get-State $User | Should -Be $Before
        $null = Get-VicidialSimulatorRequest -Clear
        $shell = [powershell]::Create($runspace).AddCommand($Name).AddArgument($User)
        $Values | ForEach-Object { $null = $shell.AddArgument($_) }
        $null = $shell.AddParameter('Connection', $connection).AddParameter('Wait').AddParameter('WaitTimeoutSec', 60)
        try {
            $running = $shell.BeginInvoke()
            $asked = [Threading.SpinWait]::SpinUntil([Func[bool]] { @(Get-VicidialSimulatorRequest agent_status).Count -ge 2 }, 30000)
            $asked | Should -BeTrue -Because 'it asks again while the screen has not done it'
            $running.IsCompleted | Should -BeFalse
            Step-VicidialSimulator 2
            $running.AsyncWaitHandle.WaitOne(30000) | Should -BeTrue
            $result = $shell.EndInvoke($running)
            $shell.Streams.Error | Should -BeNullOrEmpty
            $result.User | Should -Be $User
        }
        finally {
            $shell.Dispose()
        }

        Get-State $User | Should -Be $After
    }

    It 'says so when the time ends before <Name> shows for <User>' -ForEach $commands {
        $result = & $Name $User @Values -Wait -WaitTimeoutSec 1 -ErrorVariable failed -ErrorAction SilentlyContinue
        $result | Should -BeNullOrEmpty
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.NotConfirmed,*'
        $failed[0].CategoryInfo.Category | Should -Be 'OperationTimeout'
        $failed[0].TargetObject | Should -Be $User
        "$($failed[0])" | Should -BeLike "*agent $User*1 seconds*"
    }

    It 'finds an agent who was named by the key of another system' {
        $null = Suspend-VicidialAgent -AlternateUser CRM1002 -Wait -WaitTimeoutSec 1 -ErrorVariable failed -ErrorAction SilentlyContinue
        "$($failed[0])" | Should -BeLike '*agent 1002*'
        (Get-VicidialSimulatorRequest agent_status)[-1].Fields['agent_user'] | Should -Be '1002'
    }
}
