using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace VicidialPS.Tests.Engines;

/// <summary>A PowerShell session in this process, from the package Microsoft.PowerShell.SDK, with the built module.</summary>
internal sealed class ModuleSession : IDisposable
{
    private readonly Runspace _runspace;
    private readonly List<PowerShell> _running = [];

    /// <summary>Opens a session.</summary>
    public ModuleSession()
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.ImportPSModule(TestLocations.Module);
        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
    }

    /// <summary>Runs code to its end. An error fails the test.</summary>
    public IReadOnlyList<PSObject> Invoke(string code)
    {
        using var shell = PowerShell.Create(_runspace);
        return shell.AddScript("$ErrorActionPreference = 'Stop'; " + code).Invoke();
    }

    /// <summary>Starts code that runs until the session ends. It needs a separate session, because a session runs one command at a time.</summary>
    /// <returns>The output so far.</returns>
    public PSDataCollection<PSObject> Start(string code)
    {
        var shell = PowerShell.Create(_runspace);
        _running.Add(shell);
        var input = new PSDataCollection<PSObject>();
        input.Complete();
        var output = new PSDataCollection<PSObject>();
        shell.AddScript("$ErrorActionPreference = 'Stop'; " + code).BeginInvoke(input, output);
        return output;
    }

    /// <summary>Sets a variable of the session.</summary>
    public void Set(string name, object value) => _runspace.SessionStateProxy.SetVariable(name, value);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (PowerShell shell in Enumerable.Reverse(_running))
        {
            shell.Stop();
            shell.Dispose();
        }

        _runspace.Dispose();
    }
}
