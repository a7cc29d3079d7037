# Changes on the dialer, each checked by a later query, and the dialer's traps, each with its guard.
param([string] $Release = '2.14-202')

BeforeAll {
    $dialer = Start-VicidialSimulator -Release $Release
    Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main
    Import-Module (Join-Path $PSScriptRoot Releases.psm1) -Force -ArgumentList $dialer, $Release

    function Get-Sent([string] $Function) {
        Get-VicidialSimulatorRequest | Where-Object Function -EQ $Function
    }

    function Get-Id($Failure) {
        $Failure.FullyQualifiedErrorId -replace ',.*'
    }
}

AfterAll {
    Disconnect-VicidialServer *
    Stop-VicidialSimulator
}

Describe 'Leads' {
    It 'accept a change, and use only the ID of a piped lead' {
        $before = Read-Lead 1002
        $result = $before | Set-VicidialLead -Status CALLBK
        $result.LeadId | Should -Be 1002
        $after = Read-Lead 1002
        $after.Status | Should -Be 'CALLBK'
        $after.FirstName | Should -BeExactly $before.FirstName
        $sent = (Get-Sent update_lead)[-1]
        $sent.Fields.Keys | Where-Object { $_ -notin 'source', 'user', 'pass', 'function' } | Sort-Object | Should -Be 'lead_id', 'status'
    }

    It 'use only the lead on the screen from a row of the roster' {
        # The oldest release has no roster, but returns the state of one agent.
        $row = if ($isOld) { Get-VicidialAgentStatus 1001 } else { Get-VicidialLoggedInAgent | Where-Object User -EQ 1001 }
        $row.Status | Should -Be 'INCALL'
        $null = $row | Set-VicidialLead -LastName Changed
        (Read-Lead $row.LeadId).LastName | Should -Be 'Changed'
        (Get-Sent update_lead)[-1].Fields.Keys | Where-Object { $_ -notin 'source', 'user', 'pass', 'function' } | Sort-Object | Should -Be 'last_name', 'lead_id'
    }

    It 'use whole rows if requested, and do not change fields with blank cells' {
        $before = Read-Lead 1013
        $result = 'lead_id,first_name,last_name', '1013,Alma,' | ConvertFrom-Csv | Set-VicidialLead -FromInput
        $result.LeadId | Should -Be 1013
        $after = Read-Lead 1013
        $after.FirstName | Should -Be 'Alma'
        $after.LastName | Should -BeExactly $before.LastName
    }

    It 'are emptied by <How>' -ForEach @(
        @{ How = '-Clear'; Change = { Set-VicidialLead $lead -Clear FirstName } }
        @{ How = 'an empty text'; Change = { Set-VicidialLead $lead -FirstName '' } }
    ) {
        $lead = (Add-VicidialLead -PhoneNumber 7275552001 -ListId 102 -FirstName Full).LeadId
        (Read-Lead $lead).FirstName | Should -Be 'Full'
        $null = & $Change
        (Read-Lead $lead).FirstName | Should -BeExactly ''
    }

    It 'are not emptied if the dialer would store the word --BLANK--' {
        $null = Set-VicidialLead 1013 -Clear Rank -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.FieldNotClearable'
    }

    It 'that are found by a number are changed only with -MaximumMatch' {
        $null = Set-VicidialLead -PhoneNumber 7275551014 -SearchMethod PHONE_NUMBER -Status DNC -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.RequiredFieldMissing'
        $all = if ($isOld) { 1014, 1015, 1016 | ForEach-Object { [pscustomobject]@{ LeadId = $_ } } } else { Find-VicidialLead 7275551014 }
        (Read-Lead $all.LeadId).Status | Should -Not -Contain 'DNC'
        $changed = @(Set-VicidialLead -PhoneNumber 7275551014 -SearchMethod PHONE_NUMBER -Status DNC -MaximumMatch 10)
        $changed.LeadId | Sort-Object | Should -Be ($all.LeadId | Sort-Object)
        (Read-Lead $all.LeadId).Status | Select-Object -Unique | Should -Be 'DNC'
    }

    It 'that do not exist are errors, and the others are changed' {
        $result = @(1015, 999999, 1016 | Set-VicidialLead -Status NEW -ErrorVariable failed -ErrorAction SilentlyContinue)
        $result.LeadId | Should -Be 1015, 1016
        Get-Id $failed[0] | Should -Be 'Vicidial.NoMatch'
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failed[0].TargetObject | Should -Be 999999
        "$($failed[0])" | Should -BeLike 'main:*'
    }

    It 'are sent together with -BatchSize, with the number of records, and each result names the batch' {
        if ($isOld) {
            Assert-TooOld { 1015, 1016, 999999 | Set-VicidialLead -BatchSize 2 -Status CALLBK }
            return
        }
        $result = @(1015, 1016, 999999 | Set-VicidialLead -BatchSize 2 -Status CALLBK -ErrorVariable failed -ErrorAction SilentlyContinue)
        $result.LeadId | Should -Be 1015, 1016
        $result[0].Message | Should -BeLike '*batch*'
        $failed.Count | Should -Be 1
        $failed[0].TargetObject | Should -Be 999999
        $sent = @(Get-Sent batch_update_lead)
        $sent.Count | Should -Be 2
        # The requests are sent in parallel, so either may arrive first.
        $sent | ForEach-Object { $_.Fields['records'] } | Sort-Object | Should -Be '1', '2'
        (1015, 1016 | Get-VicidialLead).Status | Select-Object -Unique | Should -Be 'CALLBK'
    }

    It 'with a new number keep their other fields' {
        $null = Set-VicidialLead 1005 -PhoneNumber '(727) 555-9999'
        (Read-Lead 1005).PhoneNumber | Should -Be '7275559999'
    }

    It 'are removed after confirmation, unless -Force is used' {
        $lead = (Add-VicidialLead -PhoneNumber 7275552002 -ListId 102).LeadId
        Remove-VicidialLead $lead -WhatIf
        (Read-Lead $lead).LeadId | Should -Be $lead
        $result = Remove-VicidialLead $lead -Force -PassThru
        $result.LeadId | Should -Be $lead
        $result.AffectedLeads | Should -Be 1
        Read-Lead $lead -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        if (-not $isOld) { Get-Id $failed[0] | Should -Be 'Vicidial.LeadNotFound' }
        Remove-VicidialLead $lead -Force -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.NoMatch'
    }
}

Describe 'The hopper' {
    It 'adds piped leads in one request' {
        if ($isOld) {
            Assert-TooOld { 1012, 1013 | Add-VicidialHopperLead -HopperPriority 50 }
            return
        }
        $result = @(1012, 1013, 999999 | Add-VicidialHopperLead -HopperPriority 50 -ErrorVariable failed -ErrorAction SilentlyContinue)
        $result.LeadId | Should -Be 1012, 1013
        Get-Id $failed[0] | Should -Be 'Vicidial.LeadNotFound'
        @(Get-Sent hopper_bulk_insert).Count | Should -Be 1
        $waiting = Get-VicidialHopperLead TESTCAMP | Where-Object LeadId -In 1012, 1013
        $waiting.Priority | Select-Object -Unique | Should -Be 50
        $null = Remove-VicidialHopperLead 1012 -Force
        Get-VicidialHopperLead TESTCAMP | ForEach-Object LeadId | Should -Not -Contain 1012
    }

    It 'is emptied' {
        if ($isOld) {
            Assert-TooOld { Clear-VicidialHopper TESTCAMP -Force }
            return
        }
        Clear-VicidialHopper TESTCAMP -Force -WarningVariable warned -WarningAction SilentlyContinue
        @($warned -like '*leads that are being dialed*').Count | Should -Be 1
        Get-VicidialHopperLead TESTCAMP | Should -BeNullOrEmpty
    }
}

Describe 'Lists and their fields' {
    It 'are created, changed, reset, and removed' {
        $null = New-VicidialList 555 -ListName 'Night shift' -CampaignId TESTCAMP -Active $true
        (Read-List 555).ListName | Should -Be 'Night shift'
        $null = New-VicidialList 555 -ListName 'Night shift' -CampaignId TESTCAMP -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.ListExists'
        $null = Read-List 555 | Set-VicidialList -ListName 'Day shift'
        (Read-List 555).ListName | Should -Be 'Day shift'
        $null = Add-VicidialLead -PhoneNumber 7275552003 -ListId 555
        (Reset-VicidialList 555 -Force -PassThru).ListId | Should -Be 555
        (Clear-VicidialList 555 -Force -PassThru).AffectedLeads | Should -Be 1
        Remove-VicidialList 555 -Force
        Read-List 555 -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        if (-not $isOld) { Get-Id $failed[0] | Should -Be 'Vicidial.ListNotFound' }
    }

    It 'get both reset times and an expiration date, in two requests' {
        $null = New-VicidialList 556 -ListName 'Two dates' -CampaignId TESTCAMP
        $result = @(Set-VicidialList 556 -ResetTime '0900-1200' -ExpirationDate '2027-01-31')
        $result.Count | Should -Be 1
        (Read-List 556).ExpirationDate | Should -Be ([datetime]'2027-01-31')
        @(Get-Sent update_list | Where-Object { $_.Fields['reset_time'] -and $_.Fields['expiration_date'] }).Count | Should -Be 0
    }

    It 'have custom fields that are added, changed, and removed' {
        if ($isOld) {
            Assert-TooOld { Add-VicidialCustomField 102 shoe -FieldName Shoe -FieldType TEXT -FieldSize 10 -FieldMaximum 10 -FieldRank 9 }
            return
        }
        $null = Add-VicidialCustomField 102 shoe -FieldName Shoe -FieldType TEXT -FieldSize 10 -FieldMaximum 10 -FieldRank 9
        (Get-VicidialCustomField | Where-Object ListId -EQ 102).CustomFields | Should -Contain 'shoe'
        $null = Add-VicidialCustomField 102 shoe -FieldName Shoe -FieldType TEXT -FieldSize 10 -FieldMaximum 10 -FieldRank 9 -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.Count | Should -Be 1
        Remove-VicidialCustomField 102 shoe -Force
        (Get-VicidialCustomField | Where-Object ListId -EQ 102).CustomFields | Should -Not -Contain 'shoe'
    }
}

Describe 'Do-not-call numbers' {
    It 'are added to the list that a row names, and removed from it' {
        if ($isOld) {
            Assert-TooOld { 'phone_number,campaign_id', '7275553001,TESTCAMP', '7275553002,' | ConvertFrom-Csv | Add-VicidialDncNumber }
            return
        }
        $rows = 'phone_number,campaign_id', '7275553001,TESTCAMP', '7275553002,' | ConvertFrom-Csv
        $added = @($rows | Add-VicidialDncNumber -ThrottleLimit 4)
        $added.CampaignId | Should -Be 'TESTCAMP', 'SYSTEM_INTERNAL'
        $null = Add-VicidialLead -PhoneNumber 7275553002 -ListId 102 -DncCheck Y -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.Count | Should -Be 1
        $removed = @($rows | Remove-VicidialDncNumber -Force -PassThru)
        $removed.CampaignId | Should -Be 'TESTCAMP', 'SYSTEM_INTERNAL'
        (Add-VicidialLead -PhoneNumber 7275553002 -ListId 102 -DncCheck Y).LeadId | Should -BeGreaterThan 0
    }

    It 'cannot be added to the list of a campaign that does not exist' {
        if ($isOld) {
            Assert-TooOld { Add-VicidialDncNumber 7275553003, 7275553004 -CampaignId NOPE }
            return
        }
        $null = Add-VicidialDncNumber 7275553003, 7275553004 -CampaignId NOPE -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.Count | Should -Be 2
        Get-Id $failed[0] | Should -Be 'Vicidial.CampaignNotFound'
        Get-Sent add_dnc_phone | Where-Object { $_.Fields['phone_data'] -match '755530(03|04)' -or $_.Fields['phone_number'] -match '755530(03|04)' } | Should -BeNullOrEmpty
    }

    It 'with letters are rejected, and nothing is sent' {
        $before = @(Get-Sent add_dnc_phone).Count
        $null = Add-VicidialDncNumber 72755A3005 -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.InvalidPhoneNumber'
        @(Get-Sent add_dnc_phone).Count | Should -Be $before
    }
}

Describe 'Users' {
    It 'are created from a sheet with passwords, and no password is shown' {
        $sheet = 'User,FullName,UserLevel,UserGroup,Password', '2101,Ann Lee,1,AGENTS2,Sesame4711', '2102,Bob Fox,1,AGENTS2,Sesame4712' | ConvertFrom-Csv
        $made = @($sheet | New-VicidialUser -Verbose 4>&1)
        ($made | Where-Object { $_ -isnot [Management.Automation.VerboseRecord] }).User | Should -Be '2101', '2102'
        ($made | Out-String) | Should -Not -Match 'Sesame'
        (Read-User 2101).FullName | Should -Be 'Ann Lee'
        $again = $null
        $null = $sheet[0] | New-VicidialUser -ErrorVariable again -ErrorAction SilentlyContinue
        $again.Count | Should -Be 1
        "$($again[0])" | Should -Not -Match 'Sesame'
    }

    It 'that are rejected return their row without the password, so that it can be sent again' -ForEach @(
        @{ Row = [pscustomobject]@{ User = '1001'; FullName = 'New One'; UserLevel = 1; UserGroup = 'AGENTS2'; Password = 'Sesame4713' }; Map = @{}; Next = '2151' }
        @{ Row = @{ User = '1001'; FullName = 'New One'; UserLevel = 1; UserGroup = 'AGENTS2'; agent_pass = 'Sesame4713' }; Map = @{}; Next = '2152' }
        @{ Row = [pscustomobject]@{ User = '1001'; FullName = 'New One'; UserLevel = 1; UserGroup = 'AGENTS2'; Word = 'Sesame4713' }; Map = @{ Word = 'Password' }; Next = '2153' }
    ) {
        $null = $Row | New-VicidialUser -Map $Map -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.UserExists'
        ($failed[0] | Format-List * -Force | Out-String -Width 4000) | Should -Not -Match 'Sesame'
        ($failed[0].TargetObject | Format-List * | Out-String -Width 4000) | Should -Not -Match 'Sesame'
        $again = $failed[0].TargetObject
        $again.User = $Next
        ($again | New-VicidialUser -Map $Map).User | Should -Be $Next
    }

    It 'from a credential are checked like typed ones: <Id>' -ForEach @(
        @{ User = 'new user'; Word = 'Sesame4716'; Id = 'Vicidial.InvalidIdentifier' }
        @{ User = '2161'; Word = 'Sesame 4716'; Id = 'Vicidial.InvalidIdentifier' }
        @{ User = 'a' * 39; Word = 'Sesame4716'; Id = 'Vicidial.ValueTooLong' }
    ) {
        $before = @(Get-Sent add_user).Count
        $credential = [pscredential]::new($User, (ConvertTo-SecureString $Word -AsPlainText -Force))
        $null = New-VicidialUser -Credential $credential -FullName 'New One' -UserLevel 1 -UserGroup AGENTS2 -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be $Id
        ($failed[0] | Format-List * -Force | Out-String -Width 4000) | Should -Not -Match 'Sesame'
        @(Get-Sent add_user).Count | Should -Be $before
    }

    It 'are not created if -Credential is for another user' {
        $credential = [pscredential]::new('2162', (ConvertTo-SecureString Sesame4717 -AsPlainText -Force))
        $null = New-VicidialUser 2163 -Credential $credential -FullName 'New One' -UserLevel 1 -UserGroup AGENTS2 -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.InvalidInput'
    }

    It 'have separate results and errors' {
        $null = 'User,FullName,UserLevel,UserGroup,Password', '2164,Ann Lee,1,AGENTS2,Sesame4718' | ConvertFrom-Csv | New-VicidialUser
        Remove-VicidialUser 2164, 2165 -Force -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.TargetObject | Should -Be '2165'
    }

    It 'get a rank in one campaign or in all, as requested' {
        $null = Set-VicidialUser 1001 -CampaignRank 5 -CampaignId TESTCAMP -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.RequiredFieldMissing'
        $null = Set-VicidialUser 1001 -InGroupRank 5 -RankInGroupId SALESLINE -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.RequiredFieldMissing'
        $result = Set-VicidialUser 1001 -CampaignRank 5 -CampaignId TESTCAMP -CampaignRankGradeOnly $true -ErrorVariable failed -ErrorAction SilentlyContinue
        # On current PHP, the oldest release stores the ranks, and then fails.
        if ($isOld) { Get-Id $failed[0] | Should -Be 'Vicidial.OutcomeUnknown' } else { $result.User | Should -Be '1001' }
    }

    It 'that are sent again have the password of the row' {
        if ($isOld) {
            Assert-TooOld { [pscustomobject]@{ User = '1001'; SourceUser = '6666'; FullName = 'Second Api'; Password = 'Sesame4714' } | Copy-VicidialUser }
            return
        }
        $row = [pscustomobject]@{ User = '1001'; SourceUser = '6666'; FullName = 'Second Api'; Password = 'Sesame4714' }
        $null = $row | Copy-VicidialUser -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.UserExists'
        $again = $failed[0].TargetObject
        $again.User = '2154'
        ($again | Copy-VicidialUser).User | Should -Be '2154'
        $credential = [pscredential]::new('2154', (ConvertTo-SecureString Sesame4714 -AsPlainText -Force))
        Connect-VicidialServer -Uri $dialer.Uri -Credential $credential -Name second -ErrorAction Stop
        Disconnect-VicidialServer second
    }

    It 'get a password that both APIs accept' {
        $made = New-VicidialUser 2103 -FullName 'Cid Roe' -UserLevel 8 -UserGroup AGENTS2 -GeneratePassword
        $made.Credential.UserName | Should -Be '2103'
        $made.Credential.Password.Length | Should -BeGreaterOrEqual 10
        ($made | Format-List | Out-String) | Should -Not -Match ([regex]::Escape($made.Credential.GetNetworkCredential().Password))
    }

    It 'are changed and removed' {
        $null = New-VicidialUser 2104 -FullName 'Dan Poe' -UserLevel 1 -UserGroup AGENTS2 -GeneratePassword
        $null = Read-User 2104 | Set-VicidialUser -FullName 'Dan Moe'
        (Read-User 2104).FullName | Should -Be 'Dan Moe'
        Remove-VicidialUser 2104 -Force
        Read-User 2104 -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        if (-not $isOld) { Get-Id $failed[0] | Should -Be 'Vicidial.UserNotFound' }
    }

    It 'without an email address have an error that explains why no password was reset' {
        if ($isOld) {
            Assert-TooOld { Reset-VicidialUserPassword 2010 -Force }
            return
        }
        Reset-VicidialUserPassword 2010 -Force -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].Exception.Message | Should -Match 'EMAIL'
    }
}

Describe 'Entries that the dialer would confuse with another one' {
    It 'that do not exist are rejected: <Name>' -ForEach @(
        @{ Name = 'a transfer preset'; Function = 'update_presets'; Change = { Set-VicidialTransferPreset TESTCAMP Nobody -PhoneNumber 7275554321 @args } }
        @{ Name = 'a preset to remove'; Function = 'update_presets'; Change = { Remove-VicidialTransferPreset TESTCAMP Nobody -Force @args } }
        @{ Name = 'an alternate URL'; Function = 'update_alt_url'; Change = { Set-VicidialAlternateUrl ALTTEST -UrlType dispo -AlternateUrlId 99 -Rank 5 @args } }
    ) {
        if ($isOld) {
            Assert-TooOld { & $Change }
            return
        }
        $null = & $Change -ErrorVariable failed -ErrorAction SilentlyContinue 2>$null
        $all = $failed + $error[0]
        Get-Id $all[0] | Should -Be 'Vicidial.EntryNotFound'
    }

    It 'can be presets, which are added, changed, and removed' {
        if ($isOld) {
            Assert-TooOld { Add-VicidialTransferPreset TESTCAMP Boss -PhoneNumber 7275551234 }
            return
        }
        $null = Add-VicidialTransferPreset TESTCAMP Boss -PhoneNumber 7275551234
        $null = Set-VicidialTransferPreset TESTCAMP Boss -PhoneNumber 7275554321
        (Get-VicidialTransferPreset TESTCAMP | Where-Object PresetName -EQ Boss).PhoneNumber | Should -Be '7275554321'
        Remove-VicidialTransferPreset TESTCAMP Boss -Force
        (Get-VicidialTransferPreset TESTCAMP).PresetName | Should -Not -Contain 'Boss'
    }

    It 'can be alternate URLs, which are copied with all of their statuses and lists' {
        if ($isOld) {
            Assert-TooOld { Add-VicidialAlternateUrl ALTTEST campaign dispo -Address 'https://crm.example/x' }
            return
        }
        $original = Get-VicidialAlternateUrl ALTTEST -UrlType dispo | Where-Object { $_.Statuses.Count -gt 1 }
        $null = $original | Add-VicidialAlternateUrl -Description Copied
        $copy = Get-VicidialAlternateUrl ALTTEST -UrlType dispo | Where-Object Description -EQ Copied
        "$($copy.Statuses)" | Should -Be "$($original.Statuses)"
        "$($copy.Lists)" | Should -Be "$($original.Lists)"
        $copy.Address | Should -Be $original.Address
    }

    It 'can be all entries of an area code, but only with -All' {
        if ($isOld) {
            Assert-TooOld { Remove-VicidialCidGroupEntry testing_here4 312 '---ALL---' -Force }
            return
        }
        Remove-VicidialCidGroupEntry testing_here4 312 -Force -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.RequiredFieldMissing'
        @(Get-VicidialCidGroupEntry testing_here4 | Where-Object AreaCode -EQ 312).Count | Should -Be 2
        (Remove-VicidialCidGroupEntry testing_here4 312 '---ALL---' -Force -PassThru).EntryCount | Should -Be 2
    }
}

Describe 'A copy of custom fields' {
    It 'that the page of the dialer <Name> is an error' -ForEach @(
        @{ Name = 'refused'; Said = 'ERROR: You do not have permission'; Id = 'Vicidial.CustomFieldFailed' }
        @{ Name = 'did not answer'; Said = 'NONE'; Id = 'Vicidial.OutcomeUnknown' }
    ) {
        if ($isOld) {
            Assert-TooOld { Set-VicidialList 101 -CustomFieldSourceListId 102 }
            return
        }
        $trace = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"
        Start-VicidialTrace $trace
        (Set-VicidialList 101 -CustomFieldSourceListId 102).CustomFieldResult | Should -BeLike 'SUCCESS*'
        $null = Stop-VicidialTrace
        (Get-Content $trace -Raw) -replace 'SUCCESS: Fields copied', $Said | Set-Content $trace
        $told = Start-VicidialSimulator -Trace $trace
        Connect-VicidialServer -Uri $told.Uri -Credential $dialer.Credential -Name told -SkipLoginCheck
        Set-VicidialList 101 -CustomFieldSourceListId 102 -Connection told -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        Get-Id $failed[0] | Should -Be $Id
        Disconnect-VicidialServer told
    }

    It 'that replaces others asks for confirmation, unless -Force is used' {
        if ($isOld) {
            Assert-TooOld { Set-VicidialList 101 -CustomFieldSourceListId 102 -CustomFieldCopyMethod REPLACE -Force }
            return
        }
        $before = @(Get-Sent update_list).Count
        { Set-VicidialList 101 -CustomFieldSourceListId 102 -CustomFieldCopyMethod REPLACE -ErrorAction Stop } | Should -Throw
        @(Get-Sent update_list).Count | Should -Be $before
        $null = Set-VicidialList 101 -CustomFieldSourceListId 102 -CustomFieldCopyMethod REPLACE -Force
        $null = Set-VicidialList 101 -CustomFieldSourceListId 102 -CustomFieldCopyMethod replace -Confirm:$false
        @(Get-Sent update_list).Count | Should -Be ($before + 2)
    }
}

Describe 'The prompt before a change' {
    It 'lists the values to set: <Question>' -ForEach @(
        @{ Change = { Set-VicidialLead 1007 -Status NEW -Comments '' @asked }; Question = '"Change lead: Status = NEW, Comments = (empty)" on target "1007 on main"' }
        @{ Change = { Set-VicidialLead -SearchMethod PHONE_NUMBER -PhoneNumber 7275550189 -Status SALE -MaximumMatch 5 @asked }; Question = '"Change leads: *Status = SALE*" on target "all leads found by PHONE_NUMBER on main"' }
        @{ Change = { Set-VicidialAgentDisposition 1001 SALE @asked }; Question = '"*: *SALE*" on target "agent 1001 on main"' }
        @{ Change = { Set-VicidialCallback 1104 -CallbackComments 'ring twice' @asked }; Question = '"Set the callback of lead: CallbackComments = ring twice" on target "1104 on main"' }
        @{ Change = { Set-VicidialUser 1001 -Password Sesame4719 @asked }; Question = '"Change user: Password = ***" on target "1001 on main"' }
        @{ Change = { Set-VicidialList 101 -WebFormAddress 'http://bob:Sesame4720@x.test/?pass=Sesame4721' @asked }; Question = '"Change list: WebFormAddress = http://*@x.test/*" on target "101 on main"' }
        @{ Change = { Set-VicidialAlternateUrl TESTCAMP -EntryType campaign -UrlType dispo -AlternateUrlId 1 -Address 'http://x.test/?user=a&pass=Sesame4722' @asked }; Question = '"Change alternate URL *Address = http://x.test/*"*' }
        @{ Change = { Set-VicidialAgentInGroup 1005 SALESLINE, SUPPORT -Blended $true @asked }; Question = '*: *InGroupId = SALESLINE SUPPORT" on target "agent 1005 on main"' }
        @{ Change = { Remove-VicidialLead 1104 -Confirm:$false @asked }; Question = '"Remove lead 1104" on target "main"' }
    ) {
        # -Verbose writes to a stream what -WhatIf writes to the host.
        $asked = @{ Verbose = $true; ErrorAction = 'SilentlyContinue' }
        $told = @(& $Change 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] } | ForEach-Object Message) -like 'Performing the operation*'
        $told | Should -BeLike "*$Question*"
        "$told" | Should -Not -Match Sesame
    }
}

Describe 'An invalid value' {
    It 'is rejected before anything is sent: <Id>' -ForEach @(
        @{ Id = 'Vicidial.ValueTooLong'; Change = { Set-VicidialLead 1005 -Status TOOLONGSTATUS -ErrorAction Stop } }
        @{ Id = 'Vicidial.InvalidPhoneNumber'; Change = { Set-VicidialLead 1005 -PhoneNumber 12 -ErrorAction Stop } }
        @{ Id = 'Vicidial.InvalidIdentifier'; Change = { Set-VicidialCampaign 'TEST CAM' -DialLevel 2 -ErrorAction Stop } }
        @{ Id = 'Vicidial.NothingToUpdate'; Change = { Set-VicidialLead 1005 -ErrorAction Stop } }
        @{ Id = 'Vicidial.RequiredFieldMissing'; Change = { Set-VicidialLead -Status NEW -ErrorAction Stop } }
    ) {
        $before = @(Get-VicidialSimulatorRequest).Count
        $failure = try { $null = & $Change } catch { $_ }
        Get-Id $failure | Should -Be $Id
        @(Get-VicidialSimulatorRequest).Count | Should -Be $before
    }
}
