# Hosts for a test: network namespaces, each with an SSH server that starts PowerShell. The simulated dialers listen only on the loopback address, so
# a host reaches them through a tunnel.
$ErrorActionPreference = 'Stop'

function Get-RemoteHostObstacle {
    if (-not $IsLinux) { return 'network namespaces are missing' }
    if ((id -u) -ne 0) { return 'the right to make network namespaces is missing' }
    foreach ($program in 'ip', 'ssh', 'ssh-keygen', 'sshd') {
        if (-not (Get-Program $program)) { return "$program is missing" }
    }
    ip netns add "probe$PID" 2>$null
    if ($LASTEXITCODE -ne 0) { return 'the right to make network namespaces is missing' }
    ip netns del "probe$PID"
}

function Get-Program([string] $Name) {
    @(Get-Command $Name -CommandType Application -ErrorAction Ignore | ForEach-Object Source) + "/usr/sbin/$Name" |
        Where-Object { Test-Path $_ } | Select-Object -First 1
}

# Creates the hosts and returns their addresses. ModulePath is the folder of the module, which the hosts find by its name.
function New-RemoteHost([string] $Folder, [string] $ModulePath, [string[]] $PowerShell, [string[]] $Name) {
    $null = New-Item (Join-Path $Folder modules), /run/sshd -ItemType Directory -Force
    $null = New-Item (Join-Path $Folder modules VicidialPS) -ItemType SymbolicLink -Value $ModulePath
    ssh-keygen -q -t ed25519 -N '' -f (Join-Path $Folder key)
    Set-Content (Join-Path $Folder pwsh) '#!/bin/sh', "export HOME='$Folder' PSModulePath='$(Join-Path $Folder modules)'", (
        'exec ' + (@($PowerShell | ForEach-Object { "'$_'" }) -join ' ') + ' -NoProfile -NoLogo -sshs')
    chmod 700 (Join-Path $Folder pwsh)
    $number = 0
    foreach ($one in $Name) {
        $number++
        $space = "$one-$PID"
        $address = "10.201.$number.2"
        $config = Join-Path $Folder "$one.conf"
        Set-Content $config "HostKey $Folder/key", "AuthorizedKeysFile $Folder/key.pub", "ListenAddress $address", 'StrictModes no', 'UsePAM no', 'PidFile none',
            'PermitRootLogin yes', "Subsystem powershell $Folder/pwsh"
        $null = New-Item (Join-Path $Folder $one) -ItemType Directory
        Invoke-Ip netns add $space
        Invoke-Ip link add "v$number-$PID" type veth peer name eth0 netns $space
        Invoke-Ip addr add "10.201.$number.1/24" dev "v$number-$PID"
        Invoke-Ip link set "v$number-$PID" up
        Invoke-Ip -n $space addr add "$address/24" dev eth0
        Invoke-Ip -n $space link set eth0 up
        Invoke-Ip -n $space link set lo up
        $server = Start-Process ip 'netns', 'exec', $space, (Get-Program sshd), '-D', '-e', '-f', $config -PassThru -RedirectStandardError "$config.log"
        [pscustomobject]@{ Name = $one; Address = $address; Space = $space; Link = "v$number-$PID"; Folder = (Join-Path $Folder $one); Server = $server }
    }
}

# The options with which ssh and Invoke-Command -HostName trust a host that was just created.
function Get-SshOption {
    @{ StrictHostKeyChecking = 'no'; UserKnownHostsFile = '/dev/null'; LogLevel = 'ERROR'; BatchMode = 'yes'; ConnectionAttempts = '50' }
}

# Makes ports of this machine's loopback address available on a host.
function Open-Tunnel($RemoteHost, [string] $KeyPath, [int[]] $Port) {
    $words = @((Get-SshOption).GetEnumerator() | ForEach-Object { '-o'; "$($_.Key)=$($_.Value)" })
    $words += '-o', 'ExitOnForwardFailure=yes', '-i', $KeyPath, '-f', '-N'
    $words += $Port | ForEach-Object { '-R'; "127.0.0.1:${_}:127.0.0.1:$_" }
    ssh @words "root@$($RemoteHost.Address)" 2>&1 | Out-Null
    if ($LASTEXITCODE -ne 0) { throw "The tunnel of $($RemoteHost.Name) failed: $(Get-Content "$($RemoteHost.Folder).conf.log" -Raw)" }
}

# Kills every process of a host at once, like a power failure.
function Stop-RemoteHost($RemoteHost) {
    ip netns pids $RemoteHost.Space | ForEach-Object { Stop-Process -Id $_ -Force -ErrorAction Ignore }
}

function Remove-RemoteHost($RemoteHost) {
    Stop-RemoteHost $RemoteHost
    ip link del $RemoteHost.Link
    ip netns del $RemoteHost.Space
}

function Invoke-Ip {
    $said = ip @args 2>&1
    if ($LASTEXITCODE -ne 0) { throw "ip ${args}: $said" }
}

Export-ModuleMember -Function Get-RemoteHostObstacle, New-RemoteHost, Get-SshOption, Open-Tunnel, Stop-RemoteHost, Remove-RemoteHost
