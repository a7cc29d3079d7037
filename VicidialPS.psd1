@{
    RootModule             = 'VicidialPS.dll'
    ModuleVersion          = '0.1.0'
    GUID                   = '6d3f0a52-4c1b-4d0e-9c57-1b0f6c7c2a91'
    Author                 = 'VicidialPS contributors'
    CompanyName            = 'VicidialPS contributors'
    Copyright              = '(c) VicidialPS contributors. MIT licence.'
    Description            = 'Typed cmdlets for VICIdial, the open-source call-centre dialer: agents, leads and calls over both of its web APIs, with an embedded simulated dialer to try and test scripts against.'
    PowerShellVersion      = '5.1'
    CompatiblePSEditions   = @('Desktop', 'Core')
    DotNetFrameworkVersion = '4.7.2'
    FormatsToProcess       = @('VicidialPS.format.ps1xml')
    FunctionsToExport      = @()
    AliasesToExport        = @()
    VariablesToExport      = @()
    CmdletsToExport        = @(
        'Add-VicidialLead'
        'Connect-VicidialServer'
        'Disconnect-VicidialServer'
        'Find-VicidialLead'
        'Find-VicidialRecording'
        'Get-VicidialAgentCampaign'
        'Get-VicidialAgentInGroup'
        'Get-VicidialAgentLead'
        'Get-VicidialAgentQueueCount'
        'Get-VicidialAgentRecording'
        'Get-VicidialAgentStatistic'
        'Get-VicidialAgentStatus'
        'Get-VicidialAgentWebPhone'
        'Get-VicidialApiFunction'
        'Get-VicidialAudioFile'
        'Get-VicidialCallDetail'
        'Get-VicidialCallLog'
        'Get-VicidialCallMenu'
        'Get-VicidialCallStatistic'
        'Get-VicidialCallback'
        'Get-VicidialCampaign'
        'Get-VicidialConnection'
        'Get-VicidialCustomField'
        'Get-VicidialDidLog'
        'Get-VicidialDispositionStatistic'
        'Get-VicidialHopperLead'
        'Get-VicidialInGroup'
        'Get-VicidialInGroupStatus'
        'Get-VicidialLead'
        'Get-VicidialList'
        'Get-VicidialLoggedInAgent'
        'Get-VicidialMusicOnHold'
        'Get-VicidialSettingsContainer'
        'Get-VicidialSimulator'
        'Get-VicidialSimulatorRequest'
        'Get-VicidialUser'
        'Get-VicidialUserGroupStatus'
        'Get-VicidialVersion'
        'Get-VicidialVoicemailBox'
        'Get-VicidialWebServer'
        'Invoke-VicidialApi'
        'Invoke-VicidialCallAgent'
        'Open-VicidialAgentWebPhone'
        'Set-VicidialSimulatorFault'
        'Start-VicidialSimulator'
        'Step-VicidialSimulator'
        'Stop-VicidialSimulator'
        'Test-VicidialConnection'
        'Test-VicidialPhoneNumber'
    )
    PrivateData            = @{
        PSData = @{
            Tags                     = @('VICIdial', 'Dialer', 'CallCenter', 'Telephony', 'Asterisk', 'PSEdition_Desktop', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            LicenseUri               = 'https://opensource.org/license/mit'
            ReleaseNotes             = 'See CHANGELOG.md.'
            RequireLicenseAcceptance = $false
        }
    }
}
