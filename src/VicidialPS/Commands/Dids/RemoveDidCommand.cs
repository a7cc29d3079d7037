using Vicidial.Client.Records.Dids;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Dids;

/// <summary>Removes a DID (API function <c>update_did</c>).</summary>
[Cmdlet(VerbsCommon.Remove, "VicidialDid", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[ApiFunction("update_did")]
[FixedField("delete_did", "Y")]
[OutputType(typeof(DidChange))]
public sealed class RemoveDidCommand : RemoveCommand<DidChange>
{
    /// <summary>The DIDs; each is removed separately. A column or property DidPattern or did_pattern of a piped object also sets it.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true, Each = true), Alias("did_pattern")]
    [ArgumentCompleter(typeof(DidCompleter))]
    public string[]? DidPattern { get; set; }

    private protected override (string Target, string Action) Describe(ApiRequest request, VicidialConnection connection)
    {
        string key = request.Find(Plan.FindWireName(nameof(DidPattern))!)!;
        return (connection.Name, $"Remove DID {key}{TitleOf(connection, key)}");
    }

    private protected override string PlainParameter => nameof(DidPattern);
}
