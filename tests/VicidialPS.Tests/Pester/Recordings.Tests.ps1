# Recordings as files: what is downloaded, from which host, under which name, and what happens if a transfer is
# interrupted.
BeforeAll {
    $dialer = Start-VicidialSimulator
    Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main
    $day = (Get-VicidialVersion).DialerTime.Date

    # The dialer names an internal address, as dialers do; its files are on the simulator's own port.
    $map = @{ '10.10.10.15' = $dialer.Uri }
    $common = @{ HostMap = $map; RetryIntervalSec = 0; NoProxy = $true }

    function Get-Id($ErrorRecord) { $ErrorRecord.FullyQualifiedErrorId -replace ',.*' }
    function Get-Sent { @(Get-VicidialSimulatorRequest RECORDINGS) }
    function Get-Hash([string] $Path) { (Get-FileHash -LiteralPath $Path).Hash }

    $one = Find-VicidialRecording 1001 | Where-Object RecordingId -EQ 90001
    $unfiled = Find-VicidialRecording 1001 | Where-Object RecordingId -EQ 90002
}

AfterAll { Stop-VicidialSimulator }

Describe 'Save-VicidialRecording' {
    BeforeEach {
        $folder = Join-Path $TestDrive ([guid]::NewGuid().ToString('N'))
        $null = Get-VicidialSimulatorRequest -Clear
        Set-VicidialSimulatorFault -Clear
    }

    It 'saves recordings in order, and returns a result for each' {
        $found = @(Find-VicidialRecording -User 1001, 1002 -Date $day.AddDays(-1) | Where-Object Location)
        $found.Count | Should -BeGreaterThan 2
        $saved = @($found | Save-VicidialRecording $folder @common)
        $saved.RecordingId | Should -Be $found.RecordingId
        $saved[0] | Should -BeOfType VicidialPS.Output.SavedRecording
        foreach ($file in $saved) {
            (Get-Item -LiteralPath $file.Path).Length | Should -Be $file.Length
            $file.IsSizeChecked | Should -BeTrue
            $file.ConnectionName | Should -Be main
        }
        $first = $found[0]
        $saved[0].Name | Should -Be ('{0}_{1}_{2:yyyyMMdd-HHmmss}_{3}.mp3' -f $first.LeadId, $first.User, $first.StartTime, $first.RecordingId)
        ($saved | ForEach-Object { Get-Hash $_.Path } | Sort-Object -Unique).Count | Should -Be $saved.Count
        (Get-ChildItem $folder -File).Count | Should -Be $saved.Count
    }

    It 'never shows the account of the API, and sends nothing but requests for files' {
        $null = $one | Save-VicidialRecording $folder @common
        $sent = @(Get-VicidialSimulatorRequest)
        $sent.Function | Should -Be 'RECORDINGS'
        $sent[0].Fields.Keys | Should -Be 'Path'
        $sent[0].User | Should -BeNullOrEmpty
    }

    It 'resumes an interrupted transfer with the missing bytes' {
        Set-VicidialSimulatorFault CutReply -Function RECORDINGS -CutAfterBytes 50000 -Count 1
        $saved = $one | Save-VicidialRecording $folder @common
        $saved.WasResumed | Should -BeTrue
        (Get-Sent)[1].Fields['Range'] | Should -Be 'bytes=50000-'
        $whole = $one | Save-VicidialRecording $folder @common -NameTemplate whole
        Get-Hash $saved.Path | Should -Be (Get-Hash $whole.Path)
        (Get-ChildItem $folder).Name | Sort-Object | Should -Be ($saved.Name, $whole.Name | Sort-Object)
    }

    It 'resumes unfinished transfers in the next run' {
        Set-VicidialSimulatorFault CutReply -Function RECORDINGS -CutAfterBytes 70000
        $one | Save-VicidialRecording $folder @common -MaximumRetryCount 0 -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        Get-Id $failed[0] | Should -Be 'Vicidial.RecordingCut'
        $failed[0].TargetObject | Should -Be $one
        Set-VicidialSimulatorFault -Clear
        $saved = $one | Save-VicidialRecording $folder @common
        $saved.WasResumed | Should -BeTrue
        (Get-Sent)[1].Fields['Range'] | Should -Be 'bytes=70000-'
        $whole = $one | Save-VicidialRecording $folder @common -NameTemplate whole
        Get-Hash $saved.Path | Should -Be (Get-Hash $whole.Path)
    }

    It 'downloads nothing twice: a file with the right size counts as done' {
        $null = $one | Save-VicidialRecording $folder @common
        $again = $one | Save-VicidialRecording $folder @common
        $again.WasThere | Should -BeTrue
        (Get-Sent).Method | Should -Be 'GET', 'HEAD'
    }

    It 'does not overwrite another file without -Force' {
        $null = New-Item $folder -ItemType Directory
        $mine = Join-Path $folder 'mine.mp3'
        Set-Content $mine 'mine'
        $one | Save-VicidialRecording $folder @common -NameTemplate mine -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        Get-Id $failed[0] | Should -Be 'Vicidial.RecordingExists'
        Get-Content $mine | Should -Be 'mine'
        ($one | Save-VicidialRecording $folder @common -NameTemplate mine -Force).Length | Should -Be (Get-Item $mine).Length
    }

    It 'gives each recording of a run its own name, even with -Force' {
        $two = Find-VicidialRecording -User 1001 -Date $day.AddDays(-1) | Where-Object Location | Select-Object -First 2
        @($two | Save-VicidialRecording $folder @common -NameTemplate same -Force -ErrorAction SilentlyContinue -ErrorVariable failed).Count | Should -Be 1
        Get-Id $failed[0] | Should -Be 'Vicidial.RecordingNameTaken'
    }

    It 'reports that a recording is not available yet: <Name>' -ForEach @(
        @{ Name = 'the dialer tells no place'; Script = { $unfiled } }
        @{ Name = 'the server does not have it'; Script = { [pscustomobject]@{ RecordingId = 5; LeadId = 1; User = 'x'; StartTime = $day; Location = 'http://10.10.10.15/RECORDINGS/MP3/gone-all.mp3' } } }
    ) {
        & $Script | Save-VicidialRecording $folder @common -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        Get-Id $failed[0] | Should -Be 'Vicidial.RecordingNotReady'
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }

    It 'continues after a recording that fails' {
        $gone = [pscustomobject]@{ RecordingId = 5; LeadId = 1; User = 'x'; StartTime = $day; Location = 'http://10.10.10.15/RECORDINGS/MP3/gone-all.mp3' }
        ($unfiled, $gone, $one | Save-VicidialRecording $folder @common -ErrorAction SilentlyContinue).RecordingId | Should -Be 90001
    }

    It 'sends no request to a location that is not on an allowed host: <Location>' -ForEach @(
        @{ Location = 'http://127.0.0.1:1/a.mp3'; Id = 'Vicidial.RecordingHostNotAllowed' }
        @{ Location = 'http://169.254.169.254/latest/meta-data'; Id = 'Vicidial.RecordingHostNotAllowed' }
        @{ Location = 'file:///etc/passwd'; Id = 'Vicidial.InvalidRecordingLocation' }
        @{ Location = '\\server\share\a.mp3'; Id = 'Vicidial.InvalidRecordingLocation' }
        @{ Location = 'just text'; Id = 'Vicidial.InvalidRecordingLocation' }
    ) {
        $row = [pscustomobject]@{ RecordingId = 5; LeadId = 1; User = 'x'; StartTime = $day; Location = $Location }
        $row | Save-VicidialRecording $folder @common -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        Get-Id $failed[0] | Should -Be $Id
    }

    It 'sends requests only to hosts in -AllowedHost, whatever the dialer names' {
        $one | Save-VicidialRecording $folder -AllowedHost '*.example.com' -NoProxy -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        Get-Id $failed[0] | Should -Be 'Vicidial.RecordingHostNotAllowed'
        $row = [pscustomobject]@{ RecordingId = 5; LeadId = 1; User = 'x'; StartTime = $day; Location = "$($dialer.Uri)" + ([uri] $one.Location).AbsolutePath.TrimStart('/') }
        ($row | Save-VicidialRecording $folder -AllowedHost '127.0.0.*' -NoProxy).RecordingId | Should -Be 5
    }

    It 'follows no redirect to another host' {
        Set-VicidialSimulatorFault Redirect -Function RECORDINGS -Location 'http://192.0.2.1/a.mp3'
        $one | Save-VicidialRecording $folder @common -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        Get-Id $failed[0] | Should -Be 'Vicidial.RecordingHostNotAllowed'
        "$($failed[0])" | Should -BeLike '*192.0.2.1*'
    }

    It 'does not save a web page as a recording' {
        Set-VicidialSimulatorFault HtmlPage -Function RECORDINGS -Count 1
        $one | Save-VicidialRecording $folder @common -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        Get-Id $failed[0] | Should -Be 'Vicidial.NotARecording'
        Get-ChildItem $folder -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'retries when the server fails, and stops if it keeps failing' {
        Set-VicidialSimulatorFault ServerErrorInstead -Function RECORDINGS -Count 2
        ($one | Save-VicidialRecording $folder @common).RecordingId | Should -Be 90001
        Set-VicidialSimulatorFault ServerErrorInstead -Function RECORDINGS
        $one | Save-VicidialRecording $folder @common -NameTemplate other -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        Get-Id $failed[0] | Should -Be 'Vicidial.ServerFailure'
    }

    It 'creates safe names inside the folder: <User>' -ForEach @(
        @{ User = '..'; Name = '_' }
        @{ User = '../../etc/passwd'; Name = '.._.._etc_passwd' }
        @{ User = 'a:b|c?d*e"f<g>h\i'; Name = 'a_b_c_d_e_f_g_h_i' }
        @{ User = 'NUL'; Name = '_NUL' }
        @{ User = "tab`tline`n"; Name = 'tab_line_' }
        @{ User = ' name. '; Name = 'name' }
        @{ User = ''; Name = '_' }
    ) {
        $row = [pscustomobject]@{ RecordingId = 5; LeadId = 1; User = $User; StartTime = $day; Location = $one.Location }
        $saved = $row | Save-VicidialRecording $folder @common -NameTemplate '{User}'
        $saved.Name | Should -BeExactly "$Name.mp3"
        Split-Path $saved.Path | Should -Be $folder
    }

    It 'creates the folders in the template' {
        $saved = $one | Save-VicidialRecording $folder @common -NameTemplate '{StartTime:yyyy-MM}/{{x}}-{RecordingId:d7}'
        $saved.Path | Should -Be (Join-Path (Join-Path $folder $one.StartTime.ToString('yyyy-MM')) '{x}-0090001.mp3')
    }

    It 'rejects an invalid template: <Template>' -ForEach @(
        @{ Template = '../{User}' }, @{ Template = 'a/../../b' }, @{ Template = '/etc/x' }, @{ Template = 'x/' }, @{ Template = '{User' }, @{ Template = '{}' }
    ) {
        { $one | Save-VicidialRecording $folder @common -NameTemplate $Template } | Should -Throw -ErrorId 'Vicidial.InvalidNameTemplate,*'
    }

    It 'names the property that a template lacks' {
        $one | Save-VicidialRecording $folder @common -NameTemplate '{Agent}' -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        Get-Id $failed[0] | Should -Be 'Vicidial.InvalidNameTemplate'
        "$($failed[0])" | Should -BeLike '*Agent*'
    }

    It 'sends nothing and writes nothing with -WhatIf' {
        $one | Save-VicidialRecording $folder @common -WhatIf
        Get-Sent | Should -BeNullOrEmpty
        $folder | Should -Not -Exist
    }

    It 'accepts rows of a CSV file if the host is allowed' {
        $csv = Join-Path $TestDrive 'found.csv'
        $one | Export-Csv $csv -NoTypeInformation
        $saved = Import-Csv $csv | Save-VicidialRecording $folder @common
        $saved.RecordingId | Should -Be 90001
        $saved.LeadId | Should -Be 1001
    }

    It 'shows the names in a column that fits on the screen' {
        $shown = $one | Save-VicidialRecording $folder @common | Out-String -Width 120
        ($shown -split "`n")[1].TrimEnd() | Should -Match 'Connection$'
    }

    It 'ends quickly when the pipeline is stopped, and keeps the received part for the next run' {
        Set-VicidialSimulatorFault StallBody -Function RECORDINGS
        $shell = [powershell]::Create()
        $null = $shell.AddScript('param($module, $row, $folder, $map) Import-Module $module; $row | Save-VicidialRecording $folder -HostMap $map -NoProxy')
        $null = $shell.AddArgument((Get-Module VicidialPS).Path).AddArgument($one).AddArgument($folder).AddArgument($map)
        $run = $shell.BeginInvoke()
        $limit = [datetime]::Now.AddSeconds(30)
        while (-not (Get-ChildItem $folder -Filter *.part -ErrorAction Ignore | Where-Object Length -GT 0) -and [datetime]::Now -lt $limit) { Start-Sleep -Milliseconds 20 }
        $shell.Stop()
        $run.IsCompleted | Should -BeTrue
        $shell.Dispose()
        Set-VicidialSimulatorFault -Clear
        ($one | Save-VicidialRecording $folder @common).WasResumed | Should -BeTrue
    }
}
