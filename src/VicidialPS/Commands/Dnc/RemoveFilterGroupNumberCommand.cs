using Vicidial.Client.Records.Dnc;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Dnc;

/// <summary>Removes numbers from a filter phone group (API function <c>delete_fpg_phone</c>).</summary>
[Cmdlet(VerbsCommon.Remove, "VicidialFilterGroupNumber", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[ApiFunction("delete_fpg_phone")]
[Bulk(nameof(PhoneNumber))]
[ChangeDescription("Remove number {PhoneNumber} from filter phone group {FilterGroupId}")]
[OutputType(typeof(FilterNumberChange))]
public sealed class RemoveFilterGroupNumberCommand : RemoveCommand<FilterNumberChange>
{
    /// <summary>The numbers. Each is a separate request. Spaces, brackets, dots, dashes, and slashes are removed.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true, Each = true), Alias("phone_number")]
    [NoFileNames]
    public string[]? PhoneNumber { get; set; }

    /// <summary>The name of the filter phone group.</summary>
    [Parameter(Position = 1)]
    [Field(Identity = true), Alias("group")]
    [NoFileNames]
    public string? FilterGroupId { get; set; }

    private protected override string PlainParameter => nameof(PhoneNumber);
}
