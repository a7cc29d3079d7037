namespace VicidialPS.Connections;

/// <summary>Closes the connections and simulators of the session when the module is removed.</summary>
public sealed class ModuleLifetime : IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) => VicidialSession.Current.Clear();
}
