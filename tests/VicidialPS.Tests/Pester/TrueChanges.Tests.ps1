# What a change must never do on a real dialer: report success for nothing, change another record, or lose a value.
param([string] $Release = '2.14-202')

BeforeAll {
    $dialer = Start-VicidialSimulator -Release $Release
    Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main
    Import-Module (Join-Path $PSScriptRoot Releases.psm1) -Force -ArgumentList $dialer, $Release

    function Get-Id($Failure) {
        $Failure.FullyQualifiedErrorId -replace ',.*'
    }

    function Get-Failure([scriptblock] $Change) {
        $null = $dialer | Get-VicidialSimulatorRequest -Clear
        try { $null = & $Change } catch { $_ }
    }

    function Get-Change {
        @($dialer | Get-VicidialSimulatorRequest | Where-Object Function -NotIn 'version', 'campaigns_list', 'user_details', 'lead_callback_info', 'lead_field_info', 'list_custom_fields')
    }
}

AfterAll {
    Disconnect-VicidialServer *
    Stop-VicidialSimulator
}

Describe 'A change that the dialer cannot make as requested' {
    It 'is rejected before it is sent: <Name>' -ForEach @(
        @{ Name = 'a callback without a campaign'; Id = 'RequiredFieldMissing'; Change = { Add-VicidialLead 7275558101 -ListId 101 -Callback -CallbackTime NOW -ErrorAction Stop } }
        @{ Name = 'the time of a callback without a callback'; Id = 'RequiredFieldMissing'; Change = { Add-VicidialLead 7275558101 -ListId 101 -CallbackTime NOW -ErrorAction Stop } }
        @{ Name = 'a priority without the hopper'; Id = 'RequiredFieldMissing'; Change = { Add-VicidialLead 7275558101 -ListId 101 -HopperPriority 5 -ErrorAction Stop } }
        @{ Name = 'a check of a campaign''s list without the campaign'; Id = 'RequiredFieldMissing'; Change = { Add-VicidialLead 7275558101 -ListId 101 -CampaignDncCheck Y -ErrorAction Stop } }
        @{ Name = 'a check of the list of a campaign that is not there'; Old = '*NOCAMP could not be checked*must not be called*'; Id = 'CampaignNotFound'; Change = { Add-VicidialLead 7275550197 -ListId 103 -CampaignDncCheck Y -CampaignId NOCAMP -ErrorAction Stop } }
        @{ Name = 'a duplicate check by a name with an apostrophe'; Old = "*'ONeil'*"; Id = 'UnsafeText'; Change = { Add-VicidialLead 7275558101 -ListId 101 -LastName "O'Neil" -DuplicateCheck DUPNAMEPHONESYS -ErrorAction Stop } }
        @{ Name = 'a new lead that would get the word that empties fields'; Id = 'FieldNotClearable'; Change = { Set-VicidialLead -SearchMethod PHONE_NUMBER -PhoneNumber 7275559885 -PhoneCode 1 -SearchListId 103 -MaximumMatch 1 -InsertIfNotFound -FirstName A -Clear City -ErrorAction Stop } }
        @{ Name = 'a search key that the dialer would change'; Id = 'InvalidIdentifier'; Change = { Set-VicidialLead -SearchMethod VENDOR_LEAD_CODE -VendorLeadCode 'a;b' -City Wrong -MaximumMatch 1 -ErrorAction Stop } }
        @{ Name = 'a search by several keys, one of which it would overwrite'; Id = 'InvalidSearch'; Change = { Set-VicidialLead -SearchMethod VENDOR_LEAD_CODE_PHONE_NUMBER -VendorLeadCode NEWKEY -PhoneNumber 7275551014 -City Rome -MaximumMatch 1 -ErrorAction Stop } }
        @{ Name = 'further numbers of a lead that is there'; Id = 'NothingToUpdate'; Change = { Set-VicidialLead 1001 -AlternatePhone 7275551212_1_work -ErrorAction Stop } }
        @{ Name = 'a callback without a time'; Id = 'RequiredFieldMissing'; Change = { Set-VicidialCallback 1001 -CampaignId TESTCAMP -SkipCallbackCheck:$isOld -ErrorAction Stop } }
        @{ Name = 'a callback for a user that anyone may take'; Id = 'RequiredFieldMissing'; Change = { Set-VicidialCallback 1001 '2026-12-26 09:00' -CallbackUser 1001 -CampaignId TESTCAMP -SkipCallbackCheck:$isOld -ErrorAction Stop } }
        @{ Name = 'a rank in one campaign without the campaign'; Id = 'RequiredFieldMissing'; Change = { Set-VicidialUser 1002 -CampaignRank 4 -CampaignRankGradeOnly $true -ErrorAction Stop } }
        @{ Name = 'a rank in a campaign that is not there'; Old = '*outcome is unknown*'; Id = 'CampaignNotFound'; Change = { Set-VicidialUser 1002 -CampaignRank 4 -CampaignId NOSUCH -CampaignRankGradeOnly $true -ErrorAction Stop } }
        @{ Name = 'a command that does not fit into the column of the dialer'; Id = 'ValueTooLong'; Change = { Start-VicidialAgentCall 1003 7275558400 -VendorId ('v' * 70) -ErrorAction Stop } }
        @{ Name = 'a callback of a campaign that is not there'; Old = '*was added, but: *CAMPAIGN NOT VALID*'; Id = 'CallbackCampaignNotFound'; Change = { Add-VicidialLead 7275558101 -ListId 101 -Callback -CampaignId NOPE -CallbackTime NOW -ErrorAction Stop } }
        @{ Name = 'a callback for a user that is not there'; Old = '*was added, but: *USER NOT VALID*'; Id = 'CallbackUserNotFound'; Change = { Add-VicidialLead 7275558101 -ListId 101 -Callback -CampaignId TESTCAMP -CallbackTime NOW -CallbackType USERONLY -CallbackUser nobody -ErrorAction Stop } }
        @{ Name = 'a changed callback for a user that is not there'; Old = '*callbacks of lead 1018 cannot be checked*'; Id = 'CallbackUserNotFound'; Change = { Set-VicidialCallback 1018 '2026-12-26 09:00' -CallbackType USERONLY -CallbackUser nobody -CampaignId TESTCAMP -ErrorAction Stop } }
        @{ Name = 'a message without text'; Id = 'RequiredFieldMissing'; Change = { Send-VicidialAgentNotification 1001 -ErrorAction Stop } }
        @{ Name = 'a disposition whose parts are too long together'; Id = 'ValueTooLong'; Change = { Set-VicidialAgentDisposition 1002 A -CallbackTime '2026-12-26 09:00' -CallbackComments ('a' * 190) -QueueMetricsCode ('q' * 60) -ErrorAction Stop } }
        @{ Name = 'a transfer whose parts are too long together'; Id = 'ValueTooLong'; Change = { Move-VicidialAgentCall 1001 ('9' * 90) -CallerIdChoice CUSTOMER -ErrorAction Stop } }
        @{ Name = 'a third party whose number is too long'; Id = 'ValueTooLong'; Change = { Add-VicidialAgentCallParty 1001 ('9' * 90) -ErrorAction Stop } }
        @{ Name = 'more changed fields than the screen is told of'; Id = 'ValueTooLong'; Change = { Set-VicidialAgentLead 1001 -Title a -FirstName a -MiddleInitial a -LastName a -Address1 a -Address2 a -Address3 a -City a -State FL -Province a -PostalCode 1 -CountryCode US -Gender M -DateOfBirth 1970-01-01 -AltPhone 7275551234 -Email a -SecurityPhrase a -Comments a -Rank 1 -Owner a -VendorLeadCode a -SourceId a -PhoneNumber 7275551234 -PhoneCode 1 -ReloadForm -ReloadScript -ReloadSecondScript -ReloadChat -ErrorAction Stop } }
        @{ Name = 'custom fields in a batch'; Id = 'InvalidBatch'; Change = { 1001 | Set-VicidialLead -City x -CustomField @{ plan_name = 'x' } -BatchSize 10 -ErrorAction Stop } }
        @{ Name = 'a dial level that the dialer would cut'; Id = 'ValueTooLong'; Change = { Set-VicidialCampaign TESTCAMP -DialLevel 1.23456 -ErrorAction Stop } }
        @{ Name = 'a rank that the dialer would clamp'; Id = 'ValueOutOfRange'; Change = { Set-VicidialLead 1001 -Rank 40000 -ErrorAction Stop } }
    ) {
        # The module warns about values that the oldest release cannot check or stores differently. On current PHP, that release fails after it stores ranks.
        if ($isOld -and $Old) {
            "$(try { & $Change 3>&1 } catch { $_ })" | Should -BeLike $Old
            return
        }
        $failure = Get-Failure $Change
        Get-Id $failure | Should -Be "Vicidial.$Id"
        Get-Change | Should -BeNullOrEmpty
    }

    It 'is rejected if users would get passwords that no one sees' {
        $failure = Get-Failure { [pscustomobject]@{ agent_user = '1177'; agent_full_name = 'Full Name'; agent_user_level = 1; agent_user_group = 'AGENTS' } | New-VicidialUser -GeneratePassword -Summary -ErrorAction Stop }
        Get-Id $failure | Should -Be 'Vicidial.InvalidInput'
        Get-Change | Should -BeNullOrEmpty
    }
}

Describe 'A check of a campaign''s do-not-call list' {
    It 'is not made for a campaign that does not exist, and ignores the case of the name' {
        $check = { Test-VicidialPhoneNumber 7275550197 24hours -CampaignDncCheck Y -CampaignId NOCAMP -ErrorAction Stop 3>&1 }
        if ($isOld) {
            # The oldest release lists no campaigns.
            "$(& $check)" | Should -BeLike '*NOCAMP could not be checked*must not be called*'
        } else {
            Get-Id (Get-Failure $check) | Should -Be 'Vicidial.CampaignNotFound'
        }
        $failed = Get-Failure { Test-VicidialPhoneNumber 7275550197 24hours -CampaignDncCheck Y -CampaignId testcamp -ErrorAction Stop }
        Get-Id $failed | Should -Be 'Vicidial.NumberOnCampaignDncList'
        $failed = Get-Failure { Add-VicidialLead 7275550197 -ListId 103 -CampaignDncCheck Y -CampaignId testcamp -ErrorAction Stop }
        Get-Id $failed | Should -Be 'Vicidial.NumberOnCampaignDncList'
    }
}

Describe 'A rank in one in-group' {
    It 'comes with a warning, once, if the dialer lists no such active in-group' {
        if ($isOld) {
            Assert-TooOld { Set-VicidialUser 1002 -RankInGroupId NOSUCH -InGroupRank 4 -InGroupRankGradeOnly $true }
            $null = Set-VicidialUser 1002 -FullName Ann -RankInGroupId NOSUCH -InGroupRank 4 -InGroupRankGradeOnly $true -WarningVariable warned -WarningAction SilentlyContinue
            $warned | Should -BeLike '*does not support -*and ignores it.'
            return
        }
        $rank = @{ InGroupRank = 4; InGroupRankGradeOnly = $true; WarningVariable = 'warned'; WarningAction = 'SilentlyContinue' }
        $null = '1002', '1003' | Set-VicidialUser -RankInGroupId NOSUCH @rank
        $warned.Count | Should -Be 1
        "$warned" | Should -BeLike "In-group NOSUCH is not among the active in-groups of main. If it does not exist, the dialer changes no rank or grade, and reports success."
        $null = Set-VicidialUser 1002 -RankInGroupId salesline @rank
        $warned | Should -BeNullOrEmpty
    }

    It 'comes with a warning if the account cannot list in-groups' -Tag Once {
        $other = Start-VicidialSimulator -Scenario @{ Extend = $true; Users = @(@{ User = 'few'; Password = 'few12345'; Level = 9; Group = 'ADMIN'; FullName = 'Few'; AllowedFunctions = 'version update_user' }) }
        $account = [pscredential]::new('few', (ConvertTo-SecureString few12345 -AsPlainText -Force))
        Connect-VicidialServer -Uri $other.Uri -Credential $account -Name few -NoDefault
        $null = Set-VicidialUser 1002 -RankInGroupId SALESLINE -InGroupRank 4 -InGroupRankGradeOnly $true -Connection few -WarningVariable warned -WarningAction SilentlyContinue
        Disconnect-VicidialServer few
        "$warned" | Should -BeLike 'In-group SALESLINE could not be checked: *If it does not exist, *'
    }
}

Describe 'A new lead of a search that finds none' {
    It 'does not get a status, and a warning says so' {
        $null = Set-VicidialLead -SearchMethod PHONE_NUMBER -PhoneNumber 7275559889 -PhoneCode 1 -SearchListId 103 -MaximumMatch 1 -InsertIfNotFound -FirstName A -Status NI -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike '*ignores Status*'
        $world.Leads.WithPhone('7275559889').Status | Should -Be 'NEW'
    }
}

Describe 'A batch that fails as a whole' {
    It 'is one error with its leads, because the dialer responds once' {
        if ($isOld) {
            Assert-TooOld { 1001, 1002 | Set-VicidialLead -City Tampa -BatchSize 10 }
            return
        }
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name once -MaximumRetryCount 0 -NoDefault
        Set-VicidialSimulatorFault DropAfterWork -Simulator $dialer -Function batch_update_lead -Count 1
        $null = 1001, 1002 | Set-VicidialLead -City Tampa -BatchSize 10 -Connection once -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed | Should -HaveCount 1
        Get-Id $failed[0] | Should -Be 'Vicidial.OutcomeUnknown'
        $failed[0].TargetObject | Should -Be 1001, 1002
        Disconnect-VicidialServer once
    }
}

Describe 'Several dialers' -Tag Once {
    It 'get the same values, and an error about a value is written once, in its place' {
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name second -NoDefault
        $all = @(Get-VicidialUser 1001, 'a b', 6666 -Connection main, second 2>&1)
        $places = @(0..($all.Count - 1) | Where-Object { $all[$_] -is [Management.Automation.ErrorRecord] })
        $places | Should -HaveCount 1
        Get-Id $all[$places[0]] | Should -Be 'Vicidial.InvalidIdentifier'
        $all[0].User | Should -Be '1001'
        $all[-1].User | Should -Be '6666'
        Disconnect-VicidialServer second
    }
}

# The oldest release cannot show custom fields; what it does is tested below.
Describe 'Custom fields' -Tag Once {
    It 'are rejected under a label that the list does not have' -ForEach @(
        @{ Change = { Add-VicidialLead 7275558158 -ListId 102 -CustomField @{ fav_colour = 'blue' } -ErrorAction Stop } }
        @{ Change = { Set-VicidialLead 1011 -CustomField @{ nolabel = 'x'; plan_name = 'silver' } -ErrorAction Stop } }
    ) {
        $failure = Get-Failure $Change
        Get-Id $failure | Should -Be 'Vicidial.CustomFieldNotFound'
        "$failure" | Should -BeLike '*fav_color*'
        Get-Change | Should -BeNullOrEmpty
    }

    It 'are rejected if a value contains the name of a field that it would empty' {
        $failure = Get-Failure { Set-VicidialLead 1011 -CustomField @{ plan_name = 'https://x.example/?a=1&fav_color=2' } -ErrorAction Stop }
        Get-Id $failure | Should -Be 'Vicidial.FieldWouldBeEmptied'
        Get-Change | Should -BeNullOrEmpty
    }

    Context 'that the dialer cuts or replaces' {
        # A connection keeps what it has learned, so each test has its own.
        BeforeEach {
            Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name fresh -NoDefault
        }

        AfterEach {
            Disconnect-VicidialServer fresh
        }

        It 'are shown without the password of the account' {
            $password = $dialer.Credential.GetNetworkCredential().Password
            foreach ($number in 7275558188, 7275558189) {
                $journal = Join-Path $TestDrive "$number.jsonl"
                $added = Add-VicidialLead $number -ListId 102 -CustomField @{ renewal = $password } -Connection fresh -JournalPath $journal -ErrorVariable failed -ErrorAction SilentlyContinue
                "$failed" | Should -Match "'\*\*\*'"
                "$failed $($added.Refusals) $(Get-Content $journal)" | Should -Not -BeLike "*'$password'*"
            }
        }

        It 'are an error for the row of a new lead, which is returned' {
            $row = [pscustomobject]@{ phone_number = '7275558160'; plan_name = 'x' * 80; renewal = '12/31/2027'; fav_color = 'blue' }
            $added = @($row | Add-VicidialLead -ListId 102 -CustomFieldFromInput -Connection fresh -WarningVariable warned -ErrorVariable failed -ErrorAction SilentlyContinue)
            $added.LeadId | Should -BeGreaterThan 0
            $added.CustomFieldsStored | Should -BeFalse
            "$($added.Refusals)" | Should -BeLike "*renewal '12/31/2027' is stored as '0000-00-00'*"
            $warned | Should -BeNullOrEmpty
            $failed | Should -HaveCount 1
            Get-Id $failed[0] | Should -Be 'Vicidial.CustomFieldChanged'
            $failed[0].CategoryInfo.Category | Should -Be 'InvalidResult'
            $failed[0].TargetObject | Should -Be $row
            "$($failed[0])" | Should -BeLike "fresh: Lead $($added.LeadId) was added, but *plan_name 'xxx*(80 characters)' is stored as 'xxx*(60 characters)'*"
            "$($failed[0])" | Should -Not -BeLike '*fav_color*'
        }

        It 'are an error of <Name>, which is changed' -ForEach @(
            @{ Name = 'a lead'; Lead = @{ LeadId = 1013 } }
            @{ Name = 'a lead that a search finds'; Lead = @{ SearchMethod = 'PHONE_NUMBER'; PhoneNumber = '7275551013'; MaximumMatch = 1 } }
        ) {
            $changed = @(Set-VicidialLead @Lead -City Rome -CustomField @{ plan_name = 'y' * 80; fav_color = 'red' } -Connection fresh -WarningVariable warned -ErrorVariable failed -ErrorAction SilentlyContinue)
            $changed.LeadId | Should -Be 1013
            $changed.Refusals | Should -BeLike '*plan_name*'
            $warned | Should -BeNullOrEmpty
            Get-Id $failed | Should -Be 'Vicidial.CustomFieldChanged'
            "$failed" | Should -BeLike '*Lead 1013 was changed, but*plan_name*'
            (Get-VicidialLead 1013 -IncludeCustomField).fav_color | Should -Be 'red'
        }

        It 'end the pipeline after the result with -ErrorAction Stop' {
            $added = [Collections.Generic.List[object]]::new()
            $failure = try { Add-VicidialLead 7275558161 -ListId 102 -CustomField @{ renewal = 'never' } -Connection fresh -ErrorAction Stop | ForEach-Object { $added.Add($_) } } catch { $_ }
            Get-Id $failure | Should -Be 'Vicidial.CustomFieldChanged'
            $added | Should -HaveCount 1
        }

        It 'are known from then on: <Name>' -ForEach @(
            @{ Name = 'a longer value'; First = @{ plan_name = 'x' * 80 }; Next = @{ plan_name = 'y' * 61 }; Id = 'ValueTooLong'; Good = @{ plan_name = 'z' * 60 } }
            @{ Name = 'a longer number'; First = @{ secret_pin = '1234567890123' }; Next = @{ secret_pin = '99999999999' }; Id = 'ValueTooLong'; Good = @{ secret_pin = '1234567890' } }
            @{ Name = 'another text for a date'; First = @{ renewal = '12/31/2027' }; Next = @{ renewal = 'next May' }; Id = 'InvalidDate'; Good = @{ renewal = '2027-12-31' } }
        ) {
            $null = Add-VicidialLead 7275558162 -ListId 102 -CustomField $First -Connection fresh -ErrorAction SilentlyContinue
            $failure = Get-Failure { Add-VicidialLead 7275558163 -ListId 102 -CustomField $Next -Connection fresh -ErrorAction Stop }
            Get-Id $failure | Should -Be "Vicidial.$Id"
            "$failure" | Should -BeLike '*as an earlier value showed*'
            "$failure" | Should -Not -BeLike '*999*'
            Get-Change | Should -BeNullOrEmpty
            Get-Id (Get-Failure { Set-VicidialLead 1013 -CustomField $Next -Connection fresh -ErrorAction Stop }) | Should -Be "Vicidial.$Id"
            Get-Change | Should -BeNullOrEmpty
            (Add-VicidialLead 7275558163 -ListId 102 -CustomField $Good -Connection fresh -ErrorAction Stop).CustomFieldsStored | Should -BeTrue
            $checked = [pscustomobject]@{ phone_number = '7275558163' } | Add-VicidialLead -ListId 102 -CustomField $Next -Connection fresh -ValidateOnly
            $checked.LoadErrorId | Should -Be "Vicidial.$Id"
        }

        It 'are stored in one lead at most, even with many requests in flight' {
            $rows = 1..24 | ForEach-Object { [pscustomobject]@{ phone_number = 7275558600 + $_; plan_name = "$_ " + 'x' * 80 } }
            $added = @($rows | Add-VicidialLead -ListId 102 -CustomFieldFromInput -Connection fresh -ThrottleLimit 8 -ErrorVariable failed -ErrorAction SilentlyContinue)
            $added | Should -HaveCount 1
            $added[0].CustomFieldsStored | Should -BeFalse
            $failed | Should -HaveCount 24
            @($failed | Where-Object { (Get-Id $_) -eq 'Vicidial.CustomFieldChanged' }) | Should -HaveCount 1
            @($failed | Where-Object { (Get-Id $_) -eq 'Vicidial.ValueTooLong' }) | Should -HaveCount 23
        }

        It 'are in the journal of a load as done, and are not sent again' {
            $path = Join-Path $TestDrive 'custom.jsonl'
            $rows = 1..3 | ForEach-Object { [pscustomobject]@{ phone_number = 7275558640 + $_; renewal = @('2027-01-01', 'soon', '2027-02-01')[$_ - 1] } }
            $load = @{ ListId = 102; CustomFieldFromInput = $true; Connection = 'fresh'; JournalPath = $path }
            $summary = $rows | Add-VicidialLead @load -Summary -ErrorVariable failed -ErrorAction SilentlyContinue
            Get-Id $failed | Should -Be 'Vicidial.CustomFieldChanged'
            $summary.Done, $summary.Refused, $summary.NotDone | Should -Be 3, 0, 0
            $summary.Reasons.ErrorId | Should -Be 'Vicidial.CustomFieldChanged'
            $report = Get-VicidialLoadReport $path
            $report.IsComplete | Should -BeTrue
            $report.Reasons.ErrorId | Should -Be 'Vicidial.CustomFieldChanged'
            $row = Get-VicidialLoadReport $path -Row | Where-Object ErrorId
            $row.Row, $row.Outcome | Should -Be 2, 'Done'
            $row.Id | Should -BeGreaterThan 0
            $row.Reason | Should -BeLike "*renewal 'soon' is stored as '0000-00-00'*"
            $null = $dialer | Get-VicidialSimulatorRequest -Clear
            $again = $rows | Add-VicidialLead @load -Summary -ErrorVariable failed
            $failed | Should -BeNullOrEmpty
            $again.Skipped | Should -Be 3
            Get-Change | Should -BeNullOrEmpty
        }
    }

    It 'of a lead that a resumed load finds are read back too' {
        $path = Join-Path $TestDrive 'found.jsonl'
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name fresh -MaximumRetryCount 0 -NoDefault
        $load = @{ ListId = 102; CustomFieldFromInput = $true; Connection = 'fresh'; JournalPath = $path; LookUpDelaySec = 0 }
        $row = [pscustomobject]@{ phone_number = '7275558649'; renewal = 'soon' }
        Set-VicidialSimulatorFault DropAfterWork -Simulator $dialer -Function add_lead -Count 1
        $null = $row | Add-VicidialLead @load -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed | Should -Be 'Vicidial.OutcomeUnknown'
        $found = $row | Add-VicidialLead @load -ErrorVariable failed -ErrorAction SilentlyContinue
        Disconnect-VicidialServer fresh
        $found.LeadId | Should -BeGreaterThan 0
        $found.CustomFieldsStored | Should -BeFalse
        Get-Id $failed | Should -Be 'Vicidial.CustomFieldChanged'
        $report = Get-VicidialLoadReport $path -Row
        $report.Outcome, $report.ErrorId | Should -Be 'Done', 'Vicidial.CustomFieldChanged'
        @(Find-VicidialLead -PhoneNumber 7275558649) | Should -HaveCount 1
    }

    It 'that this session has defined are known: <Type>' -ForEach @(
        @{ Type = 'TEXT'; More = @{ FieldMaximum = 5 }; Bad = 'abcdef'; Id = 'ValueTooLong'; Good = 'abcde' }
        @{ Type = 'DATE'; More = @{ }; Bad = 'soon'; Id = 'InvalidDate'; Good = '2027-05-01' }
        @{ Type = 'SELECT'; More = @{ FieldOption = 'gold,Gold' }; Bad = 'silver'; Id = 'InvalidChoice'; Good = 'gold' }
    ) {
        $label = "own_$Type".ToLowerInvariant()
        $null = Add-VicidialCustomField 102 $label -FieldName Own -FieldType $Type -FieldSize 10 -FieldRank 9 @More -ErrorAction Stop
        foreach ($change in { Add-VicidialLead 7275558166 -ListId 102 -CustomField @{ $label = $Bad } -ErrorAction Stop }, { Set-VicidialLead 1013 -CustomField @{ $label = $Bad } -ErrorAction Stop }) {
            $failure = Get-Failure $change
            Get-Id $failure | Should -Be "Vicidial.$Id"
            "$failure" | Should -Not -BeLike '*earlier value*'
            Get-Change | Should -BeNullOrEmpty
        }
        (Add-VicidialLead 7275558166 -ListId 102 -CustomField @{ $label = $Good } -ErrorAction Stop).CustomFieldsStored | Should -BeTrue

        # A separate connection shows that the dialer itself changes the value.
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name fresh -NoDefault
        $null = Set-VicidialLead 1013 -CustomField @{ $label = $Bad } -Connection fresh -ErrorVariable failed -ErrorAction SilentlyContinue
        Disconnect-VicidialServer fresh
        Get-Id $failed | Should -Be 'Vicidial.CustomFieldChanged'
        Remove-VicidialCustomField 102 $label -Force
    }

    It 'whose definition changes are learned again' {
        $null = Add-VicidialCustomField 102 own_text -FieldName Own -FieldType TEXT -FieldSize 10 -FieldMaximum 5 -FieldRank 9
        $null = Set-VicidialCustomField 102 own_text -FieldMaximum 8
        (Set-VicidialLead 1013 -CustomField @{ own_text = 'abcdefgh' } -ErrorAction Stop).Refusals | Should -BeNullOrEmpty
        Get-Id (Get-Failure { Set-VicidialLead 1013 -CustomField @{ own_text = 'abcdefghi' } -ErrorAction Stop }) | Should -Be 'Vicidial.ValueTooLong'
        Remove-VicidialCustomField 102 own_text -Force
        $null = Add-VicidialCustomField 102 own_text -FieldName Own -FieldType AREA -FieldSize 10 -FieldRank 9
        (Set-VicidialLead 1013 -CustomField @{ own_text = 'abcdefghi' } -ErrorAction Stop).Refusals | Should -BeNullOrEmpty
        Remove-VicidialCustomField 102 own_text -Force
    }

    It 'with a DateTime value or a date in another form do not count as changed' {
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name fresh -NoDefault
        foreach ($date in [datetime] '2027-05-01', '2027-5-1') {
            (Add-VicidialLead 7275558167 -ListId 102 -CustomField @{ renewal = $date } -Connection fresh -ErrorAction Stop).CustomFieldsStored | Should -BeTrue
        }
        Disconnect-VicidialServer fresh
    }

    It 'that the dialer does not store at all are also an error, for a new lead and for a changed one' {
        # The account may not list custom fields, so the labels cannot be checked before.
        $other = Start-VicidialSimulator -Scenario @{ Extend = $true; Users = @(@{ User = 'few'; Password = 'few12345'; Level = 9; Group = 'ADMIN'; FullName = 'Few'; AllowedFunctions = 'version add_lead update_lead lead_field_info' }) }
        $account = [pscredential]::new('few', (ConvertTo-SecureString few12345 -AsPlainText -Force))
        Connect-VicidialServer -Uri $other.Uri -Credential $account -Name few -NoDefault
        try {
            $added = Add-VicidialLead 7275558164 -ListId 101 -CustomField @{ fav_color = 'blue' } -Connection few -WarningVariable warned -ErrorVariable failed -ErrorAction SilentlyContinue
            $added.CustomFieldsStored | Should -BeFalse
            Get-Id $failed | Should -Be 'Vicidial.CustomFieldsNotStored'
            $warned | Should -BeNullOrEmpty
            $changed = Set-VicidialLead 1001 -City Rome -CustomField @{ fav_color = 'blue' } -Connection few -WarningVariable warned -ErrorVariable failed -ErrorAction SilentlyContinue
            $changed.LeadId | Should -Be 1001
            Get-Id $failed | Should -Be 'Vicidial.CustomFieldsNotStored'
            $warned | Should -BeNullOrEmpty
        }
        finally {
            Disconnect-VicidialServer few
            $other | Stop-VicidialSimulator
        }
    }

    It 'get the case that their labels have in the list, because the dialer compares it' {
        $added = Add-VicidialLead 7275558165 -ListId 102 -CustomField @{ Fav_Color = 'blue' } -ErrorAction Stop
        $added.CustomFieldsStored | Should -BeTrue
        (Get-VicidialLead $added.LeadId -IncludeCustomField).fav_color | Should -Be 'blue'
    }

    It 'that are read back unchanged are read once' {
        $null = $dialer | Get-VicidialSimulatorRequest -Clear
        $null = 1..8 | ForEach-Object { [pscustomobject]@{ phone_number = "727555817$_"; fav_color = 'blue' } } | Add-VicidialLead -ListId 102 -CustomFieldFromInput
        @($dialer | Get-VicidialSimulatorRequest lead_field_info).Count | Should -Be 1
    }

    It 'with many values are not read forever, except values that are longer or look different' {
        $null = $dialer | Get-VicidialSimulatorRequest -Clear
        $rows = 1..40 | ForEach-Object { [pscustomobject]@{ phone_number = 7275558700 + $_; notes = 'note of ' + [char](96 + $_ % 26) + 'x' * ($_ / 20); fav_color = 'blue' } }
        $rows[38].notes = 'a longer note than those before'
        $rows[39].notes = '31-12-2027'
        $null = $rows | Add-VicidialLead -ListId 102 -CustomFieldFromInput
        @($dialer | Get-VicidialSimulatorRequest lead_field_info | Where-Object { $_.Fields['field_name'] -eq 'notes' }).Count | Should -BeIn (22..24)
    }

    It 'of a lead that has none leave the lead readable' {
        $null = $dialer | Get-VicidialSimulatorRequest -Clear
        $lead = Get-VicidialLead 1001 -IncludeCustomField -ErrorAction Stop
        $lead.LeadId | Should -Be 1001
        @($dialer | Get-VicidialSimulatorRequest lead_all_info).Count | Should -Be 2
        (Get-VicidialLead 1011 -IncludeCustomField -ErrorAction Stop).plan_name | Should -Be 'gold'
    }

    It 'of a new lead are sent in a separate request on a dialer that would lose them' -Tag Once {
        $old = Start-VicidialSimulator -Scenario @{ Extend = $true; Generation = '2.14-194' }
        Connect-VicidialServer -Uri $old.Uri -Credential $old.Credential -Name old
        try {
            $added = Add-VicidialLead 7275558159 -ListId 102 -CustomField @{ plan_name = 'gold' } -Connection old -ErrorAction Stop
            $added.CustomFieldsStored | Should -BeTrue
            ($old | Get-VicidialSimulatorRequest add_lead)[-1].Fields.Keys | Should -Not -Contain 'plan_name'
            ($old | Get-VicidialSimulatorRequest update_lead)[-1].Fields['plan_name'] | Should -Be 'gold'
            ($old | Get-VicidialSimulatorRequest update_lead)[-1].Fields['lead_id'] | Should -Be "$($added.LeadId)"
            # If that request fails, the row is an error, but its lead exists.
            $null = Set-VicidialSimulatorFault ServerErrorInstead -Simulator $old -Function update_lead -Count 1
            $added = Add-VicidialLead 7275558158 -ListId 102 -CustomField @{ plan_name = 'gold' } -Connection old -WarningVariable warned -ErrorVariable failed -ErrorAction SilentlyContinue
            $added.LeadId | Should -BeGreaterThan 0
            $added.CustomFieldsStored | Should -Not -BeTrue
            Get-Id $failed | Should -Be 'Vicidial.CustomFieldsNotStored'
            $warned | Should -BeNullOrEmpty
        }
        finally {
            Disconnect-VicidialServer old
            $old | Stop-VicidialSimulator
        }
    }

    It 'are rejected on a dialer of <_> that would clear the others, and those of a new lead count as stored only if they can be read' -Tag Once -ForEach '2.10-69', '2.14-107' {
        $old = Start-VicidialSimulator -Scenario @{ Extend = $true; Generation = $_ }
        Connect-VicidialServer -Uri $old.Uri -Credential $old.Credential -Name old
        try {
            $added = 7275558180, 7275558181 | Add-VicidialLead -ListId 102 -CustomField @{ fav_colour = 'blue' } -Connection old -WarningVariable warned -WarningAction SilentlyContinue
            $added.LeadId.Count | Should -Be 2
            $added.CustomFieldsStored | Should -Be $null, $null
            @($warned -like '*could not be read back*').Count | Should -Be 1
            $failure = try { Set-VicidialLead 1011 -CustomField @{ plan_name = 'gold' } -Connection old -ErrorAction Stop } catch { $_ }
            Get-Id $failure | Should -Be 'Vicidial.DialerTooOld'
            $old | Get-VicidialSimulatorRequest update_lead | Should -BeNullOrEmpty
        }
        finally {
            Disconnect-VicidialServer old
            $old | Stop-VicidialSimulator
        }
    }
}

Describe 'Text' {
    It 'that the dialer changes appears in the result as the dialer stores it' {
        $result = Set-VicidialList 103 -ListName "Qu$([char]0xE9)bec list" -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike "*'Qubec list'*"
        $result.PSObject.Properties['ListName'] | Where-Object Value | ForEach-Object Value | Should -BeIn @($null, 'Qubec list')
    }

    It 'of a column that -Map names but no row has is reported' {
        $null = [pscustomobject]@{ Phone = '7275558171'; Given = 'Ann' } | Add-VicidialLead -ListId 101 -Map @{ Phone = 'PhoneNumber'; Givn = 'FirstName' } -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike '*Givn*'
    }

    It 'is sent by Invoke-VicidialApi only if it is safe, or if the check is skipped' {
        $failure = Get-Failure { Invoke-VicidialApi update_lead @{ lead_id = 1001; comments = 'see C:\' } -Confirm:$false -ErrorAction Stop }
        Get-Id $failure | Should -Be 'Vicidial.UnsafeText'
        $null = Invoke-VicidialApi update_lead @{ lead_id = 1001; comments = 'see C:\\' } -SkipSafetyCheck -Confirm:$false -ErrorAction SilentlyContinue
        ($dialer | Get-VicidialSimulatorRequest update_lead)[-1].Fields['comments'] | Should -BeExactly 'see C:\\'
    }
}

Describe 'An old dialer' -Tag Once {
    BeforeAll {
        $olds = @{}
        foreach ($release in '2.10-69', '2.14-107') {
            $olds[$release] = Start-VicidialSimulator -Release $release
            Connect-VicidialServer -Uri $olds[$release].Uri -Credential $olds[$release].Credential -Name $release
        }
    }

    AfterAll {
        foreach ($release in @($olds.Keys)) {
            Disconnect-VicidialServer $release
            $olds[$release] | Stop-VicidialSimulator
        }
    }

    It 'is too old for <Name>, without a contradicting warning' -ForEach @(
        @{ Name = 'taking leads out of the hopper'; Release = '2.14-107'; Change = { Remove-VicidialHopperLead 1001 -Force -Connection 2.14-107 -ErrorAction Stop } }
        @{ Name = 'putting leads into the hopper'; Release = '2.10-69'; Change = { Add-VicidialHopperLead 1001 -Connection 2.10-69 -ErrorAction Stop } }
        @{ Name = 'removing custom fields'; Release = '2.10-69'; Change = { Remove-VicidialCustomField 102 plan_name -Force -Connection 2.10-69 -ErrorAction Stop } }
        @{ Name = 'adding custom fields'; Release = '2.14-107'; Change = { Add-VicidialCustomField 102 newf -FieldName New -FieldType TEXT -FieldSize 10 -FieldRank 9 -Connection 2.14-107 -ErrorAction Stop } }
        @{ Name = 'emptying custom fields'; Release = '2.14-107'; Change = { Set-VicidialLead 1011 -ClearCustomField -Connection 2.14-107 -ErrorAction Stop } }
        @{ Name = 'new passwords'; Release = '2.10-69'; Change = { Reset-VicidialUserPassword 1002 -Length 12 -Connection 2.10-69 -ErrorAction Stop } }
        @{ Name = 'swapping while barging'; Release = '2.14-107'; Change = { Start-VicidialAgentMonitor 1001 gs201 -Mode BARGESWAP -Connection 2.14-107 -ErrorAction Stop } }
    ) {
        $null = $olds[$Release] | Get-VicidialSimulatorRequest -Clear
        $said = @(try { & $Change *>&1 } catch { $_ })
        @($said | Where-Object { $_ -is [Management.Automation.WarningRecord] }) | Should -BeNullOrEmpty
        Get-Id $said[-1] | Should -Be 'Vicidial.DialerTooOld'
        $olds[$Release] | Get-VicidialSimulatorRequest | Where-Object Function -In 'update_lead', 'update_list', 'update_user', 'blind_monitor' | Should -BeNullOrEmpty
    }

    It 'cannot check a campaign, and one warning for each campaign says what that means' {
        $null = '7275558181', '7275558182' | Add-VicidialLead -ListId 103 -CampaignDncCheck Y -CampaignId NOCAMP -Connection 2.10-69 -WarningVariable warned -WarningAction SilentlyContinue
        $warned.Count | Should -Be 1
        "$warned" | Should -BeLike '*NOCAMP could not be checked*must not be called*'
    }

    It 'cannot show whether custom fields were stored, and a warning says so: <_>' -ForEach '2.10-69', '2.14-107' {
        $null = $olds[$_] | Get-VicidialSimulatorRequest -Clear
        $new = 1..3 | ForEach-Object { [pscustomobject]@{ phone_number = "727555819$_"; fav_colour = 'blue' } }
        $null = $new | Add-VicidialLead -ListId 102 -CustomFieldFromInput -Connection $_ -WarningVariable warned -WarningAction SilentlyContinue -ThrottleLimit 1
        @($warned -like '*could not be read back*').Count | Should -Be 1
        # A field that cannot be read is not requested again.
        @($olds[$_] | Get-VicidialSimulatorRequest lead_field_info).Count | Should -BeLessOrEqual 3
    }

    It 'causes no warning about text of a function that it lacks' {
        $said = @(Send-VicidialAgentNotification 1001 "x$([char]0xD83D)$([char]0xDE00)" -Connection 2.10-69 -ErrorAction SilentlyContinue -ErrorVariable failed 3>&1)
        $said | Should -BeNullOrEmpty
        Get-Id $failed[0] | Should -Be 'Vicidial.DialerTooOld'
    }

    It 'names the agent in a warning, and shows text as it is stored' {
        $result = Set-VicidialAgentCrmTeam CRM1001 "O'Neil: team" -Connection 2.10-69 -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike "*'ONeilteam' for the TeamId*of CRM1001*"
        $result.TeamId | Should -BeExactly 'ONeilteam'
        $null = Start-VicidialAgentCall 1003 7275558400 -VendorId "O'Neil" -Connection 2.10-69 -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike '* of 1003*'
    }

    It 'lacks the roster in the result of the permission test' {
        $rights = (Test-VicidialConnection 2.10-69).Rights
        $rights.Value | Should -BeLike '*too old for logged_in_agents*'
        $rights.Passed | Should -BeNullOrEmpty
    }

    It 'that hides lists from an account does not fail the permission test' {
        $account = [pscredential]::new('restrgrp', (ConvertTo-SecureString 1234 -AsPlainText -Force))
        Connect-VicidialServer -Uri $dialer.Uri -Credential $account -Name restricted -NoDefault
        (Test-VicidialConnection restricted).Rights.Passed | Should -BeTrue
        Disconnect-VicidialServer restricted
    }
}

Describe 'A recording that the agent''s screen has not started' {
    It 'is shown as a pending command, and the session can be monitored' {
        $null = Start-VicidialAgentRecording 1001 -FileNameSuffix CASE4711 -ErrorAction Stop
        $recording = Get-VicidialAgentRecording 1001 -ErrorAction Stop
        $recording.PendingCommand | Should -BeExactly 'STARTCASE4711'
        $recording.IsRecording | Should -BeFalse
        $recording.SessionId | Should -Not -BeNullOrEmpty
        (Start-VicidialAgentMonitor 1001 gs201 -ErrorAction Stop).SessionId | Should -Be $recording.SessionId
    }
}
