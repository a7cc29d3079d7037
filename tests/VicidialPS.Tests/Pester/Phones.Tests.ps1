# Phones and their aliases. The login of a phone is checked by starting to monitor with it.
param([string] $Release = '2.14-202')

BeforeAll {
    $dialer = Start-VicidialSimulator -Release $Release
    Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main
    Import-Module (Join-Path $PSScriptRoot Releases.psm1) -Force -ArgumentList $dialer, $Release
    $server = '10.10.10.15'

    function Get-Id($Failure) {
        $Failure.FullyQualifiedErrorId -replace ',.*'
    }

    function New-Row([string] $Extension) {
        [pscustomobject]@{
            extension = $Extension; server_ip = $server; dialplan_number = '4' + $Extension.Substring(2); voicemail_id = '4' + $Extension.Substring(2); phone_login = $Extension
            phone_pass = 'Sesame4731'; registration_password = 'Sesame4732'; phone_full_name = 'A desk'; protocol = 'SIP'; local_gmt = '-5.00'; outbound_cid = '7275551234'
        }
    }
}

AfterAll {
    Disconnect-VicidialServer *
    Stop-VicidialSimulator
}

Describe 'Phones' {
    It 'are created from a spreadsheet, changed, and removed, and show no password' {
        $all = New-Row gs401 | New-VicidialPhone -Verbose -Debug *>&1
        ($all | Where-Object { $_ -isnot [Management.Automation.InformationalRecord] }).Extension | Should -Be 'gs401'
        ($all | Format-List * -Force | Out-String -Width 4000) | Should -Not -Match 'Sesame'
        (Start-VicidialAgentMonitor 1001 gs401).DialplanNumber | Should -Be '4401'

        (Set-VicidialPhone gs401 $server -DialplanNumber 4999).DialplanNumber | Should -Be '4999'
        (Start-VicidialAgentMonitor 1001 gs401).DialplanNumber | Should -Be '4999'

        (Remove-VicidialPhone gs401 $server -Force -PassThru).Extension | Should -Be 'gs401'
        $null = Start-VicidialAgentMonitor 1001 gs401 -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.InvalidPhoneLogin'
        $failed[0].TargetObject | Should -Be '1001'
    }

    It 'that already exist are errors with the row, without its passwords' {
        $null = New-Row gs201 | New-VicidialPhone -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.PhoneExists'
        $failed[0].CategoryInfo.Category | Should -Be 'ResourceExists'
        $failed[0].TargetObject.extension | Should -Be 'gs201'
        ($failed[0].TargetObject | Format-List * | Out-String -Width 4000) | Should -Not -Match 'Sesame'
    }

    It 'of a piped object supply only their keys' {
        $null = [pscustomobject]@{ Extension = 'gs203'; ServerIp = $server; DialplanNumber = '1'; Protocol = 'SIP' } | Set-VicidialPhone -PhoneFullName 'Piped desk'
        (Get-VicidialSimulatorRequest update_phone)[-1].Fields.Keys | Where-Object { $_ -notin 'function', 'source' } | Sort-Object | Should -Be 'extension', 'phone_full_name', 'server_ip'
        (Start-VicidialAgentMonitor 1001 gs203).DialplanNumber | Should -Be '203'
    }
}

Describe 'Aliases of phones' {
    It 'are created, changed, and removed' {
        (New-VicidialPhoneAlias desks -PhoneLogin gs201, gs202 -PhoneAliasName 'Two desks').PhoneAliasId | Should -Be 'desks'
        (Get-VicidialSimulatorRequest add_phone_alias)[-1].Fields['phone_logins'] | Should -Be 'gs201,gs202'
        $null = New-VicidialPhoneAlias desks -PhoneLogin gs201 -PhoneAliasName 'Two desks' -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.PhoneAliasExists'
        (Set-VicidialPhoneAlias desks -PhoneLogin gs203).PhoneAliasId | Should -Be 'desks'
        (Remove-VicidialPhoneAlias desks -Force -PassThru).PhoneAliasId | Should -Be 'desks'
        $null = Set-VicidialPhoneAlias desks -PhoneLogin gs203 -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.PhoneAliasNotFound'
    }

    It 'cannot name a phone that does not exist' {
        $null = New-VicidialPhoneAlias ghost -PhoneLogin gs201, gs999 -PhoneAliasName 'No desk' -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.PhoneNotFound'
        $failed[0].TargetObject | Should -Be 'ghost'
    }
}

Describe 'Phones and aliases' {
    It 'do not change with <Name> -WhatIf' -ForEach @(
        @{ Name = 'New-VicidialPhone'; Values = @('gs402', '10.10.10.15'); Named = @{ DialplanNumber = '402'; VoicemailId = '402'; PhoneLogin = 'gs402'; PhonePassword = 'Abc123'; RegistrationPassword = 'Abc123'; PhoneFullName = 'A desk'; Protocol = 'SIP'; LocalGmt = '-5.00'; OutboundCid = '7275551234' } }
        @{ Name = 'Set-VicidialPhone'; Values = @('gs201', '10.10.10.15'); Named = @{ DialplanNumber = '999' } }
        @{ Name = 'Remove-VicidialPhone'; Values = @('gs201', '10.10.10.15'); Named = @{} }
        @{ Name = 'New-VicidialPhoneAlias'; Values = @('desks'); Named = @{ PhoneLogin = 'gs201'; PhoneAliasName = 'Two desks' } }
        @{ Name = 'Set-VicidialPhoneAlias'; Values = @('xyz100'); Named = @{ PhoneLogin = 'gs201' } }
        @{ Name = 'Remove-VicidialPhoneAlias'; Values = @('xyz100'); Named = @{} }
    ) {
        $before = @(Get-VicidialSimulatorRequest).Count
        & $Name @Values @Named -WhatIf | Should -BeNullOrEmpty
        @(Get-VicidialSimulatorRequest).Count | Should -Be $before
    }

    It 'that do not exist are errors of <Name>: <Id>' -ForEach @(
        @{ Name = 'Set-VicidialPhone'; Values = @('gs999', '10.10.10.15'); Named = @{ DialplanNumber = '999' }; Id = 'Vicidial.PhoneNotFound' }
        @{ Name = 'Remove-VicidialPhone'; Values = @('gs999', '10.10.10.15'); Named = @{ Force = $true }; Id = 'Vicidial.PhoneNotFound' }
        @{ Name = 'Set-VicidialPhoneAlias'; Values = @('nobody'); Named = @{ PhoneLogin = 'gs201' }; Id = 'Vicidial.PhoneAliasNotFound' }
        @{ Name = 'Remove-VicidialPhoneAlias'; Values = @('nobody'); Named = @{ Force = $true }; Id = 'Vicidial.PhoneAliasNotFound' }
    ) {
        & $Name @Values @Named -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        Get-Id $failed[0] | Should -Be $Id
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failed[0].TargetObject | Should -Be $Values[0]
    }
}

Describe 'Start-VicidialAgentMonitor' {
    It 'accepts agents as text, numbers, and rows of the roster' {
        # The oldest release has no roster, but returns the state of one agent.
        $launches = @('1001', 1002 | Start-VicidialAgentMonitor -PhoneLogin gs201)
        $launches.SessionId | Should -Be '8600051', '8600052'
        ($(if ($isOld) { Get-VicidialAgentStatus 1003 } else { Get-VicidialLoggedInAgent | Where-Object User -EQ 1003 }) | Start-VicidialAgentMonitor -PhoneLogin gs201).SessionId | Should -Be '8600053'
    }

    It 'rejects a user name that the dialer would read as another one' {
        $null = '10;01', '1002' | Start-VicidialAgentMonitor -PhoneLogin gs201 -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.InvalidIdentifier'
        $failed[0].TargetObject | Should -Be '10;01'
        (Get-VicidialSimulatorRequest recording)[-1].Fields['agent_user'] | Should -Be '1002'
    }

    It 'writes an error for an object without an agent' {
        $null = [pscustomobject]@{ Name = 'x' } | Start-VicidialAgentMonitor -PhoneLogin gs201 -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.RequiredFieldMissing'
    }
}
