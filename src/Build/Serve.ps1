# Serves a simulated dialer until Ctrl+C, and shows how to sign in.
param([Parameter(Mandatory)] [string] $ModulePath)

Import-Module (Join-Path $ModulePath 'VicidialPS.psd1')
Start-VicidialSimulator -Wait | ForEach-Object {
    [pscustomobject]@{
        Uri      = $_.Uri
        UserName = $_.Credential.UserName
        Password = $_.Credential.GetNetworkCredential().Password
    } | Format-List | Out-Host
}
