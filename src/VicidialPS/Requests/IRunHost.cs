using Vicidial.Client.Errors;
using VicidialPS.Connections;

namespace VicidialPS.Requests;

/// <summary>What a run needs from its cmdlet. All members except <see cref="Tell"/> must be called on the pipeline thread.</summary>
internal interface IRunHost
{
    /// <summary>Whether the pipeline is stopping.</summary>
    bool IsStopping { get; }

    /// <summary>Whether a connection's login was rejected in this run.</summary>
    bool IsRefused(VicidialConnection connection);

    /// <summary>Waits for work and writes messages in the meantime. The token is canceled when the pipeline stops.</summary>
    T WaitFor<T>(Func<CancellationToken, Task<T>> work);

    /// <summary>Writes an object.</summary>
    void Write(object output);

    /// <summary>Writes an error about a row.</summary>
    void WriteFailure(DialerException failure, object? target, RowRequest row);

    /// <summary>Writes a warning.</summary>
    void Warn(string text);

    /// <summary>Writes a verbose message. On any thread.</summary>
    void Tell(string text);

    /// <summary>Ends the run with an error.</summary>
    /// <returns>Nothing; the type tells the compiler that the code ends here.</returns>
    Exception End(DialerException failure, object? target);
}
