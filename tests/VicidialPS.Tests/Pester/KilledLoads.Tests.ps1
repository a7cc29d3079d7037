# A load that is killed again and again, to a dialer without faults.
BeforeAll {
    Import-Module ([IO.Path]::Combine($PSScriptRoot, 'KilledLoads.psm1')) -Force
}

Describe 'A load of 10,000 leads' {
    It 'that is killed 25 times, to a dialer that takes 5 ms to respond, adds each row once, as its journal shows' {
        Test-KilledLoad $TestDrive 25 'Set-VicidialSimulatorFault Latency -DelayMilliseconds 5'
    }
}
