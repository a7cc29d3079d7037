# Traces: what they contain, what they do not, and their replay by a simulated dialer.
BeforeAll {
    function Read-Trace([string] $Path) { Get-Content -LiteralPath $Path | Select-Object -Skip 1 | ForEach-Object { $_ | ConvertFrom-Json } }
}

Describe 'Start-VicidialTrace' {
    BeforeEach {
        $dialer = Start-VicidialSimulator
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main -RetryIntervalSec 0
        $file = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"
    }

    AfterEach {
        Get-VicidialConnection | Disconnect-VicidialServer
        Stop-VicidialSimulator
    }

    It 'has each request with its fields and its complete response' {
        Start-VicidialTrace $file
        $agents = @(Get-VicidialLoggedInAgent)
        $raw = (Invoke-VicidialApi list_info @{ list_id = 101 }).Raw
        $ended = Stop-VicidialTrace
        $null = Get-VicidialVersion
        $ended.Requests | Should -Be 2
        $ended.LostRequests | Should -Be 0
        $ended.Path | Should -Be $file
        $calls = @(Read-Trace $file)
        $calls.function | Should -Be logged_in_agents, list_info
        $calls[0].fields.stage | Should -Be tab
        @($calls[0].reply.TrimEnd() -split "`n").Count | Should -Be ($agents.Count + 1)
        $calls[1].reply | Should -Be $raw
        $calls[1].status | Should -Be 200
        $calls | ForEach-Object { $_.PSObject.Properties.Name | Should -Not -Contain isCut }
    }

    It 'records a response that was canceled or cut' {
        $many = Start-VicidialSimulator -AgentCount 20000
        Connect-VicidialServer -Uri $many.Uri -Credential $many.Credential -Name many
        Start-VicidialTrace $file -Connection many
        $null = Get-VicidialLoggedInAgent -Connection many | Select-Object -First 1
        $null = Get-VicidialLoggedInAgent -Connection main
        (Stop-VicidialTrace).Requests | Should -Be 1
        (Read-Trace $file).isCut | Should -BeTrue
    }

    It 'overwrites a file only with -Force, and ends one trace by its path' {
        Start-VicidialTrace $file
        { Start-VicidialTrace $file } | Should -Throw -ErrorId 'Vicidial.TraceNotWritable,*'
        { Start-VicidialTrace (Join-Path $TestDrive 'no' 'such' 'file') } | Should -Throw -ErrorId 'Vicidial.TraceNotWritable,*'
        Start-VicidialTrace "$file.2" -WhatIf
        "$file.2" | Should -Not -Exist
        Start-VicidialTrace "$file.2"
        (Stop-VicidialTrace $file).Path | Should -Be $file
        (Stop-VicidialTrace).Path | Should -Be "$file.2"
        Stop-VicidialTrace -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.TraceNotFound,*'
        Start-VicidialTrace $file -Force
        (Stop-VicidialTrace).Requests | Should -Be 0
    }

    It 'has the requests of a new connection, and of one that fails' {
        Get-VicidialConnection | Disconnect-VicidialServer
        Start-VicidialTrace $file
        $wrong = [pscredential]::new('6666', (ConvertTo-SecureString 'wrong1234' -AsPlainText -Force))
        { Connect-VicidialServer -Uri $dialer.Uri -Credential $wrong -Name late } | Should -Throw -ErrorId 'Vicidial.LoginIncorrect,*'
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name late
        $null = Test-VicidialConnection -Uri $dialer.Uri -Credential $dialer.Credential -Name tested
        (Stop-VicidialTrace).Requests | Should -BeGreaterThan 4
        $calls = @(Read-Trace $file)
        $calls.connection | Select-Object -Unique | Should -Be late, tested
        $calls[0].function | Should -Be version
        $calls.errorId | Should -Contain Vicidial.LoginIncorrect
    }

    It 'continues on a renewed connection, and excludes others' {
        Start-VicidialTrace $file
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name other
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main -SkipLoginCheck
        $null = Get-VicidialLoggedInAgent
        $null = Stop-VicidialTrace
        $calls = @(Read-Trace $file)
        $calls[-1].function | Should -Be logged_in_agents
        $calls.connection | Select-Object -Unique | Should -Be main
    }

    It 'warns about a name that no connection has yet' {
        $warned = @(Start-VicidialTrace $file -Connection lat*, main 3>&1)
        "$warned" | Should -Match 'lat\*'
        $warned.Count | Should -Be 1
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name later
        (Stop-VicidialTrace).Requests | Should -BeGreaterThan 1
    }

    It 'is not replaced while a trace writes to it, not even with -Force' {
        Start-VicidialTrace $file
        { Start-VicidialTrace $file -Force } | Should -Throw -ErrorId 'Vicidial.TraceNotWritable,*' -ExpectedMessage '*already*'
        $null = Get-VicidialLoggedInAgent
        (Stop-VicidialTrace).Requests | Should -Be 1
        (Read-Trace $file).function | Should -Be logged_in_agents
    }

    It 'is written only to a file system' {
        Push-Location Env:
        try { { Start-VicidialTrace trace.jsonl } | Should -Throw -ErrorId 'Vicidial.TraceNotWritable,*' }
        finally { Pop-Location }
    }

    It 'has no password in it: <_>' -ForEach 'Canary7x', 'canarybird', '73519284' {
        $secret = $_
        $dialer = Start-VicidialSimulator -Scenario @{ Extend = $true; Users = @(@{ User = 'canary'; Password = $secret; Level = 9; Group = 'ADMIN'; FullName = 'Canary' }) }
        $right = [pscredential]::new('canary', (ConvertTo-SecureString $secret -AsPlainText -Force))
        $wrong = [pscredential]::new('6666', (ConvertTo-SecureString $secret -AsPlainText -Force))
        Connect-VicidialServer -Uri $dialer.Uri -Credential $right -Name right -RetryIntervalSec 0
        Connect-VicidialServer -Uri $dialer.Uri -Credential $wrong -Name late -SkipLoginCheck
        Connect-VicidialServer -Uri $dialer.Uri -Credential $wrong -Name agent -SkipLoginCheck
        Start-VicidialTrace $file -Connection right, late, agent
        & {
            Invoke-VicidialApi add_user @{ agent_user = 'fresh1'; agent_pass = $secret; agent_user_level = 1; agent_full_name = 'x'; agent_user_group = 'AGENTS' } -Connection right -Confirm:$false
            Invoke-VicidialApi add_phone @{ extension = 'x9'; phone_pass = $secret; registration_password = $secret; phone_login = 'x9' } -Connection right -Confirm:$false
            Invoke-VicidialApi update_campaign @{ campaign_id = 'TESTCAMP'; dispo_call_url = "http://crm/x?pass=$secret&x=1" } -Connection right -Confirm:$false
            foreach ($fault in 'PhpNoise', 'HtmlPage', 'ServerErrorInstead', 'CutReply') {
                Set-VicidialSimulatorFault $fault -Simulator $dialer -Function logged_in_agents -Count 3 -CutAfterBytes 100 -RetryAfter 0
                Get-VicidialLoggedInAgent -Connection right
                Set-VicidialSimulatorFault -Clear -Simulator $dialer
            }
            try { Get-VicidialLoggedInAgent -Connection late } catch { $null = $_ }
            try { Invoke-VicidialCallAgent 1001 -Connection agent } catch { $null = $_ }
        } *>&1 | Out-Null
        (Stop-VicidialTrace).Requests | Should -BeGreaterThan 8
        $text = Get-Content -LiteralPath $file -Raw
        $text | Should -Match add_phone
        $text | Should -Match 'Login incorrect'
        $text | Should -Not -Match $secret
    }
}

Describe 'Start-VicidialTrace -Pseudonymize' {
    BeforeAll {
        $dialer = Start-VicidialSimulator -Scenario @{
            Extend = $true
            Leads  = @(@{ LeadId = 9001; ListId = 101; PhoneNumber = '7275559001'; FirstName = 'Wilhelmina'; LastName = 'Featherstone'; Address1 = '77 Quiet Lane'; Email = 'wilma@feather.example'; City = 'Dunedin'; Comments = 'knows 7275559001' })
        }
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main
        $null = Invoke-VicidialApi update_lead @{ lead_id = 9001; date_of_birth = '1961-04-23' } -Confirm:$false
        $file = Join-Path $TestDrive 'people.jsonl'
        Start-VicidialTrace $file -Pseudonymize
        $null = Find-VicidialLead 7275559001
        $null = Get-VicidialLead 9001
        $null = Invoke-VicidialApi lead_all_info @{ lead_id = 9001 }
        $null = Invoke-VicidialApi lead_field_info @{ lead_id = 9001; field_name = 'last_name' }
        $null = Get-VicidialCallLog 7275559001
        $null = Get-VicidialLoggedInAgent
        $null = Get-VicidialCallback 1017 -SearchLocation ALL
        $null = Add-VicidialLead -ListId 101 -PhoneNumber 7275559002 -FirstName Wilhelmina -LastName Oddname
        $null = Stop-VicidialTrace
        $text = Get-Content -LiteralPath $file -Raw
        $calls = @(Read-Trace $file)
    }

    AfterAll {
        Get-VicidialConnection | Disconnect-VicidialServer
        Stop-VicidialSimulator
    }

    It 'has no personal data: <_>' -ForEach 7275559001, 7275559002, Wilhelmina, Featherstone, 'Quiet', 'feather', 'Dunedin', '1961-04-23', Oddname {
        $calls.Count | Should -BeGreaterThan 6
        $text | Should -Not -Match $_
    }

    It 'has one pseudonym for each value, with the same length and form' {
        $numbers = @($calls | ForEach-Object { $_.fields.phone_number } | Where-Object { $_ } | Select-Object -Unique)
        $numbers.Count | Should -Be 2
        $numbers | ForEach-Object { $_ | Should -Match '^727[2-9]\d{6}$' }
        $info = $calls | Where-Object { $_.function -eq 'lead_all_info' -and $_.fields.header } | Select-Object -First 1
        $info.reply | Should -Match $numbers[0]
        $added = $calls | Where-Object function -EQ add_lead
        $added.fields.first_name | Should -Match '^[A-Z][a-z]{9}$'
        $info.reply | Should -Match $added.fields.first_name
        $info.reply | Should -Match '1961-\d\d-\d\d'
        $info.reply | Should -Match '\b9001\b'
        $callback = $calls | Where-Object function -EQ lead_callback_info
        $callback.reply | Should -Match 'USERONLY.*\bADMIN\b'
        $callback.reply | Should -Not -Match 'after dinner'
    }

    It 'gets the same responses when a simulated dialer replays it' {
        $played = Start-VicidialSimulator -Trace $file
        Connect-VicidialServer -Uri $played.Uri -Credential $played.Credential -Name played -NoDefault
        $number = ($calls | Where-Object { $_.fields.phone_number } | Select-Object -First 1).fields.phone_number
        (Find-VicidialLead $number -Connection played).LeadId | Should -Be 9001
        (Get-VicidialLead 9001 -Connection played).PhoneNumber | Should -Be $number
        @(Get-VicidialLoggedInAgent -Connection played).Count | Should -Be @(Get-VicidialLoggedInAgent -Connection main).Count
        Disconnect-VicidialServer played
    }
}

Describe 'Start-VicidialSimulator -Trace' {
    AfterEach {
        Get-VicidialConnection | Disconnect-VicidialServer
        Stop-VicidialSimulator -ErrorAction Ignore
    }

    It 'reproduces an error from a report' {
        $file = Join-Path $TestDrive 'report.jsonl'
        $dialer = Start-VicidialSimulator
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main -MaximumRetryCount 0
        Start-VicidialTrace $file
        Set-VicidialSimulatorFault HtmlPage -Function logged_in_agents -Count 1
        Get-VicidialLoggedInAgent -ErrorAction SilentlyContinue -ErrorVariable first | Should -BeNullOrEmpty
        $good = @(Get-VicidialLoggedInAgent)
        $null = Stop-VicidialTrace
        Get-VicidialConnection | Disconnect-VicidialServer
        Stop-VicidialSimulator

        $played = Start-VicidialSimulator -Trace $file -AgentCount 2
        Connect-VicidialServer -Uri $played.Uri -Credential $played.Credential -Name again -MaximumRetryCount 0
        Get-VicidialLoggedInAgent -ErrorAction SilentlyContinue -ErrorVariable second | Should -BeNullOrEmpty
        $second[0].FullyQualifiedErrorId | Should -Be $first[0].FullyQualifiedErrorId
        (Get-VicidialLoggedInAgent).User | Should -Be $good.User
        (Get-VicidialLoggedInAgent).User | Should -Be $good.User
        @(Get-VicidialLoggedInAgent -CampaignId TESTCAMP).Count | Should -Not -Be $good.Count
    }

    It 'rejects a file that is not a trace' {
        $file = Join-Path $TestDrive 'other.jsonl'
        Set-Content $file '{"a":1}'
        { Start-VicidialSimulator -Trace $file } | Should -Throw -ErrorId 'Vicidial.InvalidTrace,*'
        { Start-VicidialSimulator -Trace (Join-Path $TestDrive 'none.jsonl') } | Should -Throw -ErrorId 'Vicidial.InvalidTrace,*'
    }
}
