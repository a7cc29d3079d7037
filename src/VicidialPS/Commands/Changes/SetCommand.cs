using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Changes;

/// <summary>
/// A cmdlet that changes a thing. From an input object it reads only what identifies the thing, because properties of the same name
/// mean different things in different types. -FromInput reads the whole record.
/// </summary>
/// <typeparam name="TRecord">The type of result.</typeparam>
public abstract class SetCommand<TRecord> : ChangeCommand<TRecord>
    where TRecord : ChangeRecord, new()
{
    /// <summary>Reads values for all parameters from the input. Without this switch, only what identifies the record is read.</summary>
    [Parameter]
    public SwitchParameter FromInput { get; set; }

    /// <summary>The parameters whose fields the dialer clears. An empty value does the same.</summary>
    [Parameter]
    [NoFileNames]
    public string[]? Clear { get; set; }

    private protected override bool TellsOfColumns => FromInput;

    private protected override bool Takes(ParameterField field) => field.IsIdentity || FromInput;

    private protected override void Finish(ApiRequest request)
    {
        FinishChange(request);
        base.Finish(request);
    }

    /// <summary>Adds the values that clear fields, and rejects a request that would change nothing.</summary>
    private protected void FinishChange(ApiRequest request)
    {
        if (Clear?.FirstOrDefault(MyInvocation.BoundParameters.ContainsKey) is { } contradicted)
        {
            throw new DialerException(
                "InvalidClear",
                DialerErrorKind.InvalidArgument,
                $"-Clear names {contradicted}, which also has a value."
            );
        }

        IEnumerable<string> emptied = Plan.Fields
            .Where(field => !field.IsIdentity && field.Field.Kind is not FieldKind.YesNo && request.Find(field.WireName) is { Length: 0 })
            .Select(field => field.ParameterName);
        Builder.Clear(request, emptied.Concat(Clear ?? []).Distinct().ToArray());
        if (
            !request.Fields.Any(field => Plan.Fields.Any(known => known.WireName == field.Key && IsChange(known, request)))
            && !ChangesWithoutFields(request)
        )
        {
            throw new DialerException("NothingToUpdate", DialerErrorKind.InvalidArgument, $"No value to change was given.{FindUntaken()}");
        }
    }

    /// <summary>Names the columns of the input that would change something with -FromInput.</summary>
    private string FindUntaken()
    {
        if (FromInput || InputObject is null || RequestBuilder.IsPlain(InputObject))
        {
            return string.Empty;
        }

        string[] untaken = Builder
            .FindParameters(InputObject)
            .Where(name => Plan.FindByParameter(name).Any(static field => !field.IsIdentity))
            .ToArray();
        return untaken.Length == 0 ? string.Empty : $" The input has values for {string.Join(", ", untaken)}; to use them, give -FromInput.";
    }

    /// <summary>Whether a field changes something, instead of identifying the thing or saying how to change it.</summary>
    private protected virtual bool IsChange(ParameterField field, ApiRequest request) => !field.IsIdentity && !field.IsOption;

    /// <summary>Whether a request changes something although no parameter has a value to change.</summary>
    private protected virtual bool ChangesWithoutFields(ApiRequest request) => false;
}
