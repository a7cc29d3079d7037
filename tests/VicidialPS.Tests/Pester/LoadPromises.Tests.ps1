# The promises of a journal: nothing is sent before the journal records it on the disk, and a row is identified by its
# values and their names.
param([string] $Release = '2.14-202')

BeforeDiscovery {
    $noSmallDisk = -not ($IsLinux -and (id -u) -eq 0)
}

BeforeAll {
    $dialer = Start-VicidialSimulator -Release $Release
    Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main
}

AfterAll {
    Get-VicidialConnection | Disconnect-VicidialServer
    Stop-VicidialSimulator
}

Describe 'A journal' {
    BeforeEach {
        $journal = Join-Path $TestDrive "$([guid]::NewGuid().ToString('N')).jsonl"
        $before = @(Get-VicidialSimulatorRequest add_lead).Count
    }

    It 'treats rows with two swapped columns as a different load' {
        $rows = 1..3 | ForEach-Object { [pscustomobject]@{ phone_number = "727711000$_"; first_name = "Ann$_"; last_name = "Bell$_" } }
        $null = $rows | Add-VicidialLead -ListId 101 -JournalPath $journal
        $swapped = $rows | ForEach-Object { [pscustomobject]@{ phone_number = $_.phone_number; first_name = $_.last_name; last_name = $_.first_name } }
        { $swapped | Add-VicidialLead -ListId 101 -JournalPath $journal -ErrorAction Stop } | Should -Throw -ErrorId 'Vicidial.JournalOfAnotherLoad*'

        # The same values in other fields, under names that the cmdlet maps.
        $renamed = $rows | ForEach-Object { [pscustomobject]@{ phone_number = $_.phone_number; city = $_.first_name; last_name = $_.last_name } }
        { $renamed | Add-VicidialLead -ListId 101 -JournalPath $journal -ErrorAction Stop } | Should -Throw -ErrorId 'Vicidial.JournalOfAnotherLoad*'
        @(Get-VicidialSimulatorRequest add_lead).Count - $before | Should -Be 3
    }

    It 'that cannot be written prevents all requests' -Tag Once -Skip:(-not (Test-Path /dev/full)) {
        $row = [pscustomobject]@{ phone_number = '7277110009' }
        { $row | Add-VicidialLead -ListId 101 -JournalPath /dev/full -ErrorAction Stop } | Should -Throw -ErrorId 'Vicidial.JournalNotWritable*'
        @(Get-VicidialSimulatorRequest add_lead).Count | Should -Be $before
    }

    It 'on a disk that becomes full prevents rows that are not in it, or only root can mount a small disk' -Tag Once -Skip:$noSmallDisk {
        $disk = Join-Path $TestDrive ([guid]::NewGuid().ToString('N'))
        $null = New-Item $disk -ItemType Directory
        mount -t tmpfs -o size=64k tmpfs $disk
        try {
            $journal = Join-Path $disk load.jsonl
            $rows = 1..4000 | ForEach-Object { [pscustomobject]@{ phone_number = 7277120000 + $_ } }
            { $rows | Add-VicidialLead -ListId 101 -JournalPath $journal | Out-Null } | Should -Throw -ErrorId 'Vicidial.JournalNotWritable*'
            $sent = @(Get-VicidialSimulatorRequest add_lead).Count - $before
            $sent | Should -BeGreaterThan 0
            $sent | Should -BeLessThan 4000
            $report = Get-VicidialLoadReport $journal
            $report.Done + $report.Unknown + $report.NotDone + $report.Refused | Should -BeGreaterOrEqual $sent
        }
        finally {
            umount --lazy $disk
        }
    }

    It 'cannot be a device or a pipe' -Tag Once -Skip:(-not (Test-Path /dev/null)) {
        $row = [pscustomobject]@{ phone_number = '7277110009' }
        { $row | Add-VicidialLead -ListId 101 -JournalPath /dev/null -ErrorAction Stop } | Should -Throw -ErrorId 'Vicidial.NotAJournal*'
        @(Get-VicidialSimulatorRequest add_lead).Count | Should -Be $before
    }
}

Describe '-WhatIf' {
    It 'changes no lead in batches of <_>' -ForEach 2, 100 {
        $before = @(Get-VicidialSimulatorRequest).Count
        1001, 1002, 1003 | ForEach-Object { [pscustomobject]@{ LeadId = $_ } } | Set-VicidialLead -Status NEW -BatchSize $_ -WhatIf
        @(Get-VicidialSimulatorRequest | Select-Object -Skip $before | Where-Object Function -Match 'update|add|delete|insert').Count | Should -Be 0
    }
}

Describe 'A log' {
    It 'is not appended to a file with other content, which does not change' {
        $file = Join-Path $TestDrive leads.csv
        Set-Content $file 'phone_number,first_name'
        { Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name other -LogPath $file -LogMaximumBytes 1000 -LogFileCount 1 } |
            Should -Throw -ErrorId 'Vicidial.LogNotWritable*'
        Get-Content $file | Should -Be 'phone_number,first_name'
        Get-VicidialConnection other -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
    }

    It 'of a saved connection is reported when the connection is imported, like an unchecked certificate' {
        $profileFile = Join-Path $TestDrive risky.psd1
        $log = Join-Path $TestDrive risky.jsonl
        Set-Content $profileFile "@{ Uri = '$($dialer.Uri)'; User = '$($dialer.Credential.UserName)'; LogPath = '$log'; SkipCertificateCheck = `$true }"
        $told = Import-VicidialConnection -Path $profileFile -Credential $dialer.Credential 3>&1 | Where-Object { $_ -is [Management.Automation.WarningRecord] }
        "$told" | Should -Match ([regex]::Escape($log))
        "$told" | Should -Match 'certificate'
    }
}

Describe '-SkipCertificateCheck' {
    It 'warns once' {
        $null = Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name unchecked -SkipCertificateCheck -WarningVariable told -WarningAction SilentlyContinue
        $told | Should -HaveCount 1
        "$told" | Should -Match 'certificate of unchecked is not checked'
    }
}
