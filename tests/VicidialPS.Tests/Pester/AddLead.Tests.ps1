param([string] $Release = '2.14-202')

BeforeAll {
    $dialer = Start-VicidialSimulator -Release $Release
    Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name floor
    Import-Module (Join-Path $PSScriptRoot Releases.psm1) -Force -ArgumentList $dialer, $Release
    $script:next = 7271230000
    function New-Number { "$(($script:next++))" }
    function Get-LeadCount([int] $ListId) {
        if ($isOld) { return $world.Leads.InList($ListId).Count }
        [int](Invoke-VicidialApi list_info @{ list_id = $ListId; leads_counts = 'Y'; header = 'YES' }).Rows[0].all_leads_count
    }
    function Get-SentLead { Get-VicidialSimulatorRequest add_lead | ForEach-Object Fields }
}

AfterAll {
    Disconnect-VicidialServer floor
    Stop-VicidialSimulator
}

Describe 'Add-VicidialLead' {
    BeforeEach {
        Set-VicidialSimulatorFault -Clear
        $null = Get-VicidialSimulatorRequest -Clear
    }

    It 'adds a lead and returns the result' {
        $number = New-Number
        $before = Get-LeadCount 101
        $lead = Add-VicidialLead $number -ListId 101 -FirstName Anna -AddToHopper -CustomField @{ }
        $lead.LeadId | Should -BeGreaterThan 10000
        $lead.ListId | Should -Be 101
        $lead.PhoneNumber | Should -Be $number
        $lead.GmtOffset | Should -Be -5
        $lead.InHopper | Should -BeTrue
        $lead.HopperId | Should -BeGreaterThan 0
        $lead.CallbackScheduled | Should -BeNullOrEmpty
        Get-LeadCount 101 | Should -Be ($before + 1)
    }

    It 'sends the password last, in the body only' {
        $null = Add-VicidialLead (New-Number) -ListId 101
        $request = Get-VicidialSimulatorRequest add_lead
        $request.Method | Should -Be 'POST'
        $request.Fields.Keys | Should -Not -Contain 'pass'
    }

    It 'accepts columns with field names and with parameter names' {
        [pscustomobject]@{ phone_number = (New-Number); first_name = 'Wire'; vendor_lead_code = 'V1' },
        [pscustomobject]@{ PhoneNumber = (New-Number); FirstName = 'Power'; VendorLeadCode = 'V2' },
        @{ PHONE_NUMBER = (New-Number); firstname = 'Case' } | Add-VicidialLead -ListId 101 -ThrottleLimit 1 | Should -HaveCount 3
        (Get-SentLead).first_name | Should -Be 'Wire', 'Power', 'Case'
    }

    It 'accepts plain numbers from the pipeline' {
        $first = New-Number
        $second = New-Number
        ($first, [long]$second | Add-VicidialLead -ListId 101).PhoneNumber | Should -Be $first, $second
    }

    It 'maps other column names with -Map' {
        $null = [pscustomobject]@{ Phone = (New-Number); Given = 'Mapped' } | Add-VicidialLead -ListId 101 -Map @{ Phone = 'PhoneNumber'; Given = 'first_name' }
        (Get-SentLead).first_name | Should -Be 'Mapped'
        { [pscustomobject]@{ Phone = '1' } | Add-VicidialLead -Map @{ Phone = 'PhoneNumbr' } } | Should -Throw -ErrorId 'Vicidial.InvalidMap,*'
    }

    It 'lets parameters override columns' {
        $null = [pscustomobject]@{ PhoneNumber = (New-Number); ListId = 102; FirstName = 'Row' } | Add-VicidialLead -ListId 101 -FirstName Typed
        $sent = Get-SentLead
        $sent.list_id | Should -Be '101'
        $sent.first_name | Should -Be 'Typed'
    }

    It 'reads blank cells as "not given", and Y and N as flags' {
        $number = New-Number
        $null = "PhoneNumber,AddToHopper,Rank,DateOfBirth,Gender,FirstName,usacan_prefix_check`n$number,,,,, ,n" | ConvertFrom-Csv | Add-VicidialLead -ListId 101
        $sent = Get-SentLead
        $sent.Keys | Should -Not -Contain 'rank'
        $sent.Keys | Should -Not -Contain 'add_to_hopper'
        $sent.Keys | Should -Not -Contain 'date_of_birth'
        $sent.Keys | Should -Not -Contain 'first_name'
        $sent.usacan_prefix_check | Should -BeExactly 'N'
        (Get-VicidialSimulatorRequest -Clear) | Should -HaveCount 1
        $lead = "PhoneNumber,AddToHopper`n$(New-Number),yes" | ConvertFrom-Csv | Add-VicidialLead -ListId 101
        $lead.InHopper | Should -BeTrue
    }

    It 'reads dates in the dialer''s form and in ISO 8601' -ForEach '2026-12-24 10:00:00', '2026-12-24T10:00:00', '2026-12-24 10:00' {
        $lead = [pscustomobject]@{ PhoneNumber = (New-Number); CallbackTime = $_; CampaignId = 'TESTCAMP'; Callback = 'Y' } | Add-VicidialLead -ListId 101
        $lead.CallbackScheduled | Should -BeTrue
        $lead.CallbackTime | Should -Be ([datetime]'2026-12-24T10:00:00')
    }

    It 'accepts a date, NOW, and a number of days as arguments' {
        (Add-VicidialLead (New-Number) -ListId 101 -Callback -CampaignId TESTCAMP -CallbackTime ([datetime]'2026-12-24 10:00')).CallbackTime | Should -Be ([datetime]'2026-12-24 10:00')
        (Add-VicidialLead (New-Number) -ListId 101 -Callback -CampaignId TESTCAMP -CallbackTime NOW).CallbackScheduled | Should -BeTrue
        if ($isOld) {
            Assert-TooOld { Add-VicidialLead (New-Number) -ListId 101 -Callback -CampaignId TESTCAMP -CallbackTime 3DAYS }
            return
        }
        (Add-VicidialLead (New-Number) -ListId 101 -Callback -CampaignId TESTCAMP -CallbackTime 3DAYS).CallbackTime | Should -BeGreaterThan $dialer.Now.AddDays(2)
    }

    It 'rejects a bad cell only for its record, and sends nothing for it' -ForEach @(
        @{ Column = 'AddToHopper'; Cell = 'maybe'; Id = 'InvalidFlag' }
        @{ Column = 'Rank'; Cell = 'high'; Id = 'InvalidNumber' }
        @{ Column = 'DateOfBirth'; Cell = 'soon'; Id = 'InvalidDate' }
        @{ Column = 'Gender'; Cell = 'X'; Id = 'InvalidChoice' }
        @{ Column = 'ListId'; Cell = 'abc'; Id = 'InvalidNumber' }
        @{ Column = 'CampaignId'; Cell = 'A B'; Id = 'InvalidIdentifier' }
        @{ Column = 'Title'; Cell = 'Professor'; Id = 'ValueTooLong' }
        @{ Column = 'PhoneNumber'; Cell = '727555ABCD'; Id = 'InvalidPhoneNumber' }
        @{ Column = 'PhoneNumber'; Cell = '12345'; Id = 'InvalidPhoneNumber' }
        @{ Column = 'PhoneNumber'; Cell = '+9997275551234'; Id = 'InvalidPhoneNumber' }
        @{ Column = 'PhoneNumber'; Cell = ''; Id = 'RequiredFieldMissing' }
    ) {
        $bad = [pscustomobject]@{ PhoneNumber = (New-Number); FirstName = 'Bad' }
        $bad | Add-Member -NotePropertyName $Column -NotePropertyValue $Cell -Force
        $good = [pscustomobject]@{ PhoneNumber = (New-Number); FirstName = 'Good' }
        $leads = $bad, $good | Add-VicidialLead -ErrorVariable failed -ErrorAction SilentlyContinue
        @($leads).Count | Should -Be 1
        $failed.FullyQualifiedErrorId | Should -Be "Vicidial.$Id,VicidialPS.Commands.Leads.AddLeadCommand"
        $failed.CategoryInfo.Category | Should -Be 'InvalidArgument'
        $failed.TargetObject.FirstName | Should -Be 'Bad'
        (Get-SentLead).first_name | Should -Be 'Good'
    }

    It 'names the column that is missing from a CSV' {
        { 'first_name,last_name', 'Anna,Berg' | ConvertFrom-Csv | Add-VicidialLead -ListId 101 } | Should -Throw -ErrorId 'Vicidial.KeyColumnMissing,*' -PassThru |
            ForEach-Object { $_.Exception.Message } | Should -Match "PhoneNumber \(phone_number\).*'first_name', 'last_name'.*-Map.*-Delimiter"
    }

    It 'removes punctuation from a phone number' {
        (Add-VicidialLead '(727) 555-20.11' -ListId 101).PhoneNumber | Should -Be '7275552011'
    }

    It 'names the lead that already exists' {
        $number = New-Number
        $first = Add-VicidialLead $number -ListId 101
        Add-VicidialLead $number -ListId 101 -DuplicateCheck DUPLIST -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeLike 'Vicidial.DuplicateLead,*'
        $failed.CategoryInfo.Category | Should -Be 'ResourceExists'
        $failed.Exception.Message | Should -Match "$($first.LeadId)"
        $failed.Exception.Values['duplicate_lead_id'] | Should -Be "$($first.LeadId)"
    }

    It 'joins several duplicate rules' {
        $null = Add-VicidialLead (New-Number) -ListId 101 -DuplicateCheck DUPLIST, DUPNAMEPHONESYS
        (Get-SentLead).duplicate_check | Should -BeExactly 'DUPLIST-DUPNAMEPHONESYS'
    }

    It 'reports that a number must not be called' {
        Add-VicidialLead 7275550199 -ListId 101 -DncCheck Y -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeLike 'Vicidial.NumberOnDncList,*'
        $failed.CategoryInfo.Category | Should -Be 'ResourceExists'
    }

    It 'reports that a list does not exist' {
        if ($isOld) {
            Assert-TooOld { Add-VicidialLead (New-Number) -ListId 139 -ListExistsCheck }
            return
        }
        Add-VicidialLead (New-Number) -ListId 139 -ListExistsCheck -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeLike 'Vicidial.ListNotFound,*'
        $failed.CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }

    It 'stores custom fields from a table and from columns of the input' {
        $lead = Add-VicidialLead (New-Number) -ListId 102 -CustomField @{ fav_color = 'blue' }
        # The oldest release cannot show them.
        $lead.CustomFieldsStored | Should -Be ($isOld ? $null : $true)
        $world.Leads.Find($lead.LeadId).CustomValues['fav_color'] | Should -Be 'blue'
        $null = Get-VicidialSimulatorRequest -Clear
        $null = [pscustomobject]@{ PhoneNumber = (New-Number); fav_color = 'red'; plan_name = '' } | Add-VicidialLead -ListId 102 -CustomFieldFromInput
        $sent = Get-SentLead
        $sent.custom_fields | Should -Be 'Y'
        $sent.fav_color | Should -Be 'red'
        $sent.Keys | Should -Not -Contain 'plan_name'
        $null = Get-VicidialSimulatorRequest -Clear
        $null = [pscustomobject]@{ PhoneNumber = (New-Number); fav_color = 'red' } | Add-VicidialLead -ListId 102
        (Get-SentLead).Keys | Should -Not -Contain 'fav_color'
    }

    It 'warns about requested actions that were not done' {
        # This account may not list campaigns.
        $other = Start-VicidialSimulator -Scenario @{ Extend = $true; Generation = $Release; Users = @(@{ User = 'few'; Password = 'few12345'; Level = 9; Group = 'ADMIN'; FullName = 'Few'; AllowedFunctions = 'version add_lead' }) }
        Connect-VicidialServer -Uri $other.Uri -Credential ([pscredential]::new('few', (ConvertTo-SecureString few12345 -AsPlainText -Force))) -Name few -NoDefault
        try {
            $lead = Add-VicidialLead (New-Number) -ListId 101 -Callback -CallbackTime NOW -CampaignId NOCAMP -Connection few -WarningVariable warned -WarningAction SilentlyContinue
            $lead.CallbackScheduled | Should -BeFalse
            "$warned" | Should -Match 'CAMPAIGN NOT VALID'
            $lead.Refusals | Should -HaveCount 1
        } finally {
            Disconnect-VicidialServer few
            $other | Stop-VicidialSimulator
        }
    }

    It 'counts additional numbers, which the dialer prints on its next line' {
        $lead = Add-VicidialLead (New-Number) -ListId 101 -AlternatePhone '7275551212_1_work', '7275551213_1_sister house'
        $lead.AlternatePhoneCount | Should -Be 2
    }

    It 'warns about text that the dialer changes, with the first row and the number of rows' {
        $null = [pscustomobject]@{ PhoneNumber = (New-Number); FirstName = "Zo$([char]0xEB)" }, [pscustomobject]@{ PhoneNumber = (New-Number); FirstName = "Chlo$([char]0xE9)" } |
            Add-VicidialLead -ListId 101 -WarningVariable warned -WarningAction SilentlyContinue
        @($warned).Count | Should -Be 2
        "$($warned[0])" | Should -BeLike "*'Zo' for the FirstName 'Zo$([char]0xEB)' of row 1*ASCII mode*"
        "$($warned[1])" | Should -BeLike '*FirstName in 2 rows*row 1*'
    }

    It 'rejects what would break the SQL of a dialer of another release, and sends what that release stores' -ForEach @(
        @{ Generation = '2.14-202'; Comments = 'see C:\'; Sent = 'see C:\\' }
        @{ Generation = '2.14-107'; Comments = 'he said "hello"'; Sent = 'he said ""hello""' }
        @{ Generation = '2.10-69'; Comments = "O'Neil"; Sent = "O''Neil" }
    ) {
        $other = Start-VicidialSimulator -Scenario @{ Extend = $true; Generation = $Generation }
        Connect-VicidialServer -Uri $other.Uri -Credential $other.Credential -Name other
        try {
            $null = Add-VicidialLead (New-Number) -ListId 101 -Comments $Comments -Connection other -ErrorAction Stop
            ($other | Get-VicidialSimulatorRequest add_lead)[-1].Fields['comments'] | Should -BeExactly $Sent
        }
        finally {
            Disconnect-VicidialServer other
            $other | Stop-VicidialSimulator
        }
    }

    It 'adds nothing with -WhatIf' {
        $before = Get-LeadCount 101
        Add-VicidialLead (New-Number) -ListId 101 -WhatIf | Should -BeNullOrEmpty
        Get-LeadCount 101 | Should -Be $before
    }

    It 'accepts a complete success with status 500' {
        Set-VicidialSimulatorFault ServerErrorAfterWork -Function add_lead -Count 1
        (Add-VicidialLead (New-Number) -ListId 101).LeadId | Should -BeGreaterThan 10000
        @(Get-SentLead).Count | Should -Be 1
    }

    It 'reports that an outcome is unknown and never sends twice' -ForEach 'DropAfterWork', 'ServerErrorInstead', 'CutReply' {
        Set-VicidialSimulatorFault $_ -Function add_lead -Count 1 -CutAfterBytes 12
        Add-VicidialLead (New-Number) -ListId 101 -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed.FullyQualifiedErrorId | Should -BeLike 'Vicidial.OutcomeUnknown,*'
        @(Get-SentLead).Count | Should -Be 1
    }

    It 'understands a response after warnings of the scripting language' {
        Set-VicidialSimulatorFault PhpNoise -Count 1
        (Add-VicidialLead (New-Number) -ListId 101).LeadId | Should -BeGreaterThan 10000
    }
}

Describe 'Add-VicidialLead over many records' {
    BeforeEach {
        Set-VicidialSimulatorFault -Clear
        $null = Get-VicidialSimulatorRequest -Clear
    }

    It 'adds each record once and keeps the order of the input' {
        $numbers = 1..300 | ForEach-Object { New-Number }
        Set-VicidialSimulatorFault Latency -Probability 0.3 -DelayMilliseconds 4
        $leads = $numbers | ForEach-Object { [pscustomobject]@{ phone_number = $_ } } | Add-VicidialLead -ListId 103 -ThrottleLimit 8 -ErrorVariable failed
        "$failed" | Should -BeNullOrEmpty
        $leads.PhoneNumber | Should -Be $numbers
        ($leads.LeadId | Sort-Object -Unique).Count | Should -Be 300
    }

    It 'emits results while input is still coming' {
        $script:seen = [Collections.Generic.List[int]]::new()
        $script:sent = 0
        1..200 | ForEach-Object { $script:sent = $_; [pscustomobject]@{ phone_number = (New-Number) } } | Add-VicidialLead -ListId 103 -ThrottleLimit 2 | ForEach-Object { $script:seen.Add($script:sent) }
        $script:seen.Count | Should -Be 200
        $script:seen[0] | Should -BeLessThan 100
    }

    It 'sends requests in parallel, never more than -ThrottleLimit' {
        Set-VicidialSimulatorFault Latency -DelayMilliseconds 40
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $leads = 1..16 | ForEach-Object { [pscustomobject]@{ phone_number = (New-Number) } } | Add-VicidialLead -ListId 103 -ThrottleLimit 8
        $leads | Should -HaveCount 16
        $watch.ElapsedMilliseconds | Should -BeLessThan 600 -Because 'one after the other would take 640 ms'
        $watch.ElapsedMilliseconds | Should -BeGreaterOrEqual 80 -Because 'eight at a time need two rounds'
    }

    It 'stops sending when the pipeline stops' {
        $lead = 1..500 | ForEach-Object { [pscustomobject]@{ phone_number = (New-Number) } } | Add-VicidialLead -ListId 103 -ThrottleLimit 4 | Select-Object -First 1
        $lead | Should -HaveCount 1
        @(Get-SentLead).Count | Should -BeLessThan 60
    }

    It 'stops when its pipeline is stopped, and cleans up' {
        Set-VicidialSimulatorFault Latency -DelayMilliseconds 20
        $module = (Get-Module VicidialPS).Path
        $shell = [powershell]::Create().AddScript({
                param($Module, $Uri, $Credential)
                Import-Module $Module
                Connect-VicidialServer -Uri $Uri -Credential $Credential
                1..100000 | ForEach-Object { @{ phone_number = 7200000000 + $_ } } | Add-VicidialLead -ListId 104 -ThrottleLimit 4
            }).AddArgument($module).AddArgument($dialer.Uri).AddArgument($dialer.Credential)
        $output = [Management.Automation.PSDataCollection[psobject]]::new()
        $running = $shell.BeginInvoke([Management.Automation.PSDataCollection[psobject]]::new(), $output)
        $limit = [Diagnostics.Stopwatch]::StartNew()
        while ($output.Count -lt 4 -and $limit.Elapsed.TotalSeconds -lt 60) { $null = $running.AsyncWaitHandle.WaitOne(5) }
        $output.Count | Should -BeGreaterOrEqual 4
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $shell.Stop()
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 5
        $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        $shell.Dispose()
        $sent = @(Get-SentLead).Count
        $sent | Should -BeLessThan 5000
        @(Get-SentLead).Count | Should -Be $sent
    }

    It 'shows progress in a long run, at most a few times a second, and removes it at the end' {
        Set-VicidialSimulatorFault Latency -DelayMilliseconds 30
        $shell = [powershell]::Create().AddScript({
                param($Module, $Uri, $Credential)
                Import-Module $Module
                Connect-VicidialServer -Uri $Uri -Credential $Credential
                1..300 | ForEach-Object { @{ phone_number = 7210000000 + $_ } } | Add-VicidialLead -ListId 104 -ThrottleLimit 4 | Out-Null
            }).AddArgument((Get-Module VicidialPS).Path).AddArgument($dialer.Uri).AddArgument($dialer.Credential)
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $null = $shell.Invoke()
        $seconds = $watch.Elapsed.TotalSeconds
        $progress = @($shell.Streams.Progress | Where-Object Activity -EQ 'Add-VicidialLead')
        $shell.Dispose()
        $progress.Count | Should -BeGreaterThan 1
        $progress.Count | Should -BeLessOrEqual ([math]::Ceiling($seconds * 3) + 1)
        $progress[0].StatusDescription | Should -Match '\d+ done'
        $progress[-1].RecordType | Should -Be 'Completed'
    }

    It 'serves scripts written for Windows PowerShell 5.1' {
        $secret = New-Object System.Security.SecureString
        foreach ($c in '1234'.ToCharArray()) { $secret.AppendChar($c) }
        $credential = New-Object System.Management.Automation.PSCredential -ArgumentList '6666', $secret
        Connect-VicidialServer -Uri $dialer.Uri.AbsoluteUri -Credential $credential -Name old -NoDefault
        $row = New-Object PSObject -Property @{ phone_number = (New-Number); first_name = 'Old' }
        $lead = Add-VicidialLead -InputObject $row -ListId 101 -Connection old
        $lead.LeadId | Should -BeGreaterThan 10000
        if ($isOld) {
            Disconnect-VicidialServer old
            return
        }
        $paused = Get-VicidialLoggedInAgent -Connection old | Where-Object { $_.Status -eq 'PAUSED' } | Sort-Object -Property CallsToday -Descending
        $paused[0].User | Should -Be '7003'
        $paused | Select-Object User, Status | ConvertTo-Csv -NoTypeInformation | Select-Object -First 1 | Should -Be '"User","Status"'
        $error.Clear()
        Invoke-VicidialCallAgent -User 1099 -Connection old -ErrorAction SilentlyContinue
        $error[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.AgentNotLoggedIn,*'
        Disconnect-VicidialServer old
    }

    It 'ends with one error when the login is refused during the run, and sends nothing more' {
        $fresh = Start-VicidialSimulator -Release $Release
        Connect-VicidialServer -Uri $fresh.Uri -Credential $fresh.Credential -Name fresh -NoDefault
        $script:added = 0
        try {
            1..400 | ForEach-Object {
                if ($_ -eq 200) { $fresh.PSObject.BaseObject.GetType().GetProperty('Dialer', [Reflection.BindingFlags]'NonPublic,Instance').GetValue($fresh).World.Update({ param($w) $w.FindUser('6666').Password = 'changed' }) }
                @{ phone_number = New-Number }
            } | Add-VicidialLead -ListId 103 -ThrottleLimit 4 -Connection fresh | ForEach-Object { $script:added++ }
            throw 'nothing failed'
        } catch { $failure = $_ }
        $failure.FullyQualifiedErrorId | Should -BeLike 'Vicidial.LoginIncorrect,*'
        $script:added | Should -BeLessOrEqual 200
        @(Get-VicidialSimulatorRequest add_lead -Simulator $fresh).Count | Should -BeLessThan 230
        Disconnect-VicidialServer fresh
        Stop-VicidialSimulator -Simulator $fresh
    }
}
