# Each recorded reply to a change or a command, of all generations of dialers, answered to the cmdlet that serves it. What has
# to come out is read from the recorded text by a reader of its own, in CapturedActions.psm1:
#   - a line of success becomes a result with the line's values; what else the dialer says is in it too, and what it refuses
#     beside a success is a warning;
#   - an error line becomes one error of the catalog, with its id and category; on a dialer without the function, DialerTooOld;
#   - notices are a success where they say that something was done, an error where all that was asked for is refused;
#   - what a server sent before it failed counts where it says SUCCESS; otherwise nobody knows the outcome;
#   - no password comes out anywhere.
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

    It 'notices one wrong value, one result too many, one notice too few, and a refusal without a warning' {
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

    It 'notices a password' {
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
        $expected = Read-RecordedAction $Action
        $answer = Invoke-RecordedAction $Action

        $ids = @($answer.Errors | ForEach-Object { $_.FullyQualifiedErrorId -replace ',.*' })
        if ($Action.Generation -in '2.10-69', '2.14-107', '2.14-194' -and $answer.Answers -eq 0 -and $ids.Count -eq 1 -and $ids[0] -ceq 'Vicidial.DialerTooOld') {
            # A field that this dialer would ignore or treat differently is not sent.
            $answer.Output.Count | Should -Be 0
            Find-Secret $answer $Action | Should -BeNullOrEmpty
            return
        }
        $answer.Answers | Should -BeGreaterThan 0 -Because "$($answer.Command) has to send the call: $($answer.Errors)"
        $ids.Count | Should -Be $expected.Errors.Count -Because "$($Action.Body) => $($answer.Errors)"
        for ($i = 0; $i -lt $ids.Count; $i++) {
            $answer.Errors[$i].CategoryInfo.Category | Should -Be $expected.Errors[$i].Category -Because $expected.Errors[$i].Why
            $ids[$i] | Should -BeLike 'Vicidial.[A-Z]*'
            if ($expected.Errors[$i].ErrorId) {
                $ids[$i] | Should -BeExactly "Vicidial.$($expected.Errors[$i].ErrorId)"
            }
        }
        Compare-RecordedAction $expected $answer $Action | Select-Object -First 5 | Should -BeNullOrEmpty
        Find-Secret $answer $Action | Should -BeNullOrEmpty
    }
}
