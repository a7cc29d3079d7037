using System.Linq;
using System.Management.Automation;
using System.Reflection;
using System.Text.RegularExpressions;
using Vicidial.Client.Records;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using Vicidial.Client.Wire;
using VicidialPS.Binding;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Changes;

/// <summary>A cmdlet that makes or changes a thing of the dialer, and says what became of it.</summary>
/// <typeparam name="TRecord">The type of result.</typeparam>
public abstract class ChangeCommand<TRecord> : RowChangeCommand
    where TRecord : ChangeRecord, new()
{
    private static readonly Regex Placeholder = new(@"\{(\w+)\}", RegexOptions.CultureInvariant);

    // Responses are read on other threads, which must not look for the session.
    private readonly NameStore _names = VicidialSession.Current.Names;

    private protected override object? TypedInput => MyInvocation.BoundParameters.TryGetValue(PlainParameter, out object? typed) ? typed : null;

    private protected override (string Target, string Action) Describe(ApiRequest request, VicidialConnection connection)
    {
        ChangeDescriptionAttribute does = GetType().GetCustomAttribute<ChangeDescriptionAttribute>()!;
        return ($"{Fill(does.Target, request)} on {connection.Name}", Fill(does.Action, request));
    }

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
        }

        return record;
    }

    /// <summary>Keeps the names in a record for completion.</summary>
    private protected TRecord Remember(TRecord record)
    {
        _names.Note<TRecord>([record]);
        return record;
    }

    private string Fill(string text, ApiRequest request)
        => Placeholder.Replace(text, match =>
        {
            ParameterField? field = Plan.FindByParameter(match.Groups[1].Value).FirstOrDefault();
            return field is not null && request.Find(field.WireName) is { } value ? Redactor.ShowValue(field.WireName, value) : "?";
        });
}
