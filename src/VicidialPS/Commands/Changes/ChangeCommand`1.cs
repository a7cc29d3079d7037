using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using Vicidial.Client;
using Vicidial.Client.Operations;
using Vicidial.Client.Records;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using Vicidial.Client.Wire;
using VicidialPS.Binding;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Changes;

/// <summary>
/// A cmdlet that creates or changes something on the dialer and returns the result. It accepts whole records, such as the rows of a CSV:
/// columns set the parameters of the same name or wire name, or those that -Map names. A blank cell means "not given", Y and N set flags,
/// and dates have the dialer's form or ISO 8601. Parameters override columns.
/// </summary>
/// <remarks>
/// The module reads the columns itself. PowerShell's binder fails on blank cells and flags, uses its own error IDs, and checks each of
/// fifty parameters for each object.
/// </remarks>
/// <typeparam name="TRecord">The type of result.</typeparam>
public abstract class ChangeCommand<TRecord> : ChangeCommand
    where TRecord : ChangeRecord, new()
{
    private static readonly Regex Placeholder = new(@"\{(\w+)\}", RegexOptions.CultureInvariant);

    // Responses are read on other threads, which have no session.
    private readonly NameStore _names = VicidialSession.Current.Names;
    private readonly ConcurrentDictionary<DialerClient, CallbackTargets> _callbackTargets = new();
    private readonly Func<ParameterField, bool> _takes;
    private ApiRequest? _typed;
    private VicidialConnection? _lastConnection;

    /// <summary>Initializes the cmdlet.</summary>
    protected ChangeCommand() => _takes = Takes;

    /// <summary>The record to read values from, such as a row of Import-Csv or a hashtable. A plain string or number identifies the record.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Maps columns to parameters if their names differ: @{ Phone = 'PhoneNumber' }.</summary>
    [Parameter]
    public IDictionary? Map { get; set; }

    /// <summary>The campaigns and users for callbacks that this run has read from a dialer.</summary>
    private protected CallbackTargets CallbackTargetsOf(VicidialConnection connection) =>
        _callbackTargets.GetOrAdd(connection.Client, client => new CallbackTargets(client, Log));

    private protected override bool TellsOfColumns => true;

    private protected override PSObject? PipedObject => InputObject;

    private protected override bool ReadsInput => true;

    private protected override object? CurrentInput => InputObject is null ? TypedInput : Builder.HideSecrets(InputObject);

    /// <summary>The parameter for a plain text or number from the pipeline.</summary>
    private protected abstract string PlainParameter { get; }

    private protected override RequestBuilder MakeBuilder(CommandPlan plan)
    {
        var builder = new RequestBuilder(plan, Map);
        builder.ReadCellsWith(LoadParameters.BlankValue, TakesDamagedText, mayNameBlanks: IsBulk);
        return builder;
    }

    private protected override void Check() => _ = Builder;

    private protected override VicidialConnection ResolveOne()
    {
        VicidialConnection connection = base.ResolveOne();
        if (connection != _lastConnection && SetNamedDays(connection))
        {
            _typed = null;
        }

        _lastConnection = connection;
        return connection;
    }

    private protected override IReadOnlyList<ApiRequest> MakeRequests(VicidialConnection connection) =>
        Plan.MayBeMany && Plan.Fields.Any(field => field.IsEach(GivenParameters) && MyInvocation.BoundParameters.ContainsKey(field.ParameterName))
            ? Builder
                .ManyFromParameters(
                    this,
                    GivenParameters,
                    ParameterSetName,
                    (failure, value) => Refuse(failure, TargetOf(CurrentInput, value), connection, namedConnection: false),
                    withDefaults: false
                )
                .Select(typed => Complete(typed, null))
                .ToArray()
            : [MakeRequest(null)];

    /// <summary>Whether a field is read from the input without -FromInput.</summary>
    private protected virtual bool Takes(ParameterField field) => true;

    /// <summary>The input with the property names of this cmdlet, if they mean something else in an object of the dialer.</summary>
    private protected virtual PSObject Translate(PSObject input) => input;

    /// <summary>Adds a plain text or number from the pipeline to a request.</summary>
    private protected virtual void TakePlain(ApiRequest request, PSObject value) => Builder.AddValue(request, PlainParameter, value);

    private protected ApiRequest MakeRequest(Func<string, object?, bool>? unbound)
    {
        // The typed parameters are the same for each record.
        _typed ??= Builder.FromParameters(this, GivenParameters, ParameterSetName, withDefaults: false);
        return Complete(_typed.Copy(), unbound);
    }

    /// <summary>Completes the fields of a request, once all of them are known.</summary>
    private protected virtual void Finish(ApiRequest request) => Builder.Require(request);

    /// <summary>The target of errors for a record that was typed.</summary>
    private protected virtual object? TypedInput => MyInvocation.BoundParameters.TryGetValue(PlainParameter, out object? typed) ? typed : null;

    private protected override (string Target, string Action) Describe(ApiRequest request, VicidialConnection connection)
    {
        ChangeDescriptionAttribute does = GetType().GetCustomAttribute<ChangeDescriptionAttribute>()!;
        return (
            does.Target.Length == 0 ? connection.Name : $"{Fill(does.Target, request)} on {connection.Name}",
            Fill(does.Action, request)
        );
    }

    /// <summary>
    /// Finds out what a change would destroy, if a question or -WhatIf shows it. Otherwise the result is null, which saves the request.
    /// </summary>
    private protected T? Estimate<T>(VicidialConnection connection, Func<LossEstimate, Task<T?>> find) =>
        ShowsQuestion ? WaitFor(find(new LossEstimate(connection.Client, Log))) : default;

    /// <summary>The parameter with the name of the thing, if no function of the dialer returns that name; otherwise null.</summary>
    private protected virtual string? TitleParameter => null;

    /// <summary>The name that this session remembers for a thing, in quotation marks; empty if it remembers none.</summary>
    private protected string TitleOf(VicidialConnection connection, string key) =>
        _names.FindTitle<TRecord>(connection.Name, key) is { Length: > 0 } title ? $" '{title}'" : string.Empty;

    private protected override bool IsDescribed(ParameterField field) =>
        base.IsDescribed(field)
        || (
            GetType().GetCustomAttribute<ChangeDescriptionAttribute>() is { } does
            && Placeholder.Matches(does.Target + does.Action).Cast<Match>().Any(match => match.Groups[1].Value == field.ParameterName)
        );

    private protected override object? ReadResult(ApiRequest request, DialerResponse response, string connectionName)
    {
        TRecord record = ChangeReader.Read<TRecord>(connectionName, request, response);
        if (GetType().GetCustomAttribute<CmdletAttribute>()!.VerbName == VerbsCommon.Remove)
        {
            _names.Forget(record);
        }
        else
        {
            Remember(record);
            if (TitleParameter is { } title && request.Find(Plan.FindWireName(title)!) is { } said)
            {
                _names.NoteTitle(record, said);
            }
        }

        return record;
    }

    /// <summary>Remembers the names in a record for completion.</summary>
    private protected TRecord Remember(TRecord record)
    {
        _names.Note<TRecord>([record]);
        return record;
    }

    private ApiRequest Complete(ApiRequest request, Func<string, object?, bool>? unbound)
    {
        bool isUsed = true;
        switch (InputObject?.BaseObject)
        {
            case null:
                break;
            case not null when PipedConnection is not null:
                // A connection names its dialer. Its user is the API account, not a user to change.
                break;
            case not null when RequestBuilder.IsPlain(InputObject):
                TakePlain(request, InputObject);
                break;
            default:
                PSObject input = Translate(InputObject);
                isUsed = Builder.AddInput(request, InputRow.Read(input, PropertiesOf(input)), unbound, _takes) || IsNamedByInput;
                break;
        }

        Builder.Complete(request, GivenParameters, ParameterSetName);
        Finish(request);
        return isUsed ? request : throw NoInput(DescribeInput());
    }

    private string Fill(string text, ApiRequest request)
        => Placeholder.Replace(text, match =>
        {
            ParameterField? field = Plan.FindByParameter(match.Groups[1].Value).FirstOrDefault();
            return field is not null && request.Find(field.WireName) is { } value ? Redactor.ShowValue(field.WireName, value) : "?";
        });
}
