# How an error looks to the user, and what it contains.
BeforeAll {
    $dialer = Start-VicidialSimulator
    Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main
}

AfterAll {
    Get-VicidialConnection | Disconnect-VicidialServer
    Stop-VicidialSimulator
}

Describe 'An error' {
    It 'names the connection, the cause, and the remedy' {
        $null = Get-VicidialLead 99999999 -ErrorVariable failed -ErrorAction SilentlyContinue
        $shown = $failed[0] | Out-String -Width 200
        $shown | Should -BeLike '*main: The dialer responded: ERROR: lead_all_info LEAD NOT FOUND*'
        $shown | Should -BeLike '*Check the name or number*'
        # Once, not twice.
        [regex]::Matches($shown, 'Check the name').Count | Should -Be 1
    }

    It 'shows the function, connection, attempts, and response in Get-Error' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $connection = Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name quick -RetryIntervalSec 0 -NoDefault -PassThru
        $null = Set-VicidialSimulatorFault DropBeforeWork -Count 1
        $null = Get-VicidialLead 99999999 -Connection $connection -ErrorVariable failed -ErrorAction SilentlyContinue
        $shown = $failed[0] | Get-Error | Out-String -Width 200
        $shown | Should -Match 'Function\s+: lead_all_info'
        $shown | Should -Match 'ConnectionName\s+: quick'
        $shown | Should -Match 'Attempts\s+: 2'
        $shown | Should -Match 'ReplyText\s+: ERROR: lead_all_info LEAD NOT FOUND'
        $shown | Should -Match 'Remedy\s+: Check the name or number'
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike 'Check the name*'
    }

    It 'of a refused login does not show the password, although the dialer repeats it' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $wrong = [pscredential]::new('6666', (ConvertTo-SecureString 'Cn4ryGetErr0r' -AsPlainText -Force))
        $failure = { Connect-VicidialServer -Uri $dialer.Uri -Credential $wrong -Name bad } | Should -Throw -PassThru
        $shown = $failure | Get-Error | Out-String -Width 200
        $shown | Should -Match 'ReplyText\s+: ERROR: Login incorrect'
        $shown | Should -Not -BeLike '*Cn4ryGetErr0r*'
        ($failure | Format-List * -Force | Out-String -Width 200) | Should -Not -BeLike '*Cn4ryGetErr0r*'
    }
}
