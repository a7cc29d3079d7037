# The recipes that receive events: each script is run exactly as in docs/recipes.
BeforeAll {
    Import-Module ([IO.Path]::Combine($PSScriptRoot, 'Pipelines.psm1')) -Force
    $folder = [IO.Path]::GetFullPath([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'docs', 'recipes'))
    $secret = 'a1b2c3d4e5f6a7b8c9d0'

    # Saves the script of a page, and starts it with a receiver on a free port.
    function Start-Recipe([string] $Name, [string] $Place, [hashtable] $With = @{}, [string] $Before = '') {
        $script = Join-Path $Place "$Name.ps1"
        Set-Content $script ([regex]::Match([IO.File]::ReadAllText((Join-Path $folder "$Name.md")), '(?sm)^```powershell\r?$(.*?)^```').Groups[1].Value)
        $all = @{ Port = $port; Secret = $secret; SpoolPath = Join-Path $Place spool } + $With
        $text = ($all.GetEnumerator() | ForEach-Object { "-$($_.Key) $(if ($_.Value -is [string]) { "'$($_.Value)'" } else { $_.Value -join ',' })" }) -join ' '
        $run = Start-Pipeline "$Before; & '$script' $text"
        Wait-Port $port
        $run
    }

    function Send-Disposition([string] $Fields) {
        Send-Request $port "/$secret/dispo?$Fields" | Should -Match ' 200 '
    }
}

AfterAll { Stop-EveryRun }

Describe 'The recipe dispositions-to-a-webhook' {
    BeforeEach {
        $port = Get-FreePort
        $place = Join-Path $TestDrive ([guid]::NewGuid().ToString('N'))
        $null = New-Item $place -ItemType Directory
    }

    It 'posts each disposition, retries, and writes undeliverable ones to the dead-letter file' {
        # Lead 2 is accepted the second time, lead 3 is rejected, lead 4 is never accepted.
        $webhook = Start-Webhook {
            param($body, $posts)
            $times = @($posts | Where-Object { $_.Body.LeadId -eq $body.LeadId }).Count
            switch ($body.LeadId) {
                2 { if ($times -eq 1) { 503 } else { 200 } }
                3 { 422 }
                4 { 500 }
                default { 200 }
            }
        }
        $dead = Join-Path $place dead.jsonl
        $run = Start-Recipe dispositions-to-a-webhook $place @{ Webhook = $webhook.Uri; DeadLetterPath = $dead; RetrySec = 0, 0 }
        1..5 | ForEach-Object { Send-Disposition "lead_id=$_&vendor_lead_code=Zo%C3%AB&agent_log_id=$_&call_id=V$_&dispo=SALE&user=1001" }
        Wait-Until { @($webhook.Posts | Where-Object { $_.Body.LeadId -eq 5 }) }
        Stop-Run $run
        $webhook.Listener.Stop()
        ($webhook.Posts | Group-Object { $_.Body.LeadId } | ForEach-Object { "$($_.Name):$($_.Count)" }) -join ' ' | Should -Be '1:1 2:2 3:1 4:3 5:1'
        $webhook.Posts | ForEach-Object { $_.Key | Should -Be $_.Body.EventId }
        ($webhook.Posts | Select-Object -First 1).Body.VendorLeadCode | Should -Be "Zo$([char]0xeb)"
        (Get-Content $dead -Encoding utf8 | ConvertFrom-Json).LeadId | Should -Be 3, 4
    }
}

Describe 'The recipe sale-to-supervisors' {
    BeforeEach {
        $port = Get-FreePort
        $place = Join-Path $TestDrive ([guid]::NewGuid().ToString('N'))
        $null = New-Item $place -ItemType Directory
    }

    It 'sends a message to the supervisors only for a sale' {
        $dialer = Start-VicidialSimulator
        $before = "`$login = [pscredential]::new('$($dialer.Credential.UserName)', (ConvertTo-SecureString " +
            "'$($dialer.Credential.GetNetworkCredential().Password)' -AsPlainText -Force)); Connect-VicidialServer $($dialer.Uri) -Credential `$login"
        $null = Start-Recipe sale-to-supervisors $place @{} $before
        Send-Disposition 'lead_id=1&agent_log_id=1&dispo=NI&user=1001&campaign=TESTCAMP'
        Send-Disposition 'lead_id=2&agent_log_id=2&dispo=SALE&user=1002&campaign=TESTCAMP'
        Wait-Until { Get-VicidialSimulatorRequest send_notification -Simulator $dialer }
        $sent = @(Get-VicidialSimulatorRequest send_notification -Simulator $dialer)
        $sent | Should -HaveCount 1
        $sent.Fields['recipient'], $sent.Fields['notification_text'] | Should -Be 'ADMIN', '1002 has sold to lead 2 in TESTCAMP'
        Stop-VicidialSimulator -Simulator $dialer
    }
}

Describe 'The recipe call-log' {
    BeforeEach {
        $port = Get-FreePort
        $place = Join-Path $TestDrive ([guid]::NewGuid().ToString('N'))
        $null = New-Item $place -ItemType Directory
    }

    It 'writes each event once, even if it arrives again after a restart and a line was cut off' {
        $calls = Join-Path $place calls
        $run = Start-Recipe call-log $place @{ Folder = $calls }
        1..3 | ForEach-Object { Send-Disposition "lead_id=$_&agent_log_id=$_&call_id=V$_&dispo=SALE" }
        Wait-Until { (Test-Path $calls/calls-*.csv) -and @(Import-Csv (Get-Item $calls/calls-*.csv)[0]).Count -eq 3 }
        Stop-Run $run

        # As if the computer had failed while it wrote the third line.
        $file = (Get-Item $calls/calls-*.csv)[0]
        $text = [IO.File]::ReadAllText($file)
        [IO.File]::WriteAllText($file, $text.Substring(0, $text.Length - 20))
        Remove-Item (Join-Path $place spool/taken.txt)

        $run = Start-Recipe call-log $place @{ Folder = $calls }
        Send-Disposition 'lead_id=4&agent_log_id=4&call_id=V4&dispo=NI'
        Wait-Until { @(Import-Csv $file).Count -eq 4 }
        Stop-Run $run
        (Import-Csv $file | ForEach-Object { "$($_.LeadId) $($_.Status)" }) -join ', ' | Should -Be '1 SALE, 2 SALE, 3 SALE, 4 NI'
    }
}

Describe 'The recipe live-wallboard' {
    BeforeEach {
        $port = Get-FreePort
        $place = Join-Path $TestDrive ([guid]::NewGuid().ToString('N'))
        $null = New-Item $place -ItemType Directory
    }

    It 'shows exact times that a roster does not contain' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $dialer = Start-VicidialSimulator
        $null = Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name board -NoDefault
        $agent = Get-VicidialLoggedInAgent -Connection board -IncludeSubStatus | Where-Object { $_.Status -eq 'PAUSED' -and -not $_.SubStatus } | Select-Object -First 1
        Disconnect-VicidialServer board
        $boardPort = Get-FreePort
        $before = "`$login = [pscredential]::new('$($dialer.Credential.UserName)', (ConvertTo-SecureString " +
            "'$($dialer.Credential.GetNetworkCredential().Password)' -AsPlainText -Force)); Connect-VicidialServer $($dialer.Uri) -Credential `$login"
        $null = Start-Recipe live-wallboard $place @{ BoardPort = $boardPort } $before
        Wait-Port $boardPort

        # The first event shows the difference between the clocks; the second one was delayed for two hours.
        $now = [datetimeoffset]::UtcNow.ToUnixTimeSeconds()
        $null = Send-Request $port "/$secret/event" "user=$($agent.User)&event=time_sync&counter=1&epoch=$now&agent_log_id=7"
        $null = Send-Request $port "/$secret/event" "user=$($agent.User)&event=state_paused&message=PAUSED&counter=0&epoch=$($now - 7200)&agent_log_id=7"
        Wait-Until { (Invoke-WebRequest "http://127.0.0.1:$boardPort/" -UseBasicParsing).Content -match "(?s)$($agent.User).{1,400}?2:00:\d\d(?!\+)" }
        Stop-VicidialSimulator -Simulator $dialer
    }
}
