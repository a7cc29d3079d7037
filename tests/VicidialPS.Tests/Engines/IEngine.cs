using System.Collections.Generic;

namespace VicidialPS.Tests.Engines;

/// <summary>A PowerShell that runs a script file.</summary>
internal interface IEngine
{
    /// <summary>How many sessions may run side by side.</summary>
    int Sessions { get; }

    /// <summary>Runs a script to its end.</summary>
    /// <returns>What it wrote, for a message where it failed.</returns>
    string Run(string scriptPath, IReadOnlyDictionary<string, string> parameters);
}
