# A timeline: what dialers know about a lead or a number, in order, and the gaps.
BeforeAll {
    $dialer = Start-VicidialSimulator
    Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main
    function Get-Account([string] $User) { [pscredential]::new($User, (ConvertTo-SecureString 1234 -AsPlainText -Force)) }
}

AfterAll {
    Get-VicidialConnection | Disconnect-VicidialServer
    Get-VicidialSimulator | ForEach-Object { Stop-VicidialSimulator -Simulator $_ }
}

Describe 'Get-VicidialTimeline' {
    It 'has the outbound and inbound calls, the recordings, and the callbacks of a number, in order of time' {
        $entries = @(Get-VicidialTimeline 7275551001)
        $entries[0] | Should -BeOfType Vicidial.Client.Records.Leads.TimelineEntry
        @($entries | Where-Object Kind -EQ CallOut).Count | Should -Be @(Get-VicidialCallLog 7275551001 -Direction OUT).Count
        @($entries | Where-Object Kind -EQ CallIn).Count | Should -Be @(Get-VicidialCallLog 7275551001 -Direction IN).Count
        @($entries | Where-Object Kind -EQ CallIn).Count | Should -BeGreaterThan 0
        ($entries | Where-Object Kind -EQ Recording).Record.RecordingId | Should -Be (Find-VicidialRecording 1001).RecordingId
        $entries.Time | Should -Be ($entries.Time | Sort-Object)
        $entries.ConnectionName | Select-Object -Unique | Should -Be main
        $entries | Where-Object Kind -EQ Gap | Should -BeNullOrEmpty
        $sale = $entries | Where-Object { $_.Kind -eq 'CallOut' -and $_.Status -eq 'SALE' }
        $sale.Who | Should -Be '1001'
        $sale.Length | Should -Be ([timespan]::FromSeconds(63))
        $sale.Detail | Should -Be 'ended by AGENT'
    }

    It 'of a lead includes the calls to its numbers' {
        $entries = @(Get-VicidialTimeline -LeadId 1017)
        @($entries | Where-Object Kind -EQ Callback).Count | Should -Be @(Get-VicidialCallback 1017 -SearchLocation ALL).Count
        $entries | Where-Object Kind -EQ Callback | ForEach-Object { $_.LeadId | Should -Be 1017 }
        (@(Get-VicidialTimeline -LeadId 1001) | Where-Object Kind -EQ CallOut).Status | Should -Contain SALE
    }

    It 'accepts leads and rows from the pipeline, one after the other' {
        $entries = @(Find-VicidialLead 7275551001 | Get-VicidialTimeline)
        $entries.Kind | Should -Contain Recording
        $rows = 'lead_id', '1017', '1001' | ConvertFrom-Csv
        $leads = @($rows | Get-VicidialTimeline -Kind Recording, Callback).LeadId | Select-Object -Unique
        $leads | Should -Be 1017, 1001
    }

    It 'sends only the requests that are needed' {
        $null = Get-VicidialSimulatorRequest -Clear
        $entries = @(Get-VicidialTimeline 7275551001 -Kind CallIn)
        $entries.Kind | Select-Object -Unique | Should -Be CallIn
        (Get-VicidialSimulatorRequest).Function | Should -Be phone_number_log
    }

    It 'needs a number or a lead, in digits' {
        Get-VicidialTimeline -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.InvalidSearch,*'
        Get-VicidialTimeline '727 KL5' -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.InvalidPhoneNumber,*'
    }

    It 'accepts a number as people write it' {
        $plain = @(Get-VicidialTimeline 7275551001)
        $written = @(Get-VicidialTimeline '(727) 555-1001')
        $written | ForEach-Object ToString | Should -Be ($plain | ForEach-Object ToString)
        $written.Count | Should -BeGreaterThan 0
    }

    It 'reports a lead that does not exist' {
        $entries = @(Get-VicidialTimeline -LeadId 99999999)
        $entries.Kind | Select-Object -Unique | Should -Be Gap
        $entries[0].Status | Should -Be 'Vicidial.LeadNotFound'
    }

    It 'fills its view' {
        $entries = @(Get-VicidialTimeline 7275551001)
        (Out-String -InputObject $entries -Width 120) -split "`n" | Where-Object { $_ -match 'Detail +Length +Connection\s*$' } | Should -HaveCount 1
    }
}

Describe 'A timeline of several dialers' {
    AfterEach { Get-VicidialConnection | Where-Object Name -NE main | Disconnect-VicidialServer }

    It 'has the entries of all dialers, in order of UTC time' {
        $other = Start-VicidialSimulator -Scenario @{ Extend = $true; Offset = 3 }
        Connect-VicidialServer -Uri $other.Uri -Credential $other.Credential -Name other -NoDefault
        $entries = @(Get-VicidialTimeline 7275551001)
        $entries.ConnectionName | Sort-Object -Unique | Should -Be main, other
        $moments = $entries | ForEach-Object { $_.Time - (Get-VicidialConnection $_.ConnectionName).UtcOffset }
        $moments | Should -Be ($moments | Sort-Object)
        (Get-VicidialTimeline 7275551001 -Connection other).ConnectionName | Select-Object -Unique | Should -Be other
    }

    It 'queries other dialers by phone number, never by lead ID' {
        $other = Start-VicidialSimulator -Scenario @{
            Leads = @(@{ LeadId = 1001; ListId = 101; PhoneNumber = '7275559999' })
        }
        Connect-VicidialServer -Uri $other.Uri -Credential $other.Credential -Name other -NoDefault
        $null = Get-VicidialSimulatorRequest -Clear
        $null = Get-VicidialTimeline -LeadId 1001
        $asked = @(Get-VicidialSimulatorRequest recording_lookup) + @(Get-VicidialSimulatorRequest phone_number_log)
        $asked | ForEach-Object { $_.Fields['phone_number'] } | Where-Object { $_ } | Select-Object -Unique | Should -Not -Contain '7275559999'
        $numbers = @(Get-VicidialSimulatorRequest lead_search | ForEach-Object { $_.Fields['phone_number'] })
        $numbers | Should -Contain '7275551001'
    }

    It 'has the entries that the account may read, and a gap for everything else' {
        Connect-VicidialServer -Uri $dialer.Uri -Credential (Get-Account noflags9) -Name weak -NoDefault
        $entries = @(Get-VicidialTimeline 7275551001)
        $entries | Where-Object { $_.Kind -ne 'Gap' } | ForEach-Object ConnectionName | Select-Object -Unique | Should -Be main
        $gaps = @($entries | Where-Object Kind -EQ Gap)
        $gaps.ConnectionName | Select-Object -Unique | Should -Be weak
        $gaps.Status | Should -Contain 'Vicidial.PermissionDenied'
        $gaps.Detail | ForEach-Object { $_ | Should -Match '^(Calls out|Calls in|Recordings)' }
    }

    It 'leaves out what a dialer is too old for' {
        $old = Start-VicidialSimulator -Scenario @{ Extend = $true; Generation = '2.10-69' }
        Connect-VicidialServer -Uri $old.Uri -Credential $old.Credential -Name old -NoDefault
        $entries = @(Get-VicidialTimeline -LeadId 1001 -Connection old)
        $entries.Kind | Should -Contain Recording
        ($entries | Where-Object Kind -EQ Gap).Status | Select-Object -Unique | Should -Be 'Vicidial.DialerTooOld'
    }

    It 'names the dialer that it waits for' {
        $slow = Start-VicidialSimulator
        $hanging = Connect-VicidialServer -Uri $slow.Uri -Credential $slow.Credential -Name hanging -NoDefault -PassThru
        Set-VicidialSimulatorFault Stall -DelayMilliseconds 60000 -Simulator $slow
        $state = [initialsessionstate]::CreateDefault2()
        $state.ImportPSModule((Get-Module VicidialPS).Path)
        $shell = [powershell]::Create($state).AddCommand('Get-VicidialTimeline').AddParameters(@{ PhoneNumber = '7275551001'; Connection = @((Get-VicidialConnection main), $hanging) })
        try {
            $running = $shell.BeginInvoke()
            $limit = [Diagnostics.Stopwatch]::StartNew()
            while (-not $shell.Streams.Progress.Count -and $limit.Elapsed.TotalSeconds -lt 30) { [Threading.Thread]::Sleep(20) }
            $shell.Streams.Progress[0].StatusDescription | Should -Be 'Waiting for hanging'
            $running.IsCompleted | Should -BeFalse
        }
        finally {
            $shell.Stop()
            $shell.Dispose()
            $slow | Stop-VicidialSimulator
        }
    }

    It 'has one gap for a dialer that does not respond, and all entries of the others' {
        $away = Start-VicidialSimulator
        Connect-VicidialServer -Uri $away.Uri -Credential $away.Credential -Name away -NoDefault -MaximumRetryCount 0
        $away | Stop-VicidialSimulator
        $entries = @(Get-VicidialTimeline 7275551001 -ErrorAction SilentlyContinue -ErrorVariable failed)
        $failed.FullyQualifiedErrorId | Should -Be 'Vicidial.ServerNotReachable,VicidialPS.Commands.Timeline.GetTimelineCommand'
        { Get-VicidialTimeline 7275551001 -ErrorAction Stop } | Should -Throw -ErrorId 'Vicidial.ServerNotReachable,*'
        @($entries | Where-Object Kind -EQ Gap).Count | Should -Be 1
        $entries[-1].Kind | Should -Be Gap
        $entries[-1].Status | Should -Be 'Vicidial.ServerNotReachable'
        @($entries | Where-Object ConnectionName -EQ main).Count | Should -Be @(Get-VicidialTimeline 7275551001 -Connection main).Count
    }
}
