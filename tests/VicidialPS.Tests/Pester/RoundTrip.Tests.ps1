# Leads that are exported to a file and written back unchanged: nothing changes, or the run reports which rows it
# changes.
BeforeAll {
    # Only a dialer of the newest release returns leads. All simulated dialers start with the same leads.
    $source = Start-VicidialSimulator -Release 2.14-202
    Connect-VicidialServer -Uri $source.Uri -Credential $source.Credential -Name source
    $file = Join-Path $TestDrive 'leads.csv'
    1001..1060 | Get-VicidialLead -Connection source -ErrorAction SilentlyContinue -ErrorVariable unread |
        Select-Object * -ExcludeProperty ConnectionName | Export-Csv $file -NoTypeInformation
    $count = @(Import-Csv $file).Count

    # Returns what the dialer's database contains for each lead.
    function Get-Stored($Dialer) {
        $world = $Dialer.PSObject.BaseObject.GetType().GetProperty('Dialer', [Reflection.BindingFlags]'NonPublic,Instance').GetValue($Dialer).World
        $stored = @{}
        foreach ($id in 1001..1060) {
            $lead = $world.Leads.Find($id)
            if ($lead) {
                $stored["$id"] = ($lead.GetType().GetProperties() | Where-Object Name -NotIn 'ModifyDate', 'CustomValues' | Sort-Object Name | ForEach-Object { "$($_.Name)=$(if ($_.GetValue($lead) -is [decimal]) { $_.GetValue($lead).ToString('0.##') } else { $_.GetValue($lead) })" }) -join "`n"
            }
        }
        $stored
    }
}

AfterAll {
    Disconnect-VicidialServer source
    $source | Stop-VicidialSimulator
}

Describe 'Leads of a dialer' {
    It 'can be read, except for a few that are errors' {
        $count | Should -BeGreaterThan 40
        $count + @($unread).Count | Should -BeGreaterOrEqual 55
    }
}

Describe 'Leads that are written back unchanged to a dialer of <_>' -ForEach '2.14-202', '2.14-194', '2.14-107', '2.10-69' {
    BeforeAll {
        $dialer = Start-VicidialSimulator -Release $_
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name target
        $before = Get-Stored $dialer
        $told = @(Import-Csv $file | Set-VicidialLead -FromInput -Connection target -ValidateOnly -WarningAction SilentlyContinue -WarningVariable checked; $checked)
        $sentByCheck = @($dialer | Get-VicidialSimulatorRequest update_lead).Count
        $results = @(Import-Csv $file | Set-VicidialLead -FromInput -Connection target -ErrorAction SilentlyContinue -ErrorVariable failed -WarningAction SilentlyContinue -WarningVariable warned)
        $after = Get-Stored $dialer
        $changed = @($before.Keys | Where-Object { $before[$_] -cne $after[$_] } | Sort-Object)
    }

    AfterAll {
        Disconnect-VicidialServer target
        $dialer | Stop-VicidialSimulator
    }

    It 'each end in a result or an error' {
        $results.Count + @($failed | ForEach-Object { "$($_.TargetObject.LeadId)" } | Sort-Object -Unique).Count | Should -BeGreaterOrEqual $count
        $results.Count | Should -BeGreaterThan 40
    }

    It 'change only what a check reported for each row' {
        $sentByCheck | Should -Be 0
        $untold = foreach ($id in $changed) {
            if (-not ($checked -match "\($id\)")) { "lead ${id}: $(Compare-Object $before[$id].Split("`n") $after[$id].Split("`n") | ForEach-Object { "$($_.SideIndicator) $($_.InputObject)" })" }
        }
        $untold | Should -BeNullOrEmpty
    }

    It 'are counted for each field, with the first row named' {
        if ($changed.Count -gt 1) {
            $first = @($warned | Where-Object { $_ -match 'The dialer stores' })
            $first.Count | Should -Be @($first | ForEach-Object { "$_" -replace ".*for the (\w+) '.*", '$1' } | Select-Object -Unique).Count -Because 'a field is told once in a run'
            $counted = @($warned | Where-Object { $_ -match 'changes the text of (\w+) in (\d+) rows\. The first is row \d+ \(\d+\)' })
            $counted.Count | Should -BeGreaterThan 0
            ($counted | ForEach-Object { [int]("$_" -replace '.* in (\d+) rows.*', '$1') } | Measure-Object -Maximum).Maximum | Should -BeGreaterThan 1
        }
    }

    It 'change nothing when they are rejected' {
        foreach ($id in $failed | ForEach-Object { "$($_.TargetObject.LeadId)" } | Sort-Object -Unique) {
            $after[$id] | Should -BeExactly $before[$id]
        }
    }
}
