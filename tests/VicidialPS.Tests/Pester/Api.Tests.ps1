BeforeAll {
    $dialer = Start-VicidialSimulator
    Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name floor
}

AfterAll {
    Disconnect-VicidialServer floor
    Stop-VicidialSimulator
}

Describe 'Invoke-VicidialApi' {
    BeforeEach { $null = Get-VicidialSimulatorRequest -Clear }

    It 'sends the given fields and classifies the response' {
        $reply = Invoke-VicidialApi -Function list_info -Parameter @{ list_id = 101 }
        $reply.Kind | Should -Be 'Row'
        $reply.Function | Should -Be 'list_info'
        $reply.Api | Should -Be 'NonAgent'
        $reply.Lines | Should -HaveCount 1
        $reply.Raw | Should -Match '^101\|'
        $reply.HttpStatus | Should -Be 200
        (Get-VicidialSimulatorRequest).Fields['list_id'] | Should -Be '101'
    }

    It 'returns rows as objects if there is a header' {
        $rows = (Invoke-VicidialApi list_info @{ list_id = 101; header = 'YES' }).Rows
        $rows | Should -HaveCount 1
        $rows[0].list_id | Should -Be '101'
        $rows[0].campaign_id | Should -Be 'TESTCAMP'
        (Invoke-VicidialApi logged_in_agents @{ stage = 'csv'; header = 'YES'; campaigns = 'INBOUND' }).Rows.user | Should -Be '7001', '7002', '7003'
    }

    It 'finds the API of a function automatically' {
        $reply = Invoke-VicidialApi call_agent @{ agent_user = '1001'; value = 'CALL' } -Confirm:$false
        $reply.Api | Should -Be 'Agent'
        $reply.Kind | Should -Be 'Success'
        $reply.Values | Should -Be '1001'
        $reply.Message | Should -Be 'call_agent function sent'
        (Invoke-VicidialApi version -Api Agent).Raw | Should -Match '^VERSION: 2\.14-82'
    }

    It 'returns the response of an error and writes the error' {
        $reply = Invoke-VicidialApi add_lead @{ phone_number = '1' } -ErrorVariable failed -ErrorAction SilentlyContinue
        $reply.Kind | Should -Be 'Error'
        $reply.Values[0] | Should -Be '1'
        $failed.FullyQualifiedErrorId | Should -BeLike 'Vicidial.InvalidPhoneNumber,*'
    }

    It 'calls a function that the catalog does not have' {
        $reply = Invoke-VicidialApi brand_new_function @{ a = 'b' } -Confirm:$false -ErrorVariable failed -ErrorAction SilentlyContinue
        $reply.Kind | Should -Be 'Error'
        $failed.FullyQualifiedErrorId | Should -BeLike 'Vicidial.UnknownFunction,*'
        (Get-VicidialSimulatorRequest).Function | Should -Be 'brand_new_function'
    }

    It 'writes values by their types' {
        $null = Invoke-VicidialApi list_info @{ list_id = 101; leads_counts = $true; note = "$([char]0xE9)|&=+" }
        $fields = (Get-VicidialSimulatorRequest).Fields
        $fields['leads_counts'] | Should -BeExactly 'Y'
        $fields['note'] | Should -BeExactly "$([char]0xE9)|&=+"
    }

    It 'sends no change with -WhatIf, but sends queries' {
        Invoke-VicidialApi call_agent @{ agent_user = '1001'; value = 'CALL' } -WhatIf
        Get-VicidialSimulatorRequest | Should -BeNullOrEmpty
        Invoke-VicidialApi list_info @{ list_id = 101 } -WhatIf | Should -Not -BeNullOrEmpty
    }

    It 'rejects a field that the connection or the function name sets: <_>' -ForEach 'user', 'pass', 'Function', 'source' {
        Invoke-VicidialApi list_info @{ $_ = 'x' } -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeLike 'Vicidial.ReservedField,*'
        Get-VicidialSimulatorRequest | Should -BeNullOrEmpty
    }

    It 'returns an empty search as a response without an error' {
        $reply = Invoke-VicidialApi logged_in_agents @{ campaigns = 'ALTTEST' } -ErrorVariable failed
        $reply.Message | Should -Match 'NO LOGGED IN AGENTS'
        $failed | Should -BeNullOrEmpty
    }

    It 'queries several connections' {
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name second -NoDefault
        (Invoke-VicidialApi version -Connection floor, second).ConnectionName | Should -Be 'floor', 'second'
        Disconnect-VicidialServer second
    }
}

Describe 'Get-VicidialApiFunction' {
    It 'lists every function of both APIs' {
        $functions = Get-VicidialApiFunction
        $catalog = Get-ChildItem ([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'src', 'Vicidial.Client', 'Functions', 'Catalog')) -Recurse -Filter *.txt | Where-Object BaseName -NE '_common'
        $functions | Should -HaveCount @($catalog).Count
        ($functions | Group-Object Api | Sort-Object Name).Name | Should -Be 'Agent', 'NonAgent'
        $functions | ForEach-Object { $_.Summary | Should -Not -BeNullOrEmpty }
    }

    It 'names the cmdlet for a function, if there is one' {
        (Get-VicidialApiFunction add_lead).Cmdlet | Should -Be 'Add-VicidialLead'
        (Get-VicidialApiFunction logged_in_agents).Cmdlet | Should -Be 'Get-VicidialLoggedInAgent', 'Export-VicidialWallboard', 'Show-VicidialWallboard', 'Watch-VicidialAgent'
        (Get-VicidialApiFunction | Where-Object Cmdlet -Contains Watch-VicidialAgent).Name | Should -Be 'logged_in_agents'
        (Get-VicidialApiFunction logged_in_agents | Format-Table | Out-String -Width 200) | Should -Match 'Get-VicidialLoggedInAgent, '
        (Get-VicidialApiFunction logged_in_agents).Parameters | Where-Object Name -EQ show_sub_status | ForEach-Object Parameter | Should -Be 'IncludeSubStatus'
        (Get-VicidialApiFunction call_agent).Cmdlet | Should -Be 'Invoke-VicidialCallAgent'
        (Get-VicidialApiFunction delete_fpg_phone).Cmdlet | Should -Be 'Remove-VicidialFilterGroupNumber'
        (Get-VicidialApiFunction coffee).Cmdlet | Should -BeNullOrEmpty
    }

    It 'names the parameter for each field of a function that has a cmdlet' {
        foreach ($function in Get-VicidialApiFunction | Where-Object Cmdlet) {
            foreach ($parameter in $function.Parameters) {
                $parameter.Parameter | Should -Not -BeNullOrEmpty -Because "$($function.Name) takes $($parameter.Name)"
            }
        }
        (Get-VicidialApiFunction add_lead).Parameters | Where-Object Name -EQ phone_number | ForEach-Object Parameter | Should -Be 'PhoneNumber'
    }

    It 'filters by name and API' {
        (Get-VicidialApiFunction '*_dnc_*').Name | Should -Be 'add_dnc_phone', 'delete_dnc_phone'
        (Get-VicidialApiFunction version -Api Agent).Api | Should -Be 'Agent'
    }
}

Describe 'Completion' {
    It 'completes API functions' {
        (TabExpansion2 'Invoke-VicidialApi -Function list_' -cursorColumn 34).CompletionMatches.CompletionText | Should -Be 'list_custom_fields', 'list_info'
    }

    It 'completes connection names' {
        (TabExpansion2 'Get-VicidialLoggedInAgent -Connection fl' -cursorColumn 40).CompletionMatches.CompletionText | Should -Be 'floor'
    }

    It 'completes fixed sets of values from the catalog' {
        (TabExpansion2 'Add-VicidialLead -DncCheck ' -cursorColumn 27).CompletionMatches.CompletionText | Should -Be 'Y', 'N', 'AREACODE'
    }
}
