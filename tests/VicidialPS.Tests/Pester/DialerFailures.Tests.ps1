# Failures inside the dialer, and responses that end early: the cmdlets report what was done, what was not done, and what is unknown.
BeforeDiscovery {
    # Responses that the simulated call center never returns. On a dialer, an account can lose its level between two statements. The last one comes from
    # a check that is never reached, because an earlier check rejects the same values.
    $script:responses = @(
        @{ Text = 'ERROR: sounds_list USER DOES NOT HAVE PERMISSION TO VIEW SOUNDS LIST: |api|0|'; Run = { Get-VicidialAudioFile }; Id = 'PermissionDenied' }
        @{ Text = 'ERROR: sounds_list USER DOES NOT HAVE PERMISSION TO VIEW SOUNDS LIST: |api|0|'; Run = { Get-VicidialMusicOnHold }; Id = 'PermissionDenied' }
        @{ Text = 'ERROR: vm_list USER DOES NOT HAVE PERMISSION TO VIEW VOICEMAIL BOXES LIST: |api|0|'; Run = { Get-VicidialVoicemailBox }; Id = 'PermissionDenied' }
        @{ Text = 'ERROR: ingroup_list USER DOES NOT HAVE PERMISSION TO VIEW INBOUND GROUPS LIST: |api|0|'; Run = { Get-VicidialInGroup }; Id = 'PermissionDenied' }
        @{ Text = 'ERROR: callmenu_list USER DOES NOT HAVE PERMISSION TO VIEW CALL MENUS LIST: |api|0|'; Run = { Get-VicidialCallMenu }; Id = 'PermissionDenied' }
        @{ Text = 'ERROR: container_list USER DOES NOT HAVE PERMISSION TO VIEW CALL MENUS LIST: |api|0|'; Run = { Get-VicidialSettingsContainer PERFORMANCE }; Id = 'PermissionDenied' }
        @{ Text = 'ERROR: update_list EXPIRATION DATE IS NOT VALID, THIS IS AN OPTIONAL FIELD: |api|2027-01-31'; Run = { Set-VicidialList 101 -ExpirationDate 2027-01-31 }; Id = 'InvalidExpirationDate' }
    )
}

BeforeAll {
    $dialer = Start-VicidialSimulator
    Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main -MaximumRetryCount 0
    $world = $dialer.PSObject.BaseObject.GetType().GetProperty('Dialer', [Reflection.BindingFlags]'NonPublic,Instance').GetValue($dialer).World
    $quiet = @{ ErrorVariable = 'failed'; ErrorAction = 'SilentlyContinue'; WarningVariable = 'warned'; WarningAction = 'SilentlyContinue' }

    # Sets the only fault from here on.
    function Use-Fault([string] $Kind, [hashtable] $Fault = @{}) {
        Set-VicidialSimulatorFault -Clear -Simulator $dialer
        Set-VicidialSimulatorFault $Kind @Fault -Simulator $dialer
    }

    function Get-Id($Failure) {
        @($Failure | ForEach-Object { $_.FullyQualifiedErrorId -replace ',.*' -replace '^Vicidial\.' })
    }
}

AfterAll {
    Disconnect-VicidialServer *
    Stop-VicidialSimulator
}

Describe 'A table of leads that is full' {
    BeforeEach { Use-Fault LeadTableFull }

    It 'is an error of <Name>' -ForEach @(
        @{ Name = 'Add-VicidialLead'; Run = { Add-VicidialLead 7275559900 -ListId 101 -AddToHopper @quiet }; Target = '7275559900' }
        @{ Name = 'Add-VicidialManualDialLead'; Run = { Add-VicidialManualDialLead 1001 7275559900 @quiet }; Target = '1001' }
        @{ Name = 'Restore-VicidialLead'; Run = { Restore-VicidialLead 900002 @quiet }; Target = 900002 }
    ) {
        $failed = $null
        . $Run | Should -BeNullOrEmpty
        Get-Id $failed | Should -Be 'LeadNotStored'
        $failed[0].TargetObject | Should -Be $Target
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike '*database*'
        @($world.Leads.WithPhone('7275559900')).Count | Should -Be 0
        $world.Archive.Find(900002) | Should -Not -BeNullOrEmpty
    }

    It 'is an error of a change that adds a lead if it finds none' {
        $failed = $null
        Set-VicidialLead -SearchMethod PHONE_NUMBER -PhoneNumber 7275559901 -PhoneCode 1 -SearchListId 103 -MaximumMatch 1 -InsertIfNotFound -FirstName A @quiet | Should -BeNullOrEmpty
        Get-Id $failed | Should -Be 'NoMatch'
    }
}

Describe 'A hopper that is full' {
    BeforeEach { Use-Fault HopperFull }

    It 'leaves the new lead out, with a warning' {
        $added = Add-VicidialLead 7275559902 -ListId 101 -AddToHopper @quiet
        $added.InHopper | Should -BeFalse
        "$warned" | Should -BeLike "Lead $($added.LeadId) was added, but:*NOT ADDED TO HOPPER"
        $world.Hopper | Where-Object { $_.Lead.Id -eq $added.LeadId } | Should -BeNullOrEmpty
    }

    It 'is an error for each lead, as are leads that do not exist' {
        $failed = $null
        1020, 1024, 99999 | Add-VicidialHopperLead @quiet | Should -BeNullOrEmpty
        Get-Id $failed | Should -Be 'HopperInsertFailed', 'HopperInsertFailed', 'LeadNotFound'
        $failed.TargetObject | Should -Be 1020, 1024, 99999
    }

    It 'is an error for a lead that is sent in its own request, on a dialer of 2.14-107' {
        $old = Start-VicidialSimulator -Release 2.14-107
        Connect-VicidialServer -Uri $old.Uri -Credential $old.Credential -Name old -NoDefault
        Set-VicidialSimulatorFault HopperFull -Simulator $old
        $failed = $null
        Add-VicidialHopperLead 1020 -Connection old @quiet | Should -BeNullOrEmpty
        Get-Id $failed | Should -Be 'HopperInsertFailed'
        Disconnect-VicidialServer old
        $old | Stop-VicidialSimulator
    }
}

Describe 'A dialer that cannot send email' {
    BeforeAll { $null = Set-VicidialUser 1006 -Email 'ann@example.com' }
    BeforeEach { Use-Fault EmailFails }

    It 'resets no password' {
        $failed = $null
        Reset-VicidialUserPassword 1006 -Force -PassThru @quiet | Should -BeNullOrEmpty
        Get-Id $failed | Should -Be 'EmailFailed'
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike '*mail settings*'
        $world.FindUser('1006').Password | Should -Be '1234'
    }

    It 'makes the other changes of a request, and the response reports both' {
        $response = Invoke-VicidialApi update_user @{ agent_user = '1006'; agent_full_name = 'Ann Other'; reset_password = '12' } -Confirm:$false @quiet
        "$($response.Lines)" | Should -BeLike '*RESET FAILED: EMAIL FAILURE*USER HAS BEEN UPDATED*'
        $world.FindUser('1006').FullName | Should -Be 'Ann Other'
    }
}

Describe 'A dialer without Vtiger' {
    It 'does not dial the number of an activity' {
        $failed = $null
        Start-VicidialAgentCall 1003 9917 -VtigerCallback @quiet | Should -BeNullOrEmpty
        Get-Id $failed | Should -Be 'CrmActivityNotFound'
        $world.Floor.Find('1003').Screen.Waiting('external_dial') | Should -BeNullOrEmpty
    }
}

Describe 'A response that the simulated call center never returns' {
    It '<Text>' -ForEach $responses {
        $server = [Vicidial.Testing.ReplayServer]::StartForText("$Text`n")
        $account = [pscredential]::new('api', (ConvertTo-SecureString 'api1234' -AsPlainText -Force))
        Connect-VicidialServer -Uri $server.Uri -Credential $account -Name fixed -NoDefault -SkipLoginCheck -MaximumRetryCount 0
        try {
            $PSDefaultParameterValues = @{ '*-Vicidial*:Connection' = 'fixed' }
            $failed = @(& $Run 2>&1)
            $failed | Should -HaveCount 1
            Get-Id $failed | Should -Be $Id
        }
        finally {
            $PSDefaultParameterValues = @{}
            Disconnect-VicidialServer fixed
            $server.Dispose()
        }
    }
}

Describe 'A response that ends early' {
    It 'does not hide the lead that was added because none was found' {
        Use-Fault CutReply @{ Function = 'update_lead'; CutAfterBytes = 75 }
        $failed = $null
        Set-VicidialLead -SearchMethod PHONE_NUMBER -PhoneNumber 7275559903 -PhoneCode 1 -SearchListId 103 -MaximumMatch 1 -InsertIfNotFound -FirstName A @quiet | Should -BeNullOrEmpty
        @($world.Leads.WithPhone('7275559903')).Count | Should -Be 1
        Get-Id $failed | Should -Be 'OutcomeUnknown'
    }

    It 'does not hide what follows the notice that no setting was changed: <Fault>' -ForEach @(
        @{ Fault = 'CutReply'; Bytes = 50 }
        @{ Fault = 'StallBody'; Bytes = 0 }
    ) {
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name short -NoDefault -MaximumRetryCount 0 -TimeoutSec 1
        Use-Fault $Fault @{ Function = 'update_list'; CutAfterBytes = $Bytes }
        $world.Leads.InList(103) | Select-Object -First 1 | ForEach-Object { $_.IsCalledSinceReset = $true }
        $failed = $null
        Reset-VicidialList 103 -Force -PassThru -Connection short @quiet | Should -BeNullOrEmpty
        @($world.Leads.InList(103) | Where-Object IsCalledSinceReset).Count | Should -Be 0
        Get-Id $failed | Should -Be 'OutcomeUnknown'
        Disconnect-VicidialServer short
    }

    It 'is a success if its notices report everything that was requested: <Name>' -ForEach @(
        @{ Name = 'a reset'; Function = 'update_list'; Run = { Reset-VicidialList 104 -Force -PassThru @quiet } }
        @{ Name = 'leads that are deleted'; Function = 'update_list'; Run = { Clear-VicidialList 104 -Force -PassThru @quiet } }
        @{ Name = 'a list that is deleted with its leads'; Function = 'update_list'; Run = { Remove-VicidialList 104 -IncludeLead -Force -PassThru @quiet } }
        @{ Name = 'a hopper that is emptied'; Function = 'update_campaign'; Run = { Clear-VicidialHopper TESTCAMP -Force -PassThru @quiet } }
        @{ Name = 'a callback'; Function = 'update_lead'; Run = { Set-VicidialCallback 1030 '2026-12-28 10:00' @quiet } }
        @{ Name = 'a callback that is removed'; Function = 'update_lead'; Run = { Remove-VicidialCallback 1030 -Force -PassThru @quiet } }
    ) {
        Use-Fault ServerErrorAfterWork @{ Function = $Function }
        $failed = $null
        $result = . $Run
        $failed | Should -BeNullOrEmpty
        $result | Should -HaveCount 1
    }

    It 'is no success if a notice is missing' {
        $null = New-VicidialList 609 -ListName 'To be gone' -CampaignId TESTCAMP
        Use-Fault CutReply @{ Function = 'update_list'; CutAfterBytes = 100 }
        $failed = $null
        Remove-VicidialList 609 -IncludeLead -Force -PassThru @quiet | Should -BeNullOrEmpty
        Get-Id $failed | Should -Be 'OutcomeUnknown'
        "$(($dialer | Get-VicidialSimulatorRequest update_list)[-1].Response)".Substring(0, 100) | Should -BeLike '*LIST HAS BEEN DELETED*'
    }

    It 'does not hide leads that were changed after those in it' {
        Use-Fault CutReply @{ Function = 'update_lead'; CutAfterBytes = 90 }
        $failed = $null
        $changed = @(Set-VicidialLead -SearchMethod PHONE_NUMBER -PhoneNumber 7275551014 -MaximumMatch 5 -City Zeta @quiet)
        @($world.Leads.WithPhone('7275551014') | Where-Object City -EQ Zeta).Count | Should -Be 3
        $changed.Count | Should -BeLessThan 3
        Get-Id $failed | Should -Be 'OutcomeUnknown'
        "$($failed[0])" | Should -BeLike '*changed more leads*'
    }

    It 'causes a warning about what it does not report about a new lead' {
        Use-Fault CutReply @{ Function = 'add_lead'; CutAfterBytes = 90 }
        $added = Add-VicidialLead 7275559904 -ListId 101 -AddToHopper -Callback -CampaignId TESTCAMP -CallbackTime '2026-12-26 09:00:00' @quiet
        $added.LeadId | Should -Be $world.Leads.WithPhone('7275559904').Id
        "$warned" | Should -BeLike "Lead $($added.LeadId) was added, but the response ended early. Check on the dialer whether the lead is in the hopper, and whether its callback is scheduled."
    }

    It 'does not count as a list without the requested entry: <Name>' -ForEach @(
        @{ Name = 'a preset'; Function = 'update_presets'; Run = { Set-VicidialTransferPreset TESTCAMP SALES -PhoneNumber 3125559999 @quiet } }
        @{ Name = 'a preset to remove'; Function = 'update_presets'; Run = { Remove-VicidialTransferPreset TESTCAMP SALES -Force -PassThru @quiet } }
        @{ Name = 'a campaign'; Function = 'campaigns_list'; Run = { Add-VicidialDncNumber 7275559905 -CampaignId TESTCAMP @quiet } }
        @{ Name = 'a user'; Function = 'user_details'; Run = { Add-VicidialLead 7275559906 -ListId 101 -Callback -CampaignId TESTCAMP -CallbackTime '2026-12-26 09:00:00' -CallbackType USERONLY -CallbackUser 1001 @quiet } }
        @{ Name = 'a callback'; Function = 'lead_callback_info'; Run = { Set-VicidialCallback 1030 '2026-12-28 10:00' @quiet } }
    ) {
        Use-Fault CutReply @{ Function = $Function; CutAfterBytes = 60 }
        $failed = $null
        $result = . $Run
        if ($failed) {
            Get-Id $failed | Should -Be 'ReplyCut'
            $result | Should -BeNullOrEmpty
        } else {
            "$warned" | Should -BeLike '*could not be checked*'
        }
    }

    It 'does not show half of an agent''s in-groups' {
        Use-Fault CutReply @{ Function = 'agent_ingroup_info'; CutAfterBytes = 60 }
        $failed = $null
        Get-VicidialAgentInGroup 1001 @quiet | Should -BeNullOrEmpty
        Get-Id $failed | Should -Be 'ReplyCut'
    }

    It 'does not confirm that an agent is logged out' {
        Use-Fault CutReply @{ Function = 'agent_status'; CutAfterBytes = 60 }
        $failed = $null
        Stop-VicidialAgentSession 1016 -Wait -WaitTimeoutSec 1 @quiet | Should -BeNullOrEmpty
        Get-Id $failed | Should -Be 'NotConfirmed'
    }
}

Describe 'A removal that is retried because the response was lost' {
    It 'is a success if the dialer then has nothing to remove: <Name>' -ForEach @(
        @{ Name = 'an entry of a caller ID group'; Function = 'update_cid_group_entry'; Before = { Add-VicidialCidGroupEntry testing_here4 415 4155551212 }; Run = { Remove-VicidialCidGroupEntry testing_here4 415 4155551212 -Force -PassThru -Connection again @quiet } }
        @{ Name = 'an alias of phones'; Function = 'update_phone_alias'; Before = { New-VicidialPhoneAlias bothgs -PhoneLogin gs201, gs202 -PhoneAliasName Both }; Run = { Remove-VicidialPhoneAlias bothgs -Force -PassThru -Connection again @quiet } }
        @{ Name = 'a number on the DNC list'; Function = 'delete_dnc_phone'; Before = { }; Run = { Remove-VicidialDncNumber 7275550199 -Force -PassThru -Connection again @quiet } }
    ) {
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name again -NoDefault -MaximumRetryCount 1 -RetryIntervalSec 0
        $null = & $Before
        Use-Fault DropAfterWork @{ Function = $Function; Count = 1 }
        $failed = $null
        $result = . $Run
        $failed | Should -BeNullOrEmpty
        $result.WasDoneBefore | Should -BeTrue
        Disconnect-VicidialServer again
    }
}
