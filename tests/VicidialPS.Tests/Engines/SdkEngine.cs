#if POWERSHELL_SDK
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace VicidialPS.Tests.Engines;

/// <summary>The engine of the package Microsoft.PowerShell.SDK, in this process.</summary>
internal sealed class SdkEngine : IEngine
{
    /// <inheritdoc/>
    public int Sessions => 1;

    /// <inheritdoc/>
    public string Run(string scriptPath, IReadOnlyDictionary<string, string> parameters)
    {
        using Runspace runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = PowerShell.Create();
        shell.Runspace = runspace;
        shell.AddCommand(scriptPath);
        foreach ((string name, string value) in parameters)
        {
            shell.AddParameter(name, value);
        }

        IEnumerable<string> output = shell.Invoke().Select(one => one.ToString());
        return string.Join("\n", output.Concat(shell.Streams.Error.Select(error => error.ToString())));
    }
}
#endif
