# Runs every cmdlet that connects to a dialer with an account whose password is distinctive: with all permissions and
# with none, with valid and invalid values. The password must not be in any output.
BeforeDiscovery {
    $script:secret = 'Zq7xCanary99'
    # What starts servers, writes files or never ends is driven elsewhere.
    $left = 'Connect-*', 'Disconnect-*', '*-VicidialSimulator*', '*-VicidialTrace', '*-VicidialConnection', 'Watch-*', 'Show-*', 'Save-*', 'Compare-*', 'ConvertTo-*', 'Open-*', '*Event*', 'Import-*', '*Webhook*'
    $cmdlets = Get-Command -Module VicidialPS -CommandType Cmdlet |
        Where-Object { $name = $_.Name; -not ($left | Where-Object { $name -like $_ }) -and $_.Parameters.ContainsKey('Connection') } |
        ForEach-Object { @{ Name = $_.Name } }
}

BeforeAll {
    # Some cmdlets write a file on request.
    Push-Location TestDrive:
    $secret = 'Zq7xCanary99'
    $dialer = Start-VicidialSimulator -Scenario @{
        Extend = $true
        Users  = @(
            @{ User = 'canary'; Password = $secret; Level = 9; Group = 'ADMIN'; FullName = 'Canary' }
            @{ User = 'nobody9'; Password = $secret; Level = 7; Group = 'ADMIN'; FullName = 'Nobody'; AllowedFunctions = 'version' }
        )
    }
    $trace = Join-Path $TestDrive 'trace.jsonl'
    $log = Join-Path $TestDrive 'log.jsonl'
    foreach ($user in 'canary', 'nobody9') {
        Connect-VicidialServer -LogPath $log -Uri $dialer.Uri -Credential ([pscredential]::new($user, (ConvertTo-SecureString $secret -AsPlainText -Force))) -Name $user -SkipLoginCheck -RetryIntervalSec 0
    }

    Start-VicidialTrace $trace

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

    # Everything that one call shows.
    function Get-Shown([string] $Name, [hashtable] $Arguments, [string] $Connection) {
        $Error.Clear()
        $all = @(
            & {
                $VerbosePreference = 'Continue'
                $DebugPreference = 'Continue'
                try { & $Name @Arguments -Connection $Connection -ErrorAction Continue } catch { $_ }
            } *>&1
        )
        $all += @($Error)
        [Vicidial.Testing.ShownText]::Of($all)
        # The formatter shows the first kind of object as in a console, and others next to it in another way.
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

Describe 'The search for a password' {
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
            foreach ($values in $good, @{}) {
                $arguments = @{}
                foreach ($parameter in $typed) {
                    $argument = Get-Argument $parameter $values
                    if ($null -ne $argument) { $arguments[$parameter.Name] = $argument }
                }
                if ($command.Parameters.ContainsKey('Confirm')) { $arguments['Confirm'] = $false }
                foreach ($connection in 'canary', 'nobody9') {
                    $shown = @(Get-Shown $Name $arguments $connection)
                    ($shown -match $secret) | Should -BeNullOrEmpty
                }
            }
        }
    }

    It 'is not in the dialer''s own log, which managers can read' {
        $entries = @($dialer.ApiLog)
        $entries.Count | Should -BeGreaterThan 200
        # The test looks where a password would be.
        @($entries | Where-Object { [Vicidial.Testing.ShownText]::Of($_) -match 'BAD|SUCCESS|NOTICE|ERROR|STATUS' }).Count | Should -BeGreaterThan 50
        @($entries | Where-Object { [Vicidial.Testing.ShownText]::Of($_) -match $secret }) | Should -BeNullOrEmpty
    }

    It 'is not in the trace and in the log of the connections' {
        Stop-VicidialTrace
        foreach ($file in $trace, $log) {
            (Get-Content $file).Count | Should -BeGreaterThan 200
            Select-String -Path $file -Pattern $secret | Should -BeNullOrEmpty
        }
    }

    It 'is never the last field of a body, and the Agent API always gets a value' {
        $requests = @($dialer | Get-VicidialSimulatorRequest)
        $requests.Count | Should -BeGreaterThan 200
        foreach ($request in $requests | Where-Object Function -NE 'version') {
            @($request.Fields.Keys)[-1] | Should -Not -Be 'pass'
            if ("$($request.Api)" -eq 'Agent') { @($request.Fields.Keys) | Should -Contain 'value' }
        }
    }
}
