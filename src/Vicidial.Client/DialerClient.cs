using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client.Bulk;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Records;
using Vicidial.Client.Records.Binding;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Records.Servers;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using Vicidial.Client.Text;
using Vicidial.Client.Timing;
using Vicidial.Client.Transport;
using Vicidial.Client.Wire;
using Vicidial.Client.Wire.Layouts;

namespace Vicidial.Client;

/// <summary>
/// One dialer and one API account. Safe to use from many threads at once; requests that go out before the login is known to
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
    private volatile AttemptFile[] _files = [];
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
    public IReadOnlyList<AttemptFile> Files => _files;

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
        foreach (AttemptFile file in _files)
        {
            file.Leave();
        }

        _files = [];
        _sender.Dispose();
        _credential.Dispose();
    }

    /// <summary>Tells a file of every attempt from now on.</summary>
    public void Add(AttemptFile file)
    {
        lock (_guard)
        {
            _files = [.. _files, file];
        }
    }

    /// <summary>Tells a file no more.</summary>
    public void Remove(AttemptFile file)
    {
        lock (_guard)
        {
            _files = _files.Where(other => other != file).ToArray();
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Show(_options.Uri)} as {User})";

    /// <summary>Makes a request and reads the whole response.</summary>
    /// <param name="request">The function and its fields.</param>
    /// <param name="log">Is told of every attempt, or null.</param>
    /// <param name="cancellationToken">Ends waiting. A change that was sent may have been made all the same.</param>
    /// <returns>The response. A search that found nothing is a response, too: its error line is of the kind Empty.</returns>
    /// <exception cref="DialerException">The request failed, or nobody can say whether it did.</exception>
    public Task<DialerResponse> InvokeAsync(ApiRequest request, IAttemptLog? log = null, CancellationToken cancellationToken = default)
        => RunAsync(request, log, ReadWholeAsync, cancellationToken);

    /// <summary>Asks for rows and reads them as they come.</summary>
    /// <typeparam name="T">The type of record that a row becomes.</typeparam>
    /// <param name="request">The function and its fields; tabs and a row of names are asked for where the function offers them.</param>
    /// <param name="log">Is told of every attempt, or null.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns>The rows; none where the search found nothing.</returns>
    /// <exception cref="DialerException">The request failed before a first row came.</exception>
    public Task<RecordReader<T>> QueryAsync<T>(ApiRequest request, IAttemptLog? log = null, CancellationToken cancellationToken = default)
        where T : DialerRecord, new()
    {
        ApiRequest asking = request.AsQuestion();
        if (request.Function.Layout == ResponseLayout.Table)
        {
            asking.Add("stage", "tab").Add("header", "YES");
        }

        return RunAsync<RecordReader<T>>(
            asking,
            log,
            LayoutReaders.Find(request.Function.Layout) is { } form
                ? (sent, http, redactor, token) => ReadLayoutAsync<T>(form, sent, http, redactor, token)
                : OpenRowsAsync<T>,
            cancellationToken
        );
    }

    /// <summary>The releases that the dialer may behave like, as far as its version is known.</summary>
    public DialerGeneration GenerationOf(DialerApi api)
        => DialerGeneration.Of(api, GetKnownVersion(api) is { } version && BuildStamp.TryParse(version.Build, out BuildStamp build) ? build : null);

    /// <summary>Reads the version of an API, which needs no login, and remembers it.</summary>
    /// <exception cref="DialerException">No dialer answers there.</exception>
    public async Task<ServerVersion> GetVersionAsync(DialerApi api, IAttemptLog? log = null, CancellationToken cancellationToken = default)
    {
        DialerResponse response = await RunAsync(new ApiRequest(ApiCatalog.Get(api, "version")), log, ReadShortAsync, cancellationToken)
            .ConfigureAwait(false);
        NamedRow? row = PartsLayout.Read(new Answer(response.Function, response, response.Raw)).FirstOrDefault();

        // A part that another release writes in another form must not hide the version itself.
        (string Name, string Value)[] parts = row is null
            ? []
            : row.Names.Zip(row.Cells, static (name, value) => (name, value)).Where(part => ReadVersion([part]) is not null).ToArray();
        ServerVersion? version = parts.Length == 0 ? null : ReadVersion(parts);
        if (version is null || version.Build.Length == 0)
        {
            throw new DialerException(
                "NotADialer",
                DialerErrorKind.Server,
                $"What answers at {Show(_sender[api])} does not tell a version, so it is no dialer."
            )
            {
                ConnectionName = Name,
                Response = response,
                Attempts = response.Attempts,
            };
        }

        version.Api = api;
        return _versions[(int)api] = version;
    }

    /// <summary>The time now, by the clock that the client lives by.</summary>
    public DateTimeOffset UtcNow => _time.UtcNow;

    /// <summary>Makes what keeps a load on this dialer gentle.</summary>
    /// <param name="maximum">How many requests go out at once when all is well.</param>
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
    public async Task<bool> WaitUntilAsync(
        Func<CancellationToken, Task<bool>> ask,
        TimeSpan interval,
        TimeSpan limit,
        CancellationToken cancellationToken = default
    )
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
    public async Task CheckLoginAsync(DialerApi api, IAttemptLog? log = null, CancellationToken cancellationToken = default)
    {
        ThrowIfClosed();
        _credential.Check(api);

        // The Non-Agent API looks at the login before it says that there is no such function. The Agent API has no such
        // word, but any account may ask for the web server's data or is told, after its login, that it may not.
        ApiFunction probe = api == DialerApi.Agent ? ApiCatalog.Get(api, "webserver") : ApiCatalog.MakeProbe(api);
        try
        {
            DialerResponse response = await RunAsync(new ApiRequest(probe), log, ReadShortAsync, cancellationToken).ConfigureAwait(false);
            if (api == DialerApi.NonAgent)
            {
                throw new DialerException("NotADialer", DialerErrorKind.Server, "What answers does not look at the login as a dialer does.")
                {
                    ConnectionName = Name,
                    Response = response,
                    Attempts = response.Attempts,
                };
            }
        }
        catch (DialerException refused)
            when (_guard.IsGood(api) && refused.Kind is DialerErrorKind.NotFound or DialerErrorKind.TooOld or DialerErrorKind.Permission)
        {
            if (refused.ErrorId == "Vicidial.ApiAccessOff")
            {
                throw;
            }
        }
    }

    private static Task<DialerResponse> ReadShortAsync(ApiRequest request, HttpResponse http, Redactor redactor, CancellationToken cancellationToken)
    {
        http.IsShort = true;
        return ReadWholeAsync(request, http, redactor, cancellationToken);
    }

    private static async Task<DialerResponse> ReadWholeAsync(
        ApiRequest request,
        HttpResponse http,
        Redactor redactor,
        CancellationToken cancellationToken
    )
    {
        using (http)
        {
            (string text, DialerException? cut) = await ResponseText.ReadAsync(http, cancellationToken).ConfigureAwait(false);
            if (cut is not null)
            {
                // Whole lines in front of a cut have said what they say; half a line says nothing.
                text = text.Substring(0, text.LastIndexOf('\n') + 1);
            }

            DialerResponse response = ResponseReader.Read(request.Function, http.Status, text, redactor);
            return ResponseJudge.FindFailure(response, http.Message, cut) is { } failure ? throw failure : response;
        }
    }

    private async Task<RecordReader<T>> ReadLayoutAsync<T>(
        Func<Answer, IEnumerable<NamedRow>> form,
        ApiRequest request,
        HttpResponse http,
        Redactor redactor,
        CancellationToken cancellationToken
    )
        where T : DialerRecord, new()
    {
        DialerResponse response;
        string text;
        using (http)
        {
            (text, DialerException? cut) = await ResponseText.ReadAsync(http, cancellationToken).ConfigureAwait(false);
            response = ResponseReader.Read(request.Function, http.Status, text, redactor);
            if (ResponseJudge.FindFailure(response, http.Message, cut) is { } failure)
            {
                throw failure;
            }
        }

        // The Agent API says nothing at all to a function that it does not have.
        if (response.Kind == ResponseKind.Empty && request.Function.Api == DialerApi.Agent)
        {
            throw new DialerException("NoReply", DialerErrorKind.NotUnderstood, "The answer was empty.") { Response = response };
        }

        var records = new List<T>();
        var problems = new List<DialerException>();
        if (response.Error is null && (response.Kind != ResponseKind.Empty || request.Function.Layout == ResponseLayout.Text))
        {
            foreach (NamedRow row in form(new Answer(request.Function, response, ServerNoise.Strip(text))))
            {
                if (RecordBinder<T>.Plan(row.Names, Name, request).Read(row.Cells, out string problem) is { } record)
                {
                    records.Add(record);
                }
                else
                {
                    problems.Add(UnreadableRow.Report(Name, request.Function, string.Join("|", row.Cells), problem));
                }
            }
        }

        return new WholeReader<T>(new RecordBatch<T>(records, problems));
    }

    private async Task<RecordReader<T>> OpenRowsAsync<T>(
        ApiRequest request,
        HttpResponse http,
        Redactor redactor,
        CancellationToken cancellationToken
    )
        where T : DialerRecord, new()
    {
        var rows = new TableReader<T>(request, http, redactor, Name);
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

    /// <summary>Makes a request, again where that is right, and reads the response.</summary>
    /// <remarks>All attempts stand in one method: a method of its own for each would cost every request of a load.</remarks>
    private async Task<TResult> RunAsync<TResult>(
        ApiRequest request,
        IAttemptLog? log,
        Func<ApiRequest, HttpResponse, Redactor, CancellationToken, Task<TResult>> read,
        CancellationToken cancellationToken
    )
        where TResult : class
    {
        ApiFunction function = request.Function;
        bool needsLogin = function.NeedsLogin;
        bool unclear = request.MayBeDone;
        ApiRequest wire = await PrepareAsync(request, log, cancellationToken).ConfigureAwait(false);
        for (int attempt = 1; ; attempt++)
        {
            if (request.Pace is { } pace)
            {
                await pace.WaitAsync(cancellationToken).ConfigureAwait(false);
            }

            bool hasTurn = false;
            AttemptEvent? entry = null;
            AttemptRecord? record = null;
            long began = 0;
            DialerException failure;
            try
            {
                ThrowIfClosed();
                hasTurn = needsLogin && await _guard.EnterAsync(function.Api, cancellationToken).ConfigureAwait(false);
                if (log is not null)
                {
                    began = Stopwatch.GetTimestamp();
                    entry = new AttemptEvent { ConnectionName = Name, Function = function.Name, Attempt = attempt, Fields = Describe(request) };
                }

                AttemptFile[] files = _files;
                if (files.Length > 0)
                {
                    began = Stopwatch.GetTimestamp();
                    record = new AttemptRecord(wire, Name, attempt, _time.UtcNow, new RequestMask(wire, _credential, RedactorFor(request)), files);
                }

                if (hasTurn)
                {
                    _credential.Check(function.Api);
                }

                FormBody body = RequestForm.Write(wire, _options.Source, _credential);
                Uri? address = function.TakesFieldsInAddress ? FieldAddress.Make(_sender[function.Api], wire) : null;
                HttpResponse http = await _sender.SendAsync(function.Api, address, body, cancellationToken).ConfigureAwait(false);
                if (entry is not null)
                {
                    entry.Status = http.Status;
                }

                record?.Take(http);
                TResult result = await read(request, http, RedactorFor(request), cancellationToken).ConfigureAwait(false);
                if (result is DialerResponse response)
                {
                    response.Attempts = attempt;
                    Learn(response, entry);
                }
                else
                {
                    // Rows, or a search that found nothing, come behind a good login only.
                    _guard.SetGood(function.Api);
                }

                if (record is not null)
                {
                    record.Outcome = result is not DialerResponse whole ? "rows" : whole.Error is null ? "ok" : "empty";
                }

                return result;
            }
            catch (Exception caught) when (caught is DialerException || (_isClosed && caught is ObjectDisposedException))
            {
                // Closed in the middle of a request: what was let go of with the connection fails in many ways.
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
            if (
                unclear
                && function.Kind == FunctionKind.Mutation
                && (failure.Kind == DialerErrorKind.Conflict || (failure.Kind == DialerErrorKind.NotFound && request.Removes))
                && failure.Response?.Error?.Shape is { ErrorId: not "UnknownFunction" }
                && failure.Response is TResult done
                && done is DialerResponse doneBefore
            )
            {
                doneBefore.WasDoneBefore = true;
                doneBefore.Attempts = attempt;
                return done;
            }

            TimeSpan? wait = _retry.NextWait(attempt, failure, function.MayRepeat);
            unclear |= failure.IsPassing && !failure.NeverSent && !failure.WasTurnedAway;
            if (wait is not { } pause)
            {
                throw await FinishAsync(request, failure, unclear, cancellationToken).ConfigureAwait(false);
            }

            log?.Write(
                new AttemptEvent
                {
                    ConnectionName = Name,
                    Function = function.Name,
                    Attempt = attempt,
                    Failure = failure.Cause,
                    NextWait = pause,
                }
            );
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

    private void LearnOfFailure(DialerException failure, AttemptEvent? entry)
    {
        if (entry is not null)
        {
            entry.Failure = failure.Cause;
        }

        if (failure.Response is { } response)
        {
            Learn(response, entry);
        }

        if (failure.RefusesLogin && failure.ErrorId != "Vicidial.LoginRefusedBefore")
        {
            failure.ConnectionName = Name;
            _guard.Refuse(failure);
        }
    }

    private void Learn(DialerResponse response, AttemptEvent? entry)
    {
        if (entry is not null)
        {
            entry.Response = response.Raw;
            entry.Size = Encoding.UTF8.GetByteCount(response.Raw);
        }

        // Nothing is to be learned of a login that is known to be good.
        if (
            !_guard.IsGood(response.Function.Api)
            && ResponseJudge.FromLines(response) is not { EndsConnection: true }
            && ResponseJudge.ProvesLogin(response)
        )
        {
            _guard.SetGood(response.Function.Api);
        }
    }

    private async Task<DialerException> FinishAsync(ApiRequest request, DialerException failure, bool unclear, CancellationToken cancellationToken)
    {
        ApiFunction function = request.Function;
        // What does not know the version either is too old for nothing: it is no dialer.
        if (
            function.IsListed
            && function.NeedsLogin
            && (failure.ErrorId == "Vicidial.UnknownFunction" || (failure.ErrorId == "Vicidial.NoReply" && function.Api == DialerApi.Agent))
        )
        {
            return await DescribeTooOldAsync(function, failure, cancellationToken).ConfigureAwait(false);
        }

        if (request.IsQuestion || !(unclear || failure.Kind == DialerErrorKind.OutcomeUnknown))
        {
            return failure;
        }

        return new DialerException(
            "OutcomeUnknown",
            DialerErrorKind.OutcomeUnknown,
            $"{function.Name} was sent, and nobody can say whether it was done. {failure.Cause}",
            failure
        )
        {
            Function = function.Name,
            ConnectionName = Name,
            Attempts = failure.Attempts,
            Response = failure.Response,
            ResponseText = failure.ResponseText,
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

        return VersionErrors.Describe(Name, function, version, failure);
    }

    // Without what may stand in front of the host or behind the path.
    private static string Show(Uri address) => address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    /// <summary>Writes a request as it is sent, and asks the dialer for its version if the text depends on it.</summary>
    /// <exception cref="DialerException">The dialer would store or do something else than what the request says.</exception>
    private async Task<ApiRequest> PrepareAsync(ApiRequest request, IAttemptLog? log, CancellationToken cancellationToken)
    {
        IReadOnlyList<FieldVerdict> verdicts = RequestText.Judge(request, GenerationOf(request.Function.Api));
        if (GetKnownVersion(request.Function.Api) is null && verdicts.Any(static verdict => verdict.Text.Problem is not null))
        {
            try
            {
                await GetVersionAsync(request.Function.Api, log, cancellationToken).ConfigureAwait(false);
                verdicts = RequestText.Judge(request, GenerationOf(request.Function.Api));
            }
            catch (DialerException)
            {
                // Text that needs the version is rejected below.
            }
        }

        try
        {
            ApiRequest wire = RequestForm.WithValue(RequestText.Write(request, verdicts));
            LoginFieldNames.Check(wire, _options.Source, _credential);
            return wire;
        }
        catch (DialerException rejected)
        {
            rejected.NeverSent = true;
            rejected.Function = request.Function.Name;
            rejected.ConnectionName = Name;
            throw;
        }
    }

    private Redactor RedactorFor(ApiRequest request) => new(
        () =>
        {
            var secrets = new List<string> { _credential.Reveal() };
            secrets.AddRange(request.Fields.Where(field => Redactor.IsSecretField(field.Key)).Select(field => field.Value));
            return secrets;
        },
        request.Fields.Where(static field => !Redactor.IsSecretField(field.Key)).Select(static field => field.Value).Append(User));

    private ServerVersion? ReadVersion((string Name, string Value)[] parts)
        => RecordBinder<ServerVersion>.Plan(parts.Select(part => part.Name).ToArray(), Name).Read(parts.Select(part => part.Value).ToArray(), out _);

    private static TimeSpan Since(long began) => TimeSpan.FromSeconds((Stopwatch.GetTimestamp() - began) / (double)Stopwatch.Frequency);

    private static string Describe(ApiRequest request)
        => string.Join(" ", request.Fields.Select(field => $"{field.Key}={Redactor.ShowValue(field.Key, field.Value)}"));
}
