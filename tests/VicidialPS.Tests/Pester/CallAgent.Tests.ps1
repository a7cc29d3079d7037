param([string] $Release = '2.14-202')

BeforeAll {
    $dialer = Start-VicidialSimulator -Release $Release
    Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name floor
    Import-Module (Join-Path $PSScriptRoot Releases.psm1) -Force -ArgumentList $dialer, $Release
}

AfterAll {
    Disconnect-VicidialServer floor
    Stop-VicidialSimulator
}

Describe 'Invoke-VicidialCallAgent' {
    BeforeEach { $null = Get-VicidialSimulatorRequest -Clear }

    It 'rings an agent and returns the result' {
        $result = Invoke-VicidialCallAgent 1001
        $result.User | Should -Be '1001'
        $result.Function | Should -Be 'call_agent'
        $result.ConnectionName | Should -Be 'floor'
        $fields = (Get-VicidialSimulatorRequest call_agent).Fields
        $fields['agent_user'] | Should -Be '1001'
        $fields['value'] | Should -BeExactly 'CALL'
    }

    It 'accepts rows of the roster, and uses only the agent' {
        # The oldest release has no roster.
        $rows = if ($isOld) { [pscustomobject]@{ User = '1007'; Status = 'INCALL' }, [pscustomobject]@{ User = '7002'; Status = 'INCALL' } } else {
            Get-VicidialLoggedInAgent -IncludeSubStatus | Where-Object SubStatus -EQ DEAD
        }
        $rows | Invoke-VicidialCallAgent | ForEach-Object User | Should -Be '1007', '7002'
        foreach ($request in Get-VicidialSimulatorRequest call_agent) {
            $request.Fields.Keys | Sort-Object | Should -Be 'agent_user', 'function', 'source', 'value'
        }
    }

    It 'accepts plain user names from the pipeline' {
        '1001', 1007 | Invoke-VicidialCallAgent | ForEach-Object User | Should -Be '1001', '1007'
    }

    It 'finds an agent by the key of another system' {
        (Invoke-VicidialCallAgent -AlternateUser CRM1001).User | Should -Be '1001'
    }

    It 'calls nobody with -WhatIf, and names the agent' -Tag Once {
        Import-Module ([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'src', 'Build', 'Engine.psm1'))
        $text = Invoke-PowerShell -NoProfile -NonInteractive -Command "
            Import-Module '$((Get-Module VicidialPS).Path)'
            `$d = Start-VicidialSimulator; Connect-VicidialServer -Uri `$d.Uri -Credential `$d.Credential -Name floor
            Get-VicidialLoggedInAgent -IncludeSubStatus | Where-Object SubStatus -eq DEAD | Invoke-VicidialCallAgent -WhatIf
            'requests: ' + @(Get-VicidialSimulatorRequest call_agent).Count" | Out-String
        $text | Should -Match 'agent 1007 on floor'
        $text | Should -Match 'agent 7002 on floor'
        $text | Should -Match 'requests: 0'
    }

    It 'continues after an agent who cannot be called' {
        $results = '1002', '1099', '1001' | Invoke-VicidialCallAgent -ErrorVariable failed -ErrorAction SilentlyContinue
        $results.User | Should -Be '1001'
        $failed.FullyQualifiedErrorId -replace ',.*' | Should -Be 'Vicidial.SessionDataNotFound', 'Vicidial.AgentNotLoggedIn'
        $failed.CategoryInfo.Category | Should -Be 'InvalidOperation', 'InvalidOperation'
        $failed.TargetObject | Should -Be '1002', '1099'
    }

    It 'names the roster row as the target of an error' {
        $row = if ($isOld) { [pscustomobject]@{ User = '1002'; FullName = 'Bob "Bobby" Stone' } } else { Get-VicidialLoggedInAgent | Where-Object User -EQ 1002 }
        $row | Invoke-VicidialCallAgent -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.TargetObject.FullName | Should -Be 'Bob "Bobby" Stone'
    }

    It 'is never retried automatically, and reports that its outcome is unknown' {
        Set-VicidialSimulatorFault DropAfterWork -Function call_agent -Count 1
        Invoke-VicidialCallAgent 1001 -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed.FullyQualifiedErrorId | Should -BeLike 'Vicidial.OutcomeUnknown,*'
        @(Get-VicidialSimulatorRequest call_agent).Count | Should -Be 1
    }

    It 'rejects a user name that the dialer would change' {
        Invoke-VicidialCallAgent '10;01' -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeLike 'Vicidial.InvalidIdentifier,*'
        Get-VicidialSimulatorRequest | Should -BeNullOrEmpty
    }

    It 'understands a dialer that translates its messages' {
        $spanish = Start-VicidialSimulator -Scenario @{ Extend = $true; Generation = $Release; Settings = @{ Language = 'es' } }
        Connect-VicidialServer -Uri $spanish.Uri -Credential $spanish.Credential -Name spanish -NoDefault
        (Invoke-VicidialCallAgent 1001 -Connection spanish).User | Should -Be '1001'
        Disconnect-VicidialServer spanish
        Stop-VicidialSimulator -Simulator $spanish
    }

    It 'runs unattended: it does not prompt with the default preference' {
        $ConfirmPreference | Should -Be 'High'
        Invoke-VicidialCallAgent 1001 | Should -Not -BeNullOrEmpty
        Invoke-VicidialCallAgent 1001 -Confirm:$false | Should -Not -BeNullOrEmpty
    }
}
