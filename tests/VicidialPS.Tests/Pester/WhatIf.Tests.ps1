# -WhatIf and each cmdlet that changes something, in each of its parameter sets, made from the declarations.
param([string] $Release = '2.14-202')

BeforeDiscovery {
    $names = Get-VicidialApiFunction | Where-Object { "$($_.Kind)" -ne 'Query' } | ForEach-Object { $_.Cmdlet } | Where-Object { $_ } | Sort-Object -Unique
    $cases = foreach ($name in $names) {
        $command = Get-Command $name
        if (-not $command.Parameters.ContainsKey('WhatIf')) {
            continue
        }
        foreach ($set in $command.ParameterSets) {
            @{ Name = $name; Set = $set; SetName = $set.Name }
        }
    }
}

BeforeAll {
    $dialer = Start-VicidialSimulator -Release $Release
    Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main
    Import-Module (Join-Path $PSScriptRoot Releases.psm1) -Force -ArgumentList $dialer, $Release

    # Values that the checks of the cmdlets accept. The rest is made by type.
    $known = @{
        PhoneNumber = '7275559801'; LeadId = 1001; ListId = 101; User = '1001'; CampaignId = 'TESTCAMP'; InGroupId = 'SALESLINE'; Status = 'NI'
        DidPattern = '7275551113'; Extension = 'gs909'; PhoneLogin = 'gs201'; ServerIp = '10.10.10.15'; Value = 'VALUE1'; Time = [datetime]'2026-12-24 15:00'
        EntryType = 'campaign'; UrlType = 'dispo'; SourceUser = '1001'; Protocol = 'SIP'; DialplanNumber = '909'; VoicemailId = '909'; LocalGmt = '-5.00'; ResetTime = '0900'; OutboundCid = '7275551212'; CallerIdNumber = '7275551212'; CallbackTime = [datetime]'2026-12-24 15:00'; UserLevel = 1
        Digits = '1'; SessionId = '8600051'; UserGroup = 'AGENTS'; FullName = 'Any Body'; Password = 'Secret9sec'; PhonePassword = 'Secret9sec'; Url = 'http://x/'
    }

    function New-Value([Management.Automation.CommandParameterInfo] $Parameter) {
        $type = $Parameter.ParameterType
        $element = if ($type.IsArray) { $type.GetElementType() } else { $type }
        $element = [Nullable]::GetUnderlyingType($element), $element | Where-Object { $_ } | Select-Object -First 1
        $allowed = $Parameter.Attributes | Where-Object { $_ -is [ValidateSet] } | Select-Object -First 1
        $range = $Parameter.Attributes | Where-Object { $_ -is [ValidateRange] } | Select-Object -First 1
        if ($known.ContainsKey($Parameter.Name)) { return $known[$Parameter.Name] }
        if ($allowed) { return $allowed.ValidValues[0] }
        if ($range) { return $range.MinRange }
        if ($element -eq [switch] -or $element -eq [bool]) { return $true }
        if ($element.IsEnum) { return [enum]::GetValues($element) | Select-Object -First 1 }
        if ($element -in [int], [long], [decimal], [double]) { return 1 }
        if ($element -eq [datetime]) { return [datetime]'2026-12-24 15:00' }
        if ($element -eq [timespan]) { return [timespan]::FromSeconds(60) }
        if ($element -eq [securestring]) { return ConvertTo-SecureString Secret9secret -AsPlainText -Force }
        if ($element -eq [pscredential]) { return [pscredential]::new('2199', (ConvertTo-SecureString Secret9secret -AsPlainText -Force)) }
        if ($element -in [hashtable], [Collections.IDictionary]) { return @{ comments = 'x' } }
        if ($element -eq [psobject]) { return [pscustomobject]@{ LeadId = 1001; PhoneNumber = '7275559801' } }
        if ($element -eq [uri]) { return [uri] 'http://x/' }
        'TEST1'
    }

    # Calls of the cmdlet in a set: with the required parameters, with those that identify an object, and with each of
    # the other parameters.
    function New-Argument($Set) {
        $own = $Set.Parameters | Where-Object { $_.Name -notin 'Connection', 'WhatIf', 'Confirm', 'Force' -and $_.Name -notin [Management.Automation.PSCmdlet]::CommonParameters }
        $mandatory = @{}
        $own | Where-Object IsMandatory | ForEach-Object { $mandatory[$_.Name] = New-Value $_ }
        $mandatory
        $named = @{}
        $own | Where-Object { $_.IsMandatory -or $_.Position -ge 0 } | ForEach-Object { $named[$_.Name] = New-Value $_ }
        $named
        foreach ($parameter in $own | Where-Object { -not $named.ContainsKey($_.Name) }) {
            $named + @{ $parameter.Name = New-Value $parameter }
        }
        # The required values of a new object.
        $all = @{}
        $own | Where-Object { $known.ContainsKey($_.Name) -or $_.Name -match '(Name|Id|Password|Login|Number|Cid|Gmt|Level|Group)$' } |
            ForEach-Object { $all[$_.Name] = New-Value $_ }
        $all
    }
}

AfterAll {
    Get-VicidialConnection | Disconnect-VicidialServer
    Stop-VicidialSimulator
}

Describe '-WhatIf' {
    It 'changes nothing with <Name> in the set <SetName>' -ForEach $cases {
        $before = @(Get-VicidialSimulatorRequest).Count
        $file = Join-Path $TestDrive said.txt
        $hasAsked = $false
        foreach ($given in New-Argument $Set) {
            $null = Start-Transcript $file -Force
            try {
                $null = & $Name @given -WhatIf -ErrorAction SilentlyContinue -ErrorVariable failed -WarningAction SilentlyContinue
            }
            catch {
                $failed = $_
            }
            finally {
                $null = Stop-Transcript
            }
            if ([IO.File]::ReadAllText($file) -match 'What if: ') {
                $hasAsked = $true
                break
            }
        }
        $sent = Get-VicidialSimulatorRequest | Select-Object -Skip $before
        # Some functions change or list, depending on a field.
        $lists = { $_.Fields['action'] -eq 'LIST' -or $_.Fields['stage'] -eq 'INFO' }
        $sent | Where-Object { "$((Get-VicidialApiFunction $_.Function | Select-Object -First 1).Kind)" -ne 'Query' } | Where-Object { -not (& $lists) } |
            ForEach-Object { $_.Function } | Should -BeNullOrEmpty

        # The test proves nothing unless the cmdlet reached its confirmation, or found the dialer too old for any change.
        $isTooOld = $Release -eq '2.10-69' -and $failed[0].FullyQualifiedErrorId -like 'Vicidial.DialerTooOld,*'
        $hasAsked -or $isTooOld | Should -BeTrue -Because "$failed"
    }
}
