# The script of ./build.ps1 Demo: the main tasks of a dialer admin, on a simulated dialer.
param(
    [Parameter(Mandatory)] [string] $ModulePath,
    [Parameter(Mandatory)] [string] $OutputFolder
)

$ErrorActionPreference = 'Stop'
Import-Module $ModulePath

function Show-Step([string] $Text) {
    Write-Host ''
    Write-Host "PS> $Text"
}

$dialer = Start-VicidialSimulator
Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name demo

Show-Step 'Get-VicidialConnection'
Get-VicidialConnection | Format-Table | Out-Host

Show-Step 'Get-VicidialLoggedInAgent -IncludeSubStatus'
Get-VicidialLoggedInAgent -IncludeSubStatus | Format-Table | Out-Host

Show-Step 'Get-VicidialLoggedInAgent -IncludeSubStatus | Where-Object Status -eq PAUSED | Sort-Object CallsToday -Descending'
Get-VicidialLoggedInAgent -IncludeSubStatus | Where-Object Status -EQ PAUSED | Sort-Object CallsToday -Descending | Format-Table | Out-Host

$csv = Join-Path $OutputFolder 'floor.csv'
Show-Step 'Get-VicidialLoggedInAgent -CampaignId TESTCAMP, INBOUND -UserGroup ADMIN | Export-Csv floor.csv'
Get-VicidialLoggedInAgent -CampaignId TESTCAMP, INBOUND -UserGroup ADMIN | Export-Csv $csv -NoTypeInformation
Get-Content $csv | Out-Host

Show-Step "Get-VicidialLoggedInAgent -IncludeSubStatus | Where-Object SubStatus -eq DEAD | Select-Object -First 1 | Invoke-VicidialCallAgent"
Get-VicidialLoggedInAgent -IncludeSubStatus | Where-Object SubStatus -EQ DEAD | Select-Object -First 1 | Invoke-VicidialCallAgent | Format-Table | Out-Host

Stop-VicidialSimulator
Write-Host "The floor is in $csv"
