using Vicidial.Client.Bulk.Journal;
using Vicidial.Client.Errors;

namespace Vicidial.Client.Recovery;

/// <summary>
/// Finds marked leads on a dialer without a search. It reads the markers of all leads that were added since the load began, one lead at a time. Lead
/// IDs increase, so these leads are near those in the journal.
/// </summary>
internal sealed class MarkedLeads
{
    private const int MostMissing = 20;
    private const int MostReads = 10000;
    private const string EntryDate = "entry_date";
    private readonly LoadJournal _journal;
    private readonly object _gate = new();
    private readonly Dictionary<string, long> _found = new(StringComparer.Ordinal);
    private Task _last = Task.CompletedTask;
    private long _next;
    private int _reads;
    private string? _doubt;

    /// <summary>Begins with no lead read.</summary>
    /// <param name="journal">The load's journal.</param>
    public MarkedLeads(LoadJournal journal) => _journal = journal;

    /// <summary>Looks for the lead with a mark. Searches run one after another.</summary>
    /// <param name="mark">The mark.</param>
    /// <param name="read">Reads a field of a lead.</param>
    /// <exception cref="DialerException">Whether there is one is unknown.</exception>
    public Task<FoundLead> FindAsync(string mark, Func<long, string, Task<string>> read)
    {
        lock (_gate)
        {
            Task<FoundLead> own = FindAfterAsync(_last, mark, read);
            _last = own;
            return own;
        }
    }

    private async Task<FoundLead> FindAfterAsync(Task before, string mark, Func<long, string, Task<string>> read)
    {
        try
        {
            await before.ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is DialerException or OperationCanceledException)
        {
            // The caller of the other search gets this failure.
        }

        if (!_found.ContainsKey(mark))
        {
            await ReadOnAsync(read).ConfigureAwait(false);
        }

        if (_found.TryGetValue(mark, out long id))
        {
            _journal.Ids.Add(id);
            return new FoundLead(isThere: true, id);
        }

        return _doubt is null ? FoundLead.None : throw LeadFinder.Undecided(_doubt);
    }

    /// <summary>Reads the markers of the leads that were added since the load began, or since the last read.</summary>
    private async Task ReadOnAsync(Func<long, string, Task<string>> read)
    {
        if (_next == 0)
        {
            long first = _journal.Ids.Smallest
                ?? throw LeadFinder.Undecided("the dialer has no search, and no lead of this load is known to start from");
            await ReadBackAsync(first - 1, read).ConfigureAwait(false);
            _next = first;
        }

        for (int missing = 0; missing < MostMissing; _next++)
        {
            missing = await ReadMarkAsync(_next, read).ConfigureAwait(false) ? 0 : missing + 1;
        }

        // More leads may be added at these IDs.
        _next -= MostMissing;
    }

    private async Task ReadBackAsync(long id, Func<long, string, Task<string>> read)
    {
        for (int missing = 0; id > 0; id--)
        {
            if (!await ReadMarkAsync(id, read).ConfigureAwait(false))
            {
                if (++missing == MostMissing)
                {
                    _doubt = $"the first lead of this load was not found, because {MostMissing} lead IDs before the first known one are unused";
                    return;
                }

                continue;
            }

            missing = 0;
            if (
                _journal.Start.DialerTime is { } began
                && DateTime.TryParseExact(
                    await read(id, EntryDate).ConfigureAwait(false),
                    "yyyy-MM-dd HH:mm:ss",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out DateTime entered
                )
                && entered < began
            )
            {
                return;
            }
        }
    }

    /// <summary>Reads the marker of a lead that is not known to belong to another row.</summary>
    /// <returns>Whether the lead exists.</returns>
    private async Task<bool> ReadMarkAsync(long id, Func<long, string, Task<string>> read)
    {
        if (_journal.Ids.Contains(id))
        {
            return true;
        }

        if (++_reads > MostReads)
        {
            throw LeadFinder.Undecided($"the search would have to read more than {MostReads} leads");
        }

        try
        {
            string text = await read(id, _journal.Start.Marker!).ConfigureAwait(false);
            if (RowMarker.Is(text))
            {
                _found[text] = id;
            }

            return true;
        }
        catch (DialerException missing) when (missing.ErrorId == "Vicidial.LeadNotFound")
        {
            return false;
        }
        catch (DialerException hidden) when (hidden.ErrorId == "Vicidial.ListNotFound")
        {
            _doubt = $"the dialer does not show lead {id}";
            return true;
        }
    }
}
