# Reads the responses of real dialers to queries with simple, slow code that is independent of the client's reader. It uses the recorded text, the
# catalog's columns and error lines, and the known exceptions of single functions.

Set-StrictMode -Version 2.0
Import-Module ([IO.Path]::Combine($PSScriptRoot, 'CapturedResponses.psm1')) -Force

# The cmdlet of each function, and its parameters for the recorded request.
$script:Questions = [ordered]@{
    'non-agent/agent_campaigns'      = { 'Get-VicidialAgentCampaign'; @{ User = Select-Sent agent_user 1001 } }
    'non-agent/agent_ingroup_info'   = { 'Get-VicidialAgentInGroup'; @{ User = Select-Sent agent_user 1001 } }
    'non-agent/agent_stats_export'   = { 'Get-VicidialAgentStatistic'; Join-Given @{ StartTime = [datetime](Select-Sent datetime_start 2026-11-18 '\d\d:'); EndTime = [datetime](Select-Sent datetime_end '2026-11-18 23:59:59' '\d\d:') } @{ User = 'agent_user'; CampaignId = 'campaign_id' } @{ ByCampaign = 'group_by_campaign' } }
    'non-agent/agent_status'         = { 'Get-VicidialAgentStatus'; Join-Given @{ User = Select-Sent agent_user 1001 } @{} @{ IncludeComputerIp = 'include_ip' } }
    'non-agent/call_dispo_report'    = { 'Get-VicidialDispositionStatistic'; @{ StartTime = [datetime](Select-Sent query_date 2026-11-18); EndTime = [datetime](Select-Sent end_date 2026-11-18); TotalOnly = -not $sent['status_breakdown'] } | Join-List @{ CampaignId = 'campaigns'; InGroupId = 'ingroups'; DidPattern = 'did_patterns'; Status = 'statuses'; User = 'users'; UserGroup = 'user_groups' } }
    'non-agent/call_status_stats'    = { 'Get-VicidialCallStatistic'; $(if ($sent['end_date']) { @{ StartTime = [datetime](Select-Sent query_date 2026-11-18); EndTime = [datetime]$sent['end_date'] } } else { @{ Date = [datetime](Select-Sent query_date 2026-11-18) } }) | Join-List @{ CampaignId = 'campaigns'; InGroupId = 'ingroups'; Status = 'statuses' } }
    'non-agent/callid_info'          = { 'Get-VicidialCallDetail'; @{ CallId = Select-Sent call_id V1181005000000001001 '^.{18,39}$' } }
    'non-agent/callmenu_list'        = { 'Get-VicidialCallMenu'; @{} }
    'non-agent/campaigns_list'       = { 'Get-VicidialCampaign'; Join-Given @{} @{ CampaignId = 'campaign_id' } }
    'non-agent/ccc_lead_info'        = { 'Get-VicidialLead'; @{ CallId = Select-Sent call_id V1181005000000001001 } }
    'non-agent/check_phone_number'   = { 'Test-VicidialPhoneNumber'; @{ PhoneNumber = Select-Sent phone_number 7275551001; LocalCallTime = Select-Sent local_call_time 24hours } }
    'non-agent/container_list'       = { 'Get-VicidialSettingsContainer'; @{ ContainerType = Select-Sent type OTHER } }
    'non-agent/did_log_export'       = { 'Get-VicidialDidLog'; @{ DidPattern = Select-Sent phone_number 7275551113 '^\d+$'; Date = [datetime](Select-Sent date 2026-11-18) } }
    'non-agent/hopper_list'          = { 'Get-VicidialHopperLead'; Join-Given @{ CampaignId = Select-Sent campaign_id TESTCAMP '^\w{2,8}$' } @{} @{ BlockingJoin = 'search_method' } }
    'non-agent/in_group_status'      = { 'Get-VicidialInGroupStatus'; @{ InGroupId = (Select-Sent in_groups SALESLINE '^[\w|]+$').Split('|'); Combined = $true } }
    'non-agent/ingroup_list'         = { 'Get-VicidialInGroup'; @{} }
    'non-agent/lead_all_info'        = { 'Get-VicidialLead'; Join-Given $(if ($sent['lead_id'] -or -not $sent['phone_number']) { @{ LeadId = [long](Select-Sent lead_id 1001 '^\d+$') } } else { @{ PhoneNumber = Select-Sent phone_number 7275551014 '^\d{6,}$' } }) @{} @{ IncludeCustomField = 'custom_fields'; Archived = 'archived_lead' } }
    'non-agent/lead_callback_info'   = { 'Get-VicidialCallback'; Join-Given @{ LeadId = [long](Select-Sent lead_id 1017 '^\d+$') } @{ SearchLocation = 'search_location' } }
    'non-agent/lead_field_info'      = { 'Get-VicidialLead'; Join-Given @{ LeadId = [long](Select-Sent lead_id 1001 '^\d+$'); FieldName = Select-Sent field_name status } @{ ListId = 'list_id' } @{ IncludeCustomField = 'custom_fields'; Archived = 'archived_lead' } }
    'non-agent/lead_search'          = { 'Find-VicidialLead'; Join-Given $(if ($sent['search_method'] -eq 'VENDOR_LEAD_CODE') { @{ VendorLeadCode = $sent['vendor_lead_code'] } } else { @{ PhoneNumber = (Select-Sent phone_number 7275551014 '^\d{6}').Split(',') } }) @{ SearchLocation = 'search_location'; ListId = 'list_id'; Limit = 'records' } @{ Archived = 'archived_lead' } }
    'non-agent/lead_status_search'   = { 'Find-VicidialLead'; Join-Given $(if ($sent['lead_id']) { @{ LeadId = [long]$sent['lead_id'] } } else { @{ Status = Select-Sent status SALE; Date = [datetime](Select-Sent date 2026-11-18) } }) @{} @{ IncludeCustomField = 'custom_fields'; Archived = 'archived_lead' } }
    'non-agent/list_custom_fields'   = { 'Get-VicidialCustomField'; Join-Given $(if ($sent['list_id'] -match '^\d+$') { @{ ListId = [long]$sent['list_id'] } } else { @{} }) @{ Order = 'custom_order' } }
    'non-agent/list_info'            = { 'Get-VicidialList'; Join-Given @{ ListId = [long](Select-Sent list_id 101 '^\d{2,14}$') } @{} @{ IncludeCount = 'leads_counts'; IncludeDialableCount = 'dialable_count'; Archived = 'archived_lead' } }
    'non-agent/logged_in_agents'     = { 'Get-VicidialLoggedInAgent'; Join-Given @{} @{} @{ IncludeSubStatus = 'show_sub_status' } }
    'non-agent/moh_list'             = { 'Get-VicidialMusicOnHold'; @{} }
    'non-agent/phone_number_log'     = { 'Get-VicidialCallLog'; Join-Given @{ PhoneNumber = (Select-Sent phone_number 7275551001).Split(',').Trim() } @{} @{ Archived = 'archived_lead' } }
    'non-agent/recording_lookup'     = { 'Find-VicidialRecording'; Join-Given @{ LeadId = [long](Select-Sent lead_id 1001 '^\d+$') } @{ UniqueId = 'uniqueid' } @{ IncludeDuration = 'duration' } }
    'non-agent/sounds_list'          = { 'Get-VicidialAudioFile'; Join-Given @{} @{ SortBy = 'stage' } }
    'non-agent/update_alt_url'       = { 'Get-VicidialAlternateUrl'; @{ CampaignId = Select-Sent campaign_id ALTTEST '^\w{2,20}$'; EntryType = Select-Sent entry_type campaign '^(campaign|list|ingroup)$'; UrlType = Select-Sent url_type dispo '^(dispo|start|addlead|noagent)$' } }
    'non-agent/update_cid_group_entry' = { 'Get-VicidialCidGroupEntry'; @{ CidGroupId = Select-Sent cid_group_id TESTCAMP } }
    'non-agent/update_presets'       = { 'Get-VicidialTransferPreset'; @{ CampaignId = Select-Sent campaign_id TESTCAMP } }
    'non-agent/user_details'         = { 'Get-VicidialUser'; @{ User = Select-Sent agent_user 1001 } }
    'non-agent/user_group_status'    = { 'Get-VicidialUserGroupStatus'; @{ UserGroup = (Select-Sent user_groups AGENTS '^[\w|]+$').Split('|'); Combined = $true } }
    'non-agent/version'              = { 'Get-VicidialVersion'; @{} }
    'non-agent/vm_list'              = { 'Get-VicidialVoicemailBox'; @{} }
    'agent/calls_in_queue_count'     = { 'Get-VicidialAgentQueueCount'; Join-Agent }
    'agent/recording'                = { 'Get-VicidialAgentRecording'; Join-Agent }
    'agent/st_get_agent_active_lead' = { 'Get-VicidialAgentLead'; @{ AlternateUser = Select-Sent value CRM1001; TeamId = Select-Sent vendor_id 207 } }
    'agent/version'                  = { 'Get-VicidialVersion'; @{ Api = 'Agent' } }
    'agent/webphone_url'             = { 'Get-VicidialAgentWebPhone'; Join-Agent }
    'agent/webserver'                = { 'Get-VicidialWebServer'; @{} }
}

$script:Delimiters = @{ tab = "`t"; csv = ','; pipe = '|' }
$script:Properties = @{}

# The queries to the dialers of all generations, or those of one function, in the order of their recording.
function Get-RecordedQuestion {
    param([string] $Function)

    $script:Questions.Keys | Where-Object { -not $Function -or $_ -eq $Function } | ForEach-Object { Get-CapturedResponse $_ } | Where-Object IsQuestion
}

# The cmdlet for a recorded query, and its parameters.
function Get-QuestionCommand([object] $Question) {
    $script:sent = Use-Sent $Question
    & $script:Questions[$Question.Name]
}

# Lists that are separated by hyphens, except for the words that mean all.
filter Join-List([hashtable] $List) {
    foreach ($name in $List.Keys) {
        if ($script:sent[$List[$name]] -match '^\w+(-\w+)*$') {
            $_[$name] = $script:sent[$List[$name]].Split('-')
        }
    }
    $_
}

# A cell as a record shows it: dates as year-month-day and time, durations in seconds, numbers without unnecessary zeros.
function ConvertTo-ExpectedText([string] $Text, [string] $Type) {
    switch -Wildcard -CaseSensitive ($Type) {
        'string' { $Text; break }
        'int' { if ($Text.Trim() -match '^-?\d+$') { [long]$Text.Trim() } else { '' }; break }
        'dec*' { if ($Text.Trim()) { ([decimal]$Text).ToString('0.############') } else { '' }; break }
        'percent' { if ($Text.Trim()) { ([decimal]$Text.Trim().TrimEnd('%')).ToString('0.############') } else { '' }; break }
        'date*' {
            $value = $Text.Trim().TrimEnd('.')
            if ($value -eq '' -or $value -like '0000-00-00*') { '' } elseif ($value.Length -eq 10) { "$value 00:00:00" } else { $value }
            break
        }
        'duration' {
            $seconds = 0
            foreach ($part in $Text.Trim().Split(':')) { $seconds = $seconds * 60 + [int]$part }
            $seconds
            break
        }
        'bool*' { switch ($Text.Trim()) { 'Y' { 'True' } 'N' { 'False' } default { '' } }; break }
        'list(dash)' { $Text.Split('-', [StringSplitOptions]::RemoveEmptyEntries) -join ' '; break }
        # A single hyphen ends the dialer's lists. It is not an entry.
        'list(space)' { $Text.Split(' ', [StringSplitOptions]::RemoveEmptyEntries).Where({ $_ -cne '-' }) -join ' '; break }
        default { $Text }
    }
}

# The result that the cmdlet must return for a recorded response: Rows, Empty, Error, or Refused if it never requests a response in this form.
function Read-CapturedResponse([object] $Question) {
    if ($Question.Name -eq 'non-agent/agent_stats_export' -and $Question.Generation -eq '2.10-69' -and $Question.Sent.ContainsKey('campaign_id')) {
        return New-Expectation Error 'a report on all campaigns where one was asked for' -Category NotImplemented -ErrorId DialerTooOld
    }
    $entry = Get-CatalogEntry $Question.Name
    $body = $Question.Body
    $lines = @($body.Split("`n"))
    $failed = $Question.Status -ge 400

    # An empty value is a value. An empty page of the Agent API means that it does not have the function.
    if ($body.Trim() -eq '') {
        if ($failed) { return New-Expectation Error 'an empty failure of the server' -Category InvalidResult -ErrorId ServerFailure }
        if ($Question.Api -eq 'agent') { return New-Expectation Error 'an unknown function' -Category NotImplemented -ErrorId DialerTooOld }
        if ($Question.Function -eq 'sounds_list') { return New-Expectation Empty 'no files' }
    }

    if ($lines[0] -clike 'ERROR: *') {
        $result = Read-ErrorLine $entry $lines[0]
        if ($result.IsNothing -and $Question.Name -eq 'non-agent/campaigns_list' -and $Question.Sent['campaign_id'] -and $Question.Sent['campaign_id'].Length -le 30) {
            return New-Expectation Error 'no campaign of this name' -Category ObjectNotFound -ErrorId CampaignNotFound
        }
        return $(if ($result.IsNothing) { New-Expectation Empty $result.Why } else { $result })
    }

    if ($lines[0] -cmatch '^NOTICE: (phone_number_log NO RECORDS FOUND|update_\w+ LIST, No Records Found)') { return New-Expectation Empty 'a notice' }

    $result = switch ($Question.Name) {
        'agent/version' { Read-Part $body; break }
        'non-agent/version' { Read-Part $body; break }
        'agent/webserver' { Read-Line $lines; break }
        'non-agent/agent_ingroup_info' { if ($lines[0] -clike 'SUCCESS: *') { Read-Line $lines } else { New-Expectation Refused 'a web page' }; break }
        'agent/calls_in_queue_count' { New-Expectation Rows -Rows ([ordered]@{ count = $body -replace '(?s)^.* - ' }); break }
        'agent/recording' { Read-Position ($lines[0] -replace '^NOTICE: [a-z ]+ - ') agent_user, recording_id, filename, recording_server, start_time, agent_server_ip, agent_session, agent_status; break }
        'agent/st_get_agent_active_lead' { Read-Position ($lines[0] -replace '^SUCCESS: \w+ lead found - ') user, phone_number, lead_id, vendor_lead_code, province, security_phrase, source_id; break }
        'agent/webphone_url' { New-Expectation Rows -Rows ([ordered]@{ url = if ($body -match 'URL=([^"]+)"') { $Matches[1] } else { $body } }); break }
        'non-agent/update_cid_group_entry' { Read-GroupEntry $lines; break }
        'non-agent/lead_field_info' { New-Expectation Rows -Rows ([ordered]@{ value = $body }); break }
        'non-agent/lead_search' { Read-Match $lines; break }
        'non-agent/lead_status_search' { Read-Block $body; break }
        'non-agent/check_phone_number' { Read-Check $lines[0]; break }
        'non-agent/call_status_stats' { Read-Breakdown $lines; break }
        'non-agent/call_dispo_report' { Read-Disposition $lines; break }
        'non-agent/sounds_list' { if ($Question.Sent['format'] -eq 'tab') { Read-Sound $lines } else { New-Expectation Refused 'a web page' }; break }
        { $body -match '(?i)<HTML>' } { Read-Picker $Question.Function $body; break }
        default { Read-Table $Question $entry $lines }
    }

    foreach ($row in $result.Rows) {
        foreach ($name in @($row.Keys)) {
            $row[$name] = [string](ConvertTo-ExpectedText $row[$name] ([string]$entry.Types[$name]))
        }
        if ($row.Contains('last_call_time')) {
            # A text that is padded with blanks.
            $row['last_call_time'] = $row['last_call_time'].Trim()
        }
        if ($row.Contains('avg_talk_time')) {
            # The dialer divides the total of the previous row, so it is calculated again.
            $row['avg_talk_time'] = if ([int]$row['calls'] -gt 0) { [string][Math]::Round([int]$row['total_talk_time'] / [int]$row['calls']) } else { '' }
        }
    }
    if ($failed -and $result.Outcome -eq 'Rows' -and $result.Rows.Count -and "$([Vicidial.Client.Functions.ApiCatalog]::Find('NonAgent', $Question.Function).Layout)" -eq 'Table') {
        # The rows of a table are returned as they arrive. An error after them reports that some may be missing.
        $result.Outcome = 'RowsOfFailure'
    } elseif ($failed) {
        # What arrived before the server failed may be complete or not, so it is not a valid response.
        $result.Outcome = 'Error'
        $result.Category = 'InvalidResult'
        $result.ErrorId = 'ServerFailure'
        $result.Why = 'a failure of the server'
    } elseif ($result.Outcome -eq 'Rows' -and $result.Rows.Count + $result.Unreadable -eq 0) {
        $result.Outcome = 'Empty'
    }
    $result
}

# "NAME: value|NAME: value|"
function Read-Part([string] $Body) {
    $row = [ordered]@{}
    foreach ($part in $Body.Trim().Split('|')) {
        if ($part) {
            $name, $value = $part -split ': ', 2
            $row[$name] = $value
        }
    }
    New-Expectation Rows -Rows $row
}

# "name: value" lines
function Read-Line([string[]] $Line) {
    $row = [ordered]@{}
    foreach ($text in $Line) {
        if ($text -match '^(?!SUCCESS)([A-Za-z][^:<]*): ?(.*)$') {
            $row[$Matches[1]] = $Matches[2].Trim()
        }
    }
    $null = $row.Remove('Webserver Data')
    New-Expectation Rows -Rows $row
}

function Read-Position([string] $Text, [string[]] $Name) {
    $cells = $Text.Split('|')
    if ($cells.Count -ne $Name.Count) {
        return New-Expectation Rows -Unreadable 1
    }
    $row = [ordered]@{}
    for ($i = 0; $i -lt $Name.Count; $i++) {
        $row[$Name[$i]] = $cells[$i]
    }
    New-Expectation Rows -Rows $row
}

# "key|number of leads|lead-lead-lead": a record for each lead; a key without leads has none. The module never requests the header, whose names are
# not separated. If there is one, it is an unreadable row.
function Read-Match([string[]] $Line) {
    $rows = foreach ($text in $Line) {
        if ($text -and $text -cne 'search_keyrecords_foundlead_ids') {
            $key, $count, $leads = $text.Split('|')
            foreach ($lead in $leads.Split('-', [StringSplitOptions]::RemoveEmptyEntries)) {
                [ordered]@{ search_key = $key; records_found = $count; lead_ids = $lead }
            }
        }
    }
    New-Expectation Rows -Rows @($rows) -Unreadable @($Line -ceq 'search_keyrecords_foundlead_ids').Count
}

# ";---------- START OF RECORD 1 ----------" and "name => value" lines. A value may have several lines.
function Read-Block([string] $Body) {
    $rows = foreach ($block in $Body -split ';-+ START OF RECORD \d+ -+\n') {
        if ($block) {
            $row = [ordered]@{}
            $last = ''
            foreach ($line in ($block -replace '\n$').Split("`n")) {
                if ($line -cmatch '^(\w+) => (.*)$' -or $line -cmatch '^(\w+) =>()$') {
                    $last = $Matches[1]
                    $row[$last] = $Matches[2]
                    if ($line.EndsWith("`r")) { $row[$last] = $line.Substring($last.Length + 4) }
                } else {
                    $row[$last] += "`n$line"
                }
            }
            $row
        }
    }
    New-Expectation Rows -Rows @($rows)
}

# "METHOD: 1|-5#METHOD: 0|-6#PHONE: number|code|postal|state|owner|"
function Read-Check([string] $Line) {
    $parts = $Line.Split('#')
    $asked = ($parts[-1] -replace '^PHONE: ').Split('|')
    $shared = [ordered]@{ phone_number = $asked[0]; phone_code = $asked[1]; postal_code = $asked[2]; state = $asked[3]; owner = $asked[4] }
    $rows = foreach ($part in $parts | Select-Object -SkipLast 1) {
        $method, $values = $part -split ': ', 2
        $row = [ordered]@{ method = $method; dialable = if ($values.StartsWith('1')) { 'True' } else { 'False' }; gmt_offset = $values.Split('|')[1] }
        foreach ($name in $shared.Keys) { $row[$name] = $shared[$name] }
        $row
    }
    New-Expectation Rows -Rows @($rows)
}

# "group|calls|answered|00-1,01-2|A-1,B-2|": totals, hours, and statuses, which the cmdlet returns one at a time.
function Read-Breakdown([string[]] $Line) {
    $rows = foreach ($text in $Line) {
        if ($text) {
            $cells = $text.Split('|')
            [ordered]@{ campaign_id = $cells[0]; hours = ''; statuses = ''; total_calls = $cells[1]; human_answered_calls = $cells[2] }
            foreach ($pair in $cells[3].Split(',')) {
                [ordered]@{ campaign_id = $cells[0]; hours = "$([int]$pair.Split('-')[0])"; statuses = ''; total_calls = $pair.Split('-')[1]; human_answered_calls = '' }
            }
            foreach ($pair in $cells[4].Split(',', [StringSplitOptions]::RemoveEmptyEntries)) {
                $cut = $pair.LastIndexOf('-')
                [ordered]@{ campaign_id = $cells[0]; hours = ''; statuses = $pair.Substring(0, $cut); total_calls = $pair.Substring($cut + 1); human_answered_calls = '' }
            }
        }
    }
    New-Expectation Rows -Rows @($rows)
}

# The values of the request, followed by "number|area code|caller id|active|description|calls".
function Read-GroupEntry([string[]] $Line) {
    $names = 'row', 'areacode', 'outbound_cid', 'active', 'cid_description', 'call_count_today'
    $rows = foreach ($text in $Line | Select-Object -Skip 1) {
        if ($text) {
            $cells = $text.Split('|')
            $row = [ordered]@{}
            for ($i = 0; $i -lt $names.Count; $i++) { $row[$names[$i]] = $cells[$i] }
            $row
        }
    }
    New-Expectation Rows -Rows @($rows)
}

# The names of the statuses are in the order of their appearance, once for each group. Their counts are in the order of the names. The last line is
# the sum of all lines.
function Read-Disposition([string[]] $Line) {
    [string[]] $statuses = @($Line[0].Split(',') | Select-Object -Skip 2 | Select-Object -Unique)
    [array]::Sort($statuses, [StringComparer]::Ordinal)
    $rows = foreach ($text in $Line | Select-Object -Skip 1) {
        $cells = $text.Split(',')
        if (-not $text -or $cells[0] -ceq 'TOTAL') {
            continue
        }
        if ($statuses.Count -eq 0) {
            [ordered]@{ 'CAMPAIGN' = $cells[0]; '<STATUS>' = ''; 'TOTAL CALLS' = $cells[1]; 'group_calls' = '' }
        }
        for ($i = 0; $i -lt $statuses.Count; $i++) {
            [ordered]@{ 'CAMPAIGN' = $cells[0]; '<STATUS>' = $statuses[$i]; 'TOTAL CALLS' = $cells[$i + 2] -replace ' .*'; 'group_calls' = $cells[1] }
        }
    }
    New-Expectation Rows -Rows @($rows)
}

function Read-Sound([string[]] $Line) {
    $rows = foreach ($text in $Line) {
        if ($text) {
            $cells = $text.Split("`t")
            [ordered]@{ k = $cells[0]; filename = $cells[1]; date = $cells[2]; size = $cells[3]; epoch = $cells[4] }
        }
    }
    New-Expectation Rows -Rows @($rows)
}

# A selection page: the ID is in the link, the rest in the cells after it.
function Read-Picker([string] $Function, [string] $Body) {
    $names = @{
        moh_list = 'moh_id', 'moh_name', 'random'; vm_list = 'voicemail_id', 'fullname', 'email'; ingroup_list = 'group_id', 'group_name', 'group_color'
        callmenu_list = 'menu_id', 'menu_name'; container_list = 'container_id', 'container_notes'
    }[$Function]
    if (-not $names) {
        return New-Expectation Refused 'a web page'
    }
    $rows = foreach ($piece in $Body -split "<a href=`"javascript:choose_file\('" | Select-Object -Skip 1) {
        $row = [ordered]@{ $names[0] = ($piece -split "','")[0] }
        $cells = @($piece -split '</td>' | Select-Object -Skip 1)
        for ($i = 1; $i -lt $names.Count; $i++) {
            $row[$names[$i]] = if ($names[$i] -eq 'group_color') { if ($cells[$i - 1] -match 'bgcolor="([^"]*)"') { $Matches[1] } } else { $cells[$i - 1] -replace '(?s)^\s*<td[^>]*><font[^>]*>' }
        }
        if ($piece -match 'Files: </font><font[^>]*>(.*?)</td>') {
            $row['files'] = ($Matches[1] -replace '&nbsp;', ' ').Trim()
        }
        $row
    }
    New-Expectation Rows -Rows @($rows)
}

# Rows below a row of names.
function Read-Table([object] $Question, [object] $Entry, [string[]] $Line) {
    $own = $Question.Function
    $stage = $Question.Sent['stage']
    if ($Question.Sent['header'] -cne 'YES') {
        return New-Expectation Refused 'rows without names'
    }
    if ($stage -ceq 'newline') {
        return New-Expectation Refused 'a line for each value'
    }
    $delimiter = if ($stage -cin 'tab', 'csv') { $script:Delimiters[$stage] } else { '|' }
    $isOld = $Question.Generation -like '2.10*'
    $hasOldHeader = $isOld -or $Question.Generation -eq '2.14-107'
    if ($isOld -and $own -eq 'recording_lookup' -and $stage -cnotin 'tab', 'csv', 'pipe') {
        return New-Expectation Refused 'the word pipe between the values'
    }

    [string[]] $names = switch ($own) {
        { $Question.Sent['duration'] -ceq 'Y' } { 'start_time', 'user', 'recording_id', 'lead_id', 'duration', 'location'; break }
        'did_log_export' { 'did_number', 'caller_id_number', 'call_date', 'length_in_sec'; break }
        # The catalog has the columns in the order of the rows. The old header names only the first ones.
        { $hasOldHeader -and $own -in 'agent_status', 'agent_stats_export' } { @($Entry.Types.Keys) | Select-Object -First $(if ($own -eq 'agent_stats_export') { 17 } elseif ($isOld) { 12 } else { 13 }); break }
        default { $Line[0].Split($delimiter) }
    }

    # A row that is too short continues on the next line.
    $rows = [Collections.Generic.List[object]]::new()
    $unreadable = 0
    $last = $Line.Count - 1
    while ($last -ge 0 -and $Line[$last] -eq '') { $last-- }
    for ($i = 1; $i -le $last; $i++) {
        if ($Line[$i] -ceq $Line[0]) {
            continue
        }
        $text = $Line[$i]
        # Leads of different lists have different columns, each lead below its own header.
        if ($own -eq 'lead_all_info' -and $text.StartsWith("status$($delimiter)user$($delimiter)", [StringComparison]::Ordinal)) {
            [string[]] $names = $text.Split($delimiter)
            continue
        }
        # Everything between two headers is a lead.
        while ($i -lt $last -and $(if ($own -eq 'lead_all_info') { -not $Line[$i + 1].StartsWith("status$($delimiter)user$($delimiter)", [StringComparison]::Ordinal) } else { $text.Split($delimiter).Count -lt $names.Count })) {
            $i++
            $text += "`n" + $Line[$i]
        }
        $cells = $text.Split($delimiter)
        if ($own -eq 'list_info' -and $cells.Count -eq $names.Count + 1 -and $cells[-1] -eq '') {
            $cells = $cells[0..($names.Count - 1)]
        }
        if ($own -eq 'agent_status' -and $names[-1] -eq 'computer_ip' -and $cells.Count -eq $names.Count - 1) {
            $cells += ''
        }
        if ($own -eq 'lead_callback_info' -and $cells.Count -gt $names.Count) {
            $cells = $text.Split($delimiter, $names.Count)
        }
        if ($cells.Count -ne $names.Count) {
            $unreadable++
            continue
        }
        $row = [ordered]@{}
        for ($c = 0; $c -lt $names.Count; $c++) {
            $row[$names[$c]] = $cells[$c]
        }
        $rows.Add($row)
    }
    New-Expectation Rows -Rows $rows.ToArray() -Unreadable $unreadable
}

# Runs a query with its cmdlet, against a server that always returns the recorded response.
function Invoke-RecordedQuestion {
    param([object] $Question, [pscredential] $Credential)

    $command, $parameter = Get-QuestionCommand $Question
    # The breakdown of calls comes in three parts.
    $parts = if ($Question.Function -eq 'call_status_stats') { 'Total', 'Hour', 'Status' } else { '' }
    Invoke-WithReply $Question $Credential {
        foreach ($part in $parts) {
            if ($part) { $parameter['By'] = $part }
            & $command @parameter -Connection replay -ErrorVariable failed -ErrorAction Continue
            if ($failed) { break }
        }
    }
}

# The differences in the records, as text; nothing if they are as expected.
function Compare-RecordedRow([object] $Expected, [object[]] $Output, [object] $Question) {
    if ($Expected.Rows.Count -ne $Output.Count) {
        "$($Output.Count) records instead of $($Expected.Rows.Count)"
        return
    }
    $rows = $Expected.Rows
    if ($Question.Function -eq 'call_status_stats') {
        # The totals come first, then the hours, then the statuses.
        $rows = @($rows.Where({ $_['hours'] -eq '' -and $_['statuses'] -eq '' })) + @($rows.Where({ $_['hours'] -ne '' })) + @($rows.Where({ $_['statuses'] -ne '' }))
    }
    for ($i = 0; $i -lt $rows.Count; $i++) {
        $record = $Output[$i]
        $type = $record.GetType()
        if (-not $script:Properties.ContainsKey($type)) {
            $script:Properties[$type] = Get-ColumnProperty $type
        }
        $properties = $script:Properties[$type]
        $row = $rows[$i]
        foreach ($column in $row.Keys) {
            # A column that the catalog does not know, such as a custom field, is a property of the same name.
            $name = if ($properties.Contains($column)) { $properties[$column] } else { $column }
            $value = $record.$name
            $actual = if ($value -is [string]) { $value } else { ConvertTo-ActualText $value }
            $wanted = if ($value -is [bool] -and $row[$column] -cin '0', '1') { if ($row[$column] -ceq '1') { 'True' } else { 'False' } } else { $row[$column] }
            if ($actual -cne $wanted) { "record $($i): $name is '$actual' instead of '$wanted'" }
        }
        if ($record.ConnectionName -cne 'replay') { "record $($i): ConnectionName is '$($record.ConnectionName)'" }
        foreach ($key in @($properties.Keys) -clike 'asked *') {
            $asked = $key.Substring('asked '.Length)
            # The response does not repeat the values of the request, but the record does.
            $wanted = switch ([string]$(if ($asked -eq 'end_date' -and -not $Question.Sent[$asked]) { $Question.Sent['query_date'] } else { $Question.Sent[$asked] })) { 'Y' { 'True' } { $asked -eq 'end_date' -and $_ } { "$_ 23:59:59" } { $asked -eq 'query_date' -and $_ } { "$_ 00:00:00" } default { $_ } }
            $actual = ConvertTo-ActualText $record.($properties[$key])
            if ($actual -cne [string]$wanted -and ($wanted -or $asked -notlike '*_date')) { "record $($i): $($properties[$key]) is '$actual' instead of '$wanted', which was asked for" }
        }
        foreach ($column in $properties.Keys) {
            if ($column -cnotlike 'asked *' -and -not $row.Contains($column)) {
                $actual = ConvertTo-ActualText $record.($properties[$column])
                if ($actual -cne '') { "record $($i): $($properties[$column]) is '$actual', but the reply says nothing of it" }
            }
        }
    }
}

# What is wrong with the result of a cmdlet for a recorded response, as text; nothing if it is right.
function Test-RecordedQuestion([object] $Question, [pscredential] $Credential) {
    $expected = Read-CapturedResponse $Question
    $answer = Invoke-RecordedQuestion $Question $Credential
    $ids = @($answer.Errors | ForEach-Object { $_.FullyQualifiedErrorId -replace ',.*' })
    $wanted = switch ($expected.Outcome) {
        'Rows' { @('Vicidial.UnreadableRow') * $expected.Unreadable }
        'RowsOfFailure' { 'Vicidial.ReplyCut' }
        'Refused' { if ($expected.Why -eq 'a web page') { $ids.Where({ $_ -cin 'Vicidial.ReplyNotUnderstood', 'Vicidial.UnreadableRow', 'Vicidial.NotADialer' }) } else { 'Vicidial.ReplyNotUnderstood' } }
        'Error' { if ($expected.ErrorId) { "Vicidial.$($expected.ErrorId)" } else { $ids.Where({ $_ -cmatch '^Vicidial\.[A-Z]' }, 'First') } }
    }
    if ("$ids" -cne "$wanted" -or ($expected.Outcome -in 'Refused', 'Error' -and $ids.Count -eq 0)) { "the errors '$ids' instead of '$wanted' for $($expected.Outcome) $($expected.Why)" }
    if ($expected.Outcome -in 'Rows', 'RowsOfFailure') {
        Compare-RecordedRow $expected $answer.Output $Question | Select-Object -First 5
    } elseif ($answer.Output.Count -ne 0) {
        "$($answer.Output.Count) records instead of none for $($expected.Outcome) $($expected.Why)"
    }
    if ($expected.Outcome -eq 'Error' -and $ids.Count -gt 0) {
        $category = "$($answer.Errors[0].CategoryInfo.Category)"
        if ($category -cne $expected.Category) { "the category $category instead of $($expected.Category) for $($expected.Why)" }
        $since = if ($Question.Api -eq 'agent') { '150108-1039' } else { '150217-1404' }
        if ($expected.ErrorId -eq 'DialerTooOld' -and -not $answer.Errors[0].Exception.Message.Contains($since)) { "the error does not name $($since): $($answer.Errors[0])" }
    }
}

Export-ModuleMember -Function Invoke-RecordedQuestion, Compare-RecordedRow, Get-RecordedQuestion, Read-CapturedResponse, Test-RecordedQuestion
