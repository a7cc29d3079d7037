# Each recorded reply of a served change or command, answered to the cmdlet that serves it; RecordedQuestions.Tests.ps1 has the
# questions. What is expected is worked out here from
# the recorded text alone.
BeforeDiscovery {
    $served = @{ add_lead = 'non-agent'; call_agent = 'agent' }
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
            @($failed)[0].CategoryInfo.Category | Should -Be $category
            @($failed)[0].FullyQualifiedErrorId | Should -Match '^Vicidial\.[A-Z]'
            if ($category -eq 'NotImplemented') { @($failed)[0].FullyQualifiedErrorId | Should -BeLike 'Vicidial.DialerTooOld,*' }
        } else {
            throw "A reply that is neither a success nor an error: $Body"
        }
    }
}
