# Changes of leads and of the hopper must only do what was requested: on old dialers, by keys that several leads have, with custom fields, in batches,
# and with input without a lead.
param([string] $Release = '2.14-202')

BeforeAll {
    $dialer = Start-VicidialSimulator -Release $Release
    Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main
    Import-Module (Join-Path $PSScriptRoot Releases.psm1) -Force -ArgumentList $dialer, $Release

    function Get-Id($Failure) {
        $Failure.FullyQualifiedErrorId -replace ',.*'
    }

    function Get-Sent([string] $Function) {
        @($dialer | Get-VicidialSimulatorRequest $Function)
    }

    function Get-SentCount {
        @($dialer | Get-VicidialSimulatorRequest).Count
    }

    # The fields of the last request, without the login.
    function Get-LastField([string] $Function) {
        $fields = (Get-Sent $Function)[-1].Fields
        $own = @{}
        $fields.Keys | Where-Object { $_ -notin 'source', 'user', 'pass', 'function' } | ForEach-Object { $own[$_] = $fields[$_] }
        $own
    }

    # Asserts that nothing is sent, and that the error has this ID.
    function Assert-Refused([string] $Id, [scriptblock] $Change) {
        $before = Get-SentCount
        $failure = try { $null = & $Change } catch { $_ }
        Get-Id $failure | Should -Be "Vicidial.$Id"
        Get-SentCount | Should -Be $before
        $failure
    }
}

AfterAll {
    Disconnect-VicidialServer *
    Stop-VicidialSimulator
}

Describe 'A dialer of <_>' -Tag Once -ForEach '2.10-69', '2.14-107' {
    BeforeAll {
        $old = Start-VicidialSimulator -Scenario @{ Extend = $true; Generation = $_ }
        Connect-VicidialServer -Uri $old.Uri -Credential $old.Credential -Name old
    }

    AfterAll {
        Disconnect-VicidialServer old
        $old | Stop-VicidialSimulator
    }

    It 'does not get <Name>, because it would change something else' -ForEach @(
        @{ Name = 'a removal from the archive'; Field = '-Archived'; Change = { 1104, 1105 | Remove-VicidialLead -Archived -Force -PassThru -Connection old @quiet } }
        @{ Name = 'a change in the archive'; Field = '-Archived'; Change = { 1104, 1105 | Set-VicidialLead -Status NEW -Archived -Connection old @quiet } }
    ) {
        $quiet = @{ ErrorVariable = 'failed'; ErrorAction = 'SilentlyContinue' }
        $failed = $null
        . $Change | Should -BeNullOrEmpty
        $failed.Count | Should -Be 2
        Get-Id $failed[0] | Should -Be 'Vicidial.DialerTooOld'
        $failed[0].CategoryInfo.Category | Should -Be 'NotImplemented'
        $failed.TargetObject | Should -Be 1104, 1105
        "$($failed[0])" | Should -BeLike "*$Field*231109-0933*"
        $old | Get-VicidialSimulatorRequest update_lead | Should -BeNullOrEmpty
    }

    It 'accepts the change if the archive is not requested' {
        (Set-VicidialLead 1104 -Status NI -Archived:$false -Connection old -WarningVariable warned).LeadId | Should -Be 1104
        $warned | Should -BeNullOrEmpty
    }

    It 'ignores unsupported fields, with one warning for each field and run' {
        $result = 1101, 1102 | Set-VicidialLead -City Tampa -PhoneCode 1 -Connection old -WarningVariable warned -WarningAction SilentlyContinue
        $result.LeadId | Should -Be 1101, 1102
        @($warned).Count | Should -Be 1
        "$warned" | Should -BeLike '*old*-PhoneCode*210517-1850*'
    }

    It 'is not sent a row that has only unsupported fields' {
        Assert-Refused 'DialerTooOld' { Set-VicidialLead 1101 -PhoneCode 1 -Connection old -ErrorAction Stop -WarningVariable warned }
        $warned | Should -BeNullOrEmpty
    }

    It 'is not sent a row with a check that it does not support' {
        Assert-Refused 'DialerTooOld' { Set-VicidialLead 1101 -ListId 99999 -ListExistsCheck -Connection old -ErrorAction Stop }
    }

    It 'loses no active lead to <Command>' -TestCases @(
        @{ Command = 'Clear-VicidialList'; Change = { Clear-VicidialList 103 -Archived -Force -Connection old -ErrorAction Stop } }
        @{ Command = 'Reset-VicidialList'; Change = { Reset-VicidialList 103 -Archived -Force -Connection old -ErrorAction Stop } }
    ) {
        Assert-Refused 'DialerTooOld' $Change
    }
}

Describe 'Custom fields of another list' -Tag Once {
    It 'are not written on a dialer that would write those of the lead''s own' {
        $old = Start-VicidialSimulator -Scenario @{ Extend = $true; Generation = '2.10-69' }
        Connect-VicidialServer -Uri $old.Uri -Credential $old.Credential -Name old
        try {
            $null = Set-VicidialLead 1011 -CustomField @{ fav_color = 'red' } -CustomFieldListId 103 -Connection old -ErrorVariable failed -ErrorAction SilentlyContinue
            Get-Id $failed[0] | Should -Be 'Vicidial.DialerTooOld'
            "$($failed[0])" | Should -BeLike '*-CustomFieldListId*'
            $old | Get-VicidialSimulatorRequest update_lead | Should -BeNullOrEmpty
        } finally {
            Disconnect-VicidialServer old
            $old | Stop-VicidialSimulator
        }
    }
}

Describe 'The archive of a current dialer' -Tag Once {
    It 'is changed, but not the active leads' {
        $result = Set-VicidialLead 900001 -Status NI -Archived -WarningVariable warned
        $result.LeadId | Should -Be 900001
        $warned | Should -BeNullOrEmpty
    }
}

Describe 'The hopper of a dialer without hopper_bulk_insert' -Tag Once {
    It 'removes leads one at a time, if the dialer can do that' {
        $old = Start-VicidialSimulator -Scenario @{ Extend = $true; Generation = '2.14-107' }
        Connect-VicidialServer -Uri $old.Uri -Credential $old.Credential -Name old
        try {
            $result = @(1101, 999999, 1102 | Add-VicidialHopperLead -HopperPriority 7 -Connection old -ErrorVariable failed -ErrorAction SilentlyContinue)
            $result.LeadId | Should -Be 1101, 1102
            $result | ForEach-Object { $_ | Should -BeOfType 'Vicidial.Client.Records.Leads.HopperInsertResult' }
            $result.HopperId | ForEach-Object { $_ | Should -BeGreaterThan 0 }
            $failed.Count | Should -Be 1
            $failed[0].TargetObject | Should -Be 999999
            ($old | Get-VicidialSimulatorRequest update_lead | Select-Object -First 1).Fields['hopper_priority'] | Should -Be '7'
            $null = 1101 | Add-VicidialHopperLead -Connection old -ErrorVariable failed -ErrorAction SilentlyContinue
            Get-Id $failed[0] | Should -Be 'Vicidial.AlreadyInHopper'
        } finally {
            Disconnect-VicidialServer old
            $old | Stop-VicidialSimulator
        }
    }

    It 'does not report success if the dialer cannot do that' {
        $old = Start-VicidialSimulator -Scenario @{ Extend = $true; Generation = '2.10-69' }
        Connect-VicidialServer -Uri $old.Uri -Credential $old.Credential -Name old
        try {
            1101, 1102 | Add-VicidialHopperLead -Connection old -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            $failed.Count | Should -Be 2
            $failed | ForEach-Object { Get-Id $_ } | Should -Be 'Vicidial.DialerTooOld', 'Vicidial.DialerTooOld'
            "$($failed[0])" | Should -BeLike '*does not support Add-VicidialHopperLead (added in build 170601-0747)*'
            $failed.TargetObject | Should -Be 1101, 1102
        } finally {
            Disconnect-VicidialServer old
            $old | Stop-VicidialSimulator
        }
    }
}

Describe 'A number that several leads have' {
    BeforeAll {
        $number = '7275552091'
        $withFields = 1..3 | ForEach-Object { (Add-VicidialLead $number -ListId 102 -CustomField @{ fav_color = 'blue' }).LeadId }
        $without = (Add-VicidialLead $number -ListId 101).LeadId
        $byNumber = @{ SearchMethod = 'PHONE_NUMBER'; PhoneNumber = $number; MaximumMatch = 9 }
    }

    It 'returns the lines of each lead, and an error for the one that was rejected' {
        if ($isOld) {
            Assert-TooOld { Set-VicidialLead @byNumber -CustomField @{ fav_color = 'red' } }
            return
        }
        $result = @(Set-VicidialLead @byNumber -CustomField @{ fav_color = 'red' } -ErrorVariable failed -ErrorAction SilentlyContinue)
        $result.LeadId | Sort-Object | Should -Be $withFields
        $result.Message | Select-Object -Unique | Should -BeLike '*CUSTOM FIELDS VALUES UPDATED*'
        $failed.Count | Should -Be 1
        Get-Id $failed[0] | Should -Be 'Vicidial.CustomFieldListNotFound'
        $failed[0].TargetObject | Should -Be $without
    }

    It 'names the lead for which a part was rejected' {
        if ($isOld) {
            Assert-TooOld { Set-VicidialLead @byNumber -Status SALE -CustomField @{ fav_color = 'green' } }
            return
        }
        $result = @(Set-VicidialLead @byNumber -Status SALE -CustomField @{ fav_color = 'green' } -WarningVariable warned -ErrorVariable failed -ErrorAction SilentlyContinue)
        $result.LeadId | Sort-Object | Should -Be ($withFields + $without)
        @($result | Where-Object { $_.Refusals.Count }).LeadId | Should -Be $without
        $warned | Should -BeNullOrEmpty
        Get-Id $failed | Should -Be 'Vicidial.CustomFieldsNotStored'
        "$failed" | Should -BeLike "*Lead $without was changed, but*"
        ($result | Where-Object LeadId -EQ $withFields[0]).Notices | Should -BeLike '*CUSTOM FIELDS VALUES UPDATED*'
    }

    It 'writes an error for each lead if all are rejected' {
        $null = 1..2 | ForEach-Object { Add-VicidialLead 7275552092 -ListId 101 }
        $row = [pscustomobject]@{ PhoneNumber = '7275552092' }
        if ($isOld) {
            Assert-TooOld { $row | Set-VicidialLead -FromInput -SearchMethod PHONE_NUMBER -MaximumMatch 9 -CustomField @{ fav_color = 'red' } }
            return
        }
        $row | Set-VicidialLead -FromInput -SearchMethod PHONE_NUMBER -MaximumMatch 9 -CustomField @{ fav_color = 'red' } -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed.Count | Should -Be 2
        $failed | ForEach-Object { Get-Id $_ } | Select-Object -Unique | Should -Be 'Vicidial.CustomFieldListNotFound'
        $failed[1].TargetObject.PhoneNumber | Should -Be '7275552092'
    }

    It 'is searched by the method in any case' {
        $result = @(Set-VicidialLead -SearchMethod phone_number -PhoneNumber $number -MaximumMatch 9 -City Tampa)
        $result.Count | Should -Be 4
        (Get-LastField update_lead).search_method | Should -BeExactly 'PHONE_NUMBER'
        $null = Assert-Refused RequiredFieldMissing { Set-VicidialLead -SearchMethod phone_number -PhoneNumber $number -City Tampa -ErrorAction Stop }
    }

    It 'is not searched by a method that the dialer does not know: <_>' -ForEach 'PHONE', 'PHONE_NUMBER_LEADID', 'PHONE_NUMBER_' {
        $method = $_
        $null = Assert-Refused InvalidSearch { Set-VicidialLead 1005 -SearchMethod $method -PhoneNumber $number -MaximumMatch 9 -City Tampa -ErrorAction Stop }
    }

    It 'is searched by several keys' {
        $null = Set-VicidialLead 999999 -SearchMethod LEAD_ID_VENDOR_LEAD_CODE_PHONE_NUMBER -PhoneNumber $number -MaximumMatch 1 -City Tampa
        (Get-LastField update_lead).search_method | Should -BeExactly 'LEAD_ID_VENDOR_LEAD_CODE_PHONE_NUMBER'
    }

    It 'is not searched in the whole system if one <Where> is requested: <Id>' -ForEach @(
        @{ Where = 'list'; Id = 'RequiredFieldMissing'; More = @{ SearchLocation = 'LIST' } }
        @{ Where = 'campaign'; Id = 'RequiredFieldMissing'; More = @{ SearchLocation = 'campaign' } }
        @{ Where = 'list'; Id = 'InvalidSearch'; More = @{ SearchLocation = 'LIST'; SearchListId = 98 } }
        @{ Where = 'list'; Id = 'InvalidSearch'; More = @{ SearchLocation = 'LIST'; SearchListId = 7 } }
    ) {
        $null = Assert-Refused $Id { Set-VicidialLead @byNumber @More -City Tampa -ErrorAction Stop }
        $null = Assert-Refused $Id { Set-VicidialLead 1005 @More -City Tampa -ErrorAction Stop }
    }

    It 'is searched in one list, and in the whole system' {
        @(Set-VicidialLead @byNumber -SearchLocation LIST -SearchListId 101 -City Tampa).LeadId | Should -Be $without
        @(Set-VicidialLead @byNumber -SearchLocation SYSTEM -City Ocala).Count | Should -Be 4
    }

    It 'without a lead creates one in the list of -ListId' {
        $added = Set-VicidialLead -SearchMethod PHONE_NUMBER -PhoneNumber 7275552093 -MaximumMatch 1 -InsertIfNotFound -PhoneCode 1 -ListId 103 -FirstName Una
        (Read-Lead $added.LeadId).ListId | Should -Be 103
        $added = Set-VicidialLead -SearchMethod PHONE_NUMBER -PhoneNumber 7275552094 -MaximumMatch 1 -InsertIfNotFound -PhoneCode 1 -SearchListId 102 -FirstName Una
        (Read-Lead $added.LeadId).ListId | Should -Be 102
    }
}

Describe 'Custom fields' {
    It 'are not used as API fields: <Name>' -ForEach @(
        @{ Name = 'a removal'; Change = { Set-VicidialLead 1006 -CustomField @{ delete_lead = 'Y' } -ErrorAction Stop } }
        @{ Name = 'another function'; Change = { Set-VicidialLead 1006 -CustomField @{ function = 'version' } -ErrorAction Stop } }
        @{ Name = 'the login'; Change = { Set-VicidialLead 1006 -CustomField @{ User = 'else' } -ErrorAction Stop } }
        @{ Name = 'a field of the lead'; Change = { Add-VicidialLead 7275552095 -ListId 102 -CustomField @{ list_id = '101' } -ErrorAction Stop } }
        @{ Name = 'the password'; Change = { Add-VicidialLead 7275552095 -ListId 102 -CustomField @{ pass = 'else' } -ErrorAction Stop } }
    ) {
        $failure = Assert-Refused ReservedField $Change
        $failure.CategoryInfo.Category | Should -Be 'InvalidArgument'
    }

    It 'have labels and values that the dialer accepts: <Id>' -ForEach @(
        @{ Id = 'InvalidCustomField'; Change = { Set-VicidialLead 1011 -CustomField @{ 'fav color' = 'blue' } -ErrorAction Stop } }
        @{ Id = 'FieldNotClearable'; Change = { Set-VicidialLead 1011 -CustomField @{ fav_color = '--BLANK--' } -ErrorAction Stop } }
        @{ Id = 'FieldNotClearable'; Change = { Add-VicidialLead 7275552095 -ListId 102 -CustomField @{ fav_color = '--BLANK--' } -ErrorAction Stop } }
    ) {
        $null = Assert-Refused $Id $Change
    }

    It 'are cleared by an empty value' {
        if ($isOld) {
            Assert-TooOld { Set-VicidialLead 1011 -CustomField @{ fav_color = '' } }
            return
        }
        $null = Set-VicidialLead 1011 -CustomField @{ fav_color = 'teal' }
        (Get-VicidialLead 1011 -FieldName fav_color -IncludeCustomField).Value | Should -Be 'teal'
        $null = Set-VicidialLead 1011 -CustomField @{ fav_color = '' }
        (Get-VicidialLead 1011 -FieldName fav_color -IncludeCustomField).Value | Should -BeNullOrEmpty
    }

    It 'are read from a spreadsheet without the columns that the dialer sets, with one warning' {
        $rows = 'phone_number,user,Status,lead_id,fav_color', '7275552096,2001,NEW,5,red', '7275552097,2002,,6,blue' | ConvertFrom-Csv
        $added = @($rows | Add-VicidialLead -ListId 102 -CustomFieldFromInput -WarningVariable warned -WarningAction SilentlyContinue)
        $added.Count | Should -Be 2
        $added.CustomFieldsStored | Should -Be ($isOld ? @($null, $null) : @($true, $true))
        # The oldest release cannot show them, and a second warning says so.
        @($warned).Count | Should -Be ($isOld ? 2 : 1)
        "$warned" | Should -BeLike '*user, Status, lead_id*dialer sets*'
        $sent = Get-LastField add_lead
        $sent.Keys | Should -Not -Contain 'lead_id'
        $sent.Keys | Should -Not -Contain 'Status'
        $world.Leads.Find($added[1].LeadId).CustomValues['fav_color'] | Should -Be 'blue'
    }
}

Describe 'A batch of leads' {
    It 'is rejected if the dialer would leave out a part of the change: <Name>' -ForEach @(
        @{ Name = '-PhoneNumber'; More = @{ PhoneNumber = '7275559999' } }
        @{ Name = '-SearchMethod'; More = @{ SearchMethod = 'PHONE_NUMBER' } }
        @{ Name = '-InsertIfNotFound'; More = @{ InsertIfNotFound = $true } }
        @{ Name = '-EntryListId'; More = @{ EntryListId = 102 } }
        @{ Name = '-AlternatePhone'; More = @{ AlternatePhone = '7275551212_1_work' } }
        @{ Name = '-MaximumMatch'; More = @{ MaximumMatch = 5 } }
    ) {
        $failure = Assert-Refused InvalidBatch { 1017, 1018 | Set-VicidialLead -Status XFER @More -BatchSize 10 -ErrorAction Stop }
        "$failure" | Should -BeLike "*$Name*"
        $failure.CategoryInfo.Category | Should -Be 'InvalidArgument'
    }

    It 'accepts a flag that is off' {
        if ($isOld) {
            Assert-TooOld { 1017 | Set-VicidialLead -Status XFER -InsertIfNotFound:$false -BatchSize 10 }
            return
        }
        (1017 | Set-VicidialLead -Status XFER -InsertIfNotFound:$false -BatchSize 10).LeadId | Should -Be 1017
    }

    It 'accepts leads from <Name>, like a single lead' -ForEach @(
        @{ Name = 'a table'; Leads = { @{ LeadId = 1017 } }; Map = @{} }
        @{ Name = 'a column of another name'; Leads = { [pscustomobject]@{ Id = '1017' } }; Map = @{ Id = 'LeadId' } }
        @{ Name = 'a text with a blank'; Leads = { '1017 ' }; Map = @{} }
        @{ Name = 'a row of a sheet'; Leads = { 'lead_id,status', '1017,NEW' | ConvertFrom-Csv }; Map = @{} }
        @{ Name = 'a number'; Leads = { 1017 }; Map = @{} }
    ) {
        if ($isOld) {
            Assert-TooOld { & $Leads | Set-VicidialLead -Status CALLBK -Map $Map -BatchSize 10 }
            return
        }
        (& $Leads | Set-VicidialLead -Status CALLBK -Map $Map -BatchSize 10).LeadId | Should -Be 1017
        (Get-LastField batch_update_lead).lead_ids | Should -Be '1017'
        if ($Map.Count -eq 0) {
            $null = & $Leads | Add-VicidialHopperLead -ErrorAction SilentlyContinue
            (Get-LastField hopper_bulk_insert).lead_ids | Should -Be '1017'
        }
    }

    It 'writes an error for an input without a lead, and changes the others' {
        if ($isOld) {
            Assert-TooOld { [pscustomobject]@{ LeadId = 1017 } | Set-VicidialLead -Status NEW -BatchSize 10 }
            return
        }
        $rows = [pscustomobject]@{ LeadId = $null }, [pscustomobject]@{ LeadId = 'x1' }, [pscustomobject]@{ LeadId = 1017 }
        $result = $rows | Set-VicidialLead -Status NEW -BatchSize 10 -ErrorVariable failed -ErrorAction SilentlyContinue
        $result.LeadId | Should -Be 1017
        $failed | ForEach-Object { Get-Id $_ } | Should -Be 'Vicidial.RequiredFieldMissing', 'Vicidial.InvalidNumber'
        $null = $rows[0, 1] | Add-VicidialHopperLead -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed | ForEach-Object { Get-Id $_ } | Should -Be 'Vicidial.RequiredFieldMissing', 'Vicidial.InvalidNumber'
        $null = Add-VicidialHopperLead -5, 1017 -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].TargetObject | Should -Be -5
        (Get-LastField hopper_bulk_insert).lead_ids | Should -Be '1017'
    }

    It 'with one rejected lead counts as rejected' {
        $journal = Join-Path ([IO.Path]::GetTempPath()) "vicidial-$([guid]::NewGuid()).jsonl"
        try {
            $summary = 999999 | Set-VicidialLead -Status NEW -BatchSize 5 -JournalPath $journal -Summary -ErrorAction SilentlyContinue
            # The oldest release has no batches.
            $summary.$($isOld ? 'NotDone' : 'Refused') | Should -Be 1
            $summary.Done | Should -Be 0
        } finally {
            Remove-Item $journal* -ErrorAction SilentlyContinue
        }
    }

    It 'whose login is refused does not end the batches of other connections: <Name>' -ForEach @(
        @{ Name = 'changes'; Change = { $input | Set-VicidialLead -Status NEW -BatchSize 5 @quiet } }
        @{ Name = 'the hopper'; Change = { $input | Add-VicidialHopperLead @quiet } }
    ) {
        $quiet = @{ ErrorVariable = 'script:failed'; ErrorAction = 'SilentlyContinue' }
        $wrong = [pscredential]::new($dialer.Credential.UserName, [Net.NetworkCredential]::new('', 'wrong').SecurePassword)
        Connect-VicidialServer -Uri $dialer.Uri -Credential $wrong -Name bad -SkipLoginCheck -NoDefault
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name two -NoDefault
        try {
            $rows = foreach ($lead in 1030, 1031, 1032) { foreach ($name in 'bad', 'two') { [pscustomobject]@{ LeadId = $lead; ConnectionName = $name } } }
            $result = @($rows | & $Change)
            if ($isOld) {
                $result | Should -BeNullOrEmpty
                $failed | ForEach-Object { Get-Id $_ } | Sort-Object -Unique | Should -Be 'Vicidial.DialerTooOld', 'Vicidial.LoginIncorrect'
                return
            }
            $result.LeadId | Sort-Object | Should -Be 1030, 1031, 1032
            $result.ConnectionName | Select-Object -Unique | Should -Be 'two'
            $failed.Count | Should -Be 1
            Get-Id $failed[0] | Should -Be 'Vicidial.LoginIncorrect'
        } finally {
            Disconnect-VicidialServer bad, two
        }
    }
}

Describe 'Input that names no lead' {
    It 'is rejected before anything is sent: <Name>' -ForEach @(
        @{ Name = 'Remove-VicidialLead'; Change = { $nobody | Remove-VicidialLead -Force -ErrorAction Stop } }
        @{ Name = 'Remove-VicidialCallback'; Change = { $nobody | Remove-VicidialCallback -Force -ErrorAction Stop } }
        @{ Name = 'Remove-VicidialHopperLead'; Change = { $nobody | Remove-VicidialHopperLead -Force -ErrorAction Stop } }
        @{ Name = 'Set-VicidialCallback'; Change = { $nobody | Set-VicidialCallback -CallbackTime '2027-01-01 10:00' -ErrorAction Stop } }
        @{ Name = 'Set-VicidialLead'; Change = { $nobody | Set-VicidialLead -Status NEW -ErrorAction Stop } }
        @{ Name = 'Set-VicidialLead -BatchSize'; Change = { $nobody | Set-VicidialLead -Status NEW -BatchSize 5 -ErrorAction Stop } }
        @{ Name = 'Add-VicidialHopperLead'; Change = { $nobody | Add-VicidialHopperLead -ErrorAction Stop } }
        @{ Name = 'Restore-VicidialLead'; Change = { $nobody | Restore-VicidialLead -ErrorAction Stop } }
    ) {
        $nobody = [pscustomobject]@{ LeadId = $null; Status = 'NEW' }
        $failure = Assert-Refused RequiredFieldMissing $Change
        $failure.TargetObject.Status | Should -Be 'NEW'
    }
}

Describe 'A change that changes nothing' {
    It 'is rejected: <Name>' -ForEach @(
        @{ Name = 'a place to look'; Change = { Set-VicidialLead 1104 -SearchLocation LIST -SearchListId 102 -ErrorAction Stop } }
        @{ Name = 'the archive'; Change = { Set-VicidialLead 900001 -Archived -ErrorAction Stop } }
        @{ Name = 'a number to look for'; Change = { Set-VicidialLead -SearchMethod PHONE_NUMBER -PhoneNumber 7275551014 -MaximumMatch 5 -ErrorAction Stop } }
        @{ Name = 'a batch'; Change = { 1104 | Set-VicidialLead -ListExistsCheck -BatchSize 5 -ErrorAction Stop } }
    ) {
        $null = Assert-Refused NothingToUpdate $Change
    }
}

Describe 'Several additional numbers' {
    It 'are joined as by the parameter, if <Name>' -ForEach @(
        @{ Name = 'they are an array of an object'; Row = { [pscustomobject]@{ PhoneNumber = '7275552101'; AlternatePhone = @('7275551214_1_a', '7275551215_1_b') } } }
        @{ Name = 'they come from JSON'; Row = { '{"PhoneNumber":"7275552101","AlternatePhone":["7275551214_1_a","7275551215_1_b"]}' | ConvertFrom-Json } }
        @{ Name = 'they are in a table'; Row = { @{ PhoneNumber = '7275552101'; AlternatePhone = @('7275551214_1_a', '7275551215_1_b') } } }
    ) {
        (& $Row | Add-VicidialLead -ListId 101).AlternatePhoneCount | Should -Be 2
        (Get-LastField add_lead).multi_alt_phones | Should -Be '7275551214_1_a!7275551215_1_b'
    }
}

Describe 'A number outside of its range' {
    It 'is rejected: <Name>' -ForEach @(
        @{ Name = 'a priority'; Change = { 1017 | Add-VicidialHopperLead -HopperPriority 200 -ErrorAction Stop } }
        @{ Name = 'a priority of a new lead'; Change = { Add-VicidialLead 7275552102 -ListId 101 -AddToHopper -HopperPriority -100 -ErrorAction Stop } }
        @{ Name = 'a level'; Change = { Set-VicidialUser 1001 -UserLevel 99 -ErrorAction Stop } }
        @{ Name = 'a grade'; Change = { Set-VicidialUser 1001 -CampaignGrade 50 -ErrorAction Stop } }
        @{ Name = 'a cell'; Change = { [pscustomobject]@{ User = '1001'; CampaignRank = '-10' } | Set-VicidialUser -FromInput -ErrorAction Stop } }
    ) {
        $failure = Assert-Refused ValueOutOfRange $Change
        $failure.CategoryInfo.Category | Should -Be 'InvalidArgument'
        "$failure" | Should -Match 'between -?\d+ and \d+'
    }
}
