BeforeDiscovery {
    $hasNginx = [bool](Get-Command nginx -ErrorAction Ignore)
    $hasApache = [bool](Get-Command apache2 -ErrorAction Ignore)
}

BeforeAll {
    Import-Module ([IO.Path]::Combine($PSScriptRoot, 'Pipelines.psm1')) -Force
    $script:secret = 'a1b2c3d4e5f6a7b8c9d0'

    # Sends bytes unchanged, and returns the first line of the response.
    function Send-TlsRequest([int] $Port, [string] $Request) {
        $client = [Net.Sockets.TcpClient]::new('127.0.0.1', $Port)
        try {
            $secure = [Net.Security.SslStream]::new($client.GetStream(), $false, { $true })
            $secure.AuthenticateAsClient('hooks.example.com')
            $bytes = [Text.Encoding]::UTF8.GetBytes($Request)
            $secure.Write($bytes, 0, $bytes.Length)
            [IO.StreamReader]::new($secure).ReadLine()
        }
        finally { $client.Dispose() }
    }
}

AfterAll {
    Stop-EveryRun
}

Describe 'New-VicidialEventUrl' {
    It 'returns a URL that converts to text and names the places to set it' {
        $hook = New-VicidialEventUrl Disposition https://hooks.example.com -Secret $secret
        "$hook" | Should -BeExactly $hook.Url
        $hook.Url | Should -BeLike "https://hooks.example.com/$secret`?kind=dispo&lead_id=--A--lead_id--B--&*"
        $hook.ApiFunction | Should -Contain update_campaign
        $hook.Setting[0].Label | Should -Be 'Dispo Call URL'
        $hook.Notes | Should -Not -BeNullOrEmpty
    }

    It 'is set in a campaign, and its events are received' {
        $dialer = Start-VicidialSimulator
        $null = Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name hooks -NoDefault
        $hook = New-VicidialEventUrl Disposition http://127.0.0.1:8085/vici -Secret $secret
        { Set-VicidialCampaign TESTCAMP -DispositionUrl $hook.Url -Connection hooks -Confirm:$false -ErrorAction Stop } | Should -Not -Throw
        Disconnect-VicidialServer hooks
        Stop-VicidialSimulator -Simulator $dialer
    }

    It 'rejects <why>' -ForEach @(
        @{ why = 'a field that runs in a shell of the dialer'; id = 'Vicidial.EventFieldRejected'; of = @{ Kind = 'NoAgent'; Field = 'first_name' } }
        @{ why = 'the password of the agent'; id = 'Vicidial.EventFieldRejected'; of = @{ Kind = 'Disposition'; Field = 'pass' } }
        @{ why = 'a field that the kind does not have'; id = 'Vicidial.EventFieldUnknown'; of = @{ Kind = 'NoAgent'; Field = 'talk_time' } }
        @{ why = 'a secret that the dialer would change'; id = 'Vicidial.EventSecretInvalid'; of = @{ Kind = 'Disposition'; Secret = 'never~seen#' } }
        @{ why = 'waiting calls without their in-group'; id = 'Vicidial.EventGroupMissing'; of = @{ Kind = 'CallsWaiting' } }
        @{ why = 'a port in an Agent Push URL'; id = 'Vicidial.EventAddressInvalid'; of = @{ Kind = 'AgentEvent'; BaseUri = 'http://x:8085' } }
    ) {
        $arguments = if ($of.BaseUri) { $of } else { @{ BaseUri = 'http://x' } + $of }
        $failure = { New-VicidialEventUrl @arguments } | Should -Throw -ErrorId "$id,*" -PassThru
        "$failure $($failure.Exception)" | Should -Not -Match 'never~seen'
    }

    It 'completes fields with their meaning, and offers no harmful ones' {
        $line = 'New-VicidialEventUrl -Kind NoAgent -BaseUri http://x -Field '
        $found = [Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches
        $found.CompletionText | Should -Contain lead_id
        $found.CompletionText | Should -Not -Contain first_name
        ($found | Where-Object CompletionText -EQ lead_id).ToolTip | Should -Match 'lead ID'
    }
}

Describe 'Receive-VicidialEvent' {
    BeforeEach {
        $port = Get-FreePort
        $spool = Join-Path $TestDrive ([guid]::NewGuid().ToString('N'))
    }

    It 'emits typed events that join and can be piped on' {
        $run = Start-Pipeline "Receive-VicidialEvent $port -Secret $secret -SpoolPath '$spool' | Select-Object -First 2"
        Wait-Port $port
        Send-Request $port "/x/$secret/dispo?lead_id=1021&dispo=SALE&user=1001&agent_log_id=5001&call_id=V1&talk_time=63&my_key=7" | Should -Match ' 200 '
        Send-Request $port "/x/$secret/event" 'user=1001&event=dispo_set&message=SALE&counter=3&epoch=1795936728&agent_log_id=5001' | Should -Match ' 200 '
        Wait-Until { $run.Output.Count -eq 2 }
        $set, $agent = $run.Output
        $set.PSTypeNames[0] | Should -Be Vicidial.Client.Events.DispositionEvent
        $set.LeadId | Should -Be 1021
        $set.TalkTime | Should -Be ([timespan]::FromSeconds(63))
        $set.my_key | Should -Be 7
        $agent.AgentLogId | Should -Be $set.AgentLogId
        $set | Out-String -Width 80 | Should -Match 'SALE'
    }

    It 'releases the port and keeps unread events in the spool when Select-Object stops the pipeline' {
        $gate = Join-Path $TestDrive ([guid]::NewGuid().ToString('N'))
        $wait = "ForEach-Object { while (-not (Test-Path '$gate')) { Start-Sleep -Milliseconds 20 }; `$_ }"
        $run = Start-Pipeline "Receive-VicidialEvent $port -SpoolPath '$spool' | $wait | Select-Object -First 1"
        Wait-Port $port
        1..3 | ForEach-Object { Send-Request $port "/dispo?lead_id=$_" | Should -Match ' 200 ' }
        $null = New-Item $gate
        Wait-Until { $run.Handle.IsCompleted }
        $run.Output.LeadId | Should -Be 1
        { [Net.Sockets.TcpClient]::new('127.0.0.1', $port) } | Should -Throw

        $again = Start-Pipeline "Receive-VicidialEvent $port -SpoolPath '$spool' | Select-Object -First 2"
        Wait-Until { $again.Handle.IsCompleted }
        $again.Output.LeadId | Should -Be 2, 3
    }

    It 'emits an event again if its consumer failed while processing it' {
        $run = Start-Pipeline "Receive-VicidialEvent $port -SpoolPath '$spool' | ForEach-Object { if (`$_.LeadId -eq 2) { throw 'down' }; `$_ }"
        Wait-Port $port
        1..2 | ForEach-Object { Send-Request $port "/dispo?lead_id=$_" }
        Wait-Until { $run.Handle.IsCompleted }
        $run.Output.LeadId | Should -Be 1

        $again = Start-Pipeline "Receive-VicidialEvent $port -SpoolPath '$spool' | Select-Object -First 1"
        Wait-Until { $again.Handle.IsCompleted }
        $again.Output.LeadId | Should -Be 2
    }

    It 'stops within seconds on Ctrl+C' {
        $run = Start-Pipeline "Receive-VicidialEvent $port -SpoolPath '$spool'"
        Wait-Port $port
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $run.Shell.Stop()
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 10
        { [Net.Sockets.TcpClient]::new('127.0.0.1', $port) } | Should -Throw
    }

    It 'responds to a wrong secret with 404, warns about it, and shows no secret' {
        $run = Start-Pipeline "Receive-VicidialEvent $port -Secret $secret -SpoolPath '$spool' -Verbose"
        Wait-Port $port
        Send-Request $port "/guess-$secret/dispo?lead_id=1" | Should -Match ' 404 '
        Send-Request $port "/$secret/dispo?lead_id=2" | Should -Match ' 200 '
        Wait-Until { $run.Output.Count -eq 1 -and $run.Shell.Streams.Warning.Count -eq 1 }
        "$($run.Shell.Streams.Warning[0])" | Should -Match '^1 request had a wrong secret or none'
        $streams = $run.Shell.Streams
        $all = @($run.Output[0] | ConvertTo-Json -Depth 4; Read-Collection $streams.Warning; Read-Collection $streams.Verbose; Read-Collection $streams.Error) -join "`n"
        $all | Should -Not -Match $secret
    }

    It 'names the connection by its name in the URL, or by its address' {
        $dialer = Start-VicidialSimulator
        $run = Start-Pipeline @"
`$password = ConvertTo-SecureString '$($dialer.Credential.GetNetworkCredential().Password)' -AsPlainText -Force
`$login = [pscredential]::new('$($dialer.Credential.UserName)', `$password)
Connect-VicidialServer $($dialer.Uri) -Credential `$login -Name east
Receive-VicidialEvent $port -SpoolPath '$spool' | Select-Object -First 2 | ForEach-Object { `$_; `$_ | Get-VicidialLead }
"@
        Wait-Port $port
        Send-Request $port '/dispo?lead_id=1001&connection=east&SQLdate=2026-11-29+02%3A12%3A34'
        Send-Request $port '/dispo?lead_id=1002'
        Wait-Until { $run.Output.Count -eq 4 }
        (Read-Collection $run.Output).ConnectionName | Should -Be east, east, east, east
        $run.Output[1].LeadId | Should -Be 1001
        $run.Output[0].OccurredAt | Should -Be ([datetimeoffset]'2026-11-29T02:12:34-05:00')
        Stop-VicidialSimulator -Simulator $dialer
    }

    It 'uses the URL in the dialer to read fields with custom names' {
        $url = 'http://h/noagent?x=--A--lead_id--B--&n=--A--first_name--B--&c=--A--city--B--'
        $run = Start-Pipeline "Receive-VicidialEvent $port -SpoolPath '$spool' -EventUrl '$url'"
        Wait-Port $port
        Send-Request $port '/noagent?x=5&n=Smith+&+Sons&c=Town' | Should -Match ' 200 '
        Wait-Until { $run.Output.Count -eq 1 }
        $run.Output[0].LeadId | Should -Be 5
        $run.Output[0].FirstName | Should -Be 'Smith & Sons'
    }

    It 'drops copies and kinds that are not wanted, and the noise of waiting agents' {
        $run = Start-Pipeline "Receive-VicidialEvent $port -SpoolPath '$spool' -Kind AgentEvent, NoAgent"
        Wait-Port $port
        Send-Request $port '/dispo?lead_id=1' | Should -Match ' 200 '
        Send-Request $port '/event' 'user=1&event=agent_alert&message=CHECK-FOR-CALL COMPLETE 12&counter=1' | Should -Match ' 200 '
        1..2 | ForEach-Object { Send-Request $port '/noagent?lead_id=4&status=NA' | Should -Match ' 200 ' }
        Send-Request $port '/event' 'user=1&event=state_ready&message=READY&counter=2&epoch=5'
        Wait-Until { $run.Output.Count -eq 2 }
        (Read-Collection $run.Output).Kind | Should -Be NoAgent, AgentEvent
    }

    It 'reports what is wrong with <why>' -ForEach @(
        @{ why = 'a port that is taken'; id = 'Vicidial.PortInUse'; with = { @{ Port = $taken } } }
        @{ why = 'a spool that another receiver uses'; id = 'Vicidial.SpoolInUse'; with = { @{ Port = 0; SpoolPath = $takenSpool } } }
        @{ why = 'a spool that cannot be made'; id = 'Vicidial.SpoolNotWritable'; with = { @{ Port = 0; SpoolPath = '/proc/spool' } } }
        @{ why = 'a secret that the dialer would change'; id = 'Vicidial.EventSecretInvalid'; with = { @{ Port = 0; Secret = 'a b~c' } } }
        @{ why = 'https without a certificate'; id = 'Vicidial.EventAddressInvalid'; with = { @{ ListenUri = 'https://localhost:8443' } } }
        @{ why = 'an allow-list of names'; id = 'Vicidial.EventAddressInvalid'; with = { @{ Port = 0; AllowedAddress = 'dialer' } } }
    ) {
        $taken = Get-FreePort
        $takenSpool = Join-Path $TestDrive ([guid]::NewGuid().ToString('N'))
        $other = Start-Pipeline "Receive-VicidialEvent $taken -SpoolPath '$takenSpool'"
        Wait-Port $taken
        $arguments = & $with
        if (-not $arguments.SpoolPath) { $arguments.SpoolPath = $spool }
        $failure = { Receive-VicidialEvent @arguments } | Should -Throw -ErrorId "$id,*ReceiveEventCommand" -PassThru
        "$failure" | Should -Not -Match 'a b~c'
        Stop-Run $other
    }

    It 'rejects a certificate that <why>' -ForEach @(
        @{ why = 'has no private key'; days = 1; keepsKey = $false; text = 'no private key' }
        @{ why = 'has expired'; days = -1; keepsKey = $true; text = 'expired' }
    ) {
        $key = [Security.Cryptography.RSA]::Create(2048)
        $request = [Security.Cryptography.X509Certificates.CertificateRequest]::new('CN=localhost', $key, 'SHA256', [Security.Cryptography.RSASignaturePadding]::Pkcs1)
        $made = $request.CreateSelfSigned([datetimeoffset]::Now.AddDays(-9), [datetimeoffset]::Now.AddDays($days))
        $certificate = if ($keepsKey) { $made } else { [Security.Cryptography.X509Certificates.X509Certificate2]::new($made.RawData) }
        $failure = { Receive-VicidialEvent -ListenUri "https://localhost:$port" -Certificate $certificate -SpoolPath $spool } |
            Should -Throw -ErrorId 'Vicidial.CertificateInvalid,*' -PassThru
        "$failure" | Should -Match $text
    }
}

Describe 'Agent events that are piped to <command>' -ForEach @(
    @{ command = 'Show-VicidialWallboard' }
    @{ command = 'Watch-VicidialAgent' }
    @{ command = 'Export-VicidialWallboard'; with = @{ Path = 'board.html' } }
) {
    It 'end the pipeline with an error that names the correct command' {
        $dialer = Start-VicidialSimulator
        try {
            # The event contains the name of this connection, which the command must not use.
            $null = Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name piped
            $seen = [Management.Automation.PSObject]::AsPSObject([pscustomobject]@{
                    PSTypeName = 'Vicidial.Client.Events.AgentEvent'; User = '1001'; ConnectionName = 'piped' })
            $with = if ($with) { $with } else { @{} }
            $failure = { $seen | & $command @with } | Should -Throw -ErrorId 'Vicidial.EventsPiped,*' -PassThru
            $failure.Exception.Message | Should -Match '-EventSource \(Start-ThreadJob \{ Receive-VicidialEvent -Kind AgentEvent \}\)'
            Disconnect-VicidialServer piped
        }
        finally { Stop-VicidialSimulator -Simulator $dialer }
    }
}

Describe 'The events of a simulated dialer' {
    BeforeEach {
        $port = Get-FreePort
        $spool = Join-Path $TestDrive ([guid]::NewGuid().ToString('N'))
        $hook = New-VicidialEventUrl Disposition "http://127.0.0.1:$port" -Secret $secret -Field lead_id, dispo, user, agent_log_id, call_id, first_name
        $start = New-VicidialEventUrl CallStart "http://127.0.0.1:$port" -Secret $secret
        $push = "get2post.php?uniqueid=1&type=event&HTTPURLTOPOST=127.0.0.1:$port/$secret`?kind=agentEvent&user=--A--user--B--&event=--A--event--B--" +
            '&agent_log_id=--A--agent_log_id--B--&counter=--A--counter--B--&epoch=--A--epoch--B--&message=--A--message--B--'
        $dialer = Start-VicidialSimulator -EventUrl $hook, $start, $push
    }

    AfterEach { Stop-VicidialSimulator -Simulator $dialer }

    It 'reach a receiver, can be joined, and agree with later queries' {
        $run = Start-Pipeline "Receive-VicidialEvent $port -Secret $secret -SpoolPath '$spool'"
        Wait-Port $port
        Step-VicidialSimulator 60 -Simulator $dialer
        Step-VicidialSimulator 30 -Simulator $dialer

        # Events of one call come in any order: its disposition is the last of one step, and its start of the step before.
        Wait-Until {
            $script:all = @(Read-Collection $run.Output)
            $script:set = $all | Where-Object { $_.Kind -eq 'Disposition' -and $_.CallId -in ($all | Where-Object Kind -EQ CallStart).CallId -and
                $_.AgentLogId -in ($all | Where-Object Event -EQ dispo_set).AgentLogId } | Select-Object -First 1
            $set
        }
        $began = $all | Where-Object { $_.Kind -eq 'CallStart' -and $_.CallId -eq $set.CallId }
        $began.LeadId | Should -Be $set.LeadId
        ($all | Where-Object { $_.Event -eq 'dispo_set' -and $_.AgentLogId -eq $set.AgentLogId }).Status | Should -Be $set.Status
        $null = Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name floor -NoDefault
        (Get-VicidialLead $set.LeadId -Connection floor).Status | Should -Be $set.Status
        Disconnect-VicidialServer floor
    }

    It 'arrive <fault> if the step requests it' -ForEach @(
        @{ fault = 'Duplicate'; more = 2 }
        @{ fault = 'Lost'; more = 0 }
        @{ fault = 'Late'; more = 1 }
        @{ fault = 'OutOfOrder'; more = 1 }
    ) {
        $run = Start-Pipeline "Receive-VicidialEvent $port -Secret $secret -SpoolPath '$spool' -Kind Disposition -IncludeDuplicate"
        Wait-Port $port
        $busy = @($dialer | ForEach-Object {
                $null = Connect-VicidialServer -Uri $_.Uri -Credential $_.Credential -Name floor -NoDefault
                Get-VicidialLoggedInAgent -Connection floor | Where-Object LeadId
                Disconnect-VicidialServer floor
            }).Count
        Step-VicidialSimulator 60 -Simulator $dialer -EventFault $fault
        if ($more) { Wait-Until { $run.Output.Count -ge $busy * $more } } else { Start-Sleep -Milliseconds 500 }
        $run.Output.Count | Should -Be ($busy * $more)
    }

    It 'go to the URLs that a scenario sets for an in-group, a list, and the settings' {
        $base = "http://127.0.0.1:$port"
        $floor = Start-VicidialSimulator -Scenario @{
            Extend    = $true
            Campaigns = @{ CampaignId = 'TESTCAMP'; NoAgentUrl = New-VicidialEventUrl NoAgent $base -Literal @{ of = 'campaign' } }
            InGroups  = @{ GroupId = 'SALESLINE'; CallStartUrl = New-VicidialEventUrl CallStart $base -Literal @{ of = 'group' } }
            Lists     = @{ ListId = 101; CampaignId = 'TESTCAMP'; NoAgentUrl = 'ALT' }
            Settings  = @{ ApiLeadAddedUrl = (New-VicidialEventUrl ApiLeadAdded $base).Url }

            AlternateUrls = @{ CampaignId = '101'; EntryType = 'list'; UrlType = 'noagent'
                Address = New-VicidialEventUrl NoAgent $base -Literal @{ of = 'list' } }
        }
        try {
            $run = Start-Pipeline "Receive-VicidialEvent $port -SpoolPath '$spool'"
            Wait-Port $port
            Step-VicidialSimulator 60 -Simulator $floor
            Step-VicidialSimulator 60 -Simulator $floor
            $null = Connect-VicidialServer -Uri $floor.Uri -Credential $floor.Credential -Name urls -NoDefault
            Add-VicidialLead 7275558100 -ListId 102 -Connection urls
            Disconnect-VicidialServer urls
            Wait-Until {
                $script:all = @(Read-Collection $run.Output)
                -not ('CallStart', 'NoAgent', 'ApiLeadAdded' | Where-Object { $_ -notin $all.Kind })
            }
            ($all | Where-Object Kind -EQ NoAgent).of | Select-Object -Unique | Should -Be list
            ($all | Where-Object Kind -EQ CallStart).of | Select-Object -Unique | Should -Be group
            ($all | Where-Object Kind -EQ CallStart)[0].CallId | Should -Match '^Y'
        }
        finally { Stop-VicidialSimulator -Simulator $floor }
    }

    It 'go only to this computer if a scenario sets their URL' {
        { Start-VicidialSimulator -Scenario @{ Campaigns = @{ CampaignId = 'A'; DispositionUrl = 'https://hooks.example.com/x' } } } |
            Should -Throw '*Campaigns`[0`].DispositionUrl must lead to 127.0.0.1 or localhost, not to hooks.example.com.*' -ErrorId 'Vicidial.InvalidScenario,*'
    }

    It 'need a URL that names its kind' {
        { Start-VicidialSimulator -EventUrl 'http://127.0.0.1/hook?lead=--A--lead_id--B--' } | Should -Throw -ErrorId 'Vicidial.EventUrlInvalid,*'
    }
}

Describe 'The <server> configuration of about_VicidialPS_Events' -ForEach @(
    @{ server = 'nginx'; isMissing = -not $hasNginx }
    @{ server = 'apache2'; isMissing = -not $hasApache }
) {
    It 'forwards what dialers send, except raw spaces, or <server> is missing' -Skip:($isMissing -or $PSVersionTable.PSVersion.Major -lt 7) {
        $page = [IO.Path]::GetFullPath([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'docs', 'en-US', 'about_VicidialPS_Events.md'))
        $folder = Join-Path $TestDrive $server
        $null = New-Item $folder -ItemType Directory
        $key = [Security.Cryptography.RSA]::Create(2048)
        $request = [Security.Cryptography.X509Certificates.CertificateRequest]::new('CN=hooks.example.com', $key, 'SHA256', [Security.Cryptography.RSASignaturePadding]::Pkcs1)
        $certificate = $request.CreateSelfSigned([datetimeoffset]::Now.AddDays(-1), [datetimeoffset]::Now.AddDays(1))
        Set-Content "$folder/hooks.pem" $certificate.ExportCertificatePem()
        Set-Content "$folder/hooks.key" $key.ExportPkcs8PrivateKeyPem()
        $port = Get-FreePort
        $public = Get-FreePort
        $language = if ($server -eq 'nginx') { 'nginx' } else { 'apache' }
        $block = [regex]::Match([IO.File]::ReadAllText($page), "(?s)``````$language\r?\n(.*?)``````").Groups[1].Value
        $block = $block -replace 'listen 443', "listen 127.0.0.1:$public" -replace '\*:443', "*:$public" -replace ':8085', ":$port" -replace '/etc/ssl', $folder
        if ($server -eq 'nginx') {
            Set-Content "$folder/nginx.conf" "daemon off; pid $folder/pid; error_log $folder/error.log; events {} http { $block }"
            $process = Start-Process nginx "-c $folder/nginx.conf -p $folder" -PassThru
        }
        else {
            # The modules that the page names, and those that every Debian server has.
            $modules = foreach ($module in 'mpm_event', 'authz_core', 'ssl', 'proxy', 'proxy_http') {
                "LoadModule ${module}_module /usr/lib/apache2/modules/mod_$module.so"
            }
            $user = if ((id -u) -eq 0) { 'User www-data', 'Group www-data' }
            Set-Content "$folder/apache.conf" ("ServerRoot $folder", 'PidFile pid', 'ErrorLog error.log', 'ServerName localhost', "Listen 127.0.0.1:$public" + $modules + $user + $block)
            $process = Start-Process apache2 "-f $folder/apache.conf -DFOREGROUND" -PassThru
        }
        try {
            $run = Start-Pipeline "Receive-VicidialEvent $port -Secret $secret -SpoolPath '$folder/spool' -ProxyAddress 127.0.0.1 -AllowedAddress 127.0.0.1"
            Wait-Port $port
            Wait-Port $public
            $long = 'x' * 30000
            $headers = "Host: hooks.example.com`r`nConnection: close"
            $form = "Content-Type: application/x-www-form-urlencoded`r`nContent-Length"
            $sent = @(
                "GET /$secret`?kind=dispo&lead_id=1&comments=$long HTTP/1.1`r`n$headers`r`n`r`n"
                "GET /$secret`?kind=dispo&lead_id=2&first_name=Zo$([char]0xeb) HTTP/1.1`r`n$headers`r`n`r`n"
                "GET /$secret/dispo?lead_id=3&dispo_name=Sale%2BMade&comments=a%3Db%2Bc%2F100%25+%22q%22 HTTP/1.0`r`n$headers`r`n`r`n"
                "POST /$secret/container HTTP/1.1`r`n$headers`r`n$form`: 30`r`n`r`nlead_id=4\&first_name=Al \& Co"
                "GET /$secret`?kind=dispo&lead_id=5&recording_filename=a b HTTP/1.1`r`n$headers`r`n`r`n"
            )
            $answers = $sent | ForEach-Object { Send-TlsRequest $public $_ }
            $answers[0..3] -replace '^HTTP/1\.. ' | Should -Be '200 OK', '200 OK', '200 OK', '200 OK'
            $answers[4] | Should -Match '^HTTP/1.1 400 '
            Wait-Until { $run.Output.Count -eq 4 }
            $all = Read-Collection $run.Output
            $all.LeadId | Should -Be 1, 2, 3, 4
            $all[0].Comments | Should -Be $long
            $all[1].FirstName | Should -Be "Zo$([char]0xeb)"
            $all[2].StatusName | Should -Be 'Sale Made'
            $all[2].Comments | Should -Be 'a=b+c/100% "q"'
            $all[3].FirstName | Should -Be 'Al & Co'
            $all.SourceAddress | Select-Object -Unique | Should -Be 127.0.0.1
        }
        finally {
            # Kills its workers too, which would keep the output of the test run open.
            $process.Kill($true)
        }
    }
}
