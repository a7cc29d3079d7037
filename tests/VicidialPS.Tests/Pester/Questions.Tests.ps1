# The common behavior of all queries, and the pipelines that administrators write.
BeforeAll {
    $dialer = Start-VicidialSimulator
    Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main
}

AfterAll {
    Disconnect-VicidialServer *
    Stop-VicidialSimulator
}

Describe 'Pipelines that administrators write' {
    It 'get the status of each agent in the roster' {
        $roster = @(Get-VicidialLoggedInAgent -CampaignId TESTCAMP)
        $status = @($roster | Get-VicidialAgentStatus -ErrorVariable failed)
        $failed | Should -BeNullOrEmpty
        $status.User | Should -Be $roster.User
        $status.Status | Should -Be $roster.Status
        ($status | Where-Object User -EQ 1001).PhoneNumber | Should -Be '7275501021'
    }

    It 'lead from the lists of a campaign to their counts' {
        $lists = @(Get-VicidialCustomField | Where-Object CampaignId -EQ TESTCAMP | Get-VicidialList -IncludeCount -ErrorVariable failed)
        $failed | Should -BeNullOrEmpty
        $lists.CampaignId | Select-Object -Unique | Should -Be 'TESTCAMP'
        ($lists | Where-Object ListId -EQ 101).LeadCount | Should -BeGreaterThan 2000
        ($lists | Where-Object ListId -EQ 101).NewLeadCount | Should -BeGreaterThan 700
    }

    It 'lead from the numbers in a file to their leads, under either name of the column' -ForEach 'PhoneNumber', 'phone_number' {
        $file = Join-Path $TestDrive numbers.csv
        "$_,Note", '7275551014,three', '7275551001,one', '4075551212,none' | Set-Content $file
        $found = @(Import-Csv $file | Find-VicidialLead -ErrorVariable failed)
        $failed | Should -BeNullOrEmpty
        $found.LeadId | Should -Be 1016, 1015, 1014, 1001
        ($found | Get-VicidialLead).PhoneNumber | Select-Object -Unique | Should -Be '7275551014', '7275551001'
    }

    It 'lead from found leads to their callbacks' {
        $lead = Get-VicidialLead 1017
        $callbacks = @(Find-VicidialLead $lead.PhoneNumber | Get-VicidialCallback)
        $callbacks.Count | Should -Be 2
        $callbacks.LeadId | Select-Object -Unique | Should -Be 1017
        $callbacks[1].CallbackTime | Should -BeOfType [datetime]
        $callbacks[1].CallbackTime.Kind | Should -Be 'Unspecified'
    }

    It 'return the recordings of today''s calls of one agent' {
        $today = (Get-VicidialVersion).DialerTime
        $recordings = @(Find-VicidialRecording -User 1001 -Date $today -IncludeDuration)
        $recordings.Count | Should -BeGreaterThan 0
        $recordings.User | Select-Object -Unique | Should -Be '1001'
        $recordings | ForEach-Object { $_.StartTime.Date | Should -Be $today.Date }
        $recordings[0].Duration | Should -BeOfType [timespan]
        # Each recording belongs to an existing lead, and to a call to its number.
        $lead = $recordings[0] | Get-VicidialLead
        ($lead | Get-VicidialCallLog -Direction ALL).CallTime | Should -Contain $recordings[0].StartTime
    }

    It 'write the agents'' statistics of a week to a file, with a row for each agent and day' {
        $file = Join-Path $TestDrive week.csv
        $today = (Get-VicidialVersion).DialerTime.Date
        Get-VicidialAgentStatistic -StartTime $today.AddDays(-6) -EndTime $today -ByDay | Export-Csv $file
        $rows = Import-Csv $file
        $days = $rows | Group-Object { ([datetime]$_.StartTime).Date }
        $days.Count | Should -Be 5 -Because 'the simulated call center has worked five days'
        $rows | Where-Object User -EQ 1001 | Should -HaveCount 5
        $whole = Get-VicidialAgentStatistic -StartTime $today.AddDays(-6) -EndTime $today -User 1001
        ($rows | Where-Object User -EQ 1001 | Measure-Object Calls -Sum).Sum | Should -Be $whole.Calls
        ($rows | Where-Object User -EQ 1001 | ForEach-Object { [timespan]$_.LoginTime } | Measure-Object TotalSeconds -Sum).Sum | Should -Be $whole.LoginTime.TotalSeconds
    }

    It 'lead from a user''s campaigns to how they dial' {
        $campaigns = (Get-VicidialAgentCampaign 1001).Campaigns | Get-VicidialCampaign
        $campaigns.CampaignId | Should -Contain 'OUTBND2'
        ($campaigns | Where-Object CampaignId -EQ OUTBND2).DialStatuses | Should -Contain 'DROP'
    }

    It 'lead from the hopper to its leads' {
        $leads = Get-VicidialHopperLead TESTCAMP | Select-Object -First 3 | Get-VicidialLead
        $leads.LeadId | Should -Be 1001, 1104, 1109
    }
}

Describe 'Figures of reports' {
    BeforeAll {
        $today = (Get-VicidialVersion).DialerTime.Date
        $week = @{ StartTime = $today.AddDays(-6); EndTime = $today }
    }

    It 'of calls are the same by total, by hour and by status' {
        $total = (Get-VicidialCallStatistic TESTCAMP @week | Where-Object GroupId -EQ TESTCAMP).Calls
        $total | Should -BeGreaterThan 100
        (Get-VicidialCallStatistic TESTCAMP @week -By Hour | Where-Object GroupId -EQ TESTCAMP | Measure-Object Calls -Sum).Sum | Should -Be $total
        (Get-VicidialCallStatistic TESTCAMP @week -By Status | Where-Object GroupId -EQ TESTCAMP | Measure-Object Calls -Sum).Sum | Should -Be $total
        (Get-VicidialCallStatistic TESTCAMP @week -ByDay | Where-Object GroupId -EQ TESTCAMP | Measure-Object Calls -Sum).Sum | Should -Be $total
    }

    It 'of dispositions add up to the statistics of calls, for each status' {
        $calls = Get-VicidialCallStatistic TESTCAMP @week -By Status | Where-Object GroupId -EQ TESTCAMP
        $dispositions = Get-VicidialDispositionStatistic TESTCAMP @week | Where-Object Calls
        $dispositions | ForEach-Object { "$($_.Status) $($_.Calls)" } | Should -Be @($calls | Sort-Object Status | ForEach-Object { "$($_.Status) $($_.Calls)" })
        ($dispositions | Measure-Object Percent -Sum).Sum | Should -BeGreaterThan 99
        (Get-VicidialDispositionStatistic TESTCAMP @week -TotalOnly).Calls | Should -Be ($dispositions | Measure-Object Calls -Sum).Sum
    }

    It 'have the requested period' {
        $row = Get-VicidialDispositionStatistic TESTCAMP -StartTime $today.AddDays(-1).AddHours(8) -EndTime $today.AddHours(1).AddMinutes(30) -TotalOnly
        $row.StartTime | Should -Be $today.AddDays(-1).AddHours(8)
        $row.EndTime | Should -Be $today.AddHours(1).AddMinutes(30)
        $fields = (Get-VicidialSimulatorRequest | Select-Object -Last 1).Fields
        $fields['query_time'], $fields['end_time'] | Should -Be '08:00:00', '01:30:00'
        $day = Get-VicidialDispositionStatistic TESTCAMP -Date $today.AddDays(-1) -TotalOnly
        $day.StartTime | Should -Be $today.AddDays(-1)
    }

    It 'reject a period that ends before it begins' {
        Get-VicidialAgentStatistic -StartTime $today -EndTime $today.AddDays(-1) -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed.FullyQualifiedErrorId | Should -BeLike 'Vicidial.InvalidPeriod,*'
    }
}

Describe 'Several dialers' {
    BeforeAll {
        $second = Start-VicidialSimulator
        Connect-VicidialServer -Uri $second.Uri -Credential $second.Credential -Name second -NoDefault
    }
    AfterAll {
        Disconnect-VicidialServer second
        Stop-VicidialSimulator -Simulator $second
    }

    It 'are queried in parallel, and each object names its connection' {
        $rows = @(Get-VicidialCampaign -Connection main, second)
        ($rows | Group-Object ConnectionName).Name | Should -Be 'main', 'second'
        $rows | Group-Object ConnectionName | ForEach-Object { $_.Count | Should -Be 8 }
    }

    It 'are queried for each part of a period, too' {
        $today = (Get-VicidialVersion).DialerTime.Date
        $rows = @(Get-VicidialAgentStatistic -User 1001 -StartTime $today.AddDays(-2) -ByDay -Connection *)
        ($rows | Group-Object ConnectionName | ForEach-Object Count) | Should -Be 3, 3
    }

    It 'get the requests for each object on its own dialer' {
        $null = Get-VicidialSimulatorRequest -Simulator $second -Clear
        $null = Get-VicidialLoggedInAgent -Connection second | Select-Object -First 2 | Get-VicidialAgentStatus
        @(Get-VicidialSimulatorRequest -Simulator $second | Where-Object Function -EQ agent_status).Count | Should -Be 2
    }

    It 'return the data of the other dialers and one error if one refuses the login' {
        $secret = ConvertTo-SecureString 'wrong' -AsPlainText -Force
        Connect-VicidialServer -Uri $second.Uri -Credential ([pscredential]::new('api9', $secret)) -Name refused -NoDefault -SkipLoginCheck
        $rows = @(Get-VicidialCampaign -Connection main, refused, second -ErrorVariable failed -ErrorAction SilentlyContinue)
        ($rows | Group-Object ConnectionName).Name | Should -Be 'main', 'second'
        @($failed).Count | Should -Be 1
        $failed.FullyQualifiedErrorId | Should -BeLike 'Vicidial.LoginIncorrect,*'
        $failed.Exception.ConnectionName | Should -Be 'refused'
        $mixed = [pscustomobject]@{ User = '1001'; ConnectionName = 'refused' }, [pscustomobject]@{ User = '1002'; ConnectionName = 'main' }
        ($mixed | Get-VicidialAgentStatus -ErrorVariable failed -ErrorAction SilentlyContinue).User | Should -Be '1002'
        @($failed).Count | Should -Be 1
        Disconnect-VicidialServer refused
    }
}

Describe 'What the dialer leaves out' {
    It 'is requested again if too many leads have the numbers' {
        1..1005 | ForEach-Object { [pscustomobject]@{ PhoneNumber = '7275557700'; FirstName = "n$_" } } | Add-VicidialLead -ListId 106 -ThrottleLimit 16 | Measure-Object | ForEach-Object Count | Should -Be 1005
        $null = Get-VicidialSimulatorRequest -Clear
        $found = @(Find-VicidialLead 7275557700, 7275551014)
        @($found | Where-Object SearchKey -EQ 7275557700).LeadId | Select-Object -Unique | Should -HaveCount 1005
        @($found | Where-Object SearchKey -EQ 7275551014).LeadId | Should -Be 1016, 1015, 1014
        $found.RecordsFound | Select-Object -Unique | Sort-Object | Should -Be 3, 1005
        @(Get-VicidialSimulatorRequest).Count | Should -Be 4
        @(Find-VicidialLead 7275557700 -Limit 10).Count | Should -Be 10
    }

    It 'is an error after the rows if it cannot be requested' {
        $leads = @(Get-VicidialLead -PhoneNumber 7275557700 -ErrorVariable failed -ErrorAction SilentlyContinue)
        $leads.Count | Should -Be 1000
        $failed.FullyQualifiedErrorId | Should -BeLike 'Vicidial.ResultTruncated,*'
        $failed.CategoryInfo.Category | Should -Be 'LimitsExceeded'
    }

    It 'of recordings is requested day by day' {
        $rows = [Vicidial.Testing.RowServer]::Start(100000)
        try {
            Connect-VicidialServer -Uri $rows.Uri -Credential $dialer.Credential -Name rows -NoDefault
            # The server has the same rows for each day, so only the first response has new ones.
            @(Find-VicidialRecording 1001 -Connection rows -ErrorVariable failed -ErrorAction SilentlyContinue).Count | Should -Be 100000
            $rows.SentRows | Should -Be 100000
        }
        finally {
            Disconnect-VicidialServer rows
            $rows.Dispose()
        }
    }
}

Describe 'Large responses' {
    It 'end when the pipeline stops' {
        $rows = [Vicidial.Testing.RowServer]::Start([long]::MaxValue)
        try {
            Connect-VicidialServer -Uri $rows.Uri -Credential $dialer.Credential -Name rows -NoDefault
            @(Find-VicidialRecording 1001 -Connection rows | Select-Object -First 5).RecordingId | Should -Be (1..5)
            $rows.WaitForEnd(10000) | Should -BeFalse
            $rows.SentRows | Should -BeLessThan 1000000
        }
        finally {
            Disconnect-VicidialServer rows
            $rows.Dispose()
        }
    }

    It 'are not kept in memory' {
        $rows = [Vicidial.Testing.RowServer]::Start(99999)
        try {
            Connect-VicidialServer -Uri $rows.Uri -Credential $dialer.Credential -Name rows -NoDefault
            $samples = [Collections.Generic.List[long]]::new()
            $count = 0
            Find-VicidialRecording 1001 -Connection rows | ForEach-Object {
                if (++$count -in 9000, 90000) { $samples.Add([GC]::GetTotalMemory($true)) }
            }
            $count | Should -Be 99999
            # Ten times the rows need the same memory, although 80,000 records alone would need about 15 MB.
            ($samples[1] - $samples[0]) / 1MB | Should -BeLessThan 4
        }
        finally {
            Disconnect-VicidialServer rows
            $rows.Dispose()
        }
    }
}

Describe 'A question' {
    BeforeEach { $null = Get-VicidialSimulatorRequest -Clear }

    It 'about several objects sends a request for each, and writes one error for one that does not exist' {
        $users = @(Get-VicidialUser 1001, nobody, 1002 -ErrorVariable failed -ErrorAction SilentlyContinue)
        $users.User | Should -Be '1001', '1002'
        @($failed).Count | Should -Be 1
        $failed.FullyQualifiedErrorId | Should -BeLike 'Vicidial.UserNotFound,*'
        $failed.CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }

    It 'about several objects requests the others if one is invalid, and each error names its object' {
        $users = @(Get-VicidialUser 1001, 'no body', nobody, 1002 -ErrorVariable failed -ErrorAction SilentlyContinue)
        $users.User | Should -Be '1001', '1002'
        $failed.TargetObject | Should -Be 'no body', 'nobody'
        ($failed.FullyQualifiedErrorId -split ',')[0] | Should -Be 'Vicidial.InvalidIdentifier'
    }

    It 'about statistics accepts its subject from the pipeline' {
        ('1001', '1002' | Get-VicidialAgentStatistic).User | Should -Be '1001', '1002'
        $groups = Get-VicidialCampaign TESTCAMP | Get-VicidialCallStatistic
        $groups.GroupId | Should -Contain 'TESTCAMP'
        $groups.GroupId | Should -Not -Contain 'OUTBND2'
        (Get-VicidialCampaign OUTBND2 | Get-VicidialDispositionStatistic -TotalOnly).GroupId | Should -Be 'OUTBND2'
        (Get-VicidialCallStatistic -InGroupId SALESLINE, SUPPORT).GroupId | Should -Be 'SALESLINE', 'SUPPORT'
    }

    It 'about days requires a valid period' {
        $today = (Get-VicidialVersion).DialerTime.Date
        Get-VicidialDidLog 7275551113 -Date $today -EndDate $today.AddDays(-1) -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed.FullyQualifiedErrorId | Should -BeLike 'Vicidial.InvalidPeriod,*'
        Find-VicidialRecording 1001 -EndDate $today -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.InvalidPeriod,*'
        $days = @(Get-VicidialDidLog 7275551113 -Date $today.AddDays(-2) -EndDate $today | Group-Object { $_.CallTime.Date })
        $days.Count | Should -Be 3
    }

    It 'about a piped object names it in its error' {
        $piped = [pscustomobject]@{ LeadId = 99999999; Note = 'mine' }
        $piped | Get-VicidialLead -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.TargetObject.Note | Should -Be 'mine'
        $failed.CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }

    It 'counts groups separately or together' {
        $each = Get-VicidialInGroupStatus SALESLINE, SUPPORT
        $each.InGroupId | Should -Be 'SALESLINE', 'SUPPORT'
        $all = Get-VicidialInGroupStatus SALESLINE, SUPPORT -Combined
        $all.TotalCalls | Should -Be ($each | Measure-Object TotalCalls -Sum).Sum
        (Get-VicidialUserGroupStatus AGENTS, AGENTS2 -Combined).AgentsLoggedIn | Should -Be (Get-VicidialUserGroupStatus AGENTS, AGENTS2 | Measure-Object AgentsLoggedIn -Sum).Sum
    }

    It 'filters by name if the dialer can only return a whole list' {
        (Get-VicidialVoicemailBox 55*).VoicemailId | Should -Be '555', '556'
        (Get-VicidialInGroup SALES*, SUPPORT).InGroupId | Should -Be 'SALESLINE', 'SUPPORT'
        Get-VicidialCallMenu nothing* | Should -BeNullOrEmpty
    }

    It 'requests the audio store in its data format' {
        (Get-VicidialAudioFile beep.*).Size | Should -Be 300, 8915
        (Get-VicidialSimulatorRequest).Fields['format'], (Get-VicidialSimulatorRequest).Fields['stage'] | Should -Be 'tab', 'name'
        (Get-VicidialAudioFile -SortBy size | Select-Object -First 1).FileName | Should -Be 'beep.wav'
    }

    It 'shows custom fields as properties, and single fields as they are' {
        $lead = Get-VicidialLead 1011 -IncludeCustomField
        $lead.fav_color | Should -Be 'blue'
        (Get-VicidialLead 1011 -FieldName plan_name -IncludeCustomField).Value | Should -Be 'gold'
        (Get-VicidialLead 1008 -FieldName comments).Value | Should -Be (Get-VicidialLead 1008).Comments
        (Get-VicidialLead 900001 -Archived).IsArchived | Should -BeTrue
    }

    It 'does not send a search that the dialer would reject or widen' {
        Find-VicidialRecording -User 1001 -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.InvalidSearch,*'
        Find-VicidialRecording 1001 -User 12 -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.ValueTooShort,*'
        Find-VicidialLead 123 -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.InvalidPhoneNumber,*'
        Get-VicidialCallStatistic 'A-B' -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.InvalidIdentifier,*'
        Get-VicidialSimulatorRequest | Should -BeNullOrEmpty
    }

    It 'masks the address of a web phone, and returns it on request' {
        $phone = Get-VicidialAgentWebPhone 1001
        "$($phone.Url) $($phone | Out-String) $($phone | ConvertTo-Csv) $($phone | ConvertTo-Json)" | Should -Not -Match 'Z3MyMDE'
        $phone.Url.Reveal().Query | Should -Match 'Z3MyMDE'
        $shown = Open-VicidialAgentWebPhone 1001 -WhatIf -Verbose 4>&1 | Out-String
        $shown | Should -Not -Match 'Z3MyMDE'
    }

    It 'reports a web phone that no browser has opened, whose opener ends with <Code>, or the system is Windows' -Skip:($IsWindows) -ForEach @(
        @{ Code = 3; Count = 0 }, @{ Code = 0; Count = 1 }
    ) {
        $path = $env:PATH
        $folder = (New-Item (Join-Path $TestDrive "opener$Code") -ItemType Directory).FullName
        foreach ($opener in 'xdg-open', 'open') {
            Set-Content (Join-Path $folder $opener) "#!/bin/sh`necho `"`$1`" >&2`nexit $Code"
            chmod +x (Join-Path $folder $opener)
        }
        try {
            $env:PATH = $folder + [IO.Path]::PathSeparator + $path
            $opened = @(Open-VicidialAgentWebPhone 1001 -PassThru -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failed)
        }
        finally { $env:PATH = $path }
        $opened.Count | Should -Be $Count
        $failed.FullyQualifiedErrorId | Should -Be $(if (-not $Count) { 'Vicidial.BrowserNotOpened,VicidialPS.Commands.Screens.OpenAgentWebPhoneCommand' })
        "$failed" | Should -Not -Match 'Z3MyMDE'
    }

    It 'writes the error of each value in its place among the results' {
        $said = Get-VicidialUser 'a b', 1001, 'c;d', 9999, 1002 2>&1 | ForEach-Object { if ($_ -is [Management.Automation.ErrorRecord]) { "$($_.TargetObject)!" } else { $_.User } }
        $said | Should -Be 'a b!', '1001', 'c;d!', '9999!', '1002'
        $said = Get-VicidialUser 1001, 'a b' 2>&1 | ForEach-Object { if ($_ -is [Management.Automation.ErrorRecord]) { "$($_.TargetObject)!" } else { $_.User } }
        $said | Should -Be '1001', 'a b!'
    }

    It 'names the field that a dialer is too old for' {
        $old = Start-VicidialSimulator -Scenario @{ Extend = $true; Generation = '2.10-69' }
        Connect-VicidialServer -Uri $old.Uri -Credential $old.Credential -Name old -NoDefault
        $recordings = @(Find-VicidialRecording 1001 -IncludeDuration -Connection old -WarningVariable warned -WarningAction SilentlyContinue)
        $recordings.Count | Should -BeGreaterThan 0
        "$warned" | Should -Match 'duration.*200610-1447'
        Get-VicidialCampaign -Connection old -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeLike 'Vicidial.DialerTooOld,*'
        "$failed" | Should -Match '200815-1025'
        (Get-VicidialAgentStatus 1001 -Connection old).VendorLeadCode | Should -Be 'LIVE1021'
        Disconnect-VicidialServer old
        Stop-VicidialSimulator -Simulator $old
    }

    It 'leaves out the campaigns that an older dialer counts without being asked' {
        $old = Start-VicidialSimulator -Scenario @{ Extend = $true; Generation = '2.14-107' }
        Connect-VicidialServer -Uri $old.Uri -Credential $old.Credential -Name old -NoDefault
        $week = @{ StartTime = '2020-01-01'; TotalOnly = $true; Connection = 'old' }
        (Get-VicidialDispositionStatistic TESTCAMP @week -ErrorAction Stop).GroupId | Should -Be 'TESTCAMP'
        (Get-VicidialDispositionStatistic @week -ErrorAction Stop).GroupId | Should -Be 'OUTBND2', 'TESTCAMP'
        Get-VicidialDispositionStatistic TESTCAMP -Category SALE @week -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeLike 'Vicidial.DialerTooOld,*'
        Disconnect-VicidialServer old
        Stop-VicidialSimulator -Simulator $old
    }

    It 'continues after a day that fails' {
        $today = (Get-VicidialVersion).DialerTime.Date
        Set-VicidialSimulatorFault ServerErrorInstead -RetryAfter 0 -Count 3 -Function agent_stats_export
        $rows = @(Get-VicidialAgentStatistic -User 1001 -StartTime $today.AddDays(-2) -ByDay -ErrorVariable failed -ErrorAction SilentlyContinue)
        $rows.StartTime.Date | Should -Be $today.AddDays(-1), $today
        @($failed).Count | Should -Be 1
        Set-VicidialSimulatorFault -Clear
    }
}
