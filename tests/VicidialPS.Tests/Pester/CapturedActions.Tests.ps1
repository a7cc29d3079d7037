# Each recorded response to a change or a command, from dialers of all generations, is returned to the cmdlet for it. The expected result is
# read from the recorded text by an independent reader in CapturedActions.psm1:
#   - A line of success becomes a result with the line's values. It also has the dialer's notices. A rejected part is a warning.
#   - An error line becomes one error of the catalog, with its ID and category. On a dialer without the function, it is DialerTooOld.
#   - Notices are a success if they report that something was done, and an error if everything that was requested is rejected.
#   - If the server failed, SUCCESS in the text before the failure counts. Otherwise, the outcome is unknown.
#   - No password is in the output.
BeforeDiscovery {
    Import-Module ([IO.Path]::Combine($PSScriptRoot, 'CapturedActions.psm1')) -Force
    $cases = Get-RecordedAction | ForEach-Object { @{ Id = $_.Id; Action = $_ } }
}

BeforeAll {
    Import-Module ([IO.Path]::Combine($PSScriptRoot, 'CapturedActions.psm1')) -Force
}

Describe 'The comparison of results' {
    BeforeAll {
        $action = Get-RecordedAction 'non-agent/add_lead' | Where-Object { $_.Body -clike '*LEAD HAS BEEN ADDED*SCHEDULED CALLBACK ADDED*' } | Select-Object -First 1
        $answer = Invoke-RecordedAction $action
    }

    It 'detects a wrong value, an extra result, a missing notice, and a rejection without a warning' {
        $expected = Read-RecordedAction $action
        Compare-RecordedAction $expected $answer $action | Should -BeNullOrEmpty
        $expected.Records[0].Values['lead_id'] = '1'
        Compare-RecordedAction $expected $answer $action | Should -BeLike "result 0: LeadId is '*' instead of '1'"
        $expected = Read-RecordedAction $action
        $expected.Records[0].Notices = @($expected.Records[0].Notices | Select-Object -Skip 1)
        @(Compare-RecordedAction $expected $answer $action) -like 'result 0: * notices instead of *' | Should -HaveCount 1
        $expected = Read-RecordedAction $action
        $expected.Records += $expected.Records[0]
        Compare-RecordedAction $expected $answer $action | Should -Be '1 results instead of 2'
        $expected = Read-RecordedAction $action
        $expected.Records[0].Refusals = @('NOTICE: add_lead NOT TOLD - 1')
        Compare-RecordedAction $expected $answer $action | Should -Contain 'no warning says: add_lead NOT TOLD'
    }

    It 'detects an error in place of a result, a result in place of an error, and a different error' {
        $action.Body = 'ERROR: add_lead INVALID PHONE NUMBER LENGTH - 555|6666'
        @(Test-RecordedAction $action) -like '0 errors instead of 1: *' | Should -HaveCount 1
        $refused = Get-RecordedAction 'non-agent/add_lead' | Where-Object { $_.Body -clike 'ERROR: add_lead INVALID PHONE NUMBER*' } | Select-Object -First 1
        Test-RecordedAction $refused | Should -BeNullOrEmpty
        $refused.Body = 'ERROR: add_lead NOT AN ALLOWED LIST ID - 7275551111|999'
        @(Test-RecordedAction $refused) -like 'error 0: Vicidial.* instead of Vicidial.*' | Should -HaveCount 1
        $refused.Body = 'SUCCESS: add_lead LEAD HAS BEEN ADDED - 7275551111|6666|101|1001|-5'
        @(Test-RecordedAction $refused) -like '* errors instead of 0: *' | Should -HaveCount 1
    }

    It 'detects a password' {
        $leaking = [pscustomobject]@{ Output = @([pscustomobject]@{ Message = 'added |7275551111|hunter2|' }); Errors = @(); Said = @(); Parameter = @{}; Password = 'hunter2' }
        Find-Secret $leaking $action | Should -Be 'hunter2'
        $leaking.Password = 'hunter'
        Find-Secret $leaking $action | Should -BeNullOrEmpty
    }
}

Describe 'Recorded changes and commands' {
    It 'cover all functions for changes and commands' {
        $functions = [Vicidial.Client.Functions.ApiCatalog]::GetAll() | Where-Object { "$($_.Kind)" -in 'Mutation', 'Control' } | ForEach-Object { "$(if ("$($_.Api)" -eq 'Agent') { 'agent' } else { 'non-agent' })/$($_.Name)" }
        $functions | Sort-Object | Should -Be (Get-ActionName | Sort-Object)
    }

    It '<Id>' -ForEach $cases {
        Test-RecordedAction $Action | Should -BeNullOrEmpty
    }
}
