# A load that is killed again and again, to a dialer that fails and restarts.
BeforeAll {
    Import-Module ([IO.Path]::Combine($PSScriptRoot, 'KilledLoads.psm1')) -Force
}

Describe 'A load of 10,000 leads' {
    It 'that is killed 25 times, to a restarted dialer with faults, adds each row once, as its journal shows' {
        Test-KilledLoad $TestDrive 25 -Restarts -Faults (@(
                'Set-VicidialSimulatorFault Latency -Probability 0.05 -DelayMilliseconds 30'
                'Set-VicidialSimulatorFault DropBeforeWork -Function add_lead -Probability 0.01'
                'Set-VicidialSimulatorFault DropAfterWork -Function add_lead -Probability 0.01'
                'Set-VicidialSimulatorFault CutReply -Function add_lead -Probability 0.01 -CutAfterBytes 20'
                'Set-VicidialSimulatorFault ResetAfterHeaders -Function add_lead -Probability 0.01'
                'Set-VicidialSimulatorFault ServerErrorAfterWork -Function add_lead -Probability 0.01'
                'Set-VicidialSimulatorFault ServerErrorInstead -Function add_lead -Probability 0.01'
                'Set-VicidialSimulatorFault DropBeforeWork -Function lead_search -Probability 0.02'
            ) -join '; ')
    }
}
