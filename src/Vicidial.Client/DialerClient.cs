using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Records;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using Vicidial.Client.Text;
using Vicidial.Client.Timing;
using Vicidial.Client.Transport;
using Vicidial.Client.Wire;

namespace Vicidial.Client;

/// <summary>
/// One dialer and one API account. Thread-safe. Until the login is known to be valid, requests are sent one at a time. After a refused login, no more
/// requests are sent.
/// </summary>
public sealed class DialerClient : IDisposable
{
    private readonly DialerOptions _options;
    private readonly DialerCredential _credential;
    private readonly HttpSender _sender;
    private readonly RetryPolicy _retry;
    private readonly LoginGuard _guard = new();
    private volatile AttemptFile[] _files = [];
    private volatile bool _isClosed;

    /// <summary>Creates a client. It does not send a request.</summary>
    /// <param name="options">How the dialer is reached.</param>
    /// <param name="credential">The account; the client disposes of it.</param>
    /// <param name="time">The clock; null for this computer's.</param>
    /// <param name="handler">The handler that sends requests; null for the platform's own. The client does not dispose of it.</param>
    public DialerClient(DialerOptions options, DialerCredential credential, ITimeSource? time = null, HttpMessageHandler? handler = null)
    {
        _options = options;
        _credential = credential;
        Time = time ?? new SystemTime();
        Versions = new DialerVersions(this);
        _sender = new HttpSender(options, Time, handler);
        _retry = new RetryPolicy(options.MaximumRetryCount, options.RetryInterval, Time);
    }

    /// <summary>The clock of the client.</summary>
    public ITimeSource Time { get; }

    /// <summary>What is known about the versions of the dialer.</summary>
    public DialerVersions Versions { get; }

    /// <summary>The log and trace files of the connection.</summary>
    public IReadOnlyList<AttemptFile> Files => _files;

    /// <summary>The name of this dialer in messages and records.</summary>
    public string Name => _options.Name;

    /// <summary>The account.</summary>
    public string User => _credential.User;

    /// <summary>The refusal of the login that ended this connection, or null.</summary>
    public DialerException? LoginRefusal => _guard.Refusal;

    /// <summary>Whether the login of an API is known to be valid.</summary>
    public bool IsLoginGood(DialerApi api) => _guard.IsGood(api);

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

    /// <summary>Adds a file that logs every attempt from now on.</summary>
    public void Add(AttemptFile file)
    {
        lock (_guard)
        {
            _files = [.. _files, file];
        }
    }

    /// <summary>Removes a file.</summary>
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
    /// <param name="log">Is notified of every attempt, or null.</param>
    /// <param name="cancellationToken">Cancels waiting. A change that was already sent may still be made.</param>
    /// <returns>The response. A search that found nothing has a response, too: its error line is of the kind Empty.</returns>
    /// <exception cref="DialerException">The request failed, or its outcome is unknown.</exception>
    public Task<DialerResponse> InvokeAsync(ApiRequest request, IAttemptListener? log = null, CancellationToken cancellationToken = default)
        => RunAsync(request, log, ResponseReading.ReadWholeAsync, cancellationToken);

    /// <summary>Requests rows and reads them as they arrive.</summary>
    /// <typeparam name="T">The type of record that a row becomes.</typeparam>
    /// <param name="request">The function and its fields. Tabs and column names are requested if the function offers them.</param>
    /// <param name="log">Is notified of every attempt, or null.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns>The rows; none if the search found nothing.</returns>
    /// <exception cref="DialerException">The request failed before the first row arrived.</exception>
    public Task<RecordReader<T>> QueryAsync<T>(ApiRequest request, IAttemptListener? log = null, CancellationToken cancellationToken = default)
        where T : DialerRecord, new()
    {
        return RunAsync<RecordReader<T>>(
            request.AsQuestion().AskForTable(),
            log,
            (sent, http, redactor, token) => ResponseReading.OpenRowsAsync<T>(Name, sent, http, redactor, token),
            cancellationToken
        );
    }

    /// <summary>Makes a request whose response is one line.</summary>
    internal Task<DialerResponse> InvokeShortAsync(ApiRequest request, IAttemptListener? log, CancellationToken cancellationToken)
        => RunAsync(request, log, ResponseReading.ReadShortAsync, cancellationToken);

    /// <summary>The address of an API, for messages.</summary>
    internal string AddressOf(DialerApi api) => Show(_sender[api]);

    /// <summary>Rejects an account that an API cannot accept.</summary>
    internal void CheckCredential(DialerApi api)
    {
        ThrowIfClosed();
        _credential.Check(api);
    }

    /// <summary>Sends a request, retries it if that is safe, and reads the response.</summary>
    /// <remarks>All attempts are in one method, because a method for each attempt would slow down every request of a load.</remarks>
    private async Task<TResult> RunAsync<TResult>(
        ApiRequest request,
        IAttemptListener? log,
        Func<ApiRequest, HttpResponse, Redactor, CancellationToken, Task<TResult>> read,
        CancellationToken cancellationToken
    )
        where TResult : class
    {
        ApiFunction function = request.Function;
        bool unclear = request.MayBeDone;
        IReadOnlyList<FieldVerdict> verdicts = Versions.Judge(request);
        if (Versions.NeedsVersion(request, verdicts))
        {
            verdicts = await JudgeAsync(request, verdicts, log, cancellationToken).ConfigureAwait(false);
        }

        ApiRequest wire = Prepare(request, verdicts);
        for (int attempt = 1; ; attempt++)
        {
            if (request.Pace is { } pace)
            {
                await pace.WaitAsync(cancellationToken).ConfigureAwait(false);
            }

            bool hasTurn = false;
            AttemptRecord? record = null;
            DialerException failure;
            try
            {
                ThrowIfClosed();
                hasTurn = function.NeedsLogin && await _guard.EnterAsync(function.Api, cancellationToken).ConfigureAwait(false);
                record = Listen(request, wire, attempt, log);
                if (hasTurn)
                {
                    _credential.Check(function.Api);
                }

                FormBody body = RequestForm.Write(wire, _options.Source, _credential);
                Uri? address = function.TakesFieldsInAddress ? FieldAddress.Make(_sender[function.Api], wire) : null;
                HttpResponse http = await _sender.SendAsync(function.Api, address, body, cancellationToken).ConfigureAwait(false);
                record?.Take(http);
                TResult result = await read(request, http, RedactorFor(request), cancellationToken).ConfigureAwait(false);
                var response = result as DialerResponse;
                if (response is not null)
                {
                    response.NoteAttempt(attempt, mayBeRemoved: unclear && request.Removes);
                    Versions.LearnOfText(request, response);
                }

                _guard.Learn(function.Api, response);
                record?.Succeed(response);
                return result;
            }
            catch (Exception caught) when (caught is DialerException || (_isClosed && caught is ObjectDisposedException))
            {
                // The connection was closed during a request, so the error can be of any type.
                failure = caught as DialerException ?? Closed(neverSent: false);
                if (_isClosed && failure.IsPassing && (failure.NeverSent || function.MayRepeat))
                {
                    failure = Closed(neverSent: true);
                }

                _guard.LearnOfFailure(failure, Name);
                record?.Fail(failure);
            }
            finally
            {
                if (hasTurn)
                {
                    _guard.Leave(function.Api);
                }

                record?.End();
            }

            failure.Function ??= function.Name;
            failure.ConnectionName ??= Name;
            failure.Attempts = failure.NeverSent && !failure.IsPassing ? attempt - 1 : attempt;
            if (unclear && FoundDone(request, failure) is { } doneBefore && doneBefore is TResult done)
            {
                doneBefore.WasDoneBefore = true;
                doneBefore.Attempts = attempt;
                return done;
            }

            bool mayRepeat = function.MayRepeat && !(request.HasAlternative && failure.ErrorId == "Vicidial.ServerFailure");
            TimeSpan? wait = _retry.NextWait(attempt, failure, mayRepeat);
            unclear |= failure.IsPassing && !failure.NeverSent && !failure.WasTurnedAway;
            if (wait is not { } pause)
            {
                throw await FinishAsync(request, failure, unclear, cancellationToken).ConfigureAwait(false);
            }

            record?.Repeat(pause);
            await Time.WaitAsync(pause, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The record of an attempt, or null if there are no listeners. Without listeners, it creates nothing.</summary>
    private AttemptRecord? Listen(ApiRequest request, ApiRequest wire, int attempt, IAttemptListener? log)
    {
        IAttemptListener[] listeners = _files;
        if (log is not null)
        {
            listeners = [.. listeners, log];
        }

        return listeners.Length == 0
            ? null
            : new AttemptRecord(request, wire, Name, attempt, Time.UtcNow, new RequestMask(wire, _credential, RedactorFor(request)), listeners);
    }

    /// <summary>The response that shows that an earlier attempt with an unknown outcome made the change, in this run or in a previous one.</summary>
    private static DialerResponse? FoundDone(ApiRequest request, DialerException failure) =>
        request.Function.Kind == FunctionKind.Mutation
        && (failure.Kind == DialerErrorKind.Conflict || (failure.Kind == DialerErrorKind.NotFound && request.Removes))
        && failure.Response?.Error?.Shape is { ErrorId: not "UnknownFunction" }
            ? failure.Response
            : null;

    private void ThrowIfClosed()
    {
        if (_isClosed)
        {
            throw Closed(neverSent: true);
        }
    }

    private DialerException Closed(bool neverSent) => new("ConnectionClosed", DialerErrorKind.State, "The connection is closed.")
    {
        ConnectionName = Name,
        NeverSent = neverSent,
        IsPassing = !neverSent,
    };

    private async Task<DialerException> FinishAsync(ApiRequest request, DialerException failure, bool unclear, CancellationToken cancellationToken)
    {
        ApiFunction function = request.Function;

        // A server that does not know the version function either is not an old dialer: it is not a dialer.
        if (
            function.IsListed
            && function.NeedsLogin
            && (failure.ErrorId == "Vicidial.UnknownFunction" || (failure.ErrorId == "Vicidial.NoReply" && function.Api == DialerApi.Agent))
        )
        {
            return await Versions.DescribeTooOldAsync(function, failure, cancellationToken).ConfigureAwait(false);
        }

        if (request.IsQuestion || !(unclear || failure.Kind == DialerErrorKind.OutcomeUnknown))
        {
            return failure;
        }

        return failure.Restate(
            "OutcomeUnknown",
            DialerErrorKind.OutcomeUnknown,
            $"{function.Name} was sent, but its outcome is unknown. {failure.Cause}",
            failure
        );
    }

    // Leaves out what may come before the host or after the path, such as a password.
    private static string Show(Uri address) => address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    /// <summary>Judges the text of a request by the dialer's version, which is requested first.</summary>
    private async Task<IReadOnlyList<FieldVerdict>> JudgeAsync(
        ApiRequest request,
        IReadOnlyList<FieldVerdict> verdicts,
        IAttemptListener? log,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await Versions.JudgeAsync(request, log, cancellationToken).ConfigureAwait(false);
        }
        catch (DialerException)
        {
            // Text that needs the version is rejected when the request is prepared.
            return verdicts;
        }
    }

    /// <summary>Prepares the text of a request for sending.</summary>
    /// <exception cref="DialerException">The dialer would store or do something else than the request says.</exception>
    private ApiRequest Prepare(ApiRequest request, IReadOnlyList<FieldVerdict> verdicts)
    {
        try
        {
            request.Verdicts = verdicts;
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

    internal Redactor RedactorFor(ApiRequest request) => new(new RequestSecrets(request, _credential));
}
