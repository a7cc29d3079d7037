# Helpers for test files with the parameter Release, whose expected results differ between releases. Import it again in each file:
#   Import-Module (Join-Path $PSScriptRoot Releases.psm1) -Force -ArgumentList $dialer, $Release
param($Dialer, [string] $Release)

$isOld = $Release -eq '2.10-69'

function Get-World($Dialer) { $Dialer.PSObject.BaseObject.GetType().GetProperty('Dialer', [Reflection.BindingFlags]'NonPublic,Instance').GetValue($Dialer).World }

$world = Get-World $Dialer

# For a release without a function to read something, reads it from the simulated database, under the names of the records.
function Read-Stored($Found, [hashtable] $Names) {
    foreach ($one in $Found | Where-Object { $_ }) {
        $record = $one | Select-Object *
        foreach ($name in $Names.Keys) { $record | Add-Member $name $one.($Names[$name]) }
        $record
    }
}

function Read-Lead {
    [CmdletBinding()] param([long[]] $LeadId)
    if ($isOld) { Read-Stored ($LeadId | ForEach-Object { $world.Leads.Find($_) }) @{ LeadId = 'Id' } } else { Get-VicidialLead $LeadId }
}

function Read-List {
    [CmdletBinding()] param([long] $ListId)
    if ($isOld) { Read-Stored $world.FindList($ListId) @{ ListId = 'Id'; ListName = 'Name'; ExpirationDate = 'ExpiresOn' } } else { Get-VicidialList $ListId }
}

function Read-User {
    [CmdletBinding()] param([string] $User)
    if ($isOld) { Read-Stored $world.FindUser($User) @{ User = 'Name' } } else { Get-VicidialUser $User }
}

function Read-Callback {
    [CmdletBinding()] param([long] $LeadId)
    if ($isOld) {
        Read-Stored ($world.Callbacks | Where-Object { $_.LeadId -eq $LeadId -and -not $_.IsArchived }) @{ Recipient = 'Kind'; CallbackTime = 'DueAt' }
    } else {
        Get-VicidialCallback $LeadId
    }
}

# Asserts that the code only writes errors that the dialer is too old, without a warning or a result, and changes nothing.
function Assert-TooOld([scriptblock] $Code, [string] $Id = 'DialerTooOld') {
    $before = @($Dialer | Get-VicidialSimulatorRequest).Count
    $global:Error.Clear()
    $written = try { & $Code 2>$null 3>&1 } catch { }
    $global:Error | ForEach-Object { $_.FullyQualifiedErrorId -replace ',.*' } | Sort-Object -Unique | Should -Be "Vicidial.$Id" -Because "$($global:Error)"
    $written | Should -BeNullOrEmpty
    $sent = @($Dialer | Get-VicidialSimulatorRequest | Select-Object -Skip $before)
    $sent | Where-Object Response -Match 'SUCCESS' | ForEach-Object Function | Should -BeNullOrEmpty
}

Export-ModuleMember -Function Get-World, Read-Lead, Read-List, Read-User, Read-Callback, Assert-TooOld -Variable isOld, world
