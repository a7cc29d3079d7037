# What the tests of queries and of changes share: the recordings, what was sent, the catalog's entry for a line, and a server that returns one
# recorded response. Nothing here uses the client's reader.

Set-StrictMode -Version 2.0

# The category that a user sees for each kind of error. For a change, "nothing found" is an error.
$script:Categories = @{
    Authentication = 'AuthenticationError'; AccountLocked = 'SecurityError'; AddressBlocked = 'SecurityError'; Permission = 'PermissionDenied'
    InvalidArgument = 'InvalidArgument'; NotFound = 'ObjectNotFound'; Conflict = 'ResourceExists'; State = 'InvalidOperation'; Limit = 'LimitsExceeded'; Server = 'InvalidResult'
    Empty = 'ObjectNotFound'
}

# Functions that change something, used here to list entries.
$script:Asking = @{
    'agent/recording'                  = { $args[0]['value'] -notin 'START', 'STOP' }
    'non-agent/update_alt_url'         = { $args[0]['alt_url_id'] -ceq 'LIST' }
    'non-agent/update_cid_group_entry' = { $args[0]['stage'] -ceq 'INFO' }
    'non-agent/update_presets'         = { $args[0]['action'] -ceq 'LIST' }
}

$script:Functions = @{}
$script:Known = [hashtable]::new([StringComparer]::Ordinal)

# For the same release with PHP 8.1, only responses that differ from the first release are used, because most of them are identical. For the releases
# in between, only responses are used that none of the first three gave for the same function, because all others are read in the same way.
$script:Generations = '2.14-202', '2.14-202-php8.1', '2.10-69', '2.14-194', '2.14-107'
$script:Between = '2.14-194', '2.14-107'
$script:Separators = ' ', '-', ':', '|'

# The responses of one function, named "api/function", of the dialers of all generations, in the order of their
# recording.
function Get-CapturedResponse([string] $Name) {
    $api, $own = $Name.Split('/')
    $seen = [Collections.Generic.HashSet[string]]::new()
    $first = @{}
    foreach ($generation in $script:Generations) {
        $file = [Vicidial.Testing.Captures]::FileOf($generation, $api, $own)
        if (-not [IO.File]::Exists($file)) {
            continue
        }
        foreach ($recording in [Vicidial.Testing.Captures]::LoadFile($file)) {
            $sent = [Collections.Generic.Dictionary[string, string]]::new()
            foreach ($pair in $recording.ToRequest().Fields) {
                $sent[$pair.Key] = $pair.Value
            }

            # Some cases of a file use another function to read what was stored, and a name in capitals is a different
            # function.
            if ($sent['function'] -cne $own) {
                continue
            }
            $whole = "$($recording.Status) $($recording.ContentType) $([Convert]::ToBase64String($recording.BodyBytes)) $($recording.Params) $($recording.RawQuery) $($recording.UrlQuery)"
            if ($generation -ceq '2.14-202') { $first[$recording.Id] = $whole }
            if ($generation -ceq '2.14-202-php8.1' -and $first[$recording.Id] -ceq $whole) {
                continue
            }
            if (-not $seen.Add("$($recording.Status) $($recording.Body)") -and $generation -in $script:Between) {
                continue
            }
            $isQuestion = if ($script:Asking.ContainsKey($Name)) { & $script:Asking[$Name] $sent } else { (Get-CatalogEntry $Name).Kind -eq 'Query' }
            [pscustomobject]@{
                Id = "$generation $($recording.Id)"; Name = $Name; Api = $api; Function = $own; Generation = $generation
                Sent = $sent; Status = $recording.Status; Body = $recording.Body; Recording = $recording; IsQuestion = [bool]$isQuestion
            }
        }
    }
}

# From here on, Select-Sent and similar functions use the request of this response.
function Use-Sent([object] $Reply) {
    $script:sent = [hashtable]::new([StringComparer]::Ordinal)
    foreach ($pair in $Reply.Sent.GetEnumerator()) {
        $script:sent[$pair.Key] = $pair.Value
    }
    $script:sent
}

# The sent value, if the cmdlet can send it, otherwise a likely one: the response does not depend on it here.
function Select-Sent([string] $Name, [string] $Default, [string] $Pattern = '.') {
    $value = [string]$script:sent[$Name]
    if ($value -and $value -match $Pattern) { $value } else { $Default }
}

function Join-Given([hashtable] $Parameter, [hashtable] $Plain = @{}, [hashtable] $Switch = @{}) {
    foreach ($name in $Plain.Keys) {
        if ($script:sent[$Plain[$name]] -match '^[A-Za-z0-9._-]{2,20}$|^\d+$' -and $script:sent[$Plain[$name]] -cne 'ZZ' -and $script:sent[$Plain[$name]] -notlike '---*') {
            $Parameter[$name] = $script:sent[$Plain[$name]]
        }
    }
    foreach ($name in $Switch.Keys) {
        if ($script:sent[$Switch[$name]] -cin 'Y', 'YES', 'BLOCK') {
            $Parameter[$name] = $true
        }
    }
    $Parameter
}

function Join-Agent([hashtable] $Parameter = @{}) {
    if ($script:sent['alt_user']) { $Parameter['AlternateUser'] = $script:sent['alt_user'] } else { $Parameter['User'] = Select-Sent agent_user 1001 }
    $Parameter
}

# Columns by name with their types, and the lines with their meaning, the most specific first.
function Get-CatalogEntry([string] $Name) {
    if (-not $script:Functions.ContainsKey($Name)) {
        $api, $own = $Name.Split('/')
        $catalog = [Vicidial.Client.Functions.ApiCatalog]::Find($(if ($api -eq 'agent') { 'Agent' } else { 'NonAgent' }), $own)
        $types = [ordered]@{}
        foreach ($column in $catalog.Columns) {
            if (-not $types.Contains($column.Name)) {
                $types[$column.Name] = $column.Type
            }
        }
        # The response has the counts in columns with the names of statuses. The record has the name as a property.
        if ($types.Contains('<STATUS>')) {
            $types['<STATUS>'] = 'string'
        }
        $lines = foreach ($shape in $catalog.Shapes) {
            $words = @(($shape.Template -split '<[^>]*>').Trim($script:Separators) | Where-Object { $_ })
            [pscustomobject]@{
                Sort = "$($shape.Kind)"; Template = $shape.Template; Kind = "$($shape.ErrorKind)"; ErrorId = $shape.ErrorId
                Pattern = '^' + (($words | ForEach-Object { [regex]::Escape($_) }) -join '.*'); Length = ($words -join '').Length
            }
        }
        $script:Functions[$Name] = [pscustomobject]@{ Types = $types; Lines = @($lines | Sort-Object Length -Descending); Kind = "$($catalog.Kind)"; Api = $api; Function = $own }
    }
    $script:Functions[$Name]
}

# The catalog's entry for a line, or nothing. A response is read line by line for several questions.
function Find-CatalogLine([object] $Entry, [string] $Line) {
    $key = "$($Entry.Api)/$($Entry.Function) $Line"
    if ($script:Known.Count -gt 1000) { $script:Known.Clear() }
    if (-not $script:Known.ContainsKey($key)) { $script:Known[$key] = Search-CatalogLine $Entry $Line }
    $script:Known[$key]
}

function Search-CatalogLine([object] $Entry, [string] $Line) {
    $known = @($Entry.Lines | Where-Object { $Line -cmatch $_.Pattern })
    if (-not $known -and $Line -cmatch '^[A-Z]+: (\w+) ' -and $Matches[1] -cne $Entry.Function) {
        # A function can hand over to another one, which then responds with its own name.
        $known = @([Vicidial.Client.Functions.ApiCatalog]::GetAll() | Where-Object { $_.Name -ceq $Matches[1] } | Select-Object -First 1 | ForEach-Object { (Get-CatalogEntry "$($Entry.Api)/$($_.Name)").Lines } | Where-Object { $Line -cmatch $_.Pattern })
    }
    if ($known) {
        # Two entries that differ only in their values are distinguished by the number of values.
        $count = $Line.TrimEnd('|').Split('|').Count
        $known | Where-Object Length -EQ $known[0].Length | Sort-Object { [Math]::Abs($_.Template.TrimEnd('|').Split('|').Count - $count) } | Select-Object -First 1
    }
}

function New-Expectation([string] $Outcome, [string] $Why = '', [object[]] $Rows = @(), [int] $Unreadable = 0, [string] $Category = '', [string] $ErrorId = '') {
    [pscustomobject]@{ Outcome = $Outcome; Why = $Why; Rows = $Rows; Unreadable = $Unreadable; Category = $Category; ErrorId = $ErrorId; IsNothing = $false }
}

# The error that must be written for a line.
function Read-ErrorLine([object] $Entry, [string] $Line) {
    if ($Line -ceq 'ERROR: NO FUNCTION SPECIFIED') {
        return New-Expectation Error 'an unknown function' -Category NotImplemented -ErrorId DialerTooOld
    }
    if ($Line -cmatch '^ERROR: Invalid Username/Password: .*\|(?<code>GOOD|BAD|LOCK|IPBLOCK|2FA)\|') {
        $category = switch ($Matches['code']) { 'GOOD' { 'PermissionDenied' } 'BAD' { 'AuthenticationError' } '2FA' { 'AuthenticationError' } default { 'SecurityError' } }
        return New-Expectation Error 'a refused login' -Category $category
    }
    $known = Find-CatalogLine $Entry $Line
    if (-not $known) {
        throw "The catalog does not know the line: $Line"
    }
    $result = New-Expectation Error $known.Template -Category $script:Categories[$known.Kind] -ErrorId $known.ErrorId
    $result.IsNothing = $known.Kind -eq 'Empty'
    $result
}

# The values of a record, in the form of ConvertTo-ExpectedText.
function ConvertTo-ActualText([object] $Value) {
    if ($null -eq $Value) { return '' }
    if ($Value -is [string]) { return $Value }
    if ($Value -is [datetime]) { return $Value.ToString('yyyy-MM-dd HH:mm:ss') }
    if ($Value -is [timespan]) { return $Value.TotalSeconds.ToString('0.###') }
    if ($Value -is [decimal]) { return $Value.ToString('0.############') }
    if ($Value -is [uri]) { return $Value.OriginalString }
    if ($Value -is [Vicidial.Client.Wire.SecretAddress]) { return $Value.Reveal().OriginalString }
    "$Value"
}

# The properties of a record type by their columns, and those that repeat values of the request.
function Get-ColumnProperty([type] $Type) {
    $map = [ordered]@{}
    foreach ($property in $Type.GetProperties()) {
        foreach ($attribute in $property.GetCustomAttributes($false)) {
            if ($attribute -is [Vicidial.Client.Records.ColumnAttribute] -or $attribute -is [Vicidial.Client.Records.RecomputedAttribute]) {
                $map[$attribute.Name] = $property.Name
            } elseif ($attribute -is [Vicidial.Client.Records.RequestFieldAttribute]) {
                $map["asked $(@($attribute.Names)[0])"] = $property.Name
            }
        }
    }
    $map
}

# Runs a script block against a server that always returns one recorded response, except for earlier requests.
function Invoke-WithReply {
    param([object] $Reply, [pscredential] $Credential, [scriptblock] $Ask, [string] $Before)

    $output = [Collections.Generic.List[object]]::new()
    $failed = [Collections.Generic.List[object]]::new()
    $said = [Collections.Generic.List[object]]::new()
    $server = [Vicidial.Testing.ReplayServer]::StartFor($Reply.Recording, $true, $null, $(if ($Before) { $Before } else { [NullString]::Value }))
    try {
        Connect-VicidialServer -Uri $server.Uri -Credential $Credential -Name replay -MaximumRetryCount 0
        & $Ask *>&1 | ForEach-Object {
            switch ($_) {
                { $_ -is [Management.Automation.ErrorRecord] } { $failed.Add($_); break }
                { $_ -is [Management.Automation.InformationalRecord] -or $_ -is [Management.Automation.InformationRecord] } { $said.Add($_); break }
                default { $output.Add($_) }
            }
        }
    } catch {
        $failed.Add($_)
    } finally {
        Disconnect-VicidialServer replay -ErrorAction Ignore
        $server.Dispose()
    }
    [pscustomobject]@{ Output = $output; Errors = $failed; Said = $said; Answers = $server.Answers }
}

Export-ModuleMember -Function Get-CapturedResponse, Use-Sent, Select-Sent, Join-Given, Join-Agent, Get-CatalogEntry, Find-CatalogLine, New-Expectation, Read-ErrorLine, ConvertTo-ActualText, Get-ColumnProperty, Invoke-WithReply
