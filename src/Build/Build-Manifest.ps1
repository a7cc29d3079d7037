# Writes the list of the cmdlets into the manifest. PowerShell reads this list to find a cmdlet without loading the module.
param([Parameter(Mandatory)] [string] $AssemblyPath, [Parameter(Mandatory)] [string] $ManifestPath)

$ErrorActionPreference = 'Stop'
$cmdlets = (Import-Module (Convert-Path $AssemblyPath) -PassThru).ExportedCmdlets.Keys
$lines = [Linq.Enumerable]::OrderBy([string[]] $cmdlets, [Func[string, string]] { $args[0] }, [StringComparer]::Ordinal) |
    ForEach-Object { "        '$_'`n" }
$text = [IO.File]::ReadAllText($ManifestPath)
[IO.File]::WriteAllText($ManifestPath, [regex]::Replace($text, "(?<=CmdletsToExport +)= @\([^)]*\)", "= @(`n$(-join $lines)    )"))
