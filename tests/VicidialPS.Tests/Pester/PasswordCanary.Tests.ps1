# Runs every cmdlet that connects to a dialer with an account whose password is distinctive: with all permissions and
# with none, with valid and invalid values. The password must not be in any output.
param([string] $Release = '2.14-202')

BeforeDiscovery {
    $script:secret = 'Zq7xCanary99'
    # Cmdlets that sign in, never end, write files, or accept the output of other cmdlets.
    $script:scripts = @(
        @{ Name = 'Connect-VicidialServer'; Run = { Connect-VicidialServer -Uri $dialer.Uri -Credential $credential -Name again -CheckAgentApi -NoDefault -PassThru } }
        @{ Name = 'Connect-VicidialServer with a wrong name'; Run = { Connect-VicidialServer -Uri $dialer.Uri -Credential ([pscredential]::new('stranger', $credential.Password)) -Name wrong -CheckAgentApi -NoDefault -RetryIntervalSec 0 } }
        @{ Name = 'Connect-VicidialServer with a name that is also the password'; Run = { Connect-VicidialServer -Uri $dialer.Uri -Credential ([pscredential]::new('nobody9', (ConvertTo-SecureString "$secret-" -AsPlainText -Force))) -Name wrong -NoDefault -RetryIntervalSec 0 } }
        @{ Name = 'Get-VicidialConnection'; Run = { Get-VicidialConnection } }
        @{ Name = 'Save-VicidialConnection'; Run = { Save-VicidialConnection $connection -Path (Join-Path $TestDrive "$connection.json") -PassThru } }
        @{ Name = 'Import-VicidialConnection'; Run = { Import-VicidialConnection -Path (Join-Path $TestDrive "$connection.json") -Credential $credential -NoDefault -PassThru } }
        @{ Name = 'Disconnect-VicidialServer'; Run = { Disconnect-VicidialServer again; Disconnect-VicidialServer absent } }
        @{ Name = 'Show-VicidialWallboard'; Run = { Show-VicidialWallboard -Connection $connection -Once } }
        @{ Name = 'Open-VicidialAgentWebPhone'; Run = { Open-VicidialAgentWebPhone 1001 -Connection $connection -WhatIf } }
        @{ Name = 'Save-VicidialRecording'; Run = { Find-VicidialRecording -Date 2026-11-20 -Connection $connection | Save-VicidialRecording (Join-Path $TestDrive recordings) -AllowedHost '*' -MaximumRetryCount 0 -RetryIntervalSec 0 -TimeoutSec 1 -Credential $credential } }
        @{ Name = 'Get-VicidialLoadReport'; Run = { 7275557901, 7275557902 | Add-VicidialLead -ListId 101 -JournalPath (Join-Path $TestDrive "$connection.journal") -Connection $connection; Get-VicidialLoadReport (Join-Path $TestDrive "$connection.journal") } }
        @{ Name = 'Compare-VicidialLoad'; Run = { [pscustomobject]@{ PhoneNumber = '7275557901' } | Compare-VicidialLoad (Join-Path $TestDrive "$connection.journal") } }
        @{ Name = 'ConvertTo-VicidialReport'; Run = { Get-VicidialAgentStatistic -Date 2026-11-20 -Connection $connection | ConvertTo-VicidialReport } }
        @{ Name = 'Receive-VicidialEvent'; Run = { Receive-VicidialEvent -Port $dialer.Uri.Port -Connection $connection -Secret $credential.Password -ErrorAction Stop | Select-Object -First 1 } }
        @{ Name = 'New-VicidialEventUrl'; Run = { New-VicidialEventUrl Agent http://192.0.2.1/ } }
    )

    # These do not use an account of a dialer.
    $script:without = 'Get-VicidialApiFunction', 'Get-VicidialSimulator', 'Get-VicidialSimulatorRequest', 'Set-VicidialSimulatorFault', 'Start-VicidialSimulator', 'Step-VicidialSimulator',
        'Stop-VicidialSimulator', 'Start-VicidialTrace', 'Stop-VicidialTrace'

    # It never ends. The wallboards send the same requests.
    $script:endless = 'Watch-VicidialAgent'
    $elsewhere = @($scripts.Name) + $without + $endless
    $script:cmdlets = Get-Command -Module VicidialPS -CommandType Cmdlet |
        Where-Object { $_.Name -notin $elsewhere -and $_.Parameters.ContainsKey('Connection') } |
        # The oldest release lacks most queries.
        Where-Object { $Release -ne '2.10-69' -or $_.Parameters.ContainsKey('WhatIf') } |
        ForEach-Object { @{ Name = $_.Name } }
    $lists = @{ Driven = @($cmdlets.Name) + $elsewhere }
}

BeforeAll {
    # Some cmdlets write a file on request.
    Push-Location TestDrive:
    $secret = 'Zq7xCanary99'
    $dialer = Start-VicidialSimulator -Scenario @{
        Extend     = $true
        Generation = $Release
        Users      = @(
            @{ User = 'canary'; Password = $secret; Level = 9; Group = 'ADMIN'; FullName = 'Canary' }
            @{ User = 'nobody9'; Password = $secret; Level = 7; Group = 'ADMIN'; FullName = 'Nobody'; AllowedFunctions = 'version' }
        )
    }
    # On the oldest release, only valid values and an account with permissions are tested. The output for others is the same as on the newest release.
    $isOld = $Release -eq '2.10-69'
    $most = $isOld ? 100 : 200
    $trace = Join-Path $TestDrive 'trace.jsonl'
    $log = Join-Path $TestDrive 'log.jsonl'
    foreach ($user in 'canary', 'nobody9') {
        Connect-VicidialServer -LogPath $log -Uri $dialer.Uri -Credential ([pscredential]::new($user, (ConvertTo-SecureString $secret -AsPlainText -Force))) -Name $user -SkipLoginCheck -RetryIntervalSec 0
    }

    Start-VicidialTrace $trace -Connection canary, nobody9

    $good = @{
        User = '1001'; AgentUser = '1001'; LeadId = 1001; ListId = 101; CampaignId = 'TESTCAMP'; PhoneNumber = '7275551014'; Status = 'NI'; Extension = 'gs201'; DidPattern = '7275551113'
        InGroupId = 'SALESLINE'; Message = 'hello'; PauseCode = 'LUNCH'; Function = 'logged_in_agents'; CallId = 'V1201200000000001032'; City = 'Tampa'; FullName = 'Full Name'; ListName = 'List name'
        FieldLabel = 'plan_name'; StartTime = [datetime]'2026-11-20'; EndTime = [datetime]'2026-11-21'; Date = [datetime]'2026-11-20'
    }

    function Get-Argument($Parameter, [hashtable] $Value) {
        if ($Value.ContainsKey($Parameter.Name)) { return $Value[$Parameter.Name] }
        $type = $Parameter.ParameterType
        if ($type.IsArray) { $type = $type.GetElementType() }
        $type = [Nullable]::GetUnderlyingType($type) ?? $type
        if ($type -in [int], [long], [decimal]) { return 1 }
        if ($type -eq [datetime]) { return [datetime]'2026-11-20' }
        if ($type -in [string], [object]) { return 'x1' }
        if ($type -eq [Security.SecureString]) { return ConvertTo-SecureString 'Other1234' -AsPlainText -Force }
        $null
    }

    # Returns everything that one call of a cmdlet shows.
    function Get-Shown([string] $Name, [hashtable] $Arguments, [string] $Connection) {
        Get-ShownBy { & $Name @Arguments -Connection $Connection -ErrorAction Continue }
    }

    function Get-ShownBy([scriptblock] $Run) {
        $Error.Clear()
        $all = @(
            & {
                $VerbosePreference = 'Continue'
                $DebugPreference = 'Continue'
                try { & $Run } catch { $_ }
            } *>&1
        )
        $all += @($Error)
        [Vicidial.Testing.ShownText]::Of($all)
        # The formatter shows the first type of object as in a console, and other types after it in another way.
        $all | Group-Object { $_.GetType().FullName } | ForEach-Object { $_.Group | Out-String -Width 400 }
        if ($Error) {
            $Error | Format-List * -Force | Out-String
            $Error | ForEach-Object { "$($_.Exception)" }
        }
    }
}

AfterAll {
    Pop-Location
    Stop-VicidialTrace -ErrorAction Ignore
    Disconnect-VicidialServer canary, nobody9
    $dialer | Stop-VicidialSimulator
}

Describe 'The search for a password' -Tag Once {
    It 'finds it wherever a person could: <Where>' -ForEach @(
        @{ Where = 'in a text'; Make = { "a $secret" } }
        @{ Where = 'in a property of a property'; Make = { [pscustomobject]@{ One = @{ Two = $secret } } } }
        @{ Where = 'in the target of an error'; Make = { try { Write-Error any -TargetObject @{ Key = $secret } -ErrorAction Stop } catch { $_ } } }
        @{ Where = 'in an inner exception'; Make = { [InvalidOperationException]::new('outer', [InvalidOperationException]::new($secret)) } }
        @{ Where = 'in what an object says of itself'; Make = { [uri] "http://host/?pass=$secret" } }
    ) {
        [Vicidial.Testing.ShownText]::Of(@(1, (& $Make))) -match $secret | Should -Not -BeNullOrEmpty
        [Vicidial.Testing.ShownText]::Of(@(1, (& $Make))) -match 'none' | Should -BeNullOrEmpty
    }
}

Describe 'A distinctive password' {
    It 'appears in nothing that <Name> shows' -ForEach $cmdlets {
        $command = Get-Command $Name
        $common = [Management.Automation.PSCmdlet]::CommonParameters + [Management.Automation.PSCmdlet]::OptionalCommonParameters + 'Connection'
        foreach ($set in $command.ParameterSets) {
            $typed = @($set.Parameters | Where-Object { $_.Name -notin $common -and ($_.IsMandatory -or $_.Position -ge 0 -or $good.ContainsKey($_.Name)) })
            foreach ($values in $good, @{} | Select-Object -First ($isOld ? 1 : 2)) {
                $arguments = @{}
                foreach ($parameter in $typed) {
                    $argument = Get-Argument $parameter $values
                    if ($null -ne $argument) { $arguments[$parameter.Name] = $argument }
                }
                if ($command.Parameters.ContainsKey('Confirm')) { $arguments['Confirm'] = $false }
                foreach ($connection in 'canary', 'nobody9' | Select-Object -First ($isOld ? 1 : 2)) {
                    $shown = @(Get-Shown $Name $arguments $connection)
                    ($shown -match $secret) | Should -BeNullOrEmpty
                }
            }
        }
    }

    It 'appears in nothing that <Name> shows, or writes' -ForEach $scripts {
        $credential = [pscredential]::new('canary', (ConvertTo-SecureString $secret -AsPlainText -Force))
        foreach ($connection in 'canary', 'nobody9') {
            $shown = @(Get-ShownBy $Run)
            $shown | Should -Not -BeNullOrEmpty
            ($shown -match 'parameter cannot be found|Cannot bind') | Should -BeNullOrEmpty -Because 'the cmdlet has to run'
            ($shown -match $secret) | Should -BeNullOrEmpty
        }
    }

    It 'was searched for in the output of every cmdlet' -Tag Once -ForEach $lists {
        (Get-Command -Module VicidialPS -CommandType Cmdlet).Name | Where-Object { $_ -notin $Driven } | Should -BeNullOrEmpty
    }

    It 'is not in the files that the cmdlets wrote' {
        $files = @(Get-ChildItem $TestDrive -Recurse -File | Where-Object FullName -NotIn $trace, $log)
        $files.Count | Should -BeGreaterThan 3
        $files | Select-String -Pattern $secret | Should -BeNullOrEmpty
    }

    It 'is not in the dialer''s own log, which managers can read' {
        $entries = @($dialer.ApiLog)
        $entries.Count | Should -BeGreaterThan $most
        # The log has entries in which a password would be.
        @($entries | Where-Object { [Vicidial.Testing.ShownText]::Of($_) -match 'BAD|SUCCESS|NOTICE|ERROR|STATUS' }).Count | Should -BeGreaterThan 50
        @($entries | Where-Object { [Vicidial.Testing.ShownText]::Of($_) -match $secret }) | Should -BeNullOrEmpty
    }

    It 'is not in the trace and in the log of the connections' {
        Stop-VicidialTrace
        foreach ($file in $trace, $log) {
            (Get-Content $file).Count | Should -BeGreaterThan $most
            Select-String -Path $file -Pattern $secret | Should -BeNullOrEmpty
        }
    }

    It 'is never the last field of a body, and the Agent API always gets a value' {
        $requests = @($dialer | Get-VicidialSimulatorRequest)
        $requests.Count | Should -BeGreaterThan $most
        foreach ($request in $requests | Where-Object Function -NE 'version') {
            @($request.Fields.Keys)[-1] | Should -Not -Be 'pass'
            if ("$($request.Api)" -eq 'Agent') { @($request.Fields.Keys) | Should -Contain 'value' }
        }
    }
}
