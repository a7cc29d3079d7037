# Callbacks, and other changes of a lead than those of its fields: the hopper, the archive, and its calls.
param([string] $Release = '2.14-202')

BeforeAll {
    $dialer = Start-VicidialSimulator -Release $Release
    Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main
    Import-Module (Join-Path $PSScriptRoot Releases.psm1) -Force -ArgumentList $dialer, $Release

    function Get-Id($Failure) {
        $Failure.FullyQualifiedErrorId -replace ',.*'
    }

    # The oldest release cannot list callbacks, so the module asks for a confirmation that there is only one.
    # As the callback may be new, it also needs a time and a type.
    $unchecked = $isOld ? @{ SkipCallbackCheck = $true } : @{}
    $own = $isOld ? @{ SkipCallbackCheck = $true; CallbackTime = '2026-12-24 10:00'; CallbackType = 'USERONLY' } : @{}
    $anyone = $isOld ? @{ SkipCallbackCheck = $true; CallbackTime = '2026-12-24 10:00'; CallbackType = 'ANYONE' } : @{}

    function Get-Field([string] $Function) {
        (Get-VicidialSimulatorRequest $Function)[-1].Fields
    }
}

AfterAll {
    Disconnect-VicidialServer *
    Stop-VicidialSimulator
}

Describe 'Callbacks' {
    It 'are set, changed and removed' {
        $set = Set-VicidialCallback 1005 '2026-12-24 10:00' -CampaignId TESTCAMP -CallbackType USERONLY -CallbackUser 1002 -CallbackComments 'before noon' @unchecked
        $set.LeadId, $set.User | Should -Be 1005, '1002'
        $callback = Read-Callback 1005
        $callback.CallbackTime | Should -Be ([datetime]'2026-12-24 10:00')
        $callback.Recipient, $callback.User, $callback.Comments, $callback.CampaignId | Should -Be 'USERONLY', '1002', 'before noon', 'TESTCAMP'

        $null = Set-VicidialCallback 1005 -CallbackUser 1003 @own
        $callback = Read-Callback 1005
        $callback.User, $callback.Comments | Should -Be '1003', 'before noon'

        (Remove-VicidialCallback 1005 -Force -PassThru).RemovedCallbacks | Should -Be 1
        Read-Callback 1005 | Should -BeNullOrEmpty
    }

    It 'supply only the lead if piped, although their users and campaigns have the names of parameters' {
        $null = Read-Callback 1030 | Set-VicidialCallback -CallbackComments 'ask for Ms Lee' @anyone
        (Get-Field update_lead).Keys | Where-Object { $_ -notin 'function', 'source' } | Sort-Object | Should -Be (@('callback', 'callback_comments') + @('callback_datetime', 'callback_type' | Where-Object { $isOld }) + 'lead_id')
        $callback = Read-Callback 1030
        $callback.Comments, $callback.Recipient, $callback.User, $callback.LeadStatus | Should -Be 'ask for Ms Lee', 'ANYONE', '1001', 'CALLBK'
        $null = $callback | Set-VicidialLead -FirstName Ann
        (Get-Field update_lead).Keys | Where-Object { $_ -notin 'function', 'source' } | Sort-Object | Should -Be 'first_name', 'lead_id'
    }

    It 'are set again to the same values with -FromInput, <How>' -ForEach @(
        @{ How = 'as objects'; Way = { $args[0] } }
        @{ How = 'as rows of a CSV'; Way = { $args[0] | ConvertTo-Csv | ConvertFrom-Csv } }
    ) {
        $before = Read-Callback 1030
        $null = & $Way $before | Set-VicidialCallback -FromInput -CallbackTime '2026-12-28 09:00' @unchecked
        $fields = Get-Field update_lead
        $fields['callback_type'], $fields['callback_status'], $fields['callback_user'], $fields['campaign_id'] | Should -Be 'ANYONE', 'CALLBK', '1001', 'TESTCAMP'
        $after = Read-Callback 1030
        $after.CallbackTime | Should -Be ([datetime]'2026-12-28 09:00')
        $after.Recipient, $after.LeadStatus, $after.User, $after.Comments | Should -Be $before.Recipient, $before.LeadStatus, $before.User, $before.Comments
    }

    It 'come from the rows of a spreadsheet with -FromInput' {
        $null = 'lead_id,callback_datetime,callback_type,campaign_id', '1006,2026-12-24 11:00,ANYONE,TESTCAMP' | ConvertFrom-Csv | Set-VicidialCallback -FromInput @unchecked
        $callback = Read-Callback 1006
        $callback.CallbackTime, $callback.Recipient | Should -Be ([datetime]'2026-12-24 11:00'), 'ANYONE'
    }

    It 'of leads that do not exist are errors' {
        $type = $isOld ? @{ SkipCallbackCheck = $true; CallbackType = 'ANYONE' } : @{}
        $null = 999999, 1007 | Set-VicidialCallback -CallbackTime '2026-12-24 10:00' -CampaignId TESTCAMP @type -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.NoMatch'
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failed[0].TargetObject | Should -Be 999999
        @(Read-Callback 1007).Count | Should -Be 1
        Remove-VicidialCallback 999999 -Force -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.NoMatch'
    }

    It 'that may be new need a time and a type, if the dialer would store them without: -<_>' -ForEach 'CallbackTime', 'CallbackType' {
        $given = @{ CallbackTime = '2026-12-24 10:00'; CallbackType = 'ANYONE'; CampaignId = 'TESTCAMP'; SkipCallbackCheck = $true }
        $given.Remove($_)
        $null = Set-VicidialCallback 1013 @given -ErrorVariable failed -ErrorAction SilentlyContinue
        if ($_ -eq 'CallbackType' -and -not $isOld) {
            (Read-Callback 1013).Recipient | Should -Be 'ANYONE'
            return
        }
        Get-Id $failed[0] | Should -Be 'Vicidial.RequiredFieldMissing'
        "$($failed[0])" | Should -BeLike "*-$_ is missing. If the lead has no callback,*"
        Read-Callback 1013 | Should -BeNullOrEmpty
    }

    It 'are not changed with -WhatIf' {
        $before = @(Get-VicidialSimulatorRequest).Count
        Set-VicidialCallback 1008 '2026-12-24 10:00' -CampaignId TESTCAMP -WhatIf
        Remove-VicidialCallback 1017 -WhatIf
        # -WhatIf queries what would be lost.
        @(Get-VicidialSimulatorRequest | Select-Object -Skip $before | Where-Object Function -NE 'lead_callback_info') | Should -BeNullOrEmpty
    }
}

Describe 'A lead' {
    It 'that is not in the hopper is reported, and the others are removed' {
        if ($isOld) {
            Assert-TooOld { 1019 | Remove-VicidialHopperLead -Force }
            return
        }
        $waiting = @(Get-VicidialHopperLead TESTCAMP | Where-Object Status -EQ NEW)[0].LeadId
        $result = @(1019, $waiting | Remove-VicidialHopperLead -Force -PassThru -ErrorVariable failed -ErrorAction SilentlyContinue)
        $result.LeadId | Should -Be $waiting
        $failed.Count | Should -Be 1
        Get-Id $failed[0] | Should -Be 'Vicidial.NotInHopper'
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failed[0].TargetObject | Should -Be 1019
        (Get-VicidialHopperLead TESTCAMP).LeadId | Should -Not -Contain $waiting
    }

    It 'that does not exist is not in the hopper either' {
        if ($isOld) {
            Assert-TooOld { Remove-VicidialHopperLead 999999 -Force }
            return
        }
        Remove-VicidialHopperLead 999999 -Force -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.NoMatch'
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failed[0].TargetObject | Should -Be 999999
    }

    It 'is restored from the archive' {
        if ($isOld) {
            Assert-TooOld { 900002, 999999 | Restore-VicidialLead }
            return
        }
        $null = Get-VicidialLead 900002 -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.LeadNotFound'
        Restore-VicidialLead 900002 -WhatIf
        Get-VicidialSimulatorRequest lead_dearchive | Should -BeNullOrEmpty
        $result = @(900002, 999999, 900003 | Restore-VicidialLead -ErrorVariable failed -ErrorAction SilentlyContinue)
        $result.LeadId | Should -Be 900002, 900003
        $result[0].RestoredLeads | Should -Be 1
        Get-Id $failed[0] | Should -Be 'Vicidial.ArchivedLeadNotFound'
        $failed[0].TargetObject | Should -Be 999999
        (Get-VicidialLead 900002, 900003).PhoneNumber | Should -Be '7275559002', '7275559003'
    }
}

Describe 'A call in the log' {
    BeforeAll {
        $null = Stop-VicidialAgentCall 1001 -Wait
        $null = Set-VicidialAgentDisposition 1001 NI -Wait
    }

    It 'is found by its identifier, and gets another status' {
        $call = Get-VicidialCallDetail V1201200000000001021
        $call.CallId, $call.Status, $call.User, $call.CampaignId | Should -Be 'V1201200000000001021', 'NI', '1001', 'TESTCAMP'
        $changed = $call | Set-VicidialCallLogEntry -GroupId TESTCAMP -Status SALE
        $changed.FormerStatus, $changed.Status | Should -Be 'NI', 'SALE'
        (Get-VicidialCallDetail V1201200000000001021).Status | Should -Be 'SALE'
    }

    It 'is not changed with -WhatIf' {
        $before = @(Get-VicidialSimulatorRequest).Count
        Set-VicidialCallLogEntry V1201200000000001021 TESTCAMP B -WhatIf
        @(Get-VicidialSimulatorRequest).Count | Should -Be $before
    }

    It 'that does not exist is an error' {
        $null = Get-VicidialCallDetail V1201200000000009999 -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.CallNotFound'
        $failed[0].TargetObject | Should -Be 'V1201200000000009999'
        $null = Set-VicidialCallLogEntry V1201200000000009999 TESTCAMP SALE -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.NoRecord'
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failed[0].TargetObject | Should -Be 'V1201200000000009999'
    }
}
