using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client;
using Vicidial.Client.Functions;
using Vicidial.Client.Records;
using VicidialPS.Connections;

namespace VicidialPS.Completion;

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
    private static readonly IReadOnlyList<CompletionName> None = [];
    private readonly object _gate = new();
    private readonly Dictionary<(VicidialConnection Connection, NameList List, string Argument), Entry> _lists = [];
    private readonly Dictionary<(string ConnectionName, SeenKind Kind), Dictionary<string, string>> _seen = [];

    /// <summary>The names that connections give, within a time: those of the dialer as far as they came, and those that were seen.</summary>
    /// <param name="connections">The connections.</param>
    /// <param name="lists">The lists to ask for, each with what it is a list of.</param>
    /// <param name="kinds">What else was seen.</param>
    /// <param name="patience">How long to wait for the dialers, all of them together.</param>
    public IReadOnlyList<CompletionName> Get(IReadOnlyList<VicidialConnection> connections, IReadOnlyList<(NameList List, string Argument)> lists, IReadOnlyList<SeenKind> kinds, TimeSpan patience)
    {
        Entry[] entries = connections.SelectMany(connection => lists.Select(one => Ask(connection, one.List, one.Argument))).OfType<Entry>().ToArray();

        // The tasks end without failing; what has not ended by then is left to the next key.
        Task.WaitAll(entries.Select(entry => entry.Question).ToArray(), patience);
        return entries.SelectMany(entry => entry.Names).Concat(connections.SelectMany(connection => kinds.SelectMany(kind => GetSeen(connection.Name, kind)))).ToArray();
    }

    /// <summary>Remembers the names in records.</summary>
    public void Note<TRecord>(IReadOnlyList<TRecord> records)
        where TRecord : DialerRecord
    {
        foreach ((SeenKind kind, Func<TRecord, string?> value, Func<TRecord, string?> detail) in SeenColumns<TRecord>.All)
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
        foreach ((SeenKind kind, Func<TRecord, string?> value, _) in SeenColumns<TRecord>.All)
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

            foreach (var key in _seen.Keys.Where(key => string.Equals(key.ConnectionName, connection.Name, StringComparison.OrdinalIgnoreCase)).ToArray())
            {
                _seen.Remove(key);
            }
        }
    }

    private void Note(string connectionName, SeenKind kind, string name, string detail)
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

    private List<CompletionName> GetSeen(string connectionName, SeenKind kind)
    {
        lock (_gate)
        {
            return _seen.TryGetValue((connectionName, kind), out Dictionary<string, string>? names) ? names.Select(pair => new CompletionName(pair.Key, pair.Value)).ToList() : [];
        }
    }

    private Entry? Ask(VicidialConnection connection, NameList list, string argument)
    {
        lock (_gate)
        {
            _lists.TryGetValue((connection, list, argument), out Entry? entry);
            DateTimeOffset now = connection.Client.UtcNow;
            if (entry is not null && (!entry.Question.IsCompleted || now < entry.GoodUntil))
            {
                return entry;
            }

            // A key at the prompt is no reason to try a login.
            if (connection.Client.LoginRefusal is not null || !connection.Client.IsLoginGood(DialerApi.NonAgent))
            {
                return null;
            }

            entry = new Entry(entry?.Names ?? None);
            entry.Question = Task.Run(() => AskAsync(connection.Client, list, argument, entry));
            return _lists[(connection, list, argument)] = entry;
        }
    }

    private static async Task AskAsync(DialerClient client, NameList list, string argument, Entry entry)
    {
        DateTimeOffset began = client.UtcNow;
        try
        {
            using var limit = new CancellationTokenSource(LongestQuestion);
            entry.Names = await list.AskAsync(client, argument, limit.Token).ConfigureAwait(false);
            entry.GoodUntil = client.UtcNow + Fresh;
        }
        catch (Exception failure) when (failure is DialerException or OperationCanceledException or ObjectDisposedException)
        {
            // A dialer that is down shall not cost the wait again at each key. What it said before still helps.
            entry.GoodUntil = began + RestAfterFailure;
        }
    }

    private sealed class Entry
    {
        public Entry(IReadOnlyList<CompletionName> names) => Names = names;

        public IReadOnlyList<CompletionName> Names { get; set; }

        public DateTimeOffset GoodUntil { get; set; }

        public Task Question { get; set; } = Task.CompletedTask;
    }
}
