using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client.Records.Screens;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Screens;

/// <summary>Begins or ends the recording of an agent's session, of which the dialer tells whether it is made.</summary>
public abstract class AgentRecordingCommand : AgentWaitCommand
{
    /// <summary>Whether the state of the recording shows that it is done.</summary>
    private protected abstract bool IsDone(AgentRecording recording);

    private protected override async Task<bool> IsDoneAsync(
        string user,
        object result,
        VicidialConnection connection,
        CancellationToken cancellationToken
    ) => await AgentQuestions.AskRecordingAsync(user, connection, Log, cancellationToken).ConfigureAwait(false) is { } recording && IsDone(recording);
}
