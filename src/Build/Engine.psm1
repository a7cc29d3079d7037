# Starts the running PowerShell again, however it was installed. As a .NET tool it is `dotnet` with pwsh.dll: the path of the
# process alone would start `dotnet`.

function Get-PowerShellCommand {
    $process = (Get-Process -Id $PID).Path
    switch -Regex ([IO.Path]::GetFileNameWithoutExtension($process)) {
        '^(pwsh|pwsh-preview|powershell)$' { return $process }
        '^dotnet$' { return $process, (Join-Path $PSHOME 'pwsh.dll') }
    }
    throw "$process hosts PowerShell but cannot be started as PowerShell. Run this from pwsh."
}

# Runs PowerShell with the given arguments to its end: Invoke-PowerShell -NoProfile -File script.ps1
function Invoke-PowerShell {
    $program, [string[]] $first = Get-PowerShellCommand
    & $program @first @args
}

# Starts PowerShell with redirected streams and returns the process. It is one process: Kill() ends the session itself.
function Start-PowerShell([Parameter(Mandatory)] [string[]] $ArgumentList) {
    $program, [string[]] $first = Get-PowerShellCommand
    $words = @($first) + $ArgumentList | ForEach-Object { '"{0}"' -f ($_ -replace '(\\*)"', '$1$1\"' -replace '(\\+)$', '$1$1') }
    $start = [Diagnostics.ProcessStartInfo]::new($program, $words -join ' ')
    $start.RedirectStandardInput = $start.RedirectStandardOutput = $start.RedirectStandardError = $true
    $start.UseShellExecute = $false
    [Diagnostics.Process]::Start($start)
}

Export-ModuleMember -Function Get-PowerShellCommand, Invoke-PowerShell, Start-PowerShell
