using System.Reflection;

namespace VicidialPS.Wallboard;

/// <summary>
/// Runs an action when the operating system ends the process. In that case, cmdlets are not disposed, and .NET 10 and later do not raise
/// the event ProcessExit. Windows PowerShell and .NET before 6 do not have these signals.
/// </summary>
internal sealed class TerminationSignals : IDisposable
{
    private static readonly string[] Names = ["SIGTERM", "SIGHUP", "SIGQUIT"];
    private readonly List<IDisposable> _registrations = [];
    private readonly EventHandler _atExit;

    /// <summary>Registers an action.</summary>
    /// <param name="action">Runs on another thread, once or several times.</param>
    public TerminationSignals(Action action)
    {
        _atExit = (_, _) => action();
        AppDomain.CurrentDomain.ProcessExit += _atExit;
        Type? registration = Type.GetType("System.Runtime.InteropServices.PosixSignalRegistration, System.Runtime.InteropServices");
        Type? signal = Type.GetType("System.Runtime.InteropServices.PosixSignal, System.Runtime.InteropServices");
        if (registration?.GetMethod("Create", BindingFlags.Public | BindingFlags.Static) is not { } create || signal is null)
        {
            return;
        }

        // A handler for any object can handle the context of a signal.
        Action<object> handler = _ => action();
        foreach (string name in Names)
        {
            _registrations.Add((IDisposable)create.Invoke(null, [Enum.Parse(signal, name), handler])!);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= _atExit;
        _registrations.ForEach(static registration => registration.Dispose());
        _registrations.Clear();
    }
}
