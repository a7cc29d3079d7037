# Changes on the oldest and on the newest release: after a result, the database has the requested values, and after an
# error, it has not changed. There is nothing in between.
BeforeDiscovery {
    # Stored reads the value of Is from the dialer's database; Old is what happens on the oldest release if it cannot
    # make the change.
    $script:changes = @(
        @{ Name = 'adds a lead'; Change = { Add-VicidialLead 7275557701 -ListId 101 -FirstName Ann -Comments 'a\b "c"' }; Stored = { $lead = $world.Leads.WithPhone('7275557701'); "$($lead.FirstName) $($lead.Comments)" }; Is = @{ '2.14-202' = 'Ann a\b c'; '2.10-69' = 'Ann a\b "c"' } }
        @{ Name = 'adds a lead with a name that has an apostrophe'; Change = { Add-VicidialLead 7275557702 -ListId 101 -LastName "O'Neil" }; Stored = { $world.Leads.WithPhone('7275557702').LastName }; Is = @{ '2.14-202' = "O'Neil"; '2.10-69' = 'ONeil' } }
        @{ Name = 'adds a lead only once'; Change = { $null = Add-VicidialLead 7275557703 -ListId 101; Add-VicidialLead 7275557703 -ListId 101 -DuplicateCheck DUPSYS }; Stored = { @($world.Leads.WithPhone('7275557703')).Count }; Is = 1; Fails = 'DuplicateLead' }
        @{ Name = 'looks at the second number of leads'; Change = { $null = Add-VicidialLead 7275557710 -ListId 101 -AltPhone 7275557704; Add-VicidialLead 7275557704 -ListId 101 -DuplicateCheck DUPPHONEALTSYS }; Stored = { @($world.Leads.WithPhone('7275557704')).Count }; Is = 0; Fails = 'DuplicateLead'; Old = 'DialerTooOld' }
        @{ Name = 'adds no lead to a list that is not there'; Change = { Add-VicidialLead 7275557705 -ListId 99999 -ListExistsCheck }; Stored = { @($world.Leads.WithPhone('7275557705')).Count }; Is = 0; Fails = 'ListNotFound'; Old = 'DialerTooOld' }
        @{ Name = 'adds a lead with a callback'; Change = { Add-VicidialLead 7275557706 -ListId 101 -Callback -CampaignId TESTCAMP -CallbackTime '2026-12-26 09:00:00' }; Stored = { $id = $world.Leads.WithPhone('7275557706').Id; ($world.Callbacks | Where-Object LeadId -EQ $id).Kind }; Is = 'ANYONE' }
        @{ Name = 'adds a lead with a callback in some days'; Change = { Add-VicidialLead 7275557707 -ListId 101 -Callback -CampaignId TESTCAMP -CallbackTime 3DAYS }; Stored = { $id = @($world.Leads.WithPhone('7275557707')).Id; @($world.Callbacks | Where-Object { $id -and $_.LeadId -eq $id -and $_.DueAt -notlike '0000*' }).Count }; Is = @{ '2.14-202' = 1; '2.10-69' = 0 }; Old = 'DialerTooOld' }
        @{ Name = 'changes a lead'; Change = { Set-VicidialLead 1002 -City Largo -Comments "it's" }; Stored = { "$($world.Leads.Find(1002).City) $($world.Leads.Find(1002).Comments)" }; Is = "Largo it's" }
        @{ Name = 'changes no lead by text that would break its statement'; Change = { Set-VicidialLead 1003 -SourceId 'see C:\' -Comments '-- x' }; Stored = { $world.Leads.Find(1003).SourceId }; Is = 'see C:\' }
        @{ Name = 'empties a field of a lead'; Change = { Set-VicidialLead 1004 -Clear City }; Stored = { $world.Leads.Find(1004).City }; Is = '' }
        @{ Name = 'moves a lead'; Change = { Set-VicidialLead 1009 -ListId 103 }; Stored = { $world.Leads.Find(1009).ListId }; Is = 103 }
        @{ Name = 'changes one custom field of a lead'; Change = { Set-VicidialLead 1011 -CustomField @{ plan_name = 'silver' } }; Stored = { $values = $world.Leads.Find(1011).CustomValues; "$($values['plan_name']) $($values['secret_pin'])" }; Is = @{ '2.14-202' = 'silver 1234'; '2.10-69' = 'gold 1234' }; Old = 'DialerTooOld' }
        @{ Name = 'changes no archived lead in place of an active one'; Change = { Set-VicidialLead 1010 -City Wrong -Archived }; Stored = { $world.Leads.Find(1010).City -eq 'Wrong' }; Is = $false; Fails = 'NoMatch'; Old = 'DialerTooOld' }
        @{ Name = 'changes leads in a batch'; Change = { 1013, 1015 | Set-VicidialLead -Province P -BatchSize 10 }; Stored = { $world.Leads.Find(1015).Province }; Is = @{ '2.14-202' = 'P'; '2.10-69' = '' }; Old = 'DialerTooOld' }
        @{ Name = 'puts a lead into the hopper'; Change = { Add-VicidialHopperLead 1020 }; Stored = { @($world.Hopper | Where-Object { $_.Lead.Id -eq 1020 }).Count }; Is = @{ '2.14-202' = 1; '2.10-69' = 0 }; Old = 'DialerTooOld' }
        @{ Name = 'changes a callback'; Change = { Set-VicidialCallback 1018 '2026-12-27 10:00' -CampaignId TESTCAMP }; Stored = { @($world.Callbacks | Where-Object { $_.LeadId -eq 1018 -and $_.DueAt -eq '2026-12-27 10:00:00' }).Count }; Is = 1; Old = 'DialerTooOld' }
        @{ Name = 'changes a callback without a look at the others'; Change = { Set-VicidialCallback 1030 '2026-12-28 10:00' -CallbackType ANYONE -SkipCallbackCheck }; Stored = { ($world.Callbacks | Where-Object { $_.LeadId -eq 1030 -and -not $_.IsArchived }).DueAt }; Is = '2026-12-28 10:00:00' }
        @{ Name = 'changes no finished callback in place of the open one'; Change = { Set-VicidialCallback 1017 '2026-12-28 10:00' }; Stored = { ($world.Callbacks | Where-Object LeadId -EQ 1017).DueAt -contains '2026-12-28 10:00:00' }; Is = $false; Fails = 'CallbackNotReachable'; Old = 'DialerTooOld' }
        @{ Name = 'removes the callbacks of a lead'; Change = { Remove-VicidialCallback 1030 -Force -PassThru }; Stored = { @($world.Callbacks | Where-Object { $_.LeadId -eq 1030 -and -not $_.IsArchived }).Count }; Is = 0 }
        @{ Name = 'removes a lead'; Change = { Remove-VicidialLead 1022 -Force -PassThru }; Stored = { $null -eq $world.Leads.Find(1022) }; Is = $true }
        @{ Name = 'makes a list'; Change = { New-VicidialList 601 -ListName 'six hundred' -CampaignId TESTCAMP }; Stored = { "$($world.FindList(601).Name) $($world.FindList(601).CampaignId)" }; Is = 'six hundred TESTCAMP' }
        @{ Name = 'makes a list that limits the calling times'; Change = { New-VicidialList 602 -ListName Limited -CampaignId TESTCAMP -LocalCallTime 24hours }; Stored = { $world.FindList(602).LocalCallTime }; Is = @{ '2.14-202' = '24hours'; '2.10-69' = $null }; Old = 'DialerTooOld' }
        @{ Name = 'changes a list'; Change = { Set-VicidialList 103 -ListName 'Renamed' -Active $false }; Stored = { "$($world.FindList(103).Name) $($world.FindList(103).IsActive)" }; Is = 'Renamed False' }
        @{ Name = 'clears no active leads in place of archived ones'; Change = { Clear-VicidialList 101 -Archived -Force -PassThru }; Stored = { $null -ne $world.Leads.Find(1001) }; Is = $true; Old = 'DialerTooOld' }
        @{ Name = 'changes a campaign'; Change = { Set-VicidialCampaign TESTCAMP -DialTimeoutSec 33 }; Stored = { $world.FindCampaign('TESTCAMP').DialTimeout }; Is = @{ '2.14-202' = '33'; '2.10-69' = '45' }; Old = 'DialerTooOld' }
        @{ Name = 'adds a dial status'; Change = { Set-VicidialCampaign TESTCAMP -AddDialStatus AB }; Stored = { $world.FindCampaign('TESTCAMP').DialStatuses -match '\bAB\b' }; Is = @{ '2.14-202' = $true; '2.10-69' = $false }; Old = 'DialerTooOld' }
        @{ Name = 'adds a number to the do-not-call list'; Change = { Add-VicidialDncNumber 7275557777 }; Stored = { $world.Dnc.Contains('7275557777', $false) }; Is = @{ '2.14-202' = $true; '2.10-69' = $false }; Old = 'DialerTooOld' }
        @{ Name = 'takes a number off the do-not-call list'; Change = { Remove-VicidialDncNumber 7275550199 -Force -PassThru }; Stored = { $world.Dnc.Contains('7275550199', $false) }; Is = @{ '2.14-202' = $false; '2.10-69' = $true }; Old = 'DialerTooOld' }
        @{ Name = 'makes a user'; Change = { New-VicidialUser 1190 -Password Aa11bb22cc -UserLevel 1 -FullName 'New Person' -UserGroup AGENTS }; Stored = { $world.FindUser('1190').FullName }; Is = 'New Person' }
        @{ Name = 'makes a user who may not choose in-groups'; Change = { New-VicidialUser 1191 -Password Aa11bb22cc -UserLevel 1 -FullName 'Other Person' -UserGroup AGENTS -AgentChooseInGroup $false }; Stored = { $null -ne $world.FindUser('1191') }; Is = @{ '2.14-202' = $true; '2.10-69' = $false }; Old = 'DialerTooOld' }
        @{ Name = 'changes a user'; Change = { Set-VicidialUser 1004 -FullName 'Changed Name' -Active $false }; Stored = { "$($world.FindUser('1004').FullName) $($world.FindUser('1004').IsActive)" }; Is = 'Changed Name False' }
        @{ Name = 'changes no user whose mail address would break the statement'; Change = { Set-VicidialUser 1005 -FullName 'Mail Name' -Email "o'neil@x.example" }; Stored = { $world.FindUser('1005').FullName }; Is = 'Mail Name' }
        @{ Name = 'resets a password'; Change = { Reset-VicidialUserPassword 1006 -Length 12 -Confirm:$false }; Stored = { $world.FindUser('1006').Password.Length -in 4, 12 }; Is = $true; Old = 'DialerTooOld'; Fails = 'InvalidEmail', 'EmailFailed', 'NothingToUpdate' }
        @{ Name = 'removes a user'; Change = { Remove-VicidialUser 1007 -Force -PassThru }; Stored = { $null -eq $world.FindUser('1007') }; Is = $true }
        @{ Name = 'makes a phone'; Change = { New-VicidialPhone gs340 -DialplanNumber 340 -VoicemailId 340 -PhoneLogin gs340 -PhonePassword aSecret9 -ServerIp 10.10.10.15 -Protocol SIP -RegistrationPassword anotherSecret9 -PhoneFullName 'Extension 340' -LocalGmt -5.00 -OutboundCid 7275551212 }; Stored = { $world.FindPhone('gs340').DialplanNumber }; Is = '340' }
        @{ Name = 'changes a phone'; Change = { Set-VicidialPhone gs203 -ServerIp 10.10.10.15 -Active $false }; Stored = { $world.FindPhone('gs203').IsActive }; Is = $false }
        @{ Name = 'changes a DID'; Change = { Set-VicidialDid 7275551113 -DidDescription 'Other line' }; Stored = { $world.FindDid('7275551113').Description }; Is = @{ '2.14-202' = 'Other line'; '2.10-69' = 'Sales line' }; Old = 'DialerTooOld' }
        @{ Name = 'changes a preset'; Change = { Set-VicidialTransferPreset TESTCAMP SALES -PhoneNumber 3125559999 }; Stored = { ($world.Presets | Where-Object Name -EQ SALES | Select-Object -First 1).Number -eq '3125559999' }; Is = @{ '2.14-202' = $true; '2.10-69' = $false }; Old = 'DialerTooOld' }
        @{ Name = 'queues a message'; Change = { Send-VicidialAgentNotification 1001 "it's 3 o'clock" }; Stored = { @($world.Notifications | Where-Object Text -EQ "it's 3 o'clock").Count }; Is = @{ '2.14-202' = 1; '2.10-69' = 0 }; Old = 'DialerTooOld' }
        @{ Name = 'changes the mail address of a phone'; Change = { Set-VicidialPhone gs202 -ServerIp 10.10.10.15 -Email "o'neil@x.example" }; Stored = { $world.FindPhone('gs202').Email }; Is = @{ '2.14-202' = "o'neil@x.example"; '2.10-69' = 'oneil@x.example' } }
        @{ Name = 'removes a phone'; Change = { Remove-VicidialPhone gs340 -ServerIp 10.10.10.15 -Force -PassThru }; Stored = { $null -eq $world.FindPhone('gs340') }; Is = $true }
        @{ Name = 'makes an alias of phones'; Change = { New-VicidialPhoneAlias bothgs -PhoneLogin gs201, gs202 -PhoneAliasName "D'Arcy" }; Stored = { "$($world.FindPhoneAlias('bothgs').Logins) $($world.FindPhoneAlias('bothgs').Name)" }; Is = 'gs201,gs202 DArcy' }
        @{ Name = 'changes an alias of phones'; Change = { Set-VicidialPhoneAlias bothgs -PhoneAliasName Both }; Stored = { $world.FindPhoneAlias('bothgs').Name }; Is = 'Both' }
        @{ Name = 'removes an alias of phones'; Change = { Remove-VicidialPhoneAlias bothgs -Force -PassThru }; Stored = { $null -eq $world.FindPhoneAlias('bothgs') }; Is = $true }
        @{ Name = 'makes a group alias'; Change = { New-VicidialGroupAlias 7275550112 -GroupAliasId BRANCH -GroupAliasName 'Branch office' -Active $true }; Stored = { $world.FindGroupAlias('BRANCH').CallerNumber }; Is = '7275550112' }
        @{ Name = 'makes a DID'; Change = { New-VicidialDid 7275550177 -DidDescription 'Line 177' }; Stored = { $world.FindDid('7275550177').Description }; Is = @{ '2.14-202' = 'Line 177'; '2.10-69' = $null }; Old = 'DialerTooOld' }
        @{ Name = 'copies a DID'; Change = { Copy-VicidialDid 7275551113 7275550178 }; Stored = { $null -ne $world.FindDid('7275550178') }; Is = @{ '2.14-202' = $true; '2.10-69' = $false }; Old = 'DialerTooOld' }
        @{ Name = 'removes a DID'; Change = { Remove-VicidialDid 7275551113 -Force -PassThru }; Stored = { $null -ne $world.FindDid('7275551113') }; Is = @{ '2.14-202' = $false; '2.10-69' = $true }; Old = 'DialerTooOld' }
        @{ Name = 'copies a user'; Change = { Copy-VicidialUser 1192 1001 -FullName Copy -Password Aa11bb22cc }; Stored = { $world.FindUser('1192').FullName }; Is = @{ '2.14-202' = 'Copy'; '2.10-69' = $null }; Old = 'DialerTooOld' }
        @{ Name = 'adds a preset'; Change = { Add-VicidialTransferPreset TESTCAMP Boss -PhoneNumber 7275551234 }; Stored = { @($world.Presets | Where-Object Name -EQ Boss).Count }; Is = @{ '2.14-202' = 1; '2.10-69' = 0 }; Old = 'DialerTooOld' }
        @{ Name = 'removes a preset'; Change = { Remove-VicidialTransferPreset TESTCAMP Boss -Force -PassThru }; Stored = { @($world.Presets | Where-Object Name -EQ Boss).Count }; Is = 0; Old = 'DialerTooOld' }
        @{ Name = 'adds an alternate URL'; Change = { Add-VicidialAlternateUrl ALTTEST campaign dispo -Address 'https://crm.example/x' }; Stored = { @($world.AltUrls | Where-Object Address -EQ 'https://crm.example/x').Count }; Is = @{ '2.14-202' = 1; '2.10-69' = 0 }; Old = 'DialerTooOld' }
        @{ Name = 'changes an alternate URL'; Change = { Set-VicidialAlternateUrl ALTTEST campaign dispo 1 -Rank 7 }; Stored = { ($world.AltUrls | Where-Object Id -EQ 1).Rank -eq '7' }; Is = @{ '2.14-202' = $true; '2.10-69' = $false }; Old = 'DialerTooOld' }
        @{ Name = 'adds a CID group entry'; Change = { Add-VicidialCidGroupEntry testing_here4 415 4155551212 }; Stored = { @($world.CidGroupEntries | Where-Object Area -EQ 415).Count }; Is = @{ '2.14-202' = 1; '2.10-69' = 0 }; Old = 'DialerTooOld' }
        @{ Name = 'changes a CID group entry'; Change = { Set-VicidialCidGroupEntry testing_here4 415 4155551212 -Description Bay }; Stored = { ($world.CidGroupEntries | Where-Object Area -EQ 415).Description }; Is = @{ '2.14-202' = 'Bay'; '2.10-69' = $null }; Old = 'DialerTooOld' }
        @{ Name = 'removes a CID group entry'; Change = { Remove-VicidialCidGroupEntry testing_here4 415 4155551212 -Force -PassThru }; Stored = { @($world.CidGroupEntries | Where-Object Area -EQ 415).Count }; Is = 0; Old = 'DialerTooOld' }
        @{ Name = 'adds a number to a filter group'; Change = { Add-VicidialFilterGroupNumber 7275550001 TEST_IN_FILTER }; Stored = { $world.FilterGroups.Find('TEST_IN_FILTER').Contains('7275550001') }; Is = @{ '2.14-202' = $true; '2.10-69' = $false }; Old = 'DialerTooOld' }
        @{ Name = 'takes a number out of a filter group'; Change = { Remove-VicidialFilterGroupNumber 7275550666 TEST_IN_FILTER -Force -PassThru }; Stored = { $world.FilterGroups.Find('TEST_IN_FILTER').Contains('7275550666') }; Is = @{ '2.14-202' = $false; '2.10-69' = $true }; Old = 'DialerTooOld' }
        @{ Name = 'adds a custom field'; Change = { Add-VicidialCustomField 102 newf -FieldName New -FieldType TEXT -FieldSize 10 -FieldMaximum 10 -FieldRank 9 -FieldOrder 1 }; Stored = { $world.FindList(102).CustomFields -contains 'newf' }; Is = @{ '2.14-202' = $true; '2.10-69' = $false }; Old = 'DialerTooOld' }
        @{ Name = 'changes a custom field'; Change = { Set-VicidialCustomField 102 notes -FieldRank 8 }; Stored = { $world.FindList(102).CustomFields.Count -gt 0 }; Is = $true; Old = 'DialerTooOld' }
        @{ Name = 'removes a custom field'; Change = { Remove-VicidialCustomField 102 newf -Force -PassThru }; Stored = { $world.FindList(102).CustomFields -contains 'newf' }; Is = $false; Old = 'DialerTooOld' }
        @{ Name = 'removes a list'; Change = { Remove-VicidialList 601 -Force -PassThru }; Stored = { $null -eq $world.FindList(601) }; Is = $true }
        @{ Name = 'resets a list'; Change = { Reset-VicidialList 103 -Force -PassThru }; Stored = { @($world.Leads.InList(103) | Where-Object IsCalledSinceReset).Count }; Is = 0 }
        @{ Name = 'restores an archived lead'; Change = { Restore-VicidialLead 900002 }; Stored = { $null -ne $world.Leads.Find(900002) }; Is = @{ '2.14-202' = $true; '2.10-69' = $false }; Old = 'DialerTooOld' }
        @{ Name = 'takes a lead out of the hopper'; Change = { $null = Add-VicidialHopperLead 1020; Remove-VicidialHopperLead 1020 -Force -PassThru }; Stored = { @($world.Hopper | Where-Object { $_.Lead.Id -eq 1020 }).Count }; Is = 0; Old = 'DialerTooOld' }
        @{ Name = 'empties the hopper'; Change = { Clear-VicidialHopper TESTCAMP -Force -PassThru }; Stored = { @($world.Hopper | Where-Object { $world.FindList($_.Lead.ListId).CampaignId -eq 'TESTCAMP' }).Count -gt 0 }; Is = @{ '2.14-202' = $false; '2.10-69' = $true }; Old = 'DialerTooOld' }
        @{ Name = 'changes a remote agent'; Change = { Set-VicidialRemoteAgent 2010 -Status ACTIVE -LineCount 3 }; Stored = { ($world.RemoteAgents | Where-Object User -EQ 2010).Lines -eq 3 }; Is = @{ '2.14-202' = $true; '2.10-69' = $false }; Old = 'DialerTooOld' }
        @{ Name = 'changes the status of a logged call'; Change = { $logged = @($world.CallLog.Calls | Where-Object { $_.IsLogged -and -not $_.IsInbound -and $_.CampaignId -eq 'TESTCAMP' -and $_.Status -eq 'SALE' })[0]; Set-VicidialCallLogEntry $logged.CallId TESTCAMP XFER }; Stored = { @($world.CallLog.Calls | Where-Object Status -CEQ XFER).Count }; Is = 1 }
        @{ Name = 'lets the servers write their configuration'; Change = { Update-VicidialServerConfiguration }; Stored = { $true }; Is = $true }
        @{ Name = 'changes the lead on a screen'; Change = { Set-VicidialAgentLead 1001 -City 'St. Pete' }; Stored = { $world.Leads.Find(1021).City }; Is = @{ '2.14-202' = 'St. Pete'; '2.10-69' = 'St Pete' } }
        @{ Name = 'changes the lead on a screen by text in quotation marks'; Change = { Set-VicidialAgentLead 1001 -Comments 'he said "x"' }; Stored = { $world.Leads.Find(1021).Comments }; Is = @{ '2.14-202' = 'he said "x"'; '2.10-69' = 'he said x' } }
    )

    # Commands to screens. Screen is the function whose command waits for the screen; Left is a part of what waits.
    $commands = @(
        @{ Name = 'Start-VicidialAgentAudio'; Change = { Start-VicidialAgentAudio 1001 beep } }
        @{ Name = 'Suspend-VicidialAgentAudio'; Change = { Step-VicidialSimulator 00:00:02 -Simulator $dialer; Suspend-VicidialAgentAudio 1001 } }
        @{ Name = 'Resume-VicidialAgentAudio'; Change = { Resume-VicidialAgentAudio 1001 } }
        @{ Name = 'Restart-VicidialAgentAudio'; Change = { Restart-VicidialAgentAudio 1001 } }
        @{ Name = 'Stop-VicidialAgentAudio'; Change = { Stop-VicidialAgentAudio 1001 } }
        @{ Name = 'Start-VicidialAgentRecording'; Change = { Start-VicidialAgentRecording 1001 -FileNameSuffix SALE } }
        @{ Name = 'Stop-VicidialAgentRecording'; Change = { Stop-VicidialAgentRecording 1001 } }
        @{ Name = 'Start-VicidialAgentMonitor'; Change = { Start-VicidialAgentMonitor 1001 gs201 } }
        @{ Name = 'Suspend-VicidialAgentCall'; Change = { Suspend-VicidialAgentCall 1001 }; Screen = 'park_call'; Left = 'PARK_CUSTOMER' }
        @{ Name = 'Switch-VicidialAgentCall'; Change = { Switch-VicidialAgentCall 1001 HangUpTransfer }; Screen = 'park_call'; Left = 'HANGUP_XFER_GRAB_CUSTOMER' }
        @{ Name = 'Resume-VicidialAgentCall'; Change = { Resume-VicidialAgentCall 1001 }; Screen = 'park_call'; Left = 'GRAB_CUSTOMER' }
        @{ Name = 'Resume-VicidialAgentCall with the third party'; Change = { Resume-VicidialAgentCall 1001 Transfer }; Screen = 'park_call'; Left = 'GRAB_XFER'; Old = 'DialerTooOld' }
        @{ Name = 'Add-VicidialAgentCallParty'; Change = { Add-VicidialAgentCallParty 1001 7275551234 }; Screen = 'transfer_conference'; Left = 'DIAL_WITH_CUSTOMER' }
        @{ Name = 'Add-VicidialAgentCallParty after a check'; Change = { Add-VicidialAgentCallParty 1001 7275551234 -ThreeWayCheck }; Screen = 'transfer_conference'; Left = 'DIAL_WITH_CUSTOMER'; Old = 'DialerTooOld' }
        @{ Name = 'Remove-VicidialAgentCallParty'; Change = { Remove-VicidialAgentCallParty 1001 }; Screen = 'transfer_conference'; Left = 'HANGUP_XFER' }
        @{ Name = 'Exit-VicidialAgentConference'; Change = { Exit-VicidialAgentConference 1001 }; Screen = 'transfer_conference'; Left = 'LEAVE_3WAY_CALL' }
        @{ Name = 'Move-VicidialAgentCall'; Change = { Move-VicidialAgentCall 1001 7275551234 }; Screen = 'transfer_conference'; Left = 'BLIND_TRANSFER' }
        @{ Name = 'Disconnect-VicidialFronter'; Change = { Disconnect-VicidialFronter 1010 }; Old = 'DialerTooOld' }
        @{ Name = 'Stop-VicidialFronterAudio'; Change = { Stop-VicidialFronterAudio 1010 }; Old = 'DialerTooOld'; Fails = 'AudioNotPlaying', 'FronterNotFound' }
        @{ Name = 'Invoke-VicidialAgentPreviewAction'; Change = { Invoke-VicidialAgentPreviewAction 1012 DIALONLY } }
        @{ Name = 'Invoke-VicidialCallAgent'; Change = { Invoke-VicidialCallAgent 1001 } }
        @{ Name = 'Set-VicidialAgentTimer'; Change = { Set-VicidialAgentTimer 1001 MESSAGE_ONLY -Message 'Offer the upgrade' -Seconds 30 }; Screen = 'set_timer_action'; Left = 'Offer the upgrade' }
        @{ Name = 'Set-VicidialAgentVoicemailMessage'; Change = { Set-VicidialAgentVoicemailMessage 1013 beep }; Old = 'DialerTooOld' }
        @{ Name = 'Update-VicidialAgentPanel'; Change = { Update-VicidialAgentPanel 1001 -Form }; Old = 'DialerTooOld' }
        @{ Name = 'Switch-VicidialAgentLead'; Change = { Switch-VicidialAgentLead 1006 -LeadId 1005 }; Old = 'DialerTooOld' }
        @{ Name = 'Add-VicidialAgentInGroup'; Change = { Add-VicidialAgentInGroup 1005 SUPPORT } }
        @{ Name = 'Remove-VicidialAgentInGroup'; Change = { Remove-VicidialAgentInGroup 1005 SUPPORT } }
        @{ Name = 'Set-VicidialAgentInGroup'; Change = { Set-VicidialAgentInGroup 1005 SALESLINE } }
        @{ Name = 'Add-VicidialManualDialLead'; Change = { Add-VicidialManualDialLead 1001 7275554445 -FirstName Ada } }
        @{ Name = 'Set-VicidialAgentCrmTeam'; Change = { Set-VicidialAgentCrmTeam CRM1001 207 } }
        @{ Name = 'Start-VicidialAgentCall'; Change = { Start-VicidialAgentCall 1003 7275558400 -VendorId V12 }; User = '1003'; Screen = 'external_dial'; Left = '7275558400!1!NO!NO!NO!V12!' }
        @{ Name = 'Send-VicidialAgentDtmf'; Change = { Send-VicidialAgentDtmf 1001 '12#' } }
        @{ Name = 'Set-VicidialAgentPauseCode'; Change = { Set-VicidialAgentPauseCode 1003 LUNCH } }
        @{ Name = 'Set-VicidialAgentDisposition'; Change = { Set-VicidialAgentDisposition 1011 NI }; User = '1011'; Screen = 'external_status'; Left = 'NI' }
        @{ Name = 'Stop-VicidialAgentCall'; Change = { Stop-VicidialAgentCall 1001 } }
        @{ Name = 'Suspend-VicidialAgent'; Change = { Suspend-VicidialAgent 1002 } }
        @{ Name = 'Resume-VicidialAgent'; Change = { Resume-VicidialAgent 1015 } }
        @{ Name = 'Stop-VicidialAgentSession'; Change = { Stop-VicidialAgentSession 1016 } }
        @{ Name = 'Move-VicidialRemoteAgentCall'; Change = { Move-VicidialRemoteAgentCall 2001 -CallId V1201200000000001032 -PhoneNumber 7275551234 } }
        @{ Name = 'Stop-VicidialRemoteAgentCall'; Change = { Stop-VicidialRemoteAgentCall 2001 -CallId V1201200000000001032 -Status NI }; Fails = 'NoLiveCall' }
    )
    $script:cases = foreach ($release in '2.14-202', '2.10-69') { @{ Release = $release; Changes = $changes; Commands = $commands } }
}

Describe 'A dialer of <Release>' -ForEach $cases {
    BeforeAll {
        $dialer = Start-VicidialSimulator -Release $Release
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name tested
        $world = $dialer.PSObject.BaseObject.GetType().GetProperty('Dialer', [Reflection.BindingFlags]'NonPublic,Instance').GetValue($dialer).World
        $isOld = $Release -eq '2.10-69'
    }

    AfterAll {
        Disconnect-VicidialServer tested
        $dialer | Stop-VicidialSimulator
    }

    It '<Name>, or reports why not' -ForEach $changes {
        $wanted = if ($Is -is [hashtable]) { $Is[$Release] } else { $Is }
        $before = "$(& $Stored)"
        $failed = $null
        $result = $null
        $ErrorActionPreference = 'Stop'
        try { $result = & $Change 3>$null } catch { $failed = $_ }
        if ($isOld -and $Old) {
            $failed.FullyQualifiedErrorId -replace ',.*' | Should -Be "Vicidial.$Old"
            "$(& $Stored)" | Should -BeExactly $before
            return
        }
        if ($failed) {
            # If the change fails, the error is one of those that are allowed.
            $failed.FullyQualifiedErrorId -replace ',.*' -replace 'Vicidial\.' | Should -BeIn @($Fails) -Because "$failed"
        } else {
            $result | Should -Not -BeNullOrEmpty
        }
        "$(& $Stored)" | Should -BeExactly "$wanted"
    }
}

Describe 'The screens of a dialer of <Release>' -ForEach $cases {
    BeforeAll {
        # Commands wait for their screens, because this clock does not move.
        $dialer = Start-VicidialSimulator -Scenario @{ Extend = $true; Generation = $Release; Clock = '2026-11-20 12:00:00' }
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name tested
        $world = $dialer.PSObject.BaseObject.GetType().GetProperty('Dialer', [Reflection.BindingFlags]'NonPublic,Instance').GetValue($dialer).World
        $isOld = $Release -eq '2.10-69'
    }

    AfterAll {
        Disconnect-VicidialServer tested
        $dialer | Stop-VicidialSimulator
    }

    It 'get the command of <Name>, or it reports why not' -ForEach $commands {
        $null = $dialer | Get-VicidialSimulatorRequest -Clear
        $failed = $null
        $result = $null
        $ErrorActionPreference = 'Stop'
        try { $result = & $Change 3>$null } catch { $failed = $_ }
        $id = $failed.FullyQualifiedErrorId -replace ',.*' -replace 'Vicidial\.'
        if ($isOld -and $Old) {
            $id | Should -Be $Old
        } elseif ($failed) {
            $id | Should -BeIn @($Fails) -Because "$failed"
        } else {
            $result | Should -Not -BeNullOrEmpty
            $sent = @($dialer | Get-VicidialSimulatorRequest | Where-Object { "$($_.Api)" -eq 'Agent' -and $_.Function -ne 'version' })
            foreach ($request in $sent) { @($request.Fields.Keys) | Should -Contain 'value' }
            if ($Screen) {
                $world.Floor.Find("$($User ?? '1001')").Screen.Waiting($Screen) | Should -BeLike "*$Left*"
            }
        }
    }
}

Describe 'The changes and commands of this file' {
    It 'contain every cmdlet that changes something on a dialer' {
        $text = Get-Content -Raw (Join-Path $PSScriptRoot ChangesByRelease.Tests.ps1)
        # These send fields that the caller wrote, or change something on this computer.
        $others = 'Invoke-VicidialApi', 'Save-VicidialConnection', 'Start-VicidialTrace', 'Export-VicidialWallboard', 'Open-VicidialAgentWebPhone'
        $changing = Get-Command -Module VicidialPS -CommandType Cmdlet |
            Where-Object { $_.Parameters.ContainsKey('WhatIf') -and $_.Parameters.ContainsKey('Connection') -and $_.Name -notin $others }
        $changing.Count | Should -BeGreaterThan 80
        $changing.Name | Where-Object { $text -notmatch "\{ $_\b" -and $text -notmatch "[|;] $_\b" } | Should -BeNullOrEmpty
    }
}
