# The recipes: each script is run exactly as in docs/recipes, and then the dialer is checked for the result.
BeforeDiscovery {
    $noSystemd = -not (Get-Command systemd-analyze -CommandType Application -ErrorAction Ignore)
    $noShell = $IsWindows -or -not (Get-Command sh -CommandType Application -ErrorAction Ignore)
    $recipes = @(
        @{
            Name  = 'crm-to-hopper'
            Check = {
                $urgent = @(Get-VicidialHopperLead TESTCAMP | Where-Object Priority -EQ 99)
                ($urgent.PhoneNumber | Sort-Object) -join ' '
                (Find-VicidialLead -VendorLeadCode CRM-2 | Get-VicidialLead).LastName
                @(Import-Csv taken.csv).Count
                (Import-Csv refused.csv | ForEach-Object { $_.id + ' ' + $_.reason } | Sort-Object) -join ', '
            }
            Gives = '7275558801 7275558802', 'Ito', 2, 'CRM-3 Vicidial.NumberOnDncList, CRM-4 Vicidial.DuplicateLead'
        }
        @{
            Name  = 'crm-export-e164'
            Check = {
                (Import-Csv loaded.csv | ForEach-Object { (Get-VicidialLead $_.LeadId | ForEach-Object { $_.PhoneCode, $_.PhoneNumber, $_.VendorLeadCode, $_.PostalCode }) -join ' ' }) -join ', '
                @(Import-Csv rejected.csv).Count
            }
            Gives = '1 7275558831 C-1 33701, 44 2079460958 C-2 , 49 30901820 C-3 10178', 0
        }
        @{
            Name  = 'users-from-a-sheet'
            Check = {
                (Get-VicidialUser 1001, 2101, 2102 | ForEach-Object { '{0} {1} {2} {3}' -f $_.User, $_.FullName, $_.UserLevel, $_.UserGroup }) -join ', '
                (Import-Clixml accounts.xml | ForEach-Object { $_.UserName + ' ' + $_.GetNetworkCredential().Password.Length }) -join ', '
            }
            Gives = '1001 Alice Martin 2 AGENTS2, 2101 Nora Lind 1 AGENTS2, 2102 Omar Haddad 1 AGENTS2', '2101 20, 2102 20'
        }
        @{
            Name  = 'nightly-list'
            # One more number, which is on the do-not-call list.
            Leads = '7275550199,Do,Not,'
            Check = {
                $list = Get-VicidialList 107 -IncludeCount
                '{0} {1}' -f $list.IsActive, $list.LeadCount
                $list.ListName -match '^Web \d{4}-\d\d-\d\d$'
                (Get-VicidialList 101).ResetsToday
                @(Get-VicidialHopperLead TESTCAMP).Count
                (Import-Csv refused.csv).Key
            }
            Gives = 'True 3', $true, 1, 0, '7275550199'
        }
        @{
            Name  = 'dnc-sync'
            Check = {
                (7275550199, 7275551001, 7275558821 | ForEach-Object {
                    $on = $null
                    Test-VicidialPhoneNumber $_ 24hours -DncCheck Y -ErrorAction SilentlyContinue -ErrorVariable on | Out-Null
                    [bool] $on
                }) -join ' '
                @(Get-VicidialHopperLead TESTCAMP | Where-Object PhoneNumber -EQ 7275551001).Count
                @(Import-Csv known.csv).phone_number -join ' '
            }
            Gives = 'False True True', 0, '7275551001 7275558821'
        }
        @{
            Name  = 'few-agents'
            # The recipe runs until it is stopped.
            Until = { Get-VicidialSimulatorRequest send_notification -Simulator $args[0] }
            Check = {
                # No function returns messages, but the requests at the dialer show them.
                Get-VicidialSimulatorRequest send_notification | ForEach-Object { '{0}: {1}' -f $_.Fields['recipient'], $_.Fields['notification_text'] }
            }
            Gives = 'ADMIN: TESTCAMP has 3 ready and needs 12'
        }
    )
    # EventRecipes.Tests.ps1 runs these.
    $ofEvents = 'dispositions-to-a-webhook', 'sale-to-supervisors', 'call-log', 'live-wallboard'
    $folder = [IO.Path]::GetFullPath([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'docs', 'recipes'))
    $pages = @(Get-ChildItem $folder -Filter *.md | Where-Object Name -NE README.md | ForEach-Object { @{ Page = $_.FullName; Name = $_.BaseName; Known = @($recipes.Name) + $ofEvents } })
}

BeforeAll {
    $folder = [IO.Path]::GetFullPath([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'docs', 'recipes'))
    $samples = [IO.Path]::GetFullPath([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'samples'))
    $manifest = Join-Path (Get-Module VicidialPS).ModuleBase 'VicidialPS.psd1'
}

Describe 'The page <Name> of the recipes' -ForEach $pages {
    It 'has one script, a test, and an entry in the list' {
        [regex]::Matches([IO.File]::ReadAllText($Page), '(?m)^```powershell').Count | Should -Be 1
        $Name | Should -BeIn $Known
        [IO.File]::ReadAllText((Join-Path $folder 'README.md')) | Should -Match ([regex]::Escape("($Name.md)"))
    }
}

Describe 'The recipe <Name>' -ForEach $recipes {
    It 'runs as printed, with the promised result on the dialer' {
        $text = [IO.File]::ReadAllText((Join-Path $folder "$Name.md"))
        $code = [regex]::Match($text, '(?sm)^```powershell\r?$(.*?)^```').Groups[1].Value
        $code | Should -Not -BeNullOrEmpty

        $place = Join-Path $TestDrive $Name
        Copy-Item $samples $place -Recurse
        if ($Leads) {
            Add-Content (Join-Path $place leads.csv) $Leads -Encoding ascii
        }

        $state = [initialsessionstate]::CreateDefault2()
        $state.ImportPSModule($manifest)
        $runspace = [runspacefactory]::CreateRunspace($state)
        $shell = [powershell]::Create()
        try {
            $runspace.Open()
            $shell.Runspace = $runspace
            $null = $shell.AddScript('param($place) Set-Location $place; $dialer = Start-VicidialSimulator; Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential').AddArgument($place).Invoke()
            $shell.Commands.Clear()
            if ($Until) {
                $dialer = $runspace.SessionStateProxy.GetVariable('dialer')
                $running = $shell.AddScript($code).BeginInvoke()
                $limit = [Diagnostics.Stopwatch]::StartNew()
                while (-not (& $Until $dialer) -and -not $running.IsCompleted -and $limit.Elapsed.TotalSeconds -lt 30) {
                    [Threading.Thread]::Sleep(20)
                }
                $running.IsCompleted | Should -BeFalse
                $shell.Stop()
            }
            else {
                $null = $shell.AddScript($code).Invoke()
            }

            # An error that a recipe suppresses does not count; any other error does.
            $shell.Streams.Error | ForEach-Object { "$($_.FullyQualifiedErrorId): $_" } | Should -BeNullOrEmpty
            $shell.Commands.Clear()
            $given = @($shell.AddScript("$Check").Invoke())
            $shell.Streams.Error | ForEach-Object { "$_" } | Should -BeNullOrEmpty
            ($given | ForEach-Object { "$_" }) -join "`n" | Should -Be (($Gives | ForEach-Object { "$_" }) -join "`n")
        }
        finally {
            $shell.Dispose()
            $runspace.Dispose()
        }
    }
}

Describe 'The recipe dnc-sync with many numbers' {
    It 'compares 100,000 of them in seconds' {
        $text = [IO.File]::ReadAllText((Join-Path $folder 'dnc-sync.md'))
        $script = [scriptblock]::Create([regex]::Match($text, '(?sm)^```powershell\r?$(.*?)^```').Groups[1].Value)
        $dialer = Start-VicidialSimulator
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name dnc
        Push-Location (New-Item (Join-Path $TestDrive 'many') -ItemType Directory)
        try {
            $numbers = 0..100001 | ForEach-Object { 7275000000 + $_ }
            Set-Content known.csv (@('phone_number') + $numbers[0..100000]) -Encoding ascii
            Set-Content do-not-call.csv (@('phone_number') + $numbers[1..100001]) -Encoding ascii
            $null = Test-VicidialPhoneNumber 7275550142 24hours -ErrorAction SilentlyContinue
            $watch = [Diagnostics.Stopwatch]::StartNew()
            $null = & $script
            $watch.Elapsed.TotalSeconds | Should -BeLessThan 60 -Because 'each number is looked up, and not compared with all others'
            (Get-VicidialSimulatorRequest add_dnc_phone -Simulator $dialer).Fields.phone_number | Should -Be '7275100001'
            (Get-VicidialSimulatorRequest delete_dnc_phone -Simulator $dialer).Fields.phone_number | Should -Be '7275000000'
        } finally {
            Pop-Location
            Disconnect-VicidialServer dnc
            Stop-VicidialSimulator -Simulator $dialer
        }
    }
}

Describe 'The recipe dnc-sync with numbers that are written in another way' {
    It 'removes no existing number, and adds the new ones' {
        $text = [IO.File]::ReadAllText((Join-Path $folder 'dnc-sync.md'))
        $script = [scriptblock]::Create([regex]::Match($text, '(?sm)^```powershell\r?$(.*?)^```').Groups[1].Value)
        $dialer = Start-VicidialSimulator
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name dnc
        Push-Location (New-Item (Join-Path $TestDrive 'notations') -ItemType Directory)
        try {
            Set-Content known.csv 'phone_number', '7275550101', '727-555-0102', '+442079460103', '7275550104.0', '7275550105' -Encoding ascii
            Set-Content do-not-call.csv 'phone_number', '(727) 555-0101', '17275550102', '+44 20 7946 0103', '1-727-555-0104', '+1 727 555 0106' -Encoding ascii
            $null = & $script 3>$null
            (Get-VicidialSimulatorRequest add_dnc_phone -Simulator $dialer).Fields.phone_number | Should -Be '7275550106'
            (Get-VicidialSimulatorRequest delete_dnc_phone -Simulator $dialer).Fields.phone_number | Should -Be '7275550105'

            # A new heading, and an export that failed.
            foreach ($file in @('Phone', '7275550101'), @('phone_number')) {
                Set-Content do-not-call.csv $file -Encoding ascii
                { & $script 3>$null } | Should -Throw '*without phone_number*'
            }
            @(Get-VicidialSimulatorRequest delete_dnc_phone -Simulator $dialer).Count | Should -Be 1
        } finally {
            Pop-Location
            Disconnect-VicidialServer dnc
            Stop-VicidialSimulator -Simulator $dialer
        }
    }
}

Describe 'The page on large loads' {
    It 'has a script that loads each row once over two dialers, and has nothing to do when it runs again' {
        $page = [IO.File]::ReadAllText([IO.Path]::Combine($folder, '..', 'large-loads.md'))
        $blocks = [regex]::Matches($page, '(?sm)^```powershell\r?$(.*?)^```') | ForEach-Object { $_.Groups[1].Value }
        $script = Join-Path $TestDrive 'load-part.ps1'
        Set-Content $script $blocks[0] -Encoding ascii
        Push-Location $TestDrive
        try {
            1..40 | ForEach-Object { [pscustomobject]@{ phone_number = 7275558900 + $_ % 38; last_name = "L$_" } } | Export-Csv leads-01.csv -NoTypeInformation
            $dialers = @(Start-VicidialSimulator; Start-VicidialSimulator)
            $runs = foreach ($run in 1, 2) {
                foreach ($part in 1..4) {
                    $dialer = $dialers[[int]($part -gt 2)]
                    & $script "$TestDrive/leads-01.csv" "$part/4" $dialer.Uri $dialer.Credential (100 + $part)
                    $LASTEXITCODE | Should -Be 0
                }
            }
            ($runs[0..3] | Measure-Object Done -Sum).Sum | Should -Be 38
            ($runs[4..7] | Measure-Object Skipped -Sum).Sum | Should -Be 40
            ($dialers | ForEach-Object { @(Get-VicidialSimulatorRequest add_lead -Simulator $_).Count } | Measure-Object -Sum).Sum | Should -Be 40

            $report = . ([scriptblock]::Create($blocks[2] + '; $report'))
            $report[-1].IsComplete | Should -BeTrue
            $report[-1].Duplicate | Should -Be 2
            $report[-1].Dialer | Should -HaveCount 2
            . ([scriptblock]::Create(($blocks[3] -creplace 'Refused', 'Duplicate')))
            @(Import-Csv refused-01.csv).last_name | Should -Be 'L39', 'L40'
        }
        finally {
            Pop-Location
            Get-VicidialConnection | Where-Object Uri -In $dialers.Uri | Disconnect-VicidialServer
            $dialers | ForEach-Object { Stop-VicidialSimulator -Simulator $_ }
        }
    }
}

Describe 'The page on scheduling' {
    BeforeAll {
        $page = [IO.File]::ReadAllText([IO.Path]::Combine($folder, '..', 'scheduling.md'))
        $dialer = Start-VicidialSimulator
    }

    AfterAll { Stop-VicidialSimulator -Simulator $dialer }

    It 'has unit files that systemd accepts, or systemd is missing' -Skip:$noSystemd {
        $units = @([regex]::Matches($page, '(?sm)^```ini\r?$\n(.*?)^```') | ForEach-Object { $_.Groups[1].Value })
        $units | Should -HaveCount 2
        $place = Join-Path $TestDrive units
        $null = New-Item $place -ItemType Directory
        Set-Content (Join-Path $place vicidial-night.service) ($units[0] -replace '/usr/bin/pwsh', '/bin/sh' -replace 'User=.*', 'User=root') -NoNewline
        Set-Content (Join-Path $place vicidial-night.timer) $units[1] -NoNewline
        $said = systemd-analyze verify --recursive-errors=no (Join-Path $place vicidial-night.service) (Join-Path $place vicidial-night.timer) 2>&1
        $said -match 'vicidial-night' | Should -BeNullOrEmpty
    }

    It 'has a cron line whose command the shell accepts, or there is no shell' -Skip:$noShell {
        $line = [regex]::Match($page, '(?m)^15 2 \* \* \* (.*)$').Groups[1].Value.Trim()
        $line | Should -Not -Match '%' -Because 'cron would take it for a line break'
        sh -n -c $line
        $LASTEXITCODE | Should -Be 0
    }

    It 'reads the password from an environment variable or a file' {
        $env:VICIDIAL_USER = $dialer.Credential.UserName
        $env:VICIDIAL_PASSWORD = $dialer.Credential.GetNetworkCredential().Password
        $env:VICIDIAL_CREDENTIAL = Join-Path $TestDrive dialer.xml
        try {
            . ([scriptblock]::Create([regex]::Match($page, '(?m)^    (\$secret = .*\r?\n    \$credential = .*VICIDIAL_USER.*)$').Groups[1].Value))
            $credential | Export-Clixml $env:VICIDIAL_CREDENTIAL
            Connect-VicidialServer $dialer.Uri $credential -Name scheduled -NoDefault
            $saved = Join-Path $TestDrive night.psd1
            Get-VicidialConnection scheduled | Save-VicidialConnection -Path $saved
            Disconnect-VicidialServer scheduled
            (Import-VicidialConnection -Path $saved -Credential (Import-Clixml $env:VICIDIAL_CREDENTIAL) -PassThru).User | Should -Be $dialer.Credential.UserName
            Disconnect-VicidialServer scheduled
        }
        finally {
            Remove-Item Env:VICIDIAL_USER, Env:VICIDIAL_PASSWORD, Env:VICIDIAL_CREDENTIAL
        }
    }
}
