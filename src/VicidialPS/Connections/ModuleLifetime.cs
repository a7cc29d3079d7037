using System.Management.Automation;

namespace VicidialPS.Connections;

/// <summary>Ends what the session holds when the module is removed.</summary>
public sealed class ModuleLifetime : IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) => VicidialSession.Current.Clear();
}
