<#
.SYNOPSIS
    Writes VicidialPS.format.ps1xml from Views.txt: the tables, and a list for each type that has one.
.DESCRIPTION
    Run it with the built module after a record, a property of one, or Views.txt was changed; a test checks that the file is in
    step. Numbers are put right, text is shown without escape sequences, and the widths are what fits 80 and 120 columns. Without a
    list of its own, PowerShell shows a type's properties as they are, escape sequences of a dialer included.
.PARAMETER ModulePath
    The manifest of the built module.
.PARAMETER Check
    Writes nothing: returns the text that the file must have.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $ModulePath,
    [switch] $Check
)

$ErrorActionPreference = 'Stop'
Import-Module (Resolve-Path $ModulePath).Path

# A console keeps the last cell of a line free.
$narrow = 79
$wide = 119
$numbers = [int], [long], [double], [decimal]
$plain = $numbers + [bool], [datetime], [DateTimeOffset], [timespan]

# Columns that are not just a property: an expression, or a property and its format. Wide tables show times without seconds.
$expressions = @{
    AgentState          = '[VicidialPS.Formatting.StateColor]::Paint($_.Status, $_.SubStatus)'
    FloorKind           = '[VicidialPS.Formatting.StateColor]::PaintKind($_.Kind)'
    Cmdlets             = '$_.Cmdlet -join '', '''
    TimelineStatus      = '[VicidialPS.Formatting.Shown]::Text($_.Status) -replace ''^Vicidial\.'''
    Received            = '$_.ReceivedAt.ToLocalTime().ToString(''HH:mm:ss'')'
    FreeGB              = 'if ($null -ne $_.DiskFreeSpace) { ''{0:n1}'' -f ($_.DiskFreeSpace / 1GB) }'
    RowCount            = '$_.Rows.Count'
    Fields              = '$_.Fields -join '', '''
    Setting             = '$_.Setting -join "`n"'
    ApiFunctions        = '$_.ApiFunction -join '', '''
    Notes               = '$_.Notes -join "`n"'
    ClockTime           = 'Time', 'HH:mm:ss'
    StartDay            = 'StartTime', 'yyyy-MM-dd'
    LastCallMinute      = 'LastCallDate', 'yyyy-MM-dd HH:mm'
    LastLocalCallMinute = 'LastLocalCallTime', 'yyyy-MM-dd HH:mm'
    CallbackMinute      = 'CallbackTime', 'yyyy-MM-dd HH:mm'
    Load                = 'LoadAverage', '{0:0.00}'
    RowRate             = 'RowsPerSecond', '{0:0.0}'
}
foreach ($part in 'Reachable', 'NonAgentApi', 'AgentApi', 'Login', 'AgentLogin', 'Rights', 'Clock') {
    $expressions[$part] = "`$_.$part.Passed"
}
$right = 'FreeGB', 'RowCount', 'Load', 'RowRate'

function Find-ViewType([string] $Name) {
    $full = if ($Name -match '^Vicidial') { $Name } else { "Vicidial.Client.$Name" }
    @{ Name = $full; Type = [type] ($full -replace '#.*') }
}

# The type of a property. If there are several types, some of them may lack the property.
function Find-Kind([type[]] $Type, [string] $Property) {
    $found = $Type | ForEach-Object { $_.GetProperty($Property) } | Where-Object { $_ } | Select-Object -First 1
    if (-not $found) {
        throw "$($Type -join ', ') has no property $Property."
    }
    $inner = [Nullable]::GetUnderlyingType($found.PropertyType)
    if ($inner) { $inner } else { $found.PropertyType }
}

# What a cell or an entry shows, as XML.
function Get-ContentXml([type[]] $Type, [string] $Property) {
    if ($Property -match '^\{(\w+)\}$') {
        $expression = $expressions[$Matches[1]]
        if ($null -eq $expression) {
            throw "There is no expression $Property."
        }
        if ($expression -is [array]) {
            return "<PropertyName>$($expression[0])</PropertyName><FormatString>$($expression[1])</FormatString>"
        }
        return "<ScriptBlock>$([Security.SecurityElement]::Escape($expression).Replace('&apos;', "'").Replace('&quot;', '"'))</ScriptBlock>"
    }
    $kind = Find-Kind $Type $Property
    if ($kind -eq [timespan] -and $Type[0].Namespace -eq 'VicidialPS.Output') {
        return "<ScriptBlock>[VicidialPS.Formatting.Shown]::Time(`$_.$Property)</ScriptBlock>"
    }
    if ($kind.IsEnum -or $kind -in $plain) {
        return "<PropertyName>$Property</PropertyName>" + $(if ($kind -eq [datetime]) { '<FormatString>yyyy-MM-dd HH:mm:ss</FormatString>' })
    }
    "<ScriptBlock>[VicidialPS.Formatting.Shown]::Text(`$_.$Property)</ScriptBlock>"
}

function Test-Right([type[]] $Type, [string] $Property) {
    if ($Property -match '^\{(\w+)\}$') {
        return $Matches[1] -in $right
    }
    (Find-Kind $Type $Property) -in $numbers + [timespan]
}

# Divides the remaining width among the columns that can take it.
function Set-Width([object[]] $Column, [int] $Room) {
    $left = $Room - ($Column | Measure-Object Width -Sum).Sum - $Column.Count + 1
    $takers = @($Column | Where-Object Takes)
    if ($left -lt 0) {
        throw "The columns $($Column.Heading -join ', ') are $(-$left) too wide."
    }
    for ($i = 0; $takers -and $i -lt $left; $i++) {
        $takers[$i % $takers.Count].Width++
    }
}

function New-TableXml([string[]] $Word, [hashtable[]] $Type) {
    $first = $null
    $columns = @(foreach ($one in $Word) {
            if ($one -eq '|') {
                $first = 0
                continue
            }
            if ($one -notmatch '^(?<heading>[^=:]+)(=(?<property>[^:]+))?:(?<width>\d+)(?<takes>\*?)$') {
                throw "'$one' is not a column."
            }
            $heading = $Matches.heading
            $property = if ($Matches.property) { $Matches.property } elseif ($heading -eq 'Connection') { 'ConnectionName' } else { $heading }
            if ($heading.Length -gt [int] $Matches.width) {
                throw "$heading does not fit its column."
            }
            if ($null -ne $first) {
                $first++
            }
            [pscustomobject]@{ Heading = $heading; Property = $property; Width = [int] $Matches.width; Takes = [bool] $Matches.takes }
        })
    if ($null -eq $first) {
        Set-Width $columns $narrow
        # With a width of 0, PowerShell calculates the width. For the first column, it would wait for the last object to do so.
        if (-not $columns[0].Takes) {
            $columns | Where-Object Takes | ForEach-Object { $_.Width = 0 }
        }
    }
    else {
        # In a narrow window, a text column after the others takes the remaining width; any other column would be cut to one letter.
        $head = @($columns | Select-Object -First ($columns.Count - $first))
        if ($head.Takes -contains $true -or -not $columns[$head.Count].Takes) {
            Set-Width $head $narrow
        }
        else {
            $rest = $narrow - ($head | Measure-Object Width -Sum).Sum - $head.Count
            if ($rest -lt [Math]::Max(12, $columns[$head.Count].Heading.Length)) {
                throw "$($columns[$head.Count].Heading) has no room in a narrow window."
            }
        }
        $head | ForEach-Object { $_.Takes = $false }
        Set-Width $columns $wide
    }

    $headers = $columns | ForEach-Object {
        $width = if ($_.Width) { "<Width>$($_.Width)</Width>" }
        $alignment = if (Test-Right $Type.Type $_.Property) { '<Alignment>Right</Alignment>' }
        "<TableColumnHeader><Label>$($_.Heading)</Label>$width$alignment</TableColumnHeader>"
    }
    $items = $columns | ForEach-Object { "<TableColumnItem>$(Get-ContentXml $Type.Type $_.Property)</TableColumnItem>" }
    "<TableControl><TableHeaders>$(-join $headers)</TableHeaders><TableRowEntries><TableRowEntry><TableColumnItems>$(-join $items)" +
    '</TableColumnItems></TableRowEntry></TableRowEntries></TableControl>'
}

function New-ListXml([string[]] $Word, [type] $Type) {
    $items = foreach ($one in $Word) {
        $heading, $property = $one -split '=', 2
        $content = Get-ContentXml $Type $(if ($property) { $property } else { $heading })
        $label = if ($content -notlike '<PropertyName>*') { "<Label>$heading</Label>" }
        "<ListItem>$label$content</ListItem>"
    }
    if ($Type.GetMethod('GetUnknownColumns')) {
        $items += '<ListItem><ItemSelectionCondition><ScriptBlock>[VicidialPS.Formatting.Shown]::HasMore($_)</ScriptBlock></ItemSelectionCondition>' +
        '<Label>OtherColumns</Label><ScriptBlock>[VicidialPS.Formatting.Shown]::More($_)</ScriptBlock></ListItem>'
    }
    "<ListControl><ListEntries><ListEntry><ListItems>$(-join $items)</ListItems></ListEntry></ListEntries></ListControl>"
}

function New-ViewXml([string] $Name, [hashtable[]] $Type, [string] $Control) {
    $names = $Type | ForEach-Object { "<TypeName>$($_.Name)</TypeName>" }
    "<View><Name>$Name</Name><ViewSelectedBy>$(-join $names)</ViewSelectedBy>$Control</View>"
}

$listed = [Collections.Generic.List[string]]::new()
$tabled = [Collections.Generic.List[hashtable]]::new()
$views = foreach ($line in Get-Content (Join-Path $PSScriptRoot Views.txt) -Encoding utf8 | Where-Object { $_ -match '^(table|list) ' }) {
    $form, $typeNames, $words = $line -split ' +'
    $types = @($typeNames -split ',' | ForEach-Object { Find-ViewType $_ })
    $name = 'Vicidial.' + ($types[0].Name -replace '^.*\.' -replace '#', '.')
    try {
        if ($form -eq 'list') {
            $listed.Add($types[0].Name)
            New-ViewXml $name $types (New-ListXml $words $types[0].Type)
        }
        else {
            $types | ForEach-Object { $tabled.Add($_) }
            New-ViewXml $(if ($types[0].Name -in $listed) { "$name.Table" } else { $name }) $types (New-TableXml $words $types)
        }
    }
    catch {
        throw "${name}: $_"
    }
}
$lists = foreach ($type in $tabled | Where-Object { $_.Name -notmatch '#' -and $_.Name -notin $listed }) {
    $properties = $type.Type.GetProperties('Public, Instance') | Where-Object { $_.GetIndexParameters().Count -eq 0 } | ForEach-Object Name
    New-ViewXml "$($type.Name).List" $type (New-ListXml $properties $type.Type)
}
$text = (@(
        '<?xml version="1.0" encoding="utf-8"?>'
        '<!-- Written by Build-Views.ps1 from Views.txt. Change those, not this file. -->'
        '<Configuration><ViewDefinitions>'
        $views
        $lists
        '</ViewDefinitions></Configuration>'
    ) -join "`n") + "`n"
if ($Check) {
    return $text
}
[IO.File]::WriteAllText((Join-Path $PSScriptRoot VicidialPS.format.ps1xml), $text)
