using System.Collections;
using System.Security;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Text;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using Vicidial.Client.Wire;
using VicidialPS.Binding;
using VicidialPS.Completion;
using VicidialPS.Connections;
using VicidialPS.Input;
using VicidialPS.Output;
using VicidialPS.Requests;

namespace VicidialPS.Commands.Api;

/// <summary>
/// Requests any function of either API with any fields, even one that this module does not know, and returns the classified response.
/// An error of the dialer is both in the response and written as an error.
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "VicidialApi", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(ApiResponse))]
public sealed class InvokeApiCommand : DialerCommand
{
    private static readonly string[] Reserved = ["user", "pass", "function", "source"];

    /// <summary>The name of the API function. Press Tab to complete known functions.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(ApiFunctionCompleter))]
    [ValidateNotNullOrEmpty]
    public string Function { get; set; } = string.Empty;

    /// <summary>
    /// The API fields and their values. user, pass, function, and source are rejected, because the connection sets them. A field with the
    /// value $null is not sent.
    /// </summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(ApiFieldCompleter))]
    public IDictionary? Parameter { get; set; }

    /// <summary>
    /// The API: NonAgent or Agent. The default is the API that has the function, or the Non-Agent API if both or neither has it.
    /// </summary>
    [Parameter]
    public DialerApi? Api { get; set; }

    /// <summary>
    /// The connections to use: names, which may contain wildcards, or connection objects. The default is the default connection. A property
    /// Connection or ConnectionName of a piped object also sets it.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ConnectionName")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public ConnectionReference[]? Connection { get; set; }

    /// <summary>
    /// Sends the fields as they are. Without it, the cmdlet rejects text that would break the dialer's SQL, values that the dialer would
    /// change to the name of another record, and fields that an older dialer ignores and would therefore do something else.
    /// </summary>
    [Parameter]
    public SwitchParameter SkipSafetyCheck { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        ApiRequest request;
        List<VicidialConnection> connections;
        try
        {
            request = MakeRequest();
            connections = (Connection is { Length: > 0 } several ? several : new ConnectionReference?[] { null })
                .SelectMany(VicidialSession.Current.Resolve).Distinct().Select(Note).ToList();
        }
        catch (DialerException failure)
        {
            WriteFailure(failure, Function);
            return;
        }

        if ((FunctionNames.WarnOfFunction(request.Function.Name) ?? FunctionNames.WarnOfFields(request)) is { } warning)
        {
            WriteWarning(warning);
        }

        foreach (VicidialConnection connection in connections)
        {
            bool changes = request.Function.Kind != FunctionKind.Query;
            if (!changes || ShouldProcess($"{connection.Name}: {string.Join(" ", request.Fields.Select(Show))}", $"Request {request.Function.Name}"))
            {
                Invoke(connection, request, connections.Count == 1);
            }
        }
    }

    private static string Show(KeyValuePair<string, string> field)
        => $"{field.Key}={Redactor.ShowValue(field.Key, field.Value)}";

    private static ApiFunction FindFunction(string name, DialerApi? api)
    {
        if (api is { } known)
        {
            return ApiCatalog.FindOrUnlisted(known, name);
        }

        return ApiCatalog.Find(DialerApi.NonAgent, name)
            ?? ApiCatalog.Find(DialerApi.Agent, name)
            ?? ApiCatalog.FindOrUnlisted(DialerApi.NonAgent, name);
    }

    private ApiRequest MakeRequest()
    {
        ApiFunction function = FindFunction(Function, Api);
        var request = new ApiRequest(function) { TextHandling = SkipSafetyCheck ? TextHandling.AsIs : TextHandling.Reject };
        foreach (DictionaryEntry entry in Parameter ?? new Hashtable())
        {
            string name = entry.Key.ToString()!;
            if (Reserved.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw new DialerException(
                    "ReservedField",
                    DialerErrorKind.InvalidArgument,
                    $"The connection sets the field '{name}', so -Parameter cannot contain it."
                );
            }

            object? value = entry.Value is PSObject wrapped ? wrapped.BaseObject : entry.Value;
            string? text = value is SecureString secret ? SecretText.Reveal(secret) : FieldFormat.Write(function.FindParameter(name), value);
            if (text is not null)
            {
                request.Add(name, text);
            }
        }

        return request;
    }

    private void Invoke(VicidialConnection connection, ApiRequest request, bool isOnlyConnection)
    {
        try
        {
            if (!SkipSafetyCheck)
            {
                Check(connection, request);
            }

            Write(connection, request, WaitFor(connection.Client.InvokeAsync(request, Log, StopToken)));
        }
        catch (DialerException failure)
        {
            if (failure.Response is { } response && !failure.EndsConnection)
            {
                Write(connection, request, response);
            }

            WriteFailure(failure, Function, connection, isOnlyConnection);
        }
    }

    private void Check(VicidialConnection connection, ApiRequest request)
    {
        if (Release.FindGap(connection, request) is { } tooOld)
        {
            throw tooOld;
        }

        var changed = new ChangedText(WriteWarning, tellsEachRow: false);
        changed.Note(Release.JudgeText(connection, request), "this request", connection.Client.Versions.KeepsLetters, static field => field);
    }

    private void Write(VicidialConnection connection, ApiRequest request, DialerResponse response)
    {
        IEnumerable<PSObject> rows = HeaderedRows.Read(request, response).Select(row =>
        {
            var output = new PSObject();
            foreach (KeyValuePair<string, string> cell in row)
            {
                if (output.Properties[cell.Key] is null)
                {
                    output.Properties.Add(new PSNoteProperty(cell.Key, cell.Value));
                }
            }

            return output;
        });
        WriteObject(new ApiResponse(connection.Name, response) { Rows = rows.ToArray() });
    }
}
