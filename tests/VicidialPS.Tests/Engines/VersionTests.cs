using System.Text.Json;
using System.Xml.Linq;
using Xunit;

namespace VicidialPS.Tests.Engines;

public sealed class VersionTests
{
    [Fact]
    public void TheToolManifestAndThePackagesNameTheSamePowerShell()
    {
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(TestLocations.Repository, ".config", "dotnet-tools.json")));
        string tool = manifest.RootElement.GetProperty("tools").GetProperty("powershell").GetProperty("version").GetString()!;
        string sdk = XDocument.Load(Path.Combine(TestLocations.Repository, "Directory.Packages.props")).Descendants("PackageVersion")
            .Single(version => (string?)version.Attribute("Include") == "Microsoft.PowerShell.SDK").Attribute("Version")!.Value;

        Assert.Equal(tool, sdk);
    }
}
