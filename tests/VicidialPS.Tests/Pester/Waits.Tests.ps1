# -Wait: the dialer's success means that a command is queued for the agent's screen. The simulated clock is stopped here, so a screen does nothing
# until the clock is advanced.
param([string] $Release = '2.14-202')

BeforeDiscovery {
    $state = { Get-State $User }
    $lead = { (Get-VicidialAgentStatus $User).LeadId }
    $recording = { (Get-VicidialAgentRecording $User).IsRecording }
    $inGroups = { "$((Get-VicidialAgentInGroup $User).InGroups)" }
    $commands = @(
        @{ Name = 'Resume-VicidialAgent'; User = '1003'; Values = @(); Before = 'PAUSED/'; After = 'READY/' }
        @{ Name = 'Suspend-VicidialAgent'; User = '1002'; Values = @(); Before = 'READY/'; After = 'PAUSED/' }
        @{ Name = 'Set-VicidialAgentPauseCode'; User = '1016'; Values = @('BREAK'); Before = 'PAUSED/'; After = 'PAUSED/BREAK' }
        @{ Name = 'Start-VicidialAgentCall'; User = '6666'; Values = @('7275551014'); Before = 'PAUSED/'; After = 'INCALL/' }
        @{ Name = 'Stop-VicidialAgentCall'; User = '1001'; Values = @(); Before = 'INCALL/'; After = 'PAUSED/DISPO' }
        @{ Name = 'Stop-VicidialAgentCall'; User = '1007'; Values = @(); Before = 'INCALL/DEAD'; After = 'PAUSED/DISPO' }
        @{ Name = 'Set-VicidialAgentDisposition'; User = '1011'; Values = @('SALE'); Before = 'PAUSED/DISPO'; After = 'READY/' }
        @{ Name = 'Stop-VicidialAgentSession'; User = '1015'; Values = @(); Before = 'PAUSED/'; After = 'Vicidial.AgentNotLoggedIn' }
        @{ Name = 'Suspend-VicidialAgentCall'; User = '1001'; Values = @(); Before = 'INCALL/'; After = 'INCALL/PARK' }
        @{ Name = 'Resume-VicidialAgentCall'; User = '1001'; Values = @(); Before = 'INCALL/PARK'; After = 'INCALL/'; First = { Suspend-VicidialAgentCall 1001 } }
        @{ Name = 'Switch-VicidialAgentLead'; User = '1006'; Values = @(1005); Before = 1023; After = 1005; Look = $lead }
        @{ Name = 'Start-VicidialAgentRecording'; User = '1001'; Values = @(); Before = $false; After = $true; Look = $recording; Question = 'recording' }
        @{ Name = 'Stop-VicidialAgentRecording'; User = '1001'; Values = @(); Before = $true; After = $false; Look = $recording; Question = 'recording'; First = { Start-VicidialAgentRecording 1001 } }
        @{ Name = 'Set-VicidialAgentInGroup'; User = '1002'; Values = @('SUPPORT'); Before = 'SALESLINE'; After = 'SUPPORT'; Look = $inGroups; Question = 'agent_ingroup_info'; First = { Set-VicidialAgentInGroup 1002 SALESLINE } }
        @{ Name = 'Add-VicidialAgentInGroup'; User = '1002'; Values = @('SUPPORT'); Before = 'SALESLINE'; After = 'SALESLINE SUPPORT'; Look = $inGroups; Question = 'agent_ingroup_info'; First = { Set-VicidialAgentInGroup 1002 SALESLINE } }
        @{ Name = 'Remove-VicidialAgentInGroup'; User = '1002'; Values = @('SUPPORT'); Before = 'SALESLINE SUPPORT'; After = 'SALESLINE'; Look = $inGroups; Question = 'agent_ingroup_info'; First = { Set-VicidialAgentInGroup 1002 SALESLINE, SUPPORT } }
    ) | ForEach-Object {
        if (-not $_.Look) { $_.Look = $state }
        if (-not $_.Question) { $_.Question = 'agent_status' }
        if (-not $_.First) { $_.First = {} }
        $_
    }
}

BeforeAll {
    function Get-State([string] $User) {
        $agent = Get-VicidialAgentStatus $User -ErrorVariable failed -ErrorAction SilentlyContinue
        if ($failed) {
            return $failed[0].FullyQualifiedErrorId -replace ',.*'
        }

        # A pause code is reported only if one was set.
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
        $dialer = Start-VicidialSimulator -Scenario @{ Extend = $true; Generation = $Release; Clock = '2026-11-20 09:00:00' }
        $connection = Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main -PassThru
        Import-Module (Join-Path $PSScriptRoot Releases.psm1) -Force -ArgumentList $dialer, $Release
    }

    AfterEach {
        Disconnect-VicidialServer *
        Stop-VicidialSimulator
    }

    It 'is tested for each cmdlet that has it' -Tag Once -ForEach @(@{ Tested = $commands.Name }) {
        (Get-Command -Module VicidialPS -ParameterName Wait).Name | Where-Object { $_ -ne 'Start-VicidialSimulator' } | Sort-Object | Should -Be ($Tested | Sort-Object -Unique)
    }

    It 'continues as soon as <Name> has taken effect for <User> (<Before>), and not before' -ForEach $commands {
        if ($isOld -and $Name -eq 'Switch-VicidialAgentLead') {
            Assert-TooOld { & $Name $User @Values -Wait }
            return
        }
        $null = & $First
        Step-VicidialSimulator 2
        & $Look | Should -Be $Before
        $null = Get-VicidialSimulatorRequest -Clear
        $shell = [powershell]::Create($runspace).AddCommand($Name).AddArgument($User)
        $Values | ForEach-Object { $null = $shell.AddArgument($_) }
        $null = $shell.AddParameter('Connection', $connection).AddParameter('Wait').AddParameter('WaitTimeoutSec', 60)
        try {
            $running = $shell.BeginInvoke()
            $asked = [Threading.SpinWait]::SpinUntil([Func[bool]] { @(Get-VicidialSimulatorRequest $Question).Count -ge 3 }, 30000)
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

        & $Look | Should -Be $After
    }

    It 'reports a timeout if <Name> does not take effect in time for <User>' -Tag Once -ForEach $commands {
        $null = & $First
        Step-VicidialSimulator 2
        $result = & $Name $User @Values -Wait -WaitTimeoutSec 1 -ErrorVariable failed -ErrorAction SilentlyContinue
        $result | Should -BeNullOrEmpty
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.NotConfirmed,*'
        $failed[0].CategoryInfo.Category | Should -Be 'OperationTimeout'
        $failed[0].TargetObject | Should -Be $User
        "$($failed[0])" | Should -BeLike "*agent $User*1 seconds*"
        $failed[0].Exception.Remedy | Should -BeLike '*Get-VicidialAgentStatus*-WaitTimeoutSec*'
    }

    It 'ends in time although the dialer responds slowly' -Tag Once {
        Set-VicidialSimulatorFault Stall -DelayMilliseconds 60000 -Function agent_status
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $null = Suspend-VicidialAgent 1002 -Wait -WaitTimeoutSec 1 -ErrorVariable failed -ErrorAction SilentlyContinue
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 30
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.NotConfirmed,*'
    }

    It 'is rejected for a third party, because no query shows it: <_>' -ForEach 'Suspend-VicidialAgentCall', 'Resume-VicidialAgentCall' {
        { & $_ 1001 Transfer -Wait } | Should -Throw -ErrorId 'Vicidial.WaitNotPossible,*'
        Get-VicidialSimulatorRequest park_call | Should -BeNullOrEmpty
    }

    It 'finds an agent who is identified by the key of another system' {
        $null = Suspend-VicidialAgent -AlternateUser CRM1002 -Wait -WaitTimeoutSec 1 -ErrorVariable failed -ErrorAction SilentlyContinue
        "$($failed[0])" | Should -BeLike '*agent 1002*'
        (Get-VicidialSimulatorRequest agent_status)[-1].Fields['agent_user'] | Should -Be '1002'
    }
}
