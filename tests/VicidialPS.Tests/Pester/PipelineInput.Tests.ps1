# Piped input identifies an object to work on, or is an error. It never means "all". The cases come from the
# declarations, so a new cmdlet is included automatically.
param([string] $Release = '2.14-202')

BeforeDiscovery {
    # On the oldest release, only the cmdlets that change something are tested.
    $commands = foreach ($command in Get-Command -Module VicidialPS -CommandType Cmdlet | Where-Object { $Release -ne '2.10-69' -or $_.Parameters.ContainsKey('WhatIf') }) {
        foreach ($set in $command.ParameterSets) {
            if ($set.Parameters | Where-Object { $_.ValueFromPipeline -or $_.ValueFromPipelineByPropertyName }) {
                @{ Name = $command.Name; Set = $set.Name; Title = $command.Name + $(if ($set.Name -ne '__AllParameterSets') { " ($($set.Name))" }) }
            }
        }
    }
}

BeforeAll {
    function Start-Dialer {
        $script:dialer = Start-VicidialSimulator -Release $Release
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name floor
        # A second dialer shows whether "all" dialers are stopped, or the default one.
        $script:second = Start-VicidialSimulator -Release $Release
        Connect-VicidialServer -Uri $second.Uri -Credential $second.Credential -Name other -NoDefault
    }

    # Returns a value for each required parameter of a set that input cannot supply.
    function Get-Argument([string] $Name, [string] $Set) {
        $command = Get-Command $Name
        $given = @{ ErrorAction = 'SilentlyContinue'; WarningAction = 'SilentlyContinue' }
        foreach ($switch in 'Confirm', 'WhatIf' | Where-Object { $command.Parameters.ContainsKey($_) }) {
            $given[$switch] = $false
        }
        foreach ($parameter in ($command.ParameterSets | Where-Object Name -EQ $Set).Parameters) {
            if (-not $parameter.IsMandatory -or $parameter.ValueFromPipeline -or $parameter.ValueFromPipelineByPropertyName) {
                continue
            }
            $type = $parameter.ParameterType
            if ($type.IsArray) { $type = $type.GetElementType() }
            if ([Nullable]::GetUnderlyingType($type)) { $type = [Nullable]::GetUnderlyingType($type) }
            $choice = $parameter.Attributes | Where-Object { $_ -is [ValidateSet] } | Select-Object -First 1
            $given[$parameter.Name] = if ($choice) { $choice.ValidValues[0] }
            elseif ($type.IsEnum) { [enum]::GetValues($type)[0] }
            elseif ($type -eq [switch]) { $true }
            elseif ($type -eq [datetime]) { [datetime] '2026-01-02' }
            elseif ($type -eq [timespan]) { [timespan]::FromSeconds(1) }
            elseif ([System.Collections.IDictionary].IsAssignableFrom($type)) { @{ a = 'b' } }
            else { '1' }
        }
        $given
    }

    # An object with the properties that the parameters of a set bind. A JSON file or a database can have numbers in place of names.
    function Get-Matching([string] $Name, [string] $Set, [switch] $AsNumber) {
        $properties = [ordered]@{}
        foreach ($parameter in ((Get-Command $Name).ParameterSets | Where-Object Name -EQ $Set).Parameters) {
            if ($parameter.ValueFromPipelineByPropertyName -and $parameter.Name -ne 'Connection') {
                $properties[$parameter.Name] = if ("$($parameter.ParameterType)" -match 'int|long' -or $AsNumber) { 4242L } else { 'NAMED42' }
            }
        }
        if ($properties.Count) { [pscustomobject] $properties }
    }

    function ConvertTo-Row($InputObject) {
        $table = [Data.DataTable]::new()
        $InputObject.PSObject.Properties | ForEach-Object { $null = $table.Columns.Add($_.Name, [long]) }
        , $table.Rows.Add([object[]] @($InputObject.PSObject.Properties.Value))
    }

    # Other files of this session may have left connections.
    function Get-Left { "$(@(Get-VicidialConnection).Count) connections, $(@(Get-VicidialSimulator).Count) simulators" }

    # Pipes one object to a cmdlet, and returns the errors and the requests, except version requests.
    function Invoke-Piped([string] $Name, [hashtable] $Argument, $InputObject) {
        $null = Get-VicidialSimulatorRequest -Clear
        $failed = @()
        try { $output = @(, $InputObject | ForEach-Object { $_ } | & $Name @Argument -ErrorVariable failed) }
        catch { $failed = @($_) }
        @{
            Output = $output
            Failed = @($failed | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
            Sent = @(Get-VicidialSimulatorRequest -ErrorAction Ignore | Where-Object Function -NE version)
            Left = (Get-Left)
        }
    }

    Start-Dialer
    Import-Module (Join-Path $PSScriptRoot Releases.psm1) -Force -ArgumentList $dialer, $Release
    $there = Get-Left
}

AfterAll {
    Disconnect-VicidialServer floor, other
    $dialer, $second | Stop-VicidialSimulator
}

Describe 'Into <Title>' -ForEach $commands {
    BeforeAll {
        $argument = Get-Argument $Name $Set
        $stable = '^Vicidial\.\w+,|^(InputObjectNotBound|InputObjectMissingMandatory|MissingMandatoryParameter|ParameterArgument\w+Error\w*),'
    }

    It '<Kind> is an error, and does nothing' -Tag Once -ForEach @(
        @{ Kind = '$null'; Value = $null }
        @{ Kind = 'an empty text'; Value = '' }
        @{ Kind = 'an object that names nothing'; Value = [pscustomobject]@{ Campaing = 'INBOUND'; Foo = 'bar' } }
        @{ Kind = 'such an object of a connection'; Value = [pscustomobject]@{ Campaing = 'INBOUND'; ConnectionName = 'floor' } }
    ) {
        if ($Kind -eq 'such an object of a connection' -and $Name -in 'Get-VicidialVersion', 'Get-VicidialWebServer', 'Invoke-VicidialApi') {
            # These cmdlets read only its dialer.
            (Get-Command $Name).Parameters.Values.Where({ $_.ParameterSets.Values.ValueFromPipelineByPropertyName -contains $true }).Name | Should -Be 'Connection'
            return
        }
        $result = Invoke-Piped $Name $argument $Value
        $result.Failed | Should -Not -BeNullOrEmpty
        $result.Failed | ForEach-Object { $_.FullyQualifiedErrorId | Should -Match $stable }
        if ($Value -is [pscustomobject] -and $result.Failed[0].FullyQualifiedErrorId -notmatch 'KeyColumnMissing|JournalNotReadable|ConnectionNotFound|MissingMandatory') {
            $result.Failed[0].TargetObject | Should -Be $Value
        }
        $result.Sent | Should -BeNullOrEmpty
        $result.Left | Should -Be $there
        $result.Output | Where-Object { $_ -isnot [string] } | Should -BeNullOrEmpty
    }

    It '<Kind> is the subject of the query, or an error' -ForEach (@(
        @{ Kind = 'a text'; Value = 'NAMED42' }, @{ Kind = 'a number'; Value = 4242 }, @{ Kind = 'an object with the names'; Value = 'matching' }
        @{ Kind = 'an object with numbers for names'; Value = 'numbers' }, @{ Kind = 'a row of a table with numbers for names'; Value = 'row' }
    ) | Where-Object { $Release -ne '2.10-69' -or $_.Value -eq 'matching' }) {
        $isObject = $Value -in 'matching', 'numbers', 'row'
        $piped = if ($isObject) { Get-Matching $Name $Set -AsNumber:($Value -ne 'matching') } else { $Value }
        if ($Value -eq 'row' -and $piped) { $piped = ConvertTo-Row $piped }
        if ($null -eq $piped -or ($isObject -and $Name -match '^Watch-|Wallboard$')) {
            # The cmdlet has no such parameter, or runs until it is stopped.
            $isObject | Should -BeTrue
            return
        }
        $result = Invoke-Piped $Name $argument $piped
        $result.Failed.FullyQualifiedErrorId | Should -Not -Match 'InvalidCell' -Because 'a number is a name'
        $result.Failed | ForEach-Object { $_.FullyQualifiedErrorId | Should -Match $stable }
        foreach ($request in $result.Sent) {
            # The module filters lists that a dialer returns only as a whole.
            if ($request.Function -match 'list$' -and $result.Failed.FullyQualifiedErrorId -match 'NotFound,') { continue }
            # The module also checks whether an object exists if the dialer returns zeros for one that does not.
            if ($request.Function -in 'campaigns_list', 'logged_in_agents' -and $request -ne $result.Sent[0] -and "$($result.Sent[0].Fields.Values)" -match 'NAMED42|4242') { continue }
            "$($request.Fields.Values)" | Should -Match 'NAMED42|4242' -Because "$($request.Function) asks for nothing else"
        }
        if (-not $result.Sent) {
            $result.Failed | Should -Not -BeNullOrEmpty
        }
        $result.Left | Should -Be $there
    }
}

Describe 'A connection that is piped' -Tag Once {
    It 'selects the dialer, and nothing else: <Name>' -ForEach @{ Name = 'Get-VicidialCampaign' }, @{ Name = 'Get-VicidialLoggedInAgent' }, @{ Name = 'Get-VicidialInGroup' } {
        $null = Get-VicidialSimulatorRequest -Clear
        (Get-VicidialConnection other | & $Name).ConnectionName | Select-Object -Unique | Should -Be 'other'
        Get-VicidialSimulatorRequest -Simulator $dialer | Should -BeNullOrEmpty
    }

    It 'is not a user: <Name>' -ForEach @{ Name = 'Remove-VicidialUser' }, @{ Name = 'Suspend-VicidialAgent' }, @{ Name = 'Get-VicidialUser' } {
        $result = Invoke-Piped $Name (Get-Argument $Name (Get-Command $Name).DefaultParameterSet) (Get-VicidialConnection floor)
        $result.Failed.Count | Should -Be 1
        $result.Sent | Should -BeNullOrEmpty
    }
}

Describe 'A variable that was never set' -Tag Once {
    It 'stops nothing, typed or piped' {
        Stop-VicidialSimulator -Simulator $undefined -ErrorAction SilentlyContinue -ErrorVariable failed
        $undefined | Stop-VicidialSimulator -ErrorAction SilentlyContinue -ErrorVariable +failed
        Disconnect-VicidialServer $undefined -ErrorAction SilentlyContinue -ErrorVariable +failed
        $undefined | Disconnect-VicidialServer -ErrorAction SilentlyContinue -ErrorVariable +failed
        $failed.FullyQualifiedErrorId | Should -BeLike 'Vicidial.NoInput,*'
        $failed.Count | Should -Be 4
        Get-Left | Should -Be $there
    }
}

Describe 'A name' -Tag Once {
    It 'that no dialer has is an error, and a pattern without a match is not: <Name>' -ForEach @(
        @{ Name = 'Get-VicidialCampaign'; More = @{}; Id = 'Vicidial.CampaignNotFound' }
        @{ Name = 'Get-VicidialInGroup'; More = @{}; Id = 'Vicidial.InGroupNotFound' }
        @{ Name = 'Get-VicidialCallMenu'; More = @{}; Id = 'Vicidial.CallMenuNotFound' }
        @{ Name = 'Get-VicidialAudioFile'; More = @{}; Id = 'Vicidial.AudioFileNotFound' }
        @{ Name = 'Get-VicidialMusicOnHold'; More = @{}; Id = 'Vicidial.MusicOnHoldNotFound' }
        @{ Name = 'Get-VicidialVoicemailBox'; More = @{}; Id = 'Vicidial.VoicemailBoxNotFound' }
        @{ Name = 'Get-VicidialSettingsContainer'; More = @{ ContainerType = 'OTHER' }; Id = 'Vicidial.SettingsContainerNotFound' }
        @{ Name = 'Get-VicidialLoggedInAgent'; More = @{}; Id = 'Vicidial.CampaignNotFound' }
        @{ Name = 'Get-VicidialApiFunction'; More = @{}; Id = 'Vicidial.ApiFunctionNotFound' }
    ) {
        $found = 'NOSUCH', 'NOSUCH*' | & $Name @More -ErrorAction SilentlyContinue -ErrorVariable failed
        $found | Should -BeNullOrEmpty
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failed[0].TargetObject | Should -Be 'NOSUCH'
        if (-not $More.Count) {
            @(& $Name '*' -ErrorAction Stop).Count | Should -Be @(& $Name -ErrorAction Stop).Count
        }
    }

    It 'that the dialer does not know is an error, even if it responds with zeros or nothing: <Ask>' -ForEach @(
        @{ Ask = { Get-VicidialInGroupStatus SALESLINE, NOSUCH }; Id = 'Vicidial.InGroupNotFound'; Count = 1 }
        @{ Ask = { Get-VicidialInGroupStatus SALESLINE, NOSUCH -Combined }; Id = 'Vicidial.InGroupNotFound'; Count = 1 }
        @{ Ask = { 'NOSUCH' | Get-VicidialCallStatistic }; Id = 'Vicidial.CampaignNotFound'; Count = 0 }
        @{ Ask = { Get-VicidialCallStatistic -InGroupId NOSUCH }; Id = 'Vicidial.InGroupNotFound'; Count = 0 }
        @{ Ask = { Get-VicidialDispositionStatistic TESTCAMP, NOSUCH -TotalOnly }; Id = 'Vicidial.CampaignNotFound'; Count = 1 }
        @{ Ask = { Get-VicidialDispositionStatistic -InGroupId NOSUCH }; Id = 'Vicidial.InGroupNotFound'; Count = 0 }
        @{ Ask = { Export-VicidialWallboard -Path (Join-Path $TestDrive board.html) -CampaignId TESTCAMP, NOSUCH }; Id = 'Vicidial.CampaignNotFound'; Count = 0 }
    ) {
        $found = @(& $Ask 2>&1)
        $failed = @($found | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
        $found.Count - $failed.Count | Should -Be $Count
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
        "$($failed[0])" | Should -BeLike "*'NOSUCH'*"
    }

    It 'that exists but has no calls and no agents is not an error' {
        $empty = Get-VicidialInGroupStatus (Get-VicidialInGroup).InGroupId -ErrorAction Stop | Where-Object { -not $_.TotalCalls -and -not $_.AgentsLoggedIn }
        $empty | Should -Not -BeNullOrEmpty
        $null = Get-VicidialCallStatistic ALLCAMPAIGNS -ErrorAction Stop
    }

    It 'of a user group that no record has causes a warning, because the dialer sends zeros' {
        $null = Get-VicidialUserGroupStatus AGENTS, NOSUCH -WarningVariable warned -WarningAction SilentlyContinue
        @($warned).Count | Should -Be 1
        "$warned" | Should -BeLike '*NOSUCH may not exist*'
    }

    It 'can have wildcards even if the dialer does not support them' {
        (Get-VicidialCampaign test*).CampaignId | Should -Be 'TESTCAMP'
        (Get-VicidialLoggedInAgent TEST* | Select-Object -Unique -ExpandProperty CampaignId) | Should -Be 'TESTCAMP'
        @('TESTCAMP' | Get-VicidialLoggedInAgent).Count | Should -Be @(Get-VicidialLoggedInAgent TESTCAMP).Count
    }

    It 'of a campaign without agents is not an error' {
        $empty = Get-VicidialCampaign | Where-Object { $_.CampaignId -notin (Get-VicidialLoggedInAgent).CampaignId } | Select-Object -First 1
        $empty | Should -Not -BeNullOrEmpty
        Get-VicidialLoggedInAgent $empty.CampaignId -ErrorAction Stop | Should -BeNullOrEmpty
    }

    It 'that the catalog does not have is reported with the closest one' {
        $null = Invoke-VicidialApi external_dial @{ phone_numer = '1'; agent_user = '1000' } -Confirm:$false -ErrorAction SilentlyContinue -WarningAction SilentlyContinue -WarningVariable warned
        "$warned" | Should -BeLike '*no known field phone_numer.*Known fields: *value*'
        $null = Invoke-VicidialApi external_dial @{ value = '7275550142'; agent_usr = '1000' } -Confirm:$false -ErrorAction SilentlyContinue -WarningAction SilentlyContinue -WarningVariable warned
        "$warned" | Should -BeLike '*no known field agent_usr (did you mean agent_user?)*'
        $null = Invoke-VicidialApi external_dail @{ agent_user = '1000' } -Confirm:$false -ErrorAction SilentlyContinue -WarningAction SilentlyContinue -WarningVariable warned
        "$warned" | Should -BeLike "*'external_dail' (did you mean external_dial?)*"
        Set-VicidialSimulatorFault ServerErrorInstead -Function add_laed -Simulator $dialer -WarningAction SilentlyContinue -WarningVariable warned
        "$warned" | Should -BeLike "*'add_laed' (did you mean add_lead?)*"
        Set-VicidialSimulatorFault -Clear
        $null = Invoke-VicidialApi campaigns_list -WarningVariable warned
        $warned | Should -BeNullOrEmpty
    }
}

# Leads for the hopper are sent together, as many as the dialer accepts at once.
Describe 'With -ThrottleLimit 1' {
    It '<Name> finishes a row before it reads the next one' -ForEach @(
        $commands | Where-Object { (Get-Command $_.Name).Parameters.ContainsKey('ThrottleLimit') -and $_.Name -ne 'Add-VicidialHopperLead' } | Group-Object { $_.Name } | ForEach-Object { $_.Group[0] }
    ) {
        $argument = Get-Argument $Name $Set
        foreach ($switch in 'Force', 'PassThru' | Where-Object { (Get-Command $Name).Parameters.ContainsKey($_) }) { $argument[$switch] = $true }
        $argument.ThrottleLimit = 1
        $failed = @()
        $done = @{ Count = 0 }
        # An error is an outcome, too.
        $null = 1001, 1002, 1003 | ForEach-Object { $before.Add($done.Count + $failed.Count); $_ } -Begin { $before = [Collections.Generic.List[int]]::new() } |
            & $Name @argument -ErrorVariable failed | ForEach-Object { $done.Count++ }
        $before.Count | Should -Be 3
        $before[1] | Should -BeGreaterOrEqual 1
        $before[2] | Should -BeGreaterThan $before[1]
    }
}

Describe 'With -IncludeInput' {
    It '<Name> returns the input with each result' -ForEach @(
        $commands | Where-Object { $there = (Get-Command $_.Name).Parameters; $there.ContainsKey('ThrottleLimit') -and $there.ContainsKey('WhatIf') -and $_.Name -ne 'Save-VicidialRecording' } |
            Group-Object { $_.Name } | ForEach-Object { $_.Group[0] }
    ) {
        $argument = Get-Argument $Name $Set
        foreach ($switch in 'Force', 'PassThru' | Where-Object { (Get-Command $Name).Parameters.ContainsKey($_) }) { $argument[$switch] = $true }
        $results = @(1001, 1002, 1003 | & $Name @argument -IncludeInput -ErrorVariable failed)
        foreach ($result in $results) {
            $result.InputObject | Should -BeIn 1001, 1002, 1003
        }
        @($results.InputObject | Select-Object -Unique).Count | Should -Be $results.Count
        $results.Count + @($failed).Count | Should -BeGreaterOrEqual 3
    }

    It 'the results of <Name> have the row and what identifies it' -ForEach @(
        @{ Name = 'Set-VicidialUser'; Identity = 'User'; Cells = @{ user = '1006'; FullName = 'Ann' }; More = @{ FromInput = $true } }
        @{ Name = 'New-VicidialList'; Identity = 'ListId'; Cells = @{ list_id = '7001'; list_name = 'Summer'; campaign_id = 'TESTCAMP'; active = 'N' }; More = @{} }
        @{ Name = 'Set-VicidialList'; Identity = 'ListId'; Cells = @{ list_id = '7001'; list_name = 'Another' }; More = @{ FromInput = $true } }
        @{ Name = 'Add-VicidialDncNumber'; Identity = 'PhoneNumber'; Cells = @{ phone_number = '7275550881' }; More = @{} }
        @{ Name = 'Set-VicidialLead'; Identity = 'LeadId'; Cells = @{ lead_id = '1011'; city = 'Tampa' }; More = @{ FromInput = $true } }
        @{ Name = 'Add-VicidialLead'; Identity = 'VendorLeadCode'; Cells = @{ phone_number = '7275550882'; vendor_lead_code = 'V1' }; More = @{ ListId = 101 } }
    ) {
        $row = [pscustomobject] ($Cells + @{ own_key = 'K1' })
        if ($isOld -and $Name -eq 'Add-VicidialDncNumber') {
            Assert-TooOld { $row | & $Name @More -IncludeInput -WarningAction SilentlyContinue }
            return
        }
        $result = $row | & $Name @More -IncludeInput -ErrorAction Stop -WarningAction SilentlyContinue
        $result.InputObject.own_key | Should -Be 'K1'
        @($Cells.Values) | Should -Contain "$($result.$Identity)"
    }
}
