using Vicidial.Client.Records.Phones;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Phones;

/// <summary>Removes a phone (API function <c>update_phone</c>).</summary>
[Cmdlet(VerbsCommon.Remove, "VicidialPhone", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[ApiFunction("update_phone")]
[FixedField("delete_phone", "Y")]
[OutputType(typeof(PhoneChange))]
public sealed class RemovePhoneCommand : RemoveCommand<PhoneChange>
{
    /// <summary>The extension. A column or property Extension of a piped object also sets it.</summary>
    [Parameter(Position = 0)]
    [Field("extension", Identity = true)]
    [ArgumentCompleter(typeof(PhoneCompleter))]
    public string? Extension { get; set; }

    /// <summary>
    /// The address of the server that the phone belongs to. A column or property ServerIp or server_ip of a piped object also sets it.
    /// </summary>
    [Parameter(Position = 1)]
    [Field(Identity = true), Alias("server_ip")]
    [NoFileNames]
    public string? ServerIp { get; set; }

    private protected override (string Target, string Action) Describe(ApiRequest request, VicidialConnection connection)
    {
        string extension = request.Find(Plan.FindWireName(nameof(Extension))!)!;
        string server = request.Find(Plan.FindWireName(nameof(ServerIp))!)!;
        return (connection.Name, $"Remove phone {extension}{TitleOf(connection, $"{extension}@{server}")} on server {server}");
    }

    private protected override string PlainParameter => nameof(Extension);
}
