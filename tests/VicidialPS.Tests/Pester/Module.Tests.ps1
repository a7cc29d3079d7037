BeforeDiscovery {
    # Windows PowerShell has no $PSStyle, and would count color codes as letters.
    $hasStyle = $null -ne $PSStyle
}

BeforeAll {
    $module = Get-Module VicidialPS
    $folder = Split-Path $module.Path
}

Describe 'The module' {
    It 'has a valid manifest' {
        $null = Test-ModuleManifest (Join-Path $folder VicidialPS.psd1) -ErrorAction Stop
    }

    It 'exports exactly the cmdlets in its manifest' {
        $listed = (Import-PowerShellDataFile (Join-Path $folder VicidialPS.psd1)).CmdletsToExport
        $module.ExportedCommands.Keys | Sort-Object | Should -Be ($listed | Sort-Object)
        $module.ExportedCommands.Values.CommandType | Select-Object -Unique | Should -Be 'Cmdlet'
        (Get-Command -Module VicidialPS).Count | Should -Be $listed.Count
    }

    It 'uses only approved verbs' {
        $approved = (Get-Verb).Verb
        $module.ExportedCommands.Values.Verb | Select-Object -Unique | ForEach-Object { $approved | Should -Contain $_ }
    }

    It 'contains only its own assemblies' {
        (Get-ChildItem $folder -Filter *.dll).Name | Sort-Object | Should -Be 'Vicidial.Client.dll', 'Vicidial.Http.dll', 'Vicidial.Simulator.dll', 'VicidialPS.dll'
    }

    It 'shows renamed properties under their earlier names' {
        $dialer = Start-VicidialSimulator
        try {
            $trace = Join-Path $TestDrive trace.jsonl
            Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name renamed
            Start-VicidialTrace -Path $trace -Connection renamed
            Get-VicidialLead 4711 -Connection renamed -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
            $stopped = Stop-VicidialTrace $trace

            $failed[0].Exception.ResponseText | Should -Not -BeNullOrEmpty
            $failed[0].Exception.ReplyText | Should -Be $failed[0].Exception.ResponseText
            [object]::ReferenceEquals($failed[0].Exception.Reply, $failed[0].Exception.Response) | Should -BeTrue
            $request = @(Get-VicidialSimulatorRequest)[-1]
            $request.Response | Should -Not -BeNullOrEmpty
            $request.Reply | Should -Be $request.Response
            $stopped.Requests | Should -BeGreaterThan 0
            $stopped.Calls | Should -Be $stopped.Requests
            $stopped.LostCalls | Should -Be $stopped.LostRequests
        }
        finally {
            Get-VicidialConnection renamed -ErrorAction Ignore | Disconnect-VicidialServer
            Stop-VicidialSimulator -Simulator $dialer
        }
    }

    It 'is imported without output in any stream' {
        $shell = [powershell]::Create().AddScript('Import-Module $args[0] -Force').AddArgument((Join-Path $folder VicidialPS.psd1))
        $shell.Invoke() | Should -BeNullOrEmpty
        $shell.HadErrors | Should -BeFalse
        $shell.Streams.Warning.Count + $shell.Streams.Error.Count + $shell.Streams.Information.Count | Should -Be 0
        $shell.Dispose()
    }

    It 'has a test for each cmdlet in these files' {
        $tests = Get-ChildItem $PSScriptRoot -Filter *.Tests.ps1 | Get-Content -Raw | Out-String
        $module.ExportedCommands.Keys | Where-Object { $tests -notmatch "\b$_\b" } | Should -BeNullOrEmpty
    }

    It 'has no parameter of a load whose name is the start of another parameter''s name' {
        $taken = foreach ($command in Get-Command -Module VicidialPS) {
            $dynamic, $static = $command.Parameters.Values.Where({ $_.IsDynamic }, 'Split')
            foreach ($name in @($dynamic).Name) {
                $static | ForEach-Object { $_.Name; $_.Aliases } | Where-Object { $name -and $_ -like "$name*" } | ForEach-Object { "$($command.Name) -${name}: $_" }
            }
        }
        $taken | Should -BeNullOrEmpty
    }

    It 'does not prompt for anything that an unattended run needs, and supports -WhatIf for every change' {
        foreach ($name in 'Add-VicidialLead', 'Invoke-VicidialCallAgent', 'Invoke-VicidialApi') {
            (Get-Command $name).Parameters.Keys | Should -Contain 'WhatIf'
            (Get-Command $name).Parameters.Keys | Should -Contain 'Confirm'
        }
    }
}

Describe 'The views' {
    BeforeAll {
        $dialer = Start-VicidialSimulator
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name floor
    }
    AfterAll {
        Disconnect-VicidialServer floor
        Stop-VicidialSimulator
    }

    It 'fit 120 columns and show all their columns there' -ForEach @(
        @{ View = 'roster'; Script = { Get-VicidialLoggedInAgent -IncludeSubStatus }; Last = 'Connection' }
        @{ View = 'event'; Script = { Watch-VicidialAgent -MinimumReady 99 -PausedLongerThan 0 | Select-Object -First 5 }; Last = 'Connection' }
        @{ View = 'lead'; Script = { Add-VicidialLead 7275553131 -ListId 101 -AddToHopper }; Last = 'Connection' }
        @{ View = 'command'; Script = { Invoke-VicidialCallAgent 1001 }; Last = 'Connection' }
        @{ View = 'agent status'; Script = { Get-VicidialAgentStatus 1001, 1007 }; Last = 'Connection' }
        @{ View = 'agent statistic'; Script = { Get-VicidialAgentStatistic }; Last = 'Connection' }
        @{ View = 'agent campaign'; Script = { Get-VicidialAgentCampaign 1001 }; Last = 'Connection' }
        @{ View = 'agent in-group'; Script = { Get-VicidialAgentInGroup 1006 }; Last = 'Connection' }
        @{ View = 'user'; Script = { Get-VicidialUser 1001 }; Last = 'Connection' }
        @{ View = 'user group'; Script = { Get-VicidialUserGroupStatus AGENTS }; Last = 'Connection' }
        @{ View = 'in-group status'; Script = { Get-VicidialInGroupStatus SALESLINE }; Last = 'Connection' }
        @{ View = 'in-group'; Script = { Get-VicidialInGroup }; Last = 'Connection' }
        @{ View = 'campaign'; Script = { Get-VicidialCampaign }; Last = 'Connection' }
        @{ View = 'hopper'; Script = { Get-VicidialHopperLead TESTCAMP }; Last = 'Connection' }
        @{ View = 'list'; Script = { Get-VicidialList 101 -IncludeCount -IncludeDialableCount }; Last = 'Connection' }
        @{ View = 'custom field'; Script = { Get-VicidialCustomField }; Last = 'Connection' }
        @{ View = 'lead of a number'; Script = { Get-VicidialLead 1001, 1010 }; Last = 'Connection' }
        @{ View = 'lead field'; Script = { Get-VicidialLead 1001 -FieldName comments }; Last = 'Connection' }
        @{ View = 'match'; Script = { Find-VicidialLead 7275551014 }; Last = 'Connection' }
        @{ View = 'callback'; Script = { Get-VicidialCallback 1017 }; Last = 'Connection' }
        @{ View = 'call log'; Script = { Get-VicidialCallLog 7275551001 }; Last = 'Connection' }
        @{ View = 'DID log'; Script = { Get-VicidialDidLog 7275551113 }; Last = 'Connection' }
        @{ View = 'call statistic'; Script = { Get-VicidialCallStatistic -By Hour }; Last = 'Connection' }
        @{ View = 'disposition'; Script = { Get-VicidialDispositionStatistic }; Last = 'Connection' }
        @{ View = 'number check'; Script = { Test-VicidialPhoneNumber 3125551212 24hours }; Last = 'Connection' }
        @{ View = 'recording'; Script = { Find-VicidialRecording 1001 -IncludeDuration }; Last = 'Connection' }
        @{ View = 'audio file'; Script = { Get-VicidialAudioFile }; Last = 'Connection' }
        @{ View = 'music'; Script = { Get-VicidialMusicOnHold }; Last = 'Connection' }
        @{ View = 'voicemail'; Script = { Get-VicidialVoicemailBox }; Last = 'Connection' }
        @{ View = 'menu'; Script = { Get-VicidialCallMenu }; Last = 'Connection' }
        @{ View = 'container'; Script = { Get-VicidialSettingsContainer OTHER }; Last = 'Connection' }
        @{ View = 'version'; Script = { Get-VicidialVersion }; Last = 'Connection' }
        @{ View = 'web server'; Script = { Get-VicidialWebServer }; Last = 'Connection' }
        @{ View = 'queue'; Script = { Get-VicidialAgentQueueCount 1001 }; Last = 'Connection' }
        @{ View = 'agent recording'; Script = { Get-VicidialAgentRecording 1001 }; Last = 'Connection' }
        @{ View = 'screen lead'; Script = { Get-VicidialAgentLead CRM1001 }; Last = 'Connection' }
        @{ View = 'web phone'; Script = { Get-VicidialAgentWebPhone 1001 }; Last = 'Connection' }
        @{ View = 'connection'; Script = { Get-VicidialConnection }; Last = 'AgentVersion' }
        @{ View = 'function'; Script = { Get-VicidialApiFunction }; Last = 'Summary' }
        @{ View = 'parameter'; Script = { (Get-VicidialApiFunction add_lead).Parameters }; Last = 'Description' }
        @{ View = 'simulator'; Script = { Get-VicidialSimulator }; Last = 'Running' }
        @{ View = 'request'; Script = { Get-VicidialSimulatorRequest }; Last = 'Fault' }
    ) {
        $lines = (& $Script | Out-String -Width 120).Split("`n") | ForEach-Object { $_ -replace '\e\[[0-9;]*m' } | Where-Object { $_.Trim() }
        $lines[0].TrimEnd() | Should -Match "$Last`$"
        ($lines | Measure-Object -Property Length -Maximum).Maximum | Should -BeLessOrEqual 120
    }

    It 'of an agent cuts no number in a window of 80 columns' {
        $lines = (Get-VicidialAgentStatus 1001 | Out-String -Width 80).Split("`n") -replace '\e\[[0-9;]*m' | Where-Object { $_.Trim() }
        $lines | Should -HaveCount 3
        $lines[0].TrimEnd() | Should -Match 'LeadId$'
    }

    It 'exist for each type that a cmdlet emits: a table of 120 columns and a list of all properties' {
        $types = $module.ExportedCmdlets.Values.OutputType.Type | Where-Object { $_.Assembly.GetName().Name -like 'Vicidial*' } | Sort-Object FullName -Unique
        $types.Count | Should -BeGreaterThan 70
        $problems = foreach ($type in $types) {
            $table = (Get-FormatData -TypeName $type.FullName).FormatViewDefinition.Control | Where-Object { $_ -is [Management.Automation.TableControl] } | Select-Object -First 1
            if (-not $table) {
                "$type has no table"
                continue
            }
            $width = ($table.Headers | ForEach-Object { [math]::Max($_.Width, "$($_.Label)".Length) + 1 } | Measure-Object -Sum).Sum - 1
            if ($width -gt 120) {
                "The table of $type takes $width columns"
            }

            # Values do not matter here, so no dialer has to supply them.
            $list = [Runtime.Serialization.FormatterServices]::GetUninitializedObject($type) | Format-List | Out-String -Width 200
            $shown = [regex]::Matches(($list -replace '\e\[[0-9;]*m'), '(?m)^(\w+) *:') | ForEach-Object { $_.Groups[1].Value }
            # Earlier names are for scripts only.
            $type.GetProperties('Public, Instance') | Where-Object { -not $_.IsDefined([ComponentModel.EditorBrowsableAttribute], $false) } |
                Where-Object Name -NotIn $shown | ForEach-Object { "The list of $type lacks $($_.Name)" }
        }
        $problems | Should -BeNullOrEmpty
    }

    It 'color the states of agents if the host supports it, without using more space, and are plain otherwise' -Skip:(-not $hasStyle) {
        $agents = Get-VicidialLoggedInAgent -IncludeSubStatus
        $few = Watch-VicidialAgent -MinimumReady 99 | Select-Object -First 1
        $before = $PSStyle.OutputRendering
        try {
            $PSStyle.OutputRendering = 'Ansi'
            $colored = $agents | Out-String -Width 120
            $told = $few | Out-String -Width 120
            $status = Get-VicidialAgentStatus 1001 | Out-String -Width 120
            $PSStyle.OutputRendering = 'PlainText'
            $plain = $agents | Out-String -Width 120
        }
        finally {
            $PSStyle.OutputRendering = $before
        }
        $colored | Should -Match '\e\[33mPAUSED\e\[0m'
        $colored | Should -Match '\e\[32mREADY\e\[0m'
        $colored | Should -Match '\e\[1;35mINCALL\e\[0m' -Because 'a call that the customer has left wants a look'
        $told | Should -Match '\e\[1;31mCampaignShort\e\[0m'
        $status | Should -Match '\e\[36mINCALL\e\[0m'
        $plain | Should -Not -Match '\e'
        $colored -replace '\e\[[0-9;]*m' | Should -BeExactly $plain
    }

    It 'exist for each type of record' {
        $assembly = (Get-VicidialVersion).GetType().Assembly
        $base = $assembly.GetType('Vicidial.Client.Records.DialerRecord')
        $without = $assembly.GetExportedTypes() | Where-Object { $_.IsSubclassOf($base) -and -not $_.IsAbstract } |
            Where-Object { -not (Get-FormatData -TypeName $_.FullName) } | ForEach-Object Name
        $without | Should -Be 'UnreadableRow' -Because 'it is shown in errors only'
    }
}
