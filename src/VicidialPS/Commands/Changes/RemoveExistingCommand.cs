using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client.Records;
using Vicidial.Client.Requests;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Changes;

/// <summary>A cmdlet that removes one of several entries, and looks before whether it is there.</summary>
/// <typeparam name="TRecord">The type of result.</typeparam>
/// <typeparam name="TEntry">The type of entry.</typeparam>
public abstract class RemoveExistingCommand<TRecord, TEntry> : RemoveCommand<TRecord>
    where TRecord : ChangeRecord, new()
    where TEntry : DialerRecord, new()
{
    /// <summary>The request that lists the entries.</summary>
    private protected abstract ApiRequest MakeQuestion(ApiRequest request);

    /// <summary>Whether an entry is the one that a request means.</summary>
    private protected abstract bool IsMeant(TEntry existing, ApiRequest request);

    private protected override async Task<object?> RunAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
    {
        await ExistingEntry
            .RequireAsync<TEntry>(
                connection,
                MakeQuestion(request),
                entry => IsMeant(entry, request),
                Describe(request, connection).Action,
                Log,
                cancellationToken
            )
            .ConfigureAwait(false);
        return await InvokeAsync(request, connection, cancellationToken).ConfigureAwait(false);
    }
}
