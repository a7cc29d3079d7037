using Vicidial.Client.Records.Dnc;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Dnc;

/// <summary>Adds numbers to a filter phone group (API function <c>add_fpg_phone</c>).</summary>
[Cmdlet(VerbsCommon.Add, "VicidialFilterGroupNumber", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("add_fpg_phone")]
[Bulk(nameof(PhoneNumber))]
[ChangeDescription("Add number {PhoneNumber} to filter phone group {FilterGroupId}")]
[OutputType(typeof(FilterNumberChange))]
public sealed class AddFilterGroupNumberCommand : ChangeCommand<FilterNumberChange>
{
    /// <summary>The numbers, 6 digits or more. Each is a separate request. Spaces, brackets, dots, dashes, and slashes are removed.</summary>
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
