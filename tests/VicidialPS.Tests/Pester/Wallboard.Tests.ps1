# Show- and Export-VicidialWallboard: the floor as text and as a page, whatever happens to the dialer.
BeforeDiscovery {
    $chromium = @(Get-Command chromium, chromium-browser, google-chrome -CommandType Application -ErrorAction Ignore)[0]
    $noBrowser = $null -eq $chromium

    $noTmux = -not $IsLinux -or -not (Get-Command tmux -CommandType Application -ErrorAction Ignore)

    # The program that provides a terminal, from util-linux.
    $noTerminal = -not $IsLinux -or @(Get-Command script, stty -CommandType Application -ErrorAction Ignore).Name.Count -lt 2 -or
        -not (& { env --default-signal=INT true 2>$null; $LASTEXITCODE -eq 0 })
}

BeforeAll {
    Import-Module ([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'src', 'Build', 'Engine.psm1'))
    $chromium = @(Get-Command chromium, chromium-browser, google-chrome -CommandType Application -ErrorAction Ignore)[0]

    # The tool in the tool manifest has no executable of its own.
    $pwsh = if (Test-Path "$PSHOME/pwsh") { "'$PSHOME/pwsh'" } else { "dotnet '$PSHOME/pwsh.dll'" }
    $state = [initialsessionstate]::CreateDefault2()
    $state.ImportPSModule((Get-Module VicidialPS).Path)
    $runspace = [runspacefactory]::CreateRunspace($state)
    $runspace.Open()

    # Runs a command in the background, and returns its output so far.
    function Start-Board([string] $Name, [hashtable] $Parameter) {
        $shell = [powershell]::Create($runspace).AddCommand($Name).AddParameters($Parameter)
        $output = [Management.Automation.PSDataCollection[psobject]]::new()
        $none = [Management.Automation.PSDataCollection[psobject]]::new()
        $none.Complete()

        # Reading the output so far must not wait for the end.
        $output, $shell.Streams.Warning, $shell.Streams.Error | ForEach-Object { $_.EnumeratorNeverBlocks = $true }
        @{ Shell = $shell; Output = $output; Running = $shell.BeginInvoke($none, $output) }
    }

    function Start-Page([hashtable] $Parameter = @{}) {
        $all = @{ Serve = $true; Port = 0; PassThru = $true; Connection = $connection; IntervalSec = 1 }
        $Parameter.Keys | ForEach-Object { $all[$_] = $Parameter[$_] }
        $page = Start-Board Export-VicidialWallboard $all
        Wait-Until { $page.Output.Count -or $page.Shell.Streams.Error.Count }
        $page.Uri = $page.Output[0].Uri
        $page
    }

    function Wait-Until([scriptblock] $Condition) {
        $limit = [Diagnostics.Stopwatch]::StartNew()
        while (-not (& $Condition)) {
            if ($limit.Elapsed.TotalSeconds -gt 120) {
                throw "It did not come true within two minutes: $Condition"
            }
            [Threading.Thread]::Sleep(20)
        }
    }

    function Read-Page([uri] $Uri) { (Invoke-WebRequest $Uri -UseBasicParsing).Content }

    # Returns the server's response to a request header that no well-behaved client sends.
    function Send-Head([uri] $Uri, [string] $Head) {
        $client = [Net.Sockets.TcpClient]::new('127.0.0.1', $Uri.Port)
        try {
            $bytes = [Text.Encoding]::ASCII.GetBytes(($Head -replace "`r?`n", "`r`n") + "`r`nConnection: close`r`n`r`n")
            $client.GetStream().Write($bytes, 0, $bytes.Length)
            [IO.StreamReader]::new($client.GetStream()).ReadToEnd()
        }
        finally {
            $client.Dispose()
        }
    }

    function Open-Browser([string] $Address) {
        $folder = Join-Path $TestDrive ([guid]::NewGuid().ToString('N'))
        (& $chromium --headless --no-sandbox --disable-gpu "--user-data-dir=$folder" --virtual-time-budget=4000 --dump-dom $Address 2> $null) -join "`n"
    }

    # The output of the board in a separate terminal until Ctrl+C.
    function Show-InTerminal($Dialer, [int] $Rows, [int] $Columns, [switch] $Plain) {
        $place = Join-Path $TestDrive ([guid]::NewGuid().ToString('N'))
        $null = New-Item $place -ItemType Directory
        $run = Join-Path $place 'run.ps1'
        $screen = Join-Path $place 'screen'
        $number = Join-Path $place 'number'
        Set-Content $run -Encoding ascii @"
`$PSStyle.OutputRendering = '$(if ($Plain) { 'PlainText' } else { 'Host' })'
`$env:NO_COLOR = $(if ($Plain) { 1 } else { '$null' })
Import-Module '$((Get-Module VicidialPS).Path)'
`$secret = ConvertTo-SecureString '$($Dialer.Credential.GetNetworkCredential().Password)' -AsPlainText -Force
Connect-VicidialServer -Uri $($Dialer.Uri) -Credential ([pscredential]::new('$($Dialer.Credential.UserName)', `$secret))
Set-Content '$number' `$PID
Show-VicidialWallboard -IntervalSec 1
"@
        # A run in the background ignores the signal of Ctrl+C, and its child processes inherit that.
        $engine = @(Get-PowerShellCommand | ForEach-Object { "'$_'" }) -join ' '
        $command = "stty rows $Rows cols $Columns; env --default-signal=INT $engine -NoProfile -File '$run'"
        $start = [Diagnostics.ProcessStartInfo]::new('script')
        '-q', '-e', '-f', '-c', $command, $screen | ForEach-Object { $start.ArgumentList.Add($_) }
        $start.RedirectStandardInput = $true
        $start.RedirectStandardOutput = $true
        $start.Environment['TERM'] = 'xterm-256color'
        $terminal = [Diagnostics.Process]::Start($start)
        try {
            $read = $terminal.StandardOutput.ReadToEndAsync()
            Wait-Until { (Test-Path $screen) -and [regex]::Matches([IO.File]::ReadAllText($screen), "\e\[H").Count -ge 4 }
            & kill -INT (Get-Content $number)
            Wait-Until { $terminal.HasExited }
            $read.Result
        }
        finally {
            if (-not $terminal.HasExited) { $terminal.Kill() }
            $terminal.Dispose()
        }
    }

    # Runs the board in a terminal emulator whose cells can be read.
    function Start-Terminal($Dialer) {
        $place = Join-Path $TestDrive ([guid]::NewGuid().ToString('N'))
        $null = New-Item $place -ItemType Directory
        $run = Join-Path $place 'run.ps1'
        Set-Content $run -Encoding ascii @"
Import-Module '$((Get-Module VicidialPS).Path)'
`$secret = ConvertTo-SecureString '$($Dialer.Credential.GetNetworkCredential().Password)' -AsPlainText -Force
Connect-VicidialServer -Uri $($Dialer.Uri) -Credential ([pscredential]::new('$($Dialer.Credential.UserName)', `$secret)) -Name main
Set-Content '$(Join-Path $place number)' `$PID
'what was there before'
Show-VicidialWallboard -IntervalSec 1
"@
        # The path of a socket can have at most about a hundred characters.
        $terminal = @{ Socket = Join-Path ([IO.Path]::GetTempPath()) "board-$PID-$([guid]::NewGuid().ToString('N').Substring(0, 8))"; Number = Join-Path $place 'number' }
        $null = tmux -u -S $terminal.Socket -f /dev/null new-session -d -s board -x 80 -y 24 "$pwsh -NoProfile -File '$run'; echo the board has ended; exec sleep 300"
        $terminal
    }

    function Get-Screen($Terminal) { @(tmux -u -S $Terminal.Socket capture-pane -p -t board) }

    function Stop-Terminal($Terminal) {
        tmux -S $Terminal.Socket kill-server
        Remove-Item $Terminal.Socket -ErrorAction Ignore
    }

    function Measure-Poll { @(Get-VicidialSimulatorRequest logged_in_agents).Count }
}

AfterAll {
    $runspace.Dispose()
}

Describe 'The board' {
    BeforeEach {
        $dialer = Start-VicidialSimulator -Scenario @{ Extend = $true; Clock = '2026-11-20 09:00:00' }
        $connection = Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main -MaximumRetryCount 0 -PassThru
    }

    AfterEach {
        if ($board) {
            $board.Shell.Stop()
            $board.Shell.Dispose()
            $board = $null
        }
        Disconnect-VicidialServer * -ErrorAction SilentlyContinue
        if (Get-VicidialSimulator) { Stop-VicidialSimulator }
    }

    Context 'Show-VicidialWallboard' {
        It 'returns one frame as text: a line for each campaign and one for each agent' {
            $lines = @(Show-VicidialWallboard -Once)
            $agents = @(Get-VicidialLoggedInAgent -IncludeSubStatus)
            $lines[0] | Should -Match "^main  \d\d:\d\d:\d\d  $($agents.Count) agents$"
            ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 120
            $lines -match '\e' | Should -BeNullOrEmpty
            foreach ($campaign in $agents | Group-Object CampaignId) {
                $line = $lines -match "^$($campaign.Name) +\d"
                $line | Should -HaveCount 1
                $paused = @($campaign.Group | Where-Object { $_.Status -eq 'PAUSED' -and $_.SubStatus -ne 'DISPO' }).Count
                $ready = @($campaign.Group | Where-Object { $_.Status -in 'READY', 'CLOSER' }).Count
                $figures = -split $line[0]
                $figures[1], $figures[2], $figures[5] | Should -Be $campaign.Count, $ready, $paused
            }
            foreach ($agent in $agents) {
                $lines -match " $($agent.User) +$([regex]::Escape($agent.FullName)) +$($agent.CampaignId) " | Should -HaveCount 1
            }
        }

        It 'shows agents who need attention first' {
            $lines = @(Show-VicidialWallboard TESTCAMP -Once)
            $order = @($lines -match '^[A-Z]+( [A-Z0-9-]+)* {2,}\d{4} ' | ForEach-Object {
                    switch -Regex ($_) {
                        '^\w+ DEAD' { 1; break }
                        '^PAUSED DISPO' { 3; break }
                        '^PAUSED' { 2; break }
                        '^(READY|CLOSER)' { 4; break }
                        default { 5 }
                    }
                })
            $order.Count | Should -Be @(Get-VicidialLoggedInAgent TESTCAMP).Count
            $order | Should -Be ($order | Sort-Object)
            $order | Select-Object -Unique | Should -HaveCount 5
        }

        It 'removes control characters of the dialer' {
            $evil = Start-VicidialSimulator -Scenario @{ Agents = @(@{ User = '1001'; FullName = "A$([char] 27)[2J$([char] 7)B"; CampaignId = 'SALES'; Status = 'READY' }) }
            $other = Connect-VicidialServer -Uri $evil.Uri -Credential $evil.Credential -Name evil -PassThru
            $lines = @(Show-VicidialWallboard -Connection $other -Once)
            $lines -match '[\x00-\x1f]' | Should -BeNullOrEmpty
            $lines -match 'A \[2J B' | Should -HaveCount 1
        }

        It 'removes characters of the dialer that change the text direction' {
            $evil = Start-VicidialSimulator -Scenario @{ Agents = @(@{ User = '1001'; FullName = "A$([char] 0x202E)B$([char] 0x2066)C"; CampaignId = 'SALES'; Status = 'READY' }) }
            $other = Connect-VicidialServer -Uri $evil.Uri -Credential $evil.Credential -Name evil -PassThru
            @(Show-VicidialWallboard -Connection $other -Once) -match 'A B C' | Should -HaveCount 1
            $path = Join-Path $TestDrive 'turned.html'
            Export-VicidialWallboard -Connection $other -Path $path
            [IO.File]::ReadAllText($path) | Should -Match '<b>1001</b> A B C</span>'
        }

        It 'shows the dialer of an agent if there are several' {
            $second = Start-VicidialSimulator -Scenario @{ Extend = $true; Clock = '2026-11-20 09:00:00' }
            $null = Connect-VicidialServer -Uri $second.Uri -Credential $second.Credential -Name second
            $lines = @(Show-VicidialWallboard TESTCAMP -Connection * -Once)
            ($lines -match '^TESTCAMP \((main|second)\)') | Should -HaveCount 2
            ($lines -match ' 1001 .*  main$'), ($lines -match ' 1001 .*  second$') | ForEach-Object { $_ | Should -HaveCount 1 }
        }

        It 'writes an error and no frame if the only request fails' {
            Set-VicidialSimulatorFault DropBeforeWork -Function logged_in_agents
            $lines = Show-VicidialWallboard -Once -ErrorVariable failed -ErrorAction SilentlyContinue
            $lines | Should -BeNullOrEmpty
            $failed | Should -HaveCount 1
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.*,*ShowWallboardCommand'
        }

        It 'continues after the dialer was away, and shows the last data in the meantime' {
            $board = Start-Board Show-VicidialWallboard @{ Connection = $connection; IntervalSec = 1 }
            Wait-Until { @($board.Output) -match ' 1002 ' }
            Set-VicidialSimulatorFault DropBeforeWork -Function logged_in_agents
            Wait-Until { @($board.Output) -match '^! main has not responded since \d\d:\d\d:\d\d\. The agents are shown as of that time\.' }
            $board.Output.Clear()
            Wait-Until { @($board.Output) -match ' 1002 ' }
            Set-VicidialSimulatorFault -Clear
            Wait-Until { $board.Shell.Streams.Warning.Count -eq 2 }
            $board.Output.Clear()
            Wait-Until { @($board.Output) -match ' 1002 ' }
            @($board.Output) -match '^!' | Should -BeNullOrEmpty
            $board.Shell.Streams.Error | Should -BeNullOrEmpty
        }

        It 'shows a dialer that responds while another one hangs, and stops immediately' {
            $slow = Start-VicidialSimulator -Scenario @{ Extend = $true; Clock = '2026-11-20 09:00:00' }
            $other = Connect-VicidialServer -Uri $slow.Uri -Credential $slow.Credential -Name slow -MaximumRetryCount 0 -PassThru
            Set-VicidialSimulatorFault Stall -DelayMilliseconds 60000 -Function logged_in_agents -Simulator $slow
            $board = Start-Board Show-VicidialWallboard @{ Connection = $other, $connection; IntervalSec = 1 }
            Wait-Until { @($board.Output) -match ' 1002 ' }
            @($board.Output) -match '^! Waiting for the first response of slow' | Should -Not -BeNullOrEmpty
            Wait-Until { @($board.Output) -match '^! slow has not responded since \d\d:\d\d:\d\d\. No agents are known\.' }
            $time = [Diagnostics.Stopwatch]::StartNew()
            $board.Shell.Stop()
            $time.Elapsed.TotalSeconds | Should -BeLessThan 5
        }

        It 'draws in a terminal, and restores it at Ctrl+C, or no terminal is available' -Skip:$noTerminal {
            $drawn = Show-InTerminal $dialer 20 90
            $frames = $drawn -split '\e\[H'
            $frames[0] | Should -Match '\e\[\?1049h' -Because 'it draws on the other screen'
            foreach ($frame in $frames[1..($frames.Count - 2)]) {
                $lines = $frame -split "`n"
                $lines.Count | Should -BeLessOrEqual 20
                $lines -replace '\e\[[0-9;?]*[A-Za-z]|\r' | Where-Object Length -GT 90 | Should -BeNullOrEmpty
                ($lines[-1] -replace '\e\[[0-9;?]*[A-Za-z]') | Should -Match '^and \d+ more: '
            }
            $drawn | Should -Match '\e\[33mPAUSED '
            $frames[-1] | Should -Match '\e\[\?25h\e\[\?1049l' -Because 'the cursor and what stood there are back'
        }

        It 'draws on the alternate screen without colors, too, or no terminal is available' -Skip:$noTerminal {
            $drawn = Show-InTerminal $dialer 20 90 -Plain
            $drawn | Should -Not -Match '\e\[\d[\d;]*m'
            $frames = $drawn -split '\e\[H'
            $frames[0] | Should -Match '\e\[\?1049h\e\[\?25l\e\[\?7l'
            $frames[-1] | Should -Match '\e\[\?7h\e\[\?25h\e\[\?1049l'
        }

        It 'shows each figure in full in a window of any size, and follows a change of its size, or tmux is missing' -Skip:$noTmux {
            $busy = Start-VicidialSimulator -Scenario @{
                Campaigns = @(@{ CampaignId = 'SALES'; Name = 'Sales' })
                Agents    = @(1..100 | ForEach-Object { @{ User = "$(8000 + $_)"; FullName = "Agent $_"; CampaignId = 'SALES'; Status = $(if ($_ -le 63) { 'INCALL' } elseif ($_ -le 83) { 'READY' } else { 'PAUSED' }) } })
            }
            $expected = @{ Agents = 100; Ready = 20; 'On calls' = 63; 'Wrap-up' = 0; Paused = 17 }
            $terminal = Start-Terminal $busy
            try {
                foreach ($size in @(80, 24), @(40, 10), @(63, 10), @(64, 30), @(81, 24), @(132, 43), @(240, 60), @(40, 60), @(80, 24)) {
                    $columns, $rows = $size
                    tmux -S $terminal.Socket resize-window -t board -x $columns -y $rows
                    Wait-Until {
                        $lines = Get-Screen $terminal
                        $heading = $lines -match '^Campaign ' | Select-Object -First 1
                        $line = $lines -match '^SALES ' | Select-Object -First 1
                        if (-not $line) { return $false }
                        $names = @([regex]::Matches($heading, 'Agents|Ready|On calls|Wrap-up|Paused').Value)
                        $figures = @(-split $line | Select-Object -Skip 1)
                        $wide = $columns -ge 64
                        $names.Count -eq $figures.Count -and $names.Count -eq $(if ($wide) { 5 } else { [math]::Floor(($columns - 10) / 10) }) -and
                            -not (0..($names.Count - 1) | Where-Object { [int] $figures[$_] -ne $expected[$names[$_]] }) -and
                            $lines[0] -match '^main  \d\d:\d\d:\d\d  100 agents$' -and
                            (@($lines | Where-Object { $_.Trim() })[-1] -match '^and \d+ more: ' -or @($lines -join ' ' | Select-String '\b80\d\d\b' -AllMatches).Matches.Count -eq 63 + 20 + 17)
                    }
                }
            }
            finally {
                Stop-Terminal $terminal
            }
        }

        It 'restores the screen when it is ended by <Way>, or tmux is missing' -Skip:$noTmux -ForEach @(@{ Way = 'Ctrl+C' }, @{ Way = 'SIGTERM' }) {
            $terminal = Start-Terminal $dialer
            try {
                Wait-Until { (Get-Screen $terminal) -match '^Status +Time' }
                if ($Way -eq 'Ctrl+C') { tmux -S $terminal.Socket send-keys -t board C-c } else { & kill -TERM (Get-Content $terminal.Number) }
                Wait-Until { (Get-Screen $terminal) -match '^the board has ended' }
                $lines = Get-Screen $terminal
                $lines -match '^what was there before' | Should -HaveCount 1
                $lines -match '^Status +Time' | Should -BeNullOrEmpty
                tmux -S $terminal.Socket display-message -p -t board '#{alternate_on} #{cursor_flag} #{wrap_flag}' | Should -Be '0 1 1'
            }
            finally {
                Stop-Terminal $terminal
            }
        }

        It 'shows agents and the total however many campaigns there are, at <Rows> by <Columns>, or no terminal is available' -Skip:$noTerminal -ForEach @(
            @{ Rows = 24; Columns = 80; Agents = 8; Heading = 'Campaign +Agents +Ready +On calls +Wrap-up +Paused'; AgentHeading = 'Status +Time +User +Name +Campaign +Calls' }
            @{ Rows = 12; Columns = 40; Agents = 3; Heading = 'Campaign +Ready +On calls +Paused'; AgentHeading = 'Status +Time +User' }
        ) {
            $many = Start-VicidialSimulator -Scenario @{
                Campaigns = @(1..28 | ForEach-Object { @{ CampaignId = "CAMP$_"; Name = "c$_" } })
                Agents    = @(1..44 | ForEach-Object { @{ User = "$(8000 + $_)"; FullName = "$([char] 0x65E5)$([char] 0x672C) n$_"; CampaignId = "CAMP$($_ % 28 + 1)"; Status = 'PAUSED' } })
            }
            $frame = ((Show-InTerminal $many $Rows $Columns -Plain) -split '\e\[H')[-2]
            $lines = @($frame -split "`n" -replace '\e\[[0-9;?]*[A-Za-z]|\r')
            $lines.Count | Should -BeLessOrEqual $Rows
            $lines | ForEach-Object { $_.Length + [regex]::Matches($_, "[$([char] 0x4E00)-$([char] 0x9FFF)]").Count } | Should -BeLessOrEqual $Columns
            $lines -match "^$Heading" | Should -HaveCount 1
            $lines -match "^$AgentHeading" | Should -HaveCount 1
            $lines -match '^All +' | Should -HaveCount 1
            $lines -match '^and \d+ more campaigns$' | Should -HaveCount 1
            ($lines -match '^PAUSED +').Count | Should -BeGreaterOrEqual $Agents
            $lines[-1] | Should -Match '^and \d+ more: \d+ '
        }

        It 'marks campaigns that have fewer agents ready than -MinimumReady' {
            $lines = @(Show-VicidialWallboard -Once -MinimumReady @{ TESTCAMP = 99; NOSUCH = 2 })
            $ready = @(Get-VicidialLoggedInAgent TESTCAMP | Where-Object Status -In READY, CLOSER).Count
            $lines -match "^TESTCAMP +\d+ +! $ready of 99 " | Should -HaveCount 1
            $lines -match '^NOSUCH +0 +! 0 of 2 ' | Should -HaveCount 1 -Because 'a campaign without agents is short, too'
            $lines -match '^INBOUND .*!' | Should -BeNullOrEmpty
            { Show-VicidialWallboard INBOUND -Once -MinimumReady @{ TESTCAMP = 1 } } | Should -Throw -ErrorId 'Vicidial.CampaignNotWatched,*'
        }

        It 'counts the waiting calls and the calls that were dropped today' {
            $lines = @(Show-VicidialWallboard -Once)
            $waiting = (Get-VicidialInGroup | Get-VicidialInGroupStatus | Measure-Object CallsWaiting -Sum).Sum
            $drops = (Get-VicidialCallStatistic -By Status | Where-Object Status -EQ DROP | Measure-Object Calls -Sum).Sum
            $lines -match "^$waiting calls? waiting  $([int] $drops) drops? today$" | Should -HaveCount 1
            $lines = @(Show-VicidialWallboard TESTCAMP -InGroupId SALESLINE -Once)
            $lines -match "^$((Get-VicidialInGroupStatus SALESLINE).CallsWaiting) calls? waiting" | Should -HaveCount 1
            @(Show-VicidialWallboard TESTCAMP -Once) -match 'waiting' | Should -BeNullOrEmpty -Because 'the API does not tell the in-groups of a campaign'
        }

        It 'is shown without the figures that are not available' {
            foreach ($function in 'in_group_status', 'call_status_stats') { Set-VicidialSimulatorFault ServerErrorInstead -StatusCode 503 -Function $function }
            $lines = @(Show-VicidialWallboard -Once)
            $lines -match ' 1002 ' | Should -HaveCount 1
            $lines -match 'waiting|drops' | Should -BeNullOrEmpty
        }

        It 'shows an agent whose row cannot be read as unreadable' {
            $odd = Start-VicidialSimulator -Scenario @{ Agents = @(
                    @{ User = '1001'; FullName = "Tab$([char] 9)Bed"; CampaignId = 'SALES'; Status = 'READY' }, @{ User = '1002'; FullName = 'Bob'; CampaignId = 'SALES'; Status = 'READY' }) }
            $other = Connect-VicidialServer -Uri $odd.Uri -Credential $odd.Credential -Name odd -PassThru
            $lines = @(Show-VicidialWallboard -Connection $other -Once -ErrorAction SilentlyContinue)
            $lines[0] | Should -Match ' 2 agents$'
            $lines -match '^UNREADABLE +1001' | Should -HaveCount 1
            $lines -match '^! odd has an agent whose row cannot be read\.' | Should -HaveCount 1
        }

        It 'ends with an error if the login is refused' {
            $wrong = [pscredential]::new($dialer.Credential.UserName, (ConvertTo-SecureString nonsense -AsPlainText -Force))
            Connect-VicidialServer -Uri $dialer.Uri -Credential $wrong -Name main -SkipLoginCheck
            { Show-VicidialWallboard } | Should -Throw -ErrorId 'Vicidial.LoginIncorrect,*'
            Measure-Poll | Should -Be 1
        }
    }

    Context 'Export-VicidialWallboard -Path' {
        It 'writes one self-contained page and escapes the dialer''s texts' {
            $path = Join-Path $TestDrive 'floor.html'
            $file = Export-VicidialWallboard -Path $path -Title 'Sales & <more>' -PassThru
            $file | Should -BeOfType System.IO.FileInfo
            $file.FullName | Should -Be $path
            $html = [IO.File]::ReadAllText($path)
            $html | Should -Match '(?s)^<!DOCTYPE html>\n<html lang="en">.*</html>\n$'
            $html | Should -Match '<h1>Sales &amp; &lt;more&gt;</h1>'
            $html | Should -Match ([regex]::Escape('Mia &lt;b&gt;Bold&lt;/b&gt;'))
            $html | Should -Not -Match '<b>Bold'
            $html | Should -Not -Match 'https?://|src=|url\(|@import|<script|refresh'
            $html | Should -Match "<meta http-equiv=`"Content-Security-Policy`" content=`"default-src 'none'; style-src 'unsafe-inline'"
            $html | Should -Not -Match 'class="time"' -Because 'one roster tells no time in a state'
            $html | Should -Match 'prefers-color-scheme: dark'
            [regex]::Matches($html, '<span class="who">').Count | Should -Be @(Get-VicidialLoggedInAgent).Count
            Get-ChildItem $TestDrive -Filter 'floor.html*' | Should -HaveCount 1
        }

        It 'replaces a page, and does not change it if no dialer responds' {
            $path = Join-Path $TestDrive 'again.html'
            Set-Content $path 'old'
            Export-VicidialWallboard -Path $path | Should -BeNullOrEmpty
            $html = [IO.File]::ReadAllText($path)
            $html | Should -BeLike '<!DOCTYPE html>*'
            Set-VicidialSimulatorFault DropBeforeWork -Function logged_in_agents
            Export-VicidialWallboard -Path $path -ErrorVariable failed -ErrorAction SilentlyContinue
            $failed | Should -HaveCount 1
            [IO.File]::ReadAllText($path) | Should -BeExactly $html
        }

        It 'sends no request and writes nothing with -WhatIf' {
            $path = Join-Path $TestDrive 'never.html'
            Export-VicidialWallboard -Path $path -WhatIf
            $path | Should -Not -Exist
            Measure-Poll | Should -Be 0
        }

        It 'is written only to a file system, and is rejected elsewhere before any request' {
            Push-Location Env:
            try { { Export-VicidialWallboard -Path floor.html } | Should -Throw -ErrorId 'Vicidial.FileNotWritten,*' }
            finally { Pop-Location }
            Measure-Poll | Should -Be 0
        }

        It 'reports that a file cannot be written' {
            $path = [IO.Path]::Combine($TestDrive, 'no', 'such', 'folder', 'floor.html')
            Export-VicidialWallboard -Path $path -ErrorVariable failed -ErrorAction SilentlyContinue
            $failed | Should -HaveCount 1
            $failed[0].FullyQualifiedErrorId | Should -Be 'Vicidial.FileNotWritten,VicidialPS.Commands.Floor.ExportWallboardCommand'
        }
    }

    Context 'Export-VicidialWallboard -Serve' {
        It 'returns a page that follows the floor' {
            $board = Start-Page
            $board.Output[0] | Should -BeOfType VicidialPS.Output.WallboardServer
            Wait-Until { (Read-Page $board.Uri) -match '<use href="#i-ready"/></svg><span class="who"><b>1002<' }
            $null = Suspend-VicidialAgent 1002
            Step-VicidialSimulator 5
            Wait-Until { (Read-Page $board.Uri) -match '<use href="#i-paused"/></svg><span class="who"><b>1002</b>[^\n]*<span class="time">\d+:\d\d</span>' }
        }

        It 'shows on the page that the dialer is away, and continues when it is back' {
            $board = Start-Page
            Set-VicidialSimulatorFault ServerErrorInstead -StatusCode 503 -Function logged_in_agents
            Wait-Until { (Read-Page $board.Uri) -match '<div id="notices" role="alert"><p>main has not responded since' }
            Set-VicidialSimulatorFault -Clear
            Wait-Until { (Read-Page $board.Uri) -match '<div id="notices" role="alert"></div>' }
            $board.Shell.Streams.Warning | Should -HaveCount 2
        }

        It 'serves only the page, and only to this computer' {
            $board = Start-Page
            $own = "Host: 127.0.0.1:$($board.Uri.Port)"
            Send-Head $board.Uri "GET / HTTP/1.1`n$own" | Should -Match '(?s)^HTTP/1.1 200 OK.*Content-Security-Policy: default-src .none.*</html>'
            Send-Head $board.Uri "HEAD / HTTP/1.1`n$own" | Should -Not -Match '<'
            Send-Head $board.Uri "GET / HTTP/1.1`nHost: attacker.example.com:$($board.Uri.Port)" | Should -Match '^HTTP/1.1 403 '
            Send-Head $board.Uri 'GET / HTTP/1.1' | Should -Match '^HTTP/1.1 403 '
            Send-Head $board.Uri "GET /other HTTP/1.1`n$own" | Should -Match '^HTTP/1.1 404 '
            Send-Head $board.Uri "POST / HTTP/1.1`n$own" | Should -Match '^HTTP/1.1 405 '
            Send-Head $board.Uri 'nonsense' | Should -Match '^HTTP/1.1 400 '
            Send-Head $board.Uri "GET / HTTP/1.1`n$own" | Should -Match '^HTTP/1.1 200 ' -Because 'none of that does it any harm'
        }

        It 'stops immediately, and releases its port' {
            $board = Start-Page @{ IntervalSec = 3600 }
            $time = [Diagnostics.Stopwatch]::StartNew()
            $board.Shell.Stop()
            $time.Elapsed.TotalSeconds | Should -BeLessThan 5
            $port = $board.Uri.Port
            (Export-VicidialWallboard -Serve -Port $port -PassThru -InformationAction Ignore | Select-Object -First 1).Uri.Port | Should -Be $port
        }

        It 'shows its address immediately, with a fixed port, and how to show it on a TV' {
            $board = Start-Board Export-VicidialWallboard @{ Serve = $true; Connection = $connection }
            Wait-Until { $board.Shell.Streams.Information.Count }
            $text = "$($board.Shell.Streams.Information[0])"
            $text | Should -Match '^The wallboard is at http://127\.0\.0\.1:8899/ until you press Ctrl\+C\.'
            $text | Should -Match 'TV.*F11(?s).*-ListenUri http://0\.0\.0\.0:8899'
            $board.Output | Should -BeNullOrEmpty
            (Read-Page 'http://127.0.0.1:8899/') | Should -BeLike '<!DOCTYPE html>*'
        }

        It 'serves other computers with -ListenUri, if they know the token' {
            $board = Start-Board Export-VicidialWallboard @{ Serve = $true; ListenUri = 'http://0.0.0.0:8897'; PassThru = $true; Connection = $connection }
            Wait-Until { $board.Output.Count -or $board.Shell.Streams.Error.Count }
            $uri = $board.Output[0].Uri
            $uri.Query | Should -Match '^\?token=[0-9a-f]{32}$'
            "$($board.Shell.Streams.Information[0])" | Should -Match ([regex]::Escape("$uri"))
            Send-Head $uri "GET /$($uri.Query) HTTP/1.1`nHost: anything" | Should -Match '(?s)^HTTP/1.1 200 OK.*</html>'
            foreach ($wrong in '/', '/?token=', "/$($uri.Query)0", "/$($uri.Query -replace '.$')", "/x$($uri.Query -replace 'token', 'Token')") {
                Send-Head $uri "GET $wrong HTTP/1.1`nHost: anything" | Should -Match '^HTTP/1.1 403 '
            }
        }

        It 'accepts a custom token, and does not show it' {
            $secret = ConvertTo-SecureString 'corridor-7 & more' -AsPlainText -Force
            $board = Start-Board Export-VicidialWallboard @{ Serve = $true; ListenUri = 'http://0.0.0.0:8897'; AccessToken = $secret; PassThru = $true; Connection = $connection }
            Wait-Until { $board.Output.Count -or $board.Shell.Streams.Error.Count }
            "$($board.Shell.Streams.Information[0]) $($board.Output[0])" | Should -Not -Match 'corridor'
            Send-Head 'http://127.0.0.1:8897/' "GET /?token=corridor-7%20%26%20more HTTP/1.1`nHost: anything" | Should -Match '^HTTP/1.1 200 '
            { Export-VicidialWallboard -Serve -ListenUri http://0.0.0.0:8896 -AccessToken (ConvertTo-SecureString short -AsPlainText -Force) } | Should -Throw '*shorter than 12 characters*'
        }

        It 'needs no token if -ListenUri is the loopback address, and rejects <Uri>' -ForEach @(@{ Uri = 'https://0.0.0.0:8897' }, @{ Uri = 'http://0.0.0.0:8897/board' }, @{ Uri = 'floor' }) {
            { Export-VicidialWallboard -Serve -ListenUri $Uri } | Should -Throw -ErrorId 'Vicidial.InvalidListenUri,*ExportWallboardCommand'
            (Export-VicidialWallboard -Serve -ListenUri http://127.0.0.1:8897 -PassThru -InformationAction Ignore | Select-Object -First 1).Uri | Should -Be 'http://127.0.0.1:8897/'
            Measure-Poll | Should -Be 0
        }

        It 'reports that a port is in use' {
            { Export-VicidialWallboard -Serve -Port $dialer.Port } | Should -Throw -ErrorId 'Vicidial.PortInUse,*ExportWallboardCommand'
        }
    }

    Context 'The page in a browser' {
        It 'shows each agent and refreshes, or Chromium is missing' -Skip:$noBrowser {
            $board = Start-Page
            Wait-Until { (Read-Page $board.Uri) -match '>1002<' }
            $shown = Open-Browser $board.Uri
            [regex]::Matches($shown, '<span class="who">').Count | Should -Be @(Get-VicidialLoggedInAgent).Count
            $shown | Should -Match '<p id="lost" role="alert" hidden="">' -Because 'each of its questions was answered'
        }

        It 'shows that it is no longer updated, or Chromium is missing' -Skip:$noBrowser {
            $board = Start-Page
            Wait-Until { (Read-Page $board.Uri) -match '>1002<' }
            $path = Join-Path $TestDrive 'left.html'
            Set-Content $path (Read-Page $board.Uri) -Encoding utf8
            $shown = Open-Browser ('file:///' + ($path -replace '\\', '/').TrimStart('/'))
            $shown | Should -Match '<p id="lost" role="alert">'
            $shown | Should -Match '>1002<' -Because 'what was there last stays'
        }

        It 'reads a written page correctly, or Chromium is missing' -Skip:$noBrowser {
            $path = Join-Path $TestDrive 'read.html'
            Export-VicidialWallboard -Path $path
            $shown = Open-Browser ('file:///' + ($path -replace '\\', '/').TrimStart('/'))
            $shown | Should -Match ([regex]::Escape('Mia &lt;b&gt;Bold&lt;/b&gt;</span>'))
            [regex]::Matches($shown, '<span class="who">').Count | Should -Be @(Get-VicidialLoggedInAgent).Count
        }
    }
}
