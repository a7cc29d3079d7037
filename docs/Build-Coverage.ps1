<#
.SYNOPSIS
    Writes docs/coverage.md: how much of the dialer's APIs the cmdlets cover, and which recorded responses prove it.
.DESCRIPTION
    The figures come from the catalog, from the declarations of the cmdlets, and from the recorded responses, as the tests read them.
    The same sources produce the same file, byte for byte.

    Needs PowerShell 7.
.PARAMETER ModulePath
    The manifest of a built module.
.PARAMETER TestingAssembly
    Vicidial.Testing.dll, with the recorded responses beside it.
.PARAMETER Destination
    The file to write.
.PARAMETER Check
    Writes nothing, and fails if the file is out of date.
.EXAMPLE
    ./docs/Build-Coverage.ps1 -ModulePath ./out/VicidialPS/VicidialPS.psd1 -TestingAssembly ./tests/Vicidial.Testing/bin/Release/net8.0/Vicidial.Testing.dll
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $ModulePath,
    [Parameter(Mandatory)] [string] $TestingAssembly,
    [string] $Destination = (Join-Path $PSScriptRoot 'coverage.md'),
    [switch] $Check
)

$ErrorActionPreference = 'Stop'
if ($PSVersionTable.PSVersion.Major -lt 7) {
    throw 'Run this script with PowerShell 7.'
}

Import-Module $ModulePath
Add-Type -Path $TestingAssembly
foreach ($reader in 'CapturedQuestions', 'CapturedActions') {
    Import-Module ([IO.Path]::Combine((Split-Path $PSScriptRoot), 'tests', 'VicidialPS.Tests', 'Pester', "$reader.psm1")) -Force
}
$generations = '2.14-202', '2.14-202-php8.1', '2.14-194', '2.14-107', '2.10-69'    # the generations in CapturedResponses.psm1
$utf8 = [Text.UTF8Encoding]::new($false)

# Which cmdlets use which function.
$cmdlets = @(Get-Command -Module VicidialPS -CommandType Cmdlet | Sort-Object Name | ForEach-Object {
        $attributes = $_.ImplementingType.GetCustomAttributes($true)
        [pscustomobject]@{
            Command   = $_
            Classes   = $attributes
            Functions = @($attributes | Where-Object { $_ -is [VicidialPS.Binding.ApiFunctionAttribute] })
        }
    })

# The parameter sets of a cmdlet that use a function; none if all do.
function Get-CallingSet([object] $Cmdlet, [object] $Function) {
    $own = @($Cmdlet.Functions | Where-Object { $_.Name -ceq $Function.Name -and $_.Api -eq $Function.Api -and $_.ParameterSet } | ForEach-Object ParameterSet)
    $others = @($Cmdlet.Functions | Where-Object { ($_.Name -cne $Function.Name -or $_.Api -ne $Function.Api) -and $_.ParameterSet } | ForEach-Object ParameterSet)
    if ($own -or -not $others) { $own } else { $Cmdlet.Command.ParameterSets.Name | Where-Object { $_ -notin $others } }
}

# The API fields that a request can have: from a parameter, from a fixed value, or with a stated reason for neither.
function Get-CoveredField([object] $Cmdlet, [object] $Function) {
    $sets = @(Get-CallingSet $Cmdlet $Function)
    foreach ($property in $Cmdlet.Command.ImplementingType.GetProperties()) {
        $attributes = $property.GetCustomAttributes($true)
        $own = @($attributes | Where-Object { $_ -is [Parameter] -and $_.ParameterSetName -ne '__AllParameterSets' } | ForEach-Object ParameterSetName)
        if ($own -and $sets -and -not ($own | Where-Object { $_ -in $sets })) {
            continue
        }
        foreach ($attribute in $attributes) {
            switch ($attribute) {
                { $_ -is [VicidialPS.Binding.FieldAttribute] } { if ($_.Name) { $_.Name } else { ($attributes | Where-Object { $_ -is [Alias] }).AliasNames[0] } }
                { $_ -is [VicidialPS.Binding.MomentFieldsAttribute] } { $_.Date; $_.Time }
            }
        }
    }
    foreach ($attribute in $Cmdlet.Classes) {
        switch ($attribute) {
            { $_ -is [VicidialPS.Binding.FixedFieldAttribute] } { if (-not $_.ParameterSet -or -not $sets -or $_.ParameterSet -in $sets) { $_.Name } }
            { $_ -is [VicidialPS.Binding.DecidedFieldAttribute] } { $_.Name }
            { $_ -is [VicidialPS.Binding.DerivedFieldAttribute] } { $_.WireName }
        }
    }
    if ("$($Function.Form)" -eq 'Table') {
        'stage'
        'header'
    }
}

# Finds the values in the response to a successful change, except the account, and which of them the result contains. Values that repeat a field of
# the request are in the message of the result.
function Get-ToldValue([object] $Function, [type[]] $Type) {
    $told = @($Function.Shapes | Where-Object { "$($_.Kind)" -eq 'Success' -or "$($_.NoticeSort)" -eq 'Done' } | ForEach-Object ValueNames | Where-Object { $_ -ne 'api_user' } | Select-Object -Unique)
    $known = @($Type | ForEach-Object { (Get-ShownValue $_).Keys }) + @($Function.Parameters | ForEach-Object Name)
    [pscustomobject]@{ Told = $told; Met = @($told | Where-Object { $_ -cin $known }) }
}

# The outcomes of the recorded responses of a function, by generation.
function Measure-Capture([string] $Name) {
    $counts = @{}
    foreach ($generation in $generations) {
        $counts[$generation] = [pscustomobject]@{ Replies = 0; Rows = 0; Errors = 0; Nothing = 0 }
    }
    foreach ($question in Get-RecordedQuestion $Name) {
        $count = $counts[$question.Generation]
        $expected = Read-CapturedResponse $question
        $count.Replies++
        switch ($expected.Outcome) {
            'Rows' { $count.Rows += $expected.Rows.Count; $count.Errors += $expected.Unreadable }
            'Empty' { $count.Nothing++ }
            default { $count.Errors++ }
        }
    }
    foreach ($action in Get-RecordedAction $Name) {
        $count = $counts[$action.Generation]
        $expected = Read-RecordedAction $action
        $count.Replies++
        $count.Rows += $expected.Records.Count
        $count.Errors += $expected.Errors.Count
    }
    $counts
}

function Format-Count([object] $Count) {
    if ($Count.Replies) { "$($Count.Replies): $($Count.Rows) / $($Count.Errors) / $($Count.Nothing)" } else { '' }
}

# Empty cells in a table of Markdown.
function Format-Row([string[]] $Cell) {
    "| $($Cell -join ' | ') |" -replace '\|  \|', '| |' -replace '\|  \|', '| |'
}

function Format-Part([int] $Met, [int] $All) {
    if ($All) { "$Met/$All" } else { '' }
}

$sum = [pscustomobject]@{ Functions = 0; Served = 0; Fields = 0; FieldsMet = 0; Columns = 0; ColumnsMet = 0; Values = 0; ValuesMet = 0; Errors = 0; ErrorsMet = 0 }
$sums = @{}
foreach ($generation in $generations) {
    $sums[$generation] = [pscustomobject]@{ Replies = 0; Rows = 0; Errors = 0; Nothing = 0 }
}

$lines = foreach ($function in [Vicidial.Client.Functions.ApiCatalog]::GetAll()) {
    $serving = @($cmdlets | Where-Object { $_.Functions | Where-Object { $_.Name -ceq $function.Name -and $_.Api -eq $function.Api } })
    $names = @($serving | ForEach-Object { $_.Command.Name })
    if ($function.Name -eq 'coffee') {
        # A joke: it needs no cmdlet and no fields.
        $names = @('Invoke-VicidialApi')
    }
    $covered = @($serving | ForEach-Object { Get-CoveredField $_ $function })
    $fields = @($function.Parameters | ForEach-Object Name)
    $met = @($fields | Where-Object { $_ -cin $covered })
    $columns = @($function.Columns | Where-Object Type -NE 'html' | ForEach-Object Name | Select-Object -Unique)
    $types = @($serving | ForEach-Object { $_.Command.OutputType.Type } | Where-Object { $_ } | Select-Object -Unique)
    $properties = @($types | ForEach-Object { (Get-ShownValue $_).Keys })
    $columnsMet = @($columns | Where-Object { $_ -cin $properties })
    $values = if ("$($function.Kind)" -eq 'Query') { [pscustomobject]@{ Told = @(); Met = @() } } else { Get-ToldValue $function $types }
    $errors = @($function.Shapes | Where-Object { "$($_.Kind)" -eq 'Error' })
    $errorsMet = @($errors | Where-Object { $_.ErrorId -and "$($_.ErrorKind)" -ne 'NotUnderstood' })

    $sum.Functions++
    $sum.Served += [int]($names.Count -gt 0)
    $sum.Fields += $fields.Count
    $sum.FieldsMet += $met.Count
    $sum.Columns += $columns.Count
    $sum.ColumnsMet += $columnsMet.Count
    $sum.Values += $values.Told.Count
    $sum.ValuesMet += $values.Met.Count
    $sum.Errors += $errors.Count
    $sum.ErrorsMet += $errorsMet.Count

    $api = if ("$($function.Api)" -eq 'Agent') { 'agent' } else { 'non-agent' }
    $counts = Measure-Capture "$api/$($function.Name)"
    foreach ($generation in $generations) {
        foreach ($name in 'Replies', 'Rows', 'Errors', 'Nothing') {
            $sums[$generation].$name += $counts[$generation].$name
        }
    }
    Format-Row (@("``$($function.Name)``", $api, ($names -join ', '), (Format-Part $met.Count $fields.Count), (Format-Part $columnsMet.Count $columns.Count), (Format-Part $values.Met.Count $values.Told.Count), (Format-Part $errorsMet.Count $errors.Count)) +
        @($generations | ForEach-Object { Format-Count $counts[$_] }))
}

$total = Format-Row (@('**all**', '', "$($sum.Served)/$($sum.Functions) functions", "$($sum.FieldsMet)/$($sum.Fields)", "$($sum.ColumnsMet)/$($sum.Columns)", "$($sum.ValuesMet)/$($sum.Values)", "$($sum.ErrorsMet)/$($sum.Errors)") +
    @($generations | ForEach-Object { Format-Count $sums[$_] }))
$all = ($sums.Values | Measure-Object Replies -Sum).Sum
$rows = ($sums.Values | Measure-Object Rows -Sum).Sum

$text = @"
# What the cmdlets cover

This file is written by ``docs/Build-Coverage.ps1``; ``./build.ps1 Docs`` runs it, and a test fails if the file is out of date.

$($sum.Served) of the $($sum.Functions) functions of both APIs are served by cmdlets. The joke function ``coffee``, which both APIs have, is left to ``Invoke-VicidialApi``.

- **Fields** of the function that a parameter or the cmdlet itself sets, or for which the declaration states why it does not.
- **Columns** that are a property. Web pages do not count as columns.
- **Values** in the response to a change that the result contains, or that repeat a field of the request.
- **Error lines** with a stable ErrorId and a category, including those that all functions of the API share.
- **Recorded responses** of real dialers, by generation, that a test returns to the cmdlet: ``responses: records / errors / nothing``.
  *Records* is the number of records (rows of a response, or results of a change) whose values are compared with those of a second, simpler
  reader. *Errors* is the number of expected errors, with their category: error lines, functions that an old dialer does not have, server
  failures, changes with an unknown outcome, rows that a delimiter in a value makes unreadable, and responses in a form that the module never
  requests and must not accept. *Nothing* is the number of responses that mean that nothing was found. Not counted are responses that repeat
  others: most of 2.14-202-php8.1 are those of 2.14-202 to the byte.

$all recorded responses contain $rows records.

| function | API | cmdlet | fields | columns | values | error lines | $($generations -join ' | ') |
|---|---|---|---|---|---|---|$('---|' * @($generations).Count)
$($lines -join "`n")
$total
"@ -replace "`r"
$text += "`n"

if ($Check) {
    if (-not (Test-Path $Destination) -or ([IO.File]::ReadAllText($Destination) -replace "`r") -cne $text) {
        throw "$(Split-Path -Leaf $Destination) is out of date. Run ./build.ps1 Docs."
    }
    Write-Verbose "$Destination is up to date."
    return
}

[IO.File]::WriteAllText($ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Destination), $text, $utf8)
Write-Verbose "Wrote $Destination."
