# The words of the README, the changelog, the pages in docs, and the help: plain American English. Code is not checked.
BeforeDiscovery {
    $root = [IO.Path]::GetFullPath([IO.Path]::Combine($PSScriptRoot, '..', '..', '..'))
    $docs = Join-Path $root docs
    $names = 'README.md', 'CHANGELOG.md', 'CONTRIBUTING.md' | ForEach-Object { Join-Path $root $_ }
    $pages = @(Get-Item $names; Get-ChildItem $docs -Recurse -File -Filter *.md) |
        ForEach-Object { @{ Page = $_.FullName; Name = $_.FullName.Substring($root.Length).TrimStart('\', '/') -replace '\\', '/' } }
}

BeforeAll {
    # A pattern, and what to write instead.
    $forbidden = [ordered]@{
        '\bshall\b'                                                                          = 'must, or the present tense'
        '\bnobody (knows|can (say|tell))\b|\bnobody asks\b'                                  = 'unknown'
        '\bof which\b|\bof whom\b'                                                           = 'that'
        '\banew\b'                                                                           = 'again'
        '\breckon\w*'                                                                        = 'assume, or calculate'
        '\bin silence\b|\bwithout a word\b'                                                  = 'silently'
        '\bby (itself|themselves)\b'                                                         = 'automatically, or on its own'
        '\bno notice of\b'                                                                   = 'ignores'
        '\bpass(es|ed|ing)? over\b'                                                          = 'skip'
        '\btak(e|es|en|ing) up (a load|the load|where|after|again)\b'                        = 'resume'
        '\bwished\b|\bas it was meant\b|\bsenseless\b'                                       = 'the plain word'
        '\bstands? (behind|beside|in front)\b'                                               = 'follows, or is next to'
        '\bunder way\b'                                                                      = 'in progress, or in flight'
        '\bmend(s|ed|ing)?\b'                                                                = 'repair, correct'
        '\b(made|makes?) up\b'                                                               = 'generate, or invent'
        '\bsurely\b'                                                                         = 'certainly'
        '\bside by side\b'                                                                   = 'in parallel'
        '\bput(s)? right\b|\bby hand\b'                                                      = 'correct, or manually'
        '\b(dialled|dialling|redialled|cancelled|cancelling|labelled|travelled)\b'           = 'the American spelling'
        '\b\w*(colour|behaviour|favour|honour|neighbour)\w*\b'                               = 'the American spelling'
        '\b(centre|centres|licence|catalogue|grey|whilst|learnt|misspelt|programme)\b'       = 'the American spelling'
        '\b(organis|recognis|initialis|summaris|synchronis|customis|normalis|authoris)\w+\b' = 'the American spelling'
    }

    function Get-ForbiddenWord([string] $Path) {
        $prose = [IO.File]::ReadAllText($Path) -replace '(?sm)^```.*?^```', '' -replace '(?m)^ {4}.*$', ''
        $text = $prose -replace '`[^`\r\n]+`', '' -replace '\s+', ' '
        foreach ($pattern in $forbidden.Keys) {
            foreach ($match in [regex]::Matches($text, $pattern, 'IgnoreCase')) {
                $start = [math]::Max(0, $match.Index - 30)
                $around = $text.Substring($start, [math]::Min($text.Length - $start, $match.Length + 60)).Trim()
                "'$($match.Value)' in '$around': write $($forbidden[$pattern])"
            }
        }
    }
}

Describe 'The words of <Name>' -ForEach $pages {
    It 'are plain American English' {
        Get-ForbiddenWord $Page | Should -BeNullOrEmpty
    }
}
