# Watch-VicidialAgent: one event for each change, until it is stopped, whatever happens to the dialer.
BeforeAll {
    $state = [initialsessionstate]::CreateDefault2()
    $state.ImportPSModule((Get-Module VicidialPS).Path)
    $runspace = [runspacefactory]::CreateRunspace($state)
    $runspace.Open()

    # Runs a command in the background, and returns its output so far.
    function Start-Watch([hashtable] $Parameter) {
        $shell = [powershell]::Create($runspace).AddCommand('Watch-VicidialAgent').AddParameters($Parameter)
        $output = [Management.Automation.PSDataCollection[psobject]]::new()
        $none = [Management.Automation.PSDataCollection[psobject]]::new()
        $none.Complete()

        # Reading the output so far must not wait for the end.
        $output, $shell.Streams.Warning, $shell.Streams.Error | ForEach-Object { $_.EnumeratorNeverBlocks = $true }
        @{ Shell = $shell; Output = $output; Running = $shell.BeginInvoke($none, $output) }
    }

    function Wait-Until([scriptblock] $Condition) {
        $limit = [Diagnostics.Stopwatch]::StartNew()
        while (-not (& $Condition)) {
            if ($limit.Elapsed.TotalSeconds -gt 30) {
                throw "It did not come true within 30 seconds: $Condition"
            }
            [Threading.Thread]::Sleep(20)
        }
    }

    function Measure-Poll { @(Get-VicidialSimulatorRequest logged_in_agents).Count }
}

AfterAll {
    $runspace.Dispose()
}

Describe 'Watch-VicidialAgent' {
    BeforeEach {
        $dialer = Start-VicidialSimulator -Scenario @{ Extend = $true; Clock = '2026-11-20 09:00:00' }
        $connection = Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main -MaximumRetryCount 0 -PassThru
    }

    AfterEach {
        if ($watch) {
            $watch.Shell.Stop()
            $watch.Shell.Dispose()
            $watch = $null
        }
        Disconnect-VicidialServer * -ErrorAction SilentlyContinue
        if (Get-VicidialSimulator) { Stop-VicidialSimulator }
    }

    It 'reports no logout of an agent whose row cannot be read' {
        $world = $dialer.PSObject.BaseObject.GetType().GetProperty('Dialer', [Reflection.BindingFlags]'NonPublic,Instance').GetValue($dialer).World
        $watch = Start-Watch @{ Connection = $connection; IntervalSec = 1 }
        Wait-Until { (Measure-Poll) -ge 1 }
        $world.FindUser('1005').FullName = "Tab$([char]9)Bed"
        $null = Stop-VicidialAgentSession 1002
        Step-VicidialSimulator 5
        Wait-Until { $watch.Output | Where-Object { $_.User -eq '1002' -and $_.Kind -eq 'LoggedOut' } }
        $polls = Measure-Poll
        Wait-Until { (Measure-Poll) -gt $polls + 1 }
        $watch.Output | Where-Object User -EQ 1005 | Should -BeNullOrEmpty
    }

    It 'reports a pause, work, and a logout once each, with the previous status and its time' {
        $watch = Start-Watch @{ Connection = $connection; IntervalSec = 1 }
        Wait-Until { (Measure-Poll) -ge 2 }
        $watch.Output | Should -BeNullOrEmpty -Because 'the first roster is no change'
        $null = Suspend-VicidialAgent 1002
        Step-VicidialSimulator 5
        Wait-Until { $watch.Output | Where-Object User -EQ 1002 }
        $change = $watch.Output | Where-Object User -EQ 1002
        $change | Should -HaveCount 1
        $change | Should -BeOfType Vicidial.Client.Floor.FloorEvent
        "$($change.Kind) $($change.PreviousStatus) $($change.Status) $($change.IsAtLeast)" | Should -Be 'StatusChanged READY PAUSED True'
        $change.Duration | Should -BeGreaterThan ([timespan]::Zero)
        $change.CampaignId, $change.ConnectionName, $change.FullName | Should -Be 'TESTCAMP', 'main', 'Bob "Bobby" Stone'

        $null = Resume-VicidialAgent 1002
        Step-VicidialSimulator 5
        Wait-Until { @($watch.Output | Where-Object User -EQ 1002).Count -eq 2 }
        ($watch.Output | Where-Object User -EQ 1002)[1].IsAtLeast | Should -BeFalse -Because 'its beginning was seen'

        $null = Stop-VicidialAgentSession 1002
        Step-VicidialSimulator 5
        Wait-Until { $watch.Output | Where-Object { $_.User -eq '1002' -and $_.Kind -eq 'LoggedOut' } }
        $gone = $watch.Output | Where-Object { $_.User -eq '1002' -and $_.Kind -eq 'LoggedOut' }
        $gone | Should -HaveCount 1
        $gone.Status | Should -BeNullOrEmpty
        $watch.Shell.Streams.Error | Should -BeNullOrEmpty
        $watch.Shell.Streams.Warning | Should -BeNullOrEmpty
    }

    It 'uses the agent events of a job, and reports when the job has ended' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $path = (Get-Module VicidialPS).Path
        $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $listener.Start()
        $port = $listener.LocalEndpoint.Port
        $listener.Stop()
        $job = Start-ThreadJob { Import-Module $using:path; Receive-VicidialEvent $using:port -SpoolPath "$using:TestDrive/watch" }
        try {
            $watch = Start-Watch @{ Connection = $connection; IntervalSec = 3600; EventSource = $job }
            Wait-Until { (Measure-Poll) -eq 1 }
            $address = "http://127.0.0.1:$port/event"
            Wait-Until { try { $null = Invoke-RestMethod "${address}?user=1002&event=time_sync&counter=1"; $true } catch { $false } }
            $null = Invoke-RestMethod "http://127.0.0.1:$port/dispo?lead_id=5"
            $null = Invoke-RestMethod "${address}?user=nobody&event=state_ready&message=READY&counter=1"
            $null = Invoke-RestMethod "${address}?user=1002&event=state_paused&message=PAUSED&counter=2"
            Wait-Until { $watch.Output }
            $change = @($watch.Output)
            $change | Should -HaveCount 1
            "$($change.Kind) $($change.User) $($change.PreviousStatus) $($change.Status)" | Should -Be 'StatusChanged 1002 READY PAUSED'
            $null = Invoke-RestMethod "${address}?user=1002&event=state_ready&message=READY&counter=3"
            Wait-Until { @($watch.Output).Count -eq 2 }
            @($watch.Output)[1].IsAtLeast | Should -BeFalse
            Measure-Poll | Should -Be 1
            Stop-Job $job
            Wait-Until { $watch.Shell.Streams.Warning }
            "$($watch.Shell.Streams.Warning[0])" | Should -Match 'of -EventSource has ended'
        }
        finally {
            Remove-Job $job -Force
        }
    }

    It 'requests only the named campaigns and user groups' {
        $null = Watch-VicidialAgent TESTCAMP, INBOUND -UserGroup AGENTS2 -MinimumReady 99 -IncludeSubStatus | Select-Object -First 1
        $fields = (Get-VicidialSimulatorRequest logged_in_agents | Select-Object -Last 1).Fields
        $fields['campaigns'], $fields['user_groups'], $fields['show_sub_status'] | Should -Be 'TESTCAMP|INBOUND', 'AGENTS2', 'YES'
    }

    It 'ends immediately when Select-Object stops the pipeline' {
        $time = [Diagnostics.Stopwatch]::StartNew()
        $few = Watch-VicidialAgent -MinimumReady @{ TESTCAMP = 99 } -IntervalSec 3600 | Select-Object -First 1
        $time.Elapsed.TotalSeconds | Should -BeLessThan 10
        $few.Kind | Should -Be 'CampaignShort'
        $few.MinimumReady | Should -Be 99
        $few.ReadyCount | Should -Be @(Get-VicidialLoggedInAgent TESTCAMP | Where-Object Status -In READY, CLOSER).Count
    }

    It 'ends when it is stopped in the middle of a wait' {
        $watch = Start-Watch @{ Connection = $connection; IntervalSec = 3600 }
        Wait-Until { (Measure-Poll) -eq 1 }
        $time = [Diagnostics.Stopwatch]::StartNew()
        $watch.Shell.Stop()
        $time.Elapsed.TotalSeconds | Should -BeLessThan 5
        $watch.Shell.InvocationStateInfo.State | Should -Be 'Stopped'
    }

    It 'reports a long pause, and the event can be piped to any command' {
        $agent = Watch-VicidialAgent -PausedLongerThan 0 -IntervalSec 1 | Where-Object Kind -EQ PausedLong | Select-Object -First 1
        $agent.IsAtLeast | Should -BeTrue
        $agent.Status | Should -Be 'PAUSED'
        ($agent | Get-VicidialAgentStatus).User | Should -Be $agent.User
        ($agent | Resume-VicidialAgent).User | Should -Be $agent.User
        ($agent | Get-VicidialCampaign).CampaignId | Should -Be $agent.CampaignId
    }

    It 'continues through <Kind>, and reports once that the dialer is away and once that it is back' -ForEach @(
        @{ Kind = 'DropBeforeWork'; Fault = @{} }
        @{ Kind = 'ServerErrorInstead'; Fault = @{ StatusCode = 503 } }
        @{ Kind = 'HtmlPage'; Fault = @{} }
        @{ Kind = 'CutReply'; Fault = @{ CutAfterBytes = 700 } }
    ) {
        $watch = Start-Watch @{ Connection = $connection; IntervalSec = 1 }
        Wait-Until { (Measure-Poll) -ge 1 }
        Set-VicidialSimulatorFault $Kind @Fault -Function logged_in_agents
        Wait-Until { $watch.Shell.Streams.Warning.Count -ge 1 }
        $polls = Measure-Poll
        Wait-Until { (Measure-Poll) -ge $polls + 2 }
        Set-VicidialSimulatorFault -Clear
        Wait-Until { $watch.Shell.Streams.Warning.Count -ge 2 }
        $polls = Measure-Poll
        Wait-Until { (Measure-Poll) -ge $polls + 2 }
        $watch.Shell.Streams.Warning | Should -HaveCount 2
        "$($watch.Shell.Streams.Warning[0])" | Should -BeLike 'The dialer main did not return its roster. Polling continues.*'
        "$($watch.Shell.Streams.Warning[1])" | Should -BeLike 'The dialer main returns its roster again*'
        $watch.Shell.Streams.Error | Should -BeNullOrEmpty
        $watch.Output | Should -BeNullOrEmpty -Because 'nobody has logged out'
    }

    It 'polls several dialers in parallel, and one that hangs does not delay the others' {
        $slow = Start-VicidialSimulator -Scenario @{ Extend = $true; Clock = '2026-11-20 09:00:00' }
        $other = Connect-VicidialServer -Uri $slow.Uri -Credential $slow.Credential -Name other -MaximumRetryCount 0 -PassThru
        Set-VicidialSimulatorFault Stall -DelayMilliseconds 60000 -Function logged_in_agents -Simulator $slow
        $watch = Start-Watch @{ Connection = $other, $connection; IntervalSec = 1 }
        Wait-Until { @(Get-VicidialSimulatorRequest logged_in_agents -Simulator $dialer).Count -ge 2 }
        $null = Suspend-VicidialAgent 1002 -Connection $connection
        Step-VicidialSimulator 5 -Simulator $dialer
        Wait-Until { $watch.Output | Where-Object User -EQ 1002 }
        ($watch.Output | Where-Object User -EQ 1002).ConnectionName | Should -Be 'main'
    }

    It 'ends with an error if the login is refused' {
        $wrong = [pscredential]::new($dialer.Credential.UserName, (ConvertTo-SecureString nonsense -AsPlainText -Force))
        Connect-VicidialServer -Uri $dialer.Uri -Credential $wrong -Name main -SkipLoginCheck
        { Watch-VicidialAgent } | Should -Throw -ErrorId 'Vicidial.LoginIncorrect,*'
        { Watch-VicidialAgent } | Should -Throw -ErrorId 'Vicidial.LoginRefusedBefore,*'
        Measure-Poll | Should -Be 1
    }

    It 'writes an error if a connection is closed, and continues with the others' {
        $second = Start-VicidialSimulator -Scenario @{ Extend = $true; Clock = '2026-11-20 09:00:00' }
        $other = Connect-VicidialServer -Uri $second.Uri -Credential $second.Credential -Name other -NoDefault -PassThru
        $watch = Start-Watch @{ Connection = $connection, $other; IntervalSec = 1 }
        Wait-Until { (Measure-Poll) -ge 2 }
        Disconnect-VicidialServer main
        Wait-Until { $watch.Shell.Streams.Error.Count }
        $watch.Shell.Streams.Error.FullyQualifiedErrorId | Should -Be 'Vicidial.ConnectionClosed,VicidialPS.Commands.Floor.WatchAgentCommand'
        $watch.Shell.Streams.Warning | Should -BeNullOrEmpty
        $null = Suspend-VicidialAgent 1002 -Connection other
        Step-VicidialSimulator 5
        Wait-Until { $watch.Output | Where-Object { $_.User -eq '1002' -and $_.ConnectionName -eq 'other' } }
        Disconnect-VicidialServer other
        Wait-Until { $watch.Running.IsCompleted }
        $watch.Shell.InvocationStateInfo.Reason.ErrorRecord.FullyQualifiedErrorId | Should -Be 'Vicidial.ConnectionClosed,VicidialPS.Commands.Floor.WatchAgentCommand'
    }

    It 'ends immediately when it is stopped while the dialer hangs' {
        Set-VicidialSimulatorFault Stall -DelayMilliseconds 60000 -Function logged_in_agents
        $watch = Start-Watch @{ Connection = $connection; IntervalSec = 1 }
        Wait-Until { (Measure-Poll) -eq 1 }
        $time = [Diagnostics.Stopwatch]::StartNew()
        $watch.Shell.Stop()
        $time.Elapsed.TotalSeconds | Should -BeLessThan 5
    }

    It 'describes an event in a sentence' {
        $few = Watch-VicidialAgent -MinimumReady @{ OUTBND2 = 99 } | Select-Object -First 1
        "$few" | Should -BeExactly "OUTBND2 has $($few.ReadyCount) ready and needs 99"
    }

    It 'rejects a minimum for a campaign that is not watched, before any request' {
        { Watch-VicidialAgent INBOUND -MinimumReady @{ TESTCAMP = 1 } } | Should -Throw -ErrorId 'Vicidial.CampaignNotWatched,*WatchAgentCommand'
        Measure-Poll | Should -Be 0
    }

    It 'rejects a minimum without a number' {
        { Watch-VicidialAgent -MinimumReady 0 } | Should -Throw -ErrorId 'CannotConvertArgument*,*WatchAgentCommand'
        { Watch-VicidialAgent -IntervalSec 0 } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*WatchAgentCommand'
    }
}
