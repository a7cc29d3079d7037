# Commands to agents' screens: a whole shift, sent to the dialer and checked by queries.
param([string] $Release = '2.14-202')

BeforeAll {
    $dialer = Start-VicidialSimulator -Release $Release
    Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main
    Import-Module (Join-Path $PSScriptRoot Releases.psm1) -Force -ArgumentList $dialer, $Release

    function Get-Id($Failure) {
        $Failure.FullyQualifiedErrorId -replace ',.*'
    }

    # The oldest release has no roster, but returns the state of one agent.
    function Get-Roster {
        if ($isOld) { '1001', '1002', '1003' | Get-VicidialAgentStatus | Where-Object CampaignId -EQ TESTCAMP } else { Get-VicidialLoggedInAgent -CampaignId TESTCAMP }
    }
}

AfterAll {
    Disconnect-VicidialServer *
    Stop-VicidialSimulator
}

Describe 'A shift' {
    It 'runs from the login to the logout' {
        $dialer.LogIn('1099', 'TESTCAMP')
        (Get-VicidialAgentStatus 1099).Status | Should -Be 'PAUSED'

        $null = Resume-VicidialAgent 1099 -Wait
        (Get-VicidialAgentStatus 1099).Status | Should -Be 'READY'
        $null = Suspend-VicidialAgent 1099 -Wait
        $null = Set-VicidialAgentPauseCode 1099 BREAK -Wait
        (Get-VicidialAgentStatus 1099).PauseCode | Should -Be 'BREAK'

        $null = Start-VicidialAgentCall 1099 7275551014 -Wait
        $talking = Get-VicidialAgentStatus 1099
        $talking.Status | Should -Be 'INCALL'
        $talking.PhoneNumber | Should -Be '7275551014'

        $null = Set-VicidialAgentLead 1099 -FirstName 'Ada' -Comments 'wants a call, tomorrow & later' 3> $null
        (Read-Lead $talking.LeadId).FirstName | Should -Be 'Ada'

        $null = Suspend-VicidialAgentCall 1099
        $null = Resume-VicidialAgentCall 1099
        $null = Send-VicidialAgentDtmf 1099 '12#'

        $null = Stop-VicidialAgentCall 1099 -Wait
        (Get-VicidialAgentStatus 1099).SubStatus | Should -Be 'DISPO'
        $null = Set-VicidialAgentDisposition 1099 SALE -Wait
        (Read-Lead $talking.LeadId).Status | Should -Be 'SALE'

        $null = Stop-VicidialAgentSession 1099 -Wait
        $null = Get-VicidialAgentStatus 1099 -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.AgentNotLoggedIn'
    }
}

Describe 'Commands' {
    It 'accept rows of the roster and use only the agent' {
        $ready = @(Get-Roster | Where-Object Status -EQ READY)
        $ready.Count | Should -BeGreaterThan 0
        $result = @($ready | Suspend-VicidialAgent)
        $result.User | Should -Be $ready.User
        $sent = (Get-VicidialSimulatorRequest | Where-Object Function -EQ external_pause)[-1]
        $sent.Fields['value'] | Should -Be 'PAUSE'
    }

    It 'look up the server for monitoring' {
        $launch = Get-Roster | Select-Object -First 1 | Start-VicidialAgentMonitor -PhoneLogin gs201
        $launch.ServerIp | Should -Be '10.10.10.15'
        $launch.SessionId | Should -Not -BeNullOrEmpty
        $launch.DialplanNumber | Should -Be '201'
    }

    It 'send in-groups in the dialer''s format' {
        $null = Set-VicidialAgentInGroup 1002 SALESLINE, SUPPORT
        $sent = (Get-VicidialSimulatorRequest | Where-Object Function -EQ change_ingroups)[-1]
        $sent.Fields['ingroup_choices'] | Should -BeExactly ' SALESLINE SUPPORT -'
        $null = Remove-VicidialAgentInGroup 1002 SUPPORT
        $sent = (Get-VicidialSimulatorRequest | Where-Object Function -EQ change_ingroups)[-1]
        $sent.Fields['value'] | Should -Be 'REMOVE'
        $sent.Fields['ingroup_choices'] | Should -BeExactly ' SUPPORT -'
    }

    It 'reject a transfer without a target' {
        $null = Move-VicidialAgentCall 1001 -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.RequiredFieldMissing'
        $null = Add-VicidialAgentCallParty 1001 -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.RequiredFieldMissing'
        $null = Move-VicidialAgentCall 1001 -InGroupId SALESLINE
        (Get-VicidialSimulatorRequest | Where-Object Function -EQ transfer_conference)[-1].Fields['value'] | Should -Be 'LOCAL_CLOSER'
    }

    It 'with -WhatIf, only report what they would do' {
        $before = @(Get-VicidialSimulatorRequest).Count
        Suspend-VicidialAgent 1001 -WhatIf
        Stop-VicidialAgentSession 1001 -WhatIf
        Start-VicidialAgentCall 1001 7275551014 -WhatIf
        @(Get-VicidialSimulatorRequest).Count | Should -Be $before
    }

    It 'continue after an agent who does not exist' {
        $result = @('nobody', '1001' | Suspend-VicidialAgent -ErrorVariable failed -ErrorAction SilentlyContinue)
        $result.User | Should -Be '1001'
        Get-Id $failed[0] | Should -Be 'Vicidial.AgentNotLoggedIn'
        $failed[0].TargetObject | Should -Be 'nobody'
    }

    It 'send every character of a value in an encoded URL' {
        $null = Set-VicidialAgentLead 1001 -Address1 '8 Oak & Elm #3; 100% A+B?' 3> $null
        $sent = (Get-VicidialSimulatorRequest | Where-Object Function -EQ update_fields)[-1]
        $sent.Fields['address1'] | Should -BeExactly '8 Oak & Elm #3; 100% A+B?'
        $sent | Out-String -Width 400 | Should -Not -Match ([regex]::Escape($dialer.Credential.GetNetworkCredential().Password) + '\b.*update_fields')
    }

    It 'report when the agent''s screen does not carry them out in time' {
        $slow = Start-VicidialSimulator -Scenario @{ Extend = $true; Generation = $Release; Settings = @{ ScreenSeconds = 60 } }
        Connect-VicidialServer -Uri $slow.Uri -Credential $slow.Credential -Name slow
        try {
            $null = Suspend-VicidialAgent 1002 -Connection slow -Wait -WaitTimeoutSec 1 -ErrorVariable failed -ErrorAction SilentlyContinue
            $failed.Count | Should -Be 1
        }
        finally {
            Disconnect-VicidialServer slow
            $slow | Stop-VicidialSimulator
        }
    }
}
