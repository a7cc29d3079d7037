param([string] $Release = '2.14-202')

BeforeAll {
    $dialer = Start-VicidialSimulator -Release $Release
    Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name floor
    Import-Module (Join-Path $PSScriptRoot Releases.psm1) -Force -ArgumentList $dialer, $Release
    $files = Join-Path $PSScriptRoot 'Input'
    function Clear-Sent { $null = Get-VicidialSimulatorRequest -Clear }
    function Get-Sent([string] $Function = 'add_lead') { Get-VicidialSimulatorRequest $Function | ForEach-Object Fields }
    $quiet = @{ WarningAction = 'SilentlyContinue'; WarningVariable = 'warned'; ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failed' }
}

AfterAll {
    Disconnect-VicidialServer floor
    Stop-VicidialSimulator
}

Describe 'A phone number' {
    BeforeEach { Clear-Sent }

    It 'of a spreadsheet loses its zeros after the decimal point, in <Function>' -ForEach @(
        @{ Function = 'add_lead'; Field = 'phone_number'; Run = { param($rows) $rows | Add-VicidialLead -ListId 101 } }
        @{ Function = 'add_dnc_phone'; Field = 'phone_number'; Run = { param($rows) $rows | Add-VicidialDncNumber } }
        @{ Function = 'delete_dnc_phone'; Field = 'phone_number'; Run = { param($rows) $rows | Remove-VicidialDncNumber -Force } }
        @{ Function = 'phone_number_log'; Field = 'phone_number'; Run = { param($rows) $rows | Get-VicidialCallLog } }
        @{ Function = 'check_phone_number'; Field = 'phone_number'; Run = { param($rows) $rows | Test-VicidialPhoneNumber -LocalCallTime 24hours } }
    ) {
        $null = & $Run (Import-Csv (Join-Path $files float.csv)) 2>&1
        (Get-Sent $Function).$Field | Sort-Object | Should -Be '7275550142', '7275550143'
    }

    It 'with separators or zeros after the decimal point is found as it is stored' {
        $null = '727-555-0142', '7275550143.0' | Find-VicidialLead @quiet
        (Get-Sent lead_search).phone_number | Should -Be '7275550142', '7275550143'
        Clear-Sent
        $null = Get-VicidialTimeline -PhoneNumber '7275550142.0' @quiet
        (Get-VicidialSimulatorRequest).Fields.phone_number | Where-Object { $_ } | Select-Object -Unique | Should -Be '7275550142'
    }

    It 'is dialed without the decimals that a spreadsheet adds' {
        $null = Start-VicidialAgentCall 1000 -PhoneNumber '7275550142.0' @quiet
        (Get-Sent external_dial).value | Should -Be '7275550142'
        $null = Start-VicidialAgentCall 1000 -PhoneNumber '7275550142.5' @quiet
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.InvalidPhoneNumber,*'
        @(Get-Sent external_dial).Count | Should -Be 1
    }

    It 'is rejected if it is <Text>' -ForEach @(
        @{ Text = '7275550142.5' }, @{ Text = '727-555-0142/43' }, @{ Text = '55512345/55512346' }, @{ Text = '5551234,5551235' }
        @{ Text = '2026-12-24' }, @{ Text = '192.168.10.100' }, @{ Text = '7.27E+09' }
    ) {
        foreach ($add in { Add-VicidialLead $Text @quiet }, { [pscustomobject]@{ phone_number = $Text } | Add-VicidialLead @quiet }, { $Text | Add-VicidialDncNumber @quiet }) {
            $null = . $add
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.InvalidPhoneNumber,*'
        }
        Get-VicidialSimulatorRequest add_lead, add_dnc_phone -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'may have any kind of space and hyphen, and names another character by its code point' {
        (Add-VicidialLead "727$([char]0xA0)555$([char]0x2011)0151$([char]0x200B)").PhoneNumber | Should -Be '7275550151'
        $null = Add-VicidialLead "727$([char]0)5550152" @quiet
        $failed[0].Exception.Message | Should -BeLike '*U+0000*'
    }

    It 'is read the same way as an alternate number' {
        $null = Import-Csv (Join-Path $files alt.csv) | Add-VicidialLead -ListId 101 @quiet
        (Get-Sent).alt_phone | Sort-Object | Should -Be '7275550143', '7275550145'
        $failed.Count | Should -Be 1
        $failed[0].Exception.Message | Should -BeLike '*7.27E+09*-AltPhone*' -Because 'it has lost digits'
        $null = Add-VicidialLead 7275550160 -AlternatePhone '727-555-0161_1_work' -Address3 '(727) 555-0162' @quiet
        (Get-Sent)[-1].multi_alt_phones | Should -Be '7275550161_1_work'
        (Get-Sent)[-1].address3 | Should -Be '7275550162'
    }

    It 'of a CRM is split at its country code, and the 1 of North America is left out with one warning' {
        $null = Import-Csv (Join-Path $files e164.csv) | Add-VicidialLead -ListId 101 -ThrottleLimit 1 @quiet
        (Get-Sent).phone_number | Should -Be '7275550142', '7275550143', '7275550144'
        (Get-Sent)[0].phone_code | Should -Be '1'
        @($warned | Where-Object { "$_" -match 'North American' }).Count | Should -Be 1
        $null = Add-VicidialLead '+44 20 7946 0958' -ListId 101
        (Get-Sent)[-1].phone_code, (Get-Sent)[-1].phone_number | Should -Be '44', '2079460958'
        $null = Add-VicidialLead '+44 20 7946 0958' -PhoneCode 1 @quiet
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.PhoneCodeMismatch,*'
        $null = Add-VicidialDncNumber '+44 20 7946 0958' @quiet
        (Get-Sent add_dnc_phone).phone_number | Should -Be '2079460958'
        "$warned" | Should -BeLike '*Removed the country code from 1 value*'
    }
}

Describe 'A missing value' {
    BeforeEach { Clear-Sent }

    It 'is not given if it is <Name>' -ForEach @(
        @{ Name = '$null'; Value = $null }, @{ Name = 'DBNull'; Value = [DBNull]::Value }, @{ Name = 'blank'; Value = ' ' }
        @{ Name = 'AutomationNull'; Value = [System.Management.Automation.Internal.AutomationNull]::Value }
    ) {
        $null = [pscustomobject]@{ lead_id = 1011; city = $Value; state = 'FL' } | Set-VicidialLead -FromInput
        (Get-Sent update_lead).Keys | Should -Not -Contain 'city'
        $null = [pscustomobject]@{ phone_number = '7275550170'; city = $Value } | Add-VicidialLead
        (Get-Sent add_lead).Keys | Should -Not -Contain 'city'
        $null = Set-VicidialLead 1011 -City $Value -State FL @quiet
        if ($Name -ne 'blank') {
            (Get-Sent update_lead)[-1].Keys | Should -Not -Contain 'city'
        }
    }

    It 'of a data table counts as not given' {
        $table = [Data.DataTable]::new()
        'lead_id', 'city', 'state' | ForEach-Object { $null = $table.Columns.Add($_) }
        $null = $table.Rows.Add('1011', [DBNull]::Value, 'FL')
        $null = $table.Rows | Set-VicidialLead -FromInput @quiet
        $sent = Get-Sent update_lead
        $sent.state | Should -Be 'FL'
        $sent.Keys | Should -Not -Contain 'city'
        $warned | Should -BeNullOrEmpty
    }

    It 'of a data table counts as not given for a new user or list, too' {
        $table = [Data.DataTable]::new()
        'user', 'UserGroup', 'list_id', 'list_name', 'campaign_id', 'active', 'email', 'script' | ForEach-Object { $null = $table.Columns.Add($_, [object]) }
        $none = [DBNull]::Value
        $null = $table.Rows.Add('7781', 'AGENTS', 7781, 'Summer', 'TESTCAMP', 'N', $none, $none)
        $null = $table.Rows | New-VicidialUser -Password (ConvertTo-SecureString x1234567 -AsPlainText -Force) -UserLevel 1 -FullName Ann @quiet
        $null = $table.Rows | New-VicidialList @quiet
        (Get-Sent add_user).agent_user | Should -Be '7781'
        (Get-Sent add_user).Keys | Should -Not -Contain 'email'
        (Get-Sent add_list).list_id | Should -Be '7781'
        (Get-Sent add_list).Keys | Should -Not -Contain 'script'
    }

    It 'clears a field only with -Clear or an explicit empty text' {
        $row = [pscustomobject]@{ status = 'A' }
        $null = Set-VicidialLead 1011 -City Tampa -Status $row.statuss
        (Get-Sent update_lead).Keys | Should -Not -Contain 'status'
        $null = Set-VicidialLead 1011 -Clear City
        (Get-Sent update_lead)[-1].city | Should -Be '--BLANK--'
        $null = Set-VicidialLead 1011 -City ''
        (Get-Sent update_lead)[-1].city | Should -Be '--BLANK--'
        $null = Set-VicidialLead 1011 -City $row.citty @quiet
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.NothingToUpdate,*'
    }

    It 'counts as not given if it has only invisible characters' {
        $null = [pscustomobject]@{ lead_id = 1011; city = "$([char]0x200B)$([char]0xFEFF) $([char]0xA0)"; state = 'FL' } | Set-VicidialLead -FromInput
        (Get-Sent update_lead).Keys | Should -Not -Contain 'city'
    }

    It 'and a value for the same field contradict each other' {
        $null = Set-VicidialLead 1011 -Clear City -City Tampa @quiet
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.InvalidClear,*'
        Get-VicidialSimulatorRequest update_lead -ErrorAction Ignore | Should -BeNullOrEmpty
        $null = [pscustomobject]@{ lead_id = 1011; city = 'Tampa' } | Set-VicidialLead -FromInput -Clear City
        (Get-Sent update_lead).city | Should -Be '--BLANK--' -Because 'a parameter overrides a column'
    }

    It 'cannot be an object or several values, which are rejected with their column' {
        foreach ($cell in @{ name = 'Tampa' }, [pscustomobject]@{ name = 'Tampa' }, @('Tampa', 'Miami')) {
            $null = [pscustomobject]@{ phone_number = '7275550171'; city = $cell } | Add-VicidialLead @quiet
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.InvalidCell,*'
            $failed[0].Exception.Message | Should -BeLike '*city*'
        }
    }

    It 'is not an object in a parameter, nor the text that PowerShell writes in place of one' {
        foreach ($change in { Add-VicidialLead 7275550171 -City @{ a = 1 } @quiet }, { Set-VicidialUser 1001 -FullName ([pscustomobject]@{ a = 1 }) @quiet },
            { Add-VicidialLead 7275550171 -ListId 102 -CustomField @{ plan_name = @{ a = 1 } } @quiet },
            { [pscustomobject]@{ phone_number = '7275550171'; city = 'System.Object[]' } | Add-VicidialLead @quiet },
            { [pscustomobject]@{ list_id = '103'; list_name = 'System.Collections.Hashtable' } | Set-VicidialList -FromInput @quiet },
            { Invoke-VicidialApi add_lead @{ phone_number = '7275550171'; city = @{ a = 1 } } -Confirm:$false @quiet }) {
            $null = . $change
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.InvalidCell,*' -Because "$change"
        }
        Get-VicidialSimulatorRequest add_lead, update_user, update_list -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'does not clear a custom field' {
        $null = Set-VicidialLead 1011 -City Tampa -CustomField @{ plan_name = $null; fav_color = [DBNull]::Value }
        (Get-Sent update_lead).Keys | Should -Not -Contain 'plan_name'
        $null = Set-VicidialLead 1011 -CustomField @{ plan_name = $row.missing } @quiet
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.NothingToUpdate,*'
        # The oldest release would also empty the others.
        if ($isOld) { Assert-TooOld { Set-VicidialLead 1011 -CustomField @{ plan_name = '' } } } else {
            $null = Set-VicidialLead 1011 -CustomField @{ plan_name = '' }
            (Get-Sent update_lead)[-1].plan_name | Should -Be ''
        }
    }

    It 'removes no in-groups from an agent' {
        $null = Set-VicidialAgentInGroup 1002 $undefined -Blended $true @quiet
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.RequiredFieldMissing,*'
        Get-VicidialSimulatorRequest change_ingroups -ErrorAction Ignore | Should -BeNullOrEmpty
        (Set-VicidialAgentInGroup 1002 @() -Blended $true).InGroups | Should -BeNullOrEmpty
    }

    It 'of a data row or a view counts as not given, and a warning names no parameter that the cmdlet lacks' {
        $table = [Data.DataTable]::new()
        'user', 'FullName', 'Email' | ForEach-Object { $null = $table.Columns.Add($_, [object]) }
        $null = $table.Rows.Add('1001', 'Ann', [DBNull]::Value)
        foreach ($rows in $table.Rows, $table.DefaultView) {
            Clear-Sent
            $null = $rows | Set-VicidialUser -FromInput @quiet
            $sent = Get-Sent update_user
            $sent.agent_full_name | Should -Be 'Ann'
            $sent.Keys | Should -Not -Contain 'email'
            $failed | Should -BeNullOrEmpty
        }
        $null = [pscustomobject]@{ user = '1001'; FullName = 'NULL' } | Set-VicidialUser -FromInput @quiet
        "$warned" | Should -BeLike '*1 value in FullName*NULL*'
        "$warned" | Should -Not -BeLike '*-BlankValue*'
    }

    It 'can be a word, which one warning counts, and which is blank with -BlankValue' {
        $rows = [pscustomobject]@{ phone_number = '7275550172'; city = 'NULL'; province = 'N/A' }, [pscustomobject]@{ phone_number = '7275550173'; city = '-'; province = 'x' }
        $null = $rows | Add-VicidialLead @quiet
        $told = @($warned | Where-Object { "$_" -match '-BlankValue' })
        $told.Count | Should -Be 1
        "$told" | Should -BeLike '*3 values in city, province*NULL*'
        $null = $rows | Add-VicidialLead -BlankValue null, 'N/A' -ThrottleLimit 1 @quiet
        (Get-Sent)[-2].Keys | Should -Not -Contain 'city'
        (Get-Sent)[-1].city | Should -Be '-'
    }
}

Describe 'The columns of a file' {
    BeforeEach { Clear-Sent }

    It 'that match nothing are reported once, with the closest parameter' {
        $summary = Import-Csv (Join-Path $files headings.csv) | Add-VicidialLead -ListId 101 -ValidateOnly -Summary @quiet
        @($warned).Count | Should -Be 1
        "$warned" | Should -BeLike '*First Name (did you mean FirstName?)*Zip Code*Lead Source*Comment (did you mean Comments?)*'
        $summary.UnusedColumns | Should -Be 'First Name', 'Last Name', 'Zip Code', 'Lead Source', 'Comment'
        $summary.Valid | Should -Be 2
        $null = [pscustomobject]@{ phone_number = '7275550180'; fist_name = 'Ada' } | Add-VicidialLead @quiet
        "$warned" | Should -BeLike '*fist_name (did you mean FirstName?)*'
    }

    It 'that set the same parameter are reported once, and -Map overrides a matching name' {
        $rows = 1..2 | ForEach-Object { [pscustomobject]@{ phone_number = "727555018$_"; Mobile = "727555028$_"; FirstName = 'Ada'; first_name = 'Eva' } }
        $null = $rows | Add-VicidialLead -Map @{ Mobile = 'PhoneNumber' } -ThrottleLimit 1 @quiet
        (Get-Sent).phone_number | Should -Be '7275550281', '7275550282'
        (Get-Sent).first_name | Should -Be 'Ada', 'Ada'
        @($warned).Count | Should -Be 1
        "$warned" | Should -BeLike '*phone_number and Mobile both set PhoneNumber*first_name and FirstName both set FirstName*'
    }

    It 'that -Map names must be in the rows, or there is a warning' {
        $null = [pscustomobject]@{ phone_number = '7275550181' } | Add-VicidialLead -Map @{ Phone = 'PhoneNumber' } @quiet
        "$warned" | Should -BeLike '*-Map names columns that no row has: Phone.*phone_number*'
    }

    It 'have a key, or the load stops with one error' {
        { Import-Csv (Join-Path $files semi.csv) | Add-VicidialLead -ListId 101 } | Should -Throw -ErrorId 'Vicidial.KeyColumnMissing,*' -PassThru |
            ForEach-Object { $_.Exception.Message } | Should -BeLike '*phone_number;first_name;last_name*-Delimiter*'
        $rows = 1..1000 | ForEach-Object { [pscustomobject]@{ telephone = "72755$_" } }
        { $rows | Add-VicidialLead -ListId 101 } | Should -Throw -ErrorId 'Vicidial.KeyColumnMissing,*' -PassThru |
            ForEach-Object { $_.Exception.Message } | Should -BeLike '*first 10 rows*'
        Get-VicidialSimulatorRequest add_lead -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'without the key are reported one at a time if an earlier row has it' {
        $rows = @([pscustomobject]@{ phone_number = '7275550181' }) + (1..12 | ForEach-Object { [pscustomobject]@{ telephone = "72755$_" } })
        $added = @($rows | Add-VicidialLead @quiet)
        $added.Count | Should -Be 1
        $failed.FullyQualifiedErrorId | Should -Be (@('Vicidial.RequiredFieldMissing,VicidialPS.Commands.Leads.AddLeadCommand') * 12)
    }

    It 'are more than one, or the file was read with the wrong delimiter: <Name>' -ForEach @(
        @{ Name = 'Set-VicidialUser'; Header = 'user;full_name'; Run = { $input | Set-VicidialUser -FromInput } }
        @{ Name = 'Set-VicidialCampaign'; Header = "campaign_id`tcampaign_name"; Separator = "`t"; Run = { $input | Set-VicidialCampaign -FromInput } }
        @{ Name = 'Clear-VicidialList'; Header = 'list_id|list_name'; Separator = '|'; Run = { $input | Clear-VicidialList -Force } }
        @{ Name = 'Find-VicidialLead'; Header = 'Phone Number;First Name'; Run = { $input | Find-VicidialLead } }
        @{ Name = 'Get-VicidialLoggedInAgent'; Header = 'campaign_id;x'; Run = { $input | Get-VicidialLoggedInAgent } }
    ) {
        $between = if ($Separator) { $Separator } else { ';' }
        $rows = 1..3 | ForEach-Object { [pscustomobject]@{ $Header = "100$_${between}x" } }
        { $rows | & $Run } | Should -Throw -ErrorId 'Vicidial.KeyColumnMissing,*' -PassThru | ForEach-Object { $_.Exception.Message } | Should -BeLike '*-Delimiter*'
        Get-VicidialSimulatorRequest -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'can have a separator in their own names: <Header>' -ForEach @{ Header = 'name, first' }, @{ Header = 'Mobile; private' }, @{ Header = 'a|b' } {
        $rows = 1..2 | ForEach-Object { [pscustomobject]@{ $Header = "727555035$_" } }
        $null = $rows | Add-VicidialLead -ListId 101 -Map @{ $Header = 'PhoneNumber' } -ThrottleLimit 1
        (Get-Sent).phone_number | Should -Be '7275550351', '7275550352'
        $null = $rows | Find-VicidialLead @quiet
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.NoInput,*'
        $null = [pscustomobject]@{ user = '1001'; $Header = 'Lee, Ann; x|y' } | Set-VicidialUser -FromInput -Map @{ $Header = 'FullName' } -WarningAction SilentlyContinue
        (Get-Sent update_user).agent_full_name | Should -BeLike 'Lee*'
    }

    It 'are found after a byte-order mark' {
        $lead = Import-Csv (Join-Path $files semi.csv) -Delimiter ';' | Add-VicidialLead -ListId 101
        $lead.PhoneNumber | Should -Be '7275550306'
    }

    It 'of the dialer''s own list download are all loaded' {
        $rows = Import-Csv (Join-Path $files list-download.txt) -Delimiter "`t" -Encoding utf8
        $added = @($rows | Add-VicidialLead -ListId 101 -ThrottleLimit 1 @quiet)
        $failed | Should -BeNullOrEmpty
        $added.Count | Should -Be 5
        $sent = Get-Sent
        foreach ($field in 'entry_list_id', 'lead_id', 'status', 'called_count') {
            $sent.Keys | Should -Not -Contain $field
        }
        $sent[1].Keys | Should -Not -Contain 'date_of_birth'
        @($warned | Where-Object { "$_" -match 'entry_list_id' }).Count | Should -Be 1
        $null = $rows[0] | Add-VicidialLead -ListId 101 -EntryListId 102 @quiet
        (Get-Sent)[-1].entry_list_id | Should -Be '102'
    }

    It 'can be the properties of a lead of another dialer, without the list of its custom fields' {
        $null = Get-VicidialLead 1270 | Add-VicidialLead -ListId 101 @quiet
        $failed | Should -BeNullOrEmpty
        (Get-Sent).Keys | Should -Not -Contain 'entry_list_id'
    }

    It 'are used by Set-VicidialLead with -FromInput, as its error says' {
        [pscustomobject]@{ lead_id = 1011; city = 'Tampa' } | Set-VicidialLead @quiet
        $failed[0].Exception.Message | Should -BeLike '*City*-FromInput*'
    }
}

Describe 'Dates, flags and numbers' {
    BeforeEach { Clear-Sent }

    It 'mean the same if they are typed, piped, or in a column' {
        $null = Set-VicidialList 101 -Active N @quiet
        (Get-Sent update_list).active | Should -Be 'N'
        $null = [pscustomobject]@{ list_id = '101.0'; active = 'no' } | Set-VicidialList -FromInput @quiet
        (Get-Sent update_list)[-1].active | Should -Be 'N'
        (Get-Sent update_list)[-1].list_id | Should -Be '101'
        $null = Add-VicidialLead 7275550190 -Rank '5.0' -DateOfBirth '1980-02-29'
        (Get-Sent).rank, (Get-Sent).date_of_birth | Should -Be '5', '1980-02-29'
        { Add-VicidialLead 7275550191 -Rank 5.5 } | Should -Throw '*5.5*whole number*'
        { Add-VicidialLead 7275550191 -DateOfBirth 12/24/45 } | Should -Throw '*four digits*'
    }

    It 'are flags if they are 1 or 0, as text and as numbers of any type' {
        foreach ($yes in 1, 1L, 1.0, 1.00d, '1', '1.0') {
            $null = [pscustomobject]@{ list_id = 101; active = $yes } | Set-VicidialList -FromInput
            @(Get-Sent update_list)[-1].active | Should -Be 'Y' -Because "$yes is $($yes.GetType())"
        }
        $null = [pscustomobject]@{ list_id = 101; active = 0 } | Set-VicidialList -FromInput
        @(Get-Sent update_list)[-1].active | Should -Be 'N'
        $null = Set-VicidialList 101 -Active 0
        @(Get-Sent update_list)[-1].active | Should -Be 'N'
        foreach ($other in 2, 0.5, '2.0', -1) {
            $null = [pscustomobject]@{ list_id = 101; active = $other } | Set-VicidialList -FromInput @quiet
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.InvalidFlag,*' -Because "$other"
        }
    }

    It 'of a spreadsheet lose the zeros after the decimal point if the dialer would drop the point' {
        $null = [pscustomobject]@{ phone_number = '7275550190'; phone_code = '1.0'; postal_code = '02134.00'; vendor_lead_code = '77.0' } | Add-VicidialLead @quiet
        (Get-Sent).postal_code, (Get-Sent).phone_code, (Get-Sent).vendor_lead_code | Should -Be '02134', '1', '77.0'
        $null = [pscustomobject]@{ user = '1001.0'; UserLevel = '2.0' } | Set-VicidialUser -FromInput
        (Get-Sent update_user).agent_user, (Get-Sent update_user).agent_user_level | Should -Be '1001', '2'
        $null = [pscustomobject]@{ list_id = '103'; outbound_cid = '7275551212.0' } | Set-VicidialList -FromInput
        (Get-Sent update_list).outbound_cid | Should -Be '7275551212'
        $null = Add-VicidialLead 7275550190 -PostalCode 33601.5 @quiet
        "$warned" | Should -BeLike "*'336015'*'33601.5'*"
    }

    It 'that are true or false are flags, and nothing else' {
        $null = [pscustomobject]@{ list_id = '101'; active = $false } | Set-VicidialList -FromInput
        (Get-Sent update_list).active | Should -Be 'N'
        Clear-Sent
        foreach ($cell in @{ city = $true }, @{ rank = $true }, @{ alt_phone = $false }, @{ vendor_lead_code = $false }, @{ gender = $true }, @{ date_of_birth = $true }) {
            $null = [pscustomobject](@{ phone_number = '7275550190' } + $cell) | Add-VicidialLead @quiet
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.InvalidCell,*' -Because "$($cell.Keys)"
        }
        $null = Add-VicidialLead 7275550190 -ListId 102 -CustomField @{ plan_name = $true } @quiet
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.InvalidCell,*'
        Get-VicidialSimulatorRequest add_lead -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'in a text field are written the same if they are typed or in a column' {
        $date = [datetime] '2026-12-24 05:06'
        $null = Add-VicidialLead 7275550196 -Comments $date
        $null = [pscustomobject]@{ phone_number = '7275550196'; comments = $date } | Add-VicidialLead
        (Get-Sent).comments | Should -Be '2026-12-24 05:06:00', '2026-12-24 05:06:00'
        $null = Add-VicidialLead 7275550196 -DateOfBirth ([datetime] '1980-02-29')
        (Get-Sent)[-1].date_of_birth | Should -Be '1980-02-29'
    }

    It 'are not true or false where text or a number is expected, typed and piped' {
        foreach ($change in { Add-VicidialLead 7275550190 -City $true }, { Add-VicidialLead $true }, { Set-VicidialUser 1001 -FullName $false }, { Clear-VicidialList $true -Force },
            { Add-VicidialLead 7275550190 -Rank $true }, { Suspend-VicidialAgent $true }, { Find-VicidialLead 7275550190, $true }, { Get-VicidialTimeline -LeadId $true }) {
            $change | Should -Throw -ErrorId 'ParameterArgumentTransformationError,*' -Because "$change"
        }
        foreach ($change in { $true | Suspend-VicidialAgent @quiet }, { [pscustomobject]@{ User = $true } | Suspend-VicidialAgent @quiet }, { $true | Clear-VicidialList -Force @quiet }, { $true | Add-VicidialDncNumber @quiet }) {
            $failed = $null
            try { $null = . $change } catch { $failed = $_ }
            $failed | Should -Not -BeNullOrEmpty -Because "$change"
        }
        Get-VicidialSimulatorRequest -ErrorAction Ignore | Should -BeNullOrEmpty
        $null = Set-VicidialList 101 -Active $true
        (Get-Sent update_list).active | Should -Be 'Y'
    }

    It 'of birth have four digits of year, and are not in the future' {
        $null = Import-Csv (Join-Path $files dob.csv) | Add-VicidialLead -ListId 101 @quiet
        $failed.Count | Should -Be 1
        $failed[0].Exception.Message | Should -BeLike '*12/24/45*four digits*'
        (Get-Sent).Keys | Should -Not -Contain 'date_of_birth'
        $null = [pscustomobject]@{ phone_number = '7275550192'; date_of_birth = '2045-12-24' } | Add-VicidialLead @quiet
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.InvalidDate,*'
        $null = Add-VicidialLead 7275550192 -DateOfBirth 2045-12-24 @quiet
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.InvalidDate,*'
        foreach ($day in '0045-12-24', [datetime]::MinValue) {
            $null = [pscustomobject]@{ phone_number = '7275550192'; date_of_birth = $day } | Add-VicidialLead @quiet
            $failed[0].Exception.Message | Should -BeLike '*before the year 1850*'
        }
    }

    It 'of a spreadsheet are not dates if they are day numbers' {
        foreach ($day in 29214, 29214.0, '29214') {
            $null = [pscustomobject]@{ phone_number = '7275550194'; date_of_birth = $day } | Add-VicidialLead @quiet
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.InvalidDate,*'
        }
        Get-VicidialSimulatorRequest add_lead -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'are rejected if the dialer would store a different one' {
        foreach ($change in { Add-VicidialLead 7275550193 -Rank 32768 @quiet }, { Set-VicidialLead 1011 -Rank 32768 @quiet }, { [pscustomobject]@{ phone_number = '7275550193'; rank = '40000' } | Add-VicidialLead @quiet },
            { Set-VicidialLead 1011 -CalledCount 65536 @quiet }, { Add-VicidialLead 7275550193 -AddToHopper -HopperPriority 100 @quiet }) {
            $null = . $change
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.ValueOutOfRange,*'
        }
    }
}

Describe 'Text in the wrong encoding' {
    BeforeEach { Clear-Sent }

    It 'is rejected, or loaded with -Force: <Text>' -ForEach @{ Text = "Jos$([char]0xFFFD)" }, @{ Text = "Jos$([char]0xC3)$([char]0xA9)" }, @{ Text = "J`0o`0s`0" } {
        $null = [pscustomobject]@{ phone_number = '7275550195'; comments = $Text } | Add-VicidialLead @quiet
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.WrongEncoding,*'
        $failed[0].Exception.Message | Should -BeLike '*Import-Csv -Encoding*'
        $null = [pscustomobject]@{ phone_number = '7275550195'; comments = $Text } | Add-VicidialLead -Force @quiet
        @(Get-Sent).Count | Should -Be 1
        "$warned" | Should -BeLike '*wrong encoding*'
        $null = [pscustomobject]@{ lead_id = 1011; comments = $Text } | Set-VicidialLead -FromInput -Force @quiet
        @(Get-Sent update_lead).Count | Should -Be 1
        "$warned" | Should -BeLike '*wrong encoding*'
    }
}

Describe 'A file in UTF-16 without a byte-order mark' {
    BeforeEach { Clear-Sent }

    It 'is rejected with the encoding to try, and nothing is sent: <Name>, big-endian: <IsBigEndian>' -ForEach @(
        foreach ($end in $false, $true) {
            @{ IsBigEndian = $end; Name = 'Add-VicidialLead'; Header = 'phone_number,first_name'; Run = { $input | Add-VicidialLead -ListId 101 } }
            @{ IsBigEndian = $end; Name = 'Add-VicidialDncNumber'; Header = 'phone_number'; Run = { $input | Add-VicidialDncNumber } }
            @{ IsBigEndian = $end; Name = 'Find-VicidialLead'; Header = 'phone_number,first_name'; Run = { $input | Find-VicidialLead } }
            @{ IsBigEndian = $end; Name = 'Set-VicidialUser'; Header = 'user,full_name'; Run = { $input | Set-VicidialUser -FromInput } }
            @{ IsBigEndian = $end; Name = 'Get-VicidialLoggedInAgent'; Header = 'campaign_id,x'; Run = { $input | Get-VicidialLoggedInAgent } }
        }
    ) {
        $file = Join-Path $TestDrive utf16.csv
        [IO.File]::WriteAllBytes($file, [Text.UnicodeEncoding]::new($IsBigEndian, $false).GetBytes("$Header`r`n7275550361,Ann`r`n7275550362,Bob`r`n"))
        { Import-Csv $file -Encoding utf8 | & $Run } | Should -Throw -ErrorId 'Vicidial.WrongEncoding,*' -PassThru |
            ForEach-Object { $_.ErrorDetails.RecommendedAction + $_.Exception.Message } | Should -BeLike '*Import-Csv -Encoding*Unicode*'
        Get-VicidialSimulatorRequest -ErrorAction Ignore | Should -BeNullOrEmpty
    }
}

Describe 'Letters beyond ASCII' {
    BeforeAll {
        $jose = "Jos$([char]0xE9)"
        $arabic = -join [char[]](0x645, 0x62D, 0x645, 0x62F)
        $curly = "O$([char]0x2019)Neil"
    }

    It 'may be changed as long as the dialer has not shown whether it keeps them' {
        $null = Add-VicidialLead 7275550371 -ListId 101 -FirstName $jose @quiet
        "$warned" | Should -BeLike "The dialer may store 'Jos'*if it runs in ASCII mode*"
        $null = Add-VicidialLead 7275550371 -ListId 101 -FirstName $curly @quiet
        "$warned" | Should -BeLike "The dialer stores 'ONeil'*"
        $null = Add-VicidialLead 7275550371 -ListId 101 -FirstName "$jose & co" @quiet
        "$warned" | Should -BeLike "The dialer stores '$jose  co'*or 'Jos  co' if it runs in ASCII mode*"
    }

    It 'are known after a response has shown whether the dialer keeps them: <KeepsLetters>' -ForEach @(
        @{ KeepsLetters = $true; First = $null; Last = "The dialer stores 'ONeil $([char]0xE9)'*It changes $([char]0x2019)."; Name = "Jos$([char]0xE9)" }
        @{ KeepsLetters = $false; First = "The dialer stores 'Jos' for*It changes $([char]0xE9)."; Last = "The dialer stores 'ONeil '*It changes $([char]0x2019) $([char]0xE9)."; Name = 'Jos' }
    ) {
        $other = Start-VicidialSimulator -Scenario @{ Extend = $true; Generation = $Release; Settings = @{ UseNonLatin = $KeepsLetters } }
        Connect-VicidialServer -Uri $other.Uri -Credential $other.Credential -Name other -NoDefault
        try {
            $new = New-VicidialUser 7771 -Password (ConvertTo-SecureString x1234567 -AsPlainText -Force) -UserLevel 1 -FullName $jose -UserGroup AGENTS -Connection other @quiet
            "$warned" | Should -BeLike '*ASCII mode*' -Because 'no response has shown it yet'
            $new.FullName | Should -Be $Name
            (Set-VicidialUser 7771 -FullName $jose -Connection other @quiet).FullName | Should -Be $Name
            $lead = Add-VicidialLead 7275550372 -ListId 101 -FirstName $jose -City $arabic -Connection other @quiet
            if ($First) { "$($warned[0])" | Should -BeLike $First } else { $warned | Should -BeNullOrEmpty }
            $stored = if ($isOld) { (Get-World $other).Leads.Find($lead.LeadId) } else { Get-VicidialLead $lead.LeadId -Connection other }
            $stored.FirstName | Should -Be $Name
            $stored.City | Should -Be $(if ($KeepsLetters) { $arabic } else { '' })
            $null = Add-VicidialLead 7275550373 -ListId 101 -LastName "$curly $([char]0xE9)" -Connection other @quiet
            "$warned" | Should -BeLike $Last
        }
        finally {
            Disconnect-VicidialServer other
            $other | Stop-VicidialSimulator
        }
    }
}

Describe 'A result' {
    BeforeEach { Clear-Sent }

    It 'is returned before the next row is read if rows are sent one at a time' {
        $rows = 1..3 | ForEach-Object { [pscustomobject]@{ phone_number = "727555020$_"; vendor_lead_code = "V$_" } }
        $pairs = $rows | ForEach-Object { $_ } -PipelineVariable row | Add-VicidialLead -ListId 101 -ThrottleLimit 1 | ForEach-Object { "$($row.vendor_lead_code) $($_.VendorLeadCode) $($_.PhoneNumber)" }
        $pairs | Should -Be 'V1 V1 7275550201', 'V2 V2 7275550202', 'V3 V3 7275550203'
    }

    It 'contains its row with -IncludeInput' {
        $rows = 1..4 | ForEach-Object { [pscustomobject]@{ phone_number = "727555021$_"; own_key = "K$_" } }
        $results = $rows | Add-VicidialLead -ListId 101 -IncludeInput @quiet
        $results.InputObject.own_key | Should -Be 'K1', 'K2', 'K3', 'K4'
        $results.PhoneNumber | Should -Be $rows.phone_number
    }

    It 'is not created from a null input' {
        $undefined | Add-VicidialLead -PhoneNumber 7275550220 @quiet
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.NoInput,*'
        $undefined | Set-VicidialLead -LeadId 1011 -City Tampa @quiet
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.NoInput,*'
        Get-VicidialSimulatorRequest add_lead, update_lead -ErrorAction Ignore | Should -BeNullOrEmpty
    }
}

Describe 'The rule in about_VicidialPS_Input for <Kind>' -ForEach @(
    @{ Kind = 'Phone numbers'; Read = { param($text) $number = $null; $reason = ''; if ([Vicidial.Client.Values.PhoneNumber]::TryParse($text, [ref] $number, [ref] $reason)) { "$number" } } }
    @{ Kind = 'Dates'; Read = { param($text) $date = [datetime]::MinValue; $reason = ''; if ([Vicidial.Client.Values.DateText]::IsZero($text)) { 'no date' } elseif ([Vicidial.Client.Values.DateText]::TryParse($text, [ref] $date, [ref] $reason)) { $date.ToString('yyyy-MM-dd HH:mm:ss') } } }
    @{ Kind = 'Flags'; Read = { param($text) [Vicidial.Client.Values.FlagText]::Parse($text) } }
    @{ Kind = 'Whole numbers'; Read = { param($text) $number = ''; if ([Vicidial.Client.Values.NumberText]::TryReadWhole($text, [ref] $number)) { $number } } }
) {
    It 'matches what the module does' {
        $page = [IO.File]::ReadAllText([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'docs', 'en-US', 'about_VicidialPS_Input.md'))
        $section = [regex]::Match($page, '(?sm)^## ' + $Kind + '\r?$(.*?)^## ').Groups[1].Value
        $rows = [regex]::Matches($section, '(?m)^\| `(.+?)` \| `?(.+?)`? \|')
        $rows.Count | Should -BeGreaterThan 5
        foreach ($row in $rows) {
            $value = & $Read $row.Groups[1].Value
            $(if ($null -eq $value) { 'rejected' } else { "$value" }) | Should -Be $row.Groups[2].Value -Because "the text is '$($row.Groups[1].Value)'"
        }
    }
}

Describe 'A number that is dialed or shown' {
    BeforeEach { Clear-Sent }

    It 'is cleaned and checked like any other: -<Parameter> of <Cmdlet>' -ForEach @(
        @{ Cmdlet = 'Set-VicidialCampaign'; Parameter = 'OutboundCid'; Function = 'update_campaign'; Field = 'outbound_cid'; More = @{ CampaignId = 'TESTCAMP' } }
        @{ Cmdlet = 'Set-VicidialCampaign'; Parameter = 'TransferConferenceOne'; Function = 'update_campaign'; Field = 'xferconf_one'; More = @{ CampaignId = 'TESTCAMP' } }
        @{ Cmdlet = 'Set-VicidialList'; Parameter = 'OutboundCid'; Function = 'update_list'; Field = 'outbound_cid'; More = @{ ListId = 101 } }
        @{ Cmdlet = 'Start-VicidialAgentCall'; Parameter = 'OutboundCid'; Function = 'external_dial'; Field = 'outbound_cid'; More = @{ User = 1003; PhoneNumber = '7275550199' } }
    ) {
        foreach ($text in '(727) 555-0142', '7275550142.0', '+1 727 555 0142') {
            Clear-Sent
            $given = $More + @{ $Parameter = $text }
            if ($isOld -and $Cmdlet -eq 'Start-VicidialAgentCall') {
                # The call would have the number of the campaign.
                Assert-TooOld { & $Cmdlet @given }
                continue
            }
            $null = & $Cmdlet @given @quiet
            (Get-Sent $Function).$Field | Should -Be '7275550142'
        }
        Clear-Sent
        foreach ($text in '2026-12-24', '727-555-0142/43', '7.27555E+09', '+44 20 7946 0958') {
            $given = $More + @{ $Parameter = $text }
            $null = & $Cmdlet @given @quiet
            $failed[0].FullyQualifiedErrorId | Should -Match '^Vicidial\.Invalid(PhoneNumber|Identifier),'
        }
        Get-VicidialSimulatorRequest $Function -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'as the pattern of a DID loses what a spreadsheet adds' {
        if ($isOld) {
            Assert-TooOld { New-VicidialDid '7275550160.0' }
            return
        }
        (New-VicidialDid '7275550160.0').DidPattern | Should -Be '7275550160'
        ([pscustomobject]@{ did_pattern = '7275550161.00' } | New-VicidialDid).DidPattern | Should -Be '7275550161'
        $null = New-VicidialDid '7.27555E+09' @quiet
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.InvalidPhoneNumber,*'
        (New-VicidialDid '10.0.0').DidPattern | Should -Be '10.0.0'
    }

    It 'in Address3 is rejected if it is <Text>' -ForEach @(@{ Text = '5551234,5551235' }, @{ Text = '7275550143; 7275550144' }, @{ Text = '7.27555E+09' }) {
        $null = Add-VicidialLead 7275550142 -Address3 $Text @quiet
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.InvalidPhoneNumber,*'
    }

    It 'can have its own country code, written with a +' {
        $null = [pscustomobject]@{ phone_number = '7275550142'; phone_code = '+1' }, [pscustomobject]@{ phone_number = '+44 20 7946 0958'; phone_code = ' +44 ' } |
            Add-VicidialLead -ThrottleLimit 1 @quiet
        (Get-Sent).phone_code | Should -Be '1', '44'
        $null = [pscustomobject]@{ phone_number = '+44 20 7946 0958'; phone_code = '+1' } | Add-VicidialLead @quiet
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.PhoneCodeMismatch,*'
    }
}

Describe 'A date of birth' {
    BeforeEach { Clear-Sent }

    It 'without a day is rejected: <Text>' -ForEach @(@{ Text = '1945-12' }, @{ Text = 'December 1945' }, @{ Text = '12-1945' }, @{ Text = '1/1945' }) {
        $null = [pscustomobject]@{ phone_number = '7275550142'; date_of_birth = $Text } | Add-VicidialLead @quiet
        $failed[0].Exception.Message | Should -BeLike '*the day is missing*'
        { Add-VicidialLead 7275550142 -DateOfBirth $Text } | Should -Throw '*the day is missing*'
    }

    It 'with a time of day, as a conversion between time zones leaves it, is rejected' {
        $rows = '[{"phone_number":7275550142,"date_of_birth":"1980-02-29T23:00:00Z"},{"phone_number":7275550143,"date_of_birth":"1980-02-29T00:00:00Z"}]' | ConvertFrom-Json
        $null = $rows | Add-VicidialLead @quiet
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.InvalidDate,*'
        (Get-Sent).date_of_birth | Should -Be '1980-02-29'
    }

    It 'can be a DateOnly' {
        $day = [dateonly]'1980-02-29'
        $null = Add-VicidialLead 7275550142 -DateOfBirth $day @quiet
        $null = [pscustomobject]@{ phone_number = '7275550143'; date_of_birth = $day } | Add-VicidialLead @quiet
        (Get-Sent).date_of_birth | Should -Be '1980-02-29', '1980-02-29'
    }
}

Describe 'A variable that is null or empty' {
    BeforeEach { Clear-Sent }

    It 'is an error where it should name something: <Command>' -ForEach @(
        @{ Command = { Remove-VicidialLead $undefined -Force } }, @{ Command = { Remove-VicidialLead @() -Force } }, @{ Command = { Clear-VicidialList $undefined -Force } }
        @{ Command = { Reset-VicidialList $undefined -Force } }, @{ Command = { Clear-VicidialHopper $undefined -Force } }, @{ Command = { Add-VicidialDncNumber $undefined } }
        @{ Command = { Get-VicidialCampaign $undefined } }, @{ Command = { Get-VicidialAgentStatistic -User $undefined } }
        @{ Command = { Disconnect-VicidialServer '' } }, @{ Command = { Disconnect-VicidialServer @() } }, @{ Command = { Stop-VicidialSimulator -Simulator @() } }
    ) {
        $said = @(& $Command 2>&1)
        $said[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.NoInput,*'
        @(Get-VicidialSimulatorRequest | Where-Object Function -NE version) | Should -BeNullOrEmpty
        Get-VicidialConnection floor | Should -Not -BeNullOrEmpty
    }

    It 'in a list of values is ignored' {
        $null = Add-VicidialLead 7275550142 -AlternatePhone '7275550143', $null, '' @quiet
        (Get-Sent).multi_alt_phones | Should -Be '7275550143'
        $null = Add-VicidialLead 7275550142 -AlternatePhone $null, '' @quiet
        (Get-Sent)[-1].multi_alt_phones | Should -BeNullOrEmpty
    }

    It 'does not count as the value of a cell, and neither does the output of a command without output' {
        $nothing = [System.Management.Automation.Internal.AutomationNull]::Value
        $row = [pscustomobject]@{ phone_number = '7275550142'; first_name = $nothing; last_name = [NullString]::Value; city = 'Tampa' }
        $null = $row, @{ phone_number = '7275550143'; first_name = (& { }); city = 'Tampa' } | Add-VicidialLead -CustomField @{ color = $nothing } -ThrottleLimit 1 @quiet
        $failed | Should -BeNullOrEmpty
        foreach ($sent in Get-Sent) { $sent.Keys | Sort-Object | Where-Object { $_ -in 'first_name', 'last_name', 'city', 'color' } | Should -Be 'city' }
    }

    It 'is not a time for a callback' {
        $null = Add-VicidialLead 7275550142 -Callback -CampaignId TESTCAMP -CallbackTime $undefined @quiet
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.RequiredFieldMissing,*'
        Get-VicidialSimulatorRequest add_lead -ErrorAction Ignore | Should -BeNullOrEmpty
    }
}

Describe 'A result of Add-VicidialHopperLead' {
    It 'is returned before the next row is read, with -ThrottleLimit 1' {
        if ($isOld) {
            Assert-TooOld { 1011, 1012 | Add-VicidialHopperLead -ThrottleLimit 1 }
            return
        }
        $leads = 1..4 | ForEach-Object { Add-VicidialLead "727555017$_" -ListId 101 }
        $pairs = $leads | ForEach-Object { [pscustomobject]@{ LeadId = $_.LeadId } } -PipelineVariable row |
            Add-VicidialHopperLead -ThrottleLimit 1 -WarningAction Ignore | ForEach-Object { $row.LeadId -eq $_.LeadId }
        $pairs | Should -Be $true, $true, $true, $true
    }
}

Describe 'A suggestion for an unused column' {
    It 'is not a parameter that is less similar than one that has its own column' {
        $null = [pscustomobject]@{ phone_number = '7275550142'; first_name = 'Ada'; 'First Name' = 'Bea' } | Add-VicidialLead @quiet
        "$warned" | Should -BeLike '*First Name*'
        "$warned" | Should -Not -BeLike '*did you mean LastName*'
    }
}
