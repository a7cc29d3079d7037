# Each recorded response to a query, from dialers of all generations, is returned to the cmdlet for it. The expected result is read from the
# recorded text by an independent reader in CapturedQuestions.psm1:
#   - Rows become records, with each column in the property that is declared for it. What the response does not have is empty.
#   - An error line becomes the error of the catalog, with its ID and category. On a dialer without the function, it is DialerTooOld.
#   - A query that finds nothing returns no record and no error.
#   - A response in a form that the module never requests (rows without names, a line for each value) is the error ReplyNotUnderstood. A page
#     instead of text can also be UnreadableRow or NotADialer. It is always an error, never a guess.
#   - Data that a server sent before it failed with HTTP 500 may be incomplete, so it is the error ServerFailure.
#   - A row that cannot be read because a value contains the delimiter is the error UnreadableRow, next to the readable rows.
BeforeDiscovery {
    Import-Module ([IO.Path]::Combine($PSScriptRoot, 'CapturedQuestions.psm1')) -Force
    $cases = Get-RecordedQuestion | ForEach-Object { @{ Id = $_.Id; Question = $_ } }
}

BeforeAll {
    Import-Module ([IO.Path]::Combine($PSScriptRoot, 'CapturedQuestions.psm1')) -Force
    $account = [pscredential]::new('6666', (ConvertTo-SecureString 1234 -AsPlainText -Force))
}

Describe 'The comparison of records' {
    It 'detects a wrong value, an extra record, and a missing record' {
        $question = Get-RecordedQuestion 'non-agent/did_log_export' | Where-Object Id -Like '2.14-202 *' | Where-Object { $_.Sent['header'] -ceq 'YES' } | Select-Object -First 1
        $answer = Invoke-RecordedQuestion $question $account
        $expected = Read-CapturedResponse $question
        $expected.Rows.Count | Should -BeGreaterThan 1
        Compare-RecordedRow $expected $answer.Output $question | Should -BeNullOrEmpty
        Compare-RecordedRow $expected @($answer.Output | Select-Object -Skip 1) $question | Should -Be "$($expected.Rows.Count - 1) records instead of $($expected.Rows.Count)"
        Compare-RecordedRow $expected @($answer.Output[0]; $answer.Output) $question | Should -Be "$($expected.Rows.Count + 1) records instead of $($expected.Rows.Count)"
        $expected.Rows[1]['length_in_sec'] = '1'
        Compare-RecordedRow $expected $answer.Output $question | Should -BeLike "record 1: * is '*' instead of '1'"
    }
}

Describe 'The comparison of errors' {
    It 'detects rows in place of an error, an error in place of rows, and a different error' {
        $question = Get-RecordedQuestion 'non-agent/lead_search' | Where-Object { $_.Body -clike 'ERROR: lead_search NO MATCHES FOUND*' } | Select-Object -First 1
        Test-RecordedQuestion $question $account | Should -BeNullOrEmpty
        $question.Body = "ERROR: lead_search USER DOES NOT HAVE PERMISSION TO SEARCH FOR LEADS: |6666|0|"
        @(Test-RecordedQuestion $question $account) -like "the errors '' instead of *" | Should -HaveCount 1

        $refused = Get-RecordedQuestion 'non-agent/lead_field_info' | Where-Object { $_.Body -clike 'ERROR: lead_field_info *' -and $_.Status -eq 200 } | Select-Object -First 1
        Test-RecordedQuestion $refused $account | Should -BeNullOrEmpty
        $refused.Body = 'ERROR: NO FUNCTION SPECIFIED'
        @(Test-RecordedQuestion $refused $account) -like "the errors 'Vicidial.* instead of 'Vicidial.DialerTooOld' *" | Should -HaveCount 1
    }
}

Describe 'Recorded questions' {
    It '<Id>' -ForEach $cases {
        Test-RecordedQuestion $Question $account | Should -BeNullOrEmpty
    }
}
