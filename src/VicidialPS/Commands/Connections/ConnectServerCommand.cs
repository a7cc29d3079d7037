using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Operations;
using VicidialPS.Completion;
using VicidialPS.Connections;
using VicidialPS.Input;

namespace VicidialPS.Commands.Connections;

/// <summary>
/// Connects this session to a dialer: reads the versions of both APIs (function <c>version</c>), and checks the login once with a
/// request that needs no permission.
/// </summary>
[Cmdlet(VerbsCommunications.Connect, "VicidialServer", DefaultParameterSetName = ByAddress)]
[OutputType(typeof(VicidialConnection))]
public sealed class ConnectServerCommand : ConnectionSettingsCommand
{
    /// <inheritdoc/>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByAddress)]
    [Alias("Server", "ComputerName")]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public override string Uri { get; set; } = string.Empty;

    /// <inheritdoc/>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ByAddress)]
    [UserCredential]
    public override PSCredential Credential { get; set; } = PSCredential.Empty;

    /// <summary>Does not change the default connection. If there is none, other cmdlets need -Connection.</summary>
    [Parameter]
    public SwitchParameter NoDefault { get; set; }

    /// <summary>
    /// Does not check the login; the first request checks it. Until that request succeeds, requests are sent one at a time, so a wrong
    /// password causes only one failed login.
    /// </summary>
    [Parameter]
    public SwitchParameter SkipLoginCheck { get; set; }

    /// <summary>Also checks the login of the Agent API. A dialer without the Agent API is then an error.</summary>
    [Parameter]
    public SwitchParameter CheckAgentApi { get; set; }

    /// <summary>
    /// A log file for every attempt of every request of this connection, one JSON object per line: time, connection, user, function,
    /// fields, outcome, ErrorId, message, HTTP status, attempt, and milliseconds. A response with rows has the outcome rows when it starts.
    /// Passwords are masked, also where a message repeats them. Phone numbers and names are not masked. Several connections of a session
    /// can write to one file, but other sessions and processes cannot at the same time. If the log cannot be written, requests do not fail:
    /// a warning appears once, and each request tries again. If the file is deleted or renamed, as log rotation does, a new file is
    /// created.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? LogPath { get; set; }

    /// <summary>The size in bytes at which a new log file is started.</summary>
    [Parameter]
    [ValidateRange(1000, long.MaxValue)]
    [NoFileNames]
    public long LogMaximumBytes { get; set; } = 10_000_000;

    /// <summary>The number of log files to keep: the newest, and older ones whose names end in .1, .2, and so on.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    [NoFileNames]
    public int LogFileCount { get; set; } = 5;

    /// <summary>Returns the connection. No property contains the password.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        VicidialConnection? connection = null;
        try
        {
            connection = CreateConnection();
            WarnOfRisks(connection);
            AddLog(connection);
            VicidialSession.Current.Trace(connection);
            WaitFor(connection.Client.Versions.ReadAsync(DialerApi.NonAgent, Log, StopToken));
            ReadAgentVersion(connection);
            if (!SkipLoginCheck)
            {
                WaitFor(LoginCheck.RunAsync(connection.Client, DialerApi.NonAgent, Log, StopToken));
            }

            if (CheckAgentApi)
            {
                WaitFor(LoginCheck.RunAsync(connection.Client, DialerApi.Agent, Log, StopToken));
            }

            VicidialSession.Current.Add(connection, makeDefault: !NoDefault);
        }
        catch (DialerException failure)
        {
            connection?.Dispose();
            // Without a connection, the typed address could contain a password.
            ThrowFailure(failure, connection?.Uri);
        }
        catch (PipelineStoppedException)
        {
            connection?.Dispose();
            throw;
        }

        if (PassThru)
        {
            WriteObject(connection);
        }
    }

    private void AddLog(VicidialConnection connection)
    {
        if (LogPath is null)
        {
            return;
        }

        // A log that cannot be written does not prevent the connection: the first request warns. A file that is not a log does.
        VicidialSession session = VicidialSession.Current;
        string path = FilePath.Of(this, LogPath, "LogNotWritable");

        // A profile can be read in another folder, so it stores the full path.
        connection.Settings[nameof(LogPath)] = path;
        ApiLog log = session.JoinLog(path) ?? new ApiLog(path, LogMaximumBytes, LogFileCount, session.Warn);
        if (log.FindForeign() is { } problem)
        {
            log.Leave();
            throw new DialerException("LogNotWritable", DialerErrorKind.Storage, problem);
        }

        connection.Client.Add(log);
    }

    private void ReadAgentVersion(VicidialConnection connection)
    {
        try
        {
            WaitFor(connection.Client.Versions.ReadAsync(DialerApi.Agent, Log, StopToken));
        }
        catch (DialerException failure)
        {
            // Many cmdlets work without the Agent API, and some dialers have it on another host.
            WriteVerbose($"The Agent API does not respond: {failure.Cause}");
        }
    }
}
