# What a new user tries first: lists and users without a number, days by name, prompts that show what is lost, and the
# Tab key.
BeforeAll {
    function Connect-Simulator {
        $dialer = Start-VicidialSimulator
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name demo
        $dialer
    }

    function Complete([string] $Line) {
        (TabExpansion2 $Line -cursorColumn $Line.Length).CompletionMatches
    }

    # The messages of -WhatIf are not in the pipeline.
    function Show-WhatIf([scriptblock] $Script) {
        $file = Join-Path $TestDrive "$([guid]::NewGuid()).txt"
        try {
            $null = Start-Transcript $file
            & $Script
        }
        finally {
            $null = Stop-Transcript
        }
        Get-Content $file | Where-Object { $_ -match '^What if' }
    }
}

Describe 'Without a number' {
    BeforeAll { $dialer = Connect-Simulator }
    AfterAll {
        Disconnect-VicidialServer demo
        Stop-VicidialSimulator
    }

    It 'Get-VicidialList gets all lists with all of their properties' {
        $lists = @(Get-VicidialList)
        $lists.Count | Should -BeGreaterThan 3
        ($lists.ListId | Sort-Object) | Should -Be (Get-VicidialCustomField | ForEach-Object ListId | Sort-Object)
        ($lists | Where-Object ListId -EQ 101).ListName | Should -Be (Get-VicidialList 101).ListName
        (Get-VicidialList -IncludeCount).LeadCount | Should -Not -Contain $null
    }

    It 'Get-VicidialList writes to the verbose stream what it leaves out' {
        Get-VicidialList -Verbose 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] -and $_ -match 'cannot see' } | Should -HaveCount 1
    }

    It 'Get-VicidialUser gets the users who are logged in or have worked, and warns that others are missing' {
        $users = @(Get-VicidialUser -WarningVariable warned -WarningAction SilentlyContinue)
        foreach ($agent in Get-VicidialLoggedInAgent) {
            $users.User | Should -Contain $agent.User
        }
        $users.UserLevel | Should -Not -Contain $null
        ($users.User | Sort-Object -Unique).Count | Should -Be $users.Count
        $warned | Should -HaveCount 1
        $warned | Should -Match 'cannot list its users.*-User'
    }

    It '<Name> does not treat an object without a name as all' -ForEach @{ Name = 'Get-VicidialList' }, @{ Name = 'Get-VicidialUser' } {
        $asked = @(Get-VicidialSimulatorRequest).Count
        [pscustomobject]@{ Color = 'red' } | & $Name -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed | Should -HaveCount 1
        $failed.FullyQualifiedErrorId | Should -BeLike 'Vicidial.*'
        @(Get-VicidialSimulatorRequest).Count | Should -Be $asked
    }
}

Describe 'A day by its name' {
    BeforeAll { $dialer = Connect-Simulator }
    AfterAll {
        Disconnect-VicidialServer demo
        Stop-VicidialSimulator
    }

    It '<Word> is a day of the dialer''s clock' -ForEach @{ Word = 'Today'; Days = 0 }, @{ Word = 'yesterday'; Days = -1 } {
        $day = $dialer.Now.Date.AddDays($Days)
        $null = Get-VicidialDidLog 7275551113 -Date $Word
        (Get-VicidialSimulatorRequest did_log_export)[-1].Fields['date'] | Should -Be $day.ToString('yyyy-MM-dd')
        $null = Get-VicidialAgentStatistic -Date $Word
        (Get-VicidialSimulatorRequest agent_stats_export)[-1].Fields['datetime_start'] | Should -BeLike "$($day.ToString('yyyy-MM-dd'))*"
        $null = Find-VicidialRecording -User 1001 -Date $Word
        (Get-VicidialSimulatorRequest recording_lookup)[-1].Fields['date'] | Should -Be $day.ToString('yyyy-MM-dd')
    }

    It '<Word> is the day of the dialer that -Connection names' -ForEach @{ Word = 'Today'; Days = 0 }, @{ Word = 'yesterday'; Days = -1 } {
        # Far enough to the east or west that it is another day there.
        $offset = 14, -12 | Where-Object { [datetime]::UtcNow.AddHours($_).Date -ne $dialer.Now.Date } | Select-Object -First 1
        $other = Start-VicidialSimulator -Scenario @{ Extend = $true; Offset = $offset }
        Connect-VicidialServer -Uri $other.Uri -Credential $other.Credential -Name other -NoDefault
        try {
            $here, $there = $dialer, $other | ForEach-Object { $_.Now.Date.AddDays($Days).ToString('yyyy-MM-dd') }
            $there | Should -Not -Be $here
            $null = Get-VicidialDidLog 7275551113 -Date $Word -EndDate $Word -Connection demo, other
            (Get-VicidialSimulatorRequest did_log_export -Simulator $dialer)[-1].Fields['date'] | Should -Be $here
            (Get-VicidialSimulatorRequest did_log_export -Simulator $other)[-1].Fields['date'] | Should -Be $there
            $null = Get-VicidialAgentStatistic -StartTime $Word -EndTime $Word -Connection other
            $period = (Get-VicidialSimulatorRequest agent_stats_export -Simulator $other)[-1].Fields
            $period['datetime_start'], $period['datetime_end'] | Should -Be "$there 00:00:00", "$there 23:59:59"
            $null = Find-VicidialLead -Status SALE -Date $Word -Connection other
            (Get-VicidialSimulatorRequest lead_status_search -Simulator $other)[-1].Fields['date'] | Should -Be $there
            # Each piped list names its dialer.
            $null = Get-VicidialList 101 -Connection demo, other | Set-VicidialList -ExpirationDate $Word
            (Get-VicidialSimulatorRequest update_list -Simulator $dialer)[-1].Fields['expiration_date'] | Should -Be $here
            (Get-VicidialSimulatorRequest update_list -Simulator $other)[-1].Fields['expiration_date'] | Should -Be $there
        }
        finally {
            Disconnect-VicidialServer other
            Stop-VicidialSimulator -Simulator $other
        }
    }

    It 'is completed for each parameter that accepts a day' {
        foreach ($command in (Get-Module VicidialPS).ExportedCmdlets.Values) {
            foreach ($parameter in $command.Parameters.Values | Where-Object { $_.Name -in 'Date', 'EndDate', 'StartTime', 'EndTime' }) {
                $found = Complete "$($command.Name) -$($parameter.Name) "
                $found.CompletionText | Should -Be 'Today', 'Yesterday' -Because "$command -$($parameter.Name) is a day"
                $found[1].ToolTip | Should -BeLike "*$($dialer.Now.Date.AddDays(-1).ToString('yyyy-MM-dd'))"
            }
        }
    }
}

Describe 'A prompt before data is lost' {
    BeforeAll { $dialer = Connect-Simulator }
    AfterAll {
        Disconnect-VicidialServer demo
        Stop-VicidialSimulator
    }

    It 'names how many objects are lost, and their kind' {
        $list = Get-VicidialList 101 -IncludeCount
        $count = '{0:N0}' -f $list.LeadCount
        Show-WhatIf { Clear-VicidialList 101 -WhatIf } | Should -Match "Remove all $count leads of list 101 '$([regex]::Escape($list.ListName))'.*demo"
        Show-WhatIf { Reset-VicidialList 101 -WhatIf } | Should -Match "Reset all $count leads of list 101 '"
        Show-WhatIf { Remove-VicidialList 101 -IncludeLead -WhatIf } | Should -Match "Remove list 101 '.*' and all $count leads"
        Show-WhatIf { Remove-VicidialList 101 -WhatIf } | Should -Match "Remove list 101 '.*' without its leads"
        Show-WhatIf { Remove-VicidialUser 1001 -WhatIf } | Should -Match "Remove user 1001 '$([regex]::Escape((Get-VicidialUser 1001).FullName))'"
        $hopper = @(Get-VicidialHopperLead TESTCAMP).Count
        Show-WhatIf { Clear-VicidialHopper TESTCAMP -WhatIf } | Should -Match "Remove all $hopper leads from the hopper of campaign TESTCAMP"
    }

    It 'names in one sentence what is removed, and from where' {
        Show-WhatIf { Remove-VicidialDncNumber 7275551212 -WhatIf } | Should -Match '"Remove number 7275551212 from the do-not-call list of the system" on target "demo"'
        Show-WhatIf { Remove-VicidialDncNumber 7275551212 -CampaignId TESTCAMP -WhatIf } | Should -Match '"Remove number 7275551212 from the do-not-call list of campaign TESTCAMP"'
        Show-WhatIf { Add-VicidialDncNumber 7275551212 -WhatIf } | Should -Match '"Add number 7275551212 to the do-not-call list of the system"'
        $lead = Get-VicidialLead 1104
        Show-WhatIf { Remove-VicidialHopperLead 1104 -WhatIf } |
            Should -Match "Remove lead 1104 \($([regex]::Escape("$($lead.FirstName) $($lead.LastName) $($lead.PhoneNumber)")), list $($lead.ListId)\) from the hopper"
        Show-WhatIf { Reset-VicidialUserPassword 1001 -WhatIf } | Should -Match "Email a new password to user 1001 '$([regex]::Escape((Get-VicidialUser 1001).FullName))'"
    }

    It 'counts the caller IDs of a group, and shows where a preset calls' {
        $null = Add-VicidialCidGroupEntry TESTCAMP 727 7275551212
        Show-WhatIf { Remove-VicidialCidGroupEntry TESTCAMP ---ALL--- ---ALL--- -WhatIf } |
            Should -Match "Remove all $(@(Get-VicidialCidGroupEntry TESTCAMP).Count) caller IDs of all area codes from caller ID group TESTCAMP"
        Show-WhatIf { Remove-VicidialCidGroupEntry TESTCAMP 727 ---ALL--- -WhatIf } | Should -Match 'Remove the only caller ID of area code 727 from'
        Show-WhatIf { Remove-VicidialCidGroupEntry TESTCAMP 727 7275551212 -WhatIf } | Should -Match 'Remove the caller ID 7275551212 of area code 727 from'
        $preset = Get-VicidialTransferPreset TESTCAMP | Select-Object -First 1
        Show-WhatIf { Remove-VicidialTransferPreset TESTCAMP $preset.PresetName -WhatIf } | Should -Match "Remove transfer preset $($preset.PresetName) \($($preset.PhoneNumber)\) of campaign TESTCAMP"
    }

    It 'has the description that this session gave a DID, a phone, or an alias, because no function returns it' {
        Show-WhatIf { Remove-VicidialDid 7275551113 -WhatIf } | Should -Match '"Remove DID 7275551113"'
        $null = New-VicidialDid 7275559999 -DidDescription 'Summer offer'
        Show-WhatIf { Remove-VicidialDid 7275559999 -WhatIf } | Should -Match "`"Remove DID 7275559999 'Summer offer'`""
        $null = Set-VicidialDid 7275559999 -DidDescription 'Winter offer'
        Show-WhatIf { Remove-VicidialDid 7275559999 -WhatIf } | Should -Match "'Winter offer'"
        $null = Set-VicidialPhone gs201 10.10.10.15 -PhoneFullName 'Front desk'
        Show-WhatIf { Remove-VicidialPhone gs201 10.10.10.15 -WhatIf } | Should -Match "Remove phone gs201 'Front desk' on server 10.10.10.15"
        $null = New-VicidialPhoneAlias desks -PhoneLogin gs201, gs202 -PhoneAliasName 'Two desks'
        Show-WhatIf { Remove-VicidialPhoneAlias desks -WhatIf } | Should -Match "Remove phone alias desks 'Two desks'"
        Remove-VicidialDid 7275559999 -Force
        Show-WhatIf { Remove-VicidialDid 7275559999 -WhatIf } | Should -Match '"Remove DID 7275559999"'
    }

    It 'has no number if the dialer does not report it' {
        Show-WhatIf { Clear-VicidialList 98765 -WhatIf } | Should -Match 'Remove all leads of list 98765'
    }

    It 'sends no request without a prompt' {
        $null = New-VicidialList 9901 -ListName Gone -CampaignId TESTCAMP
        $asked = @(Get-VicidialSimulatorRequest list_info).Count
        Clear-VicidialList 9901 -Force
        Clear-VicidialList 9901 -Force -Verbose 4> $null
        Clear-VicidialList 9901 -Confirm:$false
        Clear-VicidialList 9901 -Confirm:$false -Verbose 4> $null
        & { $ConfirmPreference = 'None'; Clear-VicidialList 9901 }
        @(Get-VicidialSimulatorRequest list_info).Count | Should -Be $asked
        @(Get-VicidialSimulatorRequest update_list | Where-Object { $_.Fields['delete_leads'] -eq 'Y' }).Count | Should -Be 5
    }
}

Describe 'The Tab key' {
    BeforeAll {
        Push-Location $TestDrive
        $null = New-Item 'a-file.txt'
        $commands = @((Get-Module VicidialPS).ExportedCmdlets.Values)
        $common = [Management.Automation.PSCmdlet]::CommonParameters + [Management.Automation.PSCmdlet]::OptionalCommonParameters
        $text = [string], [long], [int], [double], [decimal], [datetime], [timespan]
        function Get-ElementType([type] $Type) {
            if ($Type.IsArray) { $Type = $Type.GetElementType() }
            $inner = [Nullable]::GetUnderlyingType($Type)
            if ($inner) { $inner } else { $Type }
        }
    }
    AfterAll { Pop-Location }

    It 'does not offer files for a parameter that is not a path' {
        $problems = foreach ($command in $commands) {
            foreach ($parameter in $command.Parameters.Values) {
                if ($parameter.Name -in $common -or $parameter.Name -match 'Path$|^ListenUri$' -or (Get-ElementType $parameter.ParameterType) -notin $text) {
                    continue
                }
                if (Complete "$($command.Name) -$($parameter.Name) " | Where-Object ResultType -In 'ProviderItem', 'ProviderContainer') {
                    "$($command.Name) -$($parameter.Name)"
                }
            }
        }
        $problems | Should -BeNullOrEmpty
    }

    It 'offers files for a path' {
        (Complete 'Start-VicidialTrace -Path a-').CompletionText | Should -BeLike '*a-file.txt'
    }

    It 'explains each choice' {
        $dull = foreach ($command in $commands) {
            foreach ($parameter in $command.Parameters.Values | Where-Object { $_.Attributes.Type.Name -contains 'ChoiceCompleter' }) {
                $found = @(Complete "$($command.Name) -$($parameter.Name) ")
                if (@($found.ToolTip | Sort-Object -Unique).Count -ne $found.Count -or $found.Where({ $_.ToolTip -eq $_.ListItemText })) {
                    "$($command.Name) -$($parameter.Name): $($found.ToolTip -join ' | ')"
                }
            }
        }
        $dull | Should -BeNullOrEmpty
        (Complete 'Set-VicidialCampaign TESTCAMP -DialMethod RAT').ToolTip | Should -Match 'lines for each ready agent'
    }
}

Describe '-PassThru' {
    It 'returns the result of a cmdlet that otherwise returns nothing' {
        $started = Connect-Simulator
        Set-VicidialSimulatorFault Latency -DelayMilliseconds 1 -PassThru | Should -Be $started
        Set-VicidialSimulatorFault -Clear | Should -BeNullOrEmpty
        $trace = Join-Path $TestDrive trace.jsonl
        (Start-VicidialTrace $trace -PassThru).Path | Should -Be $trace
        $null = Stop-VicidialTrace
        (Disconnect-VicidialServer demo -PassThru).Name | Should -Be demo
        Stop-VicidialSimulator -PassThru | Should -Be $started
    }
}
