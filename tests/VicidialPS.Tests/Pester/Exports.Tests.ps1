# The output of the module can be exported to a CSV: no cell contains the name of a type.
BeforeAll {
    $dialer = Start-VicidialSimulator
    Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main
    function Test-Csv($Records) {
        @($Records).Count | Should -BeGreaterThan 0
        $text = $Records | ConvertTo-Csv | Select-Object -Skip 1
        $text | Should -Not -Match 'System\.|\[\]|VicidialPS\.|Vicidial\.Client\.'
        $text -join "`n"
    }
}

AfterAll {
    Get-VicidialConnection | Disconnect-VicidialServer
    Stop-VicidialSimulator
}

Describe 'What a CSV file contains' {
    It 'has a text for each property of each type that a cmdlet emits' {
        $types = Get-Command -Module VicidialPS -CommandType Cmdlet |
            ForEach-Object { $_.ImplementingType.GetCustomAttributes([Management.Automation.OutputTypeAttribute], $true) } |
            ForEach-Object { $_.Type.Type } | Where-Object { $_.FullName -like 'Vicidial*' } | Sort-Object FullName -Unique
        $types.Count | Should -BeGreaterThan 70
        $bare = foreach ($type in $types) {
            foreach ($property in $type.GetProperties()) {
                $of = [Nullable]::GetUnderlyingType($property.PropertyType) ?? $property.PropertyType
                $reads = $of.IsPrimitive -or $of.IsEnum -or $of.GetMethod('ToString', [type[]] @()).DeclaringType -notin [object], [ValueType], $null

                # A record of any type has a text. A simulator's credential is not a record of a dialer.
                if (-not $reads -and $of.Name -notin 'DialerRecord', 'PSCredential') { "$type.$($property.Name)" }
            }
        }
        $bare | Should -BeNullOrEmpty
    }

    It 'has the notices of a lead that was added' {
        $lead = Add-VicidialLead -ListId 101 -PhoneNumber 7275551177 -AddToHopper
        $lead.Notices.Count | Should -BeGreaterThan 0
        Test-Csv $lead | Should -Match 'HOPPER'
    }

    It 'has the permissions and the fields of a function' {
        $function = Get-VicidialApiFunction add_lead
        $function.Rights.Count | Should -BeGreaterThan 0
        $function.Parameters[0].Name | Should -Not -BeNullOrEmpty
        Test-Csv $function | Should -Match ([regex]::Escape("$($function.Parameters[0]), "))
        $null = Test-Csv $function.Parameters
    }

    It 'has the dialer''s response and the values of the request' {
        $reply = Invoke-VicidialApi list_info @{ list_id = 101 }
        $reply.Lines.Count | Should -BeGreaterThan 0
        $null = Test-Csv $reply
        $null = Invoke-VicidialApi campaigns_list @{ header = 'YES' }
        $null = Test-Csv (Invoke-VicidialApi campaigns_list @{ header = 'YES' })
        Test-Csv (Get-VicidialSimulatorRequest list_info) | Should -Match 'list_id=101'
    }

    It 'has the reasons of a load, and its journals' {
        $journal = Join-Path $TestDrive 'load.jsonl'
        [pscustomobject]@{ PhoneNumber = '7275551166' }, [pscustomobject]@{ PhoneNumber = '1' } |
            Add-VicidialLead -ListId 101 -JournalPath $journal -Summary -ErrorAction SilentlyContinue -WarningAction SilentlyContinue -OutVariable summary | Out-Null
        $null = Test-Csv @($summary)[-1]
        Test-Csv (Get-VicidialLoadReport $journal) | Should -Match load.jsonl
    }

    It 'has the settings of a saved connection' {
        $saved = Save-VicidialConnection main (Join-Path $TestDrive main.psd1) -PassThru
        $saved.Settings.Name | Should -Be main
        $saved.Settings['NoProxy'] | Should -BeNullOrEmpty
        Test-Csv $saved | Should -Match 'Name = main'
    }
}
