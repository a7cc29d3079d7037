# Every table, with objects as a dialer's records are, at the widths of a small and of a large window.
BeforeDiscovery {
    $file = Join-Path (Split-Path (Get-Module VicidialPS).Path) VicidialPS.format.ps1xml
    $views = @(([xml] (Get-Content $file -Raw -Encoding utf8)).SelectNodes('//View[TableControl]') | ForEach-Object {
            foreach ($name in $_.SelectNodes('ViewSelectedBy/TypeName').InnerText) {
                @{ View = $_.Name; TypeName = $name; Xml = $_ }
            }
        })
}

BeforeAll {
    $dialer = Start-VicidialSimulator
    Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential

    # A typical value of a property with such a name on a dialer that has run for years.
    $texts = [ordered]@{
        '^(CallId|CallerId)$'         = 'V1129140512000123456'
        'UniqueId'                    = '1764425112.1234567'
        'PhoneNumber|Caller|Cid$'     = '4915112345678'
        'DidPattern|^DID'             = '3125550100'
        'CampaignId'                  = 'OUTBND23'
        'AlternateUrlId'              = '1234'
        'DidId'                       = '1234'
        'ServerIp|Address|SourceAddress' = '192.168.110.12'
        'User$|^Who$|^Manager$|PhoneLogin|Recipient$' = 'agent10234'
        'SessionId'                   = '8600051'
        'AreaCode'                    = '312'
        'LeadStatus|CallStatus|^Status$|FormerStatus' = 'CALLBK'
        'PauseCode'                   = 'LUNCH2'
        'Uri'                         = 'http://dialer-number-one.example.com:8080/'
    }

    function Get-Sample([string] $Name, [type] $Type) {
        $kind = [Nullable]::GetUnderlyingType($Type)
        if (-not $kind) {
            $kind = $Type
        }
        switch ($kind) {
            { $_.IsEnum } { return [Enum]::GetValues($kind) | Sort-Object { "$_".Length } | Select-Object -Last 1 }
            ([bool]) { return $true }
            ([datetime]) { return [datetime] '2026-11-29 14:05:12' }
            ([DateTimeOffset]) { return [DateTimeOffset] '2026-11-29 14:05:12 +01:00' }
            # Durations that the module measures have fractions of a second; those of the dialer do not.
            ([timespan]) { return [timespan]::FromTicks($(if ($Name -match 'Elapsed|Difference') { 70271234567 } else { 70270000000 })) }
            ([uri]) { return [uri] 'http://dialer-number-one.example.com:8080/' }
            ([double]) { return 4.52265625 }
            ([decimal]) { return $(if ($Name -match 'Percent|Offset|Level') { -10.5d } else { 0.52265625d }) -as [decimal] }
            ([int]) { return $(if ($Name -cmatch 'Id$') { 123456 } elseif ($Name -match 'Percent|Level|Status|Rank|Index|Hour|Alternate|Order|Queue|InDead|InDispo|InDial|InCalls|Waiting|Paused') { 20 } else { 1042 }) }
            ([long]) { return $(if ($Name -match 'DiskFree|Length|Size') { 123456789 } elseif ($Name -ceq 'AlternateUrlId') { 1234 } elseif ($Name -cmatch 'Id$') { 12345678 } else { 123456 }) }
            ([string]) {
                foreach ($pattern in $texts.Keys) {
                    if ($Name -match $pattern) {
                        return $texts[$pattern]
                    }
                }
                return 'A text that is as long as what people write into a field of a dialer, and then some more'
            }
        }
    }

    # Records have no public setters: they are filled as their readers fill them.
    function New-Sample([string] $TypeName) {
        switch ($TypeName) {
            'VicidialPS.Output.VicidialSimulator' { return $dialer }
            'VicidialPS.Connections.VicidialConnection' { return Get-VicidialConnection }
        }
        $type = ($TypeName -replace '#.*') -as [type]
        $object = [Runtime.Serialization.FormatterServices]::GetUninitializedObject($type)
        for ($level = $type; $level -and $level -ne [object]; $level = $level.BaseType) {
            foreach ($field in $level.GetFields('Instance, NonPublic, Public, DeclaredOnly')) {
                $sample = Get-Sample ($field.Name -replace '^<(\w+)>.*', '$1') $field.FieldType
                if ($null -ne $sample) {
                    $kind = [Nullable]::GetUnderlyingType($field.FieldType)
                    $field.SetValue($object, [Convert]::ChangeType($sample, $(if ($kind) { $kind } else { $field.FieldType })))
                }
            }
        }
        $wrapped = [psobject]::new($object)
        if ($TypeName -match '#') {
            $wrapped.PSObject.TypeNames.Insert(0, $TypeName)
        }
        , $wrapped
    }

    # The columns of a table as a window shows them: the heading, and the cell below it.
    function Show-Table($Object, [string] $View, [int] $Width) {
        $lines = @(($Object | Format-Table -View $View | Out-String -Width $Width) -split '\r?\n' -replace '\x1b\[[0-9;]*m' | Where-Object { $_.Trim() })
        $lines | Where-Object Length -GT $Width | Should -BeNullOrEmpty -Because 'it would wrap'
        $at = [array]::IndexOf($lines, @($lines -match '^[- ]+$')[0])
        $cells = $lines[$at + 1]
        foreach ($heading in [regex]::Matches($lines[$at - 1], '\S+')) {
            $column = $Xml.SelectSingleNode(".//TableColumnHeader[Label='$($heading.Value)']")
            $end = [Math]::Min($heading.Index + $heading.Length, $cells.Length)
            $cell = if ($column.Alignment) { $cells.Substring(0, $end) -replace '^.*\s' } else { $cells.Substring([Math]::Min($heading.Index, $cells.Length)) -replace '\s.*' }
            [pscustomobject]@{ Heading = $heading.Value; Cell = $cell }
        }
    }

    # The columns whose values are useless if they are cut: numbers, times, choices, and what names a thing.
    function Get-Exact([Xml.XmlElement] $Xml) {
        $headers = @($Xml.SelectNodes('.//TableColumnHeader'))
        $items = @($Xml.SelectNodes('.//TableColumnItem'))
        for ($i = 0; $i -lt $items.Count; $i++) {
            if ($headers[$i].Alignment -or $items[$i].PropertyName -or $items[$i].InnerText -match '\.(\w*(LeadId|CallId|UniqueId|CampaignId|PhoneNumber|SessionId)|User|DidPattern|PauseCode|Status)\)') {
                $headers[$i].Label
            }
        }
    }
}

AfterAll {
    Get-VicidialConnection | Disconnect-VicidialServer
    Stop-VicidialSimulator
}

Describe 'The table <View> of <TypeName>' -ForEach $views {
    It 'cuts no heading, number, or name of an object in a window of <_> columns' -ForEach 80, 120 {
        $labels = @($Xml.SelectNodes('.//TableColumnHeader') | ForEach-Object { $_.Label })
        $shown = @(Show-Table (New-Sample $TypeName) $View $_)
        $shown.Heading | Where-Object { $_ -notin $labels } | Should -BeNullOrEmpty
        $shown | Where-Object { $_.Heading -in (Get-Exact $Xml) -and $_.Cell -match '\u2026|\.\.\.$' } | ForEach-Object { "$($_.Heading): $($_.Cell)" } | Should -BeNullOrEmpty
        $shown.Count | Should -BeGreaterOrEqual ([Math]::Min(3, $labels.Count))
        if ($_ -eq 120) {
            $shown.Heading | Should -Be $labels
        }
    }
}

Describe 'A column that was not requested' {
    BeforeAll {
        function Show-Narrow([object[]] $Object) {
            $Object | Out-String -Width 80
        }
    }

    It 'is not shown as a blank' {
        Show-Narrow (Get-VicidialLoggedInAgent) | Should -Not -Match '\b(Sub|Pause)\b'
        Show-Narrow (Get-VicidialList 101) | Should -Not -Match '\b(Leads|New|Dialable)\b'
    }

    It 'is shown in 80 columns if it is requested' {
        Show-Narrow (Get-VicidialLoggedInAgent -IncludeSubStatus) | Should -Match '\bSub +Pause\b'
        Show-Narrow (Get-VicidialList 101 -IncludeDialableCount) | Should -Match '\bActive +Dialable\b'
        Show-Narrow (Get-VicidialList 101 -IncludeCount) | Should -Match 'Leads +New +LastCall'
        Show-Narrow (Get-VicidialList 101 -IncludeCount -IncludeDialableCount) | Should -Match 'Leads +New +Dialable'
    }

    It 'does not change the type of the record, or a list of its properties' {
        $agent = Get-VicidialLoggedInAgent -IncludeSubStatus | Select-Object -First 1
        $agent | Should -BeOfType Vicidial.Client.Records.Agents.LoggedInAgent
        $agent | Format-List | Out-String | Should -Match 'SubStatus'
    }
}

Describe 'A length of time' {
    It 'of <Value> is shown as <Shown>' -ForEach @(
        @{ Value = '00:00:01.2345678'; Shown = '00:00:01.2' }
        @{ Value = '00:00:05'; Shown = '00:00:05' }
        @{ Value = '-00:00:00.0500000'; Shown = '00:00:00' }
        @{ Value = '-00:00:02.5500000'; Shown = '-00:00:02.5' }
        @{ Value = '1.02:03:04.9999999'; Shown = '1.02:03:04.9' }
    ) {
        [VicidialPS.Formatting.Shown]::Time([timespan] $Value) | Should -BeExactly $Shown
    }
}
