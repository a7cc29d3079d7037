# Rows for one object are sent in the order of the input: of two rows the later one wins, although the dialer would
# process the earlier one last if both were in flight. Rows for different objects are sent in parallel.
param([string] $Release = '2.14-202')

BeforeAll {
    $PSDefaultParameterValues = @{ '*-Vicidial*:ErrorAction' = 'Stop' }
    $dialer = Start-VicidialSimulator -Release $Release
    Import-Module (Join-Path $PSScriptRoot Releases.psm1) -Force -ArgumentList $dialer, $Release
    $other = Start-VicidialSimulator -Release $Release
    Connect-VicidialServer -Uri $other.Uri -Credential $other.Credential -Name other
    Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main

    # The first requests of each API are sent one at a time, so nothing could overtake them.
    $null = 'ListId,ListName', '101,before one', '101,before two' | ConvertFrom-Csv | Set-VicidialList -FromInput
    $null = '1003', '1003' | Get-VicidialAgentLead -ErrorAction SilentlyContinue

    # The values of the request that was processed last; not every change can be read back.
    function Get-LastField([string] $Function) {
        ($dialer | Get-VicidialSimulatorRequest -Function $Function | Select-Object -Last 1).Fields
    }

    # The work of the first request waits for that of the next one for the same function, or for this time.
    function Use-LateWork([string] $Function, [int] $Milliseconds = 500) {
        Set-VicidialSimulatorFault -Simulator $dialer -Clear
        Set-VicidialSimulatorFault LateWork -Simulator $dialer -Function $Function -Count 1 -DelayMilliseconds $Milliseconds
        $script:begun = [Diagnostics.Stopwatch]::StartNew()
    }

    # Without turns, the second request would end the wait of the first one immediately, whichever of them arrived first.
    function Test-Wait {
        $begun.ElapsedMilliseconds | Should -BeGreaterThan 450 -Because 'the second request is sent after the first one has ended'
    }
}

AfterAll {
    Disconnect-VicidialServer *
    $dialer, $other | Stop-VicidialSimulator
}

Describe 'Two rows for one object' {
    It 'end with the values of the later one: <Name>' -ForEach @(
        @{
            Name = 'a list'; Function = 'update_list'; Rows = 'ListId,ListName', '101,the first', '101,the second'
            Change = { $input | Set-VicidialList -FromInput }
            Read = { (Read-List 101).ListName }
        }
        @{
            Name = 'a campaign'; TooOld = $true; Function = 'update_campaign'; Rows = 'CampaignId,CampaignName', 'TESTCAMP,the first', 'testcamp,the second'
            Change = { $input | Set-VicidialCampaign -FromInput }
            Read = { (Get-VicidialCampaign TESTCAMP).CampaignName }
        }
        @{
            Name = 'a user'; Function = 'update_user'; Rows = 'User,FullName', '1001,the first', '1001,the second'
            Change = { $input | Set-VicidialUser -FromInput }
            Read = { (Read-User 1001).FullName }
        }
        @{
            Name = 'a lead'; Function = 'update_lead'; Rows = 'LeadId,Comments', '1002,the first', '1002,the second'
            Change = { $input | Set-VicidialLead -FromInput }
            Read = { (Read-Lead 1002).Comments }
        }
        @{
            Name = 'a callback'; Function = 'update_lead'; Rows = 'LeadId,CallbackTime,CallbackType,CallbackComments', '1030,2026-12-24 10:00,ANYONE,the first', '1030,2026-12-24 10:00,ANYONE,the second'
            Change = { $input | Set-VicidialCallback -FromInput -SkipCallbackCheck:$isOld }
            Read = { (Read-Callback 1030).Comments }
        }
        @{
            Name = 'a CID group entry'; TooOld = $true; Function = 'update_cid_group_entry'
            Rows = 'CidGroupId,AreaCode,OutboundCid,Description', 'testing_here4,312,---ALL---,the first', 'testing_here4,312,3125551212,the second'
            Change = { $input | Set-VicidialCidGroupEntry -FromInput }
            Read = { (Get-VicidialCidGroupEntry testing_here4 -AreaCode 312 -OutboundCid 3125551212).Description }
        }
        @{
            Name = 'a transfer preset'; TooOld = $true; Function = 'update_presets'
            Rows = 'CampaignId,PresetName,PhoneNumber', 'TESTCAMP,SALES,3125550001', 'TESTCAMP,SALES,3125550002'
            Change = { $input | Set-VicidialTransferPreset -FromInput }
            Read = { ((Get-VicidialTransferPreset TESTCAMP | Where-Object PresetName -EQ SALES).PhoneNumber -replace '3125550001', 'the first') -replace '3125550002', 'the second' }
        }
        @{
            Name = 'an alternate URL'; TooOld = $true; Function = 'update_alt_url'
            Rows = 'CampaignId,EntryType,UrlType,AlternateUrlId,Description', 'ALTTEST,campaign,dispo,1,the first', 'ALTTEST,campaign,dispo,1,the second'
            Change = { $input | Set-VicidialAlternateUrl -FromInput }
            Read = { (Get-VicidialAlternateUrl ALTTEST -UrlType dispo | Where-Object AlternateUrlId -EQ 1).Description }
        }
        @{
            Name = 'a custom field'; TooOld = $true; Function = 'update_list'; Rows = 'ListId,FieldLabel,FieldName', '102,fav_color,the_first', '102,fav_color,the_second'
            Change = { $input | Set-VicidialCustomField -FromInput }
            Read = { (Get-LastField update_list)['field_name'] -replace '_', ' ' }
        }
    ) {
        if ($isOld -and $TooOld) {
            Assert-TooOld { $Rows | ConvertFrom-Csv | & $Change }
            return
        }
        Use-LateWork $Function
        $null = $Rows | ConvertFrom-Csv | & $Change
        Test-Wait
        & $Read | Should -Be 'the second'
    }

    It 'are both done: statuses that a campaign dials' {
        if ($isOld) {
            Assert-TooOld { 'CampaignId,AddDialStatus', 'TESTCAMP,AA' | ConvertFrom-Csv | Set-VicidialCampaign -FromInput }
            return
        }
        Use-LateWork 'update_campaign'
        $null = 'CampaignId,AddDialStatus', 'TESTCAMP,AA', 'TESTCAMP,BB' | ConvertFrom-Csv | Set-VicidialCampaign -FromInput
        Test-Wait
        $statuses = (Get-VicidialCampaign TESTCAMP).DialStatuses
        $statuses | Should -Contain AA
        $statuses | Should -Contain BB
    }

    It 'wait if the second row copies what the first creates' {
        if ($isOld) {
            Assert-TooOld { 'User,SourceUser,FullName', '3701,1001,One' | ConvertFrom-Csv | Copy-VicidialUser -Password (ConvertTo-SecureString Secret123 -AsPlainText -Force) }
            return
        }
        Use-LateWork 'copy_user'
        $copies = 'User,SourceUser,FullName', '3701,1001,One', '3702,3701,Two' | ConvertFrom-Csv |
            Copy-VicidialUser -Password (ConvertTo-SecureString Secret123 -AsPlainText -Force)
        Test-Wait
        $copies.User | Should -Be 3701, 3702
    }

    It 'reach an agent in the order of the input' {
        Use-LateWork 'pause_code'
        $null = $dialer | Get-VicidialSimulatorRequest -Clear
        $null = '1003', '1003' | Set-VicidialAgentPauseCode -PauseCode LUNCH
        Test-Wait
        $requests = @($dialer | Get-VicidialSimulatorRequest | Where-Object Function -EQ 'pause_code')
        $requests | Should -HaveCount 2
        $requests[0].Fault | Should -Match LateWork -Because 'the second waits for the first'
    }
}

Describe 'Rows for different objects' {
    It 'are sent in parallel' {
        Use-LateWork 'update_list' -Milliseconds 30000
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $changed = 'ListId,ListName', '101,one of two', '102,two of two' | ConvertFrom-Csv | Set-VicidialList -FromInput
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 25
        $changed.ListId | Should -Be 101, 102
    }

    It 'are sent in parallel if one number exists on each of two dialers' {
        Use-LateWork 'update_list' -Milliseconds 30000
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $changed = 'ConnectionName,ListId,ListName', 'main,101,one of three', 'other,101,two of three', 'main,102,three of three' | ConvertFrom-Csv |
            Set-VicidialList -FromInput -ThrottleLimit 2
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 25
        $changed | Should -HaveCount 3
    }
}
