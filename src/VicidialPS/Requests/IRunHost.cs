using System;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client.Errors;
using VicidialPS.Connections;

namespace VicidialPS.Requests;

/// <summary>What a run needs of the cmdlet that it belongs to. All but <see cref="Tell"/> is for the pipeline thread.</summary>
internal interface IRunHost
{
    /// <summary>Whether the pipeline is being stopped.</summary>
    bool IsStopping { get; }

    /// <summary>Whether a connection has had its login refused in this run.</summary>
    bool IsRefused(VicidialConnection connection);

    /// <summary>Waits for work, which is given the token that ends with the pipeline, and writes messages meanwhile.</summary>
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
    /// <returns>Never; so that the compiler knows that nothing follows.</returns>
    Exception End(DialerException failure, object? target);
}
