<#
.SYNOPSIS
    Builds the help files of the module from the pages in docs/en-US.
.DESCRIPTION
    VicidialPS.dll-Help.xml comes from the pages of the cmdlets, about_*.help.txt from the about pages. The same pages give
    the same files, to the byte. The files are committed, so that a clone without PlatyPS has help.

    Needs PowerShell 7 and the module Microsoft.PowerShell.PlatyPS 1.0 or later.
.PARAMETER ModulePath
    The manifest of a built module. Its exported cmdlets determine the required pages.
.PARAMETER Destination
    The folder for the help files.
.PARAMETER Check
    Writes nothing, and fails if the files in the folder are out of date.
.EXAMPLE
    ./docs/Build-Help.ps1 -ModulePath ./out/VicidialPS/VicidialPS.psd1
.EXAMPLE
    ./docs/Build-Help.ps1 -ModulePath ./out/VicidialPS/VicidialPS.psd1 -Check
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $ModulePath,
    [string] $Destination = [IO.Path]::Combine((Split-Path $PSScriptRoot), 'src', 'VicidialPS', 'en-US'),
    [switch] $Check
)

$ErrorActionPreference = 'Stop'
if ($PSVersionTable.PSVersion.Major -lt 7) {
    throw 'The help is built with PowerShell 7: Microsoft.PowerShell.PlatyPS does not run in Windows PowerShell.'
}

$needed = @{ ModuleName = 'Microsoft.PowerShell.PlatyPS'; ModuleVersion = '1.0' }
$platyPS = Get-Module -ListAvailable -FullyQualifiedName $needed | Select-Object -First 1
if (-not $platyPS) {
    throw 'The help is built with the module Microsoft.PowerShell.PlatyPS, which is not installed. Run Install-PSResource Microsoft.PowerShell.PlatyPS'
}

# Imported by its path, because Get-Module also finds modules in folders that Import-Module does not search.
Import-Module $platyPS.Path
$pages = Join-Path $PSScriptRoot 'en-US'
$width = 80
$utf8 = [Text.UTF8Encoding]::new($false)

# Splits Markdown into headings, paragraphs, lists, tables, and code.
function Get-MarkdownBlock([string] $Text) {
    $lines = $Text -replace "`r" -split "`n"
    for ($i = 0; $i -lt $lines.Count; $i++) {
        $line = $lines[$i]
        if ($line -match '^```(\w*)') {
            $language = $Matches[1]
            $code = for ($i++; $i -lt $lines.Count -and $lines[$i] -notmatch '^```'; $i++) { $lines[$i] }
            [pscustomobject]@{ Kind = 'Code'; Language = $language; Lines = @($code) }
        }
        elseif ($line -match '^(#+)\s+(.+)$') {
            [pscustomobject]@{ Kind = "Heading$($Matches[1].Length)"; Language = ''; Lines = @($Matches[2]) }
        }
        elseif ($line.Trim()) {
            $kind = if ($line -match '^\|') { 'Table' } elseif ($line -match '^- ') { 'List' } else { 'Text' }
            $own = for (; $i -lt $lines.Count -and $lines[$i].Trim() -and $lines[$i] -notmatch '^```'; $i++) { $lines[$i] }
            $i--
            [pscustomobject]@{ Kind = $kind; Language = ''; Lines = @($own) }
        }
    }
}

function ConvertTo-PlainText([string] $Markdown) {
    $text = $Markdown -replace '\[([^\]]+)\]\((https?://[^)]+)\)', '$1 ($2)' -replace '\[([^\]]+)\]\([^)]+\)', '$1'
    $text -replace '\*\*(.+?)\*\*', '$1' -replace '`([^`]+)`', '$1'
}

# The entries of a list, one per line.
function Get-ListEntry([string[]] $Line) {
    ($Line -join "`n") -split '\n(?=- )' | ForEach-Object { ConvertTo-PlainText (($_ -replace '^- ') -replace '\s*\n\s*', ' ') }
}

# The rows of a table: the first cell, and the others as sentences.
function Get-TableRow([string[]] $Line) {
    $rows = @($Line | ForEach-Object { , @($_.Trim().Trim('|') -split '\|' | ForEach-Object { (ConvertTo-PlainText $_).Trim() }) })
    foreach ($cells in $rows | Select-Object -Skip 2) {
        $rest = for ($i = 1; $i -lt $cells.Count; $i++) {
            $question = if ($rows[0][$i].EndsWith('?')) { $rows[0][$i] + ' ' } else { '' }
            $stop = if ($cells.Count -eq 2 -or $cells[$i] -match '[.!?]$') { '' } else { '.' }
            $question + $cells[$i] + $stop
        }
        [pscustomobject]@{ Name = $cells[0]; Text = $rest -join ' ' }
    }
}

# Text for Get-Help, which wraps lines automatically.
function Format-HelpText([string] $Markdown) {
    $parts = foreach ($block in Get-MarkdownBlock $Markdown) {
        switch -Regex ($block.Kind) {
            'Code' { ($block.Lines | ForEach-Object { "    $_".TrimEnd() }) -join "`n" }
            'List' { (Get-ListEntry $block.Lines | ForEach-Object { "- $_" }) -join "`n" }
            'Table' { (Get-TableRow $block.Lines | ForEach-Object { "$($_.Name)`n    $($_.Text)" }) -join "`n" }
            default { ConvertTo-PlainText ($block.Lines -join ' ') }
        }
    }
    $parts -join "`n`n"
}

# Breaks text at the width of the about files.
function Split-Line([string] $Text, [int] $Indent, [string] $First = '') {
    $line = ' ' * $Indent + $First
    $next = ' ' * ($Indent + $First.Length)
    $isEmpty = $true
    foreach ($word in $Text -split '\s+' -ne '') {
        if (-not $isEmpty -and $line.Length + 1 + $word.Length -gt $width) {
            $line
            $line = $next
            $isEmpty = $true
        }
        $line += $(if ($isEmpty) { '' } else { ' ' }) + $word
        $isEmpty = $false
    }
    $line
}

function ConvertTo-AboutText([string] $Path) {
    $result = [Collections.Generic.List[string]]::new()
    foreach ($block in Get-MarkdownBlock ([IO.File]::ReadAllText($Path))) {
        $text = ConvertTo-PlainText ($block.Lines -join ' ')
        [string[]] $lines = switch ($block.Kind) {
            'Heading1' { 'TOPIC'; "    $text" }
            'Heading2' { $text.ToUpperInvariant() }
            'Heading3' { '  ' + $text.ToUpperInvariant() }
            'Code' { $block.Lines | ForEach-Object { "        $_".TrimEnd() } }
            'List' { Get-ListEntry $block.Lines | ForEach-Object { Split-Line $_ -Indent 4 -First '- ' } }
            'Table' { Get-TableRow $block.Lines | ForEach-Object { "    $($_.Name)"; Split-Line $_.Text -Indent 8 } }
            default { Split-Line $text -Indent 4 }
        }
        # There is no blank line after a heading, and one before everything else.
        if ($result.Count -gt 0 -and -not ($afterHeading -and $block.Kind -notlike 'Heading*')) {
            $result.Add('')
        }
        $result.AddRange($lines)
        $afterHeading = $block.Kind -in 'Heading2', 'Heading3'
    }

    $long = @($result | Where-Object Length -GT $width)
    if ($long) {
        throw "$(Split-Path -Leaf $Path) has lines that are too long for help text of $width columns: $($long[0].Trim())"
    }
    ($result -join "`n") + "`n"
}

# PlatyPS copies Markdown unchanged. Get-Help shows text, so this converts it to text and moves code to the code elements.
function ConvertTo-Maml([string[]] $Path, [string] $WorkFolder) {
    $help = foreach ($page in $Path) { Import-MarkdownCommandHelp -Path $page }
    $null = Export-MamlCommandHelp -CommandHelp $help -OutputFolder $WorkFolder -Force
    $file = Get-ChildItem $WorkFolder -Recurse -Filter '*-Help.xml' | Select-Object -First 1
    $xml = [xml]::new()
    $xml.Load($file.FullName)
    $names = [Xml.XmlNamespaceManager]::new($xml.NameTable)
    $names.AddNamespace('maml', 'http://schemas.microsoft.com/maml/2004/10')
    $names.AddNamespace('command', 'http://schemas.microsoft.com/maml/dev/command/2004/10')
    $names.AddNamespace('dev', 'http://schemas.microsoft.com/maml/dev/2004/10')

    foreach ($para in $xml.SelectNodes('//maml:para[not(ancestor::command:example)]', $names)) {
        $para.InnerText = Format-HelpText $para.InnerText
    }

    # PlatyPS leaves out the defaults, and writes full type names. Readers want short ones, as in the syntax.
    foreach ($command in $xml.SelectNodes('//command:command', $names)) {
        $page = $help | Where-Object Title -EQ $command.SelectSingleNode('command:details/command:name', $names).InnerText
        foreach ($parameter in $command.SelectNodes('command:parameters/command:parameter', $names)) {
            $name = $parameter.SelectSingleNode('maml:name', $names).InnerText
            $short = $command.SelectSingleNode("command:syntax/*/command:parameter[maml:name='$name']/command:parameterValue", $names)
            $full = $parameter.SelectSingleNode('command:parameterValue', $names)
            if ($short -and $full) {
                $full.InnerText = $short.InnerText
            }
            if ($default = ($page.Parameters | Where-Object Name -EQ $name).DefaultValue) {
                $node = $xml.CreateElement('dev', 'defaultValue', $names.LookupNamespace('dev'))
                $node.InnerText = $default
                $null = $parameter.AppendChild($node)
            }
        }
    }

    foreach ($example in $xml.SelectNodes('//command:example', $names)) {
        $introduction = $example.SelectSingleNode('maml:introduction', $names)
        $markdown = ($introduction.SelectNodes('maml:para', $names) | ForEach-Object InnerText | Where-Object { $_ -ne [string][char]0x80 }) -join "`n`n"
        $blocks = @(Get-MarkdownBlock $markdown)
        $code = $blocks | Where-Object { $_.Kind -eq 'Code' -and $_.Language -eq 'powershell' } | ForEach-Object { $_.Lines -join "`n" }
        $example.SelectSingleNode('dev:code', $names).InnerText = $code -join "`n`n"
        $introduction.RemoveAll()
        $remarks = $example.SelectSingleNode('dev:remarks', $names)
        $remarks.RemoveAll()
        foreach ($block in $blocks | Where-Object { $_.Kind -ne 'Code' -or $_.Language -eq 'output' }) {
            $para = $xml.CreateElement('maml', 'para', $names.LookupNamespace('maml'))
            $para.InnerText = if ($block.Kind -eq 'Code') { $block.Lines -join "`n" } else { Format-HelpText ($block.Lines -join "`n") }
            $null = $remarks.AppendChild($para)
        }
    }

    # The links lead to pages of this folder, which a user does not have, so only the names for Get-Help are kept.
    foreach ($link in @($xml.SelectNodes('//maml:navigationLink', $names))) {
        $uri = $link.SelectSingleNode('maml:uri', $names)
        if ($uri.InnerText -notmatch '^https?://') {
            $uri.InnerText = ''
            $uri.IsEmpty = $true
            if ($link.SelectSingleNode('maml:linkText', $names).InnerText -eq 'Online Version') {
                $null = $link.ParentNode.RemoveChild($link)
            }
        }
    }

    $settings = [Xml.XmlWriterSettings]@{ Indent = $true; IndentChars = '  '; NewLineChars = "`n"; Encoding = $utf8 }
    $stream = [IO.MemoryStream]::new()
    $writer = [Xml.XmlWriter]::Create($stream, $settings)
    $xml.Save($writer)
    $writer.Dispose()
    $utf8.GetString($stream.ToArray()) + "`n"
}

$exported = @((Import-PowerShellDataFile -Path $ModulePath).CmdletsToExport | Sort-Object)
$written = @(Get-ChildItem $pages -Filter '*-*.md' | ForEach-Object BaseName | Sort-Object)
if ($difference = Compare-Object $exported $written) {
    $sentences = $difference | ForEach-Object { if ($_.SideIndicator -eq '<=') { "$($_.InputObject) has no page" } else { "$($_.InputObject).md is of no exported cmdlet" } }
    throw "The pages do not match the module: $($sentences -join '; ')."
}

$files = [ordered]@{}
$work = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())
try {
    $files['VicidialPS.dll-Help.xml'] = ConvertTo-Maml -Path ($exported | ForEach-Object { Join-Path $pages "$_.md" }) -WorkFolder $work
}
finally {
    if (Test-Path $work) {
        Remove-Item $work -Recurse -Force
    }
}

foreach ($page in Get-ChildItem $pages -Filter 'about_*.md' | Sort-Object Name) {
    $files["$($page.BaseName).help.txt"] = ConvertTo-AboutText $page.FullName
}

$stale = @(Get-ChildItem $Destination -File -ErrorAction Ignore | Where-Object { $_.Name -match '(-Help\.xml|\.help\.txt)$' -and -not $files.Contains($_.Name) })
if ($Check) {
    $wrong = @(foreach ($name in $files.Keys) {
            $path = Join-Path $Destination $name
            if (-not (Test-Path $path) -or ([IO.File]::ReadAllText($path) -replace "`r") -cne $files[$name]) {
                $name
            }
        }) + @($stale | ForEach-Object Name)
    if ($wrong) {
        throw "The help files are out of date with docs/en-US: $($wrong -join ', '). Run ./build.ps1 Docs."
    }
    Write-Verbose "$($files.Count) help files are in step with the pages."
    return
}

$null = New-Item $Destination -ItemType Directory -Force
$stale | Remove-Item
foreach ($name in $files.Keys) {
    [IO.File]::WriteAllText((Join-Path (Resolve-Path $Destination) $name), $files[$name], $utf8)
}
Write-Verbose "Wrote $($files.Count) help files to $Destination."
