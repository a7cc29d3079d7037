# What the Tab key offers: names that the dialer lists and values that the session has seen, in time and without
# messages.
BeforeDiscovery {
    $lists = @(
        @{ Line = 'Get-VicidialHopperLead '; Text = 'TESTCAMP'; Tip = 'Test Campaign' }
        @{ Line = 'Get-VicidialInGroupStatus '; Text = 'SALESLINE'; Tip = 'Sales line' }
        @{ Line = 'Suspend-VicidialAgent '; Text = '1002'; Tip = 'Bob "Bobby" Stone (READY in TESTCAMP)' }
        @{ Line = 'Get-VicidialUser '; Text = '1002'; Tip = 'Bob "Bobby" Stone (READY in TESTCAMP)' }
        @{ Line = 'Get-VicidialCallMenu '; Text = 'defaultlog'; Tip = 'logging of all outbound calls from agent phones' }
        @{ Line = 'Start-VicidialAgentAudio 1001 '; Text = "'big file.gsm'"; Tip = 'big file.gsm, 300 bytes' }
        @{ Line = 'Get-VicidialMusicOnHold '; Text = 'jazz'; Tip = 'Smooth & jazz' }
        @{ Line = 'Set-VicidialUser -VoicemailId '; Text = '202'; Tip = 'gs202 - Phone 202' }
        @{ Line = 'Get-VicidialSettingsContainer OTHER -ContainerId '; Text = 'CONFETTI_SETTINGS'; Tip = 'Confetti settings for screen display' }
        @{ Line = 'Set-VicidialTransferPreset -CampaignId TESTCAMP -PresetName '; Text = "'SUPPORT LINE'"; Tip = 'SUPPORT LINE: 3125551214' }
        @{ Line = 'Set-VicidialLead -Status '; Text = 'NA'; Tip = 'NA is dialed by TESTCAMP' }
        @{ Line = 'Get-VicidialUserGroupStatus '; Text = 'AGENTS2'; Tip = 'AGENTS2' }
        @{ Line = 'Set-VicidialCallLogEntry -GroupId '; Text = 'SUPPORT'; Tip = 'Support & Care' }
        @{ Line = 'Send-VicidialAgentNotification -RecipientType CAMPAIGN -Recipient '; Text = 'INBND1'; Tip = 'Inbound only' }
    )
    $seen = @(
        @{ What = 'lists'; Line = 'Get-VicidialList '; Ask = { Get-VicidialCustomField }; Text = '103'; Tip = "Qu$([char] 0xE9)bec $([char] 0xE9)t$([char] 0xE9)" }
        @{ What = 'users'; Line = 'Get-VicidialAgentStatistic -User '; Ask = { New-VicidialUser 2101 -FullName 'Nora Lind' -UserLevel 1 -UserGroup AGENTS2 -GeneratePassword }; Text = '2101'; Tip = 'Nora Lind' }
        @{ What = 'statuses'; Line = 'Set-VicidialLead -Status '; Ask = { Get-VicidialHopperLead TESTCAMP }; Text = 'SALE'; Tip = 'SALE' }
        @{ What = 'DIDs'; Line = 'Set-VicidialDid '; Ask = { New-VicidialDid 7275550177 -DidDescription 'Line 177' }; Text = "'7275550177'"; Tip = '*' }
        @{ What = 'records of DIDs'; Line = 'Get-VicidialDispositionStatistic -DidId '; Ask = { Copy-VicidialDid 7275551113 7275551140 }; Text = '10*'; Tip = '7275551140' }
        @{ What = 'statuses of a web address'; Line = 'Set-VicidialAlternateUrl -Statuses '; Ask = { Get-VicidialHopperLead TESTCAMP }; Text = 'SALE'; Tip = 'SALE' }
        @{ What = 'lists of a web address'; Line = 'Add-VicidialAlternateUrl -Lists '; Ask = { Get-VicidialCustomField }; Text = '103'; Tip = '*' }
        @{ What = 'phones'; Line = 'Set-VicidialPhone '; Ask = {
                $secret = ConvertTo-SecureString p771x -AsPlainText -Force
                    New-VicidialPhone gs771 10.10.10.15 -DialplanNumber 771 -VoicemailId 771 -PhoneLogin gs771 -PhonePassword $secret -Protocol SIP -RegistrationPassword $secret -PhoneFullName 'Desk 771' -LocalGmt -5.00 -OutboundCid 7275551200
            }; Text = 'gs771'; Tip = 'gs771'
        }
        @{ What = 'types of containers'; Line = 'Get-VicidialSettingsContainer '; Ask = { Get-VicidialSettingsContainer OTHER }; Text = 'OTHER'; Tip = 'OTHER' }
    )
}

BeforeAll {
    function Complete([string] $Line) {
        (TabExpansion2 $Line -cursorColumn $Line.Length).CompletionMatches
    }
    function Connect([string] $Name = 'main') {
        $dialer = Start-VicidialSimulator
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name $Name
        $dialer
    }
    function Measure-Question { @(Get-VicidialSimulatorRequest).Count }
}

Describe 'The Tab key' {
    AfterEach {
        Disconnect-VicidialServer * -ErrorAction SilentlyContinue
        if (Get-VicidialSimulator) { Stop-VicidialSimulator }
    }

    Context 'What the dialer lists' {
        It 'is offered at <Line>' -ForEach $lists {
            $null = Connect
            $found = (Complete $Line) | Where-Object CompletionText -EQ $Text
            $found | Should -HaveCount 1
            $found.ToolTip | Should -BeExactly $Tip
        }

        It 'comes from the dialer once, and then from memory within 300 ms' {
            $null = Connect
            $first = (Complete 'Get-VicidialCampaign ').CompletionText
            $asked = Measure-Question

            # The best of several runs, because other work on this computer is not measured.
            $best = 1..5 | ForEach-Object {
                $watch = [Diagnostics.Stopwatch]::StartNew()
                (Complete 'Clear-VicidialHopper ').CompletionText | Should -Be $first
                $watch.ElapsedMilliseconds
            } | Measure-Object -Minimum
            $best.Minimum | Should -BeLessThan 300
            Measure-Question | Should -Be $asked
        }

        It 'is filtered by the typed text, ignoring case: <Word>' -ForEach @(
            @{ Word = 'te'; Gives = 'TESTCAMP' }
            @{ Word = 'IN'; Gives = 'INBND1', 'INBOUND' }
            @{ Word = 'OUTBND2,in'; Gives = 'INBND1', 'INBOUND' }
            @{ Word = '*N?1'; Gives = 'INBND1' }
            @{ Word = 'I*D'; Gives = 'INBOUND' }
            @{ Word = "'te"; Gives = "'TESTCAMP'" }
            @{ Word = '"te'; Gives = '"TESTCAMP"' }
            @{ Word = "'te'"; Gives = "'TESTCAMP'" }
            @{ Word = 'Closed'; Gives = 'CLOSED9' }
            @{ Word = 'NOSUCH'; Gives = @() }
            @{ Word = '[['; Gives = @() }
        ) {
            $null = Connect
            @((Complete "Get-VicidialCampaign $Word").CompletionText | Where-Object { $_ }) | Should -Be $Gives
        }

        It 'is found by the full name if no name begins with the text' {
            $null = Connect
            (Complete 'Get-VicidialAgentStatus bobby').CompletionText | Should -Be '1002'
            (Complete "Suspend-VicidialAgent 'Bob `"").CompletionText | Should -Be "'1002'"
        }

        It 'is quoted so that PowerShell reads it correctly' {
            $null = Connect
            foreach ($line in 'Get-VicidialAudioFile ', 'Set-VicidialTransferPreset TESTCAMP -PresetName ', 'Get-VicidialCallMenu ', 'Get-VicidialVoicemailBox ') {
                foreach ($match in (Complete $line)) {
                    $tokens = $errors = $null
                    $command = [Management.Automation.Language.Parser]::ParseInput($line + $match.CompletionText, [ref] $tokens, [ref] $errors).EndBlock.Statements[0].PipelineElements[0]
                    $errors | Should -BeNullOrEmpty
                    "$($command.CommandElements[-1].SafeGetValue())" | Should -BeExactly $match.ListItemText
                }
            }
        }
    }

    Context 'A name that could contain code' {
        It 'stays one word of one command: <Quote>, U+<Code>' -ForEach @(
            foreach ($code in '22', '24', '27', '60', '2018', '2019', '201A', '201B', '201C', '201D', '201E') {
                foreach ($quote in '', "'", '"') { @{ Quote = $quote; Code = $code } }
            }
        ) {
            $user = "80$([char] [Convert]::ToInt32($Code, 16));Get-Date"
            $dialer = Start-VicidialSimulator -Scenario @{ Agents = @(@{ User = $user; FullName = 'Eve'; CampaignId = 'SALES'; Status = 'READY' }) }
            Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main
            $found = @(Complete "Suspend-VicidialAgent ${Quote}80")
            $found | Should -HaveCount 1
            $tokens = $errors = $null
            $block = [Management.Automation.Language.Parser]::ParseInput("Suspend-VicidialAgent $($found.CompletionText)", [ref] $tokens, [ref] $errors).EndBlock
            $errors | Should -BeNullOrEmpty
            $block.Statements | Should -HaveCount 1
            $block.Statements[0].PipelineElements[0].CommandElements[-1].SafeGetValue() | Should -BeExactly $user
        }
    }

    Context 'What the session has seen' {
        It 'is offered even if no function lists it: <What>' -ForEach $seen {
            $null = Connect
            (Complete $Line).CompletionText | Where-Object { $_ -like $Text } | Should -BeNullOrEmpty
            $null = & $Ask
            $found = (Complete $Line) | Where-Object { $_.CompletionText.Trim("'") -like $Text.Trim("'") }
            $found | Should -HaveCount 1
            $found.ToolTip | Should -BeLike $Tip
        }

        It 'is forgotten when its object is removed or its connection ends' {
            $null = Connect
            $null = New-VicidialDid 7275550177 -DidDescription 'Line 177'
            $null = Get-VicidialCustomField
            (Complete 'Set-VicidialDid 727').CompletionText | Should -Be "'7275550177'"
            Remove-VicidialDid 7275550177 -Force
            Complete 'Set-VicidialDid 727' | Should -BeNullOrEmpty
            (Complete 'Get-VicidialList 10').CompletionText | Should -Contain '101'
            Disconnect-VicidialServer main
            $null = Connect
            Complete 'Get-VicidialList 10' | Should -BeNullOrEmpty
        }
    }

    Context 'Without known values' {
        It 'nothing is offered without a connection' {
            $Error.Clear()
            Complete 'Get-VicidialCampaign ' | Should -BeNullOrEmpty
            Complete 'Get-VicidialCampaign -Connection nobody -CampaignId ' | Should -BeNullOrEmpty
            $Error | Should -BeNullOrEmpty
        }

        It 'nothing is offered for a dialer that is down, without a long wait' {
            $dialer = Connect
            $dialer | Stop-VicidialSimulator
            $watch = [Diagnostics.Stopwatch]::StartNew()
            Complete 'Get-VicidialCampaign ' | Should -BeNullOrEmpty
            $watch.ElapsedMilliseconds | Should -BeLessThan 2000
        }

        It 'nothing is offered within two seconds for a dialer that does not respond' {
            $null = Connect
            Set-VicidialSimulatorFault Stall -DelayMilliseconds 60000
            $watch = [Diagnostics.Stopwatch]::StartNew()
            Complete 'Get-VicidialCampaign ' | Should -BeNullOrEmpty
            $watch.ElapsedMilliseconds | Should -BeLessThan 2000
        }

        It 'a late response is used for the next key, and is requested once' {
            $null = Connect
            Set-VicidialSimulatorFault Latency -DelayMilliseconds 2500
            Complete 'Get-VicidialCampaign ' | Should -BeNullOrEmpty
            $limit = [Diagnostics.Stopwatch]::StartNew()
            while (-not ($found = Complete 'Get-VicidialCampaign TE') -and $limit.Elapsed.TotalSeconds -lt 20) { }
            $found.CompletionText | Should -Be 'TESTCAMP'
            @(Get-VicidialSimulatorRequest campaigns_list) | Should -HaveCount 1
        }

        It 'nothing is sent after a refused login' {
            $dialer = Start-VicidialSimulator
            $wrong = [pscredential]::new($dialer.Credential.UserName, (ConvertTo-SecureString nonsense -AsPlainText -Force))
            Connect-VicidialServer -Uri $dialer.Uri -Credential $wrong -Name main -SkipLoginCheck
            Complete 'Get-VicidialCampaign ' | Should -BeNullOrEmpty
            @(Get-VicidialSimulatorRequest campaigns_list) | Should -BeNullOrEmpty
            { Get-VicidialCampaign -ErrorAction Stop } | Should -Throw
            $asked = Measure-Question
            Complete 'Get-VicidialCampaign ' | Should -BeNullOrEmpty
            Measure-Question | Should -Be $asked
        }

        It 'a response that cannot be read silently offers nothing' {
            $null = Connect
            Set-VicidialSimulatorFault HtmlPage
            $Error.Clear()
            Complete 'Get-VicidialCampaign ' | Should -BeNullOrEmpty
            $Error | Should -BeNullOrEmpty
        }

        It 'a preset needs its campaign, and a container its type' {
            $null = Connect
            $asked = Measure-Question
            Complete 'Set-VicidialTransferPreset -PresetName ' | Should -BeNullOrEmpty
            Complete 'Get-VicidialSettingsContainer -ContainerId ' | Should -BeNullOrEmpty
            Measure-Question | Should -Be $asked
        }

        It 'no name is offered for something that does not exist yet' {
            $null = Connect
            $null = Get-VicidialUser 6666
            (Complete 'New-VicidialUser 66').CompletionText | Should -Not -Contain '6666'
        }
    }

    Context 'The dialer that the line names' {
        BeforeEach {
            $null = Connect other
            $null = Connect main
            $null = Set-VicidialCampaign TESTCAMP -CampaignName Elsewhere -Connection other -Confirm:$false
        }

        It 'is queried: <Line>' -ForEach @(
            @{ Line = 'Get-VicidialCampaign TEST'; Tip = 'Test Campaign' }
            @{ Line = 'Get-VicidialCampaign -Connection main -CampaignId TEST'; Tip = 'Test Campaign' }
            @{ Line = 'Get-VicidialCampaign -Connection other -CampaignId TEST'; Tip = 'Elsewhere' }
            @{ Line = 'Get-VicidialCampaign -ConnectionName oth* -CampaignId TEST'; Tip = 'Elsewhere' }
            @{ Line = '$there = Get-VicidialConnection other; Get-VicidialCampaign -Connection "other" TEST'; Tip = 'Elsewhere' }
        ) {
            $found = Complete $Line
            $found.CompletionText | Should -Be 'TESTCAMP'
            $found.ToolTip | Should -Be $Tip
        }

        It 'may be a connection in a variable' {
            Set-Variable there (Get-VicidialConnection other) -Scope Global
            try {
                (Complete 'Get-VicidialCampaign -Connection $there -CampaignId TEST').ToolTip | Should -Be 'Elsewhere'
            }
            finally {
                Remove-Variable there -Scope Global
            }
        }

        It 'is not guessed if only running the line could determine it' {
            Complete 'Get-VicidialCampaign -Connection (Get-Content name.txt) -CampaignId TEST' | Should -BeNullOrEmpty
        }

        It 'can be several dialers, and a name that both have is offered once' {
            (Complete 'Get-VicidialCampaign -Connection * -CampaignId TEST').CompletionText | Should -Be 'TESTCAMP'
        }
    }

    Context 'What is always the same' {
        It 'is offered without a dialer: <Line>' -ForEach @(
            @{ Line = 'Add-VicidialCustomField 101 plan -FieldType S'; Gives = 'SCRIPT', 'SELECT' }
            @{ Line = 'Set-VicidialCustomField 101 plan -FieldType te'; Gives = 'TEXT' }
            @{ Line = 'Set-VicidialSimulatorFault Stall -Function logged_'; Gives = 'logged_in_agents' }
            @{ Line = 'Get-VicidialSimulatorRequest add_l'; Gives = 'add_lead', 'add_list' }
        ) {
            (Complete $Line).CompletionText | Should -Be $Gives
        }
    }

    Context 'Fields of an API function' {
        It 'are offered as tables, with the required fields first' {
            $found = Complete 'Invoke-VicidialApi update_user '
            $found[0].CompletionText | Should -BeLike "@{ agent_user = '' }"
            (Complete 'Invoke-VicidialApi add_lead ph').CompletionText | Should -Be "@{ phone_number = '' }", "@{ phone_code = '' }"
            (Complete 'Invoke-VicidialApi add_lead ph')[0].ToolTip | Should -Be '6-16 digits'
            (Complete 'Invoke-VicidialApi add_user ')[0].CompletionText | Should -BeLike "@{ * = ''; * }"
            (Complete 'Invoke-VicidialApi external_pause -Api Agent -Parameter ').Count | Should -BeGreaterThan 1
            Complete 'Invoke-VicidialApi no_such_thing ' | Should -BeNullOrEmpty
        }
    }
}
