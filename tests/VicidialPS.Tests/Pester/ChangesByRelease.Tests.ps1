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
        @{ Name = 'changes a callback'; Change = { Set-VicidialCallback 1018 '2026-12-27 10:00' -CampaignId TESTCAMP }; Stored = { @($world.Callbacks | Where-Object { $_.LeadId -eq 1018 -and $_.DueAt -eq '2026-12-27 10:00:00' }).Count }; Is = 1 }
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
        @{ Name = 'changes the lead on a screen'; Change = { Set-VicidialAgentLead 1001 -City 'St. Pete' }; Stored = { $world.Leads.Find(1021).City }; Is = @{ '2.14-202' = 'St. Pete'; '2.10-69' = 'St Pete' } }
        @{ Name = 'changes the lead on a screen by text in quotation marks'; Change = { Set-VicidialAgentLead 1001 -Comments 'he said "x"' }; Stored = { $world.Leads.Find(1021).Comments }; Is = @{ '2.14-202' = 'he said "x"'; '2.10-69' = 'he said x' } }
    )
    $script:cases = foreach ($release in '2.14-202', '2.10-69') { @{ Release = $release; Changes = $changes } }
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
            # What stops a change is one of the errors that it may end in.
            $failed.FullyQualifiedErrorId -replace ',.*' -replace 'Vicidial\.' | Should -BeIn @($Fails) -Because "$failed"
        } else {
            $result | Should -Not -BeNullOrEmpty
        }
        "$(& $Stored)" | Should -BeExactly "$wanted"
    }
}
