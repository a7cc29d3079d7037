BeforeAll {
    $module = Get-Module VicidialPS
    $folder = Split-Path $module.Path
}

Describe 'The module' {
    It 'has a manifest that holds' {
        $null = Test-ModuleManifest (Join-Path $folder VicidialPS.psd1) -ErrorAction Stop
    }

    It 'exports the cmdlets that its manifest lists, and nothing else' {
        $listed = (Import-PowerShellDataFile (Join-Path $folder VicidialPS.psd1)).CmdletsToExport
        $module.ExportedCommands.Keys | Sort-Object | Should -Be ($listed | Sort-Object)
        $module.ExportedCommands.Values.CommandType | Select-Object -Unique | Should -Be 'Cmdlet'
        (Get-Command -Module VicidialPS).Count | Should -Be $listed.Count
    }

    It 'uses approved verbs only' {
        $approved = (Get-Verb).Verb
        $module.ExportedCommands.Values.Verb | Select-Object -Unique | ForEach-Object { $approved | Should -Contain $_ }
    }

    It 'brings no assembly but its own' {
        (Get-ChildItem $folder -Filter *.dll).Name | Sort-Object | Should -Be 'Vicidial.Client.dll', 'Vicidial.Simulator.dll', 'VicidialPS.dll'
    }

    It 'is imported without a word in any stream' {
        $shell = [powershell]::Create().AddScript('Import-Module $args[0] -Force').AddArgument((Join-Path $folder VicidialPS.psd1))
        $shell.Invoke() | Should -BeNullOrEmpty
        $shell.HadErrors | Should -BeFalse
        $shell.Streams.Warning.Count + $shell.Streams.Error.Count + $shell.Streams.Information.Count | Should -Be 0
        $shell.Dispose()
    }

    It 'asks before nothing that an unattended run needs, and lets every change be tried' {
        foreach ($name in 'Add-VicidialLead', 'Invoke-VicidialCallAgent', 'Invoke-VicidialApi') {
            (Get-Command $name).Parameters.Keys | Should -Contain 'WhatIf'
            (Get-Command $name).Parameters.Keys | Should -Contain 'Confirm'
        }
    }
}

Describe 'The views' {
    BeforeAll {
        $dialer = Start-VicidialSimulator
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name floor
    }
    AfterAll {
        Disconnect-VicidialServer floor
        Stop-VicidialSimulator
    }

    It 'fit 120 columns and show all their columns there' -ForEach @(
        @{ View = 'roster'; Script = { Get-VicidialLoggedInAgent -IncludeSubStatus }; Last = 'Connection' }
        @{ View = 'lead'; Script = { Add-VicidialLead 7275553131 -ListId 101 -AddToHopper }; Last = 'Connection' }
        @{ View = 'command'; Script = { Invoke-VicidialCallAgent 1001 }; Last = 'Connection' }
        @{ View = 'connection'; Script = { Get-VicidialConnection }; Last = 'Default' }
        @{ View = 'function'; Script = { Get-VicidialApiFunction }; Last = 'Summary' }
        @{ View = 'parameter'; Script = { (Get-VicidialApiFunction add_lead).Parameters }; Last = 'Description' }
        @{ View = 'simulator'; Script = { Get-VicidialSimulator }; Last = 'Running' }
        @{ View = 'request'; Script = { Get-VicidialSimulatorRequest }; Last = 'Reply' }
    ) {
        $lines = (& $Script | Out-String -Width 120).Split("`n") | ForEach-Object { $_ -replace '\e\[[0-9;]*m' } | Where-Object { $_.Trim() }
        $lines[0].TrimEnd() | Should -Match "$Last`$"
        ($lines | Measure-Object -Property Length -Maximum).Maximum | Should -BeLessOrEqual 120
    }
}
