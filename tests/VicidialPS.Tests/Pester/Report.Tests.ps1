# Reports as pages: their content, the escaping of names, and how a browser shows them.
BeforeDiscovery {
    $noBrowser = -not (Get-Command chromium, chromium-browser, google-chrome -CommandType Application -ErrorAction Ignore)
}

BeforeAll {
    $dialer = Start-VicidialSimulator -Scenario @{
        Extend = $true
        Lists  = @(
            @{ ListId = 9901; CampaignId = 'TESTCAMP'; Name = '<script>alert(1)</script>' }
            @{ ListId = 9902; CampaignId = 'TESTCAMP'; Name = "x' onload='a& ]]>" }
        )
        Leads  = @(@{ ListId = 9901; PhoneNumber = '7275559901' }, @{ ListId = 9902; PhoneNumber = '7275559902' })
    }
    Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main
    $browser = Get-Command chromium, chromium-browser, google-chrome -CommandType Application -ErrorAction Ignore | Select-Object -First 1

    function ConvertFrom-Page([string] $Page) {
        # The output is XML except for its first line, so a strict XML reader accepts it.
        $xml = $Page -replace '<!DOCTYPE html>' -replace '<meta ([^>]*)>', '<meta $1/>'
        [xml] $xml
    }

    function Get-All {
        Get-VicidialCallStatistic
        Get-VicidialCallStatistic -By Hour
        Get-VicidialCallStatistic -By Status
        Get-VicidialDispositionStatistic
        Get-VicidialAgentStatistic
        Get-VicidialList 101, 102, 103, 104 -IncludeCount -IncludeDialableCount
    }
}

AfterAll { Stop-VicidialSimulator }

Describe 'ConvertTo-VicidialReport' {
    It 'creates one page from everything that is piped' {
        $page = Get-All | ConvertTo-VicidialReport -Title 'The day'
        $page | Should -BeOfType string
        $document = ConvertFrom-Page $page
        $document.html.head.title | Should -Be 'The day'
        $document.html.body.main.section.h2.'#text' | Should -Be 'Calls', 'Dispositions', 'Agents', 'Lists'
        @($document.SelectNodes('//section[3]//tbody/tr')).Count | Should -Be @(Get-VicidialAgentStatistic).Count
    }

    It 'has the figures of its records in the table' {
        $agent = Get-VicidialAgentStatistic | Select-Object -First 1
        $table = (ConvertFrom-Page ($agent | ConvertTo-VicidialReport)).SelectSingleNode('//table')
        $headings = @($table.thead.tr.th | ForEach-Object { if ($_ -is [string]) { $_ } else { $_.'#text' } })
        $cells = @($table.tbody.tr.ChildNodes.InnerText)
        $cells[$headings.IndexOf('User')] | Should -Be $agent.User
        $cells[$headings.IndexOf('Calls')] | Should -Be "$($agent.Calls)"
        $cells[$headings.IndexOf('Talk time')] | Should -Be ('{0}:{1:00}:{2:00}' -f [math]::Floor($agent.TalkTime.TotalHours), $agent.TalkTime.Minutes, $agent.TalkTime.Seconds)
    }

    It 'needs no external resources and runs no script' {
        $page = Get-All | ConvertTo-VicidialReport
        $page | Should -Match "default-src 'none'"
        $page | Should -Not -Match '<script|<link|<img|<iframe|\bsrc=|\bhref=|url\(|@import|https?://'
    }

    It 'has a text alternative for each chart' {
        $document = ConvertFrom-Page (Get-All | ConvertTo-VicidialReport)
        $document.html.lang | Should -Be en
        $charts = $document.SelectNodes('//svg[not(@aria-hidden)]')
        $charts.Count | Should -BeGreaterThan 5
        foreach ($chart in $charts) {
            $chart.role | Should -Be img
            $named = $chart.'aria-labelledby' -split ' '
            $named | Should -Be $chart.title.id, $chart.desc.id
            $chart.desc.'#text'.Length | Should -BeGreaterThan 20
        }
        $ids = @($document.SelectNodes('//@id').Value)
        ($ids | Select-Object -Unique).Count | Should -Be $ids.Count
        foreach ($table in $document.SelectNodes('//table')) {
            $table.caption | Should -Not -BeNullOrEmpty
            $table.SelectNodes('thead//th[@scope="col"]').Count | Should -Be $table.SelectNodes('thead//th').Count
            $table.SelectNodes('tbody/tr[not(th[@scope="row"])]').Count | Should -Be 0
        }
    }

    It 'begins with the most important figures' {
        $document = ConvertFrom-Page (Get-All | ConvertTo-VicidialReport)
        $figures = @{}
        foreach ($figure in $document.SelectNodes('//dl/div')) { $figures[$figure.dt] = $figure.SelectSingleNode('dd/text()').Value.Trim() }
        $calls = Get-VicidialCallStatistic
        $figures['Calls'] | Should -Be ('{0:#,0}' -f ($calls | Measure-Object Calls -Sum).Sum)
        $figures['Answered by a person'] | Should -Be ('{0:#,0}' -f ($calls | Measure-Object HumanAnsweredCalls -Sum).Sum)
        $figures['Dropped'] | Should -Be ('{0:#,0}' -f (Get-VicidialCallStatistic -By Status | Where-Object Status -EQ DROP | Measure-Object Calls -Sum).Sum)
        $figures['Agents'] | Should -Be "$(@(Get-VicidialAgentStatistic).Count)"
        $figures['Leads'] | Should -Be ('{0:#,0}' -f (Get-VicidialList 101, 102, 103, 104 -IncludeCount | Measure-Object LeadCount -Sum).Sum)
        @($figures.Keys).Count | Should -Be $document.SelectNodes('//dt').Count -Because 'no figure has the name of another one'
        $titles = @($document.SelectNodes('//figcaption').InnerText)
        ($titles | Select-Object -Unique).Count | Should -Be $titles.Count
    }

    It 'shows hours of campaigns as a heat map without rows and hours of zeros' {
        $hours = Get-VicidialCallStatistic -By Hour
        $document = ConvertFrom-Page ($hours | ConvertTo-VicidialReport)
        $busy = @($hours | Where-Object Calls -GT 0)
        $document.SelectNodes('//table[@class="heat"]/tbody/tr').Count | Should -Be @($busy.GroupId | Select-Object -Unique).Count
        $first, $last = ($busy.Hour | Measure-Object -Minimum -Maximum).ForEach({ $_.Minimum, $_.Maximum })
        @($document.SelectNodes('//table[@class="heat"]/thead//th[@class="n"]').InnerText) | Should -Be (@($first..$last | ForEach-Object { '{0:00}' -f $_ }) + 'Total')
        foreach ($row in $document.SelectNodes('//table[@class="heat"]/tbody/tr')) {
            $row.td[-1].InnerText | Should -Be "$(($busy | Where-Object GroupId -EQ $row.th.InnerText | Measure-Object Calls -Sum).Sum)"
        }
    }

    It 'leaves out campaigns without calls, with a note' {
        $rows = Get-VicidialCallStatistic
        $document = ConvertFrom-Page ($rows | ConvertTo-VicidialReport)
        $document.SelectNodes('//tbody/tr').Count | Should -Be @($rows | Where-Object Calls -GT 0).Count
        "$($document.SelectSingleNode('//caption').InnerText)" | Should -BeLike "*, $(@($rows | Where-Object Calls -EQ 0).Count) groups without calls left out*"
    }

    It 'is drawn for light and for dark screens' {
        $page = Get-VicidialAgentStatistic | ConvertTo-VicidialReport
        $page | Should -Match 'prefers-color-scheme: dark'
        $page | Should -Match 'color-scheme: light dark'
    }

    It 'escapes names' {
        $page = Get-VicidialList 9901, 9902 -IncludeCount | ConvertTo-VicidialReport -Title '</title><b>"&'
        $page | Should -Not -Match '<script|<b>'
        $page | Should -Match '<text[^>]*>9901 &lt;script'
        $document = ConvertFrom-Page $page
        $document.html.head.title | Should -Be '</title><b>"&'
        $names = Get-VicidialList 9901, 9902 | ForEach-Object ListName
        foreach ($name in $names) { $document.SelectNodes('//td').InnerText | Should -Contain $name }
    }

    It 'writes a file, and does not replace one with -NoClobber' {
        $file = Join-Path $TestDrive 'day.html'
        $written = Get-VicidialAgentStatistic | ConvertTo-VicidialReport 'The day' $file
        $written | Should -BeOfType IO.FileInfo
        [IO.File]::ReadAllText($file) | Should -Match '</html>'
        { Get-VicidialAgentStatistic | ConvertTo-VicidialReport 'Again' $file -NoClobber } | Should -Throw -ErrorId 'Vicidial.ReportNotWritable,*'
        [IO.File]::ReadAllText($file) | Should -Match '<title>The day<'
        Get-VicidialAgentStatistic | ConvertTo-VicidialReport 'No' (Join-Path $TestDrive 'no.html') -WhatIf
        Join-Path $TestDrive 'no.html' | Should -Not -Exist
    }

    It 'is written only to a file system' {
        $records = @(Get-VicidialAgentStatistic)
        Push-Location Env:
        try { { $records | ConvertTo-VicidialReport 'The day' day.html } | Should -Throw -ErrorId 'Vicidial.ReportNotWritable,*' }
        finally { Pop-Location }
    }

    It 'rejects objects that it cannot show, and continues' {
        $page = 'text', (Get-VicidialVersion), (Get-VicidialAgentStatistic | Select-Object -First 1) | ConvertTo-VicidialReport -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed.FullyQualifiedErrorId | Should -Be 'Vicidial.NotReportable,VicidialPS.Commands.Reports.ConvertToReportCommand', 'Vicidial.NotReportable,VicidialPS.Commands.Reports.ConvertToReportCommand'
        (ConvertFrom-Page $page).html.body.main.section.h2.'#text' | Should -Be Agents
    }

    It 'accepts deserialized copies of its input' {
        $file = Join-Path $TestDrive 'day.clixml'
        Get-All | Export-Clixml $file
        $made = 'created on \S+ \S+'
        (Import-Clixml $file | ConvertTo-VicidialReport) -replace $made | Should -BeExactly ((Get-All | ConvertTo-VicidialReport) -replace $made)
        $broken = Import-Clixml $file | Select-Object -First 1
        $broken.Calls = 'many'
        $null = $broken | ConvertTo-VicidialReport -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed.FullyQualifiedErrorId | Should -Be 'Vicidial.NotReportable,VicidialPS.Commands.Reports.ConvertToReportCommand'
    }

    It 'distinguishes groups with the same name on two dialers' {
        Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name twin -NoDefault
        $page = Get-VicidialCallStatistic -Connection main, twin | ConvertTo-VicidialReport
        Disconnect-VicidialServer twin
        $bars = @((ConvertFrom-Page $page).SelectNodes('//text[@class="l"]').InnerText)
        $bars | Should -Contain 'TESTCAMP, main'
        $bars | Should -Contain 'TESTCAMP, twin'
    }

    It 'shows that there is no data if nothing is piped' {
        @() | ConvertTo-VicidialReport | Should -Match 'There is nothing to report'
    }

    It 'is shown correctly by Chromium, or Chromium is missing' -Skip:$noBrowser {
        $file = Join-Path $TestDrive 'shown.html'
        $null = Get-All | ConvertTo-VicidialReport 'Shown' $file
        $shown = & $browser --headless --no-sandbox --disable-gpu "--user-data-dir=$(Join-Path $TestDrive profile)" --virtual-time-budget=1000 --dump-dom "file://$file" 2>$null | Out-String
        $before = ConvertFrom-Page ([IO.File]::ReadAllText($file))
        foreach ($tag in 'section', 'svg', 'rect', 'tr', 'th', 'td', 'caption') {
            [regex]::Matches($shown, "<$tag[ >]").Count | Should -Be $before.SelectNodes("//$tag").Count -Because "a browser mends what is written wrongly, and <$tag> would change"
        }
    }
}
