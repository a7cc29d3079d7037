# Traps of the dialer, each with its guard and a test that fails without the guard. The simulated dialer has the traps,
# so the tests check afterward that nothing was damaged.
param([string] $Release = '2.14-202')

BeforeAll {
    $dialer = Start-VicidialSimulator -Release $Release
    Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main
    Import-Module (Join-Path $PSScriptRoot Releases.psm1) -Force -ArgumentList $dialer, $Release

    function Get-Id($Failure) {
        $Failure.FullyQualifiedErrorId -replace ',.*'
    }

    function Get-Sent([string] $Function) {
        @(Get-VicidialSimulatorRequest $Function)
    }
}

AfterAll {
    Disconnect-VicidialServer *
    Stop-VicidialSimulator
}

Describe 'The guard against' {
    It 'update_fields, which empties each field whose name is in a value' {
        $null = Set-VicidialLead 1021 -Owner sam -Title Dr -City Tampa
        # The oldest release drops the comma.
        $kept = 'real estate owner, wants the title of the city' -replace ($isOld ? ',' : '^$')
        $null = Set-VicidialAgentLead 1001 -Comments 'real estate owner, wants the title of the city' -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike ($isOld ? "*'$kept'*It changes ,." : '')
        $lead = Read-Lead 1021
        $lead.Comments | Should -Be $kept
        $lead.State, $lead.Owner, $lead.Title, $lead.City | Should -Be 'FL', 'sam', 'Dr', 'Tampa'
    }

    It 'update_presets, which uses the only preset instead of one that does not exist' {
        if ($isOld) {
            Assert-TooOld { Set-VicidialTransferPreset OUTBND2 Nobody -PhoneNumber 7275554321; Remove-VicidialTransferPreset OUTBND2 Nobody -Force }
            return
        }
        $before = @(Get-VicidialTransferPreset OUTBND2)
        $before.Count | Should -Be 1
        $null = Set-VicidialTransferPreset OUTBND2 Nobody -PhoneNumber 7275554321 -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.EntryNotFound'
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        Remove-VicidialTransferPreset OUTBND2 Nobody -Force -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.EntryNotFound'
        $only = @(Get-VicidialTransferPreset OUTBND2)
        $only.Count | Should -Be 1
        $only[0].PhoneNumber | Should -Be $before[0].PhoneNumber
    }

    It 'update_alt_url, which changes the only entry instead of one that does not exist' {
        if ($isOld) {
            Assert-TooOld { Set-VicidialAlternateUrl OUTBND2 -UrlType dispo -AlternateUrlId 99 -Rank 5 }
            return
        }
        $before = Get-VicidialAlternateUrl OUTBND2 -UrlType dispo
        $null = Set-VicidialAlternateUrl OUTBND2 -UrlType dispo -AlternateUrlId 99 -Rank 5 -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.EntryNotFound'
        $failed[0].TargetObject | Should -Be '99'
        (Get-VicidialAlternateUrl OUTBND2 -UrlType dispo).Rank | Should -Be $before.Rank
    }

    It 'update_list, which loses the reset times if the request has an expiration date' {
        $null = New-VicidialList 571 -ListName 'Two dates' -CampaignId TESTCAMP
        $null = Set-VicidialList 571 -ResetTime '0900-1200' -ExpirationDate '2027-01-31'
        (Read-List 571).ExpirationDate | Should -Be ([datetime]'2027-01-31')
        $sent = Get-Sent update_list | Where-Object { $_.Fields['list_id'] -eq '571' }
        @($sent | Where-Object { $_.Fields.ContainsKey('reset_time') }).Count | Should -Be 1
        @($sent | Where-Object { $_.Fields.ContainsKey('reset_time') -and $_.Fields.ContainsKey('expiration_date') }).Count | Should -Be 0
    }

    It '--BLANK-- in fields that would store it as text: <Name>' -ForEach @(
        @{ Name = 'asked for by -Clear'; Change = { Set-VicidialLead 1013 -Clear Rank -ErrorAction Stop } }
        @{ Name = 'typed'; Change = { Set-VicidialCampaign TESTCAMP -CampaignName '--BLANK--' -ErrorAction Stop } }
        @{ Name = 'in a new lead'; Change = { Add-VicidialLead 7275552071 -ListId 102 -FirstName '--BLANK--' -ErrorAction Stop } }
        @{ Name = 'in a sheet'; Change = { [pscustomobject]@{ ListId = 102; ListName = '--BLANK--' } | Set-VicidialList -FromInput -ErrorAction Stop } }
    ) {
        $before = @(Get-VicidialSimulatorRequest).Count
        $failure = try { $null = & $Change } catch { $_ }
        Get-Id $failure | Should -Be 'Vicidial.FieldNotClearable'
        $failure.CategoryInfo.Category | Should -Be 'InvalidArgument'
        @(Get-VicidialSimulatorRequest).Count | Should -Be $before
    }

    It 'update_user, which responds ERROR although the ranks were changed' {
        $result = Set-VicidialUser 1001 -CampaignRank 5 -ErrorVariable failed -ErrorAction SilentlyContinue
        if ($isOld) {
            # On current PHP, the oldest release stores the ranks, and then fails.
            Get-Id $failed[0] | Should -Be 'Vicidial.OutcomeUnknown'
            return
        }
        $failed | Should -BeNullOrEmpty
        $result.User | Should -Be '1001'
        $result.Message | Should -BeLike '*RANKS/GRADES HAVE BEEN UPDATED*'
        # If nothing was done before this ERROR, it is an error.
        $null = Invoke-VicidialApi update_user @{ agent_user = '1001' } -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.NothingToUpdate'
    }

    It 'a NOTICE that is a success' {
        $null = New-VicidialList 572 -ListName 'To be gone' -CampaignId TESTCAMP
        (Reset-VicidialList 572 -Force -PassThru -ErrorVariable failed).Message | Should -BeLike '*HAVE BEEN RESET*'
        Remove-VicidialList 572 -Force -ErrorVariable +failed
        $failed | Should -BeNullOrEmpty
        Read-List 572 -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        if (-not $isOld) { Get-Id $failed[0] | Should -Be 'Vicidial.ListNotFound' }
    }

    It 'a NOTICE that is a failure' {
        $null = Reset-VicidialList 107 -Force -PassThru
        $again = Reset-VicidialList 107 -Force -PassThru -ErrorVariable failed -ErrorAction SilentlyContinue
        # The oldest release has no limit.
        if ($isOld) {
            $again.ListId | Should -Be 107
            return
        }
        $again | Should -BeNullOrEmpty
        $failed.Count | Should -Be 1
        "$($failed[0])" | Should -BeLike '*daily reset limit*'
    }

    It 'the echo of a new user''s password' {
        $all = New-VicidialUser 2171 -FullName 'Eve Doe' -UserLevel 1 -UserGroup AGENTS2 -Password Sesame4721 -Verbose -Debug *>&1
        @($all | Where-Object { $_ -is [Management.Automation.DebugRecord] }).Count | Should -BeGreaterThan 0
        ($all | Format-List * -Force | Out-String -Width 4000) | Should -Not -Match 'Sesame'
        $all = [pscustomobject]@{ User = '2172'; SourceUser = '2171'; FullName = 'Fay Doe'; Password = 'Sesame4722' } | Copy-VicidialUser -Verbose -Debug *>&1
        ($all | Format-List * -Force | Out-String -Width 4000) | Should -Not -Match 'Sesame'
        # The dialer's response contains it, so the guard has something to do. The oldest release cannot copy users.
        if (-not $isOld) { (Get-VicidialUser 2172).FullName | Should -Be 'Fay Doe' }
    }

    It 'update_log_entry, which drops the dot of a unique id' {
        $null = Set-VicidialCallLogEntry '1795258841.100307' TESTCAMP SALE -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.InvalidIdentifier'
        Get-Sent update_log_entry | Should -BeNullOrEmpty
        $null = Stop-VicidialAgentCall 1001 -Wait
        (Set-VicidialCallLogEntry V1201200000000001021 TESTCAMP SALE).Status | Should -Be 'SALE'
    }

    It 'update_cid_group_entry, which uses every entry if the number is left out: <Name>' -ForEach @(
        @{ Name = 'a change in an area code'; Change = { Set-VicidialCidGroupEntry testing_here4 312 -Description Hit @quiet } }
        @{ Name = 'a change in the group'; Change = { Set-VicidialCidGroupEntry testing_here4 '---ALL---' -Description Hit @quiet } }
        @{ Name = 'a removal in an area code'; Change = { Remove-VicidialCidGroupEntry testing_here4 312 -Force @quiet } }
        @{ Name = 'a removal in the group'; Change = { Remove-VicidialCidGroupEntry testing_here4 '---ALL---' -Force @quiet } }
        @{ Name = 'a row with a blank cell'; Change = { [pscustomobject]@{ CidGroupId = 'testing_here4'; AreaCode = '312'; OutboundCid = '' } | Remove-VicidialCidGroupEntry -Force @quiet } }
    ) {
        $quiet = @{ ErrorVariable = 'failed'; ErrorAction = 'SilentlyContinue' }
        $before = Get-VicidialCidGroupEntry testing_here4 | Out-String
        $failed = $null
        . $Change
        Get-Id $failed[0] | Should -Be 'Vicidial.RequiredFieldMissing'
        Get-VicidialCidGroupEntry testing_here4 | Out-String | Should -Be $before
    }

    It 'add_lead, which adds a lead to list 999 if the list ID has fewer than three digits' {
        $null = Add-VicidialLead 7275553073 -ListId 12 -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.ValueTooShort'
        $failed[0].TargetObject | Should -Be '7275553073'
        Get-Sent add_lead | Where-Object { $_.Fields['phone_number'] -eq '7275553073' } | Should -BeNullOrEmpty
    }

    It 'add_dnc_phone, which creates a list for a campaign that does not exist' {
        if ($isOld) {
            Assert-TooOld { Add-VicidialDncNumber 7275553071 -CampaignId NOPE }
            return
        }
        $null = Add-VicidialDncNumber 7275553071 -CampaignId NOPE -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.CampaignNotFound'
        $failed[0].TargetObject | Should -Be '7275553071'
        Get-Sent add_dnc_phone | Should -BeNullOrEmpty
    }

    It 'add_dnc_phone, which drops the letters of a number and blocks another one' {
        $null = Add-VicidialDncNumber 72755A53072 -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.InvalidPhoneNumber'
        Get-Sent add_dnc_phone | Where-Object { $_.Fields['phone_number'] -match '53072' } | Should -BeNullOrEmpty
    }

    It 'update_lead by number, which changes only the newest lead and does not report the others' {
        $added = 1..2 | ForEach-Object { Add-VicidialLead 7275552072 -ListId 102 }
        $null = Set-VicidialLead -PhoneNumber 7275552072 -SearchMethod PHONE_NUMBER -Status DNC -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.RequiredFieldMissing'
        "$($failed[0])" | Should -BeLike '*only the newest lead*'
        (Read-Lead $added.LeadId).Status | Select-Object -Unique | Should -Be 'NEW'
    }

    It 'batch_update_lead, which leaves leads out without the number of records' {
        if ($isOld) {
            Assert-TooOld { 1030..1033 | Set-VicidialLead -BatchSize 4 -Status CALLBK }
            return
        }
        $result = @(1030..1033 | Set-VicidialLead -BatchSize 4 -Status CALLBK)
        $result.LeadId | Should -Be (1030..1033)
        (1030..1033 | Get-VicidialLead).Status | Select-Object -Unique | Should -Be 'CALLBK'
        (Get-Sent batch_update_lead)[-1].Fields['records'] | Should -Be '4'
    }

    It 'batch_update_lead, which responds SUCCESS although leads were not found' {
        if ($isOld) {
            Assert-TooOld { 1030, 999998 | Set-VicidialLead -BatchSize 4 -Status NEW }
            return
        }
        $result = @(1030, 999998, 1031, 999999 | Set-VicidialLead -BatchSize 4 -Status NEW -ErrorVariable failed -ErrorAction SilentlyContinue)
        $result.LeadId | Should -Be 1030, 1031
        $failed.TargetObject | Should -Be 999998, 999999
        Get-Id $failed[0] | Should -Be 'Vicidial.LeadNotFound'
    }
}

if ($Release -eq '2.10-69') {
    Describe 'The oldest release' {
        It 'is too old for <Name>, and only queries were sent' -ForEach @(
            @{ Name = 'Get-VicidialTransferPreset'; Function = 'update_presets'; Run = { Get-VicidialTransferPreset TESTCAMP @quiet } }
            @{ Name = 'Set-VicidialTransferPreset'; Function = 'update_presets'; Run = { Set-VicidialTransferPreset TESTCAMP SALES -PhoneNumber 7275554321 @quiet } }
            @{ Name = 'Remove-VicidialTransferPreset'; Function = 'update_presets'; Run = { Remove-VicidialTransferPreset TESTCAMP SALES -Force @quiet } }
            @{ Name = 'Set-VicidialAlternateUrl'; Function = 'update_alt_url'; Run = { Set-VicidialAlternateUrl ALTTEST -UrlType dispo -AlternateUrlId 1 -Rank 5 @quiet } }
        ) {
            $quiet = @{ ErrorVariable = 'failed'; ErrorAction = 'SilentlyContinue' }
            $failed = $null
            $null = . $Run
            Get-Id $failed[0] | Should -Be 'Vicidial.DialerTooOld'
            $failed[0].CategoryInfo.Category | Should -Be 'NotImplemented'
            $dialer | Get-VicidialSimulatorRequest $Function | Where-Object { 'LIST' -notin $_.Fields['action'], $_.Fields['alt_url_id'] } | Should -BeNullOrEmpty
        }

        It 'lacks the function, which <Option> says once' -ForEach @{ Option = '-WhatIf' }, @{ Option = '-ValidateOnly' } {
            $dry = @{ $Option.TrimStart('-') = $true; WarningVariable = 'warned'; WarningAction = 'SilentlyContinue' }
            7275554321, 7275554322 | Add-VicidialDncNumber @dry | Out-Null
            $warned | Should -HaveCount 1
            $warned[0].Message | Should -BeLike 'The dialer * (build 1*) does not have the function add_dnc_phone, which requires build *'
            $null = Set-VicidialLead 1001 -Status NEW -WhatIf -WarningVariable warned
            $warned | Should -BeNullOrEmpty
        }

        It 'adds no preset' {
            $null = Add-VicidialTransferPreset TESTCAMP Boss -PhoneNumber 7275551234 -ErrorVariable failed -ErrorAction SilentlyContinue
            Get-Id $failed[0] | Should -Be 'Vicidial.DialerTooOld'
        }
    }
}
