# The changes and commands of ChangesByRelease.Tests.ps1, on a dialer that carries out each one and then sends no response, or half of one. After a
# timeout, a cmdlet reports no change that the database lacks, denies none that it has, and does not retry a request that a dialer would carry out
# twice.
BeforeDiscovery {
    # The cases are read from that file.
    $file = Join-Path $PSScriptRoot ChangesByRelease.Tests.ps1
    $tree = [Management.Automation.Language.Parser]::ParseFile($file, [ref] $null, [ref] $null)
    $lists = foreach ($name in 'changes', 'commands') {
        $tree.Find({ $args[0] -is [Management.Automation.Language.AssignmentStatementAst] -and $args[0].Left.VariablePath.UserPath -match "^(script:)?$name`$" }, $true)
    }
    $changes, $commands = $lists | ForEach-Object { , @(& ([scriptblock]::Create($_.Right.Extent.Text))) }
    $cases = foreach ($fault in 'Stall', 'StallBody') { @{ Fault = $fault; Changes = $changes; Commands = $commands } }
}

Describe 'A dialer whose responses end in <Fault>' -ForEach $cases {
    BeforeAll {
        $dialer = Start-VicidialSimulator -Scenario @{ Extend = $true; Clock = '2026-11-20 12:00:00' }
        $connection = Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name tested -MaximumRetryCount 1 -RetryIntervalSec 0
        $null = Get-VicidialVersion
        $inner = [Reflection.BindingFlags]'NonPublic, Public, Instance'
        $world = $dialer.PSObject.BaseObject.GetType().GetProperty('Dialer', $inner).GetValue($dialer).World
        $catalog = [Vicidial.Client.Functions.ApiCatalog]::GetAll() | Group-Object Name -AsHashTable

        # The cmdlet accepts no time limit below one second.
        $client = (Get-VicidialConnection tested).PSObject.BaseObject
        $client = $client.GetType().GetProperty('Client', $inner).GetValue($client)
        $http = $client.GetType().GetField('_sender', $inner).GetValue($client)
        $limit = [timespan]::FromMilliseconds(100)
        $http.GetType().GetField('_options', $inner).GetValue($http).Timeout = $limit
        $limits = $http.GetType().GetField('_limits', $inner).GetValue($http)
        $limits.GetType().GetField('<Timeout>k__BackingField', $inner).SetValue($limits, $limit)
        $counts = @{ Unknown = 0 }

        foreach ($function in $catalog.Keys | Where-Object { "$($catalog[$_][0].Kind)" -ne 'Query' }) {
            Set-VicidialSimulatorFault $Fault -Function $function -Simulator $dialer
        }

        # Makes a change that ends in a timeout.
        function Invoke-Stalled([scriptblock] $Change) {
            $null = $dialer | Get-VicidialSimulatorRequest -Clear
            $outcome = @{ Result = $null; Id = '' }
            $ErrorActionPreference = 'Stop'
            try {
                $outcome.Result = & $Change 3>$null
            }
            catch {
                $outcome.Id = $_.FullyQualifiedErrorId -replace ',.*' -replace '^Vicidial\.'
            }
            $counts.Unknown += $outcome.Id -eq 'OutcomeUnknown'

            # Queries by a function that can also change something may be retried.
            $dialer | Get-VicidialSimulatorRequest | Where-Object {
                $entry = $catalog[$_.Function][0]
                "$($entry.Kind)" -ne 'Query' -and -not $entry.MayRepeat -and 'LIST' -notin $_.Fields['action'], $_.Fields['alt_url_id'] -and $_.Fields['value'] -ne 'STATUS' -and $_.Fields['no_update'] -ne 'Y'
            } | Group-Object { "$($_.Function) $(@($_.Fields.GetEnumerator() | ForEach-Object { "$($_.Key)=$($_.Value)" }) -join '&')" } |
                Where-Object Count -GT 1 | Should -BeNullOrEmpty
            $outcome
        }
    }

    AfterAll {
        Disconnect-VicidialServer tested
        $dialer | Stop-VicidialSimulator
    }

    It '<Name>, or reports that the outcome is unknown' -ForEach $changes {
        $wanted = if ($Is -is [hashtable]) { $Is['2.14-202'] } else { $Is }
        $before = "$(& $Stored)"
        $outcome = Invoke-Stalled $Change
        if (-not $outcome.Id) {
            "$(& $Stored)" | Should -BeExactly "$wanted"
        }
        elseif ($outcome.Id -ne 'OutcomeUnknown') {
            "$(& $Stored)" | Should -BeExactly $before -Because $outcome.Id
        }
    }

    It '<Name> reports that the outcome is unknown, and is sent once' -ForEach $commands {
        $outcome = Invoke-Stalled $Change
        $outcome.Result | Should -BeNullOrEmpty
        $outcome.Id | Should -BeIn (@('OutcomeUnknown', 'Timeout') + $Fails)
        if ($outcome.Id -ne 'OutcomeUnknown') {
            $dialer | Get-VicidialSimulatorRequest | Where-Object Response -Match '^SUCCESS' | Should -BeNullOrEmpty
        }
    }

    It 'received most changes before the time limit' {
        $counts.Unknown | Should -BeGreaterThan (0.8 * ($changes.Count + $commands.Count))
    }
}
