# Reads the responses of real dialers to changes and commands with simple, slow code that is independent of the client's reader. It uses the recorded
# text, the catalog's lines, and the known exceptions of single functions.

Set-StrictMode -Version 2.0
Import-Module ([IO.Path]::Combine($PSScriptRoot, 'CapturedResponses.psm1')) -Force

$script:Identifier = '^\w{2,8}$'
$script:ListNumber = '^\d{3,12}$'

# The cmdlet of each function, by what was sent when the response was recorded, and likely values for required
# parameters.
$script:Actions = [ordered]@{
    'non-agent/add_did'                = { 'New-VicidialDid'; @{ DidPattern = Select-Sent did_pattern 7275551113 '^\d{2,20}$' } }
    'non-agent/add_dnc_phone'          = { 'Add-VicidialDncNumber'; @{ PhoneNumber = Select-Sent phone_number 7275551212 '^\d{6,20}$'; CampaignId = Select-Sent campaign_id TESTCAMP '^\w{2,15}$' } }
    'non-agent/add_fpg_phone'          = { 'Add-VicidialFilterGroupNumber'; @{ PhoneNumber = Select-Sent phone_number 7275551212 '^\d{6,20}$'; FilterGroupId = Select-Sent group FPG1 '^\w{2,20}$' } }
    'non-agent/add_group_alias'        = { 'New-VicidialGroupAlias'; @{ CallerIdNumber = Select-Sent caller_id_number 7275551212 '^\d{6,20}$' } }
    'non-agent/add_lead'               = { 'Add-VicidialLead'; @{ PhoneNumber = Select-Sent phone_number 7275551111 '^\d{6,16}$' } }
    'non-agent/add_list'               = { 'New-VicidialList'; @{ ListId = Select-Sent list_id 1007 $ListNumber; ListName = Select-Sent list_name 'Made by a test' '^[\w ]{6,30}$'; CampaignId = Select-Sent campaign_id TESTCAMP $Identifier } }
    'non-agent/add_phone'              = {
        'New-VicidialPhone'
        @{
            Extension = Select-Sent extension gs301 '^\w{2,20}$'; DialplanNumber = Select-Sent dialplan_number 301 '^\d{1,20}$'; VoicemailId = Select-Sent voicemail_id 301 '^\d{2,10}$'
            PhoneLogin = Select-Sent phone_login gs301 '^\w{2,15}$'; PhonePassword = Select-Sent phone_pass aSecret9 '^\w{1,20}$'; ServerIp = Select-Sent server_ip 10.10.10.15 '^[\d.]{7,15}$'
            Protocol = Select-Sent protocol SIP '^(SIP|IAX2|EXTERNAL)$'; RegistrationPassword = Select-Sent registration_password anotherSecret9 '^\w{1,20}$'
            PhoneFullName = Select-Sent phone_full_name 'Extension 301' '^[\w ]{1,50}$'; LocalGmt = '-5.00'; OutboundCid = Select-Sent outbound_cid 7275551212 '^\d{6,18}$'
        }
    }
    'non-agent/add_phone_alias'        = { 'New-VicidialPhoneAlias'; @{ PhoneAliasId = Select-Sent alias_id test2 '^\w{2,20}$'; PhoneLogin = 'gs201', 'gs202'; PhoneAliasName = Select-Sent alias_name 'An alias' '^[\w ]{1,50}$' } }
    'non-agent/add_user'               = {
        'New-VicidialUser'
        @{
            User = Select-Sent agent_user 5001 '^\w{2,20}$'; Password = Select-Sent agent_pass aSecret9 '^\w{2,20}$'; UserLevel = Select-Sent agent_user_level 1 '^\d$'
            FullName = Select-Sent agent_full_name 'A Person' '^[A-Za-z ]{1,50}$'; UserGroup = Select-Sent agent_user_group AGENTS '^\w{2,20}$'
        }
    }
    'non-agent/batch_update_lead'      = { 'Set-VicidialLead'; @{ BatchSize = 1000; City = 'Batchville' } }
    'non-agent/blind_monitor'          = { 'Start-VicidialAgentMonitor'; @{ PhoneLogin = Select-Sent phone_login gs201; SessionId = Select-Sent session_id 8600051; ServerIp = Select-Sent server_ip 10.10.10.15; Mode = Select-Sent stage MONITOR '^(MONITOR|BARGE|WHISPER)$' } }
    'non-agent/copy_did'               = { 'Copy-VicidialDid'; @{ SourceDidPattern = Select-Sent source_did_pattern 7275551113 '^\d{2,20}$'; NewDidPattern = (Select-Sent new_dids 7275557001 '^\d{2,20}(,\d{2,20})*$').Split(',') } }
    'non-agent/copy_user'              = {
        'Copy-VicidialUser'
        @{ User = Select-Sent agent_user 5101 '^\w{2,20}$'; Password = Select-Sent agent_pass aSecret9 '^\w{2,20}$'; FullName = Select-Sent agent_full_name 'A Person' '^[A-Za-z ]{1,50}$'; SourceUser = Select-Sent source_user 1001 '^\w{2,20}$' }
    }
    'non-agent/delete_dnc_phone'       = { 'Remove-VicidialDncNumber'; @{ PhoneNumber = Select-Sent phone_number 7275551212 '^\d{6,20}$'; CampaignId = Select-Sent campaign_id TESTCAMP '^\w{2,15}$' } }
    'non-agent/delete_fpg_phone'       = { 'Remove-VicidialFilterGroupNumber'; @{ PhoneNumber = Select-Sent phone_number 7275551212 '^\d{6,20}$'; FilterGroupId = Select-Sent group FPG1 '^\w{2,20}$' } }
    'non-agent/hopper_bulk_insert'     = { 'Add-VicidialHopperLead'; @{} }
    'non-agent/lead_dearchive'         = { 'Restore-VicidialLead'; @{ LeadId = Select-Sent lead_id 900001 '^\d+$' } }
    'non-agent/server_refresh'         = { 'Update-VicidialServerConfiguration'; @{} }
    'non-agent/update_alt_url'         = {
        $entry = @{ CampaignId = Select-Sent campaign_id ALTTEST $Identifier; EntryType = 'campaign'; UrlType = Select-Sent url_type dispo '^(dispo|start|addlead|noagent)$' }
        if ($sent['alt_url_id'] -ceq 'NEW') { 'Add-VicidialAlternateUrl'; $entry + @{ Address = 'https://crm.example/sale' } } else { 'Set-VicidialAlternateUrl'; $entry + @{ AlternateUrlId = '2'; Description = 'Sales' } }
    }
    'non-agent/update_campaign'        = { if ($sent['reset_hopper'] -ceq 'Y') { 'Clear-VicidialHopper'; @{ CampaignId = Select-Sent campaign_id TESTCAMP $Identifier } } else { 'Set-VicidialCampaign'; @{ CampaignId = Select-Sent campaign_id TESTCAMP $Identifier; DialTimeoutSec = 45 } } }
    'non-agent/update_cid_group_entry' = {
        $entry = @{ CidGroupId = Select-Sent cid_group_id testing_here4 '^\w{2,20}$'; AreaCode = Select-Sent areacode 312 '^\w{2,5}$'; OutboundCid = Select-Sent outbound_cid 3125551212 '^(\d{6,20}|---ALL---)$' }
        switch -CaseSensitive ($sent['stage']) {
            'ADD' { 'Add-VicidialCidGroupEntry'; $entry['OutboundCid'] = $entry['OutboundCid'] -replace '---ALL---', '3125551212'; $entry }
            'DELETE' { 'Remove-VicidialCidGroupEntry'; $entry }
            default { 'Set-VicidialCidGroupEntry'; $entry + @{ Active = $true } }
        }
    }
    'non-agent/update_did'             = { if ($sent['delete_did'] -ceq 'Y') { 'Remove-VicidialDid'; @{ DidPattern = Select-Sent did_pattern 7275551113 '^\d{2,20}$' } } else { 'Set-VicidialDid'; @{ DidPattern = Select-Sent did_pattern 7275551113 '^\d{2,20}$'; DidDescription = 'Sales line' } } }
    'non-agent/update_lead'            = {
        $lead = @{ LeadId = Select-Sent lead_id 1001 '^\d+$' }
        switch ($sent) {
            { $_['delete_lead'] -ceq 'Y' } { 'Remove-VicidialLead'; $lead; break }
            { $_['callback'] -ceq 'REMOVE' } { 'Remove-VicidialCallback'; $lead; break }
            { $_['callback'] -ceq 'Y' } { 'Set-VicidialCallback'; $lead + @{ CallbackTime = [datetime]'2026-12-24 10:00' }; break }
            { $_['remove_from_hopper'] -ceq 'Y' } { 'Remove-VicidialHopperLead'; $lead; break }
            { $_['add_to_hopper'] -ceq 'Y' -and -not $_['insert_if_not_found'] } { 'Add-VicidialHopperLead'; $lead; break }
            { $_['search_method'] -ceq 'PHONE_NUMBER' } { 'Set-VicidialLead'; @{ SearchMethod = 'PHONE_NUMBER'; MaximumMatch = 10; PhoneNumber = Select-Sent phone_number 7275551014 '^\d{6,16}$'; City = 'Ten' }; break }
            default { 'Set-VicidialLead'; $lead + @{ LastName = 'Wilson' } }
        }
    }
    'non-agent/update_list'            = {
        $list = @{ ListId = Select-Sent list_id 101 $ListNumber }
        $field = $list + @{ FieldLabel = Select-Sent field_label plan_name '^\w{2,50}$' }
        switch ($sent) {
            { $_['reset_list'] -ceq 'Y' } { 'Reset-VicidialList'; $list; break }
            { $_['delete_list'] -ceq 'Y' } { 'Remove-VicidialList'; $list + @{ IncludeLead = $_['delete_leads'] -ceq 'Y' }; break }
            { $_['delete_leads'] -ceq 'Y' } { 'Clear-VicidialList'; $list; break }
            { $_['custom_fields_add'] -ceq 'Y' } { 'Add-VicidialCustomField'; $field + @{ FieldName = 'a_field'; FieldType = 'TEXT'; FieldSize = 20; FieldRank = 16 }; break }
            { $_['custom_fields_update'] -ceq 'Y' } { 'Set-VicidialCustomField'; $field + @{ FieldName = 'a_field' }; break }
            { $_['custom_fields_delete'] -ceq 'Y' } { 'Remove-VicidialCustomField'; $field; break }
            default { 'Set-VicidialList'; $list + @{ ListName = 'A list of tests' } }
        }
    }
    'non-agent/update_log_entry'       = { 'Set-VicidialCallLogEntry'; @{ CallId = Select-Sent call_id V1181005000000001001 '^[VY]\d+$'; GroupId = Select-Sent group TESTCAMP $Identifier; Status = Select-Sent status SALEX '^\w{1,6}$' } }
    'non-agent/update_phone'           = {
        $phone = @{ Extension = Select-Sent extension gs203 '^\w{2,20}$'; ServerIp = Select-Sent server_ip 10.10.10.15 '^[\d.]{7,15}$' }
        if ($sent['delete_phone'] -ceq 'Y') { 'Remove-VicidialPhone'; $phone } else { 'Set-VicidialPhone'; $phone + @{ PhonePassword = Select-Sent phone_pass aSecret9 '^\w{1,20}$' } }
    }
    'non-agent/update_phone_alias'     = { if ($sent['delete_alias'] -ceq 'Y') { 'Remove-VicidialPhoneAlias'; @{ PhoneAliasId = Select-Sent alias_id xyz100 '^\w{2,20}$' } } else { 'Set-VicidialPhoneAlias'; @{ PhoneAliasId = Select-Sent alias_id xyz100 '^\w{2,20}$'; PhoneAliasName = 'An alias' } } }
    'non-agent/update_presets'         = {
        $preset = @{ CampaignId = Select-Sent campaign_id TESTCAMP $Identifier; PresetName = Select-Sent preset_name SALES '^[\w ]{2,40}$' }
        switch -CaseSensitive ($sent['action']) {
            'NEW' { 'Add-VicidialTransferPreset'; $preset + @{ PhoneNumber = Select-Sent preset_number 3125551299 '^\d{2,50}$' } }
            'DELETE' { 'Remove-VicidialTransferPreset'; $preset }
            default { 'Set-VicidialTransferPreset'; $preset + @{ PhoneNumber = Select-Sent preset_number 3125551250 '^\d{2,50}$' } }
        }
    }
    'non-agent/update_remote_agent'    = { 'Set-VicidialRemoteAgent'; @{ User = Select-Sent agent_user 2010; Status = Select-Sent status ACTIVE '^(IN)?ACTIVE$' } }
    'non-agent/update_user'            = {
        $user = @{ User = Select-Sent agent_user 1004 '^\w{2,20}$' }
        if ($sent['delete_user'] -ceq 'Y') { 'Remove-VicidialUser'; $user }
        elseif ($sent['reset_password']) { 'Reset-VicidialUserPassword'; $user + @{ Length = 12 } }
        else { 'Set-VicidialUser'; $user + @{ Password = Select-Sent agent_pass aSecret9 '^\w{2,20}$'; PhonePassword = Select-Sent phone_pass anotherSecret9 '^\w{2,20}$' } }
    }
    'agent/audio_playback'             = { switch -CaseSensitive ($sent['stage']) { 'STOP' { 'Stop-VicidialAgentAudio'; Join-Agent } 'PAUSE' { 'Suspend-VicidialAgentAudio'; Join-Agent } 'RESUME' { 'Resume-VicidialAgentAudio'; Join-Agent } 'RESTART' { 'Restart-VicidialAgentAudio'; Join-Agent } default { 'Start-VicidialAgentAudio'; Join-Agent @{ FileName = 'ss-noservice' } } } }
    'agent/call_agent'                 = { 'Invoke-VicidialCallAgent'; Join-Agent }
    'agent/change_ingroups'            = { switch -CaseSensitive ($sent['value']) { 'ADD' { 'Add-VicidialAgentInGroup' } 'REMOVE' { 'Remove-VicidialAgentInGroup' } default { 'Set-VicidialAgentInGroup' } }; @{ User = Select-Sent agent_user 1001; InGroupId = 'SALESLINE', 'SUPPORT'; Blended = $sent['blended'] -ceq 'YES' } }
    'agent/external_add_lead'          = { 'Add-VicidialManualDialLead'; Join-Agent @{ PhoneNumber = Select-Sent value 7275551212 '^\d{6,16}$' } }
    'agent/external_dial'              = { 'Start-VicidialAgentCall'; Join-Agent @{ PhoneNumber = Select-Sent value 7275551212 '^\d{6,16}$' } }
    'agent/external_hangup'            = { 'Stop-VicidialAgentCall'; Join-Agent }
    'agent/external_pause'             = { if ($sent['value'] -ceq 'RESUME') { 'Resume-VicidialAgent' } else { 'Suspend-VicidialAgent' }; Join-Agent }
    'agent/external_status'            = { 'Set-VicidialAgentDisposition'; Join-Agent @{ Status = Select-Sent value A '^\w{1,6}$' } }
    'agent/force_fronter_audio_stop'   = { 'Stop-VicidialFronterAudio'; Join-Agent }
    'agent/force_fronter_leave_3way'   = { 'Disconnect-VicidialFronter'; Join-Agent }
    'agent/logout'                     = { 'Stop-VicidialAgentSession'; Join-Agent }
    'agent/park_call'                  = { switch -CaseSensitive -Wildcard ($sent['value']) { 'SWAP*' { 'Switch-VicidialAgentCall' } '*GRAB*' { 'Resume-VicidialAgentCall' } default { 'Suspend-VicidialAgentCall' } }; Join-Agent }
    'agent/pause_code'                 = { 'Set-VicidialAgentPauseCode'; Join-Agent @{ PauseCode = Select-Sent value BREAK '^\w{1,6}$' } }
    'agent/preview_dial_action'        = { 'Invoke-VicidialAgentPreviewAction'; Join-Agent @{ PreviewAction = Select-Sent value SKIP '^(SKIP|DIALONLY|ALTDIAL|ADR3DIAL|FINISH)$' } }
    'agent/ra_call_control'            = {
        $call = @{ User = Select-Sent agent_user 2001; CallId = Select-Sent value V1201200000000001032 '^[VY]\d{19}$' }
        switch -CaseSensitive ($sent['stage']) { 'EXTENSIONTRANSFER' { 'Move-VicidialRemoteAgentCall'; $call + @{ PhoneNumber = '7275551299' } } 'INGROUPTRANSFER' { 'Move-VicidialRemoteAgentCall'; $call + @{ InGroupId = 'SUPPORT' } } default { 'Stop-VicidialRemoteAgentCall'; $call } }
    }
    'agent/recording'                  = { if ($sent['value'] -ceq 'START') { 'Start-VicidialAgentRecording' } else { 'Stop-VicidialAgentRecording' }; Join-Agent }
    'agent/refresh_panel'              = { 'Update-VicidialAgentPanel'; @{ User = Select-Sent agent_user 1001; Form = $true } }
    'agent/send_dtmf'                  = { 'Send-VicidialAgentDtmf'; Join-Agent @{ Digit = '123' } }
    'agent/send_notification'          = { 'Send-VicidialAgentNotification'; @{ Recipient = Select-Sent recipient 1001 '^\w{2,20}$'; RecipientType = Select-Sent recipient_type USER '^(USER|USER_GROUP|CAMPAIGN)$'; Message = 'Hello there' } }
    'agent/set_timer_action'           = { 'Set-VicidialAgentTimer'; @{ User = Select-Sent agent_user 1001; TimerAction = 'MESSAGE_ONLY'; Message = 'Wrap up'; Seconds = 30 } }
    'agent/st_login_log'               = { 'Set-VicidialAgentCrmTeam'; @{ AlternateUser = Select-Sent value CRM1001; TeamId = Select-Sent vendor_id 207 } }
    'agent/switch_lead'                = { 'Switch-VicidialAgentLead'; Join-Agent @{ LeadId = Select-Sent lead_id 1001 '^\d+$' } }
    'agent/transfer_conference'        = {
        switch -CaseSensitive -Wildcard ($sent['value']) {
            'HANGUP_*' { 'Remove-VicidialAgentCallParty'; Join-Agent @{ IncludeCustomer = $_ -ceq 'HANGUP_BOTH' }; break }
            'LEAVE_3WAY_CALL' { 'Exit-VicidialAgentConference'; Join-Agent; break }
            '*DIAL*' { 'Add-VicidialAgentCallParty'; Join-Agent @{ PhoneNumber = '8500' }; break }
            'LOCAL_CLOSER' { 'Move-VicidialAgentCall'; Join-Agent @{ InGroupId = 'SALESLINE' }; break }
            default { 'Move-VicidialAgentCall'; Join-Agent @{ PhoneNumber = '8500' } }
        }
    }
    'agent/update_fields'              = { 'Set-VicidialAgentLead'; @{ User = Select-Sent agent_user 1001; City = 'Std City' } }
    'agent/vm_message'                 = { 'Set-VicidialAgentVoicemailMessage'; Join-Agent @{ FileName = 'message1' } }
}

# The requests that cmdlets send before a change: whether the campaign exists, which entries exist. An old dialer adds
# leads to the hopper one at a time.
$script:Before = @{
    'non-agent/add_dnc_phone'  = { "campaign_id`tcampaign_name`n$(Select-Sent campaign_id TESTCAMP)`tA campaign`n" }
    'non-agent/update_alt_url' = { "url_id`tcampaign_id`tentry_type`tactive`turl_type`turl_rank`turl_statuses`turl_description`turl_lists`turl_call_length`turl_address`n2`tALTTEST`tcampaign`tY`tdispo`t1`t---ALL---`tSales`t`t0`thttps://crm.example/sale`n" }
    'non-agent/update_presets' = { "preset_name`tcampaign_id`tpreset_number`tpreset_hide_number`tpreset_dtmf`n$(Select-Sent preset_name SALES '^[\w ]{2,40}$')`tTESTCAMP`t3125551213`tN`t`n" }
    'non-agent/update_lead'    = { "ERROR: NO FUNCTION SPECIFIED`n" }
}

# The words with which dialers report what was done.
$script:Done = '\b(HAS|HAVE) BEEN\b|\bCOMMAND SENT\b|\bVALUES (ADDED|UPDATED)\b|\bCALLBACK (ADDED|UPDATED|DELETED)\b|\bENTRY DELETED\b|(update|add)_lead (ADDED TO|REMOVED FROM) HOPPER|\bNUMBERS LOADED\b|\bIS ALREADY (IN)?ACTIVE\b'
$script:Refused = '\bNOT (ADDED|REMOVED|UPDATED)\b|\bFAILED\b|\bDOES NOT HAVE PERMISSION\b|\bARE MISSING\b|\bHAS NO CUSTOM FIELDS\b|\bTO COPY FROM DOES NOT EXIST\b|\bFIELD DOES NOT EXIST\b|\bDID ALREADY EXISTS\b|\bdial_ingroup not found\b|\bdisabled\b'
$script:Secrets = 'pass', 'agent_pass', 'phone_pass', 'registration_password'
$script:Properties = @{}

# The functions that change or command something, named "api/function".
function Get-ActionName {
    $script:Actions.Keys
}

# The changes and commands that were sent to the dialers of all generations, or those of one function.
function Get-RecordedAction([string] $Function) {
    $script:Actions.Keys | Where-Object { -not $Function -or $_ -eq $Function } | ForEach-Object { Get-CapturedResponse $_ } | Where-Object { -not $_.IsQuestion }
}

# The cmdlet for the recorded request, and its parameters.
function Get-ActionCommand([object] $Action) {
    $script:sent = Use-Sent $Action
    $command, $parameter = & $script:Actions[$Action.Name]
    if ($command -like 'Remove-*' -or $command -like 'Reset-*' -or $command -like 'Clear-*') {
        if ((Get-Command $command).Parameters.ContainsKey('Force')) {
            $parameter['Force'] = $true
            $parameter['PassThru'] = $true
        }
    }
    $command
    $parameter
}

# The leads that are sent in one request.
function Get-SentLead([object] $Action) {
    $leads = "$($Action.Sent['lead_ids'])".Split(',').Trim() | Where-Object { $_ -match '^\d+$' }
    if ($leads) { $leads } else { '1001' }
}

# The lines of a response. Some text has no line break, so that a message follows it.
function Split-Reply([object] $Entry, [string] $Body) {
    foreach ($line in $Body.Split("`n")) {
        $at = [regex]::Match($line, '(?<!^)(SUCCESS|NOTICE|ERROR): ')
        if ($at.Success -and (Find-CatalogLine $Entry $line.Substring($at.Index)) -and -not (Find-CatalogLine $Entry $line)) {
            $line.Substring($at.Index)
        } elseif ($line -cmatch '^(SUCCESS|NOTICE|ERROR): ' -or (Find-CatalogLine $Entry $line)) {
            $line
        }
    }
}

# The values of a line by their names in the catalog.
function Read-LineValue([string] $Template, [string] $Line) {
    $values = [ordered]@{}
    $start = $Template.IndexOf('<')
    $head = $Template.Substring(0, $start)
    $rest = if ($Line.StartsWith($head, [StringComparison]::Ordinal)) { $Line.Substring($head.Length) } else { $Line.Substring($head.TrimEnd(' ', '-', ':', '|').Length).TrimStart(' ', '-', ':') }
    $names = $Template.Substring($start).Split('|')
    $cells = $rest.Split('|')
    for ($i = 0; $i -lt [Math]::Min($names.Count, $cells.Count); $i++) {
        if ($names[$i] -match '^([^<]*)<(\w+)>([^<]*)$') {
            $cell = $cells[$i]
            if ($Matches[1] -and $cell.StartsWith($Matches[1], [StringComparison]::Ordinal)) { $cell = $cell.Substring($Matches[1].Length) }
            if ($Matches[3] -and $cell.EndsWith($Matches[3], [StringComparison]::Ordinal)) { $cell = $cell.Substring(0, $cell.Length - $Matches[3].Length) }
            if (-not $values.Contains($Matches[2])) { $values[$Matches[2]] = $cell }
        }
    }
    $values
}

function New-ExpectedRecord([object] $Entry, [string[]] $Line, [string[]] $Notice, [string[]] $Refusal) {
    $values = [ordered]@{}
    foreach ($text in $Line) {
        $known = Find-CatalogLine $Entry $text
        if ($known) {
            $own = Read-LineValue $known.Template $text
            foreach ($name in $own.Keys) {
                # A later line may contain the value of an empty one.
                if (-not $values.Contains($name) -or $values[$name] -eq '') { $values[$name] = $own[$name] }
            }
        }
    }
    [pscustomobject]@{ Values = $values; Main = $Line[0]; Notices = @($Notice | Where-Object { $_ }); Refusals = @($Refusal | Where-Object { $_ }) }
}

# The result that the cmdlet must return for a recorded response: Records with their values, and Errors with their category and ID.
function Read-RecordedAction([object] $Action) {
    $entry = Get-CatalogEntry $Action.Name
    $body = $Action.Body
    $lines = @(Split-Reply $entry $body)
    $successes = @($lines -clike 'SUCCESS: *')
    # An old dialer writes a meaningless error line before the one that describes the problem.
    $errors = @($lines -clike '*ERROR: *' | Where-Object { Find-CatalogLine $entry $_ }) + @($lines -clike '*ERROR: *' | Where-Object { -not (Find-CatalogLine $entry $_) })
    $notices = @($lines -clike '*NOTICE: *')
    $refusals = @($notices -cmatch $script:Refused)
    $done = @($notices | Where-Object { $_ -cmatch $script:Done -and $_ -cnotmatch $script:Refused })
    $expected = [pscustomobject]@{ Records = @(); Errors = @(); Why = '' }

    # Each of several objects has its own line, or its own place in the line.
    if ($Action.Function -eq 'hopper_bulk_insert' -and $notices) {
        $times = @{}
        foreach ($lead in Get-SentLead $Action) {
            $own = @($notices | Where-Object { $_.Split('|').ForEach({ ($_ -split ' - ')[-1] }) -ccontains $lead })
            $line = $own[[Math]::Min([int]$times[$lead], $own.Count - 1)]
            $times[$lead] = [int]$times[$lead] + 1
            if ($line -cin $refusals -or $line -clike '*CAMPAIGN DOES NOT EXIST*') { $expected.Errors += Read-ErrorLine $entry $line } else { $expected.Records += New-ExpectedRecord $entry $line }
        }
        return $expected
    }
    if ($Action.Function -eq 'copy_did' -and $successes) {
        $expected.Records = @($done | ForEach-Object { New-ExpectedRecord $entry $_ })
        $expected.Errors = @($refusals | ForEach-Object { Read-ErrorLine $entry $_ })
        return $expected
    }
    if ($Action.Function -eq 'batch_update_lead' -and $successes) {
        $found = $successes[0].Split('|')[-1].Split(',')
        foreach ($lead in Get-SentLead $Action) {
            if ($lead -cin $found) {
                $record = New-ExpectedRecord $entry $successes[0]
                $record.Values = @{ lead_id = $lead }
                $record.Main = ''
                $expected.Records += $record
            } else {
                $expected.Errors += New-Expectation Error 'a lead that was not found' -Category ObjectNotFound -ErrorId LeadNotFound
            }
        }
        return $expected
    }
    if ($Action.Function -eq 'batch_update_lead' -and $errors -and $errors[0] -clike '*NO MATCHES FOUND*') {
        $expected.Errors = @(Get-SentLead $Action | ForEach-Object { New-Expectation Error 'a lead that was not found' -Category ObjectNotFound -ErrorId LeadNotFound })
        return $expected
    }

    # A change that reports SUCCESS was made, whatever else the response contains.
    if ($successes.Count -gt 1) {
        $expected.Records = @($successes | ForEach-Object { New-ExpectedRecord $entry $_ })
    } elseif ($successes) {
        $expected.Records = @(New-ExpectedRecord $entry ($successes + $notices) $notices $refusals)
    } elseif ($errors) {
        # If only ranks are changed, there is nothing more to update. An earlier rejection explains why there is
        # nothing.
        $isNothing = $errors[0] -clike '*NO UPDATES DEFINED*'
        if ($isNothing -and $done) {
            $expected.Records = @(New-ExpectedRecord $entry (@($done) + @($notices | Where-Object { $_ -cnotin $done })) @($notices | Select-Object -Skip 1) $refusals)
        } elseif ($isNothing -and $refusals) {
            $expected.Errors = @(Read-ErrorLine $entry $refusals[0])
        } else {
            $expected.Errors = @(Read-ErrorLine $entry $errors[0])
        }
    } elseif ($notices) {
        if ($done) {
            $expected.Records = @(New-ExpectedRecord $entry (@($done) + @($notices | Where-Object { $_ -cnotin $done })) @($notices | Where-Object { $_ -cne $done[0] }) $refusals)
        } elseif ($refusals) {
            $expected.Errors = @(Read-ErrorLine $entry $refusals[0])
        } elseif ($notices[0] -clike '*NO UPDATES DEFINED*') {
            $expected.Errors = @(New-Expectation Error 'nothing to update' -Category InvalidArgument -ErrorId NothingToUpdate)
        } elseif ($notices[0] -clike '*NO MATCHES FOUND*') {
            $expected.Errors = @(New-Expectation Error 'nothing found' -Category ObjectNotFound -ErrorId NoMatch)
        } else {
            $expected.Records = @(New-ExpectedRecord $entry $notices @($notices | Select-Object -Skip 1))
        }
    } elseif ($body.Trim() -eq '' -and $Action.Status -lt 400 -and $Action.Api -eq 'agent') {
        $expected.Errors = @(New-Expectation Error 'an unknown function' -Category NotImplemented -ErrorId DialerTooOld)
    } elseif ($body.Trim() -eq '' -and $Action.Status -eq 200 -and $Action.Function -ceq 'update_lead') {
        $expected.Errors = @(New-Expectation Error 'nothing to update, of which the dialer says nothing' -Category InvalidArgument -ErrorId NothingToUpdate)
    } else {
        # An empty page, or a server that failed. The work may have been done before.
        $expected.Errors = @(New-Expectation Error 'no answer' -Category InvalidResult -ErrorId OutcomeUnknown)
    }
    $expected.Why = "$($expected.Errors | ForEach-Object Why)"
    $expected
}

# Repeats the recorded request with its cmdlet, with the output of all streams.
function Invoke-RecordedAction([object] $Action) {
    $command, $parameter = Get-ActionCommand $Action
    $isWord = $Action.Sent['user'] -cmatch '^[\w-]+$' -and $Action.Sent['pass'] -cmatch '^[\w-]+$'
    $user, $pass = if ($isWord) { $Action.Sent['user'], $Action.Sent['pass'] } else { '6666', '1234' }
    $credential = [pscredential]::new($user, [Net.NetworkCredential]::new('', $pass).SecurePassword)
    $before = if ($script:Before.ContainsKey($Action.Name)) { & $script:Before[$Action.Name] } else { '' }
    $leads = if ($Action.Function -in 'hopper_bulk_insert', 'batch_update_lead') { Get-SentLead $Action | ForEach-Object { [pscustomobject]@{ LeadId = $_ } } }
    $answer = Invoke-WithReply $Action $credential {
        if ($leads) { $leads | & $command @parameter -Connection replay -ErrorAction Continue -WarningAction Continue -Verbose -Debug } else { & $command @parameter -Connection replay -ErrorAction Continue -WarningAction Continue -Verbose -Debug }
    } $before
    $answer | Add-Member -NotePropertyMembers @{ Command = $command; Parameter = $parameter; Password = $pass } -PassThru
}

# The properties of a type of result by the values that they show.
function Get-ShownValue([type] $Type) {
    if (-not $script:Properties.ContainsKey($Type)) {
        $script:Properties[$Type] = Get-ColumnProperty $Type
    }
    $script:Properties[$Type]
}

# A value of a line in the form in which a property of the type shows it. A value that the type cannot hold is left out.
function ConvertTo-ShownText([string] $Text, [type] $Type) {
    $own = [Nullable]::GetUnderlyingType($Type)
    switch ($(if ($own) { $own } else { $Type })) {
        { $_ -in [long], [int] } { if ($Text -match '^-?\d+$') { "$([long]$Text)" }; break }
        ([decimal]) { if ($Text -match '^-?[\d.]+$') { ([decimal]$Text).ToString('0.############') }; break }
        ([bool]) { if ($Text -in 'Y', 'YES', '1', 'True') { 'True' } elseif ($Text) { 'False' }; break }
        ([datetime]) { if ($Text -match '^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$') { $Text }; break }
        ([Vicidial.Client.Records.TextList]) { $Text.Split(' ', [StringSplitOptions]::RemoveEmptyEntries).Where({ $_ -cne '-' }) -join ' '; break }
        default { $Text }
    }
}

# The differences in the results, as text; nothing if they are as expected.
function Compare-RecordedAction([object] $Expected, [object] $Answer, [object] $Action) {
    if ($Expected.Records.Count -ne $Answer.Output.Count) {
        "$($Answer.Output.Count) results instead of $($Expected.Records.Count)"
        return
    }
    for ($i = 0; $i -lt $Expected.Records.Count; $i++) {
        $wanted = $Expected.Records[$i]
        $record = $Answer.Output[$i]
        $type = $record.GetType()
        $properties = Get-ShownValue $type
        foreach ($name in $properties.Keys) {
            $property = $properties[$name]
            $shownAs = $type.GetProperty($property).PropertyType
            $actual = ConvertTo-ActualText $record.$property
            $column = $name -creplace '^asked '
            $said = if ($wanted.Values.Contains($column)) { ConvertTo-ShownText $wanted.Values[$column] $shownAs }
            if ($null -ne $said) {
                if ($name -ceq $column -and $actual -cne $said) { "result $($i): $property is '$actual' instead of '$said'" }
            } elseif ($name -ceq $column) {
                if ($actual -cne '' -and -not $properties.Contains("asked $name")) { "result $($i): $property is '$actual', but the reply says nothing of it" }
            } elseif ($Answer.Parameter.ContainsKey($property)) {
                # Values that the response does not repeat are those of the request.
                $sent = ConvertTo-ShownText (ConvertTo-ActualText $Answer.Parameter[$property]) $shownAs
                if ($actual -cne $sent) { "result $($i): $property is '$actual' instead of '$sent', which was asked for" }
            }
        }
        if ($record.ConnectionName -cne 'replay') { "result $($i): ConnectionName is '$($record.ConnectionName)'" }
        if ($record.PSObject.Properties['Message'] -and $wanted.Main -and ($record.Message -eq '' -or $wanted.Main.IndexOf($record.Message, [StringComparison]::Ordinal) -lt 0)) { "result $($i): Message is '$($record.Message)', but the dialer said '$($wanted.Main)'" }
        if ($record.PSObject.Properties['Function'] -and $record.Function -cne $Action.Function) { "result $($i): Function is '$($record.Function)'" }
        if ($wanted.Notices -or $record.PSObject.Properties['Notices']) {
            $said = @($record.Notices) + @($record.Refusals) | Where-Object { $_ } | Select-Object -Unique
            if (@($said).Count -ne $wanted.Notices.Count) { "result $($i): $(@($said).Count) notices instead of $($wanted.Notices.Count): $($said -join '; ')" }
            if (@($record.Refusals).Count -ne $wanted.Refusals.Count) { "result $($i): $(@($record.Refusals).Count) refusals instead of $($wanted.Refusals.Count): $($record.Refusals -join '; ')" }
        }
        if ($type.Name -eq 'LeadAddResult') {
            foreach ($pair in @(('InHopper', 'ADDED TO HOPPER'), ('CallbackScheduled', 'SCHEDULED CALLBACK ADDED'), ('CustomFieldsStored', 'CUSTOM FIELDS VALUES ADDED'))) {
                $is = [bool]($wanted.Notices -clike "*add_lead $($pair[1])*")
                if ([bool]$record.($pair[0]) -ne $is) { "result $($i): $($pair[0]) is '$($record.($pair[0]))' instead of '$is'" }
            }
        }
    }
    foreach ($refusal in $Expected.Records | ForEach-Object { $_.Refusals }) {
        $words = ($refusal -creplace '^NOTICE: ' -split ' - |: \|')[0]
        if (-not @($Answer.Said | Where-Object { $_ -is [Management.Automation.WarningRecord] -and "$_".Contains($words) })) { "no warning says: $words" }
    }
}

# Finds passwords anywhere in the output of a cmdlet.
function Find-Secret([object] $Answer, [object] $Action) {
    $plain = @(foreach ($name in $Action.Sent.Keys) { if ($name -cnotin $script:Secrets) { $Action.Sent[$name] } }) + @($Answer.Parameter.GetEnumerator() | Where-Object Key -NotLike '*Password' | ForEach-Object { "$($_.Value)" })
    $secrets = @($Answer.Password) + @(foreach ($name in $script:Secrets) { $Action.Sent["$name"] }) + @($Answer.Parameter.GetEnumerator() | Where-Object Key -Like '*Password' | ForEach-Object Value)
    $text = @(
        foreach ($record in $Answer.Output) { foreach ($property in $record.PSObject.Properties) { "$($property.Value)" } }
        foreach ($failure in $Answer.Errors) {
            "$failure"
            "$($failure.TargetObject)"
            "$($failure.ErrorDetails)"
            for ($exception = $failure.Exception; $exception; $exception = $exception.InnerException) {
                $exception.Message
                if ($exception -is [Vicidial.Client.Errors.DialerException]) { "$($exception.ResponseText)"; "$($exception.Response)"; "$($exception.Values.Values)" }
            }
        }
        foreach ($message in $Answer.Said) { "$message" }
    ) -join "`n"
    foreach ($secret in $secrets | Where-Object { $_ -and $_ -cnotin $plain } | Select-Object -Unique) {
        # Messages contain "password is wrong", and "wrong" is also a password that was used.
        if (($text -creplace 'password is wrong').Trim() -cmatch "(?<![\w-])$([regex]::Escape($secret))(?![\w-])") { $secret }
    }
}

# What is wrong with the result of a cmdlet for a recorded response, as text; nothing if it is right.
function Test-RecordedAction([object] $Action) {
    $expected = Read-RecordedAction $Action
    $answer = Invoke-RecordedAction $Action
    $ids = @($answer.Errors | ForEach-Object { $_.FullyQualifiedErrorId -replace ',.*' })
    foreach ($secret in Find-Secret $answer $Action) { "the password $secret is shown" }
    if ($Action.Generation -in '2.10-69', '2.14-107', '2.14-194' -and $answer.Answers -eq 0 -and $ids.Count -eq 1 -and $ids[0] -ceq 'Vicidial.DialerTooOld') {
        # A field that this dialer would ignore or treat differently is not sent.
        if ($answer.Output.Count -ne 0) { "$($answer.Output.Count) results, although nothing was sent" }
        return
    }
    if ($answer.Answers -eq 0) { "$($answer.Command) sent nothing: $($answer.Errors)" }
    if ($ids.Count -ne $expected.Errors.Count) {
        "$($ids.Count) errors instead of $($expected.Errors.Count): $($Action.Body) => $($answer.Errors)"
    } else {
        for ($i = 0; $i -lt $ids.Count; $i++) {
            $wanted = $expected.Errors[$i]
            if ("$($answer.Errors[$i].CategoryInfo.Category)" -cne $wanted.Category) { "error $($i): $($answer.Errors[$i].CategoryInfo.Category) instead of $($wanted.Category) for $($wanted.Why)" }
            if ($ids[$i] -cnotmatch '^Vicidial\.[A-Z]' -or ($wanted.ErrorId -and $ids[$i] -cne "Vicidial.$($wanted.ErrorId)")) { "error $($i): $($ids[$i]) instead of Vicidial.$($wanted.ErrorId)" }
        }
    }
    Compare-RecordedAction $expected $answer $Action | Select-Object -First 5
}

Export-ModuleMember -Function Get-ActionName, Get-RecordedAction, Read-RecordedAction, Invoke-RecordedAction, Compare-RecordedAction, Find-Secret, Get-ShownValue, Test-RecordedAction
