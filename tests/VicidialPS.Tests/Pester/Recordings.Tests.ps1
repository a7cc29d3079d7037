# Each recorded reply of a served function, answered to the cmdlet that serves it. What is expected is worked out here from
# the recorded text alone.
BeforeDiscovery {
    $served = @{ logged_in_agents = 'non-agent'; add_lead = 'non-agent'; call_agent = 'agent' }
    $cases = foreach ($generation in [Vicidial.Testing.Recordings]::Generations) {
        foreach ($function in $served.Keys) {
            $file = [Vicidial.Testing.Recordings]::FileOf($generation, $served[$function], $function)
            if (Test-Path $file) {
                foreach ($recording in [Vicidial.Testing.Recordings]::LoadFile($file)) {
                    $sent = @{}
                    foreach ($pair in $recording.Params) { $sent[$pair.Key] = $pair.Value }
                    # Some cases of a file ask another function what was stored.
                    if ($sent['function'] -eq $function) {
                        @{ Id = "$generation $($recording.Id)"; Recording = $recording; Function = $function; Sent = $sent; Body = $recording.Body }
                    }
                }
            }
        }
    }
}

BeforeAll {
    $account = [pscredential]::new('6666', (ConvertTo-SecureString 1234 -AsPlainText -Force))

    function Get-ExpectedCategory([string] $Line) {
        switch -Regex ($Line) {
            'Login incorrect|Username/Password: \|[^|]*\|[^|]*\|0' { 'AuthenticationError'; break }
            'Username/Password|DOES NOT HAVE PERMISSION|NOT AN ALLOWED' { 'PermissionDenied'; break }
            'Too many login' { 'SecurityError'; break }
            'NO LOGGED IN AGENTS' { ''; break }
            'DUPLICATE|IN DNC|IN CAMPAIGN DNC' { 'ResourceExists'; break }
            'INVALID PHONE|Invalid Source|not valid' { 'InvalidArgument'; break }
            'NOT A DEFINED LIST|no user found' { 'ObjectNotFound'; break }
            'not logged in|entry is empty|no session data' { 'InvalidOperation'; break }
            'NO FUNCTION SPECIFIED' { 'NotImplemented'; break }
            default { throw "No category is known for: $Line" }
        }
    }
}

Describe 'Recorded replies' {
    It '<Id>' -ForEach $cases {
        $server = [Vicidial.Testing.ReplayServer]::StartFor($Recording, $true, $null)
        try {
            Connect-VicidialServer -Uri $server.Uri -Credential $account -Name replay -MaximumRetryCount 0
            $output = try {
                switch ($Function) {
                    'logged_in_agents' { Get-VicidialLoggedInAgent -Connection replay -ErrorVariable failed -ErrorAction SilentlyContinue }
                    'call_agent' { Invoke-VicidialCallAgent 1001 -Connection replay -ErrorVariable failed -ErrorAction SilentlyContinue }
                    'add_lead' { Add-VicidialLead 7275551111 -Connection replay -ErrorVariable failed -ErrorAction SilentlyContinue -WarningAction SilentlyContinue }
                }
            } catch { $failed = $_ }
        } finally {
            Disconnect-VicidialServer replay
            $server.Dispose()
        }

        $lines = $Body -split "`n" | Where-Object { $_ }
        $success = $lines | Where-Object { $_ -match '^SUCCESS: ' } | Select-Object -First 1
        $errorLine = $lines | Where-Object { $_ -match '^ERROR: ' } | Select-Object -First 1
        if ($success) {
            $failed | Should -BeNullOrEmpty
            $values = ($success -replace '^.*? - ').Split('|')
            if ($Function -eq 'add_lead') {
                $output.PhoneNumber | Should -Be $values[0]
                "$($output.ListId)" | Should -Be $values[1]
                "$($output.LeadId)" | Should -Be $values[2]
                $output.GmtOffset | Should -Be ([decimal]$values[3])
                [bool]$output.InHopper | Should -Be ([bool]($Body -match 'add_lead ADDED TO HOPPER'))
                [bool]$output.CallbackScheduled | Should -Be ([bool]($Body -match 'CALLBACK ADDED'))
                @($output.Notices).Count | Should -Be ([regex]::Matches($Body, 'NOTICE: add_lead').Count)
            } else {
                $output.User | Should -Be $values[-1]
            }
        } elseif ($errorLine) {
            $output | Should -BeNullOrEmpty
            $category = Get-ExpectedCategory $errorLine
            if ($category) {
                @($failed)[0].CategoryInfo.Category | Should -Be $category
                @($failed)[0].FullyQualifiedErrorId | Should -Match '^Vicidial\.[A-Z]'
                if ($category -eq 'NotImplemented') { @($failed)[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.DialerTooOld,*' }
            } else {
                $failed | Should -BeNullOrEmpty
            }
        } elseif ($Sent['header'] -ceq 'YES') {
            $delimiter = switch -CaseSensitive ($Sent['stage']) { 'tab' { "`t" } 'csv' { ',' } default { '|' } }
            $names = $lines[0].Split($delimiter)
            $rows = @($lines | Select-Object -Skip 1 | ForEach-Object { , $_.Split($delimiter) })
            # A value with the delimiter in it makes a row too long; such a row is an error, not a guess.
            $readable = @($rows | Where-Object Count -EQ $names.Count)
            @($output).Count | Should -Be $readable.Count
            @($failed | Where-Object { $_.FullyQualifiedErrorId -like 'Vicidial.UnreadableRow,*' }).Count | Should -Be ($rows.Count - $readable.Count)
            @($failed).Count | Should -Be ($rows.Count - $readable.Count)
            for ($i = 0; $i -lt $readable.Count; $i++) {
                $output[$i].User | Should -BeExactly $readable[$i][$names.IndexOf('user')]
                $output[$i].FullName | Should -BeExactly $readable[$i][$names.IndexOf('full_name')]
                "$($output[$i].LeadId)" | Should -Be $readable[$i][$names.IndexOf('lead_id')]
                "$($output[$i].CallsToday)" | Should -Be $readable[$i][$names.IndexOf('calls_today')]
                if ($names -contains 'sub_status') { $output[$i].SubStatus | Should -BeExactly $readable[$i][$names.IndexOf('sub_status')] }
            }
        } else {
            # Rows without names are never asked for, and never guessed at.
            $output | Should -BeNullOrEmpty
            $failed.FullyQualifiedErrorId | Should -BeLike 'Vicidial.ReplyNotUnderstood,*'
        }
    }
}
