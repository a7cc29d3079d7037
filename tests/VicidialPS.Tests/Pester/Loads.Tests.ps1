# Loads with a journal: what is sent, resumed, and looked up, and what the journal contains afterward.
param([string] $Release = '2.14-202')

BeforeAll {
    $dialer = Start-VicidialSimulator -Release $Release
    Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main
    Import-Module (Join-Path $PSScriptRoot Releases.psm1) -Force -ArgumentList $dialer, $Release

    function Get-Id($ErrorRecord) { $ErrorRecord.FullyQualifiedErrorId -replace ',.*' }

    # Creates rows with numbers that no other test uses.
    $script:numbers = 7276000000
    function New-Row([int] $Count) {
        1..$Count | ForEach-Object {
            $script:numbers++
            [pscustomobject]@{ phone_number = "$script:numbers"; first_name = "Row$_"; vendor_lead_code = "V$_" }
        }
    }

    # The oldest release only reports whether a number has a lead. So a row that may have been sent stays unknown there.
    $found = $isOld ? 'Unknown' : 'Recovered'

    function Get-Word([string] $Path) { Get-Content $Path | ConvertFrom-Json | Where-Object row }

    # Creates the journal of a run that was killed before it could record the outcomes of its last rows.
    function Remove-Word([string] $Path, [int[]] $Row) {
        $lines = Get-Content $Path | Where-Object { $line = $_ | ConvertFrom-Json; -not $line.end -and $line.row -notin $Row }
        Set-Content $Path $lines
    }

    # Creates the state after a kill: the journal of the run, and a dialer that has processed requests without a response.
    function Invoke-KilledRun([object[]] $Row, [string] $Path, [scriptblock] $Until, [hashtable] $Fault = @{}, [hashtable] $More = @{}) {
        Set-VicidialSimulatorFault Latency -Function add_lead -DelayMilliseconds 60000 @Fault
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript({
                    param($Manifest, $Uri, $Account, $Row, $Path, $More)
                    Import-Module $Manifest
                    Connect-VicidialServer -Uri $Uri -Credential $Account
                    $Row | Add-VicidialLead -ListId 101 -JournalPath $Path -LookUpDelaySec 0 -ErrorAction SilentlyContinue @More
                }).AddArgument((Join-Path (Get-Module VicidialPS).ModuleBase 'VicidialPS.psd1')).AddArgument($dialer.Uri).AddArgument($dialer.Credential).AddArgument($Row).AddArgument($Path).AddArgument($More)
            $running = $shell.BeginInvoke()
            $limit = [Diagnostics.Stopwatch]::StartNew()
            while (-not (& $Until)) {
                $limit.Elapsed.TotalSeconds | Should -BeLessThan 50 -Because 'the run is to come that far before its requests end'
                $running.IsCompleted | Should -BeFalse -Because 'the run is to be killed before its end'
                Start-Sleep -Milliseconds 20
            }
            Copy-Item $Path "$Path.left"
            $shell.Stop()
        } finally {
            $shell.Dispose()
            Set-VicidialSimulatorFault -Clear
        }
        Move-Item "$Path.left" $Path -Force
    }

    # The leads of numbers. The oldest release cannot look for them.
    function Find-Lead([string[]] $Number) {
        if ($isOld) { $Number | ForEach-Object { $world.Leads.WithPhone($_) } | ForEach-Object { Read-Lead $_.Id } } else { Find-VicidialLead $Number -ErrorAction SilentlyContinue }
    }

    function Get-LeadCount($Row) { @(Find-Lead $Row.phone_number).Count }

    function Get-Sent([string] $Function) { @(Get-VicidialSimulatorRequest $Function) }
}

AfterAll { Stop-VicidialSimulator }

Describe 'A journal' {
    BeforeEach {
        $journal = Join-Path $TestDrive "$([guid]::NewGuid().ToString('N')).jsonl"
        $before = (Get-Sent add_lead).Count
    }

    It 'has a line for each row with its outcome, which ConvertFrom-Json can read' {
        $rows = New-Row 4
        $rows[1].phone_number = '12'
        $rows[3].phone_number = $rows[0].phone_number
        $results = $rows | Add-VicidialLead -ListId 101 -DuplicateCheck DUPLIST -JournalPath $journal -ErrorVariable failed -ErrorAction SilentlyContinue
        $words = Get-Word $journal | Sort-Object row
        $words.outcome | Should -Be 'Done', 'Refused', 'Done', 'Duplicate'
        $words.key | Should -Be $rows[0].phone_number, '12', $rows[2].phone_number, $rows[0].phone_number
        $words[0].id | Should -Be $results[0].LeadId
        $words[1].errorId | Should -Be 'Vicidial.InvalidPhoneNumber'
        $words[3].id | Should -Be $results[0].LeadId
        $words[3].errorId | Should -Be 'Vicidial.DuplicateLead'
        @($failed | ForEach-Object { Get-Id $_ }) | Should -Be 'Vicidial.InvalidPhoneNumber', 'Vicidial.DuplicateLead'
        $start = Get-Content $journal -TotalCount 1 | ConvertFrom-Json
        $start.version | Should -Be 1
        $start.function | Should -Be 'add_lead'
    }

    It 'prevents a second run from sending rows that are done, rejected, or already exist' {
        $rows = New-Row 5
        $rows[1].phone_number = '12'
        $null = $rows | Add-VicidialLead -ListId 101 -JournalPath $journal -ErrorAction SilentlyContinue
        $again = $rows | Add-VicidialLead -ListId 101 -JournalPath $journal -Summary -ErrorVariable failed
        (Get-Sent add_lead).Count - $before | Should -Be 4
        $again.Skipped | Should -Be 5
        $again.Done | Should -Be 0
        $failed | Should -BeNullOrEmpty
    }

    It 'recognizes rows whose columns and parameters are in a different order, as splatted ones can be' {
        # The oldest release does not check the list.
        $more = $isOld ? @{} : @{ ListExistsCheck = $true }
        $rows = New-Row 2
        $null = $rows | Add-VicidialLead -ListId 101 -SourceId web @more -JournalPath $journal
        $other = $rows | Select-Object vendor_lead_code, first_name, phone_number
        $again = $other | Add-VicidialLead @more -SourceId web -JournalPath $journal -Summary -ListId 101
        $again.Skipped | Should -Be 2
        { $rows | Add-VicidialLead -ListId 101 -SourceId mail @more -JournalPath $journal } | Should -Throw -ErrorId 'Vicidial.JournalOfAnotherLoad*'
        (Get-Sent add_lead).Count - $before | Should -Be 2
    }

    It 'sends rows that were added at the end of the file' {
        $rows = New-Row 3
        $null = $rows | Add-VicidialLead -ListId 101 -JournalPath $journal
        $summary = @($rows) + @(New-Row 2) | Add-VicidialLead -ListId 101 -JournalPath $journal -Summary
        $summary.Skipped | Should -Be 3
        $summary.Done | Should -Be 2
    }

    It 'creates two leads from two equal rows' {
        $rows = New-Row 1
        $rows = @($rows; $rows)
        $results = $rows | Add-VicidialLead -ListId 101 -JournalPath $journal
        $results[0].LeadId | Should -Not -Be $results[1].LeadId
        Remove-Word $journal 2
        $summary = $rows | Add-VicidialLead -ListId 101 -JournalPath $journal -LookUpDelaySec 0 -Summary
        $summary.$found | Should -Be 1
        @(Find-Lead $rows[0].phone_number).Count | Should -Be 2
        (Get-Word $journal | Where-Object row -EQ 2).id | Should -Be ($isOld ? $null : $results[1].LeadId)
    }

    It 'makes the next run look up rows with an unknown outcome and send only those that do not exist' {
        $rows = New-Row 8
        $results = $rows | Add-VicidialLead -ListId 101 -JournalPath $journal
        Remove-Word $journal 3, 6
        $null = Remove-VicidialLead $results[5].LeadId -Force
        $again = @($rows | Add-VicidialLead -ListId 101 -JournalPath $journal -LookUpDelaySec 0 -ErrorVariable failed -ErrorAction SilentlyContinue)
        (Get-Sent add_lead).Count - $before | Should -Be 9
        if ($isOld) {
            Get-Id $failed[0] | Should -Be 'Vicidial.OutcomeUnknown'
            "$($failed[0])" | Should -BeLike "*$($rows[2].phone_number) exists, but this dialer does not report when it was added*"
        } else {
            $again[0].WasDoneBefore | Should -BeTrue
            $again[0].LeadId | Should -Be $results[2].LeadId
        }
        $again.Count | Should -Be ($isOld ? 1 : 2)
        $again[-1].WasDoneBefore | Should -BeFalse
        (Get-VicidialLoadReport $journal).IsComplete | Should -Be (-not $isOld)
    }

    It 'does not mistake a lead that is older, in another list, or has another vendor lead code for its own' {
        $rows = New-Row 3
        $old = $rows[0] | Add-VicidialLead -ListId 101
        Step-VicidialSimulator 00:01:00
        $null = $rows | Add-VicidialLead -ListId 101 -JournalPath $journal
        $script:wrong = $rows[1] | Add-VicidialLead -ListId 102
        Remove-Word $journal 1, 2, 3
        foreach ($row in $rows) {
            Find-Lead $row.phone_number | Where-Object LeadId -NotIn $old.LeadId, $wrong.LeadId | Remove-VicidialLead -Force
        }
        $summary = $rows | Add-VicidialLead -ListId 101 -JournalPath $journal -LookUpDelaySec 0 -Summary -ErrorAction SilentlyContinue
        $summary.Recovered | Should -Be 0
        # The third number has no lead.
        $summary.Done | Should -Be ($isOld ? 1 : 3)
    }

    It 'leaves a row unknown if the account may not look it up, and does not send it' {
        $rows = New-Row 2
        $null = $rows | Add-VicidialLead -ListId 101 -JournalPath $journal
        Remove-Word $journal 2
        Set-VicidialSimulatorFault ServerErrorInstead -Function ($isOld ? 'update_lead' : 'lead_search')
        try {
            $summary = $rows | Add-VicidialLead -ListId 101 -JournalPath $journal -LookUpDelaySec 0 -Summary -ErrorVariable failed -ErrorAction SilentlyContinue
        } finally {
            Set-VicidialSimulatorFault -Clear
        }
        $summary.Unknown | Should -Be 1
        Get-Id $failed[0] | Should -Be 'Vicidial.OutcomeUnknown'
        $failed[0].TargetObject.phone_number | Should -Be $rows[1].phone_number
        (Get-Sent add_lead).Count - $before | Should -Be 2
        ($rows | Add-VicidialLead -ListId 101 -JournalPath $journal -LookUpDelaySec 0 -Summary -ErrorAction SilentlyContinue).$found | Should -Be 1
    }

    It 'finds a marked row even if other leads look the same' {
        # The oldest release reads no field of a lead, but looks for vendor lead codes.
        $marker = $isOld ? 'VendorLeadCode' : 'SourceId'
        $rows = New-Row 2 | Select-Object phone_number, first_name
        $results = $rows | Add-VicidialLead -ListId 101 -JournalPath $journal -MarkerField $marker
        $load = (Get-Content $journal -TotalCount 1 | ConvertFrom-Json).load
        (Read-Lead $results[1].LeadId).$marker | Should -Be "L${load}R2"
        $null = $rows[1] | Add-VicidialLead -ListId 101
        Remove-Word $journal 2
        $again = $rows | Add-VicidialLead -ListId 101 -JournalPath $journal -MarkerField $marker -LookUpDelaySec 0
        $again.WasDoneBefore | Should -BeTrue
        $again.LeadId | Should -Be ($isOld ? $null : $results[1].LeadId)
    }

    It 'distinguishes two people with one number' {
        $rows = New-Row 2
        $rows[1].phone_number = $rows[0].phone_number
        $rows | ForEach-Object { $_.vendor_lead_code = '' }
        $rows[0].first_name, $rows[1].first_name = 'Alice', 'Bob'
        Set-VicidialSimulatorFault DropBeforeWork -Function add_lead -Count 1
        Set-VicidialSimulatorFault DropAfterWork -Function add_lead -Count 1
        try {
            ($rows | Add-VicidialLead -ListId 101 -JournalPath $journal -Summary -ErrorAction SilentlyContinue).Unknown | Should -Be 2
        } finally {
            Set-VicidialSimulatorFault -Clear
        }
        $again = $rows | Add-VicidialLead -ListId 101 -JournalPath $journal -LookUpDelaySec 0 -Summary -ErrorAction SilentlyContinue
        if ($isOld) {
            # The number has one of them.
            $again.Unknown | Should -Be 2
            return
        }
        $again.Done | Should -Be 2
        $again.Recovered | Should -Be 1
        (Find-VicidialLead $rows[0].phone_number | Get-VicidialLead).FirstName | Sort-Object | Should -Be 'Alice', 'Bob'
    }

    It 'finds a marked row, and a field of a lead, if the server prints warnings around every response' -Tag Once {
        $row = New-Row 1
        $added = $row | Add-VicidialLead -ListId 101 -JournalPath $journal -MarkerField SourceId
        Remove-Word $journal 1
        Set-VicidialSimulatorFault PhpNoise
        try {
            $again = $row | Add-VicidialLead -ListId 101 -JournalPath $journal -MarkerField SourceId -LookUpDelaySec 0
            (Get-VicidialLead $added.LeadId -FieldName first_name).Value | Should -BeExactly 'Row1'
        } finally {
            Set-VicidialSimulatorFault -Clear
        }
        $again.WasDoneBefore | Should -BeTrue
        $again.LeadId | Should -Be $added.LeadId
        @(Find-Lead $row.phone_number).Count | Should -Be 1
    }

    It 'is rejected with a clear error for <What>, and nothing is sent' -ForEach @(
        @{ What = 'other rows'; Take = { $rows[1..3] }; More = @{} }
        @{ What = 'other parameters'; Take = { $rows }; More = @{ ListId = 102 } }
        @{ What = 'another part'; Take = { $rows }; More = @{ Shard = '1/2' } }
        @{ What = 'another marker'; Take = { $rows }; More = @{ MarkerField = 'SourceId' } }
    ) {
        $rows = New-Row 4
        $null = $rows | Add-VicidialLead -ListId 101 -JournalPath $journal
        $parameters = @{ ListId = 101; JournalPath = $journal }
        $More.Keys | ForEach-Object { $parameters[$_] = $More[$_] }
        $failure = { & $Take | Add-VicidialLead @parameters } | Should -Throw -PassThru
        Get-Id $failure | Should -Be 'Vicidial.JournalOfAnotherLoad'
        (Get-Sent add_lead).Count - $before | Should -Be 4
    }

    It 'is rejected for another cmdlet and for another dialer' {
        $rows = New-Row 1
        $null = $rows | Add-VicidialLead -ListId 101 -JournalPath $journal
        Get-Id ({ $rows | Add-VicidialDncNumber -JournalPath $journal } | Should -Throw -PassThru) | Should -Be 'Vicidial.JournalOfAnotherLoad'
        $other = Start-VicidialSimulator -Release $Release
        Connect-VicidialServer -Uri $other.Uri -Credential $other.Credential -Name other -NoDefault
        try {
            Get-Id ({ $rows | Add-VicidialLead -ListId 101 -JournalPath $journal -Connection other } | Should -Throw -PassThru) | Should -Be 'Vicidial.JournalOfAnotherLoad'
        } finally {
            Disconnect-VicidialServer other
            $other.Dispose()
        }
    }

    It 'is repaired with a warning if its last line is incomplete' {
        $rows = New-Row 3
        $null = $rows | Add-VicidialLead -ListId 101 -JournalPath $journal
        $text = [IO.File]::ReadAllText($journal)
        [IO.File]::WriteAllText($journal, $text.Substring(0, $text.LastIndexOf('"end"') + 3))
        $summary = $rows | Add-VicidialLead -ListId 101 -JournalPath $journal -LookUpDelaySec 0 -Summary -WarningVariable warned -WarningAction SilentlyContinue
        $warned | Should -BeLike '*an incomplete line from an interrupted run*'
        $summary.Skipped | Should -Be 3
    }

    It 'that is damaged before its end is an error' -Tag Once {
        $rows = New-Row 3
        $null = $rows | Add-VicidialLead -ListId 101 -JournalPath $journal
        $lines = Get-Content $journal
        $lines[2] = 'nonsense'
        Set-Content $journal $lines
        Get-Id ({ $rows | Add-VicidialLead -ListId 101 -JournalPath $journal } | Should -Throw -PassThru) | Should -Be 'Vicidial.JournalDamaged'
    }

    It 'is not written to a file that is not a journal' -Tag Once {
        Set-Content $journal 'a letter'
        Get-Id ({ New-Row 1 | Add-VicidialLead -ListId 101 -JournalPath $journal } | Should -Throw -PassThru) | Should -Be 'Vicidial.NotAJournal'
        Get-Content $journal | Should -Be 'a letter'
    }

    It 'is not created by -WhatIf or by a check' {
        New-Row 1 | Add-VicidialLead -ListId 101 -JournalPath $journal -WhatIf
        New-Row 1 | Add-VicidialLead -ListId 101 -JournalPath $journal -ValidateOnly | Should -BeNullOrEmpty
        $journal | Should -Not -Exist
    }

    It 'asks for confirmation only for rows that are still to be sent' {
        $rows = New-Row 3
        $null = $rows | Add-VicidialLead -ListId 101 -JournalPath $journal
        ($rows | Add-VicidialLead -ListId 101 -JournalPath $journal -Summary -Confirm).Skipped | Should -Be 3

        # This host cannot prompt.
        { @($rows) + @(New-Row 1) | Add-VicidialLead -ListId 101 -JournalPath $journal -Confirm } | Should -Throw '*NonInteractive*'
        (Get-Sent add_lead).Count - $before | Should -Be 3
    }

    It 'records that a row was not sent if the dialer was not reachable, and sends it in the next run' {
        $rows = New-Row 2
        $lost = Start-VicidialSimulator -Release $Release
        $port = $lost.Uri.Port
        Connect-VicidialServer -Uri $lost.Uri -Credential $lost.Credential -Name lost -NoDefault -MaximumRetryCount 0
        try {
            $null = $rows[0] | Add-VicidialLead -ListId 101 -JournalPath $journal -Connection lost
            $lost.Dispose()
            $summary = $rows | Add-VicidialLead -ListId 101 -JournalPath $journal -Connection lost -Summary -ErrorAction SilentlyContinue
            $summary.NotDone, $summary.Unknown, $summary.Skipped | Should -Be 1, 0, 1
            @(Get-Word $journal)[-1].outcome | Should -BeExactly 'NotDone'

            $lost = Start-VicidialSimulator -Port $port -Release $Release
            $summary = $rows | Add-VicidialLead -ListId 101 -JournalPath $journal -Connection lost -LookUpDelaySec 0 -Summary
            $summary.Done, $summary.Recovered, $summary.Skipped | Should -Be 1, 0, 1
            Get-VicidialSimulatorRequest lead_search -Simulator $lost | Should -BeNullOrEmpty -Because 'what was not sent is not looked up'
        } finally {
            Disconnect-VicidialServer lost
            $lost.Dispose()
        }
    }

    It 'keeps a row that the dialer is too old for, and sends it after an upgrade' -Tag Once {
        $rows = New-Row 2
        $old = Start-VicidialSimulator -Release 2.10-69
        $port = $old.Uri.Port
        Connect-VicidialServer -Uri $old.Uri -Credential $old.Credential -Name old -NoDefault
        try {
            $load = @{ ListId = 101; ListExistsCheck = $true; JournalPath = $journal; Connection = 'old'; Summary = $true; ErrorAction = 'SilentlyContinue' }
            $summary = $rows | Add-VicidialLead @load
            $summary.NotDone, $summary.Refused | Should -Be 2, 0
            $summary.Reasons.ErrorId | Should -Be 'Vicidial.DialerTooOld'
            (Get-VicidialLoadReport $journal).IsComplete | Should -BeFalse
            ($rows | Add-VicidialLead @load).NotDone | Should -Be 2

            Disconnect-VicidialServer old
            $old.Dispose()
            $old = Start-VicidialSimulator -Port $port
            Connect-VicidialServer -Uri $old.Uri -Credential $old.Credential -Name old -NoDefault
            ($rows | Add-VicidialLead @load).Done | Should -Be 2
        } finally {
            Disconnect-VicidialServer old
            $old.Dispose()
        }
    }

    It 'reports that the outcome of a row is unknown if the dialer failed, and looks up the row before it sends it again' -Tag Once {
        $rows = New-Row 1
        Set-VicidialSimulatorFault ServerErrorInstead -Function add_lead -StatusCode 503 -RetryAfter 1
        try {
            $summary = $rows | Add-VicidialLead -ListId 101 -JournalPath $journal -Summary -ErrorAction SilentlyContinue
        } finally {
            Set-VicidialSimulatorFault -Clear
        }
        $summary.NotDone, $summary.Unknown | Should -Be 0, 1
        @(Get-Word $journal)[-1].outcome | Should -BeExactly 'Unknown'

        $null = Get-VicidialSimulatorRequest -Clear
        $summary = $rows | Add-VicidialLead -ListId 101 -JournalPath $journal -LookUpDelaySec 0 -Summary
        $summary.Done, $summary.Recovered | Should -Be 1, 0
        $functions = @(Get-VicidialSimulatorRequest | ForEach-Object Function)
        $functions[-1] | Should -Be 'add_lead'
        $functions.Count | Should -BeGreaterThan 1 -Because 'the row may be there'
        @($functions -eq 'add_lead').Count | Should -Be 1
    }

    It 'adds rows once if one run could not send them and the next one was killed while it sent them' {
        # The oldest release finds leads only by a mark in their vendor lead codes.
        $more = $isOld ? @{ MarkerField = 'VendorLeadCode' } : @{}
        $rows = New-Row 5 | Select-Object phone_number, first_name
        Set-VicidialSimulatorFault Redirect -Function add_lead -Location http://elsewhere.test/
        try {
            ($rows | Add-VicidialLead -ListId 101 -JournalPath $journal @more -Summary -ErrorAction SilentlyContinue).NotDone | Should -Be 5
        } finally {
            Set-VicidialSimulatorFault -Clear
        }
        Invoke-KilledRun $rows $journal -More $more { (Get-LeadCount $rows) -eq 5 }
        (Get-VicidialLoadReport $journal).Unknown | Should -Be 5
        ($rows | Add-VicidialLead -ListId 101 -JournalPath $journal @more -LookUpDelaySec 0 -Summary).Recovered | Should -Be 5
        Get-LeadCount $rows | Should -Be 5
    }

    It 'adds a rejected and then corrected row once, even if a run was killed while it sent the row' {
        $rows = New-Row 3
        $number = $rows[0].phone_number
        $rows[0].phone_number = '12'
        $null = $rows | Add-VicidialLead -ListId 101 -JournalPath $journal -ErrorAction SilentlyContinue
        $rows[0].phone_number = $number
        Invoke-KilledRun $rows $journal { (Get-LeadCount $rows[0]) -eq 1 }
        ($rows | Add-VicidialLead -ListId 101 -JournalPath $journal -LookUpDelaySec 0 -Summary -ErrorAction SilentlyContinue).$found | Should -Be 1
        Get-LeadCount $rows | Should -Be 3
    }

    It 'rejects a file without a row that a killed run may have sent, before anything is sent, and then accepts the right file' -Tag Once {
        $rows = New-Row 20
        Invoke-KilledRun $rows $journal -Fault @{ Count = 1 } { (Test-Path $journal) -and @(Get-Word $journal).Count -eq 19 -and (Get-LeadCount $rows) -eq 20 }
        $hole = 1..20 | Where-Object { $_ -notin (Get-Word $journal).row }
        $others = $rows | Where-Object phone_number -NE $rows[$hole - 1].phone_number
        Get-Id ({ $others | Add-VicidialLead -ListId 101 -JournalPath $journal -LookUpDelaySec 0 } | Should -Throw -PassThru) | Should -Be 'Vicidial.JournalOfAnotherLoad'
        (Get-Sent add_lead).Count - $before | Should -Be 20
        $summary = $rows | Add-VicidialLead -ListId 101 -JournalPath $journal -LookUpDelaySec 0 -Summary
        $summary.Skipped | Should -Be 19
        $summary.Recovered | Should -Be 1
        Get-LeadCount $rows | Should -Be 20
    }

    It 'sends rows again if the web server responded with HTTP <_> instead of the dialer' -ForEach 404, 410, 418 {
        $rows = New-Row 3
        Set-VicidialSimulatorFault ServerErrorInstead -StatusCode $_ -Function add_lead
        try {
            $first = $rows | Add-VicidialLead -ListId 101 -JournalPath $journal -Summary -ErrorAction SilentlyContinue
        } finally {
            Set-VicidialSimulatorFault -Clear
        }
        $first.Refused | Should -Be 0
        $first.NotDone | Should -Be 3
        ($rows | Add-VicidialLead -ListId 101 -JournalPath $journal -Summary).Done | Should -Be 3
    }

    It 'records the outcome of a batch of one row: <Name>' -ForEach @(
        @{ Name = 'Add-VicidialHopperLead'; Load = { param($more) Add-VicidialHopperLead 99999999 @more } }
        @{ Name = 'Set-VicidialLead -BatchSize'; Load = { param($more) Set-VicidialLead 99999999 -Status NEW -BatchSize 10 @more } }
    ) {
        $summary = & $Load @{ JournalPath = $journal; Summary = $true; ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failed' }
        $summary.Done | Should -Be 0
        $summary.Reasons.ErrorId | Should -Be ($isOld ? 'Vicidial.DialerTooOld' : 'Vicidial.LeadNotFound')
        (Get-Word $journal).outcome | Should -Be ($isOld ? 'NotDone' : 'Refused')
    }

    It 'records the rows that a stopped run did not send, so that no lookup is needed' {
        $rows = New-Row 100
        Set-VicidialSimulatorFault Latency -Function add_lead -DelayMilliseconds 20
        $null = $rows | Add-VicidialLead -ListId 101 -JournalPath $journal -ThrottleLimit 2 | Select-Object -First 3
        Set-VicidialSimulatorFault -Clear
        Set-VicidialSimulatorFault ServerErrorInstead -StatusCode 403 -Function ($isOld ? 'update_lead' : 'lead_search')
        try {
            $summary = $rows | Add-VicidialLead -ListId 101 -JournalPath $journal -LookUpDelaySec 0 -Summary
        } finally {
            Set-VicidialSimulatorFault -Clear
        }
        $summary.Unknown | Should -Be 0
        $summary.Skipped + $summary.Done | Should -Be 100
        Get-LeadCount $rows | Should -Be 100
    }

    It 'has the line of a row that the module rejects before its error is written' -Tag Once {
        $lengths = 1..500 | ForEach-Object { [pscustomobject]@{ phone_number = '12' } } |
            Add-VicidialLead -ListId 101 -JournalPath $journal 2>&1 | ForEach-Object { [IO.FileInfo]::new($journal).Length }
        $lengths.Count | Should -Be 500
        $row = $end = 0
        $early = foreach ($line in Get-Content $journal) {
            $end += $line.Length + 1
            if ($line.StartsWith('{"row"')) {
                if ($lengths[$row++] -lt $end) { $row }
            }
        }
        $row | Should -Be 500
        $early | Should -BeNullOrEmpty
    }

    It 'is not complete if a longer file was not read to its end' {
        $rows = New-Row 60
        $null = $rows[0..4] | Add-VicidialLead -ListId 101 -JournalPath $journal
        (Get-VicidialLoadReport $journal).IsComplete | Should -BeTrue
        $null = $rows | Add-VicidialLead -ListId 101 -JournalPath $journal -ThrottleLimit 1 | Select-Object -First 2
        $report = Get-VicidialLoadReport $journal
        $report.Rows | Should -BeNullOrEmpty
        $report.IsComplete | Should -BeFalse
    }

    It 'belongs to a different load if the file ends before a row in it' {
        $rows = New-Row 10
        $null = $rows | Add-VicidialLead -ListId 101 -JournalPath $journal
        $failure = { $rows[0..2] | Add-VicidialLead -ListId 101 -JournalPath $journal } | Should -Throw -PassThru
        Get-Id $failure | Should -Be 'Vicidial.JournalOfAnotherLoad'
        "$failure" | Should -BeLike '*it has 10 rows, but the input has only 3*'
        $report = Get-VicidialLoadReport $journal
        $report.Rows | Should -Be 10
        $report.IsComplete | Should -BeTrue
    }

    It 'counts all rows, and none as done, if each names a connection whose login is refused' {
        $wrong = [pscredential]::new('6666', (ConvertTo-SecureString Sesame78 -AsPlainText -Force))
        Connect-VicidialServer -Uri $dialer.Uri -Credential $wrong -SkipLoginCheck -Name refusing -NoDefault
        try {
            $rows = New-Row 200
            $summary = $rows | Select-Object *, @{ Name = 'Connection'; Expression = { 'refusing' } } | Add-VicidialLead -ListId 101 -JournalPath $journal -Summary -ErrorAction SilentlyContinue
        } finally {
            Disconnect-VicidialServer refusing
        }
        $summary.Rows | Should -Be 200
        $summary.Done + $summary.Unknown + $summary.Refused | Should -Be 0
        $report = Get-VicidialLoadReport $journal
        $report.Rows | Should -Be 200
        $report.NotDone | Should -Be 200
        $report.IsComplete | Should -BeFalse
        (Get-Sent add_lead).Count - $before | Should -BeLessOrEqual 1
        ($rows | Add-VicidialLead -ListId 101 -JournalPath $journal -Summary).Done | Should -Be 200
    }

    It 'has the outcome of rows when the pipeline ends early' {
        $rows = New-Row 200
        $null = $rows | Add-VicidialLead -ListId 101 -JournalPath $journal | Select-Object -First 3
        @(Get-Content $journal)[-1] | Should -BeLike '{"end":"stopped"*'
        $summary = $rows | Add-VicidialLead -ListId 101 -JournalPath $journal -LookUpDelaySec 0 -Summary
        $summary.Skipped + $summary.Done | Should -Be 200
        @(Find-Lead $rows.phone_number).Count | Should -Be 200
        (Get-VicidialLoadReport $journal).IsComplete | Should -BeTrue
    }

    It 'of users has no password in any form' {
        $user = [pscustomobject]@{ User = '7701'; FullName = 'Jo Journal'; UserLevel = 1; UserGroup = 'AGENTS2'; Password = 'Sesame9191' }
        $bad = [pscustomobject]@{ User = '7702'; FullName = 'Jo Journal'; UserLevel = 1; UserGroup = 'AGENTS2'; Password = 'Ses#me9191' }
        $null = $user, $bad, $user | New-VicidialUser -JournalPath $journal -ErrorAction SilentlyContinue
        $text = [IO.File]::ReadAllText($journal)
        $text | Should -Not -Match 'Ses.me'
        (Get-Word $journal | Sort-Object row).outcome | Should -Be 'Done', 'Refused', 'Duplicate'
        $other = $user.PSObject.Copy()
        $other.Password = 'Another22'
        ($other, $bad, $other | New-VicidialUser -JournalPath $journal -Summary -ErrorAction SilentlyContinue).Skipped | Should -Be 3 -Because 'a password says nothing of which row it is'
    }

    It 'makes the next run look up users' {
        $users = 7711..7713 | ForEach-Object { [pscustomobject]@{ User = "$_"; FullName = "User $_"; UserLevel = 1; UserGroup = 'AGENTS2'; Password = 'Sesame9191' } }
        $null = $users | New-VicidialUser -JournalPath $journal
        Remove-Word $journal 2
        $again = $users | New-VicidialUser -JournalPath $journal -LookUpDelaySec 0 -Summary
        # The oldest release only says that the user exists when it is sent again.
        $again.Recovered | Should -Be ($isOld ? 0 : 1)
        $again.Done, $again.Unknown | Should -Be 1, 0
    }

    It 'works with <Name>' -ForEach @(
        @{ Name = 'Add-VicidialDncNumber'; Load = { param($more) '7276100001', '7276100002', '7276100003' | Add-VicidialDncNumber @more } }
        @{ Name = 'Remove-VicidialDncNumber'; Load = { param($more) '7276100001', '7276100002', '7276100003' | Remove-VicidialDncNumber -Force @more } }
        @{ Name = 'Add-VicidialHopperLead'; Load = { param($more) 1003, 1005, 1006 | Add-VicidialHopperLead @more -ErrorAction SilentlyContinue } }
        @{ Name = 'Set-VicidialLead'; Load = { param($more) 1001, 1002, 1004 | Set-VicidialLead -Comments journal @more } }
        @{ Name = 'Set-VicidialLead -BatchSize'; Load = { param($more) 1001, 1002, 1004 | Set-VicidialLead -Comments journal -BatchSize 2 @more } }
    ) {
        if ($isOld -and $Name -ne 'Set-VicidialLead') {
            # The next run sends the rows, if the dialer was upgraded.
            (& $Load @{ JournalPath = $journal; Summary = $true; ErrorAction = 'SilentlyContinue' }).NotDone | Should -Be 3
            return
        }
        $first = & $Load @{ JournalPath = $journal; Summary = $true }
        $first.Rows | Should -Be 3
        $first.NotDone + $first.Unknown | Should -Be 0
        $sent = @(Get-VicidialSimulatorRequest).Count
        $second = & $Load @{ JournalPath = $journal; Summary = $true }
        $second.Skipped | Should -Be 3
        @(Get-VicidialSimulatorRequest).Count | Should -Be $sent
        Remove-Word $journal 2
        $third = & $Load @{ JournalPath = $journal; Summary = $true; LookUpDelaySec = 0 }
        $third.Skipped | Should -Be 2
        $third.Unknown + $third.NotDone | Should -Be 0
        $third.Refused | Should -Be 0
    }
}

Describe 'A load' {
    It 'can be checked without sending, with the rows that would be rejected and why' {
        $rows = New-Row 5
        $rows[1].phone_number = '12'
        $rows[3].phone_number = 'none'
        $sent = @(Get-VicidialSimulatorRequest).Count
        $refused = $rows | Add-VicidialLead -ListId 101 -ValidateOnly
        @(Get-VicidialSimulatorRequest).Count | Should -Be $sent
        $refused.first_name | Should -Be 'Row2', 'Row4'
        $refused.LoadErrorId | Should -Be 'Vicidial.InvalidPhoneNumber', 'Vicidial.InvalidPhoneNumber'
        $refused[0].LoadReason | Should -BeLike '*12*2 digits*'
        $summary = $rows | Add-VicidialLead -ListId 101 -ValidateOnly -Summary
        $summary.Valid | Should -Be 3
        $summary.Refused | Should -Be 2
        $summary.Reasons.ErrorId | Should -Be 'Vicidial.InvalidPhoneNumber'
        $refused[0].phone_number = '7276200001'
        ($refused[0] | Add-VicidialLead -ListId 101 -CustomFieldFromInput).LeadId | Should -BeGreaterThan 0
    }

    It 'returns a plain row under the name of its column, for another run' -Tag Once {
        $refused = '12' | Add-VicidialDncNumber -ValidateOnly
        $refused.PhoneNumber | Should -Be '12'
        $refused.PhoneNumber = '7276200002'
        ($refused | Add-VicidialDncNumber).PhoneNumber | Should -Be '7276200002'
    }

    It 'returns rows without passwords, with one warning' {
        $path = Join-Path $TestDrive 'secret.jsonl'
        $users = 7721..7723 | ForEach-Object { [pscustomobject]@{ User = "$_"; FullName = "User $_"; UserLevel = 1; UserGroup = 'AGENTS2'; Password = 'Sesame#9292' } }
        $checked = $users | New-VicidialUser -ValidateOnly -WarningVariable warned -WarningAction SilentlyContinue
        $checked.User | Should -Be $users.User
        $checked[0].PSObject.Properties.Name | Should -Not -Contain 'Password'
        @($warned | Where-Object { "$_" -like '*Password contains passwords, so the output omits it*' }).Count | Should -Be 1
        $null = $users | New-VicidialUser -JournalPath $path -ErrorAction SilentlyContinue
        $compared = $users | Compare-VicidialLoad $path Refused -WarningVariable warned -WarningAction SilentlyContinue
        $compared.User | Should -Be $users.User
        $compared | ConvertTo-Csv | Out-String | Should -Not -Match 'Sesame|SecureString'
        @($warned | Where-Object { "$_" -like '*Password contains passwords, so the output omits it*' }).Count | Should -Be 1
        $mapped = $users | Select-Object User, @{ Name = 'Code'; Expression = { $_.Password } }
        $mapped | Compare-VicidialLoad $path -Map @{ Code = 'Password' } -WarningAction SilentlyContinue | ConvertTo-Csv | Out-String | Should -Not -Match 'Sesame'
    }

    It 'never sends two rows with the same number at the same time with a duplicate check' {
        $number = (New-Row 1).phone_number
        Set-VicidialSimulatorFault Latency -Function add_lead -DelayMilliseconds 20
        try {
            $failed = $null
            $added = 1..12 | ForEach-Object { [pscustomobject]@{ phone_number = $number } } |
                Add-VicidialLead -ListId 101 -DuplicateCheck DUPSYS -ThrottleLimit 12 -ErrorVariable failed -ErrorAction SilentlyContinue
        } finally {
            Set-VicidialSimulatorFault -Clear
        }
        @($added).Count | Should -Be 1
        @($failed).Count | Should -Be 11
        @(Find-Lead $number).Count | Should -Be 1
    }

    It 'with a duplicate check, does not send a row after one with the same number and an unknown outcome' {
        $path = Join-Path $TestDrive 'open.jsonl'
        $row = (New-Row 1)[0]
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name short -NoDefault -TimeoutSec 1
        $before = (Get-Sent add_lead).Count
        Set-VicidialSimulatorFault Latency -Function add_lead -DelayMilliseconds 3000 -Count 1
        try {
            $summary = $row, $row | Add-VicidialLead -ListId 101 -DuplicateCheck DUPLIST -Connection short -JournalPath $path -Summary -ErrorVariable failed -ErrorAction SilentlyContinue
        } finally {
            Set-VicidialSimulatorFault -Clear
            Disconnect-VicidialServer short
        }
        $summary.Unknown | Should -Be 1
        $summary.NotDone | Should -Be 1
        (Get-Sent add_lead).Count - $before | Should -Be 1
        $held = $failed | Where-Object { (Get-Id $_) -eq 'Vicidial.DuplicateUndecided' }
        $held.TargetObject.phone_number | Should -Be $row.phone_number
        $held.Exception.Message | Should -BeLike "*$($row.phone_number)*Run the same command again*"
        $again = $row, $row | Add-VicidialLead -ListId 101 -DuplicateCheck DUPLIST -JournalPath $path -LookUpDelaySec 0 -Summary -ErrorAction SilentlyContinue
        $again.$found | Should -Be 1
        $again.Duplicate | Should -Be 1
        @(Find-Lead $row.phone_number).Count | Should -Be 1
    }

    It 'divided into shards sends each row once, and one report covers all of them' {
        $rows = New-Row 60
        $rows += $rows[0..4]
        foreach ($part in 1..3) {
            $null = $rows | Add-VicidialLead -ListId 101 -Shard "$part/3" -JournalPath (Join-Path $TestDrive "part-$part.jsonl")
        }
        $report = Get-VicidialLoadReport (Join-Path $TestDrive 'part-*.jsonl')
        $report.Rows | Should -Be 65
        $report.Done | Should -Be 65
        $report.Overlapping | Should -Be 0
        $report.IsComplete | Should -BeTrue
        @(Find-Lead ($rows.phone_number | Select-Object -Unique)).Count | Should -Be 65
        $failure = { Get-VicidialLoadReport (Join-Path $TestDrive 'nope.jsonl') } | Should -Throw -ErrorId 'Vicidial.JournalNotReadable,*' -PassThru
        $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        $some = Get-VicidialLoadReport (Join-Path $TestDrive 'part-1.jsonl'), (Join-Path $TestDrive 'part-3.jsonl')
        $some.MissingPart | Should -Be '2/3'
        $some.IsComplete | Should -BeFalse
        @(Get-VicidialLoadReport (Join-Path $TestDrive 'part-*.jsonl') -Row).Row | Should -Be (1..65)
    }

    It 'has no report from journals of <What>' -Tag Once -ForEach @(
        @{ What = 'another function'; Other = { New-Row 2 | Add-VicidialDncNumber -JournalPath $args[0] } }
        @{ What = 'another number of parts'; Other = { New-Row 20 | Add-VicidialLead -ListId 101 -Shard 1/2 -JournalPath $args[0] } }
        @{ What = 'another marker'; Other = { New-Row 2 | Add-VicidialLead -ListId 101 -MarkerField SourceId -JournalPath $args[0] } }
    ) {
        $one, $two = 1..2 | ForEach-Object { Join-Path $TestDrive "$([guid]::NewGuid().ToString('N')).jsonl" }
        $null = New-Row 2 | Add-VicidialLead -ListId 101 -JournalPath $one
        $null = & $Other $two
        Get-Id ({ Get-VicidialLoadReport $one, $two } | Should -Throw -PassThru) | Should -Be 'Vicidial.JournalOfAnotherLoad'
    }

    It 'rejects a shard that does not exist' -Tag Once {
        Get-Id ({ New-Row 1 | Add-VicidialLead -Shard '3/2' } | Should -Throw -PassThru) | Should -Be 'Vicidial.InvalidShard'
    }

    It 'does not exceed the rate that the user sets' -Tag Once {
        # Six rows at 50 a second take at least 100 ms, however fast the dialer is.
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $null = New-Row 6 | Add-VicidialLead -ListId 101 -MaximumRatePerSecond 50
        $watch.Elapsed.TotalMilliseconds | Should -BeGreaterOrEqual 95
    }

    It 'also limits the rate of lookups' -Tag Once {
        $path = Join-Path $TestDrive 'rate.jsonl'
        $rows = New-Row 4
        $null = $rows | Add-VicidialLead -ListId 101 -JournalPath $path
        Remove-Word $path 1, 2, 3, 4
        $null = Get-VicidialSimulatorRequest -Clear
        $watch = [Diagnostics.Stopwatch]::StartNew()
        ($rows | Add-VicidialLead -ListId 101 -JournalPath $path -LookUpDelaySec 0 -MaximumRatePerSecond 10 -Summary).Recovered | Should -Be 4
        $requests = @(Get-VicidialSimulatorRequest).Count
        $requests | Should -BeGreaterOrEqual 8
        $watch.Elapsed.TotalMilliseconds | Should -BeGreaterOrEqual (95 * ($requests - 1))
    }

    It 'reports with -Verbose when and why it slows down' -Tag Once {
        Set-VicidialSimulatorFault ServerErrorInstead -Function add_lead -Count 1
        try {
            $messages = New-Row 10 | Add-VicidialLead -ListId 101 -Verbose -ErrorAction SilentlyContinue 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] }
        } finally {
            Set-VicidialSimulatorFault -Clear
        }
        "$messages" | Should -BeLike '*main: Now sending 3 requests at a time instead of 6, because a request failed*'
    }

    It 'is compared with its journal and the dialer' -Tag Once {
        $path = Join-Path $TestDrive 'compare.jsonl'
        $rows = New-Row 4
        $rows[2].phone_number = '12'
        $results = $rows | Add-VicidialLead -ListId 101 -JournalPath $path -ErrorAction SilentlyContinue
        $null = Remove-VicidialLead $results[1].LeadId -Force
        $compared = $rows | Compare-VicidialLoad $path -AskDialer
        $compared.first_name | Should -Be $rows.first_name
        $compared.LoadOutcome | Should -Be 'Done', 'Done', 'Refused', 'Done'
        $compared.LoadOnDialer | Should -Be $true, $false, $null, $true
        $compared.LoadDialerCount | Should -Be 1, 0, 0, 1
        $refused = $rows | Compare-VicidialLoad $path Refused
        $refused.first_name | Should -Be 'Row3'
        $refused.LoadReason | Should -BeLike '*2 digits*'
        Get-Id ({ New-Row 2 | Compare-VicidialLoad $path } | Should -Throw -PassThru) | Should -Be 'Vicidial.JournalOfAnotherLoad'
    }

    It 'has different rows if one key differs in one character' {
        $path = Join-Path $TestDrive 'keys.jsonl'
        $null = [pscustomobject]@{ user = 'AB-1'; full_name = 'A'; user_level = 1; user_group = 'AGENTS'; password = 'Secret12345' } | New-VicidialUser -JournalPath $path -ErrorAction SilentlyContinue
        $same = [pscustomobject]@{ user = 'AB-1' }, [pscustomobject]@{ user = 'AB1' }
        ($same[0] | Compare-VicidialLoad $path).LoadOutcome | Should -Not -BeNullOrEmpty
        Get-Id ({ $same[1] | Compare-VicidialLoad $path } | Should -Throw -PassThru) | Should -Be 'Vicidial.JournalOfAnotherLoad'

        $path = Join-Path $TestDrive 'notations.jsonl'
        $rows = '727-555-7701', '+1 727 555 7702', '7275557703.0' | ForEach-Object { [pscustomobject]@{ phone_number = $_ } }
        $null = $rows | Add-VicidialLead -ListId 101 -JournalPath $path
        if ($isOld) { Assert-TooOld { $rows | Compare-VicidialLoad $path -AskDialer } } else {
            ($rows | Compare-VicidialLoad $path -AskDialer).LoadOnDialer | Should -Be $true, $true, $true
        }
    }

    It 'is compared by mapped columns, and only with all of its rows' -Tag Once {
        $path = Join-Path $TestDrive 'mapped.jsonl'
        $map = @{ Tel = 'PhoneNumber' }
        $rows = New-Row 4 | Select-Object @{ Name = 'Tel'; Expression = 'phone_number' }
        $other = New-Row 4 | Select-Object @{ Name = 'Tel'; Expression = 'phone_number' }
        $null = $rows | Add-VicidialLead -ListId 101 -Map $map -JournalPath $path
        ($rows | Compare-VicidialLoad $path -Map $map).LoadOutcome | Should -Be 'Done', 'Done', 'Done', 'Done'
        Get-Id ({ $other | Compare-VicidialLoad $path -Map $map } | Should -Throw -PassThru) | Should -Be 'Vicidial.JournalOfAnotherLoad'
        Get-Id ({ $rows | Compare-VicidialLoad $path -Map @{ Tel = 'Telephone' } } | Should -Throw -PassThru) | Should -Be 'Vicidial.InvalidMap'
        $null = $other | Compare-VicidialLoad $path -WarningVariable warned -WarningAction SilentlyContinue
        @($warned).Count | Should -Be 1
        "$warned" | Should -BeLike '*no value for PhoneNumber*-Map*'
        $short = { $rows[0..1] | Compare-VicidialLoad $path -Map $map } | Should -Throw -PassThru
        Get-Id $short | Should -Be 'Vicidial.JournalOfAnotherLoad'
        "$short" | Should -BeLike '*2 rows*journal has 4*'
    }

    It 'is compared with each dialer of its shards' -Tag Once {
        $second = Start-VicidialSimulator
        Connect-VicidialServer -Uri $second.Uri -Credential $second.Credential -Name second -NoDefault
        $parts = 1..2 | ForEach-Object { Join-Path $TestDrive "two-$_.jsonl" }
        $rows = New-Row 12
        try {
            $null = $rows | Add-VicidialLead -ListId 101 -Shard 1/2 -JournalPath $parts[0]
            $null = $rows | Add-VicidialLead -ListId 101 -Shard 2/2 -JournalPath $parts[1] -Connection second
            $compared = $rows | Compare-VicidialLoad $parts -AskDialer
            $compared.LoadOnDialer | Should -Be (@($true) * 12)
            $compared.LoadDialerCount | Should -Be (@(1) * 12)
            Get-Id ({ $rows | Compare-VicidialLoad $parts -AskDialer -Connection main } | Should -Throw -PassThru) | Should -Be 'Vicidial.ConnectionNotFound'
        } finally {
            Disconnect-VicidialServer second
            $second.Dispose()
        }
    }

    It 'does not run far ahead of a slow reader of its results, or of its journal' -Tag Once {
        $path = Join-Path $TestDrive 'slow.jsonl'
        $null = Get-VicidialSimulatorRequest -Clear
        $sent = $null
        $null = New-Row 2000 | Add-VicidialLead -ListId 101 -ThrottleLimit 4 -JournalPath $path | ForEach-Object {
            if ($null -eq $sent) {
                # The reader waits until the dialer has received nothing new for a while.
                do {
                    $sent = @(Get-VicidialSimulatorRequest add_lead).Count
                    Start-Sleep -Milliseconds 100
                } while (@(Get-VicidialSimulatorRequest add_lead).Count -ne $sent)
            }
        }
        $sent | Should -BeLessOrEqual 150
        @(Get-VicidialSimulatorRequest add_lead).Count | Should -Be 2000
    }

    It 'sends only one request if the login is refused, and records nothing as done' {
        $path = Join-Path $TestDrive 'refused.jsonl'
        $wrong = [pscredential]::new('6666', (ConvertTo-SecureString Sesame77 -AsPlainText -Force))
        Connect-VicidialServer -Uri $dialer.Uri -Credential $wrong -SkipLoginCheck -Name wrong -NoDefault
        $null = Get-VicidialSimulatorRequest -Clear
        $rows = New-Row 40
        $failure = { $rows | Add-VicidialLead -ListId 101 -ThrottleLimit 16 -JournalPath $path -Connection wrong } | Should -Throw -PassThru
        Get-Id $failure | Should -Be 'Vicidial.LoginIncorrect'
        # The request for the version and the clock needs no login.
        @(Get-VicidialSimulatorRequest | Where-Object Function -NE version).Count | Should -Be 1
        @(Get-Word $path | Where-Object outcome -EQ Done) | Should -BeNullOrEmpty
        [IO.File]::ReadAllText($path) | Should -Not -Match 'Sesame'
        Disconnect-VicidialServer wrong
        ($rows | Add-VicidialLead -ListId 101 -JournalPath $path -LookUpDelaySec 0 -Summary).Done | Should -Be 40
    }

    Context 'while it runs' -Tag Once {
        BeforeAll {
            # In a separate session, because progress is only available there.
            function Get-Shown([string] $Script, $Value) {
                $shell = [powershell]::Create()
                try {
                    $null = $shell.AddScript("param(`$Manifest, `$Value, `$Folder) Import-Module `$Manifest; `$dialer = Start-VicidialSimulator; Connect-VicidialServer -Uri `$dialer.Uri -Credential `$dialer.Credential; $Script").
                        AddArgument((Join-Path (Get-Module VicidialPS).ModuleBase 'VicidialPS.psd1')).AddArgument($Value).AddArgument("$TestDrive")
                    $null = $shell.Invoke()
                    $shell.Streams.Progress | Where-Object Activity -Like 'Add-Vicidial*'
                } finally {
                    $shell.Dispose()
                }
            }
        }

        It 'shows how much is done, the rate, the number of errors, and the remaining time' {
            $shown = @(Get-Shown {
                    Set-VicidialSimulatorFault Latency -Function add_lead -DelayMilliseconds 110
                    $Value | Add-VicidialLead -ListId 101 -ThrottleLimit 1 -TotalCount 20
                } @(11..23 | ForEach-Object { "72763000$_" }))
            $shown.Count | Should -BeGreaterThan 1
            $shown[-1].RecordType | Should -Be 'Completed'
            $shown[0].StatusDescription | Should -Match '^\d+ done, 0 failed, \d+ per second$'
            $shown[0].PercentComplete | Should -BeGreaterThan 0
            $shown[0].PercentComplete | Should -BeLessThan 100
            $shown[0].SecondsRemaining | Should -BeGreaterOrEqual 0
        }

        It 'counts rows of an earlier run or another shard as done, and leaves them out of the rate' {
            $shown = @(Get-Shown {
                    $path = Join-Path $Folder 'shown.jsonl'
                    $null = $Value[0..499] | Add-VicidialLead -ListId 101 -Shard 1/2 -JournalPath $path
                    Set-VicidialSimulatorFault Latency -Function add_lead -DelayMilliseconds 110
                    $Value | Add-VicidialLead -ListId 101 -Shard 1/2 -JournalPath $path -ThrottleLimit 1 -TotalCount 540 -Summary
                } @(10..549 | ForEach-Object { '7276301{0:000}' -f $_ }))
            $shown.Count | Should -BeGreaterThan 1
            # On a slow machine, the first load shows its progress, too.
            $last = @($shown | Where-Object RecordType -EQ Processing)[-1]
            $last.StatusDescription | Should -Match '^5\d\d done, 0 failed, \d per second$'
            $last.PercentComplete | Should -BeGreaterThan 90
        }

        It 'counts rows and not requests, and each row that was rejected' {
            $shown = @(Get-Shown {
                    Set-VicidialSimulatorFault Latency -Function hopper_bulk_insert -DelayMilliseconds 1100
                    $Value | Add-VicidialHopperLead -TotalCount 40 -ErrorAction SilentlyContinue
                } @(9990001..9990030))
            $shown[0].StatusDescription | Should -Match '^30 done, 30 failed'
            $shown[0].PercentComplete | Should -Be 75
        }
    }
}
