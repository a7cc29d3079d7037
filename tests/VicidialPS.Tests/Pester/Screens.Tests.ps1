# Commands to agents' screens: what was sent, its effect after the screen has fetched it, and unknown agents.
param([string] $Release = '2.14-202')

BeforeDiscovery {
    # What each command sends besides the agent, for an agent who can receive it.
    $commands = @(
        @{ Name = 'Start-VicidialAgentAudio'; User = '1001'; Typed = @{ FileName = 'beep' }; Function = 'audio_playback'; Wire = @{ value = 'beep'; stage = 'PLAY' } }
        @{ Name = 'Suspend-VicidialAgentAudio'; User = '1001'; Typed = @{}; Function = 'audio_playback'; Wire = @{ stage = 'PAUSE' }; First = { Start-VicidialAgentAudio 1001 beep } }
        @{ Name = 'Resume-VicidialAgentAudio'; User = '1001'; Typed = @{}; Function = 'audio_playback'; Wire = @{ stage = 'RESUME' }; First = { Start-VicidialAgentAudio 1001 beep } }
        @{ Name = 'Restart-VicidialAgentAudio'; User = '1001'; Typed = @{}; Function = 'audio_playback'; Wire = @{ stage = 'RESTART' }; First = { Start-VicidialAgentAudio 1001 beep } }
        @{ Name = 'Stop-VicidialAgentAudio'; User = '1001'; Typed = @{}; Function = 'audio_playback'; Wire = @{ stage = 'STOP' }; First = { Start-VicidialAgentAudio 1001 beep } }
        @{ Name = 'Start-VicidialAgentRecording'; User = '1001'; Typed = @{ FileNameSuffix = 'SALE' }; Function = 'recording'; Wire = @{ value = 'START'; stage = 'SALE' } }
        @{ Name = 'Stop-VicidialAgentRecording'; User = '1001'; Typed = @{}; Function = 'recording'; Wire = @{ value = 'STOP' }; First = { Start-VicidialAgentRecording 1001 } }
        @{ Name = 'Suspend-VicidialAgentCall'; User = '1001'; Typed = @{ Party = 'CustomerToIvr' }; Function = 'park_call'; Wire = @{ value = 'PARK_IVR_CUSTOMER' } }
        @{ Name = 'Switch-VicidialAgentCall'; User = '1001'; Typed = @{ Party = 'HangUpTransfer' }; Function = 'park_call'; Wire = @{ value = 'HANGUP_XFER_GRAB_CUSTOMER' } }
        @{ Name = 'Resume-VicidialAgentCall'; User = '1001'; Typed = @{ Party = 'Transfer' }; Function = 'park_call'; Wire = @{ value = 'GRAB_XFER' } }
        @{ Name = 'Add-VicidialAgentCallParty'; User = '1001'; Typed = @{ PhoneNumber = '7275551234'; ParkCustomer = $true }; Function = 'transfer_conference'; Wire = @{ value = 'PARK_CUSTOMER_DIAL'; phone_number = '7275551234' } }
        @{ Name = 'Remove-VicidialAgentCallParty'; User = '1009'; Typed = @{}; Function = 'transfer_conference'; Wire = @{ value = 'HANGUP_XFER' } }
        @{ Name = 'Remove-VicidialAgentCallParty'; User = '1009'; Typed = @{ IncludeCustomer = $true }; Function = 'transfer_conference'; Wire = @{ value = 'HANGUP_BOTH' } }
        @{ Name = 'Exit-VicidialAgentConference'; User = '1009'; Typed = @{}; Function = 'transfer_conference'; Wire = @{ value = 'LEAVE_3WAY_CALL' } }
        @{ Name = 'Disconnect-VicidialFronter'; User = '1010'; Typed = @{}; Function = 'force_fronter_leave_3way'; Wire = @{ value = 'LOCAL_ONLY' } }
        @{ Name = 'Invoke-VicidialAgentPreviewAction'; User = '1012'; Typed = @{ PreviewAction = 'DIALONLY' }; Function = 'preview_dial_action'; Wire = @{ value = 'DIALONLY' } }
        @{ Name = 'Set-VicidialAgentTimer'; User = '1001'; Typed = @{ TimerAction = 'MESSAGE_ONLY'; Message = 'Offer the upgrade'; Seconds = 30 }; Function = 'set_timer_action'; Wire = @{ value = 'MESSAGE_ONLY'; notes = 'Offer the upgrade'; rank = '30' } }
        @{ Name = 'Set-VicidialAgentVoicemailMessage'; User = '1013'; Typed = @{ FileName = @('beep', 'vm-goodbye') }; Function = 'vm_message'; Wire = @{ value = 'beep|vm-goodbye' } }
        @{ Name = 'Update-VicidialAgentPanel'; User = '1001'; Typed = @{ Form = $true; Callback = $true }; Function = 'refresh_panel'; Wire = @{ formreload = '1'; callbacksreload = '1' } }
        @{ Name = 'Switch-VicidialAgentLead'; User = '1006'; Typed = @{ LeadId = 1005 }; Function = 'switch_lead'; Wire = @{ lead_id = '1005' } }
        @{ Name = 'Add-VicidialAgentInGroup'; User = '1005'; Typed = @{ InGroupId = 'SUPPORT' }; Function = 'change_ingroups'; Wire = @{ value = 'ADD'; ingroup_choices = ' SUPPORT -'; blended = 'YES' } }
        @{ Name = 'Add-VicidialManualDialLead'; User = '1001'; Typed = @{ PhoneNumber = '7275554445'; FirstName = 'Ada' }; Function = 'external_add_lead'; Wire = @{ value = '7275554445'; phone_code = '1'; first_name = 'Ada' } }
        @{ Name = 'Move-VicidialRemoteAgentCall'; User = '2001'; Typed = @{ CallId = 'V1201200000000001032'; PhoneNumber = '7275551234' }; Function = 'ra_call_control'; Wire = @{ stage = 'EXTENSIONTRANSFER'; value = 'V1201200000000001032'; phone_number = '7275551234' } }
        @{ Name = 'Stop-VicidialRemoteAgentCall'; User = '2001'; Typed = @{ CallId = 'V1201200000000001032'; Status = 'NI' }; Function = 'ra_call_control'; Wire = @{ stage = 'HANGUP'; value = 'V1201200000000001032'; status = 'NI' } }
    ) | ForEach-Object {
        if (-not $_.First) { $_.First = {} }
        $_
    }
}

BeforeAll {
    function Get-Id($Failure) {
        $Failure.FullyQualifiedErrorId -replace ',.*'
    }

    # The oldest release has no roster, but returns the state of one agent.
    function Get-Row([string] $User) {
        if ($isOld) { Get-VicidialAgentStatus $User } else { Get-VicidialLoggedInAgent | Where-Object User -EQ $User }
    }

    # Returns whether the oldest release lacks the command, and asserts that the cmdlet says so.
    function Test-TooOld {
        $lacks = 'force_fronter_leave_3way', 'force_fronter_audio_stop', 'vm_message', 'refresh_panel', 'switch_lead'
        $isTooOld = $isOld -and ($Function -in $lacks -or $Wire.value -eq 'GRAB_XFER')
        if ($isTooOld) { Assert-TooOld { & $Name $User @Typed } }
        $isTooOld
    }

    function Get-Agent([string] $User) {
        Step-VicidialSimulator 2
        Get-VicidialAgentStatus $User
    }
}

Describe 'A command to a screen' {
    BeforeEach {
        $dialer = Start-VicidialSimulator -Scenario @{ Extend = $true; Generation = $Release; Clock = '2026-11-20 12:00:00' }
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main
        Import-Module (Join-Path $PSScriptRoot Releases.psm1) -Force -ArgumentList $dialer, $Release
    }

    AfterEach {
        Disconnect-VicidialServer *
        Stop-VicidialSimulator
    }

    It 'is sent once, with the right fields: <Name> <Wire.value> <Wire.stage>' -ForEach $commands {
        if (Test-TooOld) { return }
        $null = & $First
        Step-VicidialSimulator 2
        $null = Get-VicidialSimulatorRequest -Clear
        $result = & $Name $User @Typed
        $result.User | Should -Be $User
        $result.ConnectionName | Should -Be 'main'
        $sent = @(Get-VicidialSimulatorRequest $Function)
        $sent.Count | Should -Be 1
        $sent[0].Fields['agent_user'] | Should -Be $User
        $fields = $sent[0].Fields.Keys | Where-Object { $_ -notin 'function', 'source', 'agent_user' -and -not ($_ -eq 'value' -and $sent[0].Fields[$_] -eq '') }
        $fields | Sort-Object | Should -Be ($Wire.Keys | Sort-Object)
        foreach ($field in $Wire.Keys) {
            $sent[0].Fields[$field] | Should -BeExactly $Wire[$field]
        }
    }

    It 'is sent for each row of the roster, using only the agent: <Name>' -ForEach $commands {
        if (Test-TooOld) { return }
        $row = Get-Row $User
        $null = & $First
        Step-VicidialSimulator 2
        $null = $row | & $Name @Typed
        $fields = (Get-VicidialSimulatorRequest $Function)[-1].Fields
        $fields.Keys | Where-Object { $_ -notin 'function', 'source', 'agent_user' -and -not ($_ -eq 'value' -and $fields[$_] -eq '') } | Sort-Object | Should -Be ($Wire.Keys | Sort-Object)
        $fields['agent_user'] | Should -Be $User
    }

    It 'to an unknown agent is an error with the name, and is sent to the other agents: <Name>' -ForEach $commands {
        if (Test-TooOld) { return }
        $null = & $First
        Step-VicidialSimulator 2
        $result = @('nobody', $User | & $Name @Typed -ErrorVariable failed -ErrorAction SilentlyContinue)
        $result.User | Should -Be $User
        $failed.Count | Should -Be 1
        Get-Id $failed[0] | Should -Be 'Vicidial.AgentNotLoggedIn'
        $failed[0].CategoryInfo.Category | Should -Be 'InvalidOperation'
        $failed[0].TargetObject | Should -Be 'nobody'
    }

    It 'requires a value that the dialer would otherwise take from another field: <Name>' -ForEach @(
        @{ Name = 'Start-VicidialAgentCall without a number'; Command = { Start-VicidialAgentCall 1003 -ErrorAction Stop } }
        @{ Name = 'Start-VicidialAgentCall with a number that is null'; Command = { Start-VicidialAgentCall 1003 $null -LeadId $null -ErrorAction Stop } }
        @{ Name = 'Disconnect-VicidialFronter without a lead'; Command = { Disconnect-VicidialFronter 1009 CCC_REMOTE -ErrorAction Stop } }
        @{ Name = 'Stop-VicidialFronterAudio without a lead'; Command = { Stop-VicidialFronterAudio 1009 CCC_REMOTE -ErrorAction Stop } }
        @{ Name = 'Add-VicidialAgentCallParty with an in-group alone'; Command = { Add-VicidialAgentCallParty 1001 -InGroupId SUPPORT -ErrorAction Stop } }
    ) {
        $null = Get-VicidialSimulatorRequest -Clear
        $failure = try { $null = & $Command } catch { $_ }
        Get-Id $failure | Should -Be 'Vicidial.RequiredFieldMissing'
        Get-VicidialSimulatorRequest | Should -BeNullOrEmpty
    }

    It 'treats a switch that is set to false like one that is not used' {
        if ($isOld) {
            Assert-TooOld { $splat = @{ Form = $false; Script = $true }; Update-VicidialAgentPanel 1001 @splat }
            return
        }
        $null = Get-VicidialSimulatorRequest -Clear
        $splat = @{ Form = $false; Script = $true }
        $null = Update-VicidialAgentPanel 1001 @splat -ErrorAction Stop
        $fields = (Get-VicidialSimulatorRequest refresh_panel)[-1].Fields
        $fields.Keys | Should -Not -Contain 'formreload'
        $fields['scriptreload'] | Should -Be '1'
    }

    It 'begins and ends a recording' {
        $null = Start-VicidialAgentRecording 1001 -FileNameSuffix SALE
        Step-VicidialSimulator 2
        $recording = Get-VicidialAgentRecording 1001
        $recording.IsRecording | Should -BeTrue
        $recording.FileName | Should -BeLike '*SALE'
        $null = Stop-VicidialAgentRecording 1001
        Step-VicidialSimulator 2
        (Get-VicidialAgentRecording 1001).IsRecording | Should -BeFalse
        (Find-VicidialRecording -User 1001 -Date 2026-11-20).RecordingId | Should -Contain $recording.RecordingId
    }

    It 'parks a call, switches between its parties, and reconnects it' {
        $null = Add-VicidialAgentCallParty 1001 7275551234
        (Get-Agent 1001).SubStatus | Should -Be '3-WAY'
        $null = Suspend-VicidialAgentCall 1001
        (Get-Agent 1001).SubStatus | Should -Be 'PARK'
        $null = Switch-VicidialAgentCall 1001 HangUpTransfer
        (Get-Agent 1001).SubStatus | Should -BeNullOrEmpty
    }

    It 'calls a third party, hangs up that party, and leaves a call with the others in it' {
        $null = Add-VicidialAgentCallParty 1001 7275551234
        (Get-Agent 1001).SubStatus | Should -Be '3-WAY'
        $null = Remove-VicidialAgentCallParty 1001
        $alone = Get-Agent 1001
        $alone.Status, $alone.SubStatus | Should -Be 'INCALL', ''
        $null = Add-VicidialAgentCallParty 1001 7275551234
        (Get-Agent 1001).SubStatus | Should -Be '3-WAY'
        $null = Exit-VicidialAgentConference 1001
        (Get-Agent 1001).SubStatus | Should -Be 'DISPO'
    }

    It 'hangs up the customer and the third party together' {
        $null = Remove-VicidialAgentCallParty 1009 -IncludeCustomer
        (Get-Agent 1009).SubStatus | Should -Be 'DISPO'
    }

    It 'removes the fronter from a call, and returns the fronter' {
        if ($isOld) {
            Assert-TooOld { Disconnect-VicidialFronter 1010 }
            return
        }
        $result = Disconnect-VicidialFronter 1010
        $result.User, $result.OtherUser | Should -Be '1010', '1009'
        (Get-Agent 1009).SubStatus | Should -Be 'DISPO'
        $null = Disconnect-VicidialFronter 1006 -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.FronterNotFound'
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }

    It 'stops the sounds of the fronter' {
        if ($isOld) {
            Assert-TooOld { Stop-VicidialFronterAudio 1010 }
            return
        }
        $null = Stop-VicidialFronterAudio 1010 -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.AudioNotPlaying'
        $failed[0].TargetObject | Should -Be '1010'
        $null = Start-VicidialAgentAudio 1009 beep
        Step-VicidialSimulator 2
        $null = Stop-VicidialFronterAudio 1010 -ErrorVariable failed
        $failed | Should -BeNullOrEmpty
        $before = @(Get-VicidialSimulatorRequest).Count
        Stop-VicidialFronterAudio 1010 -WhatIf
        @(Get-VicidialSimulatorRequest).Count | Should -Be $before
    }

    It 'dials the lead that an agent previews' {
        $null = Invoke-VicidialAgentPreviewAction 1012 DIALONLY
        $agent = Get-Agent 1012
        $agent.Status, $agent.LeadId | Should -Be 'INCALL', 1028
    }

    It 'shows another lead to the agent of an inbound call' {
        if ($isOld) {
            Assert-TooOld { Switch-VicidialAgentLead 1006 1005 }
            return
        }
        $result = Switch-VicidialAgentLead 1006 1005
        $result.LeadId, $result.FormerLeadId | Should -Be 1005, 1023
        (Get-Agent 1006).LeadId | Should -Be 1005
        $null = Switch-VicidialAgentLead 1001 1005 -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.CallNotInbound'
    }

    It 'adds a lead to the list for manual calls' {
        $lead = Add-VicidialManualDialLead 1001 7275554446 -FirstName Ada -LastName Berg
        $lead.PhoneNumber, $lead.ListId | Should -Be '7275554446', 998
        $found = Read-Lead $lead.LeadId
        $found.FirstName, $found.PhoneNumber, $found.ListId | Should -Be 'Ada', '7275554446', 998
    }

    It 'adds and removes in-groups, and sends whether the agent''s calls are blended' {
        $set = Set-VicidialAgentInGroup 1005 SALESLINE -Blended $true
        $set.IsBlended | Should -BeTrue
        Step-VicidialSimulator 2
        $added = Add-VicidialAgentInGroup 1005 SUPPORT -Blended $true
        "$($added.InGroups)" | Should -Be 'SALESLINE SUPPORT'
        $added.IsBlended | Should -BeTrue
        Step-VicidialSimulator 2
        $now = Get-VicidialAgentInGroup 1005
        "$($now.InGroups)", $now.IsBlended | Should -Be 'SALESLINE SUPPORT', $true
        (Remove-VicidialAgentInGroup 1005 SUPPORT -Blended $false).IsBlended | Should -BeFalse
        $null = Add-VicidialAgentInGroup 1005 NOPE -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.InGroupNotFound'
    }

    It 'keeps whether an agent takes calls that the dialer places if only in-groups change: <Name>' -ForEach @(
        @{ Name = 'Add-VicidialAgentInGroup' }
        @{ Name = 'Remove-VicidialAgentInGroup' }
        @{ Name = 'Set-VicidialAgentInGroup' }
    ) {
        foreach ($blended in $true, $false) {
            $null = Set-VicidialAgentInGroup 1002 SALESLINE, SUPPORT -Blended $blended
            Step-VicidialSimulator 2
            (& $Name 1002 SUPPORT).IsBlended | Should -Be $blended
            Step-VicidialSimulator 2
            (Get-VicidialAgentInGroup 1002).IsBlended | Should -Be $blended
        }
    }

    It 'changes the in-groups of an agent whose campaign places no calls' {
        (Get-VicidialAgentInGroup 1006).IsBlended | Should -BeTrue
        $change = Add-VicidialAgentInGroup 1006 ES_VENTAS
        $change.InGroups | Should -Contain 'ES_VENTAS'
        $change.IsBlended | Should -BeFalse
        $null = Add-VicidialAgentInGroup 1006 ES_VENTAS -Blended $true -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.OutboundAutodialNotAllowed'
    }

    It 'changes no in-groups if it cannot read whether the agent''s calls are blended, and names the parameter to use' {
        $users = @(@{ User = 'narrow'; Password = '1234'; Level = 9; Group = 'ADMIN'; AllowedFunctions = @('version', 'change_ingroups') })
        $narrow = Start-VicidialSimulator -Scenario @{ Extend = $true; Users = $users }
        try {
            $credential = [pscredential]::new('narrow', [Net.NetworkCredential]::new('', '1234').SecurePassword)
            Connect-VicidialServer -Uri $narrow.Uri -Credential $credential -Name narrow
            $null = Add-VicidialAgentInGroup 1002 SUPPORT -Connection narrow -ErrorVariable failed -ErrorAction SilentlyContinue
            Get-Id $failed[0] | Should -Be 'Vicidial.BlendedNotKnown'
            $failed[0].CategoryInfo.Category | Should -Be 'PermissionDenied'
            $failed[0].Exception.Remedy | Should -BeLike '*-Blended*'
            Get-VicidialSimulatorRequest change_ingroups -Simulator $narrow | Should -BeNullOrEmpty
            (Add-VicidialAgentInGroup 1002 SUPPORT -Connection narrow -Blended $true).IsBlended | Should -BeTrue
        }
        finally {
            Disconnect-VicidialServer narrow
            $narrow | Stop-VicidialSimulator
        }
    }

    It 'removes all in-groups from an agent only if requested' {
        $null = Get-Row 1005 | Set-VicidialAgentInGroup -Blended $true -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.RequiredFieldMissing'
        "$($failed[0])" | Should -BeLike '*InGroupId*'
        $null = Set-VicidialAgentInGroup 1005 '' -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.InvalidIdentifier'
        $null = Set-VicidialAgentInGroup 1005 $null -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.RequiredFieldMissing'
        Get-VicidialSimulatorRequest change_ingroups | Should -BeNullOrEmpty
        Set-VicidialAgentInGroup 1005 @() | ForEach-Object InGroups | Should -BeNullOrEmpty
        Step-VicidialSimulator 2
        (Get-VicidialAgentInGroup 1005).InGroups | Should -BeNullOrEmpty
    }

    It 'accepts an agent as number, text, or object: <Kind>' -ForEach @(
        @{ Kind = 'text'; Piped = '1002' }
        @{ Kind = 'number'; Piped = 1002 }
        @{ Kind = 'long number'; Piped = 1002L }
        @{ Kind = 'object with a text'; Piped = [pscustomobject]@{ User = '1002' } }
        @{ Kind = 'object with a number'; Piped = [pscustomobject]@{ User = 1002 } }
        @{ Kind = 'object with the wire name'; Piped = [pscustomobject]@{ agent_user = 1002L } }
        @{ Kind = 'hashtable'; Piped = @{ user = 1002 } }
    ) {
        ($Piped | Suspend-VicidialAgent).User | Should -Be '1002'
        ($Piped | Add-VicidialAgentInGroup -InGroupId SUPPORT).User | Should -Be '1002'
        ($Piped | Get-VicidialAgentRecording).User | Should -Be '1002'
    }

    It 'rejects an object without an agent, and continues' {
        $result = @([pscustomobject]@{ X = 1 }, [pscustomobject]@{ User = 1002 } | Suspend-VicidialAgent -ErrorVariable failed -ErrorAction SilentlyContinue)
        $result.User | Should -Be '1002'
        $failed.Count | Should -Be 1
        "$($failed[0])" | Should -BeLike '*has no property User*'
        $failed[0].TargetObject.X | Should -Be 1
    }

    It 'dials numbers as people write them, and the next lead of a campaign' {
        $null = Start-VicidialAgentCall 1015 '(727) 555-1111'
        (Get-VicidialSimulatorRequest external_dial)[-1].Fields['value'] | Should -BeExactly '7275551111'
        $null = Start-VicidialAgentCall 1003 MANUALNEXT
        (Get-VicidialSimulatorRequest external_dial)[-1].Fields['value'] | Should -BeExactly 'MANUALNEXT'
        (Add-VicidialManualDialLead 1015 '727-555-0123').PhoneNumber | Should -BeExactly '7275550123'
    }

    It 'rejects <Number> as a number: <Name>' -ForEach @(
        @{ Name = 'Start-VicidialAgentCall'; Number = '727555ABCD' }
        @{ Name = 'Add-VicidialManualDialLead'; Number = 'abcdef' }
        @{ Name = 'Add-VicidialManualDialLead'; Number = '12' }
        @{ Name = 'Add-VicidialManualDialLead'; Number = '727|555' }
    ) {
        $null = Get-VicidialSimulatorRequest -Clear
        $null = & $Name 1015 $Number -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.InvalidPhoneNumber'
        $failed[0].TargetObject | Should -Be '1015'
        Get-VicidialSimulatorRequest | Should -BeNullOrEmpty
    }

    It 'empties fields of the lead on the screen: <How>' -ForEach @(
        @{ How = 'an empty text'; Typed = @{ Comments = '' }; Field = 'Comments' }
        @{ How = '-Clear for a number, beside a value'; Typed = @{ City = 'Ulm'; Clear = 'Rank' }; Field = 'Rank' }
        @{ How = '-Clear'; Typed = @{ Clear = 'Comments' }; Field = 'Comments' }
    ) {
        $null = Set-VicidialAgentLead 1006 -Comments 'Calls back' -Rank 7
        $change = Set-VicidialAgentLead 1006 @Typed
        $change.User | Should -Be '1006'
        $lead = Read-Lead ($isOld ? 1023 : $change.LeadId)
        $lead.$Field | Should -BeIn $null, '', 0
        $kept = 'Comments', 'Rank' -ne $Field
        $lead.$kept | Should -BeIn 'Calls back', 7
    }

    It 'changes nothing in the lead on the screen if no value is given' {
        $null = Get-VicidialSimulatorRequest -Clear
        $null = Get-Row 1006 | Set-VicidialAgentLead -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.NothingToUpdate'
        Get-VicidialSimulatorRequest update_fields | Should -BeNullOrEmpty
    }

    It 'rejects a time that is not in the dialer''s local time: <Given>' -ForEach @(
        @{ Given = 'an offset'; Time = '2026-12-01T10:00:00+05:00' }
        @{ Given = 'the mark of UTC'; Time = '2026-12-01T10:00:00Z' }
        @{ Given = 'a time of UTC'; Time = [datetime]::new(2026, 12, 1, 10, 0, 0, [DateTimeKind]::Utc) }
        @{ Given = 'a time with an offset'; Time = [datetimeoffset]::new(2026, 12, 1, 10, 0, 0, [timespan]::FromHours(5)) }
        @{ Given = 'no time'; Time = 'soon' }
    ) {
        $null = Set-VicidialAgentDisposition 1001 CALLBK -CallbackTime $Time -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.InvalidDate'
        $null = Send-VicidialAgentNotification 1001 Hello -NotificationTime $Time -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.InvalidDate'
        $null = Set-VicidialAgentDisposition 1001 CALLBK -CallbackTime NOW -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.ValueTooShort'
        Get-VicidialSimulatorRequest external_status | Should -BeNullOrEmpty
        foreach ($local in '2026-12-01 10:00', '2026-12-01T10:00:00', [datetime]'2026-12-01 10:00') {
            $null = Set-VicidialAgentDisposition 1001 CALLBK -CallbackTime $local
            (Get-VicidialSimulatorRequest external_status)[-1].Fields['callback_datetime'] | Should -BeExactly '2026-12-01 10:00:00'
        }
    }

    It 'moves and ends the call of a remote agent' {
        $null = Move-VicidialRemoteAgentCall 2001 V1201200000000001032 -InGroupId NOPE -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.InvalidInGroup'
        (Get-VicidialAgentStatus 2001).Status | Should -Be 'INCALL'
        (Move-VicidialRemoteAgentCall 2001 V1201200000000001032 -InGroupId SALESLINE).CallId | Should -Be 'V1201200000000001032'
        (Get-VicidialSimulatorRequest ra_call_control)[-1].Fields['stage'] | Should -Be 'INGROUPTRANSFER'
        (Get-Agent 2001).Status | Should -Be 'READY'
        $null = Stop-VicidialRemoteAgentCall 2001 V1201200000000001032 -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.NoLiveCall'
    }
}

Describe 'With -WhatIf, a command to a screen' -Tag Once {
    BeforeAll {
        $dialer = Start-VicidialSimulator
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main
    }

    AfterAll {
        Disconnect-VicidialServer *
        Stop-VicidialSimulator
    }

    It 'is not sent: <Name>' -ForEach $commands {
        $before = @(Get-VicidialSimulatorRequest).Count
        & $Name $User @Typed -WhatIf | Should -BeNullOrEmpty
        @(Get-VicidialSimulatorRequest).Count | Should -Be $before
    }
}

Describe 'Messages and teams' {
    BeforeAll {
        $dialer = Start-VicidialSimulator -Release $Release
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main
        Import-Module (Join-Path $PSScriptRoot Releases.psm1) -Force -ArgumentList $dialer, $Release
    }

    AfterAll {
        Disconnect-VicidialServer *
        Stop-VicidialSimulator
    }

    It 'reach users and campaigns' {
        if ($isOld) {
            Assert-TooOld { '1001', '1002' | Send-VicidialAgentNotification -Message 'Lunch at 12' }
            return
        }
        $sent = @('1001', '1002' | Send-VicidialAgentNotification -Message 'Lunch at 12')
        $sent.Recipient | Should -Be '1001', '1002'
        # They are sent in parallel, so either can be the first.
        @($sent.NotificationId | Where-Object { $_ -gt 0 } | Select-Object -Unique).Count | Should -Be 2
        (Send-VicidialAgentNotification TESTCAMP 'Lunch at 12' -RecipientType CAMPAIGN).RecipientType | Should -Be 'CAMPAIGN'
        $fields = (Get-VicidialSimulatorRequest send_notification)[-1].Fields
        $fields['recipient_type'], $fields['recipient'], $fields['notification_text'] | Should -Be 'CAMPAIGN', 'TESTCAMP', 'Lunch at 12'
    }

    It 'use only the recipient from the pipeline' {
        if ($isOld) {
            Assert-TooOld { Get-VicidialAgentStatus 1003 | Send-VicidialAgentNotification -Message 'Lunch at 12' }
            return
        }
        $null = Get-VicidialSimulatorRequest -Clear
        $sent = Get-VicidialLoggedInAgent | Where-Object User -EQ 1003 | Send-VicidialAgentNotification -Message 'Lunch at 12'
        $sent.Recipient, $sent.RecipientType | Should -Be '1003', 'USER'
        $null = $sent | Send-VicidialAgentNotification -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeLike 'Vicidial.RequiredFieldMissing*'
        @(Get-VicidialSimulatorRequest send_notification).Count | Should -Be 1
        ($sent | Send-VicidialAgentNotification -Message 'Lunch at 1').Recipient | Should -Be '1003'
        $campaign = Get-VicidialCampaign TESTCAMP | Send-VicidialAgentNotification -Message 'Lunch at 12' -RecipientType CAMPAIGN
        $campaign.Recipient, $campaign.RecipientType | Should -Be 'TESTCAMP', 'CAMPAIGN'
        ($campaign | Send-VicidialAgentNotification -Message 'Lunch at 1').RecipientType | Should -Be 'CAMPAIGN'
        $null = [pscustomobject]@{ User = ''; Recipient = 'ANYONE' } | Send-VicidialAgentNotification -Message Hello -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.RequiredFieldMissing'
        @(Get-VicidialSimulatorRequest send_notification).Count | Should -Be 4
    }

    It 'use whole rows if requested' {
        if ($isOld) {
            Assert-TooOld { [pscustomobject]@{ recipient = '1001'; notification_text = 'Hello'; text_color = 'red' } | Send-VicidialAgentNotification -FromInput }
            return
        }
        $sent = [pscustomobject]@{ recipient = '1001'; notification_text = 'Hello'; text_color = 'red' } | Send-VicidialAgentNotification -FromInput
        $sent.Recipient | Should -Be '1001'
        $fields = (Get-VicidialSimulatorRequest send_notification)[-1].Fields
        $fields['notification_text'], $fields['text_color'] | Should -Be 'Hello', 'red'
    }

    It 'are errors for unknown agents, and are not sent with -WhatIf' {
        if ($isOld) {
            Assert-TooOld { Send-VicidialAgentNotification nobody Hello }
            return
        }
        $null = Send-VicidialAgentNotification nobody Hello -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.RecipientNotFound'
        $failed[0].TargetObject | Should -Be 'nobody'
        $before = @(Get-VicidialSimulatorRequest).Count
        Send-VicidialAgentNotification 1001 Hello -WhatIf
        Set-VicidialAgentCrmTeam CRM1001 7 -WhatIf
        @(Get-VicidialSimulatorRequest).Count | Should -Be $before
    }

    It 'find an agent by the key of another system' {
        $agent = Set-VicidialAgentCrmTeam CRM1001 7
        $agent.User, $agent.TeamId | Should -Be '1001', '7'
        $null = $agent | Set-VicidialAgentCrmTeam -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.RequiredFieldMissing'
        ($agent | Set-VicidialAgentCrmTeam -TeamId 8).TeamId | Should -Be '8'
        ($agent | Set-VicidialAgentCrmTeam -FromInput).TeamId | Should -Be '7'
        (Get-VicidialAgentLead CRM1001 -TeamId 7).LeadId | Should -Be 1021
        $null = Set-VicidialAgentCrmTeam CRMX 7 -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-Id $failed[0] | Should -Be 'Vicidial.UserNotFound'
        $failed[0].TargetObject | Should -Be 'CRMX'
    }
}
