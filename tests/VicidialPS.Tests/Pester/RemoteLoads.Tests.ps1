# The plan of docs/large-loads.md over remoting: two hosts load the four parts of one file into two dialers, and one of the hosts fails.
BeforeDiscovery {
    Import-Module (Join-Path $PSScriptRoot RemoteHosts.psm1) -Force
    $obstacle = Get-RemoteHostObstacle
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot RemoteHosts.psm1) -Force
    Import-Module ([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'src', 'Build', 'Engine.psm1'))
    $page = Get-Content ([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'docs', 'large-loads.md')) -Raw
    $script = Join-Path $TestDrive load-part.ps1
    Set-Content $script ([regex]::Match($page, '(?s)`load-part\.ps1`.*?```powershell\r?\n(.*?)```').Groups[1].Value)
}

Describe 'A load on two hosts' {
    It "survives the loss of one of them: no row is lost and none is there twice$(if ($obstacle) { ", or $obstacle" })" -Skip:([bool] $obstacle) {
        $rows = 2000
        $east = Start-VicidialSimulator
        $west = Start-VicidialSimulator
        $hosts = @()
        try {
            foreach ($dialer in $east, $west) { $null = Connect-VicidialServer $dialer.Uri $dialer.Credential -Name "$($dialer.Uri.Port)" }
            $lists = @(1011, 1012 | ForEach-Object { @{ Id = $_; Dialer = $east } }) + @(1013, 1014 | ForEach-Object { @{ Id = $_; Dialer = $west } })
            $lists | ForEach-Object { $null = New-VicidialList $_.Id -ListName "List $($_.Id)" -CampaignId TESTCAMP -Connection "$($_.Dialer.Uri.Port)" }

            $hosts = @(New-RemoteHost "$TestDrive" (Get-Module VicidialPS).ModuleBase (Get-PowerShellCommand) loader1, loader2)
            $key = Join-Path $TestDrive key
            foreach ($one in $hosts) {
                Open-Tunnel $one $key $east.Uri.Port, $west.Uri.Port
                1..$rows | ForEach-Object { [pscustomobject]@{ phone_number = 7280000000 + $_; vendor_lead_code = "K$_" } } |
                    Export-Csv (Join-Path $one.Folder leads.csv) -NoTypeInformation
            }
            function Start-Part($RemoteHost, [int] $Part) {
                $list = $lists[$Part - 1]
                Invoke-Command -HostName $RemoteHost.Address -UserName root -KeyFilePath $key -Options (Get-SshOption) -AsJob -FilePath $script -ArgumentList (
                    (Join-Path $RemoteHost.Folder leads.csv), "$Part/4", "$($list.Dialer.Uri)", $list.Dialer.Credential, $list.Id, 0)
            }
            $jobs = @(1, 2 | ForEach-Object { Start-Part $hosts[0] $_ }) + @(3, 4 | ForEach-Object { Start-Part $hosts[1] $_ })
            while (@(Get-VicidialSimulatorRequest add_lead -Simulator $east).Count -lt $rows / 5) {
                if ($jobs[0].State -eq 'Failed') { Receive-Job $jobs[0] }
                Start-Sleep -Milliseconds 20
            }
            Stop-RemoteHost $hosts[0]
            $null = $jobs | Wait-Job
            $jobs[0, 1].State | Should -Be Failed, Failed

            # The other host gets the disk content of the first one.
            Copy-Item (Join-Path $hosts[0].Folder '*.jsonl') $hosts[1].Folder
            $killed = Get-VicidialLoadReport (Join-Path $hosts[1].Folder 'leads-[12]-of-4.jsonl')
            $killed.Done | Should -BeGreaterThan 100
            $killed.Done | Should -BeLessThan ($rows / 2)
            $again = @(1, 2 | ForEach-Object { Start-Part $hosts[1] $_ })
            $summaries = @($again + $jobs[2, 3] | Wait-Job | Receive-Job)

            $summaries.Unknown | Should -Be 0, 0, 0, 0
            $report = Get-VicidialLoadReport (Join-Path $hosts[1].Folder 'leads-*.jsonl')
            $report | Select-Object Rows, Done, Duplicate, Refused, NotDone, Unknown, Overlapping, IsComplete | ConvertTo-Json -Compress |
                Should -Be ([pscustomobject][ordered]@{
                        Rows = $rows; Done = $rows; Duplicate = 0; Refused = 0; NotDone = 0; Unknown = 0; Overlapping = 0; IsComplete = $true
                    } | ConvertTo-Json -Compress)
            $counts = $lists | ForEach-Object { (Get-VicidialList $_.Id -IncludeCount -Connection "$($_.Dialer.Uri.Port)").LeadCount }
            ($counts | Measure-Object -Sum).Sum | Should -Be $rows
        }
        finally {
            $hosts | ForEach-Object { Remove-RemoteHost $_ }
            Disconnect-VicidialServer -Name "$($east.Uri.Port)", "$($west.Uri.Port)" -ErrorAction Ignore
            $east, $west | Stop-VicidialSimulator
        }
    }
}
