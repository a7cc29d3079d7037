using Vicidial.Client;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records;

namespace VicidialPS.Connections;

/// <summary>
/// The names that a session knows for completion: lists that a dialer returned recently, and names in its earlier responses. It belongs to one
/// session, never throws, and sends nothing unless the login is known to be valid.
/// </summary>
internal sealed class NameStore
{
    private const int MostSeen = 2000;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RestAfterFailure = TimeSpan.FromSeconds(5);

    // Longer than a prompt waits, because names that arrive late can be used at the next key.
    private static readonly TimeSpan LongestQuestion = TimeSpan.FromSeconds(6);

    // After one full wait without a response, the next keys wait only this long.
    private static readonly TimeSpan SecondPatience = TimeSpan.FromMilliseconds(200);
    private static readonly IReadOnlyList<CompletionName> None = [];
    private readonly object _gate = new();
    private readonly Dictionary<(VicidialConnection Connection, NameList List, string Argument), Entry> _lists = [];
    private readonly Dictionary<VicidialConnection, DateTimeOffset> _resting = [];
    private readonly Dictionary<(string ConnectionName, RememberedKind Kind), Dictionary<string, string>> _seen = [];
    private readonly Dictionary<(string ConnectionName, Type Record, string Key), string> _titles = [];

    /// <summary>The names for connections: those that the dialers return within the given time, and those that were seen.</summary>
    /// <param name="connections">The connections.</param>
    /// <param name="lists">The lists to request, each with its argument.</param>
    /// <param name="kinds">The kinds of names that were seen.</param>
    /// <param name="patience">How long to wait for all dialers together.</param>
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

        // The tasks never fail. Those that are not finished in time supply names for the next key.
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
            lock (_gate)
            {
                Note(records, kind, value, detail);
            }
        }
    }

    private void Note<TRecord>(IReadOnlyList<TRecord> records, RememberedKind kind, Func<TRecord, string?> value, Func<TRecord, string?> detail)
        where TRecord : DialerRecord
    {
        // Neighbors have the same connection, and often the same name.
        string? connection = null;
        Dictionary<string, string> names = [];
        string? last = null;
        foreach (TRecord record in records)
        {
            string? name = value(record);
            if (string.IsNullOrEmpty(name) || name == last)
            {
                continue;
            }

            last = name;
            if (connection != record.ConnectionName)
            {
                connection = record.ConnectionName;
                if (!_seen.TryGetValue((connection, kind), out names!))
                {
                    _seen.Add((connection, kind), names = new Dictionary<string, string>(StringComparer.Ordinal));
                }
            }

            string text = detail(record) ?? string.Empty;
            if (names.TryGetValue(name!, out string? known) ? known.Length == 0 && text.Length > 0 : names.Count < MostSeen)
            {
                names[name!] = text;
            }
        }
    }

    /// <summary>Remembers what a change called a thing.</summary>
    /// <param name="changed">The result of the change, whose text identifies the thing.</param>
    /// <param name="title">What the thing is called.</param>
    public void NoteTitle<TRecord>(TRecord changed, string title)
        where TRecord : DialerRecord
    {
        lock (_gate)
        {
            if (_titles.Count < MostSeen)
            {
                _titles[(changed.ConnectionName, typeof(TRecord), changed.ToString()!)] = title;
            }
        }
    }

    /// <summary>What the last change of this session called a thing, or null.</summary>
    /// <param name="connectionName">The connection.</param>
    /// <param name="key">The text that identifies the thing.</param>
    public string? FindTitle<TRecord>(string connectionName, string key)
        where TRecord : DialerRecord
    {
        lock (_gate)
        {
            return _titles.TryGetValue((connectionName, typeof(TRecord), key), out string? title) ? title : null;
        }
    }

    /// <summary>Forgets the names of a thing that was removed.</summary>
    public void Forget<TRecord>(TRecord removed)
        where TRecord : DialerRecord
    {
        lock (_gate)
        {
            _titles.Remove((removed.ConnectionName, typeof(TRecord), removed.ToString()!));
        }

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

    /// <summary>Forgets the names of a connection that ends.</summary>
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
                var key in _titles.Keys.Where(key => string.Equals(key.ConnectionName, connection.Name, StringComparison.OrdinalIgnoreCase)).ToArray()
            )
            {
                _titles.Remove(key);
            }

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

            // If one list shows that a dialer is down, the others are not requested either. Its earlier names are still useful.
            if (_resting.TryGetValue(connection, out DateTimeOffset until) && now < until)
            {
                return entry;
            }

            // A key at the prompt must not cause a login attempt.
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
            // A dialer that is down must not cause the full wait at each key.
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

        /// <summary>Whether a prompt has waited the full time for it.</summary>
        public bool WasWaitedFor { get; set; }

        public Task Question { get; set; } = Task.CompletedTask;
    }
}
