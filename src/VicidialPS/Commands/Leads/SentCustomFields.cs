using Vicidial.Client;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Leads;
using Vicidial.Client.Logging;
using Vicidial.Client.Operations;
using Vicidial.Client.Records;
using Vicidial.Client.Records.Leads;
using Vicidial.Client.Requests;
using VicidialPS.Requests;

namespace VicidialPS.Commands.Leads;

/// <summary>
/// The custom fields of leads that a run sends to one dialer: checked before they are sent, as far as the fields are known, and read back afterward.
/// </summary>
internal sealed class SentCustomFields
{
    private readonly Action<string> _warn;
    private readonly ListLabels _labels;
    private readonly StoredCustomFields _stored;

    /// <summary>Begins with no field known.</summary>
    /// <param name="client">The dialer.</param>
    /// <param name="log">Is notified of every attempt, or null.</param>
    /// <param name="warn">Writes a warning; on any thread.</param>
    public SentCustomFields(DialerClient client, IAttemptListener? log, Action<string> warn)
    {
        _warn = warn;
        _labels = new ListLabels(client, log);
        _stored = new StoredCustomFields(client, log);
    }

    /// <summary>Finds the list whose custom fields a lead has; null if the dialer does not report it.</summary>
    public Task<string?> FindListAsync(string lead, CancellationToken cancellationToken) => _labels.FindListAsync(lead, cancellationToken);

    /// <summary>Rejects values that the list is known to change, without asking the dialer.</summary>
    /// <exception cref="DialerException">The dialer would store something else.</exception>
    public void CheckKnown(ApiRequest request, string list) => _stored.Check(request, list);

    /// <summary>Rejects what the list does not store, and waits for its turn if the values will be read back.</summary>
    /// <returns>The object that ends the turn, or null.</returns>
    /// <exception cref="DialerException">The list does not have a field, or would change a value.</exception>
    public async Task<IDisposable?> EnterAsync(ApiRequest request, string list, CancellationToken cancellationToken)
    {
        await _labels.CheckAsync(list, request, cancellationToken).ConfigureAwait(false);
        IDisposable? turn = await _stored.EnterAsync(request, list, cancellationToken).ConfigureAwait(false);
        try
        {
            _stored.Check(request, list);
            return turn;
        }
        catch
        {
            turn?.Dispose();
            throw;
        }
    }

    /// <summary>Adds the outcome of the custom fields to the result of a change.</summary>
    /// <param name="result">The result for one lead.</param>
    /// <param name="request">The request that stored them.</param>
    /// <param name="leadId">The lead, if it is known.</param>
    /// <param name="list">The list that has them, if it is known.</param>
    /// <param name="done">What was done to the lead.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns>The result, with its error if the dialer did not store the values as they were sent.</returns>
    public async Task<object> JudgeAsync(
        ChangeRecord result,
        ApiRequest request,
        long? leadId,
        string? list,
        string done,
        CancellationToken cancellationToken
    )
    {
        string what = $"Lead {leadId} was {done}";
        if (result.FindRefusal(LeadCustomFields.Part) is { } refusal)
        {
            return new PartlyDone(result, LeadCustomFields.FailAll(result, what, refusal));
        }

        if (leadId is not { } id || list is null || request.FindUnlisted().Count == 0)
        {
            return result;
        }

        try
        {
            // If a search found the lead, its list was not known before.
            await _labels.CheckAsync(list, request, cancellationToken).ConfigureAwait(false);
        }
        catch (DialerException missing) when (missing.Kind == DialerErrorKind.NotFound)
        {
            return new PartlyDone(result, LeadCustomFields.FailAll(result, what, missing.Cause));
        }

        IReadOnlyList<ChangedField> changed = await _stored.FindChangedAsync(request, id, list, cancellationToken).ConfigureAwait(false);
        if (_stored.TakeDoubt() is { } doubt)
        {
            _warn(
                $"The custom fields of lead {id} could not be read back: {doubt} The dialer loses a value without a word if the list has no such "
                    + "field, or if it does not fit."
            );
        }

        if (changed.Count > 0)
        {
            return new PartlyDone(result, LeadCustomFields.Fail(result, what, changed));
        }

        // The dialer reports success even for labels that the list does not have, so its word alone proves nothing.
        if (!_stored.AreReadable(request, list))
        {
            (result as LeadAddResult)?.NoteCustomFields(null);
        }

        return result;
    }
}
