# Pipelines that run during a test in separate sessions, and functions that communicate with them.
$script:manifest = (Get-Module VicidialPS).Path -replace '\.dll$', '.psd1'
$script:runs = [Collections.Generic.List[object]]::new()

function Get-FreePort {
    $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
    $listener.Start()
    $port = $listener.LocalEndpoint.Port
    $listener.Stop()
    $port
}

# Runs a pipeline in a separate session, like a user in a second window.
function Start-Pipeline([string] $Script) {
    $shell = [powershell]::Create()
    $null = $shell.AddScript("Import-Module '$manifest'; $Script")
    $output = [Management.Automation.PSDataCollection[psobject]]::new()
    $none = [Management.Automation.PSDataCollection[psobject]]::new()
    $none.Complete()
    $run = [pscustomobject]@{ Shell = $shell; Output = $output; Handle = $shell.BeginInvoke($none, $output) }
    $runs.Add($run)
    $run
}

function Wait-Until([scriptblock] $Condition, [int] $Seconds = 30) {
    $end = [datetime]::UtcNow.AddSeconds($Seconds)
    while (-not (& $Condition)) {
        if ([datetime]::UtcNow -gt $end) {
            throw "It did not happen: $Condition"
        }
        Start-Sleep -Milliseconds 50
    }
}

function Wait-Port([int] $Port) {
    Wait-Until {
        $client = [Net.Sockets.TcpClient]::new()
        try { $client.Connect('127.0.0.1', $Port); $true } catch { $false } finally { $client.Dispose() }
    }
}

# Sends one request and returns the status line.
function Send-Request([int] $Port, [string] $Target, [string] $Body) {
    $client = [Net.Sockets.TcpClient]::new('127.0.0.1', $Port)
    try {
        $text = if ($Body) {
            "POST $Target HTTP/1.1`r`nHost: x`r`nConnection: close`r`nContent-Length: $($Body.Length)`r`n`r`n$Body"
        }
        else {
            "GET $Target HTTP/1.1`r`nHost: x`r`nConnection: close`r`n`r`n"
        }
        $bytes = [Text.Encoding]::UTF8.GetBytes($text)
        $client.GetStream().Write($bytes, 0, $bytes.Length)
        ([IO.StreamReader]::new($client.GetStream()).ReadToEnd() -split "`r`n")[0]
    }
    finally {
        $client.Dispose()
    }
}

# The items of a collection so far: enumerating it would wait for the end of its pipeline.
function Read-Collection($Collection) {
    for ($i = 0; $i -lt $Collection.Count; $i++) { $Collection[$i] }
}

function Stop-Run($Run) {
    $Run.Shell.Stop()
    $Run.Shell.Dispose()
}

function Stop-EveryRun {
    $runs | ForEach-Object { Stop-Run $_ }
    $runs.Clear()
}

# A web server that records what is posted to it, and responds with the next of the status codes that a script block
# returns for the body.
function Start-Webhook([scriptblock] $Status) {
    $port = Get-FreePort
    $posts = [Collections.Concurrent.ConcurrentQueue[object]]::new()
    $listener = [Net.HttpListener]::new()
    $listener.Prefixes.Add("http://127.0.0.1:$port/")
    $listener.Start()
    $shell = [powershell]::Create()
    $null = $shell.AddScript({
            param($listener, $posts, $status)
            $decide = [scriptblock]::Create($status)
            while ($listener.IsListening) {
                try { $context = $listener.GetContext() } catch { return }
                $body = [IO.StreamReader]::new($context.Request.InputStream, [Text.Encoding]::UTF8).ReadToEnd()
                $posts.Enqueue([pscustomobject]@{ Body = $body | ConvertFrom-Json; Key = $context.Request.Headers['Idempotency-Key'] })
                $context.Response.StatusCode = & $decide ($body | ConvertFrom-Json) $posts
                $context.Response.Close()
            }
        }).AddArgument($listener).AddArgument($posts).AddArgument("$Status")
    $null = $shell.BeginInvoke()
    [pscustomobject]@{ Uri = "http://127.0.0.1:$port/"; Posts = $posts; Listener = $listener }
}
