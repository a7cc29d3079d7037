using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records;

namespace VicidialPS.Connections;

/// <summary>
/// The names that a session knows for completion: lists that a dialer gave a moment ago, and values that stood in its
/// answers. It belongs to one session. It never throws, and never sends anything with a login that is not known to be good.
/// </summary>
internal sealed class NameStore
{
    private const int MostSeen = 2000;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RestAfterFailure = TimeSpan.FromSeconds(5);

    // Longer than a prompt waits: what comes late is there for the next key.
    private static readonly TimeSpan LongestQuestion = TimeSpan.FromSeconds(6);

    // Who has waited once for an answer that does not come shall not wait again at each key.
    private static readonly TimeSpan SecondPatience = TimeSpan.FromMilliseconds(200);
    private static readonly IReadOnlyList<CompletionName> None = [];
    private readonly object _gate = new();
    private readonly Dictionary<(VicidialConnection Connection, NameList List, string Argument), Entry> _lists = [];
    private readonly Dictionary<VicidialConnection, DateTimeOffset> _resting = [];
    private readonly Dictionary<(string ConnectionName, RememberedKind Kind), Dictionary<string, string>> _seen = [];

    /// <summary>The names that connections give, within a time: those of the dialer as far as they came, and those that were seen.</summary>
    /// <param name="connections">The connections.</param>
    /// <param name="lists">The lists to ask for, each with what it is a list of.</param>
    /// <param name="kinds">What else was seen.</param>
    /// <param name="patience">How long to wait for the dialers, all of them together.</param>
    public IReadOnlyList<CompletionName> Get(
        IReadOnlyList<VicidialConnection> connections,
        IReadOnlyList<(NameList List, string Argument)> lists,
        IReadOnlyList<RememberedKind> kinds,
        TimeSpan patience
    )
    {
        Entry[] entries = connections
            .SelectMany(connection => lists.Select(one => Ask(connection, one.List, one.Argument)))
            .OfType<Entry>()
            .ToArray();

        // The tasks end without failing; what has not ended by then is left to the next key.
        Entry[] again = entries.Where(static entry => entry.WasWaitedFor).ToArray();
        Wait(entries.Except(again), patience);
        Wait(again, SecondPatience);
        return entries
            .SelectMany(entry => entry.Names)
            .Concat(connections.SelectMany(connection => kinds.SelectMany(kind => GetSeen(connection.Name, kind))))
            .ToArray();
    }

    /// <summary>Remembers the names in records.</summary>
    public void Note<TRecord>(IReadOnlyList<TRecord> records)
        where TRecord : DialerRecord
    {
        foreach ((RememberedKind kind, Func<TRecord, string?> value, Func<TRecord, string?> detail) in RememberedColumns<TRecord>.All)
        {
            string? last = null;
            foreach (TRecord record in records)
            {
                string? name = value(record);
                if (!string.IsNullOrEmpty(name) && name != last)
                {
                    last = name;
                    Note(record.ConnectionName, kind, name!, detail(record) ?? string.Empty);
                }
            }
        }
    }

    /// <summary>Forgets the names in a record of what was removed.</summary>
    public void Forget<TRecord>(TRecord removed)
        where TRecord : DialerRecord
    {
        foreach ((RememberedKind kind, Func<TRecord, string?> value, _) in RememberedColumns<TRecord>.All)
        {
            lock (_gate)
            {
                if (value(removed) is { } name && _seen.TryGetValue((removed.ConnectionName, kind), out Dictionary<string, string>? names))
                {
                    names.Remove(name);
                }
            }
        }
    }

    /// <summary>Forgets what belongs to a connection that ends.</summary>
    public void Forget(VicidialConnection connection)
    {
        lock (_gate)
        {
            foreach (var key in _lists.Keys.Where(key => ReferenceEquals(key.Connection, connection)).ToArray())
            {
                _lists.Remove(key);
            }

            _resting.Remove(connection);

            foreach (
                var key in _seen.Keys.Where(key => string.Equals(key.ConnectionName, connection.Name, StringComparison.OrdinalIgnoreCase)).ToArray()
            )
            {
                _seen.Remove(key);
            }
        }
    }

    private static void Wait(IEnumerable<Entry> pending, TimeSpan patience)
    {
        Entry[] all = pending.Where(static entry => !entry.Question.IsCompleted).ToArray();
        if (all.Length > 0 && !Task.WaitAll(all.Select(static entry => entry.Question).ToArray(), patience))
        {
            foreach (Entry entry in all)
            {
                entry.WasWaitedFor = true;
            }
        }
    }

    private void Note(string connectionName, RememberedKind kind, string name, string detail)
    {
        lock (_gate)
        {
            if (!_seen.TryGetValue((connectionName, kind), out Dictionary<string, string>? names))
            {
                _seen.Add((connectionName, kind), names = new Dictionary<string, string>(StringComparer.Ordinal));
            }

            if (names.TryGetValue(name, out string? known) ? known.Length == 0 && detail.Length > 0 : names.Count < MostSeen)
            {
                names[name] = detail;
            }
        }
    }

    private List<CompletionName> GetSeen(string connectionName, RememberedKind kind)
    {
        lock (_gate)
        {
            return _seen.TryGetValue((connectionName, kind), out Dictionary<string, string>? names)
                ? names.Select(pair => new CompletionName(pair.Key, pair.Value)).ToList()
                : [];
        }
    }

    private Entry? Ask(VicidialConnection connection, NameList list, string argument)
    {
        lock (_gate)
        {
            _lists.TryGetValue((connection, list, argument), out Entry? entry);
            DateTimeOffset now = connection.Client.Time.UtcNow;
            if (entry is not null && (!entry.Question.IsCompleted || now < entry.GoodUntil))
            {
                return entry;
            }

            // What one list has shown to be down is down for the others, too. What it said before still helps.
            if (_resting.TryGetValue(connection, out DateTimeOffset until) && now < until)
            {
                return entry;
            }

            // A key at the prompt is no reason to try a login.
            if (connection.Client.LoginRefusal is not null || !connection.Client.IsLoginGood(DialerApi.NonAgent))
            {
                return null;
            }

            entry = new Entry(entry?.Names ?? None);
            entry.Question = Task.Run(() => AskAsync(connection, list, argument, entry));
            return _lists[(connection, list, argument)] = entry;
        }
    }

    private async Task AskAsync(VicidialConnection connection, NameList list, string argument, Entry entry)
    {
        DialerClient client = connection.Client;
        try
        {
            using var limit = new CancellationTokenSource(LongestQuestion);
            entry.Names = await list.AskAsync(client, argument, limit.Token).ConfigureAwait(false);
            entry.GoodUntil = client.Time.UtcNow + Fresh;
        }
        catch (Exception failure) when (failure is DialerException or OperationCanceledException or ObjectDisposedException)
        {
            // A dialer that is down shall not cost the wait again at each key.
            entry.GoodUntil = client.Time.UtcNow + RestAfterFailure;
            if (failure is OperationCanceledException or DialerException { Kind: DialerErrorKind.Transport or DialerErrorKind.Timeout })
            {
                lock (_gate)
                {
                    _resting[connection] = entry.GoodUntil;
                }
            }
        }
    }

    private sealed class Entry
    {
        public Entry(IReadOnlyList<CompletionName> names) => Names = names;

        public IReadOnlyList<CompletionName> Names { get; set; }

        public DateTimeOffset GoodUntil { get; set; }

        /// <summary>Whether the question has cost somebody the whole wait.</summary>
        public bool WasWaitedFor { get; set; }

        public Task Question { get; set; } = Task.CompletedTask;
    }
}
