BeforeAll {
    $dialer = Start-VicidialSimulator
    Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name floor
}

AfterAll {
    Disconnect-VicidialServer floor
    Stop-VicidialSimulator
}

Describe 'Get-VicidialLoggedInAgent' {
    BeforeEach { $null = Get-VicidialSimulatorRequest -Clear }

    It 'emits typed objects' {
        $agent = Get-VicidialLoggedInAgent | Where-Object User -EQ 1001
        $agent.PSObject.TypeNames[0] | Should -Be 'Vicidial.Client.Records.Agents.LoggedInAgent'
        $agent.FullName | Should -Be "Alice Mart$([char]0xED)n"
        $agent.CallsToday | Should -BeOfType [int]
        $agent.LeadId | Should -Be 1021
        $agent.UserLevel | Should -Be 1
        $agent.ConnectionName | Should -Be 'floor'
    }

    It 'requests tabs and column names, and no optional data unless requested' {
        $null = Get-VicidialLoggedInAgent
        $fields = (Get-VicidialSimulatorRequest).Fields
        $fields['stage'] | Should -BeExactly 'tab'
        $fields['header'] | Should -BeExactly 'YES'
        $fields.Keys | Should -Not -Contain 'show_sub_status'
        $fields.Keys | Should -Not -Contain 'campaigns'
        $fields['source'] | Should -Be 'VicidialPS'
    }

    It 'leaves sub-status and pause code null unless they are requested' {
        (Get-VicidialLoggedInAgent | Where-Object User -EQ 1003).PauseCode | Should -BeNull
        $agent = Get-VicidialLoggedInAgent -IncludeSubStatus | Where-Object User -EQ 1003
        $agent.PauseCode | Should -Be 'BREAK'
        $agent.SubStatus | Should -BeExactly ''
        (Get-VicidialLoggedInAgent -IncludeSubStatus | Where-Object SubStatus -EQ DEAD).User | Should -Be '1007', '7002'
    }

    It 'returns only agents with the named statuses, from one request for all' {
        $all = @(Get-VicidialLoggedInAgent -IncludeSubStatus)
        (Get-VicidialLoggedInAgent -Status PAUSED).User | Should -Be ($all | Where-Object Status -EQ PAUSED).User
        (Get-VicidialLoggedInAgent -Status ready, clos*).User | Should -Be ($all | Where-Object Status -In READY, CLOSER).User
        (Get-VicidialLoggedInAgent -Status DEAD, DISPO -IncludeSubStatus).User | Should -Be ($all | Where-Object SubStatus -In DEAD, DISPO).User
        (Get-VicidialSimulatorRequest logged_in_agents | Select-Object -Last 1).Fields.Keys | Should -Not -Contain 'status'
        $line = 'Get-VicidialLoggedInAgent -Status '
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'READY', 'CLOSER', 'QUEUE', 'INCALL', 'MQUEUE', 'PAUSED', 'DEAD', 'DISPO'
    }

    It 'joins campaigns and groups as the dialer requires' {
        $agents = Get-VicidialLoggedInAgent -CampaignId TESTCAMP, INBOUND -UserGroup ADMIN
        (Get-VicidialSimulatorRequest).Fields['campaigns'] | Should -BeExactly 'TESTCAMP|INBOUND'
        $agents.User | Should -Be '6666', '7001', '7003'
        $agents.UserGroup | Select-Object -Unique | Should -Be 'ADMIN'
    }

    It 'does not change names with commas, pipes, quotes, or markup' {
        $names = (Get-VicidialLoggedInAgent).FullName
        $names | Should -Contain 'Hank, Jr.'
        $names | Should -Contain 'Iris | Pipe'
        $names | Should -Contain 'Bob "Bobby" Stone'
        $names | Should -Contain 'Mia <b>Bold</b>'
        $names | Should -Contain "Liu Wei $([char]0x674E)"
    }

    It 'returns nothing, and no error, if no agent is logged in' {
        Get-VicidialLoggedInAgent -CampaignId ALTTEST -ErrorVariable failed | Should -BeNullOrEmpty
        $failed | Should -BeNullOrEmpty
    }

    It 'rejects a campaign with characters that the dialer would drop, and sends nothing' {
        Get-VicidialLoggedInAgent -CampaignId 'TEST CAMP' -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed.FullyQualifiedErrorId | Should -BeLike 'Vicidial.InvalidIdentifier,*'
        $failed.CategoryInfo.Category | Should -Be 'InvalidArgument'
        $failed.Exception.Message | Should -Match "' '"
        Get-VicidialSimulatorRequest | Should -BeNullOrEmpty
    }

    It 'names the missing permission' {
        Connect-VicidialServer -Uri $dialer.Uri -Credential ([pscredential]::new('noflags9', $dialer.Credential.Password)) -Name weak -NoDefault
        Get-VicidialLoggedInAgent -Connection weak -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeLike 'Vicidial.PermissionDenied,*'
        $failed.CategoryInfo.Category | Should -Be 'PermissionDenied'
        Disconnect-VicidialServer weak
    }

    It 'reports that a dialer is too old, with the required and the actual build' {
        $old = Start-VicidialSimulator -Scenario @{ Extend = $true; Generation = '2.10-69' }
        Connect-VicidialServer -Uri $old.Uri -Credential $old.Credential -Name old -NoDefault
        Get-VicidialLoggedInAgent -Connection old -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeLike 'Vicidial.DialerTooOld,*'
        $failed.Exception.Message | Should -Match '151226-0954'
        $failed.Exception.Message | Should -Match '150217-1404'
        Disconnect-VicidialServer old
        Stop-VicidialSimulator -Simulator $old
    }

    It 'accepts campaigns from the pipeline by property name' {
        $agents = [pscustomobject]@{ CampaignId = 'INBOUND' }, [pscustomobject]@{ campaign_id = 'PREVIEW' } | Get-VicidialLoggedInAgent
        $agents.User | Should -Be '7001', '7002', '7003', '1012'
    }

    It 'can be exported to CSV and imported with the same values' {
        $file = Join-Path $TestDrive floor.csv
        Get-VicidialLoggedInAgent -IncludeSubStatus | Export-Csv $file
        $rows = Import-Csv $file
        $rows.Count | Should -Be @(Get-VicidialLoggedInAgent).Count
        ($rows | Where-Object User -EQ 1012).FullName | Should -Be "Liu Wei $([char]0x674E)"
        $rows[0].PSObject.Properties.Name | Should -Be 'User', 'FullName', 'CampaignId', 'Status', 'SubStatus', 'PauseCode', 'CallsToday', 'LeadId', 'CallerId', 'SessionId', 'UserGroup', 'UserLevel', 'ConnectionName'
    }

    It 'hides warnings of the dialer''s scripting language' {
        Set-VicidialSimulatorFault PhpNoise -Count 1
        @(Get-VicidialLoggedInAgent -ErrorVariable failed).Count | Should -Be 22
        $failed | Should -BeNullOrEmpty
    }

    It 'retries after a server error' {
        Set-VicidialSimulatorFault ServerErrorInstead -RetryAfter 0 -Count 2
        @(Get-VicidialLoggedInAgent).Count | Should -Be 22
        @(Get-VicidialSimulatorRequest).Count | Should -Be 3
    }

    It 'returns the rows before a cut, and reports the cut' {
        Set-VicidialSimulatorFault CutReply -CutAfterBytes 400 -Count 1
        $agents = @(Get-VicidialLoggedInAgent -ErrorVariable failed -ErrorAction SilentlyContinue)
        $agents.Count | Should -BeIn (3..7)
        $failed.FullyQualifiedErrorId | Should -BeLike 'Vicidial.ReplyCut,*'
        Set-VicidialSimulatorFault -Clear
    }

    It 'writes an error for a row that it cannot read, with the row as its target' {
        $odd = Start-VicidialSimulator -Scenario @{ Extend = $true; Users = @(@{ User = 'tabby'; Password = '1234'; Level = 1; FullName = "Tab`tby"; Group = 'AGENTS' }); Agents = @(@{ User = 'tabby'; CampaignId = 'TESTCAMP'; Status = 'READY' }) }
        Connect-VicidialServer -Uri $odd.Uri -Credential $odd.Credential -Name odd -NoDefault
        $agents = Get-VicidialLoggedInAgent -Connection odd -ErrorVariable failed -ErrorAction SilentlyContinue
        $agents.User | Should -Not -Contain 'tabby'
        @($agents).Count | Should -Be 22
        $failed.FullyQualifiedErrorId | Should -BeLike 'Vicidial.UnreadableRow,*'
        $failed.TargetObject.Text | Should -Match "^tabby`t"
        Disconnect-VicidialServer odd
        Stop-VicidialSimulator -Simulator $odd
    }

    It 'ends the transfer of a large roster when the pipeline stops' {
        $large = Start-VicidialSimulator -AgentCount 50000
        Connect-VicidialServer -Uri $large.Uri -Credential $large.Credential -Name large -NoDefault
        @(Get-VicidialLoggedInAgent -Connection large | Select-Object -First 5).Count | Should -Be 5
        @(Get-VicidialLoggedInAgent -Connection large).Count | Should -Be 50000
        Disconnect-VicidialServer large
        Stop-VicidialSimulator -Simulator $large
    }

    It 'writes each attempt to the verbose stream, with status and duration' {
        $verbose = Get-VicidialLoggedInAgent -Verbose 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] }
        "$verbose" | Should -Match '^floor: logged_in_agents, attempt 1, HTTP 200, \d+ ms'
    }
}
