# DIDs. No function returns a DID's settings, so the tests check what the dialer rejects.
param([string] $Release = '2.14-202')

BeforeAll {
    $dialer = Start-VicidialSimulator -Release $Release
    Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main
    Import-Module (Join-Path $PSScriptRoot Releases.psm1) -Force -ArgumentList $dialer, $Release

    function Get-Id($Failure) {
        $Failure.FullyQualifiedErrorId -replace ',.*'
    }
}

AfterAll {
    Disconnect-VicidialServer *
    Stop-VicidialSimulator
}

Describe 'DIDs' {
    It 'are created, changed, and removed' {
        if ($isOld) {
            Assert-TooOld { New-VicidialDid 7275559021 -DidDescription 'New line' -DidRoute IN_GROUP -InGroupId SALESLINE -Active $true }
            return
        }
        $made = New-VicidialDid 7275559021 -DidDescription 'New line' -DidRoute IN_GROUP -InGroupId SALESLINE -Active $true
        $made.DidPattern | Should -Be '7275559021'
        $fields = (Get-VicidialSimulatorRequest add_did)[-1].Fields
        $fields['did_route'], $fields['group'], $fields['active'] | Should -Be 'IN_GROUP', 'SALESLINE', 'Y'
        (Set-VicidialDid 7275559021 -DidDescription 'Changed line').DidPattern | Should -Be '7275559021'
        (Get-VicidialSimulatorRequest update_did)[-1].Fields['did_description'] | Should -Be 'Changed line'
        Remove-VicidialDid 7275559021 -Force
        $null = Set-VicidialDid 7275559021 -DidDescription 'Changed line' -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.DidNotFound'
    }

    It 'come from a spreadsheet, and a rejected row does not stop the others' {
        if ($isOld) {
            Assert-TooOld { 'did_pattern,did_description', '7275559031,Line one', '7275551113,Main line' | ConvertFrom-Csv | New-VicidialDid }
            return
        }
        $rows = 'did_pattern,did_description', '7275559031,Line one', '7275551113,Main line', '7275559032,Line two' | ConvertFrom-Csv
        $made = @($rows | New-VicidialDid -ErrorVariable failed -ErrorAction SilentlyContinue)
        $made.DidPattern | Should -Be '7275559031', '7275559032'
        Get-Id $failed[0] | Should -Be 'Vicidial.DidExists'
        $failed[0].TargetObject.did_pattern | Should -Be '7275551113'
        '7275559031', '7275559032' | Remove-VicidialDid -Force -PassThru | ForEach-Object DidPattern | Should -Be '7275559031', '7275559032'
    }

    It 'are copied, and each that already exists is an error' {
        if ($isOld) {
            Assert-TooOld { Copy-VicidialDid 7275551113 7275559001, 7275551114, 7275559002 }
            return
        }
        $copies = @(Copy-VicidialDid 7275551113 7275559001, 7275551114, 7275559002 -ErrorVariable failed -ErrorAction SilentlyContinue)
        $copies.DidPattern | Should -Be '7275559001', '7275559002'
        $copies.SourceDidPattern | Select-Object -Unique | Should -Be '7275551113'
        $copies[0].WasDoneBefore | Should -BeFalse
        $failed.Count | Should -Be 1
        Get-Id $failed[0] | Should -Be 'Vicidial.DidExists'
        $failed[0].TargetObject | Should -Be '7275551114'
        $null = New-VicidialDid 7275559002 -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.DidExists'
    }

    It 'that an attempt without a response has copied are not errors of the next attempt' {
        Set-VicidialSimulatorFault DropAfterWork -Function copy_did -Count 1
        if ($isOld) {
            Assert-TooOld { Copy-VicidialDid 7275551113 7275559011, 7275559012 }
            return
        }
        $copies = @(Copy-VicidialDid 7275551113 7275559011, 7275559012 -ErrorVariable failed -WarningVariable warned)
        $failed | Should -BeNullOrEmpty
        $warned | Should -BeNullOrEmpty
        @(Get-VicidialSimulatorRequest copy_did | Where-Object { $_.Fields['new_dids'] -eq '7275559011,7275559012' }).Count | Should -Be 2
        $copies.DidPattern | Should -Be '7275559011', '7275559012'
        $copies.SourceDidPattern | Select-Object -Unique | Should -Be '7275551113'
        $copies.WasDoneBefore | Should -Be $true, $true
        # Without a lost response, the same is an error.
        $null = Copy-VicidialDid 7275551113 7275559011, 7275559012 -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.NoDidAdded'
        $failed[0].CategoryInfo.Category | Should -Be 'ResourceExists'
    }

    It 'do not change with <Name> -WhatIf' -ForEach @(
        @{ Name = 'New-VicidialDid'; Values = @('7275559041'); Named = @{} }
        @{ Name = 'Copy-VicidialDid'; Values = @('7275551113', '7275559041'); Named = @{} }
        @{ Name = 'Set-VicidialDid'; Values = @('7275551113'); Named = @{ DidDescription = 'Changed' } }
        @{ Name = 'Remove-VicidialDid'; Values = @('7275551113'); Named = @{} }
    ) {
        $before = @(Get-VicidialSimulatorRequest).Count
        & $Name @Values @Named -WhatIf | Should -BeNullOrEmpty
        @(Get-VicidialSimulatorRequest).Count | Should -Be $before
    }

    It 'that do not exist are errors of <Name>: <Id>' -ForEach @(
        @{ Name = 'Set-VicidialDid'; Values = @('7275559099'); Named = @{ DidDescription = 'Changed' }; Id = 'Vicidial.DidNotFound' }
        @{ Name = 'Remove-VicidialDid'; Values = @('7275559099'); Named = @{ Force = $true }; Id = 'Vicidial.DidNotFound' }
        @{ Name = 'Copy-VicidialDid'; Values = @('7275559099', '7275559098'); Named = @{}; Id = 'Vicidial.SourceDidNotFound' }
    ) {
        if ($isOld) {
            Assert-TooOld { & $Name @Values @Named }
            return
        }
        & $Name @Values @Named -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        Get-Id $failed[0] | Should -Be $Id
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failed[0].TargetObject | Should -Be '7275559099'
    }
}
