using Vicidial.Client.Records.Dids;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Dids;

/// <summary>Creates a DID (API function <c>add_did</c>).</summary>
[Cmdlet(VerbsCommon.New, "VicidialDid", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("add_did")]
[ChangeDescription("Create DID", "{DidPattern}")]
[OutputType(typeof(DidChange))]
public sealed partial class NewDidCommand : ChangeCommand<DidChange>, IDidFields
{
    /// <summary>
    /// The DID: the number that was called, as the carrier sends it, or a pattern. A column or property DidPattern or did_pattern of a
    /// piped object also sets it.
    /// </summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("did_pattern")]
    [NoFileNames]
    public string? DidPattern { get; set; }

    private protected override string PlainParameter => nameof(DidPattern);

    private protected override string? TitleParameter => nameof(DidDescription);
}
