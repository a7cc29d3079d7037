<#
.SYNOPSIS
    Writes VicidialPS.Lists.format.ps1xml: what Format-List shows of each type that has a table.
.DESCRIPTION
    Without a list of its own, PowerShell shows a type's properties as they are, escape sequences of a dialer included. Run it
    with the built module after a record, or a property of one, was added. A test checks that the file is in step.
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
$plain = [int], [long], [double], [decimal], [bool], [datetime], [DateTimeOffset], [timespan]
$views = [xml] (Get-Content (Join-Path $PSScriptRoot VicidialPS.format.ps1xml) -Raw -Encoding utf8)
$hasList = @($views.SelectNodes('//View[ListControl]/ViewSelectedBy/TypeName').InnerText)
$lines = @(
    '<?xml version="1.0" encoding="utf-8"?>'
    '<!-- Written by Build-Lists.ps1. Change that script, not this file. -->'
    '<Configuration>'
    '  <ViewDefinitions>'
    foreach ($name in $views.SelectNodes('//View[TableControl]/ViewSelectedBy/TypeName').InnerText | Where-Object { $_ -notin $hasList } | Select-Object -Unique) {
        $type = $name -as [type]
        '    <View>'
        "      <Name>$name.List</Name>"
        '      <ViewSelectedBy>'
        "        <TypeName>$name</TypeName>"
        '      </ViewSelectedBy>'
        '      <ListControl>'
        '        <ListEntries>'
        '          <ListEntry>'
        '            <ListItems>'
        foreach ($property in $type.GetProperties('Public, Instance') | Where-Object { $_.GetIndexParameters().Count -eq 0 }) {
            $kind = [Nullable]::GetUnderlyingType($property.PropertyType)
            if (-not $kind) {
                $kind = $property.PropertyType
            }
            if ($kind.IsEnum -or $kind -in $plain) {
                "              <ListItem><PropertyName>$($property.Name)</PropertyName></ListItem>"
            }
            else {
                "              <ListItem><Label>$($property.Name)</Label><ScriptBlock>[VicidialPS.Formatting.Shown]::Text(`$_.$($property.Name))</ScriptBlock></ListItem>"
            }
        }
        if ($type.GetMethod('GetUnknownColumns')) {
            '              <ListItem>'
            '                <ItemSelectionCondition><ScriptBlock>[VicidialPS.Formatting.Shown]::HasMore($_)</ScriptBlock></ItemSelectionCondition>'
            '                <Label>OtherColumns</Label>'
            '                <ScriptBlock>[VicidialPS.Formatting.Shown]::More($_)</ScriptBlock>'
            '              </ListItem>'
        }
        '            </ListItems>'
        '          </ListEntry>'
        '        </ListEntries>'
        '      </ListControl>'
        '    </View>'
    }
    '  </ViewDefinitions>'
    '</Configuration>'
)
$text = ($lines -join "`n") + "`n"
if ($Check) {
    return $text
}
[IO.File]::WriteAllText((Join-Path $PSScriptRoot VicidialPS.Lists.format.ps1xml), $text)
