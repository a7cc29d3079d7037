using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client.Bulk.Journal;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Connections;
using VicidialPS.Loads;
using VicidialPS.Requests;
using VicidialPS.Streams;

namespace VicidialPS.Commands.Changes;

/// <content>How the rows of a bulk cmdlet pass its load: numbered, compared with the journal, and refused or sent.</content>
public abstract partial class ChangeCommand
{
    private const string MissingId = "Vicidial.RequiredFieldMissing";
    private const int RowsThatShowColumns = 20;
    private readonly string? _bulkKey;
    private KeylessRows? _keyless;
    private int _rowsRead;
    private readonly Func<object, string?> _nameResult;
    private LoadParameters? _loadParameters;
    private LoadRun? _load;
    private RowSanitizer? _copies;

    /// <summary>Sends a request, where the user does not object and no earlier run has done it.</summary>
    private protected void Submit(VicidialConnection connection, ApiRequest request, object? input, bool namedConnection)
    {
        if (FindMisunderstanding(connection, request) is { } failure)
        {
            Refuse(failure, input, connection, namedConnection);
        }
        else if (_load is null)
        {
            if (IsAgreed(request, connection))
            {
                _queue!.Put(new RequestJob(input) { Connection = connection, NamedConnection = namedConnection, Request = request }, null);
            }
        }
        else if (_load.Next(KeyOf(request), request) is { } row)
        {
            SubmitRow(connection, request, input, namedConnection, row);
        }
        else
        {
            _progress!.Skip();
        }
    }

    /// <summary>Numbers one of several rows that go out together.</summary>
    /// <returns>The row; null where there is no load, or where nothing is to be sent of it.</returns>
    /// <exception cref="DialerException">The dialer would do something else with it.</exception>
    private protected bool TryAdmit(VicidialConnection connection, string key, ApiRequest request, out LoadRow? row)
    {
        if (FindMisunderstanding(connection, request) is { } failure)
        {
            throw failure;
        }

        row = _load?.Next(key, request);
        if (_load is null)
        {
            return true;
        }

        if (row is not null && IsChecked())
        {
            return false;
        }

        bool isAdmitted = row is { } own && Admit(connection, own) is not null;
        if (!isAdmitted)
        {
            _progress!.Skip();
        }

        return isAdmitted;
    }

    /// <summary>Sends a request for rows that were admitted, where the user does not object.</summary>
    private protected void SubmitBatch(
        VicidialConnection connection,
        ApiRequest request,
        object? input,
        bool namedConnection,
        IEnumerable<LoadRow?> admitted
    )
    {
        LoadRow[] rows = admitted.OfType<LoadRow>().ToArray();
        if (IsAgreed(request, connection))
        {
            LoadItem? item =
                rows.Length == 0 ? null : Guard(() => _load!.Ready(rows, isDoubtful: rows.Any(row => _load.IsDoubtful(row) == true), []));
            _queue!.Put(
                new RequestJob(input)
                {
                    Connection = connection,
                    NamedConnection = namedConnection,
                    Request = request,
                    Item = item,
                },
                null
            );
        }
    }

    /// <summary>The words that count as a blank cell.</summary>
    private protected string[]? BlankValue => _loadParameters?.BlankValue;

    /// <summary>Whether text is sent that was probably read in the wrong encoding.</summary>
    private protected bool TakesDamagedText => _loadParameters is ForcedLoadParameters forced ? forced.Force : IsForced;

    /// <summary>
    /// Takes note of an input that cannot be sent; if it is one of the first rows and has no column for the key, with those after it.
    /// </summary>
    private void RefuseInput(DialerException failure, object? input, VicidialConnection? connection, bool namedConnection)
    {
        bool isKeyless = _bulkKey is not null && failure.ErrorId == MissingId && !MyInvocation.BoundParameters.ContainsKey(_bulkKey)
            && CurrentInput is PSObject row && !RequestBuilder.IsPlain(row) && !Builder.HasColumn(row, _bulkKey);
        if (isKeyless && (_keyless ??= new KeylessRows()).TryHold(() => Refuse(failure, input, connection, namedConnection)))
        {
            if (_keyless.IsHopeless)
            {
                GiveUpIfKeyless();
            }

            return;
        }

        _keyless?.Release();
        Refuse(failure, input, connection, namedConnection);
    }

    /// <summary>Ends the run if no row so far has the column that names a row.</summary>
    private void GiveUpIfKeyless()
    {
        if (_keyless is { IsHolding: true })
        {
            ThrowFailure(_keyless.Describe(_bulkKey!, Plan.FindWireName(_bulkKey!) ?? _bulkKey!, Builder.Columns.Found), null);
        }
    }

    /// <summary>Warns of columns that nothing uses, once some rows were read or all of them.</summary>
    private void TellOfColumns(bool isLast)
    {
        _rowsRead++;
        if (TellsOfColumns && (isLast || _rowsRead == RowsThatShowColumns) && _builder?.Columns.Tell(isWhole: true) is { } warning)
        {
            WriteWarning(warning);
        }
    }

    /// <summary>Takes note of an input that cannot be sent.</summary>
    private protected void Refuse(DialerException failure, object? input, VicidialConnection? connection, bool namedConnection)
    {
        if (_load is null)
        {
            // In its place among the results, so that errors and results tell one story.
            _queue!.Put(new RequestJob(input) { Connection = connection, NamedConnection = namedConnection }, new RequestOutcome(null, failure));
            return;
        }

        string key = _bulkKey is { } parameter && input is not null ? Builder.FindText(input, parameter) : string.Empty;
        if (_load.Next(key, null) is not { } row)
        {
            _progress!.Skip();
            return;
        }

        if (connection is not null && !_load.IsCheck && !_consent.IsWhatIf)
        {
            Open(connection);
        }

        if (Guard(() => _load.Refuse(row, failure)) is not { } item)
        {
            _progress!.Skip();
            return;
        }

        if (_load.IsCheck)
        {
            _progress!.Add(1, 1);
            if (!_load.IsSummary)
            {
                WriteObject(RefusedRow.Make(_copies!.Copy(input), failure));
            }
        }
        else
        {
            _queue!.Put(
                new RequestJob(input)
                {
                    Connection = connection,
                    NamedConnection = namedConnection,
                    Item = item,
                },
                new RequestOutcome(null, failure)
            );
        }
    }

    /// <summary>The field in which a load marks its rows, or null.</summary>
    private protected virtual string? MarkerWireName => null;

    /// <summary>Whether a summary comes in place of the results.</summary>
    private protected bool EmitsSummaryOnly => _loadParameters?.Summary.ToBool() == true;

    /// <summary>Whether the outcome of each row is kept in a journal.</summary>
    private protected bool HasJournal => _loadParameters?.JournalPath is not null;

    /// <summary>What must not be under way twice at once: requests with one of these go one after the other.</summary>
    private protected virtual IReadOnlyCollection<string> GetTurnKeys(ApiRequest request, string key) => key.Length == 0 ? [] : [key];

    /// <summary>Whether the dialer is asked to look for duplicates before it does what a request asks for.</summary>
    private protected virtual bool HasDuplicateCheck(ApiRequest request) => false;

    /// <summary>The number of what a result stands for, where the dialer gives one.</summary>
    private protected virtual string? NameResult(object result) => null;

    /// <summary>Finds out whether an earlier run has done what a request asks for.</summary>
    /// <exception cref="DialerException">Nobody can say.</exception>
    private protected virtual Task<RowRecovery> RecoverAsync(
        ApiRequest request,
        VicidialConnection connection,
        LoadJournal journal,
        CancellationToken cancellationToken
    )
    {
        if (!request.Function.MayRepeat)
        {
            throw new DialerException(
                "OutcomeUnknown",
                DialerErrorKind.OutcomeUnknown,
                $"There is no way to look up what {request.Function.Name} has done."
            );
        }

        request.MayBeDone = true;
        return Task.FromResult(RowRecovery.SendAgain);
    }

    /// <summary>
    /// Why the dialer would do or store something else than a request asks for; null if it would not. What it merely ignores or
    /// changes is warned of.
    /// </summary>
    private DialerException? FindMisunderstanding(VicidialConnection connection, ApiRequest request)
    {
        if (
            FindGap(connection, request, name => Plan.Fields.Any(field => field.WireName == name && !field.IsIdentity && !field.IsOption)) is
            { } tooOld
        )
        {
            return tooOld;
        }

        request.Verdicts = JudgeText(connection, request);
        if (request.Verdicts.Count == 0)
        {
            return null;
        }

        DialerException? problem = request.Verdicts.FirstOrDefault(static verdict => verdict.Text.Problem is not null)?.Text.Problem;
        if (problem is null)
        {
            _changedText!.Note(request.Verdicts, NameRow(request), field =>
                Plan.Fields.FirstOrDefault(one => one.WireName == field)?.ParameterName ?? field
            );
        }

        return problem;
    }

    private string NameRow(ApiRequest request)
    {
        string? key = Plan
            .Fields.Where(static field => field.IsIdentity || field.IsRequired)
            .Select(field => request.Find(field.WireName))
            .FirstOrDefault(static value => !string.IsNullOrEmpty(value));
        return !MyInvocation.ExpectingInput ? key ?? "this request"
            : key is null ? $"row {_inputs}"
            : $"row {_inputs} ({key})";
    }

    private LoadRun MakeLoad(LoadParameters parameters)
    {
        string? marker = MarkerWireName;
        if (marker is not null && parameters.JournalPath is null)
        {
            throw new DialerException(
                "InvalidMarker",
                DialerErrorKind.InvalidArgument,
                "Rows are marked for the journal: give -JournalPath as well."
            );
        }

        _copies = new RowSanitizer(_bulkKey!, name => Builder.IsSecretColumn(name), WriteWarning);
        string? path =
            parameters.JournalPath is null || parameters.ValidateOnly
                ? null
                : SessionState.Path.GetUnresolvedProviderPathFromPSPath(parameters.JournalPath);
        bool isVerbose = IsWanted("Verbose", "VerbosePreference");
        return new LoadRun(parameters, Plan.Function.Name, path, ThrottleLimit, message =>
        {
            if (isVerbose)
            {
                PipelineThread.Post(() => WriteVerbose(message));
            }
        })
        {
            Marker = marker,
        };
    }

    private string KeyOf(ApiRequest request) => (Plan.FindWireName(_bulkKey!) is { } name ? request.Find(name) : null) ?? string.Empty;

    private void SubmitRow(VicidialConnection connection, ApiRequest request, object? input, bool namedConnection, LoadRow row)
    {
        // What is done already is not asked about.
        if (IsChecked())
        {
            return;
        }

        if (Admit(connection, row) is not { } isDoubtful || !IsAgreed(request, connection))
        {
            _progress!.Skip();
            return;
        }

        LoadItem item = Guard(() =>
        {
            _load!.Mark(request, row);
            return _load.Ready([row], isDoubtful, GetTurnKeys(request, row.Key), HasDuplicateCheck(request));
        });
        _queue!.Put(new RequestJob(input) { Connection = connection, NamedConnection = namedConnection, Request = request, Item = item }, null);
    }

    /// <summary>Whether the load is a check, which lets the row pass.</summary>
    private bool IsChecked()
    {
        if (!_load!.IsCheck)
        {
            return false;
        }

        _load.Pass();
        _progress!.Add(1, 0);
        return true;
    }

    /// <summary>Whether a row is still to be sent, and whether an earlier run may have done it; null where it has its outcome.</summary>
    private bool? Admit(VicidialConnection connection, LoadRow row)
    {
        // Who only asks what would happen gets no journal begun.
        if (_consent.IsWhatIf)
        {
            return false;
        }

        Open(connection);
        bool? isDoubtful = Guard(() => _load!.IsDoubtful(row));
        if (isDoubtful is { } isOpen && IsRefused(connection))
        {
            _load!.LeaveOut(row, isOpen);
            return null;
        }

        return isDoubtful;
    }

    private void Open(VicidialConnection connection)
    {
        if (_load!.NeedsOpening(connection) && Guard(() => WaitFor(_load.OpenAsync(connection, Log, StopToken))) is { } repair)
        {
            WriteWarning(repair);
        }
    }

    /// <summary>Does what the journal may refuse: without a journal that can be trusted nothing more is sent.</summary>
    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (DialerException failure)
        {
            ThrowFailure(failure, _loadParameters!.JournalPath);
            throw;
        }
    }
}
