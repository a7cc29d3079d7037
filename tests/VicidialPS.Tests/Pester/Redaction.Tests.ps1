# Canary passwords: an ordinary one, a short one, one that is also an agent's number, and one that is a common word in
# responses.
BeforeDiscovery {
    $canaries = 'Canary7x', 'a1', '1001', 'SUCCESS'
}

BeforeAll {
    function Get-AllText($Value, [int] $Depth = 0, [Collections.Generic.HashSet[object]] $Seen) {
        if ($null -eq $Value -or $Depth -gt 6) { return }
        $Seen ??= [Collections.Generic.HashSet[object]]::new([Collections.Generic.ReferenceEqualityComparer]::Instance)
        if ($Value -is [string]) { $Value; return }
        if ($Value.GetType().IsValueType -or $Value -is [type] -or $Value -is [Reflection.MemberInfo]) { return }
        if (-not $Seen.Add($Value)) { return }
        "$Value"
        if ($Value -is [Collections.IEnumerable]) { foreach ($one in $Value) { Get-AllText $one ($Depth + 1) $Seen } }
        foreach ($property in $Value.PSObject.Properties) {
            if ($property.Name -in 'SyncRoot', 'TargetSite', 'InvocationInfo', 'MyInvocation', 'ScriptStackTrace', 'PSMessageDetails') { continue }
            try { Get-AllText $property.Value ($Depth + 1) $Seen } catch { Write-Debug 'not readable' }
        }
    }

    # Finds a password in the places where it could be: between the delimiters of the dialer's messages, in SQL, or as a field.
    function Find-Leak([string[]] $Text, [string] $Secret, [string] $User) {
        $escaped = [regex]::Escape($Secret)
        $Text | Where-Object { $_ -cmatch "\|$User\|$escaped(\||`$)" -or $_ -match "pass(word)?\W{1,3}$escaped\b" -or $_ -cmatch "^$escaped`$" -and $Secret -eq 'Canary7x' -or ($Secret -eq 'Canary7x' -and $_ -match $escaped) }
    }
}

Describe 'A password' {
    It '<_> appears in no stream, error, exception, object or export' -ForEach $canaries {
        $secret = $_
        $dialer = Start-VicidialSimulator -Scenario @{ Extend = $true; Users = @(@{ User = 'canary'; Password = $secret; Level = 9; Group = 'ADMIN'; FullName = 'Canary' }) }
        $right = [pscredential]::new('canary', (ConvertTo-SecureString $secret -AsPlainText -Force))
        $wrong = [pscredential]::new('6666', (ConvertTo-SecureString $secret -AsPlainText -Force))
        $Error.Clear()

        $streams = @(
            & {
                $VerbosePreference = 'Continue'
                $DebugPreference = 'Continue'
                Connect-VicidialServer -Uri $dialer.Uri -Credential $right -Name right -CheckAgentApi -PassThru -RetryIntervalSec 0
                Get-VicidialLoggedInAgent -Connection right -CampaignId INBOUND
                @{ phone_number = '7275550001' }, @{ phone_number = 'x' } | Add-VicidialLead -ListId 101 -Connection right
                Invoke-VicidialCallAgent 1001 -Connection right
                Invoke-VicidialApi add_user @{ agent_user = 'new'; agent_pass = $secret } -Connection right -Confirm:$false
                Invoke-VicidialApi list_info @{ list_id = 101 } -Connection right
                Test-VicidialConnection right
                foreach ($fault in 'PhpNoise', 'HtmlPage', 'ServerErrorInstead', 'DropAfterWork', 'CutReply') {
                    Set-VicidialSimulatorFault $fault -Function logged_in_agents -Count 3 -CutAfterBytes 100 -RetryAfter 0
                    Get-VicidialLoggedInAgent -Connection right
                    Set-VicidialSimulatorFault -Clear
                }
                try { Connect-VicidialServer -Uri $dialer.Uri -Credential $wrong -Name wrong } catch { $_ }
                Connect-VicidialServer -Uri $dialer.Uri -Credential $wrong -Name late -SkipLoginCheck
                try { Get-VicidialLoggedInAgent -Connection late } catch { $_ }
                Connect-VicidialServer -Uri $dialer.Uri -Credential $wrong -Name sql -SkipLoginCheck
                try { Invoke-VicidialCallAgent 1001 -Connection sql } catch { $_ }
                try { Invoke-VicidialApi call_agent @{ agent_user = 1001; value = 'CALL' } -Connection sql -Confirm:$false } catch { $_ }
                Get-VicidialConnection
                Get-VicidialSimulatorRequest
            } *>&1
        )
        $streams.Count | Should -BeGreaterThan 40
        $Error.Count | Should -BeGreaterThan 5

        $texts = [Collections.Generic.List[string]]::new()
        foreach ($one in @($streams) + @($Error)) { foreach ($text in Get-AllText $one) { $texts.Add($text) } }
        foreach ($connection in Get-VicidialConnection) {
            $texts.Add(($connection | ConvertTo-Json -Depth 3 -WarningAction SilentlyContinue))
            $texts.Add(($connection | Format-List * | Out-String))
        }
        foreach ($failure in @($Error)) { $texts.Add(($failure | Format-List * -Force | Out-String)); $texts.Add("$($failure.Exception)") }
        $texts.Count | Should -BeGreaterThan 200

        Find-Leak $texts $secret 'canary' | Should -BeNullOrEmpty
        Find-Leak $texts $secret '6666' | Should -BeNullOrEmpty

        Get-VicidialConnection | Disconnect-VicidialServer
        Stop-VicidialSimulator
    }

    It 'that is also an agent''s number or a word in responses leaves data readable' {
        $dialer = Start-VicidialSimulator -Scenario @{ Extend = $true; Users = @(@{ User = 'number'; Password = '1001'; Level = 9; Group = 'ADMIN' }, @{ User = 'word'; Password = 'SUCCESS'; Level = 9; Group = 'ADMIN' }) }
        Connect-VicidialServer -Uri $dialer.Uri -Credential ([pscredential]::new('number', (ConvertTo-SecureString 1001 -AsPlainText -Force))) -Name number
        (Get-VicidialLoggedInAgent | Select-Object -First 1).User | Should -Be '1001'
        (Invoke-VicidialCallAgent 1001).User | Should -Be '1001'
        (Invoke-VicidialApi logged_in_agents).Raw | Should -Match '^1001\|'
        Invoke-VicidialCallAgent 1099 -ErrorVariable failed -ErrorAction SilentlyContinue
        "$failed" | Should -Match '1099'
        Connect-VicidialServer -Uri $dialer.Uri -Credential ([pscredential]::new('word', (ConvertTo-SecureString SUCCESS -AsPlainText -Force))) -Name word
        (Invoke-VicidialApi call_agent @{ agent_user = 1001; value = 'CALL' } -Confirm:$false).Raw | Should -Match '^SUCCESS: call_agent'
        Get-VicidialConnection | Disconnect-VicidialServer
        Stop-VicidialSimulator
    }
}
