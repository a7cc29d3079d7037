# The settings of campaigns and lists: caller ID numbers, group aliases, filtered numbers, remote agents, URLs, and custom fields, and the servers
# that read them.
param([string] $Release = '2.14-202')

BeforeAll {
    $dialer = Start-VicidialSimulator -Release $Release
    Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main
    Import-Module (Join-Path $PSScriptRoot Releases.psm1) -Force -ArgumentList $dialer, $Release

    function Get-Id($Failure) {
        $Failure.FullyQualifiedErrorId -replace ',.*'
    }

    function Get-Field([string] $Function) {
        (Get-VicidialSimulatorRequest $Function)[-1].Fields
    }
}

AfterAll {
    Disconnect-VicidialServer *
    Stop-VicidialSimulator
}

Describe 'The numbers of a caller ID group' {
    It 'are added from a spreadsheet, changed, and removed' {
        if ($isOld) {
            Assert-TooOld { 'cid_group_id,areacode,outbound_cid,cid_description', 'testing_here4,415,4155551212,San Francisco' | ConvertFrom-Csv | Add-VicidialCidGroupEntry }
            return
        }
        $rows = 'cid_group_id,areacode,outbound_cid,cid_description', 'testing_here4,415,4155551212,San Francisco', 'testing_here4,415,4155551313,Oakland' | ConvertFrom-Csv
        ($rows | Add-VicidialCidGroupEntry).OutboundCid | Should -Be '4155551212', '4155551313'
        $entries = Get-VicidialCidGroupEntry testing_here4 415
        $entries.Description | Should -Be 'San Francisco', 'Oakland'
        $entries.IsActive | Should -Be $false, $false
        (Set-VicidialCidGroupEntry testing_here4 415 4155551313 -Active $true).EntryCount | Should -Be 1
        (Get-VicidialCidGroupEntry testing_here4 415).IsActive | Should -Be $false, $true
        $entries | Remove-VicidialCidGroupEntry -Force
        (Get-VicidialCidGroupEntry testing_here4 -ErrorAction SilentlyContinue).AreaCode | Should -Not -Contain '415'
    }

    It 'that already exist are errors with their row' {
        if ($isOld) {
            Assert-TooOld { [pscustomobject]@{ CidGroupId = 'testing_here4'; AreaCode = '312'; OutboundCid = '3125551212' } | Add-VicidialCidGroupEntry }
            return
        }
        $null = [pscustomobject]@{ CidGroupId = 'testing_here4'; AreaCode = '312'; OutboundCid = '3125551212' } | Add-VicidialCidGroupEntry -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.CidGroupEntryExists'
        $failed[0].CategoryInfo.Category | Should -Be 'ResourceExists'
        $failed[0].TargetObject.OutboundCid | Should -Be '3125551212'
    }
}

Describe 'The numbers of a filter phone group' {
    It 'are added and removed' {
        if ($isOld) {
            Assert-TooOld { '7275550001', '7275550002' | Add-VicidialFilterGroupNumber -FilterGroupId TEST_IN_FILTER }
            return
        }
        $put = @('7275550001', '7275550002' | Add-VicidialFilterGroupNumber -FilterGroupId TEST_IN_FILTER)
        $put.PhoneNumber | Should -Be '7275550001', '7275550002'
        $null = Add-VicidialFilterGroupNumber 7275550001 TEST_IN_FILTER -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.FilterGroupNumberExists'
        $put | Remove-VicidialFilterGroupNumber -Force -PassThru | ForEach-Object PhoneNumber | Should -Be '7275550001', '7275550002'
        Remove-VicidialFilterGroupNumber 7275550001 TEST_IN_FILTER -Force -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.FilterGroupNumberNotFound'
        $failed[0].TargetObject | Should -Be '7275550001'
    }
}

Describe 'A group alias' {
    It 'is added once, and can be used for calls' {
        $made = New-VicidialGroupAlias 7275550112 -GroupAliasId BRANCH -GroupAliasName 'Branch office' -Active $true
        $made.GroupAliasId, $made.CallerIdNumber | Should -Be 'BRANCH', '7275550112'
        $null = New-VicidialGroupAlias 7275550112 -GroupAliasId BRANCH -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.GroupAliasExists'
        $failed[0].TargetObject | Should -Be '7275550112'
        (Start-VicidialAgentCall 1003 7275551014 -GroupAlias BRANCH).User | Should -Be '1003'
        $null = Start-VicidialAgentCall 1016 7275551014 -GroupAlias NOPE -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.Count | Should -Be 1
    }
}

Describe 'A remote agent' {
    It 'is activated, and only the name of a piped object is used' {
        if ($isOld) {
            Assert-TooOld { Set-VicidialRemoteAgent 2010 -Status ACTIVE -LineCount 3 }
            return
        }
        (Set-VicidialRemoteAgent 2010 -Status ACTIVE -LineCount 3).User | Should -Be '2010'
        (Set-VicidialRemoteAgent 2001 -Status ACTIVE).Message | Should -BeLike '*REMOTE AGENT IS ALREADY ACTIVE'
        $null = [pscustomobject]@{ User = '2010'; Status = 'READY'; CampaignId = 'MANUALC' } | Set-VicidialRemoteAgent -LineCount 2
        (Get-Field update_remote_agent).Keys | Where-Object { $_ -notin 'function', 'source' } | Sort-Object | Should -Be 'agent_user', 'number_of_lines'
    }
}

Describe 'An alternate URL' {
    It 'is copied with its minimum length of a call, <How>' -ForEach @(
        @{ How = 'as an object'; Way = { $args[0] } }
        @{ How = 'as a row of a CSV'; Way = { $args[0] | ConvertTo-Csv | ConvertFrom-Csv } }
    ) {
        if ($isOld) {
            Assert-TooOld { & $Way ([pscustomobject]@{ CampaignId = 'ALTTEST'; EntryType = 'campaign'; UrlType = 'dispo'; CallLength = '00:00:30'; Address = 'http://x.test/' }) | Add-VicidialAlternateUrl -Description Copied }
            return
        }
        $original = Get-VicidialAlternateUrl ALTTEST -UrlType dispo | Where-Object AlternateUrlId -EQ 2
        $added = & $Way $original | Add-VicidialAlternateUrl -Description "Copied $How"
        (Get-Field update_alt_url)['url_call_length'] | Should -Be '30'
        $copy = Get-VicidialAlternateUrl ALTTEST -UrlType dispo | Where-Object AlternateUrlId -EQ $added.AlternateUrlId
        $copy.CallLength | Should -Be $original.CallLength
        $copy.Address | Should -Be $original.Address
    }

    It 'is changed, and only the ID of a piped one is read' {
        if ($isOld) {
            Assert-TooOld { Set-VicidialAlternateUrl ALTTEST campaign dispo 1 -CallLengthSec 45 }
            return
        }
        $null = Get-VicidialAlternateUrl ALTTEST -UrlType dispo | Where-Object AlternateUrlId -EQ 1 | Set-VicidialAlternateUrl -CallLengthSec 45
        (Get-Field update_alt_url).Keys | Where-Object { $_ -notin 'function', 'source' } | Sort-Object | Should -Be 'alt_url_id', 'campaign_id', 'entry_type', 'url_call_length', 'url_type'
        (Get-VicidialAlternateUrl ALTTEST -UrlType dispo | Where-Object AlternateUrlId -EQ 1).CallLength | Should -Be ([timespan]'00:00:45')
    }
}

Describe 'A custom field' {
    It 'is changed' {
        if ($isOld) {
            Assert-TooOld { Set-VicidialCustomField 102 fav_color -FieldName Color -FieldSize 20 }
            return
        }
        $changed = Set-VicidialCustomField 102 fav_color -FieldName Color -FieldSize 20
        $changed.FieldLabel, $changed.Result | Should -Be 'fav_color', 'SUCCESS: Field updated'
        $fields = Get-Field update_list
        $fields['custom_fields_update'], $fields['field_name'], $fields['field_size'] | Should -Be 'Y', 'Color', '20'
    }

    It 'that has options is reported, because the dialer cuts them and empties leads with other values' {
        if ($isOld) {
            Assert-TooOld { Set-VicidialCustomField 102 plan_name -FieldRank 2 }
            return
        }
        # No function of the dialer shows the options, so they are read from the simulator.
        $world = $dialer.PSObject.BaseObject.GetType().GetProperty('Dialer', [Reflection.BindingFlags]'NonPublic,Instance').GetValue($dialer).World
        $list = $world.FindList(102)
        $list.CustomFieldOptions['plan_name'] = "gold,Gold & more`nsilver,Silver"
        $values = $world.Leads.Find(1012).CustomValues
        $values['plan_name'] = 'silver'
        $changed = Set-VicidialCustomField 102 plan_name -FieldRank 2 -WarningVariable warned -WarningAction SilentlyContinue
        $changed.FieldType | Should -Be 'SELECT'
        $list.CustomFieldOptions['plan_name'] | Should -Be 'gold,Gold '
        $values['plan_name'] | Should -Be ''
        @($warned -like '*options of the field plan_name of list 102*&*').Count | Should -Be 1
        $null = Set-VicidialCustomField 102 fav_color -FieldRank 2 -WarningVariable warned -WarningAction SilentlyContinue
        $warned | Should -BeNullOrEmpty
    }

    It 'with several choices is rejected by <Name> before anything is sent, because the dialer would join them into one choice' -ForEach @(
        @{ Name = 'Add-VicidialCustomField'; Label = 'shoe' }
        @{ Name = 'Set-VicidialCustomField'; Label = 'plan_name' }
    ) {
        $before = @(Get-VicidialSimulatorRequest).Count
        $null = & $Name 102 $Label -FieldName Shoe -FieldType SELECT -FieldSize 1 -FieldRank 9 -FieldOption "A,Flat`nB,Boot" -ErrorVariable failed -ErrorAction SilentlyContinue 3> $null
        Get-Id $failed[0] | Should -Be 'Vicidial.InvalidFieldOption'
        $failed[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
        @(Get-VicidialSimulatorRequest).Count | Should -Be $before
        if ($isOld) {
            Assert-TooOld { Set-VicidialCustomField 102 plan_name -FieldOption 'A,Flat' }
            return
        }
        $null = Set-VicidialCustomField 102 plan_name -FieldOption 'A,Flat' -ErrorVariable failed
        $failed | Should -BeNullOrEmpty
        (Get-Field update_list)['field_options'] | Should -Be 'A,Flat'
    }
}

Describe 'The servers' {
    It 'read their configuration again' {
        (Update-VicidialServerConfiguration).Message | Should -BeLike '*TRIGGERED*'
        (Get-Field server_refresh)['stage'] | Should -Be 'REFRESH'
        $weak = [pscredential]::new('noflags9', (ConvertTo-SecureString 1234 -AsPlainText -Force))
        Connect-VicidialServer -Uri $dialer.Uri -Credential $weak -Name weak -NoDefault
        $null = Update-VicidialServerConfiguration -Connection weak -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.PermissionDenied'
        Disconnect-VicidialServer weak
    }
}

Describe 'The dialer' {
    It 'does not change with <Name> -WhatIf' -ForEach @(
        @{ Name = 'Add-VicidialCidGroupEntry'; Values = @('testing_here4', '415', '4155551414'); Typed = @{} }
        @{ Name = 'Set-VicidialCidGroupEntry'; Values = @('testing_here4', '312', '3125551212'); Typed = @{ Active = $false } }
        @{ Name = 'Remove-VicidialCidGroupEntry'; Values = @('testing_here4', '312', '3125551212'); Typed = @{} }
        @{ Name = 'Add-VicidialFilterGroupNumber'; Values = @('7275550009', 'TEST_IN_FILTER'); Typed = @{} }
        @{ Name = 'Remove-VicidialFilterGroupNumber'; Values = @('7275550666', 'TEST_IN_FILTER'); Typed = @{} }
        @{ Name = 'New-VicidialGroupAlias'; Values = @('7275550113'); Typed = @{} }
        @{ Name = 'Set-VicidialRemoteAgent'; Values = @('2010'); Typed = @{ LineCount = 9 } }
        @{ Name = 'Add-VicidialAlternateUrl'; Values = @('ALTTEST', 'campaign', 'dispo'); Typed = @{ Address = 'https://crm.example/x' } }
        @{ Name = 'Set-VicidialAlternateUrl'; Values = @('ALTTEST', 'campaign', 'dispo', '1'); Typed = @{ Rank = 9 } }
        @{ Name = 'Set-VicidialCustomField'; Values = @(102, 'fav_color'); Typed = @{ FieldName = 'Hue' } }
        @{ Name = 'Remove-VicidialCustomField'; Values = @(102, 'fav_color'); Typed = @{} }
        @{ Name = 'Update-VicidialServerConfiguration'; Values = @(); Typed = @{} }
    ) {
        $before = @(Get-VicidialSimulatorRequest).Count
        & $Name @Values @Typed -WhatIf | Should -BeNullOrEmpty
        # -WhatIf queries what would be lost.
        @(Get-VicidialSimulatorRequest | Select-Object -Skip $before | Where-Object Function -NE 'list_info') | Should -BeNullOrEmpty
    }

    It 'that does not exist is an error of <Name>: <Id>' -ForEach @(
        @{ Name = 'Set-VicidialCidGroupEntry'; Values = @('testing_here4', '415', '4155559999'); Typed = @{ Active = $true }; Id = 'Vicidial.CidGroupEmpty' }
        @{ Name = 'Add-VicidialCidGroupEntry'; Values = @('nogroup', '415', '4155559999'); Typed = @{}; Id = 'Vicidial.CidGroupNotFound' }
        @{ Name = 'Add-VicidialFilterGroupNumber'; Values = @('7275550009', 'NOPE'); Typed = @{}; Id = 'Vicidial.FilterGroupNotFound' }
        @{ Name = 'Set-VicidialRemoteAgent'; Values = @('2011'); Typed = @{ LineCount = 9 }; Id = 'Vicidial.RemoteAgentNotFound' }
        @{ Name = 'Add-VicidialAlternateUrl'; Values = @('NOPE', 'campaign', 'dispo'); Typed = @{ Address = 'https://crm.example/x' }; Id = 'Vicidial.CampaignNotFound' }
        @{ Name = 'Set-VicidialCustomField'; Values = @(102, 'nope'); Typed = @{ FieldName = 'Hue' }; Id = 'Vicidial.CustomFieldNotFound' }
    ) {
        if ($isOld) {
            Assert-TooOld { & $Name @Values @Typed }
            return
        }
        & $Name @Values @Typed -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed.Count | Should -Be 1
        Get-Id $failed[0] | Should -Be $Id
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failed[0].TargetObject | Should -Be $Values[0]
    }
}
