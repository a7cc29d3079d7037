# What a change must never do on a real dialer: say SUCCESS for nothing, hit another record, or lose what was given.
BeforeAll {
    $dialer = Start-VicidialSimulator
    Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main

    function Get-Id($Failure) {
        $Failure.FullyQualifiedErrorId -replace ',.*'
    }

    function Get-Failure([scriptblock] $Change) {
        $null = $dialer | Get-VicidialSimulatorRequest -Clear
        try { $null = & $Change } catch { $_ }
    }

    function Get-Change {
        @($dialer | Get-VicidialSimulatorRequest | Where-Object Function -In 'add_lead', 'update_lead', 'external_dial', 'update_user', 'add_user')
    }
}

AfterAll {
    Disconnect-VicidialServer *
    Stop-VicidialSimulator
}

Describe 'A change that cannot do what it asks for' {
    It 'is rejected before it is sent: <Name>' -ForEach @(
        @{ Name = 'a callback without a campaign'; Id = 'RequiredFieldMissing'; Change = { Add-VicidialLead 7275558101 -ListId 101 -Callback -CallbackTime NOW -ErrorAction Stop } }
        @{ Name = 'the time of a callback without a callback'; Id = 'RequiredFieldMissing'; Change = { Add-VicidialLead 7275558101 -ListId 101 -CallbackTime NOW -ErrorAction Stop } }
        @{ Name = 'a priority without the hopper'; Id = 'RequiredFieldMissing'; Change = { Add-VicidialLead 7275558101 -ListId 101 -HopperPriority 5 -ErrorAction Stop } }
        @{ Name = 'a check of a campaign''s list without the campaign'; Id = 'RequiredFieldMissing'; Change = { Add-VicidialLead 7275558101 -ListId 101 -CampaignDncCheck Y -ErrorAction Stop } }
        @{ Name = 'a duplicate check by a name with an apostrophe'; Id = 'UnsafeText'; Change = { Add-VicidialLead 7275558101 -ListId 101 -LastName "O'Neil" -DuplicateCheck DUPNAMEPHONESYS -ErrorAction Stop } }
        @{ Name = 'a new lead that would get the word that empties fields'; Id = 'FieldNotClearable'; Change = { Set-VicidialLead -SearchMethod PHONE_NUMBER -PhoneNumber 7275559885 -PhoneCode 1 -SearchListId 103 -MaximumMatch 1 -InsertIfNotFound -FirstName A -Clear City -ErrorAction Stop } }
        @{ Name = 'a search key that the dialer would change'; Id = 'InvalidIdentifier'; Change = { Set-VicidialLead -SearchMethod VENDOR_LEAD_CODE -VendorLeadCode 'a;b' -City Wrong -MaximumMatch 1 -ErrorAction Stop } }
        @{ Name = 'a search by several keys, one of which it would overwrite'; Id = 'InvalidSearch'; Change = { Set-VicidialLead -SearchMethod VENDOR_LEAD_CODE_PHONE_NUMBER -VendorLeadCode NEWKEY -PhoneNumber 7275551014 -City Rome -MaximumMatch 1 -ErrorAction Stop } }
        @{ Name = 'further numbers of a lead that is there'; Id = 'NothingToUpdate'; Change = { Set-VicidialLead 1001 -AlternatePhone 7275551212_1_work -ErrorAction Stop } }
        @{ Name = 'a callback without a time'; Id = 'RequiredFieldMissing'; Change = { Set-VicidialCallback 1001 -CampaignId TESTCAMP -ErrorAction Stop } }
        @{ Name = 'a callback for a user that anyone may take'; Id = 'RequiredFieldMissing'; Change = { Set-VicidialCallback 1001 '2026-12-26 09:00' -CallbackUser 1001 -CampaignId TESTCAMP -ErrorAction Stop } }
        @{ Name = 'a rank in one campaign without the campaign'; Id = 'RequiredFieldMissing'; Change = { Set-VicidialUser 1002 -CampaignRank 4 -CampaignRankGradeOnly $true -ErrorAction Stop } }
        @{ Name = 'a command that does not fit into the column of the dialer'; Id = 'ValueTooLong'; Change = { Start-VicidialAgentCall 1003 7275558400 -VendorId ('v' * 70) -ErrorAction Stop } }
        @{ Name = 'a rank that the dialer would clamp'; Id = 'ValueOutOfRange'; Change = { Set-VicidialLead 1001 -Rank 40000 -ErrorAction Stop } }
    ) {
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

Describe 'Custom fields' {
    It 'are rejected under a label that the list does not have' -ForEach @(
        @{ Change = { Add-VicidialLead 7275558158 -ListId 102 -CustomField @{ fav_colour = 'blue' } -ErrorAction Stop } }
        @{ Change = { Set-VicidialLead 1011 -CustomField @{ nolabel = 'x'; plan_name = 'silver' } -ErrorAction Stop } }
    ) {
        $failure = Get-Failure $Change
        Get-Id $failure | Should -Be 'Vicidial.CustomFieldNotFound'
        "$failure" | Should -BeLike '*fav_color*'
        Get-Change | Should -BeNullOrEmpty
    }

    It 'are rejected if a value contains what empties another one' {
        $failure = Get-Failure { Set-VicidialLead 1011 -CustomField @{ plan_name = 'https://x.example/?a=1&fav_color=2' } -ErrorAction Stop }
        Get-Id $failure | Should -Be 'Vicidial.FieldWouldBeEmptied'
        Get-Change | Should -BeNullOrEmpty
    }

    It 'of a new lead go in a request of their own on a dialer that loses them otherwise' {
        $old = Start-VicidialSimulator -Scenario @{ Extend = $true; Generation = '2.14-194' }
        Connect-VicidialServer -Uri $old.Uri -Credential $old.Credential -Name old
        try {
            $added = Add-VicidialLead 7275558159 -ListId 102 -CustomField @{ plan_name = 'gold' } -Connection old -ErrorAction Stop
            $added.CustomFieldsStored | Should -BeTrue
            ($old | Get-VicidialSimulatorRequest add_lead)[-1].Fields.Keys | Should -Not -Contain 'plan_name'
            ($old | Get-VicidialSimulatorRequest update_lead)[-1].Fields['plan_name'] | Should -Be 'gold'
            ($old | Get-VicidialSimulatorRequest update_lead)[-1].Fields['lead_id'] | Should -Be "$($added.LeadId)"
        }
        finally {
            Disconnect-VicidialServer old
            $old | Stop-VicidialSimulator
        }
    }

    It 'are rejected on a dialer of <_> that would empty the others' -ForEach '2.10-69', '2.14-107' {
        $old = Start-VicidialSimulator -Scenario @{ Extend = $true; Generation = $_ }
        Connect-VicidialServer -Uri $old.Uri -Credential $old.Credential -Name old
        try {
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
    It 'that the dialer changes shows in the result as it is stored' {
        $result = Set-VicidialList 103 -ListName "Qu$([char]0xE9)bec list" -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike "*'Qubec list'*"
        $result.PSObject.Properties['ListName'] | Where-Object Value | ForEach-Object Value | Should -BeIn @($null, 'Qubec list')
    }

    It 'of a column that -Map names and no row has is told' {
        $null = [pscustomobject]@{ Phone = '7275558171'; Given = 'Ann' } | Add-VicidialLead -ListId 101 -Map @{ Phone = 'PhoneNumber'; Givn = 'FirstName' } -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike '*Givn*'
    }

    It 'goes through Invoke-VicidialApi only if it is safe, or if that is not checked' {
        $failure = Get-Failure { Invoke-VicidialApi update_lead @{ lead_id = 1001; comments = 'see C:\' } -Confirm:$false -ErrorAction Stop }
        Get-Id $failure | Should -Be 'Vicidial.UnsafeText'
        $null = Invoke-VicidialApi update_lead @{ lead_id = 1001; comments = 'see C:\\' } -SkipSafetyCheck -Confirm:$false -ErrorAction SilentlyContinue
        ($dialer | Get-VicidialSimulatorRequest update_lead)[-1].Fields['comments'] | Should -BeExactly 'see C:\\'
    }
}
