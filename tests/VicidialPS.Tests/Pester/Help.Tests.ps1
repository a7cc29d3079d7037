# The help: the pages in docs/en-US, the files that are built from them, and the output of Get-Help. Every example of a
# page is run.
BeforeDiscovery {
    $module = Get-Module VicidialPS
    $root = [IO.Path]::GetFullPath([IO.Path]::Combine($PSScriptRoot, '..', '..', '..'))
    $pages = [IO.Path]::Combine($root, 'docs', 'en-US')
    $cmdlets = @($module.ExportedCmdlets.Values | Sort-Object Name | ForEach-Object {
            @{ Name = $_.Name; Command = $_; Page = Join-Path $pages "$($_.Name).md" }
        })
    $topics = @(Get-ChildItem $pages -Filter 'about_*.md' | Sort-Object Name | ForEach-Object { @{ Name = $_.BaseName; Page = $_.FullName } })
    $examples = @(foreach ($cmdlet in $cmdlets | Where-Object { Test-Path $_.Page }) {
            $section = [regex]::Match([IO.File]::ReadAllText($cmdlet.Page), '(?sm)^## EXAMPLES\r?$(.*?)^## ').Groups[1].Value
            foreach ($example in [regex]::Matches($section, '(?sm)^### (Example \d+: .+?)\r?$(.*?)(?=^### |\z)')) {
                $code = @([regex]::Matches($example.Groups[2].Value, '(?sm)^```powershell\r?$(.*?)^```') | ForEach-Object { $_.Groups[1].Value.Trim() })
                # Examples.Tests.ps1 runs an example that shows its output, but not in Windows PowerShell.
                if ($PSVersionTable.PSVersion.Major -ge 7 -and $code.Count -eq 1 -and $example.Value -match '(?m)^```output\r?$') {
                    continue
                }
                @{ Name = $cmdlet.Name; Title = $example.Groups[1].Value; Code = $code -join "`n" }
            }
        })
    # Examples that need a real dialer, PowerShell 7, or a missing file are only parsed.
    $blocks = @(foreach ($topic in $topics) {
            $code = @([regex]::Matches([IO.File]::ReadAllText($topic.Page), '(?sm)^```powershell\r?$(.*?)^```') | ForEach-Object { $_.Groups[1].Value.Trim() })
            $runs = @($code | Where-Object { $_ -notmatch 'example\.com|^@\{|fair\.psd1|-Parallel' })
            @{ Name = $topic.Name; Code = $code; Runs = $runs -join "`n" }
        })
    $scripts = @('build.ps1'; 'build', 'docs', 'tests' | ForEach-Object { Get-ChildItem (Join-Path $root $_) -Recurse -File -Filter *.ps1 } |
            Where-Object { $_.FullName -notmatch '[\\/](bin|obj)[\\/]' } | ForEach-Object { $_.FullName.Substring($root.TrimEnd('\', '/').Length + 1) } |
            Sort-Object | ForEach-Object { $_ -replace '\\', '/' })
    $noPlaty = $PSVersionTable.PSVersion.Major -lt 7 -or -not (Get-Module -ListAvailable Microsoft.PowerShell.PlatyPS)
    $noAnalyzer = -not (Get-Module -ListAvailable PSScriptAnalyzer)
}

BeforeAll {
    $module = Get-Module VicidialPS
    $root = [IO.Path]::GetFullPath([IO.Path]::Combine($PSScriptRoot, '..', '..', '..'))
    $pages = [IO.Path]::Combine($root, 'docs', 'en-US')
    $manifest = Join-Path $module.ModuleBase 'VicidialPS.psd1'
    $common = [Management.Automation.PSCmdlet]::CommonParameters
    $errorPage = [IO.File]::ReadAllText([IO.Path]::Combine($pages, 'about_VicidialPS_Errors.md')) -replace "`r"
    $errorRow = '(?m)^\| `Vicidial\.(\w+)`[^|]* \| ([^|]+?) \|'
    $categories = @{}
    foreach ($match in [regex]::Matches($errorPage, $errorRow)) { $categories[$match.Groups[1].Value] = $match.Groups[2].Value }
    # Any cmdlet with such a parameter or input can give them, so only the page about errors describes them.
    $shared = 'FieldNotClearable', 'InvalidChoice', 'InvalidClear', 'InvalidFlag', 'InvalidMap', 'InvalidNumber', 'NoInput', 'NothingStored',
        'NothingToUpdate', 'UnsafeText', 'ValueOutOfRange', 'ValueTooLong'

    function Get-OwnParameter([Management.Automation.CommandInfo] $Command) {
        $Command.Parameters.Values | Where-Object Name -NotIn $common
    }

    function Join-Facts([string] $Name, [string] $Type, [string[]] $Alias, [string] $Wild, [string[]] $Set) {
        "-$Name is a $Type, its aliases are '$(($Alias | Sort-Object) -join ' ')', it takes wildcards: $($Wild.ToLowerInvariant()), and it binds: $(($Set | Sort-Object) -join '; ')"
    }

    $samples = [IO.Path]::Combine($root, 'samples')
    $state = [initialsessionstate]::CreateDefault2()
    $state.ImportPSModule($manifest)
    $runspace = [runspacefactory]::CreateRunspace($state)
    $runspace.Open()

    function Invoke-InSession([string] $Code) {
        $shell = [powershell]::Create($runspace)
        try {
            $script:emitted = $null
            $problems = try { $script:emitted = @($shell.AddScript($Code).Invoke()) } catch { $_.Exception.InnerException.Message }
            @($problems) + @($shell.Streams.Error | ForEach-Object { "$($_.FullyQualifiedErrorId): $_" }) | Where-Object { $_ }
        }
        finally {
            $shell.Dispose()
        }
    }

    # Runs code as a reader would: with its own simulated dialer, in a folder with the sample files. The session is reused, because opening one takes
    # most of the time, but nothing in it is kept: no variable, connection, simulated dialer, or job.
    function Invoke-Example([string] $Code) {
        $folder = [IO.Directory]::CreateDirectory((Join-Path $TestDrive ([guid]::NewGuid().ToString('N')))).FullName
        foreach ($sample in [IO.Directory]::GetFiles($samples)) {
            [IO.File]::Copy($sample, (Join-Path $folder ([IO.Path]::GetFileName($sample))))
        }
        Invoke-InSession "Set-Location '$folder'; `$dialer = Start-VicidialSimulator; Connect-VicidialServer -Uri `$dialer.Uri -Credential `$dialer.Credential"
        Invoke-InSession $Code
        $script:shown = $script:emitted
        $null = Invoke-InSession 'Get-Job | Remove-Job -Force; Get-VicidialConnection | Disconnect-VicidialServer; Stop-VicidialSimulator; Set-Location /'
        $runspace.ResetRunspaceState()
    }
}

AfterAll { $runspace.Dispose() }

Describe 'The page of <Name>' -ForEach $cmdlets {
    BeforeAll {
        $text = if (Test-Path $Page) { [IO.File]::ReadAllText($Page) -replace "`r" } else { '' }
        $documented = @{}
        foreach ($match in [regex]::Matches($text, '(?sm)^### -(\w+)$(.*?)^```yaml$(.*?)^```')) {
            $yaml = $match.Groups[3].Value
            $documented[$match.Groups[1].Value] = @{
                Text    = $match.Groups[2].Value.Trim()
                Type    = [regex]::Match($yaml, '(?m)^Type: (.+)$').Groups[1].Value
                Wild    = [regex]::Match($yaml, '(?m)^SupportsWildcards: (.+)$').Groups[1].Value
                Aliases = @([regex]::Matches([regex]::Match($yaml, '(?s)\nAliases:\n(.*?)\nParameterSets').Groups[1].Value, '- (\S+)') | ForEach-Object { $_.Groups[1].Value })
                Sets    = @([regex]::Matches($yaml, '(?s)- Name: (.+?)\n  Position: (.+?)\n  IsRequired: (.+?)\n  ValueFromPipeline: (.+?)\n  ValueFromPipelineByPropertyName: (.+?)\n') |
                        ForEach-Object { ($_.Groups[1..5] | ForEach-Object Value) -join ' ' } | Sort-Object)
            }
        }
    }

    It 'exists for each cmdlet, without placeholders or pages for other names' {
        $Page | Should -Exist
        $text | Should -Not -Match '\{\{'
        $text | Should -Match "(?m)^title: $Name$"
        $text | Should -Match "(?m)^# $Name$"
    }

    It 'describes the parameters that the code has' {
        $declared = @(Get-OwnParameter $Command)
        @($documented.Keys | Sort-Object) | Should -Be @($declared.Name | Sort-Object)
        $inCode = foreach ($parameter in $declared) {
            $wild = @($parameter.Attributes | Where-Object { $_ -is [Management.Automation.SupportsWildcardsAttribute] }).Count -gt 0
            $sets = foreach ($set in $parameter.ParameterSets.GetEnumerator()) {
                $setName = if ($set.Key -eq '__AllParameterSets') { '(All)' } else { $set.Key }
                $position = if ($set.Value.Position -lt 0) { 'Named' } else { $set.Value.Position }
                "$setName $position $($set.Value.IsMandatory) $($set.Value.ValueFromPipeline) $($set.Value.ValueFromPipelineByPropertyName)".ToLowerInvariant()
            }
            Join-Facts $parameter.Name $parameter.ParameterType.ToString() $parameter.Aliases $wild $sets
        }
        $inPage = foreach ($parameter in $declared) {
            $found = $documented[$parameter.Name]
            Join-Facts $parameter.Name $found.Type $found.Aliases $found.Wild $found.Sets.ToLowerInvariant()
        }
        $inPage -join "`n" | Should -BeExactly ($inCode -join "`n")
        @($declared | Where-Object { -not $documented[$_.Name].Text } | ForEach-Object Name) | Should -BeNullOrEmpty -Because 'each parameter needs words'
    }

    It 'shows the parameter sets that the code has' {
        $shown = [regex]::Matches([regex]::Match($text, '(?sm)^## SYNTAX$(.*?)^## ').Groups[1].Value, '(?m)^### (\S+)') | ForEach-Object { $_.Groups[1].Value }
        ($shown | Sort-Object) -join ' ' | Should -Be (($Command.ParameterSets.Name | Sort-Object) -join ' ')
    }

    It 'describes a few errors of its own, and leaves the others to the page about errors' {
        $rows = @([regex]::Matches($text, $errorRow))
        $rows.Count | Should -BeLessOrEqual 12
        $rows | ForEach-Object { $_.Groups[1].Value } | Where-Object { $_ -in $shared } | Should -BeNullOrEmpty
    }

    It 'names errors as the page about errors does' {
        $named = [regex]::Matches($text, '`Vicidial\.(\w+)`') | ForEach-Object { $_.Groups[1].Value } | Sort-Object -Unique
        $named | Where-Object { -not $errorPage.Contains("``Vicidial.$_``") } | Should -BeNullOrEmpty
        foreach ($row in [regex]::Matches($text, $errorRow)) {
            $id = $row.Groups[1].Value
            # BlendedNotKnown has the category of its cause. An agent without a campaign makes CampaignNotFound a damaged response.
            if ($categories[$id] -and $id -ne 'BlendedNotKnown' -and "$Name $id" -ne 'Switch-VicidialAgentLead CampaignNotFound') {
                $row.Groups[2].Value | Should -Be $categories[$id] -Because "this is the category of Vicidial.$id"
            }
        }
    }

    It 'has a title for each example that says what to do' {
        $titles = [regex]::Matches($text, '(?m)^### Example \d+: (.+)$') | ForEach-Object { $_.Groups[1].Value }
        $nouns = '^(The|An?|All|Two|One|Three|Several|Each|From|For|With|Off|In|Into|What|Which|Who|Whose|How|Is|Are|Do|Does|May|Today|\w+s (of|by|from|that|who|with)) '
        $titles | Where-Object { $_ -match $nouns } | Should -BeNullOrEmpty -Because 'a title begins with a verb'
    }

    It 'links to pages that exist' {
        $targets = [regex]::Matches($text, '\]\((\w[\w-]*\.md)\)') | ForEach-Object { $_.Groups[1].Value } | Sort-Object -Unique
        $targets | Where-Object { -not [IO.File]::Exists([IO.Path]::Combine($pages, $_)) } | Should -BeNullOrEmpty
    }
}

Describe 'Get-Help <Name>' -ForEach $cmdlets {
    BeforeAll {
        $help = Get-Help $Name -Full
    }

    It 'has a synopsis and a description' {
        $help.Synopsis.Trim() | Should -Not -BeNullOrEmpty
        $help.Synopsis | Should -Not -BeLike "*$Name*" -Because 'a syntax in its place means that there is no help'
        ($help.Description.Text -join ' ').Length | Should -BeGreaterThan 80
    }

    It 'describes each parameter' {
        foreach ($parameter in Get-OwnParameter $Command) {
            $shown = $help.parameters.parameter | Where-Object Name -EQ $parameter.Name
            ($shown.description.Text -join ' ').Trim() | Should -Not -BeNullOrEmpty -Because "-$($parameter.Name) needs words"
        }
    }

    It 'has two examples or more, with code' {
        @($help.examples.example).Count | Should -BeGreaterOrEqual 2
        foreach ($example in $help.examples.example) {
            $example.code | Should -Not -BeNullOrEmpty -Because "$($example.title) needs code"
        }
    }

    It 'has inputs and outputs' {
        foreach ($section in $help.inputTypes.inputType, $help.returnValues.returnValue) {
            @($section).Count | Should -BeGreaterThan 0
            foreach ($entry in $section) {
                $entry.type.name | Should -Not -BeNullOrEmpty
                ($entry.description.Text -join ' ').Trim() | Should -Not -BeNullOrEmpty
            }
        }
    }
}

Describe 'The topic <Name>' -ForEach $topics {
    It 'is shown by Get-Help' {
        $shown = Get-Help $Name | Out-String
        $shown | Should -Match "TOPIC\s+$Name"
        $shown | Should -Match 'SHORT DESCRIPTION'
    }

    It 'is no wider than a console' {
        $file = [IO.Path]::Combine($module.ModuleBase, 'en-US', "$Name.help.txt")
        Get-Content $file -Encoding utf8 | Where-Object Length -GT 80 | Should -BeNullOrEmpty
    }

    It 'has no placeholder, and links to pages that exist' {
        $text = [IO.File]::ReadAllText($Page)
        $text | Should -Not -Match '\{\{'
        $targets = [regex]::Matches($text, '\]\((\w[\w-]*\.md)\)') | ForEach-Object { $_.Groups[1].Value } | Sort-Object -Unique
        $targets | Where-Object { -not [IO.File]::Exists([IO.Path]::Combine($pages, $_)) } | Should -BeNullOrEmpty
    }
}

Describe 'The code in <Name>' -ForEach $blocks {
    It 'has no syntax error' {
        foreach ($block in $Code) {
            $problems = $null
            $null = [Management.Automation.Language.Parser]::ParseInput($block, [ref] $null, [ref] $problems)
            $problems | Should -BeNullOrEmpty -Because "this is to be copied: $block"
        }
    }

}

Describe 'The code in <Name>' -ForEach @($blocks | Where-Object Runs) {
    It 'runs from top to bottom without an error' {
        Invoke-Example $Runs | Should -BeNullOrEmpty
    }
}

Describe 'The example of <Name>' -ForEach $examples {
    It '<Title> runs without an error' {
        $Code | Should -Not -BeNullOrEmpty
        Invoke-Example $Code | Should -BeNullOrEmpty
        # Windows PowerShell runs all examples here. The difference of two clocks is different in each run.
        if ($Name -like 'Get-*' -and $PSVersionTable.PSVersion.Major -ge 7 -and $Title -notlike '*clock*') {
            $script:shown | Should -BeNullOrEmpty -Because 'an example that emits something shows it: add an empty output block, and run build.ps1 Docs'
        }
    }
}

Describe 'The scenario in about_VicidialPS_Simulator' {
    It 'loads, starts and has the agents that it names' {
        $text = [IO.File]::ReadAllText((Join-Path $pages 'about_VicidialPS_Simulator.md'))
        $scenario = [regex]::Match($text, '(?sm)^```powershell\r?\n(@\{.*?)^```').Groups[1].Value
        $scenario | Should -Not -BeNullOrEmpty
        $file = Join-Path $TestDrive 'fair.psd1'
        Set-Content $file $scenario -Encoding ascii
        (Import-PowerShellDataFile $file).Name | Should -Be 'Trade fair'
        Invoke-Example @"
`$fair = Start-VicidialSimulator -Scenario '$file'
Connect-VicidialServer -Uri `$fair.Uri -Credential `$fair.Credential -Name fair
`$agents = Get-VicidialLoggedInAgent -Connection fair
if ((`$agents.User -join ' ') -ne 'anna bela') { throw "The agents are `$agents." }
"@ | Should -BeNullOrEmpty
    }

    It 'names the keys that a scenario has' {
        $text = [IO.File]::ReadAllText((Join-Path $pages 'about_VicidialPS_Simulator.md'))
        $message = try { Start-VicidialSimulator @{ NoSuchKey = 1 } } catch { $_.Exception.Message }
        $known = [regex]::Match($message, 'Use one of (.+?)\.').Groups[1].Value -split ', '
        $known.Count | Should -BeGreaterThan 5
        foreach ($key in $known) {
            $text | Should -Match "(?m)^\| ``$key`` \|"
        }
    }
}

Describe 'The help files' {
    It 'match the pages, or PlatyPS is missing' -Skip:$noPlaty {
        { & ([IO.Path]::Combine($root, 'docs', 'Build-Help.ps1')) -ModulePath $manifest -Check } | Should -Not -Throw
    }

    It 'are those that the module under test has' {
        $source = [IO.Path]::Combine($root, 'src', 'VicidialPS', 'en-US')
        foreach ($file in Get-ChildItem $source -File) {
            $copy = [IO.Path]::Combine($module.ModuleBase, 'en-US', $file.Name)
            $copy | Should -Exist
            [IO.File]::ReadAllText($copy) | Should -BeExactly ([IO.File]::ReadAllText($file.FullName))
        }
    }
}

Describe 'The scripts of the repository' {
    BeforeAll {
        # Scripts write to a person at a console, and their functions are not cmdlets. The analyzer does not see that a
        # function uses a parameter of its script.
        $left = @('PSAvoidUsingWriteHost', 'PSUseShouldProcessForStateChangingFunctions', 'PSUseSingularNouns', 'PSReviewUnusedParameter')
        # Accounts of tests are invented, and Pester passes variables from block to block.
        $leftInTests = @('PSAvoidUsingConvertToSecureStringWithPlainText', 'PSAvoidUsingPlainTextForPassword', 'PSUsePSCredentialType',
            'PSAvoidUsingUsernameAndPasswordParams', 'PSUseDeclaredVarsMoreThanAssignments')
    }

    It 'have no warnings of PSScriptAnalyzer, or PSScriptAnalyzer is missing' -Skip:$noAnalyzer -ForEach @{ Scripts = $scripts } {
        foreach ($script in $Scripts) {
            $rules = if ($script -like 'tests/*') { $left + $leftInTests } else { $left }
            $found = Invoke-ScriptAnalyzer -Path (Join-Path $root $script) -Severity Error, Warning -ExcludeRule $rules
            $found | ForEach-Object { "$script, line $($_.Line), $($_.RuleName): $($_.Message)" } | Should -BeNullOrEmpty
        }
    }
}
