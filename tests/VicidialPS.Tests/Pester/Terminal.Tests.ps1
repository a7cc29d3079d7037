# A malicious dialer, or anyone who posts a lead to a good one, cannot control the terminal of a user.
BeforeAll {
    $esc = [char]27
    $hostile = "$esc[2J", "$esc]0;PWN$([char]7)", "$esc]8;;http://evil.test$esc\click$esc]8;;$esc\", "$([char]0x9b)2J", "$([char]0x202e)gpj.exe", "$([char]0x2066)x$([char]0x2069)", "a$([char]0x2028)b", "$([char]8)$([char]8)x", "$([char]0x7f)x"

    # The module's own color codes are not an attack, so they are removed first.
    function Get-Command-Character([string] $Text) {
        $plain = $Text -replace "$esc\[[0-9;]*m"
        [regex]::Matches($plain, '[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]').Value | Where-Object { $_ } | ForEach-Object { '{0:x4}' -f [int][char]$_ } | Select-Object -Unique
    }

    # Starts a server that returns a text, runs a script, and returns everything that a terminal would show.
    function Show-Answer([string] $Answer, [scriptblock] $Script) {
        $server = [Vicidial.Testing.ReplayServer]::StartForText($Answer)
        try {
            $credential = [pscredential]::new('6666', (ConvertTo-SecureString '1234' -AsPlainText -Force))
            Connect-VicidialServer -Uri $server.Uri -Credential $credential -AllowUnencrypted -RetryIntervalSec 0 -WarningAction SilentlyContinue
            & $Script *>&1 | Out-String -Width 200
        }
        finally {
            Get-VicidialConnection | Disconnect-VicidialServer
            $server.Dispose()
        }
    }
}

Describe 'Text from a dialer' {
    It 'is shown without effect in tables and lists, and stays unchanged in properties' {
        foreach ($text in $hostile) {
            $roster = "user`tcampaign_id`tsession_id`tstatus`tlead_id`tcallerid`tcalls_today`tfull_name`tuser_group`tuser_level`tnew_column`n1001`tCAMP`t8600051`tREADY$text`t1`t`t3`tAnn $text`tGROUP`t1`tnew $text`n"
            $shown = Show-Answer $roster {
                $script:agent = Get-VicidialLoggedInAgent
                $agent
                $agent | Format-List
                $agent | Format-Table
            }
            Get-Command-Character $shown | Should -BeNullOrEmpty
            $shown | Should -Match 'Ann'
            $shown | Should -Match 'OtherColumns *: new_column=new'
            $agent.FullName | Should -BeExactly "Ann $text"
            $agent.new_column | Should -BeExactly "new $text"
        }
    }

    It 'is shown without effect in errors, and stays unchanged in their properties' {
        foreach ($text in $hostile | Where-Object { $_ -notmatch "`u{2028}" }) {
            $shown = Show-Answer "ERROR: something NEW $text - |x|$text|`n" {
                Invoke-VicidialApi list_info @{ list_id = 101 } -ErrorVariable script:failed
                $failed[0].Exception.Message
                $failed[0].ErrorDetails.Message
            }
            Get-Command-Character $shown | Should -BeNullOrEmpty
            $shown | Should -Match 'something NEW'
            $failed[0].Exception.ResponseText | Should -Match ([regex]::Escape($text))
        }
    }

    It 'has no effect in errors of unreadable rows, which are short' {
        $row = "1001`t" + ("$esc[2J x`t" * 100000)
        $shown = Show-Answer "user`tcampaign_id`tstatus`n$row`n" { Get-VicidialLoggedInAgent -ErrorVariable script:failed }
        Get-Command-Character $shown | Should -BeNullOrEmpty
        $failed[0].Exception.Message.Length | Should -BeLessThan 1000
        $failed[0].TargetObject.Text | Should -BeExactly $row
    }

    It 'is shown without effect in warnings, verbose and debug messages' {
        foreach ($text in $hostile) {
            $shown = Show-Answer "user`tcampaign_id`tstatus`n1001`tCAMP`tREADY $text`n" {
                $VerbosePreference = $DebugPreference = 'Continue'
                $null = Invoke-VicidialApi logged_in_agents -Confirm:$false -Verbose -Debug
            }
            Get-Command-Character $shown | Should -BeNullOrEmpty
            $shown | Should -Match 'response: .*(?s:.*)READY'
        }
    }

    It 'is shown only by -Debug, which does not prompt for a query, whatever its fields contain' {
        $path = (Get-Module VicidialPS).Path
        $dialer = Start-VicidialSimulator
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript({
                    param($path, $dialer, $fields)
                    Import-Module $path
                    Connect-VicidialServer $dialer.Uri $dialer.Credential
                    foreach ($one in $fields) {
                        Invoke-VicidialApi logged_in_agents $one -Debug -WarningAction SilentlyContinue
                    }
                    Get-VicidialLoggedInAgent -Debug
                }).AddArgument($path).AddArgument($dialer).AddArgument(@(@{}; $hostile | ForEach-Object { @{ stage = "csv$_"; header = 'YES' } }))
            $answers = $shell.Invoke()
            $shell.Streams.Error | Should -BeNullOrEmpty -Because 'a question ends in an error where nobody can answer it'
            @($answers | Where-Object { $_.PSTypeNames[0] -like '*.ApiResponse' }) | Should -HaveCount ($hostile.Count + 1)
            "$($shell.Streams.Debug)" | Should -Match 'logged_in_agents, attempt 1'
            Get-Command-Character "$($shell.Streams.Debug)" | Should -BeNullOrEmpty
        }
        finally {
            $shell.Dispose()
            Stop-VicidialSimulator -Simulator $dialer
        }
    }

    It 'is shown without effect as the response of Invoke-VicidialApi' {
        foreach ($text in $hostile) {
            $shown = Show-Answer "a|b|$text`n" {
                Invoke-VicidialApi list_info @{ list_id = 101 }
                Invoke-VicidialApi list_info @{ list_id = 101 } | Format-Table
            }
            Get-Command-Character $shown | Should -BeNullOrEmpty
        }
    }
}

Describe 'Text in the input' {
    It 'is shown without effect by -WhatIf' {
        $dialer = Start-VicidialSimulator
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential
        $file = Join-Path $TestDrive transcript.txt
        try {
            $null = Start-Transcript $file
            Set-VicidialLead -LeadId 1001 -Comments "A$esc[2JB" -WhatIf
        }
        finally {
            $null = Stop-Transcript
            Get-VicidialConnection | Disconnect-VicidialServer
            Stop-VicidialSimulator
        }
        $text = Get-Content $file -Raw
        $text | Should -Match 'What if'
        Get-Command-Character $text | Should -BeNullOrEmpty
    }
}

Describe 'Output of a cmdlet that queries no dialer' {
    It 'is shown without effect in warnings' {
        $name = "a$([char]27)[31mb"
        $trace = Join-Path $TestDrive 'named.trace'
        $dialer = Start-VicidialSimulator
        Start-VicidialTrace $trace -Connection $name -WarningAction SilentlyContinue -WarningVariable warned
        $null = Stop-VicidialTrace $trace
        Set-VicidialSimulatorFault ServerErrorInstead -Function $name -Simulator $dialer -WarningAction SilentlyContinue -WarningVariable +warned
        $dialer | Stop-VicidialSimulator
        $warned.Count | Should -Be 2
        "$warned" | Should -Not -Match ([char]27)
        "$warned" | Should -Match 'a.*b'
    }
}

Describe 'The views' {
    BeforeDiscovery {
        $folder = Split-Path (Get-Module VicidialPS).Path
        $views = ([xml] (Get-Content (Join-Path $folder VicidialPS.format.ps1xml) -Raw -Encoding utf8)).SelectNodes('//View') |
            ForEach-Object { @{ View = $_.Name; Xml = $_ } }
    }

    It '<View> shows no text without that rule' -ForEach $views {
        $plain = [int], [long], [double], [decimal], [bool], [datetime], [DateTimeOffset], [timespan]
        $problems = foreach ($name in $Xml.SelectNodes('ViewSelectedBy/TypeName').InnerText) {
            if (-not ($type = ($name -replace '#.*') -as [type])) {
                "There is no type $name."
                continue
            }
            foreach ($property in $Xml.SelectNodes('.//PropertyName').InnerText) {
                $kind = $type.GetProperty($property).PropertyType
                $kind = if ($kind -and [Nullable]::GetUnderlyingType($kind)) { [Nullable]::GetUnderlyingType($kind) } else { $kind }
                if ($kind -and -not ($kind.IsEnum -or $kind -in $plain)) {
                    "$name.$property"
                }
            }
        }
        $problems | Should -BeNullOrEmpty
    }

    It 'are generated by their script' {
        $formatting = Join-Path $PSScriptRoot ../../../src/VicidialPS/Formatting
        $expected = & (Join-Path $formatting Build-Views.ps1) -ModulePath (Get-Module VicidialPS).Path -Check
        (Get-Content (Join-Path $formatting VicidialPS.format.ps1xml) -Raw -Encoding utf8) -replace "`r" | Should -BeExactly $expected
    }
}
