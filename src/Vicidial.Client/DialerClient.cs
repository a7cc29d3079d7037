using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client.Bulk;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Records;
using Vicidial.Client.Records.Binding;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Records.Servers;
using Vicidial.Client.Text;
using Vicidial.Client.Transport;
using Vicidial.Client.Wire;
using Vicidial.Client.Wire.Forms;

namespace Vicidial.Client;

/// <summary>
/// One dialer and one API account. Safe to use from many threads at once; calls that go out before the login is known to
/// be good go one by one, and after a refused login none goes out any more.
/// </summary>
public sealed class DialerClient : IDisposable
{
    private readonly DialerOptions _options;
    private readonly DialerCredential _credential;
    private readonly ITimeSource _time;
    private readonly HttpSender _sender;
    private readonly RetryPolicy _retry;
    private readonly LoginGuard _guard = new();
    private readonly ServerVersion?[] _versions = new ServerVersion?[2];
    private volatile CallFile[] _files = [];
    private volatile bool _isClosed;

    /// <summary>Makes a client. Nothing is sent yet.</summary>
    /// <param name="options">How the dialer is reached.</param>
    /// <param name="credential">The account; the client disposes of it.</param>
    /// <param name="time">The time to live by; null for this computer's.</param>
    /// <param name="handler">What carries requests; null for the platform's own. It is not disposed of.</param>
    public DialerClient(DialerOptions options, DialerCredential credential, ITimeSource? time = null, HttpMessageHandler? handler = null)
    {
        _options = options;
        _credential = credential;
        _time = time ?? new SystemTime();
        _sender = new HttpSender(options, _time, handler);
        _retry = new RetryPolicy(options.MaximumRetryCount, options.RetryInterval, _time);
    }

    /// <summary>The files that are told of every attempt.</summary>
    public IReadOnlyList<CallFile> Files => _files;

    /// <summary>The name by which messages and records call this dialer.</summary>
    public string Name => _options.Name;

    /// <summary>The account.</summary>
    public string User => _credential.User;

    /// <summary>The refusal of the login that ended this connection, or null.</summary>
    public DialerException? LoginRefusal => _guard.Refusal;

    /// <summary>Whether the login of an API was seen to be good.</summary>
    public bool IsLoginGood(DialerApi api) => _guard.IsGood(api);

    /// <summary>The version of an API as it was last read, or null.</summary>
    public ServerVersion? GetKnownVersion(DialerApi api) => _versions[(int)api];

    /// <inheritdoc/>
    public void Dispose()
    {
        _isClosed = true;
        foreach (CallFile file in _files)
        {
            file.Leave();
        }

        _files = [];
        _sender.Dispose();
        _credential.Dispose();
    }

    /// <summary>Tells a file of every attempt from now on.</summary>
    public void Add(CallFile file)
    {
        lock (_guard)
        {
            _files = [.. _files, file];
        }
    }

    /// <summary>Tells a file no more.</summary>
    public void Remove(CallFile file)
    {
        lock (_guard)
        {
            _files = _files.Where(other => other != file).ToArray();
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Show(_options.Uri)} as {User})";

    /// <summary>Makes a call and reads the whole reply.</summary>
    /// <param name="call">The function and its fields.</param>
    /// <param name="log">Is told of every attempt, or null.</param>
    /// <param name="cancellationToken">Ends waiting. A change that was sent may have been made all the same.</param>
    /// <returns>The reply. A search that found nothing is a reply, too: its error line is of the kind Empty.</returns>
    /// <exception cref="DialerException">The call failed, or nobody can say whether it did.</exception>
    public Task<DialerReply> InvokeAsync(ApiCall call, ICallLog? log = null, CancellationToken cancellationToken = default)
        => RunAsync(call, log, ReadWholeAsync, cancellationToken);

    /// <summary>Asks for rows and reads them as they come.</summary>
    /// <typeparam name="T">The type of record that a row becomes.</typeparam>
    /// <param name="call">The function and its fields; tabs and a row of names are asked for where the function offers them.</param>
    /// <param name="log">Is told of every attempt, or null.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns>The rows; none where the search found nothing.</returns>
    /// <exception cref="DialerException">The call failed before a first row came.</exception>
    public Task<RecordReader<T>> QueryAsync<T>(ApiCall call, ICallLog? log = null, CancellationToken cancellationToken = default)
        where T : DialerRecord, new()
    {
        ApiCall asking = call.AsQuestion();
        if (call.Function.Form == ReplyForm.Table)
        {
            asking.Add("stage", "tab").Add("header", "YES");
        }

        return RunAsync<RecordReader<T>>(asking, log, FormReaders.Find(call.Function.Form) is { } form ? (sent, http, redactor, token) => ReadFormAsync<T>(form, sent, http, redactor, token) : OpenRowsAsync<T>, cancellationToken);
    }

    /// <summary>The releases that the dialer may behave like, as far as its version is known.</summary>
    public DialerGeneration GenerationOf(DialerApi api)
        => DialerGeneration.Of(api, GetKnownVersion(api) is { } version && BuildStamp.TryParse(version.Build, out BuildStamp build) ? build : null);

    /// <summary>Reads the version of an API, which needs no login, and remembers it.</summary>
    /// <exception cref="DialerException">No dialer answers there.</exception>
    public async Task<ServerVersion> GetVersionAsync(DialerApi api, ICallLog? log = null, CancellationToken cancellationToken = default)
    {
        DialerReply reply = await InvokeAsync(new ApiCall(ApiCatalog.Get(api, "version")), log, cancellationToken).ConfigureAwait(false);
        NamedRow? row = PartsForm.Read(new Answer(reply.Function, reply, reply.Raw)).FirstOrDefault();

        // A part that another release writes in another form must not hide the version itself.
        (string Name, string Value)[] parts = row is null ? [] : row.Names.Zip(row.Cells, static (name, value) => (name, value)).Where(part => ReadVersion([part]) is not null).ToArray();
        ServerVersion? version = parts.Length == 0 ? null : ReadVersion(parts);
        if (version is null || version.Build.Length == 0)
        {
            throw new DialerException("NotADialer", DialerErrorKind.Server, $"What answers at {Show(_sender[api])} does not tell a version, so it is no dialer.") { ConnectionName = Name, Reply = reply, Attempts = reply.Attempts };
        }

        version.Api = api;
        return _versions[(int)api] = version;
    }

    /// <summary>The time now, by the clock that the client lives by.</summary>
    public DateTimeOffset UtcNow => _time.UtcNow;

    /// <summary>Makes what keeps a load on this dialer gentle.</summary>
    /// <param name="maximum">How many calls go out at once when all is well.</param>
    /// <param name="maximumPerSecond">How many requests begin in a second; null where that does not matter.</param>
    /// <param name="tell">Is told in words when and why the pace changes; on any thread.</param>
    public Pacer MakePacer(int maximum, double? maximumPerSecond, Action<string> tell) => new(maximum, maximumPerSecond, _time, tell);

    /// <summary>Waits, by the time that the client lives by.</summary>
    public Task WaitAsync(TimeSpan duration, CancellationToken cancellationToken = default) => _time.WaitAsync(duration, cancellationToken);

    /// <summary>Asks again and again until it is so, by the time that the client lives by.</summary>
    /// <param name="ask">Asks once.</param>
    /// <param name="interval">How long to wait between two questions.</param>
    /// <param name="limit">How long all of it may take; a question that is under way then is given up.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns>Whether it was so in time.</returns>
    public async Task<bool> WaitUntilAsync(Func<CancellationToken, Task<bool>> ask, TimeSpan interval, TimeSpan limit, CancellationToken cancellationToken = default)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _time.CancelAfter(time, limit);
        try
        {
            while (!await ask(time.Token).ConfigureAwait(false))
            {
                await _time.WaitAsync(interval, time.Token).ConfigureAwait(false);
            }

            return true;
        }
        catch (OperationCanceledException) when (time.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Checks the login of an API once, in a way that needs no right.</summary>
    /// <exception cref="DialerException">The login is refused, or nothing answers.</exception>
    public async Task CheckLoginAsync(DialerApi api, ICallLog? log = null, CancellationToken cancellationToken = default)
    {
        ThrowIfClosed();
        _credential.Check(api);

        // The Non-Agent API looks at the login before it says that there is no such function. The Agent API has no such
        // word, but any account may ask for the web server's data or is told, after its login, that it may not.
        ApiFunction probe = api == DialerApi.Agent ? ApiCatalog.Get(api, "webserver") : ApiCatalog.MakeProbe(api);
        try
        {
            DialerReply reply = await InvokeAsync(new ApiCall(probe), log, cancellationToken).ConfigureAwait(false);
            if (api == DialerApi.NonAgent)
            {
                throw new DialerException("NotADialer", DialerErrorKind.Server, "What answers does not look at the login as a dialer does.") { ConnectionName = Name, Reply = reply, Attempts = reply.Attempts };
            }
        }
        catch (DialerException refused) when (_guard.IsGood(api) && refused.Kind is DialerErrorKind.NotFound or DialerErrorKind.TooOld or DialerErrorKind.Permission)
        {
            if (refused.ErrorId == "Vicidial.ApiAccessOff")
            {
                throw;
            }
        }
    }

    private static async Task<DialerReply> ReadWholeAsync(ApiCall call, HttpReply http, Redactor redactor, CancellationToken cancellationToken)
    {
        using (http)
        {
            (string text, DialerException? cut) = await ReplyText.ReadAsync(http, cancellationToken).ConfigureAwait(false);
            if (cut is not null)
            {
                // Whole lines in front of a cut have said what they say; half a line says nothing.
                text = text.Substring(0, text.LastIndexOf('\n') + 1);
            }

            DialerReply reply = ReplyReader.Read(call.Function, http.Status, text, redactor);
            return ReplyJudge.FindFailure(reply, http.Message, cut) is { } failure ? throw failure : reply;
        }
    }

    private async Task<RecordReader<T>> ReadFormAsync<T>(Func<Answer, IEnumerable<NamedRow>> form, ApiCall call, HttpReply http, Redactor redactor, CancellationToken cancellationToken)
        where T : DialerRecord, new()
    {
        DialerReply reply;
        string text;
        using (http)
        {
            (text, DialerException? cut) = await ReplyText.ReadAsync(http, cancellationToken).ConfigureAwait(false);
            reply = ReplyReader.Read(call.Function, http.Status, text, redactor);
            if (ReplyJudge.FindFailure(reply, http.Message, cut) is { } failure)
            {
                throw failure;
            }
        }

        // The Agent API says nothing at all to a function that it does not have.
        if (reply.Kind == ReplyKind.Empty && call.Function.Api == DialerApi.Agent)
        {
            throw new DialerException("NoReply", DialerErrorKind.NotUnderstood, "The answer was empty.") { Reply = reply };
        }

        var records = new List<T>();
        var problems = new List<DialerException>();
        if (reply.Error is null && (reply.Kind != ReplyKind.Empty || call.Function.Form == ReplyForm.Text))
        {
            foreach (NamedRow row in form(new Answer(call.Function, reply, ServerNoise.Strip(text))))
            {
                if (RecordBinder<T>.Plan(row.Names, Name, call).Read(row.Cells, out string problem) is { } record)
                {
                    records.Add(record);
                }
                else
                {
                    problems.Add(UnreadableRow.Report(Name, call.Function, string.Join("|", row.Cells), problem));
                }
            }
        }

        return new WholeReader<T>(new RecordBatch<T>(records, problems));
    }

    private async Task<RecordReader<T>> OpenRowsAsync<T>(ApiCall call, HttpReply http, Redactor redactor, CancellationToken cancellationToken)
        where T : DialerRecord, new()
    {
        var rows = new TableReader<T>(call, http, redactor, Name);
        try
        {
            await rows.OpenAsync(cancellationToken).ConfigureAwait(false);
            return rows;
        }
        catch
        {
            rows.Dispose();
            throw;
        }
    }

    /// <summary>Makes a call, again where that is right, and reads the reply.</summary>
    /// <remarks>All attempts stand in one method: a method of its own for each would cost every call of a load.</remarks>
    private async Task<TResult> RunAsync<TResult>(
        ApiCall call, ICallLog? log, Func<ApiCall, HttpReply, Redactor, CancellationToken, Task<TResult>> read, CancellationToken cancellationToken)
        where TResult : class
    {
        ApiFunction function = call.Function;
        bool needsLogin = function.NeedsLogin;
        bool unclear = call.MayBeDone;
        ApiCall wire = await PrepareAsync(call, log, cancellationToken).ConfigureAwait(false);
        for (int attempt = 1; ; attempt++)
        {
            if (call.Pace is { } pace)
            {
                await pace.WaitAsync(cancellationToken).ConfigureAwait(false);
            }

            bool hasTurn = false;
            CallEvent? entry = null;
            CallRecord? record = null;
            long began = 0;
            DialerException failure;
            try
            {
                ThrowIfClosed();
                hasTurn = needsLogin && await _guard.EnterAsync(function.Api, cancellationToken).ConfigureAwait(false);
                if (log is not null)
                {
                    began = Stopwatch.GetTimestamp();
                    entry = new CallEvent { ConnectionName = Name, Function = function.Name, Attempt = attempt, Fields = Describe(call) };
                }

                CallFile[] files = _files;
                if (files.Length > 0)
                {
                    began = Stopwatch.GetTimestamp();
                    record = new CallRecord(wire, Name, attempt, _time.UtcNow, new CallMask(wire, _credential, RedactorFor(call)), files);
                }

                if (hasTurn)
                {
                    _credential.Check(function.Api);
                }

                FormBody body = RequestForm.Write(wire, _options.Source, _credential);
                Uri? address = function.TakesFieldsInAddress ? FieldAddress.Make(_sender[function.Api], wire) : null;
                HttpReply http = await _sender.SendAsync(function.Api, address, body, cancellationToken).ConfigureAwait(false);
                if (entry is not null)
                {
                    entry.Status = http.Status;
                }

                record?.Take(http);
                TResult result = await read(call, http, RedactorFor(call), cancellationToken).ConfigureAwait(false);
                if (result is DialerReply reply)
                {
                    reply.Attempts = attempt;
                    Learn(reply, entry);
                }
                else
                {
                    // Rows, or a search that found nothing, come behind a good login only.
                    _guard.SetGood(function.Api);
                }

                if (record is not null)
                {
                    record.Outcome = result is not DialerReply whole ? "rows" : whole.Error is null ? "ok" : "empty";
                }

                return result;
            }
            catch (Exception caught) when (caught is DialerException || (_isClosed && caught is ObjectDisposedException))
            {
                // Closed in the middle of a call: what was let go of with the connection fails in many ways.
                failure = caught as DialerException ?? Closed(neverSent: false);
                if (_isClosed && failure.IsPassing && (failure.NeverSent || function.MayRepeat))
                {
                    failure = Closed(neverSent: true);
                }

                LearnOfFailure(failure, entry);
                if (record is not null)
                {
                    record.Outcome = "failed";
                    record.Failure = failure;
                }
            }
            finally
            {
                if (hasTurn)
                {
                    _guard.Leave(function.Api);
                }

                if (entry is not null)
                {
                    entry.Duration = Since(began);
                    log!.Write(entry);
                }

                record?.End(Since(began));
            }

            failure.Function ??= function.Name;
            failure.ConnectionName ??= Name;
            failure.Attempts = failure.NeverSent && !failure.IsPassing ? attempt - 1 : attempt;

            // An earlier attempt of which nobody heard, in this run or in one before, has done the work: this one finds it done.
            if (unclear && function.Kind == FunctionKind.Mutation && (failure.Kind == DialerErrorKind.Conflict || (failure.Kind == DialerErrorKind.NotFound && call.Removes))
                && failure.Reply?.Error?.Shape is { ErrorId: not "UnknownFunction" } && failure.Reply is TResult done && done is DialerReply doneBefore)
            {
                doneBefore.WasDoneBefore = true;
                doneBefore.Attempts = attempt;
                return done;
            }

            TimeSpan? wait = _retry.NextWait(attempt, failure, function.MayRepeat);
            unclear |= failure.IsPassing && !failure.NeverSent && !failure.WasTurnedAway;
            if (wait is not { } pause)
            {
                throw await FinishAsync(call, failure, unclear, cancellationToken).ConfigureAwait(false);
            }

            log?.Write(new CallEvent { ConnectionName = Name, Function = function.Name, Attempt = attempt, Failure = failure.Cause, NextWait = pause });
            await _time.WaitAsync(pause, cancellationToken).ConfigureAwait(false);
        }
    }

    private void ThrowIfClosed()
    {
        if (_isClosed)
        {
            throw Closed(neverSent: true);
        }
    }

    private DialerException Closed(bool neverSent) => new("ConnectionClosed", DialerErrorKind.State, "The connection was closed.")
    {
        ConnectionName = Name,
        NeverSent = neverSent,
        IsPassing = !neverSent,
    };

    private void LearnOfFailure(DialerException failure, CallEvent? entry)
    {
        if (entry is not null)
        {
            entry.Failure = failure.Cause;
        }

        if (failure.Reply is { } reply)
        {
            Learn(reply, entry);
        }

        if (failure.RefusesLogin && failure.ErrorId != "Vicidial.LoginRefusedBefore")
        {
            failure.ConnectionName = Name;
            _guard.Refuse(failure);
        }
    }

    private void Learn(DialerReply reply, CallEvent? entry)
    {
        if (entry is not null)
        {
            entry.Reply = reply.Raw;
            entry.Size = Encoding.UTF8.GetByteCount(reply.Raw);
        }

        // Nothing is to be learned of a login that is known to be good.
        if (!_guard.IsGood(reply.Function.Api) && ReplyJudge.FromLines(reply) is not { EndsConnection: true } && ReplyJudge.ProvesLogin(reply))
        {
            _guard.SetGood(reply.Function.Api);
        }
    }

    private async Task<DialerException> FinishAsync(ApiCall call, DialerException failure, bool unclear, CancellationToken cancellationToken)
    {
        ApiFunction function = call.Function;
        // What does not know the version either is too old for nothing: it is no dialer.
        if (function.IsListed && function.NeedsLogin && (failure.ErrorId == "Vicidial.UnknownFunction" || (failure.ErrorId == "Vicidial.NoReply" && function.Api == DialerApi.Agent)))
        {
            return await DescribeTooOldAsync(function, failure, cancellationToken).ConfigureAwait(false);
        }

        if (call.IsQuestion || !(unclear || failure.Kind == DialerErrorKind.OutcomeUnknown))
        {
            return failure;
        }

        return new DialerException("OutcomeUnknown", DialerErrorKind.OutcomeUnknown, $"{function.Name} was sent, and nobody can say whether it was done. {failure.Cause}", failure)
        {
            Function = function.Name,
            ConnectionName = Name,
            Attempts = failure.Attempts,
            Reply = failure.Reply,
            ReplyText = failure.ReplyText,
        };
    }

    private async Task<DialerException> DescribeTooOldAsync(ApiFunction function, DialerException failure, CancellationToken cancellationToken)
    {
        ServerVersion? version = GetKnownVersion(function.Api);
        try
        {
            version ??= await GetVersionAsync(function.Api, null, cancellationToken).ConfigureAwait(false);
        }
        catch (DialerException)
        {
            // The build is only for the message; what matters is known without it.
        }

        return TooOld.Describe(Name, function, version, failure);
    }

    // Without what may stand in front of the host or behind the path.
    private static string Show(Uri address) => address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    /// <summary>Writes a request as it is sent, and asks the dialer for its version if the text depends on it.</summary>
    /// <exception cref="DialerException">The dialer would store or do something else than what the request says.</exception>
    private async Task<ApiCall> PrepareAsync(ApiCall call, ICallLog? log, CancellationToken cancellationToken)
    {
        IReadOnlyList<FieldVerdict> verdicts = RequestText.Judge(call, GenerationOf(call.Function.Api));
        if (GetKnownVersion(call.Function.Api) is null && verdicts.Any(static verdict => verdict.Text.Problem is not null))
        {
            try
            {
                await GetVersionAsync(call.Function.Api, log, cancellationToken).ConfigureAwait(false);
                verdicts = RequestText.Judge(call, GenerationOf(call.Function.Api));
            }
            catch (DialerException)
            {
                // Text that needs the version is rejected below.
            }
        }

        try
        {
            ApiCall wire = RequestForm.WithValue(RequestText.Write(call, verdicts));
            LoginFieldNames.Check(wire, _options.Source, _credential);
            return wire;
        }
        catch (DialerException rejected)
        {
            rejected.NeverSent = true;
            rejected.Function = call.Function.Name;
            rejected.ConnectionName = Name;
            throw;
        }
    }

    private Redactor RedactorFor(ApiCall call) => new(() =>
    {
        var secrets = new List<string> { _credential.Reveal() };
        secrets.AddRange(call.Fields.Where(field => Redactor.IsSecretField(field.Key)).Select(field => field.Value));
        return secrets;
    });

    private ServerVersion? ReadVersion((string Name, string Value)[] parts)
        => RecordBinder<ServerVersion>.Plan(parts.Select(part => part.Name).ToArray(), Name).Read(parts.Select(part => part.Value).ToArray(), out _);

    private static TimeSpan Since(long began) => TimeSpan.FromSeconds((Stopwatch.GetTimestamp() - began) / (double)Stopwatch.Frequency);

    private static string Describe(ApiCall call)
        => string.Join(" ", call.Fields.Select(field => $"{field.Key}={Redactor.ShowValue(field.Key, field.Value)}"));
}
